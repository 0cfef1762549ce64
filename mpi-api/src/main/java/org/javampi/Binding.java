package org.javampi;

/**
 * What the facade calls and a runtime implements: the C form of every function. Methods keep the
 * names of the standard, so that a tool overrides what it wants to see; the forms that take a
 * handle instead of an array go through the array form unless a runtime does better. Any thread may
 * call. The functions are inherited from a class that the build makes of the chapters.
 */
public abstract class Binding extends BindingFunctions {
    protected Binding() {}

    public abstract MPIException exception(int errorcode);

    /** See {@link MPIX#MPIX_Comm_restrict}; no part of the standard. */
    public abstract int MPIX_Comm_restrict(MPI_Comm comm, int allowed);

    /** See {@link MPIX#MPIX_Comm_collective_steps}; no part of the standard. */
    public abstract CollectiveSteps MPIX_Comm_collective_steps(MPI_Comm comm);

    /** See {@link MPIX#MPIX_Request_collective_steps}; no part of the standard. */
    public abstract CollectiveSteps MPIX_Request_collective_steps(MPI_Request request);

    /** Checkpoint and restart; no part of the standard. */
    public abstract Checkpoints checkpoints();
}
