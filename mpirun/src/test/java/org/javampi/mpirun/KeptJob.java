package org.javampi.mpirun;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.javampi.checkpoint.CheckpointDirectory;

/** A job that keeps its checkpoints in one directory, and its later lives. */
final class KeptJob {
    private final Path directory;

    KeptJob(Path directory) {
        this.directory = directory;
    }

    Path directory() {
        return directory;
    }

    CheckpointDirectory checkpoints() {
        return new CheckpointDirectory(directory);
    }

    /** Begins; {@code options} are apart by spaces. */
    JobRun run(String options, String... program) throws IOException {
        return job("--checkpoint-dir", options, program);
    }

    /** Begins again where the life before has been saved. */
    JobRun restart(String options, String... program) throws IOException {
        return job("--restart", options, program);
    }

    private JobRun job(String kind, String options, String... program) throws IOException {
        List<String> words = new ArrayList<>(List.of(kind, directory.toString()));
        words.addAll(List.of(options.trim().split(" +")));
        words.removeIf(String::isEmpty);
        words.addAll(List.of(program));
        return JobRun.of(words);
    }

    /** How often the launcher has gone on by itself. */
    static long rollbacks(JobRun run) {
        return run.err
                .lines()
                .filter(line -> line.startsWith("javampirun: --ft: "))
                .count();
    }
}
