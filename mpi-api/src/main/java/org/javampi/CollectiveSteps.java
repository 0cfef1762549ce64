package org.javampi;

/**
 * What a collective did inside at one rank: see {@link MPIX#MPIX_Comm_collective_steps} and {@link
 * MPIX#MPIX_Request_collective_steps}.
 *
 * @param algorithm its name, as {@code javampirun --list-coll} has it
 * @param rounds how often the rank waited for others
 * @param steps the messages that the rank sent and received, in that order, {@value #FIELDS} numbers each: see the
 *     constants; none where ranks share memory
 */
public record CollectiveSteps(String algorithm, long rounds, long[] steps) {
    /** Numbers of a step. */
    public static final int FIELDS = 4;

    /** Index of the {@link System#nanoTime()} at which it was sent, or had come. */
    public static final int TIME = 0;

    /** Index of the other rank, in the communicator. */
    public static final int PEER = 1;

    /** Index of its length in bytes. */
    public static final int BYTES = 2;

    /** Index of 1 for a message that was received, 0 for one that was sent. */
    public static final int IS_RECEIVE = 3;
}
