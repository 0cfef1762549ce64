package org.javampi.river.platform;

import java.io.IOException;

/**
 * Works on files for threads of the program, which may be interrupted at any time. A FileChannel closes itself when the
 * thread that uses it is, or was before, and lets its locks go: half of the work would be done, and could not be repeated. So
 * the work is done by a thread that cannot be interrupted, while the caller waits. That costs a thread: it is for what is rare, as opening,
 * mapping and closing are, or reading much at once.
 */
public final class Uninterrupted {
    private Uninterrupted() {}

    /** Work on a file. */
    @FunctionalInterface
    public interface Work<T> {
        /** Does it. */
        T run() throws IOException;
    }

    /** Does {@code work} once. The caller is as interrupted afterwards as it was, or has become. */
    public static <T> T run(Work<T> work) throws IOException {
        if (Thread.currentThread() instanceof Worker) {
            return work.run();
        }
        Worker<T> worker = new Worker<>(work);
        worker.start();
        awaitEnd(worker);
        return worker.result();
    }

    private static void awaitEnd(Thread worker) {
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    worker.join();
                    return;
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private static final class Worker<T> extends Thread {
        private final Work<T> work;
        /** Written before this thread ends, read by the one that has joined it. */
        private T value;

        private Throwable failure;

        Worker(Work<T> work) {
            super("javampi-file");
            this.work = work;
            setDaemon(true);
        }

        @Override
        public void run() {
            try {
                value = work.run();
            } catch (IOException | RuntimeException | Error e) {
                failure = e;
            }
        }

        /** Without effect: who interrupts all threads of a group means the program's. */
        @Override
        public void interrupt() {}

        T result() throws IOException {
            if (failure instanceof IOException checked) {
                throw checked;
            }
            if (failure instanceof RuntimeException unchecked) {
                throw unchecked;
            }
            if (failure instanceof Error error) {
                throw error;
            }
            return value;
        }
    }
}
