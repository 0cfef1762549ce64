package org.javampi.job.agent;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.concurrent.TimeUnit;

/** The process of one VM, its output, and its end. */
public final class MachineProcess {
    private static final int BUFFER = 1 << 16;
    private static final long OUTPUT_MS = 2_000;

    private final int vm;
    private final Process process;
    private final MachineListener listener;
    private final Thread out;
    private final Thread err;

    /** Takes over a process that was just started. */
    public MachineProcess(int vm, Process process, MachineListener listener) {
        this.vm = vm;
        this.process = process;
        this.listener = listener;
        listener.onStarted(vm, process.pid());
        out = daemon("out-" + vm, () -> drain(1, process.getInputStream()));
        err = daemon("err-" + vm, () -> drain(2, process.getErrorStream()));
        daemon("end-" + vm, () -> listener.onEnded(vm, awaitStatus()));
    }

    private void drain(int stream, InputStream in) {
        byte[] buffer = new byte[BUFFER];
        try {
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                listener.onProcessOutput(vm, stream, buffer, n);
            }
        } catch (IOException e) {
            // The pipe of a process that was killed may break instead of ending: that is its end.
            return;
        }
    }

    private int awaitStatus() {
        try {
            int status = process.waitFor();
            // All output is out before the end is known.
            out.join(OUTPUT_MS);
            err.join(OUTPUT_MS);
            return status;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return -1;
        }
    }

    public long pid() {
        return process.pid();
    }

    /** The process's standard input. */
    OutputStream input() {
        return process.getOutputStream();
    }

    /** Ends the process at once. */
    public void kill() {
        process.destroyForcibly();
    }

    /** Waits for the process's end and its output, each for {@code limitMs}. */
    public void awaitEnd(long limitMs) {
        try {
            process.waitFor(limitMs, TimeUnit.MILLISECONDS);
            out.join(limitMs);
            err.join(limitMs);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static Thread daemon(String name, Runnable body) {
        Thread thread = new Thread(body, name);
        thread.setDaemon(true);
        thread.start();
        return thread;
    }
}
