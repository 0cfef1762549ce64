package org.javampi.core.reduce;

import org.javampi.MPI;
import org.javampi.Predefined;
import org.javampi.core.buffer.Block;
import org.javampi.core.datatype.Datatype;
import org.javampi.core.failure.MpiFailure;
import org.javampi.core.spi.transport.Region;

/** MPI_MAX to MPI_BXOR on the predefined datatypes (MPI-1.1 §4.9.2). */
@SuppressWarnings("serial") // written by name
final class PredefinedOperation extends Operation {
    private static final long serialVersionUID = 1L;

    private final Predefined.Op handle;
    private final Elementary operation;

    PredefinedOperation(Predefined.Op handle) {
        this.handle = handle;
        operation = Elementary.of(handle);
    }

    @Override
    public boolean isCommutative() {
        return true;
    }

    @Override
    public int mark() {
        return handle.index + 1;
    }

    @Override
    public void check(Datatype type) {
        Numbers numbers = Numbers.of(type);
        boolean defined =
                switch (numbers) {
                    case NONE -> false;
                    case RAW -> operation.isBitwise();
                    case BOOLEAN -> operation.isLogical();
                    case FLOAT, DOUBLE -> !operation.isBitwise() && !operation.isLogical();
                    default -> true;
                };
        if (!defined) {
            throw undefined(handle, type);
        }
    }

    static MpiFailure undefined(Predefined.Op op, Datatype type) {
        return new MpiFailure(
                MPI.MPI_ERR_OP,
                op + " is not defined for " + type + ": use MPI_Op_create for an operation of your own");
    }

    @Override
    public void apply(Block in, Block inout, Workspace workspace) {
        Numbers numbers = Numbers.of(inout.type());
        if (ArrayKernels.tryApply(operation, numbers, in, inout)) {
            return;
        }
        Region left = workspace.left();
        Region right = workspace.right();
        long bytes = inout.byteCount();
        for (long position = 0; position < bytes; position += Workspace.BYTES) {
            int length = (int) Math.min(Workspace.BYTES, bytes - position);
            in.pack(position, left, 0, length);
            inout.pack(position, right, 0, length);
            numbers.apply(operation, left, right, length);
            inout.unpack(position, right, 0, length);
        }
    }

    @Override
    public String toString() {
        return handle.toString();
    }
}
