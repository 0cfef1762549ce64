package org.javampi.core.buffer;

import java.io.Serializable;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.javampi.MPI;
import org.javampi.Predefined;
import org.javampi.core.datatype.Datatype;
import org.javampi.core.datatype.Datatypes;
import org.javampi.core.failure.MpiFailure;
import org.javampi.core.memory.Memory;

/**
 * Memory that a collective computes in. What one call has used is used again by the next, so that
 * calls of equal sizes make no garbage. Owned by the thread that carries the collective out; one thread at a
 * time.
 */
public final class ScratchMemory implements Serializable {
    private static final long serialVersionUID = 1L;

    /** The first {@link #used} are lent. */
    private final transient List<Piece> pieces = new ArrayList<>();

    private transient int used;

    private static final class Piece {
        private final Block block = new Block();
        private Object memory;
        private long byteCount;
    }

    /** No memory yet. */
    public ScratchMemory() {}

    /** Takes everything back. */
    public void reclaim() {
        used = 0;
    }

    /**
     * Memory for packed bytes of unknown type.
     *
     * @return of any content, until {@link #reclaim}
     * @throws MpiFailure when that is more than a Java buffer has (2 GiB)
     */
    public Block packed(long byteCount) {
        if (byteCount > Integer.MAX_VALUE - 8) {
            throw new MpiFailure(
                    MPI.MPI_ERR_OTHER,
                    "the algorithm needs "
                            + byteCount
                            + " bytes in one piece, more than a Java array has: choose one that"
                            + " does not gather pieces, such as a linear one");
        }
        Piece piece = next();
        Datatype type = Datatypes.of(Predefined.PACKED);
        if (byteCount == 0) {
            piece.block.set(null, 0, type, true);
            return piece.block;
        }
        if (!(piece.memory instanceof ByteBuffer) || piece.byteCount < byteCount) {
            piece.memory = ByteBuffer.allocateDirect((int) byteCount);
            piece.byteCount = byteCount;
        }
        piece.block.place(piece.memory, 0, (int) byteCount, type);
        return piece.block;
    }

    /**
     * Memory for {@code items} items of the kind and type of {@code like}.
     *
     * @return of any content, until {@link #reclaim}
     */
    public Block items(Block like, int items) {
        Piece piece = next();
        if (like.memory() == null || items == 0) {
            piece.block.set(null, 0, like.type(), true);
            return piece.block;
        }
        long low = lowest(like, items);
        long bytes = highest(like, items) - low;
        if (piece.memory == null
                || piece.byteCount < bytes
                || Memory.of(piece.memory) != like.memory().own()) {
            piece.memory = like.memory().allocate(bytes);
            piece.byteCount = bytes;
        }
        piece.block.place(piece.memory, -low, items, like.type());
        return piece.block;
    }

    private Piece next() {
        if (used == pieces.size()) {
            pieces.add(new Piece());
        }
        return pieces.get(used++);
    }

    private static long lowest(Block like, int items) {
        long last = (items - 1L) * like.type().extent();
        return Math.min(0, like.type().trueLowerBound() + Math.min(0, last)) & -8;
    }

    /** Whole items, so that a function may copy what lies between its data too. */
    private static long highest(Block like, int items) {
        long last = (items - 1L) * like.type().extent();
        return Math.max(like.type().trueUpperBound(), like.type().upperBound()) + Math.max(0, last);
    }

    /** What is lent stays with the blocks that describe it; the rest is not worth saving. */
    private Object readResolve() {
        return new ScratchMemory();
    }
}
