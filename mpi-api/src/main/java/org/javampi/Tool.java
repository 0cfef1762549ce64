package org.javampi;

/**
 * A profiling tool (MPI-1.1 chapter 8): extend it, override the functions of interest, call {@code
 * super} for the function itself, and name the class in {@code META-INF/services/org.javampi.Tool}
 * on the program's class path. MPI_ names enter the outermost tool, PMPI_ names the runtime; calls
 * inside the runtime use neither. One instance serves one rank. Several tools stack in the order in
 * which ServiceLoader finds them.
 */
public abstract class Tool extends ToolFunctions {
    private Binding next;

    protected Tool() {}

    public final void onto(Binding layerBelow) {
        next = layerBelow;
    }

    @Override
    final Binding next() {
        return next;
    }

    @Override
    public int MPIX_Comm_restrict(MPI_Comm comm, int allowed) {
        return next.MPIX_Comm_restrict(comm, allowed);
    }

    @Override
    public CollectiveSteps MPIX_Comm_collective_steps(MPI_Comm comm) {
        return next.MPIX_Comm_collective_steps(comm);
    }

    @Override
    public CollectiveSteps MPIX_Request_collective_steps(MPI_Request request) {
        return next.MPIX_Request_collective_steps(request);
    }

    @Override
    public Checkpoints checkpoints() {
        return next.checkpoints();
    }

    @Override
    public MPIException exception(int errorcode) {
        return next.exception(errorcode);
    }
}
