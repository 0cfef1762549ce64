package org.javampi.conformance.requests;

/**
 * What became of one send. Moments count the calls of the sender; {@code cancelAsked} is -1 if
 * nobody has asked.
 */
record Sent(
        int source,
        int number,
        int dest,
        int comm,
        int tag,
        int length,
        boolean synchronous,
        boolean cancelled,
        int cancelAsked,
        int completed) {
    static final int INTS = 10;

    /** As {@link #INTS} ints from {@code offset}. */
    void store(int[] into, int offset) {
        int[] fields = {
            source, number, dest, comm, tag, length, synchronous ? 1 : 0, cancelled ? 1 : 0, cancelAsked, completed
        };
        System.arraycopy(fields, 0, into, offset, INTS);
    }

    static Sent load(int[] from, int offset) {
        return new Sent(
                from[offset],
                from[offset + 1],
                from[offset + 2],
                from[offset + 3],
                from[offset + 4],
                from[offset + 5],
                from[offset + 6] != 0,
                from[offset + 7] != 0,
                from[offset + 8],
                from[offset + 9]);
    }
}
