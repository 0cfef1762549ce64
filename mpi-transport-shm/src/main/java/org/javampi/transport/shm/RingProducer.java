package org.javampi.transport.shm;

import static org.javampi.transport.shm.SegmentLayout.HEAD_OFFSET;
import static org.javampi.transport.shm.SegmentLayout.RING_HEADER_BYTES;
import static org.javampi.transport.shm.SegmentLayout.STARVED_OFFSET;

import org.javampi.core.spi.transport.Endpoint;
import org.javampi.core.spi.transport.Region;

/**
 * The writing end of a ring with one writer and one reader.
 *
 * <p>A frame begins with its length, at a multiple of 64 bytes; one of at most 32 bytes may stand
 * in the second half of a cache line, too. A length of 0 means "not yet", a negative one "skip this
 * many bytes": the rest of a line, or the ring wraps. The writer clears the length word
 * <em>behind</em> a frame before it publishes the frame, so the reader never has to write into the
 * ring, and each side touches a cache line once.
 */
final class RingProducer {
    /** Where longer frames begin, and what their lengths are rounded to. */
    static final int ALIGNMENT = 64;

    /** A frame of so many bytes shares a cache line with another one. */
    static final int SLOT = ALIGNMENT / 2;

    /**
     * Slots are cleared ahead of short frames, many at a time: the reader's core gives up their
     * cache lines together, and not one for each frame, for which the next locked instruction would
     * have to wait.
     */
    private static final int AHEAD = 16 * ALIGNMENT;

    /** With no more left than this the next are cleared. */
    private static final int FEW = AHEAD / 2;

    /** Behind a longer frame another one is likely, which would run over what was cleared. */
    private static final int SHORT_FRAME = 4 * ALIGNMENT;

    private final Region ring;
    private final int mask;
    private final int capacity;

    private long tail;
    private long knownHead;

    /** From the tail to here the first word of every slot is clear. */
    private long clearedTo;

    private int claimedAt;
    private int claimedBytes;

    RingProducer(Region ring, int ringBytes) {
        this.ring = ring;
        capacity = ringBytes;
        mask = ringBytes - 1;
    }

    Region region() {
        return ring;
    }

    /** Room for a frame of {@code byteCount} bytes: its index in the region, or FULL. */
    int claim(int byteCount) {
        int length = room(byteCount);
        int position = (int) tail & mask;
        int toEnd = capacity - position;
        // To the next cache line, or to the front.
        int skipped = length > toEnd ? toEnd : length > SLOT ? -position & (ALIGNMENT - 1) : 0;
        // What is skipped, the frame, and the word behind it that must be cleared.
        int needed = skipped + length + SLOT;
        if (tail + needed - knownHead > capacity && tail + needed - refreshHead() > capacity) {
            return Endpoint.FULL;
        }
        if (skipped != 0) {
            skip(position, skipped);
        }
        // While the frame is filled there is time for the line behind it to come.
        clearAt(tail + length);
        claimedAt = RING_HEADER_BYTES + ((int) tail & mask);
        claimedBytes = byteCount;
        return claimedAt;
    }

    private void skip(int position, int byteCount) {
        tail += byteCount;
        clearAt(tail);
        noteClear(tail);
        // Pairs with the reader's acquire of this word: the clear word behind is seen before.
        ring.putIntRelease(RING_HEADER_BYTES + position, -byteCount);
    }

    void commit() {
        tail += room(claimedBytes);
        noteClear(tail);
        // Pairs with the reader's acquire of this word: everything in the frame is seen before its
        // length.
        ring.putIntRelease(claimedAt, claimedBytes);
        if (claimedBytes <= SHORT_FRAME && clearedTo - tail <= FEW) {
            clearAhead();
        }
    }

    /** The word behind what is published next must be clear before it is. */
    private void clearAt(long position) {
        if (clearedTo <= position) {
            clear(position);
        }
    }

    private void noteClear(long position) {
        clearedTo = Math.max(clearedTo, position + SLOT);
    }

    /**
     * Clears the words of the next slots after publishing. Stores become visible in order: done
     * before, the frame would have to wait until the reader's core has given up the next slot's
     * cache line.
     */
    private void clearAhead() {
        long limit = Math.min(tail + AHEAD, knownHead + capacity);
        while (clearedTo < limit) {
            clear(clearedTo);
            clearedTo += SLOT;
        }
    }

    private void clear(long position) {
        ring.putInt(RING_HEADER_BYTES + ((int) position & mask), 0);
    }

    /** Announces that this end will sleep until there is room. */
    void starve() {
        ring.putIntVolatile(STARVED_OFFSET, 1);
    }

    /** Whether the reader has made room since the last FULL. */
    boolean hasDrained() {
        return ring.getLongAcquire(HEAD_OFFSET) != knownHead;
    }

    private long refreshHead() {
        // Pairs with the reader's release: it has read all bytes before the head it publishes.
        return knownHead = ring.getLongAcquire(HEAD_OFFSET);
    }

    /** What a frame of {@code byteCount} bytes takes up. */
    static int room(int byteCount) {
        return byteCount <= SLOT ? SLOT : (byteCount + ALIGNMENT - 1) & -ALIGNMENT;
    }
}
