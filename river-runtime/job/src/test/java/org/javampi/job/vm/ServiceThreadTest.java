package org.javampi.job.vm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** Threads of the runtime that a program can neither interrupt nor lose without a word. */
class ServiceThreadTest {
    @Test
    void shouldTellWhatEndsIt() {
        IllegalStateException defect = new IllegalStateException("defect");
        CompletableFuture<String> told = new CompletableFuture<>();
        ServiceThread thread = new ServiceThread(
                "river-test",
                () -> {
                    throw defect;
                },
                (dead, thrown) -> told.complete(dead.getName() + " " + thrown.getMessage()));
        assertTrue(thread.isDaemon());
        thread.start();
        assertEquals("river-test defect", told.join());
    }

    @Test
    void shouldNotBeInterruptedByItsGroup() throws InterruptedException {
        ThreadGroup group = new ThreadGroup("program");
        CompletableFuture<Void> over = new CompletableFuture<>();
        CompletableFuture<ServiceThread> made = new CompletableFuture<>();
        Thread program = new Thread(group, () -> {
            ServiceThread thread = new ServiceThread("river-test", over::join, (dead, thrown) -> {});
            thread.start();
            made.complete(thread);
        });
        program.start();
        ServiceThread thread = made.join();
        group.interrupt();
        assertFalse(thread.isInterrupted());
        over.complete(null);
        thread.join();
    }
}
