package org.javampi.mpirun.plan;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.javampi.checkpoint.CheckpointDirectory;
import org.javampi.checkpoint.Manifest;
import org.javampi.checkpoint.Recording;
import org.javampi.checkpoint.Recordings;
import org.javampi.checkpoint.log.RecordInput;
import org.javampi.mpirun.cli.CheckpointOptions;
import org.javampi.mpirun.failure.LaunchFailure;
import org.javampi.mpirun.failure.WrongUsage;

/**
 * Which rank of a job that was recorded runs alone, and from where on.
 *
 * @param directory of the job's checkpoints
 * @param recording the logs of the life that is told again
 * @param life what that life was
 * @param rank the rank
 * @param epoch the checkpoint that it begins at, 0 for the job's start
 */
record ReplayPlan(Path directory, Recording recording, Manifest life, int rank, long epoch) {
    /**
     * As the options say it.
     *
     * @throws WrongUsage when no rank is named
     * @throws LaunchFailure when there is nothing to be told, or it is damaged
     */
    static ReplayPlan of(CheckpointOptions options, PrintStream err) {
        Path directory = options.restart().toAbsolutePath().normalize();
        if (options.rank() == null) {
            throw new WrongUsage("--replay needs --rank R: the rank that is run");
        }
        if (options.directory() != null) {
            throw new WrongUsage("--replay only reads: leave --checkpoint-dir out");
        }
        if (options.isRecorded()) {
            throw new WrongUsage("--replay only reads: leave --record out");
        }
        if (!Files.isDirectory(directory)) {
            throw new LaunchFailure("--restart " + directory + ": there is no such directory");
        }
        try {
            return find(directory, options.rank(), options.at(), err);
        } catch (IOException e) {
            throw new LaunchFailure("--replay: " + e.getMessage(), e);
        }
    }

    private static ReplayPlan find(Path directory, int rank, Long at, PrintStream err) throws IOException {
        CheckpointDirectory checkpoints = new CheckpointDirectory(directory);
        checkpoints.requireTrusted();
        Recordings recordings = new Recordings(directory);
        List<Recording> lives = recordings.newestFirst();
        if (lives.isEmpty()) {
            throw new IOException("nothing is recorded in " + directory + ": the job must be started with --record");
        }
        int ranks = lives.get(0).life().resources().size();
        if (rank < 0 || rank >= ranks) {
            throw new IOException(
                    "--rank " + rank + ": the job has " + ranks + (ranks == 1 ? " rank" : " ranks") + ", from 0 on");
        }
        long epoch = at != null ? at : newest(checkpoints, err);
        Recording recording = recordings.of(rank, epoch);
        if (recording == null) {
            throw new IOException("nothing is recorded of rank " + rank + " after " + name(epoch) + ", but after "
                    + String.join(", ", recorded(lives, rank)));
        }
        if (epoch > 0) {
            checkpoints.verified(epoch);
        }
        ReplayPlan plan = new ReplayPlan(directory, recording, recording.life(), rank, epoch);
        plan.verify();
        return plan;
    }

    private static long newest(CheckpointDirectory checkpoints, PrintStream err) throws IOException {
        return checkpoints
                .newest(damage -> err.println("javampirun: " + damage))
                .map(Manifest::epoch)
                .orElse(0L);
    }

    private static String name(long epoch) {
        return epoch == 0 ? "the start of the job" : "checkpoint " + epoch;
    }

    private static List<String> recorded(List<Recording> lives, int rank) throws IOException {
        TreeSet<Long> all = new TreeSet<>();
        for (Recording life : lives) {
            all.addAll(life.epochs(rank));
            if (life.hasOnlyBegun(rank)) {
                all.add(life.life().epoch());
            }
        }
        List<String> names = new ArrayList<>();
        all.forEach(epoch -> names.add(name(epoch) + " (--at " + epoch + ")"));
        return names.isEmpty() ? List.of("nothing at all") : names;
    }

    /** Looks at every byte that will be told, before a process starts. */
    private void verify() throws IOException {
        List<Path> files = new ArrayList<>(List.of(recording.begin(rank)));
        for (long later : recording.epochs(rank)) {
            if (later >= epoch) {
                files.add(recording.after(rank, later));
            }
        }
        for (Path file : files) {
            if (Files.exists(file)) {
                try (RecordInput in = new RecordInput(file)) {
                    while (in.next() != null) {
                        // Its check sums are right.
                        continue;
                    }
                }
            }
        }
    }

    /** What the rank is told. */
    Map<String, String> settings() {
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("replay.dir", recording.path().toString());
        settings.put("replay.rank", Integer.toString(rank));
        settings.put("replay.size", Integer.toString(life.resources().size()));
        settings.put("replay.at", Long.toString(epoch));
        if (epoch > 0) {
            settings.put(
                    "restart.from", new CheckpointDirectory(directory).of(epoch).toString());
        }
        return settings;
    }
}
