package org.javampi.core.engine;

/** One thread's wait that has come to sleep: who waits, for what, and since when. Guarded by the engine lock. */
final class Standing {
    Thread thread;
    Awaited awaited;
    long id;
    long sinceNs;

    /** Whether others have been told that it lasts. */
    boolean told;

    Standing next;
    Standing previous;
}
