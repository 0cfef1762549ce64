package org.javampi.mpirun;

import java.util.concurrent.TimeUnit;

/** The process of one VM, its output, and its end. */
final class MachineProcess {
    private final int vm;
    private final Process process;
    private final Thread out;
    private final Thread err;

    MachineProcess(int vm, Process process, RankWatch watch) {
        this.vm = vm;
        this.process = process;
        watch.onStarted(vm, process.pid());
        out = daemon("out-" + vm, () -> watch.output(vm, 1).drain(process.getInputStream()));
        err = daemon("err-" + vm, () -> watch.output(vm, 2).drain(process.getErrorStream()));
        daemon("end-" + vm, () -> watch.onEnded(vm, awaitStatus()));
    }

    private int awaitStatus() {
        try {
            int status = process.waitFor();
            // All output is out before the end is known.
            out.join(TimeUnit.SECONDS.toMillis(2));
            err.join(TimeUnit.SECONDS.toMillis(2));
            return status;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return -1;
        }
    }

    long pid() {
        return process.pid();
    }

    void kill() {
        process.destroyForcibly();
    }

    void awaitEnd(long limitMs) {
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
