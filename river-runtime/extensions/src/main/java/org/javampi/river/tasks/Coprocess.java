package org.javampi.river.tasks;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.javampi.river.resource.ChildVm;
import org.javampi.river.resource.ProcessMark;

/**
 * A command that runs beside a task: a child process whose output is kept, and which ends in time with all its
 * descendants, also those that have left its process group.
 */
public class Coprocess {
    private final List<String> command;
    private final int exitStatus;
    private final String output;
    private final boolean timedOut;

    private Coprocess(List<String> command, int exitStatus, String output, boolean timedOut) {
        this.command = command;
        this.exitStatus = exitStatus;
        this.output = output;
        this.timedOut = timedOut;
    }

    /**
     * Runs a command to its end, or kills it when its time is over; what it leaves behind is killed, too.
     *
     * @param c the program and its arguments; no shell is involved
     * @throws UncheckedIOException when it cannot be started
     * @throws IllegalStateException when the calling thread is interrupted; the command is killed then
     */
    public static Coprocess run(List<String> c, Duration d) {
        ProcessMark mark = new ProcessMark();
        ProcessBuilder builder = new ProcessBuilder(c).redirectErrorStream(true);
        mark.addTo(builder.environment());
        Process process;
        try {
            process = builder.start();
            process.getOutputStream().close();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot start " + c + ": " + e.getMessage(), e);
        }
        ByteArrayOutputStream output = new ByteArrayOutputStream();
        Thread reader = new Thread(() -> copy(process, output), "coprocess-" + process.pid());
        reader.setDaemon(true);
        reader.start();
        try {
            boolean ended = process.waitFor(d.toMillis(), TimeUnit.MILLISECONDS);
            // Also after an end in time: descendants hold the pipe open, and nothing is to be left.
            mark.killAll(process.toHandle());
            int status = process.waitFor();
            reader.join();
            return new Coprocess(List.copyOf(c), status, output.toString(Charset.defaultCharset()), !ended);
        } catch (InterruptedException e) {
            mark.killAll(process.toHandle());
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted: " + c + " was killed", e);
        }
    }

    private static void copy(Process process, ByteArrayOutputStream output) {
        try {
            process.getInputStream().transferTo(output);
        } catch (IOException e) {
            // The pipe of a process that was killed: what has come is kept.
            output.writeBytes(new byte[0]);
        }
    }

    /** Its exit status; 128 and the signal's number when one has ended it. */
    public int exitStatus() {
        return exitStatus;
    }

    /** Its standard output and standard error, in the order in which it has written them. */
    public String output() {
        return output;
    }

    /** Whether its time was over. */
    public boolean timedOut() {
        return timedOut;
    }

    /** The command and how it has ended. */
    @Override
    public String toString() {
        return command + (timedOut ? " has timed out: " : " has ended: ") + ChildVm.status(exitStatus);
    }
}
