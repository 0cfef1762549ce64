package org.javampi.core.image;

import java.util.ArrayDeque;
import java.util.List;
import org.javampi.core.spi.transport.Region;

/**
 * Pieces of memory outside the heap that one checkpoint's copy has used and the next will use
 * again: fresh memory costs several times as much as copying into it, and on the heap it would be
 * collected. Any thread.
 */
public final class SpareMemory {
    private final int pieceBytes;
    private final ArrayDeque<Region> spare = new ArrayDeque<>();

    /** None yet; all pieces will be of {@code pieceBytes}. */
    public SpareMemory(int pieceBytes) {
        this.pieceBytes = pieceBytes;
    }

    /**
     * A piece, with anything in it.
     *
     * @throws OutOfMemoryError when there is no more memory outside the heap
     */
    synchronized Region take() {
        Region piece = spare.poll();
        return piece != null ? piece : Region.allocate(pieceBytes);
    }

    synchronized void give(List<Region> pieces) {
        spare.addAll(pieces);
    }

    /** Gives up all pieces that nobody has taken. */
    public synchronized void drop() {
        spare.clear();
    }
}
