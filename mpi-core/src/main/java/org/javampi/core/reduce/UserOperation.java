package org.javampi.core.reduce;

import java.nio.Buffer;
import org.javampi.MPI;
import org.javampi.MPIException;
import org.javampi.MPI_User_function;
import org.javampi.core.buffer.Block;
import org.javampi.core.datatype.Datatype;
import org.javampi.core.failure.MpiFailure;
import org.javampi.core.spi.transport.Region;

/**
 * A program's own operation, and its handle. The function gets buffers of the caller's kind whose
 * items begin at element 0; blocks that lie elsewhere are copied there and back. Items with data
 * below displacement 0 are moved up so that their first byte, rounded down to a multiple of 8, is
 * byte 0.
 */
public final class UserOperation extends Operation {
    private static final long serialVersionUID = 1L;

    private final MPI_User_function function;
    private final boolean commutative;
    private volatile boolean freed;

    /** Binds {@code function}. */
    public UserOperation(MPI_User_function function, boolean commutative) {
        this.function = function;
        this.commutative = commutative;
    }

    @Override
    public boolean isCommutative() {
        return commutative;
    }

    public boolean isFreed() {
        return freed;
    }

    /** The program gives the handle up; reductions under way go on. */
    public void free() {
        freed = true;
    }

    @Override
    public int mark() {
        return commutative ? Operations.COMMUTATIVE : Operations.IN_ORDER;
    }

    @Override
    public void check(Datatype type) {
        // Any type that fits into Java memory; beyond that the function knows.
        if (type.trueUpperBound() > Integer.MAX_VALUE || type.trueLowerBound() < Integer.MIN_VALUE) {
            throw new MpiFailure(
                    MPI.MPI_ERR_TYPE,
                    "datatype "
                            + type
                            + " has data at bytes "
                            + type.trueLowerBound()
                            + ".."
                            + (type.trueUpperBound() - 1)
                            + ", beyond any array that a function of the program can be given:"
                            + " with such an operation pass the buffer itself, not MPI_BOTTOM");
        }
    }

    @Override
    public void apply(Block in, Block inout, Workspace workspace) {
        Object left = atZero(in, workspace);
        Object right = atZero(inout, workspace);
        try {
            function.apply(left, right, inout.count(), inout.type().handle());
        } catch (MPIException e) {
            throw e;
        } catch (RuntimeException e) {
            MpiFailure failure = new MpiFailure(MPI.MPI_ERR_OP, "the operation's function has thrown " + e);
            failure.addSuppressed(e);
            throw failure;
        }
        if (right != inout.base()) {
            copyBack(right, inout, workspace);
        }
    }

    private static Object atZero(Block block, Workspace workspace) {
        if (block.origin() == 0 && !(block.base() instanceof Buffer)) {
            return block.base();
        }
        long low = lowest(block);
        Object copy = block.memory().own().allocate(highest(block) - low);
        Block target = new Block();
        target.place(copy, -low, block.count(), block.type());
        move(block, target, workspace);
        return copy;
    }

    /** Lowest displacement of a byte below the first item's place: of a whole element. */
    private static long lowest(Block block) {
        long last = (block.count() - 1L) * block.type().extent();
        long low = Math.min(0, block.type().trueLowerBound() + Math.min(0, last));
        return low & -block.memory().elementBytes();
    }

    /** Whole items, so that a function may copy what lies between its data too. */
    private static long highest(Block block) {
        long last = (block.count() - 1L) * block.type().extent();
        return Math.max(block.type().trueUpperBound(), block.type().upperBound()) + Math.max(0, last);
    }

    private static void copyBack(Object from, Block to, Workspace workspace) {
        Block source = new Block();
        source.place(from, -lowest(to), to.count(), to.type());
        move(source, to, workspace);
    }

    private static void move(Block from, Block to, Workspace workspace) {
        Region region = workspace.left();
        long bytes = from.byteCount();
        for (long position = 0; position < bytes; position += Workspace.BYTES) {
            int length = (int) Math.min(Workspace.BYTES, bytes - position);
            from.pack(position, region, 0, length);
            to.unpack(position, region, 0, length);
        }
    }
}
