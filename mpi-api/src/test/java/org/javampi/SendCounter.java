package org.javampi;

import java.util.concurrent.atomic.AtomicInteger;

/**
 * A tool as a user would write one: counts the standard sends, and asks for the rank on the way.
 */
public final class SendCounter extends Tool {
    static final AtomicInteger SENDS = new AtomicInteger();
    static final AtomicInteger WAITS = new AtomicInteger();

    /** For the ServiceLoader. */
    public SendCounter() {}

    @Override
    public int MPI_Send(Object buf, int count, MPI_Datatype datatype, int dest, int tag, MPI_Comm comm) {
        SENDS.incrementAndGet();
        PMPI.PMPI_Comm_rank(comm);
        return super.MPI_Send(buf, count, datatype, dest, tag, comm);
    }

    @Override
    public int MPI_Wait(MPI_Request[] request, MPI_Status status) {
        WAITS.incrementAndGet();
        return super.MPI_Wait(request, status);
    }
}
