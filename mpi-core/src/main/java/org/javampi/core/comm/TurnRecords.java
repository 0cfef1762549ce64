package org.javampi.core.comm;

import org.javampi.core.spi.transport.Region;

/**
 * What each rank has shown in the last turns of a {@link SharedBoard}: a cache line for each of them, which its rank alone
 * writes and which a later turn uses again.
 *
 * <pre>
 *  record + 0:   long progress: turn * 64 + phase
 *         + 8:   long mark of the call and its length
 *         + 16:  long number told
 *         + 24:  long where in its area the rest of the rank's slot begins
 *         + 32:  first 32 bytes of the slot: short data come with the progress
 * </pre>
 *
 * <p>What belongs to a turn is written before its progress, which is released; a rank that has acquired the progress may read
 * the rest, as long as the owner does not use the record for a later turn: it must not before all ranks are through with
 * this one. Its rank's thread calls all methods, one at a time; none allocates.
 */
final class TurnRecords {
    /** Bytes of a slot that come with the progress. */
    static final int HEAD_BYTES = 32;

    private static final int TURN_SHIFT = 6;
    private static final int RECORD_BYTES = 64;
    private static final int MARK_OFFSET = 8;
    private static final int TOLD_OFFSET = 16;
    private static final int PLACE_OFFSET = 24;
    private static final int HEAD_OFFSET = 32;

    /** So many turns have records, where that takes no more memory than {@link #ALL_RECORDS}. */
    private static final int LONGEST_LAP = 16;

    private static final int SHORTEST_LAP = 4;
    private static final int ALL_RECORDS = 8 * 1024;
    private static final Region NOWHERE = Region.allocate(0);

    /** Empty once the board is closed. */
    private Region region;

    private final int start;
    private final int rank;
    private final int lap;

    /** First bytes of a slot: the own one until it is shown, another's to be read. */
    private final Region ownHead = Region.allocate(HEAD_BYTES);

    private final Region othersHead = Region.allocate(HEAD_BYTES);

    /** What the next {@link #show} writes. */
    private int headBytes;

    private long place;
    private boolean placed;
    private long number;
    private boolean telling;

    /**
     * The records of {@code size} ranks, the own one at position {@code rank}.
     *
     * @param start where they begin: {@link #bytes} bytes, zeros before the first turn, at the beginning of a cache line
     */
    TurnRecords(Region region, int start, int rank, int size) {
        this.region = region;
        this.start = start;
        this.rank = rank;
        lap = lap(size);
    }

    /** How many turns have records: a power of 2. */
    static int lap(int size) {
        int share = Integer.highestOneBit(Math.max(1, ALL_RECORDS / RECORD_BYTES / size));
        return Math.max(SHORTEST_LAP, Math.min(LONGEST_LAP, share));
    }

    /** What the records of {@code size} ranks take. */
    static int bytes(int size) {
        return size * lap(size) * RECORD_BYTES;
    }

    /** A number that grows from turn to turn, and in a turn from phase to phase. */
    static long progress(long turn, int phase) {
        return (turn << TURN_SHIFT) + phase;
    }

    static long turn(long progress) {
        return progress >> TURN_SHIFT;
    }

    /** What was to be shown is not: it belonged to a call that has ended. */
    void forget() {
        headBytes = 0;
        placed = false;
        telling = false;
    }

    /** Where to write the first bytes of the own slot, of which the next {@link #show} shows {@code bytes} at least. */
    Region ownHead(int bytes) {
        headBytes = Math.max(headBytes, bytes);
        return ownHead;
    }

    /** The next {@link #show} says that the rest of the own slot begins {@code offset} bytes behind its area's start. */
    void setPlace(int offset) {
        place = offset;
        placed = true;
    }

    /** The next {@link #show} shows {@code told}, too. */
    void tell(long told) {
        number = told;
        telling = true;
    }

    /** Publishes what has been set, and all that this thread has written before. */
    void show(long turn, int phase, long mark) {
        int record = offset(rank, turn);
        // All of the line that others look at is written at once: they take it away in between.
        for (int at = 0; at < headBytes; at += Long.BYTES) {
            region.putLong(record + HEAD_OFFSET + at, ownHead.getLong(at));
        }
        headBytes = 0;
        if (placed) {
            region.putLong(record + PLACE_OFFSET, place);
            placed = false;
        }
        if (telling) {
            region.putLong(record + TOLD_OFFSET, number);
            telling = false;
        }
        region.putLongRelease(record + MARK_OFFSET, mark);
        // Pairs with the acquire in progressAt: the slot is written before, the mark too.
        region.putLongRelease(record, progress(turn, phase));
    }

    /** Where the record of {@code owner} for {@code turn} lies, for {@link #progressAt}. */
    int offset(int owner, long turn) {
        return start + (owner * lap + ((int) turn & lap - 1)) * RECORD_BYTES;
    }

    /** What the record there shows, of its turn or of one that came laps before or after. Acquires what is shown with it. */
    long progressAt(int offset) {
        return region.getLongAcquire(offset);
    }

    /** As {@link #progressAt} of the record of {@code owner} for {@code turn}. */
    long progressOf(int owner, long turn) {
        return progressAt(offset(owner, turn));
    }

    /** The mark of a turn that has been shown, or of a lap later. Acquires. */
    long markOf(int owner, long turn) {
        return region.getLongAcquire(offset(owner, turn) + MARK_OFFSET);
    }

    /** What was told in a turn that has been shown. */
    long toldBy(int owner, long turn) {
        return region.getLong(offset(owner, turn) + TOLD_OFFSET);
    }

    /** What {@code owner} has {@linkplain #setPlace set} in a turn that has been shown. */
    int placeOf(int owner, long turn) {
        return (int) region.getLong(offset(owner, turn) + PLACE_OFFSET);
    }

    /** The first {@code bytes} bytes of a slot that has been shown, or of the own one; valid until the next call. */
    Region headOf(int owner, long turn, int bytes) {
        if (owner == rank) {
            return ownHead;
        }
        int from = offset(owner, turn) + HEAD_OFFSET;
        for (int at = 0; at < bytes; at += Long.BYTES) {
            othersHead.putLong(at, region.getLong(from + at));
        }
        return othersHead;
    }

    /** Nothing can be read or shown any more: a late caller finds an exception. */
    void close() {
        region = NOWHERE;
    }
}
