package org.javampi.program;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Timer;
import java.util.TimerTask;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;
import org.javampi.job.hang.RankLook;
import org.javampi.job.hang.RankReport;
import org.javampi.job.hang.ThreadReport;
import org.javampi.job.hang.ThreadReport.Activity;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Which threads of a program may go on by themselves, and which need another one of their process. */
class RankLookTest {
    private final ThreadGroup group = new ThreadGroup("looked at");
    private final CountDownLatch over = new CountDownLatch(1);
    private volatile boolean ended;

    @AfterEach
    void end() {
        ended = true;
        over.countDown();
        group.interrupt();
    }

    @FunctionalInterface
    private interface Work {
        void run() throws Exception;
    }

    private Thread start(Work work) {
        Thread thread = new Thread(group, () -> {
            try {
                work.run();
            } catch (Exception e) {
                // The test is over, and has interrupted it.
                ended = true;
            }
        });
        thread.setDaemon(true);
        thread.start();
        return thread;
    }

    private RankReport look() {
        return new RankLook(0, thread -> group.parentOf(group(thread)), false).look(null);
    }

    private ThreadGroup group(Thread thread) {
        ThreadGroup own = thread.getThreadGroup();
        return own == null ? new ThreadGroup("ended") : own;
    }

    /** What a thread is taken for once it is in a state. */
    private ThreadReport settled(Thread thread, Predicate<Thread.State> state) {
        while (!state.test(thread.getState())) {
            Thread.onSpinWait();
        }
        for (ThreadReport report : look().threads()) {
            if (report.thread().equals(thread.getName())) {
                return report;
            }
        }
        throw new AssertionError("no report of " + thread);
    }

    private void assertActive(Thread thread, Thread.State state, String doing) {
        ThreadReport report = settled(thread, state::equals);
        assertEquals(Activity.ACTIVE, report.activity(), report.toString());
        assertEquals(doing, report.doing());
        assertTrue(report.place().file().equals("RankLookTest.java"), report.toString());
    }

    private void assertIdle(Thread thread) {
        ThreadReport report = settled(
                thread,
                state -> state == Thread.State.WAITING
                        || state == Thread.State.BLOCKED
                        || state == Thread.State.TIMED_WAITING);
        assertEquals(Activity.IDLE, report.activity(), report.toString());
    }

    @Test
    void shouldTakeAThreadThatComputesAsActive() {
        CountDownLatch begun = new CountDownLatch(1);
        Thread thread = start(() -> {
            begun.countDown();
            while (!ended) {
                Thread.onSpinWait();
            }
        });
        awaitQuietly(begun);
        assertActive(thread, Thread.State.RUNNABLE, "computes");
    }

    @Test
    void shouldTakeAThreadThatSleepsAsActive() {
        assertActive(start(() -> Thread.sleep(600_000)), Thread.State.TIMED_WAITING, "sleeps");
    }

    @Test
    void shouldTakeAThreadThatIsParkedForATimeAsActive() {
        Thread thread = start(() -> LockSupport.parkNanos(TimeUnit.MINUTES.toNanos(10)));
        assertActive(thread, Thread.State.TIMED_WAITING, "waits for another thread");
    }

    @Test
    void shouldTakeAThreadThatWaitsForASocketAsActive() throws Exception {
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            CountDownLatch begun = new CountDownLatch(1);
            Thread thread = start(() -> {
                begun.countDown();
                server.accept();
            });
            begun.await();
            ThreadReport report = settled(thread, Thread.State.RUNNABLE::equals);
            assertEquals(Activity.ACTIVE, report.activity());
        }
    }

    @Test
    void shouldTakeAThreadWhoseTimerIsSetAsActive() {
        Timer timer = new Timer("timer", true);
        Thread[] found = new Thread[1];
        CountDownLatch first = new CountDownLatch(1);
        timer.schedule(
                new TimerTask() {
                    @Override
                    public void run() {
                        found[0] = Thread.currentThread();
                        first.countDown();
                    }
                },
                0,
                600_000);
        awaitQuietly(first);
        ThreadReport report = reportOf(found[0], Thread.State.TIMED_WAITING::equals);
        assertEquals(Activity.ACTIVE, report.activity(), report.toString());
        timer.cancel();
    }

    private ThreadReport reportOf(Thread thread, Predicate<Thread.State> state) {
        while (!state.test(thread.getState())) {
            Thread.onSpinWait();
        }
        return new RankLook(0, thread::equals, false).look(null).threads().get(0);
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void shouldTakeAScheduledTaskAsActiveAndAnEmptyScheduleAsIdle() throws Exception {
        Thread[] worker = new Thread[1];
        ThreadFactory factory = task -> worker[0] = new Thread(group, task, "scheduler");
        ScheduledExecutorService schedule = Executors.newSingleThreadScheduledExecutor(factory);
        schedule.submit(() -> {}).get();
        assertEquals(
                Activity.IDLE, reportOf(worker[0], Thread.State.WAITING::equals).activity());
        schedule.schedule(() -> {}, 10, TimeUnit.MINUTES);
        assertEquals(
                Activity.ACTIVE,
                reportOf(worker[0], Thread.State.TIMED_WAITING::equals).activity());
        schedule.shutdownNow();
    }

    @Test
    void shouldTakeIdleWorkersOfPoolsAsIdle() throws Exception {
        Thread[] worker = new Thread[1];
        ExecutorService pool = Executors.newCachedThreadPool(task -> worker[0] = new Thread(group, task, "worker"));
        pool.submit(() -> {}).get();
        ThreadReport report = reportOf(worker[0], Thread.State.TIMED_WAITING::equals);
        assertEquals(Activity.IDLE, report.activity(), "it only waits to end: " + report);
        pool.shutdownNow();
    }

    @Test
    void shouldTakeAChildOfTheProcessAsActive() throws Exception {
        Process child = new ProcessBuilder("sleep", "600").start();
        try {
            RankReport report = new RankLook(0, thread -> true, false).look(null);
            assertTrue(
                    report.threads().stream()
                            .anyMatch(thread -> thread.thread().startsWith("process reaper")
                                    && thread.activity() == Activity.ACTIVE),
                    report.toString());
        } finally {
            child.destroyForcibly().waitFor();
        }
    }

    @Test
    void shouldTakeThreadsThatWaitForOthersAsIdle() {
        Thread last = start(over::await);
        assertIdle(last);
        assertIdle(start(last::join));
        assertIdle(start(() -> new LinkedBlockingQueue<String>().take()));
        assertIdle(start(LockSupport::park));
    }

    @Test
    void shouldTakeAThreadThatWaitsForALockAsIdle() {
        ReentrantLock lock = new ReentrantLock();
        lock.lock();
        assertIdle(start(lock::lockInterruptibly));
        Object monitor = new Object();
        synchronized (monitor) {
            assertIdle(start(() -> {
                synchronized (monitor) {
                    over.countDown();
                }
            }));
        }
    }

    /** Its reader looks again every second whether the writer lives. */
    @Test
    void shouldTakeAThreadThatReadsAPipeAsActive() throws Exception {
        try (PipedInputStream in = new PipedInputStream(new PipedOutputStream())) {
            Thread thread = start(in::read);
            assertEquals(
                    Activity.ACTIVE,
                    settled(thread, Thread.State.TIMED_WAITING::equals).activity());
        }
    }

    @Test
    void shouldTakeIdleThreadsAsActiveWhereOthersMayWakeThem() {
        Thread thread = start(over::await);
        settled(thread, Thread.State.WAITING::equals);
        RankReport report = new RankLook(0, thread::equals, true).look(null);
        assertEquals(Activity.ACTIVE, report.threads().get(0).activity());
    }
}
