package mpi;

/** mpiJava: a reduction of the program's own. */
public abstract class User_function {
    /** For subclasses. */
    public User_function() {}

    /**
     * Combines {@code count} items: {@code inoutvec[i] = invec[i] op inoutvec[i]}.
     *
     * @param invec array of the buffers' own type; items begin at element {@code inoffset}
     * @param inoutvec array of the same type; items begin at element {@code inoutoffset}
     * @param count items, not elements
     * @param datatype type of each item
     */
    public abstract void Call(
            Object invec, int inoffset, Object inoutvec, int inoutoffset, int count, Datatype datatype);
}
