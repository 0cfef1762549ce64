package org.javampi.river.trickle;

/**
 * A call that was begun: {@link Trickle#join} waits for it.
 *
 * @param <R> type of its result
 */
public interface Handle<R> {
    /** Whether it is over: {@code join} would not wait. */
    boolean isDone();

    /**
     * Waits for the result.
     *
     * @throws TrickleException when the function has thrown, or its VMs have died
     * @throws InterruptedException when the thread is interrupted
     */
    R get() throws InterruptedException;
}
