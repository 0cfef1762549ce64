package org.javampi.core.binding;

import static org.javampi.core.binding.CollectiveArguments.isRoot;
import static org.javampi.core.binding.CollectiveArguments.narrowed;

import java.util.function.Supplier;
import org.javampi.MPI_Comm;
import org.javampi.MPI_Datatype;
import org.javampi.MPI_Op;
import org.javampi.core.comm.Communicator;
import org.javampi.core.failure.MpiFailure;
import org.javampi.job.RankHost;

/** Blocking collectives of pieces of individual lengths, with large counts (MPI-4.1 §2.5.8): each piece has an int's. */
abstract class LargeCollectiveCalls extends DuplicationCalls {
    LargeCollectiveCalls(Supplier<RankHost> rankHosts) {
        super(rankHosts);
    }

    /** A call whose counts are made ints, which may fail. */
    @FunctionalInterface
    private interface Narrowing {
        int call(Communicator c);
    }

    private int narrowing(String function, MPI_Comm comm, Narrowing narrowing) {
        Communicator c = null;
        try {
            c = communicator(comm);
            return narrowing.call(c);
        } catch (MpiFailure failure) {
            return raise(c, function, failure);
        }
    }

    @Override
    public int MPI_Gatherv_c(
            Object sendbuf,
            long sendcount,
            MPI_Datatype sendtype,
            Object recvbuf,
            long[] recvcounts,
            long[] displs,
            MPI_Datatype recvtype,
            int root,
            MPI_Comm comm) {
        return narrowing(
                "MPI_Gatherv_c",
                comm,
                c -> gatherv(
                        "MPI_Gatherv_c",
                        sendbuf,
                        sendcount,
                        sendtype,
                        recvbuf,
                        isRoot(c, root) ? narrowed(recvcounts, c.remoteSize(), "recvcounts") : null,
                        isRoot(c, root) ? narrowed(displs, c.remoteSize(), "displs") : null,
                        recvtype,
                        root,
                        comm));
    }

    @Override
    public int MPI_Scatterv_c(
            Object sendbuf,
            long[] sendcounts,
            long[] displs,
            MPI_Datatype sendtype,
            Object recvbuf,
            long recvcount,
            MPI_Datatype recvtype,
            int root,
            MPI_Comm comm) {
        return narrowing(
                "MPI_Scatterv_c",
                comm,
                c -> scatterv(
                        "MPI_Scatterv_c",
                        sendbuf,
                        isRoot(c, root) ? narrowed(sendcounts, c.remoteSize(), "sendcounts") : null,
                        isRoot(c, root) ? narrowed(displs, c.remoteSize(), "displs") : null,
                        sendtype,
                        recvbuf,
                        recvcount,
                        recvtype,
                        root,
                        comm));
    }

    @Override
    public int MPI_Allgatherv_c(
            Object sendbuf,
            long sendcount,
            MPI_Datatype sendtype,
            Object recvbuf,
            long[] recvcounts,
            long[] displs,
            MPI_Datatype recvtype,
            MPI_Comm comm) {
        return narrowing(
                "MPI_Allgatherv_c",
                comm,
                c -> allgatherv(
                        "MPI_Allgatherv_c",
                        sendbuf,
                        sendcount,
                        sendtype,
                        recvbuf,
                        narrowed(recvcounts, c.remoteSize(), "recvcounts"),
                        narrowed(displs, c.remoteSize(), "displs"),
                        recvtype,
                        comm));
    }

    @Override
    public int MPI_Alltoallv_c(
            Object sendbuf,
            long[] sendcounts,
            long[] sdispls,
            MPI_Datatype sendtype,
            Object recvbuf,
            long[] recvcounts,
            long[] rdispls,
            MPI_Datatype recvtype,
            MPI_Comm comm) {
        return narrowing(
                "MPI_Alltoallv_c",
                comm,
                c -> alltoallv(
                        "MPI_Alltoallv_c",
                        sendbuf,
                        isInPlace(sendbuf) ? null : narrowed(sendcounts, c.remoteSize(), "sendcounts"),
                        isInPlace(sendbuf) ? null : narrowed(sdispls, c.remoteSize(), "sdispls"),
                        sendtype,
                        recvbuf,
                        narrowed(recvcounts, c.remoteSize(), "recvcounts"),
                        narrowed(rdispls, c.remoteSize(), "rdispls"),
                        recvtype,
                        comm));
    }

    @Override
    public int MPI_Reduce_scatter_c(
            Object sendbuf, Object recvbuf, long[] recvcounts, MPI_Datatype datatype, MPI_Op op, MPI_Comm comm) {
        return narrowing(
                "MPI_Reduce_scatter_c",
                comm,
                c -> reduceScatter(
                        "MPI_Reduce_scatter_c",
                        sendbuf,
                        recvbuf,
                        narrowed(recvcounts, c.remoteSize(), "recvcounts"),
                        datatype,
                        op,
                        comm));
    }
}
