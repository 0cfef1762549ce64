package org.javampi.core.reduce;

import org.javampi.Predefined;
import org.javampi.core.buffer.Block;
import org.javampi.core.datatype.Datatype;
import org.javampi.core.spi.transport.Region;

/**
 * MPI_MAXLOC and MPI_MINLOC (MPI-1.1 §4.9.3): the extreme value and the smallest index that has it.
 */
@SuppressWarnings("serial") // written by name
final class LocationOperation extends Operation {
    private static final long serialVersionUID = 1L;

    private final Predefined.Op handle;
    private final boolean max;

    LocationOperation(Predefined.Op handle) {
        this.handle = handle;
        max = handle == Predefined.MAXLOC;
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
        if (Pairs.of(type) == null) {
            throw PredefinedOperation.undefined(handle, type);
        }
    }

    @Override
    public void apply(Block in, Block inout, Workspace workspace) {
        Pairs pairs = Pairs.of(inout.type());
        int step = (int) inout.type().size();
        int chunk = Workspace.BYTES / step * step;
        Region left = workspace.left();
        Region right = workspace.right();
        long bytes = inout.byteCount();
        for (long position = 0; position < bytes; position += chunk) {
            int length = (int) Math.min(chunk, bytes - position);
            in.pack(position, left, 0, length);
            inout.pack(position, right, 0, length);
            for (int i = 0; i < length; i += step) {
                if (pairs.prefersLeft(left, right, i, max)) {
                    pairs.copy(left, right, i);
                }
            }
            inout.unpack(position, right, 0, length);
        }
    }

    @Override
    public String toString() {
        return handle.toString();
    }
}
