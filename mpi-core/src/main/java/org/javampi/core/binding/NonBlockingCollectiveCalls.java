package org.javampi.core.binding;

import java.util.function.Supplier;
import org.javampi.MPI;
import org.javampi.MPI_Comm;
import org.javampi.MPI_Datatype;
import org.javampi.MPI_Op;
import org.javampi.MPI_Request;
import org.javampi.core.comm.Communicator;
import org.javampi.core.engine.Schedule;
import org.javampi.core.failure.MpiFailure;
import org.javampi.job.RankHost;

/** Collectives that do not block (MPI-4.1 §6.12). */
abstract class NonBlockingCollectiveCalls extends CollectiveRecordings {
    NonBlockingCollectiveCalls(Supplier<RankHost> rankHosts) {
        super(rankHosts);
    }

    /** Records a call and starts it. */
    final int start(String function, MPI_Comm comm, MPI_Request[] request, Recording recording) {
        Communicator c = null;
        try {
            c = communicator(comm);
            checkOut(request, "request");
            Schedule schedule = recording.of(c, c.scheduledCollectives().forRepeatedStarts(false));
            request[0] = CollectiveHandle.started(c, schedule);
            return MPI.MPI_SUCCESS;
        } catch (MpiFailure failure) {
            return raise(c, function, failure);
        }
    }

    @Override
    public int MPI_Ibarrier(MPI_Comm comm, MPI_Request[] request) {
        return start("MPI_Ibarrier", comm, request, this::barrier);
    }

    @Override
    public int MPI_Ibcast(
            Object buffer, int count, MPI_Datatype datatype, int root, MPI_Comm comm, MPI_Request[] request) {
        return start("MPI_Ibcast", comm, request, (c, s) -> bcast(c, s, buffer, count, datatype, root));
    }

    @Override
    public int MPI_Igather(
            Object sendbuf,
            int sendcount,
            MPI_Datatype sendtype,
            Object recvbuf,
            int recvcount,
            MPI_Datatype recvtype,
            int root,
            MPI_Comm comm,
            MPI_Request[] request) {
        return start(
                "MPI_Igather",
                comm,
                request,
                (c, s) -> gather(c, s, sendbuf, sendcount, sendtype, recvbuf, recvcount, recvtype, root));
    }

    @Override
    public int MPI_Igatherv(
            Object sendbuf,
            int sendcount,
            MPI_Datatype sendtype,
            Object recvbuf,
            int[] recvcounts,
            int[] displs,
            MPI_Datatype recvtype,
            int root,
            MPI_Comm comm,
            MPI_Request[] request) {
        return start(
                "MPI_Igatherv",
                comm,
                request,
                (c, s) -> gatherv(c, s, sendbuf, sendcount, sendtype, recvbuf, recvcounts, displs, recvtype, root));
    }

    @Override
    public int MPI_Iscatter(
            Object sendbuf,
            int sendcount,
            MPI_Datatype sendtype,
            Object recvbuf,
            int recvcount,
            MPI_Datatype recvtype,
            int root,
            MPI_Comm comm,
            MPI_Request[] request) {
        return start(
                "MPI_Iscatter",
                comm,
                request,
                (c, s) -> scatter(c, s, sendbuf, sendcount, sendtype, recvbuf, recvcount, recvtype, root));
    }

    @Override
    public int MPI_Iscatterv(
            Object sendbuf,
            int[] sendcounts,
            int[] displs,
            MPI_Datatype sendtype,
            Object recvbuf,
            int recvcount,
            MPI_Datatype recvtype,
            int root,
            MPI_Comm comm,
            MPI_Request[] request) {
        return start(
                "MPI_Iscatterv",
                comm,
                request,
                (c, s) -> scatterv(c, s, sendbuf, sendcounts, displs, sendtype, recvbuf, recvcount, recvtype, root));
    }

    @Override
    public int MPI_Iallgather(
            Object sendbuf,
            int sendcount,
            MPI_Datatype sendtype,
            Object recvbuf,
            int recvcount,
            MPI_Datatype recvtype,
            MPI_Comm comm,
            MPI_Request[] request) {
        return start(
                "MPI_Iallgather",
                comm,
                request,
                (c, s) -> allgather(c, s, sendbuf, sendcount, sendtype, recvbuf, recvcount, recvtype));
    }

    @Override
    public int MPI_Iallgatherv(
            Object sendbuf,
            int sendcount,
            MPI_Datatype sendtype,
            Object recvbuf,
            int[] recvcounts,
            int[] displs,
            MPI_Datatype recvtype,
            MPI_Comm comm,
            MPI_Request[] request) {
        return start(
                "MPI_Iallgatherv",
                comm,
                request,
                (c, s) -> allgatherv(c, s, sendbuf, sendcount, sendtype, recvbuf, recvcounts, displs, recvtype));
    }

    @Override
    public int MPI_Ialltoall(
            Object sendbuf,
            int sendcount,
            MPI_Datatype sendtype,
            Object recvbuf,
            int recvcount,
            MPI_Datatype recvtype,
            MPI_Comm comm,
            MPI_Request[] request) {
        return start(
                "MPI_Ialltoall",
                comm,
                request,
                (c, s) -> alltoall(c, s, sendbuf, sendcount, sendtype, recvbuf, recvcount, recvtype));
    }

    @Override
    public int MPI_Ialltoallv(
            Object sendbuf,
            int[] sendcounts,
            int[] sdispls,
            MPI_Datatype sendtype,
            Object recvbuf,
            int[] recvcounts,
            int[] rdispls,
            MPI_Datatype recvtype,
            MPI_Comm comm,
            MPI_Request[] request) {
        return start(
                "MPI_Ialltoallv",
                comm,
                request,
                (c, s) -> alltoallv(
                        c, s, sendbuf, sendcounts, sdispls, sendtype, recvbuf, recvcounts, rdispls, recvtype));
    }

    @Override
    public int MPI_Ireduce(
            Object sendbuf,
            Object recvbuf,
            int count,
            MPI_Datatype datatype,
            MPI_Op op,
            int root,
            MPI_Comm comm,
            MPI_Request[] request) {
        return start("MPI_Ireduce", comm, request, (c, s) -> reduce(c, s, sendbuf, recvbuf, count, datatype, op, root));
    }

    @Override
    public int MPI_Iallreduce(
            Object sendbuf,
            Object recvbuf,
            int count,
            MPI_Datatype datatype,
            MPI_Op op,
            MPI_Comm comm,
            MPI_Request[] request) {
        return start("MPI_Iallreduce", comm, request, (c, s) -> allreduce(c, s, sendbuf, recvbuf, count, datatype, op));
    }

    @Override
    public int MPI_Ireduce_scatter(
            Object sendbuf,
            Object recvbuf,
            int[] recvcounts,
            MPI_Datatype datatype,
            MPI_Op op,
            MPI_Comm comm,
            MPI_Request[] request) {
        return start(
                "MPI_Ireduce_scatter",
                comm,
                request,
                (c, s) -> reduceScatter(c, s, sendbuf, recvbuf, recvcounts, datatype, op));
    }

    @Override
    public int MPI_Iscan(
            Object sendbuf,
            Object recvbuf,
            int count,
            MPI_Datatype datatype,
            MPI_Op op,
            MPI_Comm comm,
            MPI_Request[] request) {
        return start("MPI_Iscan", comm, request, (c, s) -> scan(c, s, sendbuf, recvbuf, count, datatype, op));
    }

    @Override
    public int MPI_Ialltoallw(
            Object sendbuf,
            int[] sendcounts,
            int[] sdispls,
            MPI_Datatype[] sendtypes,
            Object recvbuf,
            int[] recvcounts,
            int[] rdispls,
            MPI_Datatype[] recvtypes,
            MPI_Comm comm,
            MPI_Request[] request) {
        return start(
                "MPI_Ialltoallw",
                comm,
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
    public int MPI_Ireduce_scatter_block(
            Object sendbuf,
            Object recvbuf,
            int recvcount,
            MPI_Datatype datatype,
            MPI_Op op,
            MPI_Comm comm,
            MPI_Request[] request) {
        return start(
                "MPI_Ireduce_scatter_block",
                comm,
                request,
                (c, s) -> reduceScatterBlock(c, s, sendbuf, recvbuf, recvcount, datatype, op));
    }

    @Override
    public int MPI_Iexscan(
            Object sendbuf,
            Object recvbuf,
            int count,
            MPI_Datatype datatype,
            MPI_Op op,
            MPI_Comm comm,
            MPI_Request[] request) {
        return start("MPI_Iexscan", comm, request, (c, s) -> exscan(c, s, sendbuf, recvbuf, count, datatype, op));
    }
}
