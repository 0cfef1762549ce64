package org.javampi.core.engine;

/**
 * The waits of a rank that have come to sleep. A wait is noted here only when spinning and yielding have been in vain,
 * so a message that comes soon costs nothing. Guarded by the engine lock, unless said otherwise.
 */
final class Standings {
    private static final long FIRST_PATIENCE_NS = 300_000_000;

    private Standing first;
    private Standing spare;
    private long lastId;

    /** The thread of this wait is about to sleep. Answers what {@link #leave} takes. */
    Standing enter(Awaited awaited) {
        Standing standing = spare;
        if (standing == null) {
            standing = new Standing();
        } else {
            spare = standing.next;
        }
        standing.thread = Thread.currentThread();
        standing.awaited = awaited;
        standing.id = ++lastId;
        standing.sinceNs = System.nanoTime();
        standing.told = false;
        standing.patienceNs = FIRST_PATIENCE_NS;
        standing.previous = null;
        standing.next = first;
        if (first != null) {
            first.previous = standing;
        }
        first = standing;
        return standing;
    }

    /** The wait is over. */
    void leave(Standing standing) {
        if (standing.previous == null) {
            first = standing.next;
        } else {
            standing.previous.next = standing.next;
        }
        if (standing.next != null) {
            standing.next.previous = standing.previous;
        }
        standing.thread = null;
        standing.awaited = null;
        standing.next = spare;
        spare = standing;
    }

    /** The one that has begun last, or null; the others follow. */
    Standing first() {
        return first;
    }
}
