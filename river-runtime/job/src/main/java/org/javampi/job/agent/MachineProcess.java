package org.javampi.job.agent;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.javampi.river.platform.Platform;
import org.javampi.river.platform.Processes;

/** The process of one VM, its output, and its end. */
public final class MachineProcess {
    private static final int BUFFER = 1 << 16;
    private static final Processes PROCESSES = Platform.current().processes();

    /** How long an output may stay open and silent behind its process before its other writers are ended. */
    private static final long LEFT_OPEN_MS = 1_000;

    private static final long LOOK_MS = 20;

    private final int vm;
    private final Process process;
    private final MachineListener listener;
    private final Drain out;
    private final Drain err;

    /** Takes over a process that was just started, as {@link Processes#leading} says. */
    public MachineProcess(int vm, Process process, MachineListener listener) {
        this.vm = vm;
        this.process = process;
        this.listener = listener;
        listener.onStarted(vm, process.pid());
        out = new Drain(1, process.getInputStream());
        err = new Drain(2, process.getErrorStream());
        daemon("end-" + vm, () -> listener.onEnded(vm, awaitStatus()));
    }

    /** Reads one output to its end. */
    private final class Drain {
        private final Thread thread;

        /** Since when it waits for more, in nanoseconds; 0 while it passes on what it has read. */
        private volatile long waitingSinceNs = System.nanoTime();

        Drain(int stream, InputStream in) {
            thread = daemon((stream == 1 ? "out-" : "err-") + vm, () -> run(stream, in));
        }

        private void run(int stream, InputStream in) {
            byte[] buffer = new byte[BUFFER];
            try {
                for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                    waitingSinceNs = 0;
                    listener.onProcessOutput(vm, stream, buffer, n);
                    waitingSinceNs = System.nanoTime();
                }
            } catch (IOException e) {
                // The pipe of a process that was killed may break instead of ending: that is its end.
                return;
            }
        }

        /** Waits for the end; false if it has been open and silent for {@code limitMs} meanwhile. */
        private boolean awaitEnd(long limitMs) throws InterruptedException {
            long startNs = System.nanoTime();
            while (thread.isAlive()) {
                thread.join(LOOK_MS);
                long since = waitingSinceNs;
                if (since != 0 && System.nanoTime() - Math.max(since, startNs) > limitMs * 1_000_000) {
                    return !thread.isAlive();
                }
            }
            return true;
        }
    }

    private int awaitStatus() {
        try {
            int status = process.waitFor();
            // All output is out before the end is known.
            if (!out.awaitEnd(LEFT_OPEN_MS) || !err.awaitEnd(LEFT_OPEN_MS)) {
                endChildren();
                out.awaitEnd(LEFT_OPEN_MS);
                err.awaitEnd(LEFT_OPEN_MS);
            }
            return status;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return -1;
        }
    }

    /** Ends what the process has left behind that keeps its output open. */
    private void endChildren() {
        List<ProcessHandle> left = PROCESSES.family(process.pid());
        if (!left.isEmpty()) {
            String names = left.stream().map(MachineProcess::describe).collect(Collectors.joining(", "));
            left.forEach(ProcessHandle::destroyForcibly);
            listener.onLeftBehind(vm, names);
        }
    }

    /** A process for people: {@code sleep (pid 12)}. */
    private static String describe(ProcessHandle process) {
        String name = process.info()
                .command()
                .map(path -> Path.of(path).getFileName().toString())
                .orElse("a process");
        return name + " (pid " + process.pid() + ")";
    }

    public long pid() {
        return process.pid();
    }

    /** Asks the process to end: its shutdown hooks run. */
    public void terminate() {
        // Not the process's own method, which closes the streams that its last words come by.
        process.toHandle().destroy();
    }

    /** Ends the process at once, and all that it has started. */
    public void kill() {
        List<ProcessHandle> members = PROCESSES.family(process.pid());
        process.toHandle().destroyForcibly();
        members.forEach(ProcessHandle::destroyForcibly);
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    /** Waits for the process's end; false if that takes longer than {@code limitMs}. */
    public boolean awaitEnd(long limitMs) {
        try {
            return process.waitFor(limitMs, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static Thread daemon(String name, Runnable body) {
        Thread thread = new Thread(body, name);
        thread.setDaemon(true);
        thread.start();
        return thread;
    }
}
