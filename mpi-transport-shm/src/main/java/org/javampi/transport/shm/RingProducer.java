package org.javampi.transport.shm;

import static org.javampi.transport.shm.SegmentLayout.HEAD_OFFSET;
import static org.javampi.transport.shm.SegmentLayout.RING_HEADER_BYTES;
import static org.javampi.transport.shm.SegmentLayout.STARVED_OFFSET;

import org.javampi.core.spi.transport.Endpoint;
import org.javampi.core.spi.transport.Region;

/**
 * The writing end of a ring with one writer and one reader.
 *
 * <p>A frame begins at a multiple of 64 bytes with its length; a length of 0 means "not yet", a
 * negative one "skip this many bytes, the ring wraps". The writer clears the length word
 * <em>behind</em> a frame before it publishes the frame, so the reader never has to write into the
 * ring: a frame with up to 28 bytes behind the engine's header travels in one cache line, touched
 * once by each side.
 */
final class RingProducer {
    static final int ALIGNMENT = 64;

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
        int length = aligned(byteCount);
        int position = (int) tail & mask;
        int toEnd = capacity - position;
        // The frame, the word behind it that must be cleared, and what a wrap skips.
        int needed = length + ALIGNMENT + (length > toEnd ? toEnd : 0);
        if (tail + needed - knownHead > capacity && tail + needed - refreshHead() > capacity) {
            return Endpoint.FULL;
        }
        if (length > toEnd) {
            tail += toEnd;
            clearAt(tail);
            noteClear(tail);
            // Pairs with the reader's acquire of this word: the clear word at 0 is seen before the
            // skip.
            ring.putIntRelease(RING_HEADER_BYTES + position, -toEnd);
            position = 0;
        }
        // While the frame is filled there is time for the line behind it to come.
        clearAt(tail + length);
        claimedAt = RING_HEADER_BYTES + position;
        claimedBytes = byteCount;
        return claimedAt;
    }

    void commit() {
        tail += aligned(claimedBytes);
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
        clearedTo = Math.max(clearedTo, position + ALIGNMENT);
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
            clearedTo += ALIGNMENT;
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

    private static int aligned(int byteCount) {
        return (byteCount + ALIGNMENT - 1) & -ALIGNMENT;
    }
}
