package org.javampi.core.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.javampi.core.failure.MpiFailure;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Threads of one rank that wait at the same time. */
final class WaitersTest {
    private final Counting sleeper = new Counting();
    private final Engine engine = new Engine(
            0,
            1,
            (short) 0,
            EngineSettings.read((key, fallback) -> key.startsWith("wait.") ? "0" : fallback),
            List.of(),
            sleeper,
            Cores.of(0, 1, Cores.Binding.NONE, "rank 0", false));

    /** Counts sleeps. */
    private static final class Counting extends Sleeper {
        private final AtomicInteger sleeps = new AtomicInteger();

        @Override
        void sleep(long limitNs) {
            sleeps.incrementAndGet();
            super.sleep(limitNs);
        }
    }

    /** Over when the test says so. */
    private static class Flag implements Awaited {
        private final boolean untold;
        volatile boolean over;
        volatile Thread waiter;

        Flag(boolean untold) {
            this.untold = untold;
        }

        @Override
        public boolean isOver() {
            return over;
        }

        @Override
        public boolean isUntold() {
            return untold;
        }

        @Override
        public void setWaiter(Thread thread) {
            waiter = thread;
        }
    }

    @AfterEach
    void end() {
        engine.close();
        sleeper.close();
    }

    private static Thread start(Runnable body) {
        Thread thread = new Thread(body);
        thread.setDaemon(true);
        thread.start();
        return thread;
    }

    private static void awaitState(Thread thread, Thread.State state) {
        while (thread.getState() != state) {
            Thread.onSpinWait();
        }
    }

    @Test
    void shouldSleepWhenItsThreadIsInterrupted() throws Exception {
        Flag flag = new Flag(false);
        CompletableFuture<Boolean> interrupted = new CompletableFuture<>();
        Thread thread = start(() -> {
            Thread.currentThread().interrupt();
            engine.await(flag);
            interrupted.complete(Thread.currentThread().isInterrupted());
        });
        while (sleeper.sleeps.get() < 2) {
            Thread.onSpinWait();
        }
        int before = sleeper.sleeps.get();
        long startNs = System.nanoTime();
        while (System.nanoTime() - startNs < 300_000_000) {
            Thread.onSpinWait();
        }
        int sleeps = sleeper.sleeps.get() - before;
        thread.interrupt();
        flag.over = true;
        sleeper.wake();
        assertTrue(interrupted.get(), "the interruption is lost");
        assertTrue(sleeps <= 10, sleeps + " sleeps in 0.3 s");
    }

    /** The one that leads sees what another waits for: nobody else could tell it. */
    @Test
    void shouldWakeTheFollowerWhoseEventNobodyTells() {
        Flag leads = new Flag(false);
        Flag follows = new Flag(true);
        Thread leader = start(() -> engine.await(leads));
        while (leads.waiter == null) {
            Thread.onSpinWait();
        }
        Thread follower = start(() -> engine.await(follows));
        awaitState(follower, Thread.State.TIMED_WAITING);
        for (int i = 0; i < 20 && follower.isAlive(); i++) {
            engine.lock().acquire();
            boolean parked = follows.waiter == follower;
            engine.lock().release();
            if (parked) {
                follows.over = true;
                sleeper.wake();
                awaitState(follower, Thread.State.TERMINATED);
            }
        }
        assertTrue(leader.isAlive());
        leads.over = true;
        sleeper.wake();
    }

    @Test
    void shouldRefuseToLeaveWhileAThreadWaits() throws Exception {
        engine.checkAlone();
        Flag flag = new Flag(false);
        CompletableFuture<MpiFailure> ended = new CompletableFuture<>();
        Thread thread = start(() -> {
            try {
                engine.await(flag);
            } catch (MpiFailure failure) {
                ended.complete(failure);
            }
        });
        while (flag.waiter == null) {
            Thread.onSpinWait();
        }
        String said = assertThrows(MpiFailure.class, engine::checkAlone).getMessage();
        assertEquals(
                "thread " + thread.getName()
                        + " still waits in an MPI call: all calls of all threads must have returned before",
                said);
        engine.close();
        assertTrue(ended.get().getMessage().contains("MPI_Finalize was called while this call waited"));
        assertFalse(engine.waiting.hasSleepers());
    }
}
