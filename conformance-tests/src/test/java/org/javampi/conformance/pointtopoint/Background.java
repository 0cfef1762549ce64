package org.javampi.conformance.pointtopoint;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/** A second thread of a rank. */
final class Background {
    private final FutureTask<Void> task;

    private Background(FutureTask<Void> task) {
        this.task = task;
    }

    static Background start(Runnable body) {
        FutureTask<Void> task = new FutureTask<>(body, null);
        Thread thread = new Thread(task, "background");
        thread.setDaemon(true);
        thread.start();
        return new Background(task);
    }

    /** Waits for its end; what it has thrown comes out here. */
    void join() throws InterruptedException {
        try {
            task.get();
        } catch (ExecutionException e) {
            throw new AssertionError("a background thread failed", e.getCause());
        }
    }
}
