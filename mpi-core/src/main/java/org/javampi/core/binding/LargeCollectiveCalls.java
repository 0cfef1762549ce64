package org.javampi.core.binding;

import static org.javampi.core.binding.CollectiveArguments.isRoot;
import static org.javampi.core.binding.CollectiveArguments.narrowed;

import java.util.function.Supplier;
import org.javampi.MPI_Comm;
import org.javampi.MPI_Datatype;
import org.javampi.MPI_Op;
import org.javampi.MPI_Request;
import org.javampi.core.comm.Communicator;
import org.javampi.core.failure.MpiFailure;
import org.javampi.job.RankHost;

/** Collectives with large counts, blocking and not (MPI-4.1 §2.5.8, §6). Of pieces of individual lengths, each has an int's. */
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

    @Override
    public int MPI_Ibcast_c(
            Object buffer, long count, MPI_Datatype datatype, int root, MPI_Comm comm, MPI_Request[] request) {
        return start("MPI_Ibcast_c", comm, request, (c, s) -> bcast(c, s, buffer, count, datatype, root));
    }

    @Override
    public int MPI_Igather_c(
            Object sendbuf,
            long sendcount,
            MPI_Datatype sendtype,
            Object recvbuf,
            long recvcount,
            MPI_Datatype recvtype,
            int root,
            MPI_Comm comm,
            MPI_Request[] request) {
        return start(
                "MPI_Igather_c",
                comm,
                request,
                (c, s) -> gather(c, s, sendbuf, sendcount, sendtype, recvbuf, recvcount, recvtype, root));
    }

    @Override
    public int MPI_Igatherv_c(
            Object sendbuf,
            long sendcount,
            MPI_Datatype sendtype,
            Object recvbuf,
            long[] recvcounts,
            long[] displs,
            MPI_Datatype recvtype,
            int root,
            MPI_Comm comm,
            MPI_Request[] request) {
        return start(
                "MPI_Igatherv_c",
                comm,
                request,
                (c, s) -> gatherv(
                        c,
                        s,
                        sendbuf,
                        sendcount,
                        sendtype,
                        recvbuf,
                        isRoot(c, root) ? narrowed(recvcounts, c.remoteSize(), "recvcounts") : null,
                        isRoot(c, root) ? narrowed(displs, c.remoteSize(), "displs") : null,
                        recvtype,
                        root));
    }

    @Override
    public int MPI_Iscatter_c(
            Object sendbuf,
            long sendcount,
            MPI_Datatype sendtype,
            Object recvbuf,
            long recvcount,
            MPI_Datatype recvtype,
            int root,
            MPI_Comm comm,
            MPI_Request[] request) {
        return start(
                "MPI_Iscatter_c",
                comm,
                request,
                (c, s) -> scatter(c, s, sendbuf, sendcount, sendtype, recvbuf, recvcount, recvtype, root));
    }

    @Override
    public int MPI_Iscatterv_c(
            Object sendbuf,
            long[] sendcounts,
            long[] displs,
            MPI_Datatype sendtype,
            Object recvbuf,
            long recvcount,
            MPI_Datatype recvtype,
            int root,
            MPI_Comm comm,
            MPI_Request[] request) {
        return start(
                "MPI_Iscatterv_c",
                comm,
                request,
                (c, s) -> scatterv(
                        c,
                        s,
                        sendbuf,
                        isRoot(c, root) ? narrowed(sendcounts, c.remoteSize(), "sendcounts") : null,
                        isRoot(c, root) ? narrowed(displs, c.remoteSize(), "displs") : null,
                        sendtype,
                        recvbuf,
                        recvcount,
                        recvtype,
                        root));
    }

    @Override
    public int MPI_Iallgather_c(
            Object sendbuf,
            long sendcount,
            MPI_Datatype sendtype,
            Object recvbuf,
            long recvcount,
            MPI_Datatype recvtype,
            MPI_Comm comm,
            MPI_Request[] request) {
        return start(
                "MPI_Iallgather_c",
                comm,
                request,
                (c, s) -> allgather(c, s, sendbuf, sendcount, sendtype, recvbuf, recvcount, recvtype));
    }

    @Override
    public int MPI_Iallgatherv_c(
            Object sendbuf,
            long sendcount,
            MPI_Datatype sendtype,
            Object recvbuf,
            long[] recvcounts,
            long[] displs,
            MPI_Datatype recvtype,
            MPI_Comm comm,
            MPI_Request[] request) {
        return start(
                "MPI_Iallgatherv_c",
                comm,
                request,
                (c, s) -> allgatherv(
                        c,
                        s,
                        sendbuf,
                        sendcount,
                        sendtype,
                        recvbuf,
                        narrowed(recvcounts, c.remoteSize(), "recvcounts"),
                        narrowed(displs, c.remoteSize(), "displs"),
                        recvtype));
    }

    @Override
    public int MPI_Ialltoall_c(
            Object sendbuf,
            long sendcount,
            MPI_Datatype sendtype,
            Object recvbuf,
            long recvcount,
            MPI_Datatype recvtype,
            MPI_Comm comm,
            MPI_Request[] request) {
        return start(
                "MPI_Ialltoall_c",
                comm,
                request,
                (c, s) -> alltoall(c, s, sendbuf, sendcount, sendtype, recvbuf, recvcount, recvtype));
    }

    @Override
    public int MPI_Ialltoallv_c(
            Object sendbuf,
            long[] sendcounts,
            long[] sdispls,
            MPI_Datatype sendtype,
            Object recvbuf,
            long[] recvcounts,
            long[] rdispls,
            MPI_Datatype recvtype,
            MPI_Comm comm,
            MPI_Request[] request) {
        return start(
                "MPI_Ialltoallv_c",
                comm,
                request,
                (c, s) -> alltoallv(
                        c,
                        s,
                        sendbuf,
                        isInPlace(sendbuf) ? null : narrowed(sendcounts, c.remoteSize(), "sendcounts"),
                        isInPlace(sendbuf) ? null : narrowed(sdispls, c.remoteSize(), "sdispls"),
                        sendtype,
                        recvbuf,
                        narrowed(recvcounts, c.remoteSize(), "recvcounts"),
                        narrowed(rdispls, c.remoteSize(), "rdispls"),
                        recvtype));
    }

    @Override
    public int MPI_Ireduce_c(
            Object sendbuf,
            Object recvbuf,
            long count,
            MPI_Datatype datatype,
            MPI_Op op,
            int root,
            MPI_Comm comm,
            MPI_Request[] request) {
        return start(
                "MPI_Ireduce_c", comm, request, (c, s) -> reduce(c, s, sendbuf, recvbuf, count, datatype, op, root));
    }

    @Override
    public int MPI_Iallreduce_c(
            Object sendbuf,
            Object recvbuf,
            long count,
            MPI_Datatype datatype,
            MPI_Op op,
            MPI_Comm comm,
            MPI_Request[] request) {
        return start(
                "MPI_Iallreduce_c", comm, request, (c, s) -> allreduce(c, s, sendbuf, recvbuf, count, datatype, op));
    }

    @Override
    public int MPI_Ireduce_scatter_c(
            Object sendbuf,
            Object recvbuf,
            long[] recvcounts,
            MPI_Datatype datatype,
            MPI_Op op,
            MPI_Comm comm,
            MPI_Request[] request) {
        return start(
                "MPI_Ireduce_scatter_c",
                comm,
                request,
                (c, s) -> reduceScatter(
                        c, s, sendbuf, recvbuf, narrowed(recvcounts, c.remoteSize(), "recvcounts"), datatype, op));
    }

    @Override
    public int MPI_Iscan_c(
            Object sendbuf,
            Object recvbuf,
            long count,
            MPI_Datatype datatype,
            MPI_Op op,
            MPI_Comm comm,
            MPI_Request[] request) {
        return start("MPI_Iscan_c", comm, request, (c, s) -> scan(c, s, sendbuf, recvbuf, count, datatype, op));
    }

    @Override
    public int MPI_Ialltoallw_c(
            Object sendbuf,
            long[] sendcounts,
            long[] sdispls,
            MPI_Datatype[] sendtypes,
            Object recvbuf,
            long[] recvcounts,
            long[] rdispls,
            MPI_Datatype[] recvtypes,
            MPI_Comm comm,
            MPI_Request[] request) {
        return start(
                "MPI_Ialltoallw_c",
                comm,
                request,
                (c, s) -> alltoallw(
                        c,
                        s,
                        sendbuf,
                        isInPlace(sendbuf) ? null : narrowed(sendcounts, c.remoteSize(), "sendcounts"),
                        sdispls,
                        sendtypes,
                        recvbuf,
                        narrowed(recvcounts, c.remoteSize(), "recvcounts"),
                        rdispls,
                        recvtypes));
    }

    @Override
    public int MPI_Ireduce_scatter_block_c(
            Object sendbuf,
            Object recvbuf,
            long recvcount,
            MPI_Datatype datatype,
            MPI_Op op,
            MPI_Comm comm,
            MPI_Request[] request) {
        return start(
                "MPI_Ireduce_scatter_block_c",
                comm,
                request,
                (c, s) -> reduceScatterBlock(c, s, sendbuf, recvbuf, recvcount, datatype, op));
    }

    @Override
    public int MPI_Iexscan_c(
            Object sendbuf,
            Object recvbuf,
            long count,
            MPI_Datatype datatype,
            MPI_Op op,
            MPI_Comm comm,
            MPI_Request[] request) {
        return start("MPI_Iexscan_c", comm, request, (c, s) -> exscan(c, s, sendbuf, recvbuf, count, datatype, op));
    }

    @Override
    public int MPI_Alltoallw_c(
            Object sendbuf,
            long[] sendcounts,
            long[] sdispls,
            MPI_Datatype[] sendtypes,
            Object recvbuf,
            long[] recvcounts,
            long[] rdispls,
            MPI_Datatype[] recvtypes,
            MPI_Comm comm) {
        return carryOut(
                "MPI_Alltoallw_c",
                comm,
                (c, s) -> alltoallw(
                        c,
                        s,
                        sendbuf,
                        isInPlace(sendbuf) ? null : narrowed(sendcounts, c.remoteSize(), "sendcounts"),
                        sdispls,
                        sendtypes,
                        recvbuf,
                        narrowed(recvcounts, c.remoteSize(), "recvcounts"),
                        rdispls,
                        recvtypes));
    }

    @Override
    public int MPI_Neighbor_allgather_c(
            Object sendbuf,
            long sendcount,
            MPI_Datatype sendtype,
            Object recvbuf,
            long recvcount,
            MPI_Datatype recvtype,
            MPI_Comm comm) {
        return carryOut(
                "MPI_Neighbor_allgather_c",
                comm,
                (c, s) -> neighborAllgather(c, s, sendbuf, sendcount, sendtype, recvbuf, recvcount, recvtype));
    }

    @Override
    public int MPI_Neighbor_allgatherv_c(
            Object sendbuf,
            long sendcount,
            MPI_Datatype sendtype,
            Object recvbuf,
            long[] recvcounts,
            long[] displs,
            MPI_Datatype recvtype,
            MPI_Comm comm) {
        return carryOut(
                "MPI_Neighbor_allgatherv_c",
                comm,
                (c, s) -> neighborAllgatherv(
                        c,
                        s,
                        sendbuf,
                        sendcount,
                        sendtype,
                        recvbuf,
                        narrowed(recvcounts, Integer.MAX_VALUE, "recvcounts"),
                        narrowed(displs, Integer.MAX_VALUE, "displs"),
                        recvtype));
    }

    @Override
    public int MPI_Neighbor_alltoall_c(
            Object sendbuf,
            long sendcount,
            MPI_Datatype sendtype,
            Object recvbuf,
            long recvcount,
            MPI_Datatype recvtype,
            MPI_Comm comm) {
        return carryOut(
                "MPI_Neighbor_alltoall_c",
                comm,
                (c, s) -> neighborAlltoall(c, s, sendbuf, sendcount, sendtype, recvbuf, recvcount, recvtype));
    }

    @Override
    public int MPI_Neighbor_alltoallv_c(
            Object sendbuf,
            long[] sendcounts,
            long[] sdispls,
            MPI_Datatype sendtype,
            Object recvbuf,
            long[] recvcounts,
            long[] rdispls,
            MPI_Datatype recvtype,
            MPI_Comm comm) {
        return carryOut(
                "MPI_Neighbor_alltoallv_c",
                comm,
                (c, s) -> neighborAlltoallv(
                        c,
                        s,
                        sendbuf,
                        narrowed(sendcounts, Integer.MAX_VALUE, "sendcounts"),
                        narrowed(sdispls, Integer.MAX_VALUE, "sdispls"),
                        sendtype,
                        recvbuf,
                        narrowed(recvcounts, Integer.MAX_VALUE, "recvcounts"),
                        narrowed(rdispls, Integer.MAX_VALUE, "rdispls"),
                        recvtype));
    }

    @Override
    public int MPI_Neighbor_alltoallw_c(
            Object sendbuf,
            long[] sendcounts,
            long[] sdispls,
            MPI_Datatype[] sendtypes,
            Object recvbuf,
            long[] recvcounts,
            long[] rdispls,
            MPI_Datatype[] recvtypes,
            MPI_Comm comm) {
        return carryOut(
                "MPI_Neighbor_alltoallw_c",
                comm,
                (c, s) -> neighborAlltoallw(
                        c,
                        s,
                        sendbuf,
                        narrowed(sendcounts, Integer.MAX_VALUE, "sendcounts"),
                        sdispls,
                        sendtypes,
                        recvbuf,
                        narrowed(recvcounts, Integer.MAX_VALUE, "recvcounts"),
                        rdispls,
                        recvtypes));
    }

    @Override
    public int MPI_Ineighbor_allgather_c(
            Object sendbuf,
            long sendcount,
            MPI_Datatype sendtype,
            Object recvbuf,
            long recvcount,
            MPI_Datatype recvtype,
            MPI_Comm comm,
            MPI_Request[] request) {
        return start(
                "MPI_Ineighbor_allgather_c",
                comm,
                request,
                (c, s) -> neighborAllgather(c, s, sendbuf, sendcount, sendtype, recvbuf, recvcount, recvtype));
    }

    @Override
    public int MPI_Ineighbor_allgatherv_c(
            Object sendbuf,
            long sendcount,
            MPI_Datatype sendtype,
            Object recvbuf,
            long[] recvcounts,
            long[] displs,
            MPI_Datatype recvtype,
            MPI_Comm comm,
            MPI_Request[] request) {
        return start(
                "MPI_Ineighbor_allgatherv_c",
                comm,
                request,
                (c, s) -> neighborAllgatherv(
                        c,
                        s,
                        sendbuf,
                        sendcount,
                        sendtype,
                        recvbuf,
                        narrowed(recvcounts, Integer.MAX_VALUE, "recvcounts"),
                        narrowed(displs, Integer.MAX_VALUE, "displs"),
                        recvtype));
    }

    @Override
    public int MPI_Ineighbor_alltoall_c(
            Object sendbuf,
            long sendcount,
            MPI_Datatype sendtype,
            Object recvbuf,
            long recvcount,
            MPI_Datatype recvtype,
            MPI_Comm comm,
            MPI_Request[] request) {
        return start(
                "MPI_Ineighbor_alltoall_c",
                comm,
                request,
                (c, s) -> neighborAlltoall(c, s, sendbuf, sendcount, sendtype, recvbuf, recvcount, recvtype));
    }

    @Override
    public int MPI_Ineighbor_alltoallv_c(
            Object sendbuf,
            long[] sendcounts,
            long[] sdispls,
            MPI_Datatype sendtype,
            Object recvbuf,
            long[] recvcounts,
            long[] rdispls,
            MPI_Datatype recvtype,
            MPI_Comm comm,
            MPI_Request[] request) {
        return start(
                "MPI_Ineighbor_alltoallv_c",
                comm,
                request,
                (c, s) -> neighborAlltoallv(
                        c,
                        s,
                        sendbuf,
                        narrowed(sendcounts, Integer.MAX_VALUE, "sendcounts"),
                        narrowed(sdispls, Integer.MAX_VALUE, "sdispls"),
                        sendtype,
                        recvbuf,
                        narrowed(recvcounts, Integer.MAX_VALUE, "recvcounts"),
                        narrowed(rdispls, Integer.MAX_VALUE, "rdispls"),
                        recvtype));
    }

    @Override
    public int MPI_Ineighbor_alltoallw_c(
            Object sendbuf,
            long[] sendcounts,
            long[] sdispls,
            MPI_Datatype[] sendtypes,
            Object recvbuf,
            long[] recvcounts,
            long[] rdispls,
            MPI_Datatype[] recvtypes,
            MPI_Comm comm,
            MPI_Request[] request) {
        return start(
                "MPI_Ineighbor_alltoallw_c",
                comm,
                request,
                (c, s) -> neighborAlltoallw(
                        c,
                        s,
                        sendbuf,
                        narrowed(sendcounts, Integer.MAX_VALUE, "sendcounts"),
                        sdispls,
                        sendtypes,
                        recvbuf,
                        narrowed(recvcounts, Integer.MAX_VALUE, "recvcounts"),
                        rdispls,
                        recvtypes));
    }
}
