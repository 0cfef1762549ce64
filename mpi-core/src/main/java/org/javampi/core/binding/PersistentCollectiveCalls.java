package org.javampi.core.binding;

import java.util.function.Supplier;
import org.javampi.MPI;
import org.javampi.MPI_Comm;
import org.javampi.MPI_Datatype;
import org.javampi.MPI_Info;
import org.javampi.MPI_Op;
import org.javampi.MPI_Request;
import org.javampi.core.comm.Communicator;
import org.javampi.core.engine.Schedule;
import org.javampi.core.failure.MpiFailure;
import org.javampi.job.RankHost;

/** Persistent collectives (MPI-4.1 §6.13, §8.8): recorded once, replayed by each start. */
abstract class PersistentCollectiveCalls extends NeighborhoodCalls {
    PersistentCollectiveCalls(Supplier<RankHost> rankHosts) {
        super(rankHosts);
    }

    /** Records a call, to be started by MPI_Start. */
    final int prepare(String function, MPI_Comm comm, MPI_Info info, MPI_Request[] request, Recording recording) {
        Communicator c = null;
        try {
            c = communicator(comm);
            hints(info);
            checkOut(request, "request");
            Schedule schedule = recording.of(c, c.scheduledCollectives().forRepeatedStarts(true));
            request[0] = CollectiveHandle.prepared(c, schedule);
            return MPI.MPI_SUCCESS;
        } catch (MpiFailure failure) {
            return raise(c, function, failure);
        }
    }

    @Override
    public int MPI_Barrier_init(MPI_Comm comm, MPI_Info info, MPI_Request[] request) {
        return prepare("MPI_Barrier_init", comm, info, request, this::barrier);
    }

    @Override
    public int MPI_Bcast_init(
            Object buffer,
            int count,
            MPI_Datatype datatype,
            int root,
            MPI_Comm comm,
            MPI_Info info,
            MPI_Request[] request) {
        return prepare("MPI_Bcast_init", comm, info, request, (c, s) -> bcast(c, s, buffer, count, datatype, root));
    }

    @Override
    public int MPI_Gather_init(
            Object sendbuf,
            int sendcount,
            MPI_Datatype sendtype,
            Object recvbuf,
            int recvcount,
            MPI_Datatype recvtype,
            int root,
            MPI_Comm comm,
            MPI_Info info,
            MPI_Request[] request) {
        return prepare(
                "MPI_Gather_init",
                comm,
                info,
                request,
                (c, s) -> gather(c, s, sendbuf, sendcount, sendtype, recvbuf, recvcount, recvtype, root));
    }

    @Override
    public int MPI_Gatherv_init(
            Object sendbuf,
            int sendcount,
            MPI_Datatype sendtype,
            Object recvbuf,
            int[] recvcounts,
            int[] displs,
            MPI_Datatype recvtype,
            int root,
            MPI_Comm comm,
            MPI_Info info,
            MPI_Request[] request) {
        return prepare(
                "MPI_Gatherv_init",
                comm,
                info,
                request,
                (c, s) -> gatherv(c, s, sendbuf, sendcount, sendtype, recvbuf, recvcounts, displs, recvtype, root));
    }

    @Override
    public int MPI_Scatter_init(
            Object sendbuf,
            int sendcount,
            MPI_Datatype sendtype,
            Object recvbuf,
            int recvcount,
            MPI_Datatype recvtype,
            int root,
            MPI_Comm comm,
            MPI_Info info,
            MPI_Request[] request) {
        return prepare(
                "MPI_Scatter_init",
                comm,
                info,
                request,
                (c, s) -> scatter(c, s, sendbuf, sendcount, sendtype, recvbuf, recvcount, recvtype, root));
    }

    @Override
    public int MPI_Scatterv_init(
            Object sendbuf,
            int[] sendcounts,
            int[] displs,
            MPI_Datatype sendtype,
            Object recvbuf,
            int recvcount,
            MPI_Datatype recvtype,
            int root,
            MPI_Comm comm,
            MPI_Info info,
            MPI_Request[] request) {
        return prepare(
                "MPI_Scatterv_init",
                comm,
                info,
                request,
                (c, s) -> scatterv(c, s, sendbuf, sendcounts, displs, sendtype, recvbuf, recvcount, recvtype, root));
    }

    @Override
    public int MPI_Allgather_init(
            Object sendbuf,
            int sendcount,
            MPI_Datatype sendtype,
            Object recvbuf,
            int recvcount,
            MPI_Datatype recvtype,
            MPI_Comm comm,
            MPI_Info info,
            MPI_Request[] request) {
        return prepare(
                "MPI_Allgather_init",
                comm,
                info,
                request,
                (c, s) -> allgather(c, s, sendbuf, sendcount, sendtype, recvbuf, recvcount, recvtype));
    }

    @Override
    public int MPI_Allgatherv_init(
            Object sendbuf,
            int sendcount,
            MPI_Datatype sendtype,
            Object recvbuf,
            int[] recvcounts,
            int[] displs,
            MPI_Datatype recvtype,
            MPI_Comm comm,
            MPI_Info info,
            MPI_Request[] request) {
        return prepare(
                "MPI_Allgatherv_init",
                comm,
                info,
                request,
                (c, s) -> allgatherv(c, s, sendbuf, sendcount, sendtype, recvbuf, recvcounts, displs, recvtype));
    }

    @Override
    public int MPI_Alltoall_init(
            Object sendbuf,
            int sendcount,
            MPI_Datatype sendtype,
            Object recvbuf,
            int recvcount,
            MPI_Datatype recvtype,
            MPI_Comm comm,
            MPI_Info info,
            MPI_Request[] request) {
        return prepare(
                "MPI_Alltoall_init",
                comm,
                info,
                request,
                (c, s) -> alltoall(c, s, sendbuf, sendcount, sendtype, recvbuf, recvcount, recvtype));
    }

    @Override
    public int MPI_Alltoallv_init(
            Object sendbuf,
            int[] sendcounts,
            int[] sdispls,
            MPI_Datatype sendtype,
            Object recvbuf,
            int[] recvcounts,
            int[] rdispls,
            MPI_Datatype recvtype,
            MPI_Comm comm,
            MPI_Info info,
            MPI_Request[] request) {
        return prepare(
                "MPI_Alltoallv_init",
                comm,
                info,
                request,
                (c, s) -> alltoallv(
                        c, s, sendbuf, sendcounts, sdispls, sendtype, recvbuf, recvcounts, rdispls, recvtype));
    }

    @Override
    public int MPI_Reduce_init(
            Object sendbuf,
            Object recvbuf,
            int count,
            MPI_Datatype datatype,
            MPI_Op op,
            int root,
            MPI_Comm comm,
            MPI_Info info,
            MPI_Request[] request) {
        return prepare(
                "MPI_Reduce_init",
                comm,
                info,
                request,
                (c, s) -> reduce(c, s, sendbuf, recvbuf, count, datatype, op, root));
    }

    @Override
    public int MPI_Allreduce_init(
            Object sendbuf,
            Object recvbuf,
            int count,
            MPI_Datatype datatype,
            MPI_Op op,
            MPI_Comm comm,
            MPI_Info info,
            MPI_Request[] request) {
        return prepare(
                "MPI_Allreduce_init",
                comm,
                info,
                request,
                (c, s) -> allreduce(c, s, sendbuf, recvbuf, count, datatype, op));
    }

    @Override
    public int MPI_Reduce_scatter_init(
            Object sendbuf,
            Object recvbuf,
            int[] recvcounts,
            MPI_Datatype datatype,
            MPI_Op op,
            MPI_Comm comm,
            MPI_Info info,
            MPI_Request[] request) {
        return prepare(
                "MPI_Reduce_scatter_init",
                comm,
                info,
                request,
                (c, s) -> reduceScatter(c, s, sendbuf, recvbuf, recvcounts, datatype, op));
    }

    @Override
    public int MPI_Scan_init(
            Object sendbuf,
            Object recvbuf,
            int count,
            MPI_Datatype datatype,
            MPI_Op op,
            MPI_Comm comm,
            MPI_Info info,
            MPI_Request[] request) {
        return prepare(
                "MPI_Scan_init", comm, info, request, (c, s) -> scan(c, s, sendbuf, recvbuf, count, datatype, op));
    }

    @Override
    public int MPI_Alltoallw_init(
            Object sendbuf,
            int[] sendcounts,
            int[] sdispls,
            MPI_Datatype[] sendtypes,
            Object recvbuf,
            int[] recvcounts,
            int[] rdispls,
            MPI_Datatype[] recvtypes,
            MPI_Comm comm,
            MPI_Info info,
            MPI_Request[] request) {
        return prepare(
                "MPI_Alltoallw_init",
                comm,
                info,
                request,
                (c, s) -> alltoallw(
                        c,
                        s,
                        sendbuf,
                        sendcounts,
                        asLongs(sdispls),
                        sendtypes,
                        recvbuf,
                        recvcounts,
                        asLongs(rdispls),
                        recvtypes));
    }

    @Override
    public int MPI_Reduce_scatter_block_init(
            Object sendbuf,
            Object recvbuf,
            int recvcount,
            MPI_Datatype datatype,
            MPI_Op op,
            MPI_Comm comm,
            MPI_Info info,
            MPI_Request[] request) {
        return prepare(
                "MPI_Reduce_scatter_block_init",
                comm,
                info,
                request,
                (c, s) -> reduceScatterBlock(c, s, sendbuf, recvbuf, recvcount, datatype, op));
    }

    @Override
    public int MPI_Exscan_init(
            Object sendbuf,
            Object recvbuf,
            int count,
            MPI_Datatype datatype,
            MPI_Op op,
            MPI_Comm comm,
            MPI_Info info,
            MPI_Request[] request) {
        return prepare(
                "MPI_Exscan_init", comm, info, request, (c, s) -> exscan(c, s, sendbuf, recvbuf, count, datatype, op));
    }

    @Override
    public int MPI_Neighbor_allgather_init(
            Object sendbuf,
            int sendcount,
            MPI_Datatype sendtype,
            Object recvbuf,
            int recvcount,
            MPI_Datatype recvtype,
            MPI_Comm comm,
            MPI_Info info,
            MPI_Request[] request) {
        return prepare(
                "MPI_Neighbor_allgather_init",
                comm,
                info,
                request,
                (c, s) -> neighborAllgather(c, s, sendbuf, sendcount, sendtype, recvbuf, recvcount, recvtype));
    }

    @Override
    public int MPI_Neighbor_allgatherv_init(
            Object sendbuf,
            int sendcount,
            MPI_Datatype sendtype,
            Object recvbuf,
            int[] recvcounts,
            int[] displs,
            MPI_Datatype recvtype,
            MPI_Comm comm,
            MPI_Info info,
            MPI_Request[] request) {
        return prepare(
                "MPI_Neighbor_allgatherv_init",
                comm,
                info,
                request,
                (c, s) ->
                        neighborAllgatherv(c, s, sendbuf, sendcount, sendtype, recvbuf, recvcounts, displs, recvtype));
    }

    @Override
    public int MPI_Neighbor_alltoall_init(
            Object sendbuf,
            int sendcount,
            MPI_Datatype sendtype,
            Object recvbuf,
            int recvcount,
            MPI_Datatype recvtype,
            MPI_Comm comm,
            MPI_Info info,
            MPI_Request[] request) {
        return prepare(
                "MPI_Neighbor_alltoall_init",
                comm,
                info,
                request,
                (c, s) -> neighborAlltoall(c, s, sendbuf, sendcount, sendtype, recvbuf, recvcount, recvtype));
    }

    @Override
    public int MPI_Neighbor_alltoallv_init(
            Object sendbuf,
            int[] sendcounts,
            int[] sdispls,
            MPI_Datatype sendtype,
            Object recvbuf,
            int[] recvcounts,
            int[] rdispls,
            MPI_Datatype recvtype,
            MPI_Comm comm,
            MPI_Info info,
            MPI_Request[] request) {
        return prepare(
                "MPI_Neighbor_alltoallv_init",
                comm,
                info,
                request,
                (c, s) -> neighborAlltoallv(
                        c, s, sendbuf, sendcounts, sdispls, sendtype, recvbuf, recvcounts, rdispls, recvtype));
    }

    @Override
    public int MPI_Neighbor_alltoallw_init(
            Object sendbuf,
            int[] sendcounts,
            long[] sdispls,
            MPI_Datatype[] sendtypes,
            Object recvbuf,
            int[] recvcounts,
            long[] rdispls,
            MPI_Datatype[] recvtypes,
            MPI_Comm comm,
            MPI_Info info,
            MPI_Request[] request) {
        return prepare(
                "MPI_Neighbor_alltoallw_init",
                comm,
                info,
                request,
                (c, s) -> neighborAlltoallw(
                        c, s, sendbuf, sendcounts, sdispls, sendtypes, recvbuf, recvcounts, rdispls, recvtypes));
    }
}
