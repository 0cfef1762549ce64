package org.javampi.job.hang;

import java.util.List;

/**
 * What a runtime knows of one rank's communication at one moment.
 *
 * @param waits threads that wait inside of MPI
 * @param poll a thread that looks for messages again and again and finds none; null for none
 * @param quiet whether nothing of this rank's is on the way: no answer, no data of a long message
 * @param calls changes with each call that makes progress
 * @param posted receives that wait for a message, whether or not a thread waits for them
 * @param early messages without a receive
 * @param frames world rank, frames sent to it and frames received from it, for each rank that was met
 * @param collectives the last one entered on each communicator
 * @param idle what persistent requests that are not started would do
 */
public record RankState(
        List<Wait> waits,
        Poll poll,
        boolean quiet,
        int calls,
        List<Operation> posted,
        List<EarlyMessage> early,
        long[] frames,
        List<CollectiveCall> collectives,
        List<Operation> idle) {
    /**
     * A thread that waits, or a collective that goes on in the background and needs messages.
     *
     * @param thread null for a collective in the background
     * @param id names this wait among all of the rank
     * @param sinceNs when it began, by {@link System#nanoTime}
     * @param goesOn what it waits for is over, on the way, or not known: it may go on by itself
     * @param any whether one of the operations is enough
     * @param collective the collective that it is in, or null
     */
    public record Wait(
            Thread thread,
            long id,
            long sinceNs,
            boolean goesOn,
            boolean any,
            List<Operation> operations,
            CollectiveCall collective) {}

    /**
     * A thread that looks for messages again and again, and has found none for long.
     *
     * @param id names this series of looks among all of the rank
     * @param lastedNs from the first look to the last
     * @param stack where one of the latest looks was made
     * @param tight whether the thread is known to do nothing else between the looks
     * @param goesOn what it looks for is on the way, or not known
     */
    public record Poll(
            Thread thread,
            long id,
            long lastedNs,
            StackTraceElement[] stack,
            boolean tight,
            boolean goesOn,
            List<Operation> operations) {}

    /** Who answers for one rank. Any thread. */
    @FunctionalInterface
    public interface Source {
        /** Looks now. Waits for nobody. */
        RankState look();
    }
}
