package org.javampi.mpirun.commands;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.IntSupplier;
import org.javampi.console.Console;
import org.javampi.console.rank.EmptyProgram;
import org.javampi.mpirun.failure.ExitStatus;
import org.javampi.mpirun.failure.LaunchFailure;
import org.javampi.river.parallel.EngineException;
import org.javampi.river.parallel.Engines;

/**
 * {@code javampirun console [JOB]}: a prompt for the ranks of a running job of this host and user; and {@code javampirun
 * -np N console}: one for ranks without a program.
 */
public final class ConsoleCommand {
    /** The word that it is called by. */
    public static final String NAME = "console";

    /** What ranks without a program run. */
    public static final String RANKS = EmptyProgram.class.getName();

    private final InputStream in;
    private final PrintStream out;
    private final PrintStream err;

    public ConsoleCommand(InputStream in, PrintStream out, PrintStream err) {
        this.in = in;
        this.out = out;
        this.err = err;
    }

    /** Talks to a job that runs; answers the exit status. */
    public int attach(List<String> words) {
        if (words.size() > 1 || words.contains("--help") || words.contains("-h")) {
            err.println("usage: javampirun console [JOB]   (JOB: the start of a job's name, which programs find in"
                    + " JAVAMPI_JOB)");
            return ExitStatus.USAGE;
        }
        try (Console console = new Console(Engines.of(words.isEmpty() ? "" : words.get(0)), false, in, out)) {
            console.run();
            return 0;
        } catch (IOException | EngineException e) {
            throw new LaunchFailure("console: " + e.getMessage(), e);
        }
    }

    /**
     * Talks to a job that this process runs.
     *
     * @param launch runs it; answers its exit status
     */
    public int around(UUID job, IntSupplier launch) {
        CompletableFuture<Integer> ended = new CompletableFuture<>();
        daemon("javampirun-job", () -> ended.complete(launch.getAsInt()));
        CompletableFuture<Engines> connected = new CompletableFuture<>();
        daemon("javampirun-console", () -> {
            try {
                connected.complete(Engines.of(job.toString()));
            } catch (EngineException e) {
                connected.completeExceptionally(e);
            }
        });
        // A job that does not start has no ranks to wait for.
        CompletableFuture.anyOf(ended, connected).join();
        if (ended.isDone()) {
            return ended.join();
        }
        try (Console console = new Console(connected.join(), true, in, out)) {
            if (!console.run()) {
                out.println("job " + job + " lives on: 'javampirun console "
                        + job.toString().substring(0, 8) + "' goes back to it, %quit there ends it");
                out.flush();
            }
        } catch (IOException | EngineException e) {
            err.println("javampirun: console: " + e.getMessage());
        }
        return ended.join();
    }

    private static void daemon(String name, Runnable body) {
        Thread thread = new Thread(body, name);
        thread.setDaemon(true);
        thread.start();
    }
}
