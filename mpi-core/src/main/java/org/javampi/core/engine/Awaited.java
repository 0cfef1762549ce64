package org.javampi.core.engine;

/** What a thread waits for: one request, or some of many. */
public interface Awaited {
    /** Whether there is nothing left to wait for. Any thread, no lock. */
    boolean isOver();

    /**
     * Whether nobody tells its waiter, so that the thread that sleeps for all must look: what lies in
     * shared memory is written by other processes, which know ranks but no threads. Then {@link #isOver}
     * may be asked by other threads, under the engine lock.
     */
    default boolean isUntold() {
        return false;
    }

    /** Names the thread to wake when it is over, or nobody (null). Under the engine lock. */
    void setWaiter(Thread thread);

    /**
     * Tells whom it takes to be over, for reports and for the proof that it never will be. Called by any thread, under
     * the engine lock, while a thread waits for this. Whatever does not know says nothing: it counts as going on.
     */
    default void describe(WaitDescription description) {
        description.goesOn();
    }
}
