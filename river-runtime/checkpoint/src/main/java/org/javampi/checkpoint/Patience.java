package org.javampi.checkpoint;

import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/** How long the coordinator waits for something to happen before it does without. */
final class Patience {
    private final ScheduledExecutorService clock;
    private final long limitMs;
    private final Runnable lost;
    private ScheduledFuture<?> end;

    /**
     * Nothing is waited for yet.
     *
     * @param lost done by {@code clock} when patience is lost
     */
    Patience(ScheduledExecutorService clock, long limitMs, Runnable lost) {
        this.clock = clock;
        this.limitMs = limitMs;
        this.lost = lost;
    }

    /** Waits from now on. */
    void begin() {
        schedule(limitMs);
    }

    /** Waits as if it had begun at {@code startNs}. */
    void beginAt(long startNs) {
        long leftNs = startNs + limitNs() - System.nanoTime();
        schedule(TimeUnit.NANOSECONDS.toMillis(leftNs) + 1);
    }

    private void schedule(long delayMs) {
        end();
        end = clock.schedule(lost, delayMs, TimeUnit.MILLISECONDS);
    }

    /** Waits no longer. */
    void end() {
        if (end != null) {
            end.cancel(false);
        }
    }

    long limitNs() {
        return TimeUnit.MILLISECONDS.toNanos(limitMs);
    }

    long limitSeconds() {
        return TimeUnit.MILLISECONDS.toSeconds(limitMs);
    }

    /** The limit as the end of a complaint. */
    String within() {
        return " within " + limitSeconds() + " s";
    }
}
