package org.javampi.core.engine;

/**
 * Memory for the payloads of unexpected messages: pieces of a power of two, cut from slabs and
 * recycled, so that a steady stream of early messages makes no garbage. Grows as long as messages
 * come; how many may come is bounded by what their senders may send unasked. A slab without a
 * message serves the next size that needs one; those that stay unused are given back by {@link
 * #trim}, that is, left to the collector. Guarded by the engine lock.
 */
final class PayloadArena {
    /** Unused slabs that are kept: enough for most programs' early messages. */
    static final int KEPT_BYTES = 2 << 20;

    private static final int SMALLEST_SHIFT = 6;
    private static final int SLAB_BYTES = 256 << 10;

    /** Larger pieces have slabs of their own. */
    private static final int LARGEST_SHARING = SLAB_BYTES / 8;

    private static final int CLASSES = 25;

    private final PoolSurplus surplus;

    /** By size of pieces: slabs that are in use and have room. */
    private final Slab[] open = new Slab[CLASSES];

    /** Unused slabs of the common size. */
    private final Stock common = new Stock(SLAB_BYTES);

    /** By size of pieces: unused slabs of one piece; null for sizes that never came. */
    private final Stock[] single = new Stock[CLASSES];

    private long heldBytes;

    /** Unused slabs of one size. */
    private static final class Stock {
        final int slabBytes;
        final LowWaterMark level;
        Slab top;

        Stock(int slabBytes) {
            this.slabBytes = slabBytes;
            level = new LowWaterMark(KEPT_BYTES / slabBytes);
        }
    }

    PayloadArena(PoolSurplus surplus) {
        this.surplus = surplus;
    }

    /** Gives {@code message} room for {@code byteCount} bytes. */
    void allocate(Message message, int byteCount) {
        int size = classOf(byteCount);
        Slab slab = open[size];
        if (slab == null) {
            slab = unused(size);
            slab.divide(pieceBytes(size));
            link(slab, size);
        }
        message.offset = slab.take();
        message.region = slab.region;
        message.slab = slab;
        if (slab.isFull()) {
            unlink(slab, size);
        }
    }

    /** Takes the room of {@code message}, whose length stands, back. */
    void release(Message message) {
        int size = classOf((int) message.byteCount);
        Slab slab = message.slab;
        boolean wasFull = slab.isFull();
        slab.give(message.offset);
        message.region = null;
        message.slab = null;
        if (slab.isUnused()) {
            if (!wasFull) {
                unlink(slab, size);
            }
            putAside(slab, size);
        } else if (wasFull) {
            link(slab, size);
        }
    }

    /**
     * Gives back slabs that were unused ever since the last call; answers whether more of them are
     * left than are always kept.
     */
    boolean trim() {
        boolean more = trim(common);
        for (Stock stock : single) {
            if (stock != null) {
                more |= trim(stock);
            }
        }
        return more;
    }

    /** Bytes of all slabs. */
    long heldBytes() {
        return heldBytes;
    }

    private boolean trim(Stock stock) {
        for (int unneeded = stock.level.look(); unneeded > 0; unneeded--) {
            stock.top = stock.top.next;
            heldBytes -= stock.slabBytes;
        }
        return stock.level.isHigh();
    }

    private Slab unused(int size) {
        Stock stock = stock(size);
        Slab slab = stock.top;
        if (slab == null) {
            slab = new Slab(stock.slabBytes);
            heldBytes += stock.slabBytes;
        } else {
            stock.top = slab.next;
            stock.level.fall();
        }
        return slab;
    }

    private void putAside(Slab slab, int size) {
        Stock stock = stock(size);
        slab.next = stock.top;
        stock.top = slab;
        stock.level.rise();
        if (stock.level.isHigh()) {
            surplus.note();
        }
    }

    private Stock stock(int size) {
        if (pieceBytes(size) <= LARGEST_SHARING) {
            return common;
        }
        Stock stock = single[size];
        return stock != null ? stock : (single[size] = new Stock(pieceBytes(size)));
    }

    private void link(Slab slab, int size) {
        slab.previous = null;
        slab.next = open[size];
        if (slab.next != null) {
            slab.next.previous = slab;
        }
        open[size] = slab;
    }

    private void unlink(Slab slab, int size) {
        if (slab.previous == null) {
            open[size] = slab.next;
        } else {
            slab.previous.next = slab.next;
        }
        if (slab.next != null) {
            slab.next.previous = slab.previous;
        }
        slab.next = null;
        slab.previous = null;
    }

    private static int pieceBytes(int size) {
        return 1 << size + SMALLEST_SHIFT;
    }

    private static int classOf(int byteCount) {
        int bits = Integer.SIZE - Integer.numberOfLeadingZeros(Math.max(1, byteCount) - 1);
        return Math.max(0, bits - SMALLEST_SHIFT);
    }
}
