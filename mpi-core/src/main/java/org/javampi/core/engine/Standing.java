package org.javampi.core.engine;

/** One thread's wait that has come to sleep: who waits, for what, and since when. Guarded by the engine lock. */
final class Standing {
    Thread thread;
    Awaited awaited;
    long id;
    long sinceNs;

    /** Whether others have been told that it lasts. */
    boolean told;

    /** How long it must have lasted when the ranks that it needs are asked, for collectives. */
    long patienceNs;

    Standing next;
    Standing previous;
}
