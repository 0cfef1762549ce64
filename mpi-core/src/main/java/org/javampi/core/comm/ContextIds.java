package org.javampi.core.comm;

/**
 * Names of contexts that this rank gives as the first rank of a new communicator: its world rank in
 * the upper bits, a count in the lower. They are unique in the job without asking anybody, are
 * never given twice, and do not run out: 2^38 communicators for each of 2^23 ranks.
 */
final class ContextIds {
    private static final int COUNT_BITS = 40;

    private long next;

    ContextIds(int worldRank) {
        next = (worldRank + 1L) << COUNT_BITS;
    }

    synchronized long peek() {
        return next;
    }

    synchronized void continueAt(long id) {
        next = id;
    }

    /** A new id; the following ones are the communicator's further contexts. */
    synchronized long next() {
        long id = next;
        next += Communicator.CONTEXTS;
        return id;
    }
}
