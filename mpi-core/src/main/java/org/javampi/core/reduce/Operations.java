package org.javampi.core.reduce;

import org.javampi.MPI;
import org.javampi.MPI_Op;
import org.javampi.Predefined;
import org.javampi.core.failure.MpiFailure;

/** From handles to operations. */
public final class Operations {
    private static final Predefined.Op[] HANDLES = {
        Predefined.MAX, Predefined.MIN, Predefined.SUM, Predefined.PROD,
        Predefined.LAND, Predefined.BAND, Predefined.LOR, Predefined.BOR,
        Predefined.LXOR, Predefined.BXOR, Predefined.MAXLOC, Predefined.MINLOC
    };

    private static final Operation[] BY_INDEX = new Operation[HANDLES.length];

    static {
        for (Predefined.Op op : HANDLES) {
            boolean location = op == Predefined.MAXLOC || op == Predefined.MINLOC;
            BY_INDEX[op.index] = location ? new LocationOperation(op) : new PredefinedOperation(op);
        }
    }

    /** {@linkplain Operation#mark Mark} of a program's own operations whose operands may change places. */
    static final int COMMUTATIVE = 0xfffe;

    /** Mark of those that are combined in rank order. */
    static final int IN_ORDER = 0xffff;

    private Operations() {}

    /** The name of an operation by its mark, for errors. */
    public static String name(int mark) {
        if (mark >= COMMUTATIVE) {
            return "an operation of MPI_Op_create" + (mark == IN_ORDER ? " that does not commute" : "");
        }
        return mark >= 1 && mark <= HANDLES.length ? BY_INDEX[mark - 1].toString() : "an unknown operation";
    }

    /** What {@code handle} stands for. */
    public static Operation of(MPI_Op handle) {
        if (handle instanceof Predefined.Op && handle != Predefined.OP_NULL) {
            return BY_INDEX[((Predefined.Op) handle).index];
        }
        if (handle instanceof UserOperation && !((UserOperation) handle).isFreed()) {
            return (UserOperation) handle;
        }
        if (handle instanceof UserOperation) {
            throw new MpiFailure(MPI.MPI_ERR_OP, "the operation has been freed: a copy of its handle was kept");
        }
        throw new MpiFailure(
                MPI.MPI_ERR_OP,
                "operation is "
                        + (handle == null ? "Java's null" : handle.toString())
                        + ": pass a predefined one or one from MPI_Op_create that has not been freed");
    }
}
