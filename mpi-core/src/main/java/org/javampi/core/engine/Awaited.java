package org.javampi.core.engine;

/** What a thread waits for: one request, or some of many. */
public interface Awaited {
    /** Whether there is nothing left to wait for. Any thread, no lock. */
    boolean isOver();

    /** Names the thread to wake when it is over, or nobody (null). Under the engine lock. */
    void setWaiter(Thread thread);
}
