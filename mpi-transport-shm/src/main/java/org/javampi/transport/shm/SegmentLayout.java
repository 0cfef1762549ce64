package org.javampi.transport.shm;

/**
 * Where things lie in the segment of one host with {@code n} ranks.
 *
 * <pre>
 *  0                    header           magic, ring size, ranks that have opened it
 *  4096                 n control blocks of 256 bytes, one per rank
 *  + n * 256            attachment rows: n rows of n ints, row r col s: s has begun to send to r
 *  page-aligned         n * n rings, the ring from s to r at index r * n + s:
 *                         256 bytes ring header, then ringBytes of frames
 * </pre>
 *
 * The file is sparse: a ring that is never used takes no memory. A fresh file is all zeros, which
 * is the valid initial state of everything in it: the first rank only takes the memory before the rings.
 */
final class SegmentLayout {
    /** Says that a file is a segment, and of which layout. */
    static final int MAGIC = 0x6a6d7031;

    static final int MAGIC_OFFSET = 0;
    static final int RING_BYTES_OFFSET = 4;
    static final int OPENED_OFFSET = 8;
    static final int HEADER_BYTES = 4096;

    /** Control block: whether the rank sleeps; written by its rank, cleared by the rank that wakes it. */
    static final int SLEEP_OFFSET = 0;

    /** Control block: UDP port of the rank's bell; 0 until it is open. */
    static final int BELL_PORT_OFFSET = 64;

    /** Control block: number of ranks that have begun to send to this one. */
    static final int ATTACHED_OFFSET = 128;

    /** Control block: 1 once the rank has closed the segment. */
    static final int CLOSED_OFFSET = 192;

    static final int CONTROL_BYTES = 256;

    /** Ring header: frames consumed so far, in bytes; written by the consumer. */
    static final int HEAD_OFFSET = 0;

    /** Ring header: 1 while the producer sleeps for want of room; written by both. */
    static final int STARVED_OFFSET = 128;

    static final int RING_HEADER_BYTES = 256;

    private static final int PAGE = 4096;

    final int ranks;
    final int ringBytes;

    SegmentLayout(int ranks, int ringBytes) {
        this.ranks = ranks;
        this.ringBytes = ringBytes;
    }

    /** Bytes before the first ring. */
    static long ringsOffset(int ranks) {
        long end = HEADER_BYTES + (long) ranks * CONTROL_BYTES + (long) ranks * ranks * Integer.BYTES;
        return (end + PAGE - 1) / PAGE * PAGE;
    }

    /** Memory that a segment takes before anything is sent: what comes before the rings, and its last page. */
    static long leastBytes(int ranks) {
        return ringsOffset(ranks) + PAGE;
    }

    static int controlOffset(int rank) {
        return HEADER_BYTES + rank * CONTROL_BYTES;
    }

    static int attachmentOffset(int ranks, int receiver, int sender) {
        return Math.toIntExact(
                HEADER_BYTES + (long) ranks * CONTROL_BYTES + ((long) receiver * ranks + sender) * Integer.BYTES);
    }

    /** Position of the ring from {@code sender} to {@code receiver}. */
    long ringOffset(int receiver, int sender) {
        return ringsOffset(ranks) + ((long) receiver * ranks + sender) * ringStride();
    }

    /** Distance from one ring to the next. */
    int ringStride() {
        return RING_HEADER_BYTES + ringBytes;
    }

    /** Length of the whole file. */
    long fileBytes() {
        return ringsOffset(ranks) + (long) ranks * ranks * ringStride();
    }
}
