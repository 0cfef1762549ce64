package org.javampi.benchmarks.compare;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Runs a program to its end, with a deadline, and keeps what it printed. */
final class Command {
    private static final long DEADLINE_SECONDS = 150;

    private final Path work;

    /** Output goes through files in this directory. */
    Command(Path work) {
        this.work = work;
    }

    /**
     * The lines of the standard output.
     *
     * @throws IOException if it cannot be started, fails, or is not done in time; the message has
     *     the last lines of its error output
     */
    List<String> run(List<String> command, Map<String, String> environment) throws IOException, InterruptedException {
        Path out = work.resolve("out");
        Path errors = work.resolve("errors");
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectInput(Path.of("/dev/null").toFile())
                .redirectOutput(out.toFile())
                .redirectError(errors.toFile());
        builder.environment().putAll(environment);
        Process process = builder.start();
        if (!process.waitFor(DEADLINE_SECONDS, TimeUnit.SECONDS)) {
            end(process);
            throw new IOException("not done after " + DEADLINE_SECONDS + " s");
        }
        if (process.exitValue() != 0) {
            List<String> said = lines(errors);
            throw new IOException("status "
                    + process.exitValue()
                    + ": "
                    + String.join(" | ", said.subList(Math.max(0, said.size() - 4), said.size())));
        }
        return lines(out);
    }

    /** Politely first, so that a launcher can end its ranks. */
    private static void end(Process process) throws InterruptedException {
        List<ProcessHandle> ranks = process.descendants().toList();
        process.destroy();
        if (!process.waitFor(10, TimeUnit.SECONDS)) {
            process.destroyForcibly();
        }
        ranks.forEach(ProcessHandle::destroyForcibly);
    }

    private static List<String> lines(Path file) throws IOException {
        return new String(Files.readAllBytes(file), StandardCharsets.UTF_8)
                .lines()
                .toList();
    }
}
