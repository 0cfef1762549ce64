package org.javampi.core.reduce;

import org.javampi.MPI_Op;
import org.javampi.core.buffer.Block;
import org.javampi.core.datatype.Datatype;

/** What an MPI_Op does (MPI-1.1 §4.9): associative, and commutative unless it says otherwise. */
public abstract class Operation extends MPI_Op {
    private static final long serialVersionUID = 1L;

    Operation() {}

    /** Whether operands may change places; if not, they are combined in rank order. */
    public abstract boolean isCommutative();

    /**
     * Refuses a datatype that it is not defined for.
     *
     * @throws org.javampi.core.failure.MpiFailure MPI_ERR_OP, naming both
     */
    public abstract void check(Datatype type);

    /** What all ranks of a reduction must name alike: a number of each predefined one, and of the program's own in common. */
    public abstract int mark();

    /**
     * {@code inout[i] = in[i] op inout[i]} for all items of two blocks of equal count and type.
     *
     * @param workspace memory for what cannot be done in place; one thread at a time
     */
    public abstract void apply(Block in, Block inout, Workspace workspace);
}
