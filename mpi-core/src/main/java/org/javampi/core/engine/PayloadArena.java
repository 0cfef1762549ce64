package org.javampi.core.engine;

import java.util.ArrayList;
import java.util.List;
import org.agrona.collections.LongArrayList;
import org.javampi.core.spi.transport.Region;

/**
 * Memory for the payloads of unexpected messages: pieces of a power of two, cut from slabs and
 * recycled, so that a steady stream of early messages makes no garbage. Grows as long as messages
 * come; how many may come is bounded by what their senders may send unasked. Guarded by the engine
 * lock.
 */
final class PayloadArena {
    private static final int SMALLEST_SHIFT = 6;
    private static final int SLAB_BYTES = 1 << 20;
    private static final int CLASSES = 26;

    private final List<Region> slabs = new ArrayList<>();
    private final LongArrayList[] free = new LongArrayList[CLASSES];
    private int slabUsed = SLAB_BYTES;
    private int current = -1;

    /** Gives {@code message} room for {@code byteCount} bytes. */
    void allocate(Message message, int byteCount) {
        int payloadClass = classOf(byteCount);
        LongArrayList pieces = free[payloadClass];
        boolean recycled = pieces != null && !pieces.isEmpty();
        long piece = recycled ? pieces.getLong(pieces.size() - 1) : cut(payloadClass);
        if (recycled) {
            pieces.removeAt(pieces.size() - 1);
        }
        message.payloadClass = payloadClass;
        message.region = slabs.get((int) (piece >>> 32));
        message.offset = (int) piece;
        message.slab = (int) (piece >>> 32);
    }

    /** Takes the room of {@code message} back. */
    void release(Message message) {
        LongArrayList pieces = free[message.payloadClass];
        if (pieces == null) {
            pieces = new LongArrayList();
            free[message.payloadClass] = pieces;
        }
        pieces.addLong(piece(message.slab, message.offset));
        message.region = null;
    }

    private long cut(int payloadClass) {
        int bytes = 1 << (payloadClass + SMALLEST_SHIFT);
        if (bytes >= SLAB_BYTES) {
            slabs.add(Region.allocate(bytes));
            return piece(slabs.size() - 1, 0);
        }
        if (slabUsed + bytes > SLAB_BYTES) {
            slabs.add(Region.allocate(SLAB_BYTES));
            current = slabs.size() - 1;
            slabUsed = 0;
        }
        int offset = slabUsed;
        slabUsed += bytes;
        return piece(current, offset);
    }

    private static long piece(int slab, int offset) {
        return (long) slab << 32 | offset;
    }

    private static int classOf(int byteCount) {
        int bits = 32 - Integer.numberOfLeadingZeros(Math.max(1, byteCount) - 1);
        return Math.max(0, bits - SMALLEST_SHIFT);
    }
}
