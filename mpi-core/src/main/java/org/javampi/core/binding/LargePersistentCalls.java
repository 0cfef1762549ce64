package org.javampi.core.binding;

import static org.javampi.core.binding.CollectiveArguments.isRoot;
import static org.javampi.core.binding.CollectiveArguments.narrowed;

import java.util.function.Supplier;
import org.javampi.MPI_Comm;
import org.javampi.MPI_Datatype;
import org.javampi.MPI_Info;
import org.javampi.MPI_Op;
import org.javampi.MPI_Request;
import org.javampi.job.RankHost;

/** Persistent collectives with large counts (MPI-4.1 §2.5.8, §6.13). */
abstract class LargePersistentCalls extends LargeCollectiveCalls {
    LargePersistentCalls(Supplier<RankHost> rankHosts) {
        super(rankHosts);
    }

    @Override
    public int MPI_Bcast_init_c(
            Object buffer,
            long count,
            MPI_Datatype datatype,
            int root,
            MPI_Comm comm,
            MPI_Info info,
            MPI_Request[] request) {
        return prepare("MPI_Bcast_init_c", comm, info, request, (c, s) -> bcast(c, s, buffer, count, datatype, root));
    }

    @Override
    public int MPI_Gather_init_c(
            Object sendbuf,
            long sendcount,
            MPI_Datatype sendtype,
            Object recvbuf,
            long recvcount,
            MPI_Datatype recvtype,
            int root,
            MPI_Comm comm,
            MPI_Info info,
            MPI_Request[] request) {
        return prepare(
                "MPI_Gather_init_c",
                comm,
                info,
                request,
                (c, s) -> gather(c, s, sendbuf, sendcount, sendtype, recvbuf, recvcount, recvtype, root));
    }

    @Override
    public int MPI_Gatherv_init_c(
            Object sendbuf,
            long sendcount,
            MPI_Datatype sendtype,
            Object recvbuf,
            long[] recvcounts,
            long[] displs,
            MPI_Datatype recvtype,
            int root,
            MPI_Comm comm,
            MPI_Info info,
            MPI_Request[] request) {
        return prepare(
                "MPI_Gatherv_init_c",
                comm,
                info,
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
    public int MPI_Scatter_init_c(
            Object sendbuf,
            long sendcount,
            MPI_Datatype sendtype,
            Object recvbuf,
            long recvcount,
            MPI_Datatype recvtype,
            int root,
            MPI_Comm comm,
            MPI_Info info,
            MPI_Request[] request) {
        return prepare(
                "MPI_Scatter_init_c",
                comm,
                info,
                request,
                (c, s) -> scatter(c, s, sendbuf, sendcount, sendtype, recvbuf, recvcount, recvtype, root));
    }

    @Override
    public int MPI_Scatterv_init_c(
            Object sendbuf,
            long[] sendcounts,
            long[] displs,
            MPI_Datatype sendtype,
            Object recvbuf,
            long recvcount,
            MPI_Datatype recvtype,
            int root,
            MPI_Comm comm,
            MPI_Info info,
            MPI_Request[] request) {
        return prepare(
                "MPI_Scatterv_init_c",
                comm,
                info,
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
    public int MPI_Allgather_init_c(
            Object sendbuf,
            long sendcount,
            MPI_Datatype sendtype,
            Object recvbuf,
            long recvcount,
            MPI_Datatype recvtype,
            MPI_Comm comm,
            MPI_Info info,
            MPI_Request[] request) {
        return prepare(
                "MPI_Allgather_init_c",
                comm,
                info,
                request,
                (c, s) -> allgather(c, s, sendbuf, sendcount, sendtype, recvbuf, recvcount, recvtype));
    }

    @Override
    public int MPI_Allgatherv_init_c(
            Object sendbuf,
            long sendcount,
            MPI_Datatype sendtype,
            Object recvbuf,
            long[] recvcounts,
            long[] displs,
            MPI_Datatype recvtype,
            MPI_Comm comm,
            MPI_Info info,
            MPI_Request[] request) {
        return prepare(
                "MPI_Allgatherv_init_c",
                comm,
                info,
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
    public int MPI_Alltoall_init_c(
            Object sendbuf,
            long sendcount,
            MPI_Datatype sendtype,
            Object recvbuf,
            long recvcount,
            MPI_Datatype recvtype,
            MPI_Comm comm,
            MPI_Info info,
            MPI_Request[] request) {
        return prepare(
                "MPI_Alltoall_init_c",
                comm,
                info,
                request,
                (c, s) -> alltoall(c, s, sendbuf, sendcount, sendtype, recvbuf, recvcount, recvtype));
    }

    @Override
    public int MPI_Alltoallv_init_c(
            Object sendbuf,
            long[] sendcounts,
            long[] sdispls,
            MPI_Datatype sendtype,
            Object recvbuf,
            long[] recvcounts,
            long[] rdispls,
            MPI_Datatype recvtype,
            MPI_Comm comm,
            MPI_Info info,
            MPI_Request[] request) {
        return prepare(
                "MPI_Alltoallv_init_c",
                comm,
                info,
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
    public int MPI_Reduce_init_c(
            Object sendbuf,
            Object recvbuf,
            long count,
            MPI_Datatype datatype,
            MPI_Op op,
            int root,
            MPI_Comm comm,
            MPI_Info info,
            MPI_Request[] request) {
        return prepare(
                "MPI_Reduce_init_c",
                comm,
                info,
                request,
                (c, s) -> reduce(c, s, sendbuf, recvbuf, count, datatype, op, root));
    }

    @Override
    public int MPI_Allreduce_init_c(
            Object sendbuf,
            Object recvbuf,
            long count,
            MPI_Datatype datatype,
            MPI_Op op,
            MPI_Comm comm,
            MPI_Info info,
            MPI_Request[] request) {
        return prepare(
                "MPI_Allreduce_init_c",
                comm,
                info,
                request,
                (c, s) -> allreduce(c, s, sendbuf, recvbuf, count, datatype, op));
    }

    @Override
    public int MPI_Reduce_scatter_init_c(
            Object sendbuf,
            Object recvbuf,
            long[] recvcounts,
            MPI_Datatype datatype,
            MPI_Op op,
            MPI_Comm comm,
            MPI_Info info,
            MPI_Request[] request) {
        return prepare(
                "MPI_Reduce_scatter_init_c",
                comm,
                info,
                request,
                (c, s) -> reduceScatter(
                        c, s, sendbuf, recvbuf, narrowed(recvcounts, c.remoteSize(), "recvcounts"), datatype, op));
    }

    @Override
    public int MPI_Scan_init_c(
            Object sendbuf,
            Object recvbuf,
            long count,
            MPI_Datatype datatype,
            MPI_Op op,
            MPI_Comm comm,
            MPI_Info info,
            MPI_Request[] request) {
        return prepare(
                "MPI_Scan_init_c", comm, info, request, (c, s) -> scan(c, s, sendbuf, recvbuf, count, datatype, op));
    }

    @Override
    public int MPI_Alltoallw_init_c(
            Object sendbuf,
            long[] sendcounts,
            long[] sdispls,
            MPI_Datatype[] sendtypes,
            Object recvbuf,
            long[] recvcounts,
            long[] rdispls,
            MPI_Datatype[] recvtypes,
            MPI_Comm comm,
            MPI_Info info,
            MPI_Request[] request) {
        return prepare(
                "MPI_Alltoallw_init_c",
                comm,
                info,
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
    public int MPI_Reduce_scatter_block_init_c(
            Object sendbuf,
            Object recvbuf,
            long recvcount,
            MPI_Datatype datatype,
            MPI_Op op,
            MPI_Comm comm,
            MPI_Info info,
            MPI_Request[] request) {
        return prepare(
                "MPI_Reduce_scatter_block_init_c",
                comm,
                info,
                request,
                (c, s) -> reduceScatterBlock(c, s, sendbuf, recvbuf, recvcount, datatype, op));
    }

    @Override
    public int MPI_Exscan_init_c(
            Object sendbuf,
            Object recvbuf,
            long count,
            MPI_Datatype datatype,
            MPI_Op op,
            MPI_Comm comm,
            MPI_Info info,
            MPI_Request[] request) {
        return prepare(
                "MPI_Exscan_init_c",
                comm,
                info,
                request,
                (c, s) -> exscan(c, s, sendbuf, recvbuf, count, datatype, op));
    }

    @Override
    public int MPI_Neighbor_allgather_init_c(
            Object sendbuf,
            long sendcount,
            MPI_Datatype sendtype,
            Object recvbuf,
            long recvcount,
            MPI_Datatype recvtype,
            MPI_Comm comm,
            MPI_Info info,
            MPI_Request[] request) {
        return prepare(
                "MPI_Neighbor_allgather_init_c",
                comm,
                info,
                request,
                (c, s) -> neighborAllgather(c, s, sendbuf, sendcount, sendtype, recvbuf, recvcount, recvtype));
    }

    @Override
    public int MPI_Neighbor_allgatherv_init_c(
            Object sendbuf,
            long sendcount,
            MPI_Datatype sendtype,
            Object recvbuf,
            long[] recvcounts,
            long[] displs,
            MPI_Datatype recvtype,
            MPI_Comm comm,
            MPI_Info info,
            MPI_Request[] request) {
        return prepare(
                "MPI_Neighbor_allgatherv_init_c",
                comm,
                info,
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
    public int MPI_Neighbor_alltoall_init_c(
            Object sendbuf,
            long sendcount,
            MPI_Datatype sendtype,
            Object recvbuf,
            long recvcount,
            MPI_Datatype recvtype,
            MPI_Comm comm,
            MPI_Info info,
            MPI_Request[] request) {
        return prepare(
                "MPI_Neighbor_alltoall_init_c",
                comm,
                info,
                request,
                (c, s) -> neighborAlltoall(c, s, sendbuf, sendcount, sendtype, recvbuf, recvcount, recvtype));
    }

    @Override
    public int MPI_Neighbor_alltoallv_init_c(
            Object sendbuf,
            long[] sendcounts,
            long[] sdispls,
            MPI_Datatype sendtype,
            Object recvbuf,
            long[] recvcounts,
            long[] rdispls,
            MPI_Datatype recvtype,
            MPI_Comm comm,
            MPI_Info info,
            MPI_Request[] request) {
        return prepare(
                "MPI_Neighbor_alltoallv_init_c",
                comm,
                info,
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
    public int MPI_Neighbor_alltoallw_init_c(
            Object sendbuf,
            long[] sendcounts,
            long[] sdispls,
            MPI_Datatype[] sendtypes,
            Object recvbuf,
            long[] recvcounts,
            long[] rdispls,
            MPI_Datatype[] recvtypes,
            MPI_Comm comm,
            MPI_Info info,
            MPI_Request[] request) {
        return prepare(
                "MPI_Neighbor_alltoallw_init_c",
                comm,
                info,
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
