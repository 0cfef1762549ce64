package org.javampi.core.engine;

import org.javampi.core.spi.transport.Region;

/**
 * Memory that is handed out in pieces of one size. Free pieces are chained through their first four
 * bytes.
 */
final class Slab {
    private static final int NONE = -1;

    final Region region;

    /** Neighbours among the slabs with room, or successor among the unused ones. */
    Slab next;

    Slab previous;

    private int pieceBytes;
    private int pieces;
    private int cut;
    private int free;

    Slab(int byteCount) {
        region = Region.allocate(byteCount);
    }

    /** Begins to hand out pieces of that size; nothing is handed out now. */
    void divide(int bytes) {
        pieceBytes = bytes;
        pieces = 0;
        cut = 0;
        free = NONE;
    }

    /** Offset of a piece; there must be one. */
    int take() {
        pieces++;
        int offset = free;
        if (offset != NONE) {
            free = region.getInt(offset);
            return offset;
        }
        offset = cut;
        cut += pieceBytes;
        return offset;
    }

    /** Takes a piece back. */
    void give(int offset) {
        region.putInt(offset, free);
        free = offset;
        pieces--;
    }

    boolean isFull() {
        return free == NONE && cut + pieceBytes > region.capacity();
    }

    boolean isUnused() {
        return pieces == 0;
    }
}
