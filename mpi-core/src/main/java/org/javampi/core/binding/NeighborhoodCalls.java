package org.javampi.core.binding;

import java.util.function.Supplier;
import org.javampi.MPI_Comm;
import org.javampi.MPI_Datatype;
import org.javampi.MPI_Request;
import org.javampi.job.RankHost;

/** Neighbourhood collectives, blocking and not (MPI-4.1 §8.6, §8.7). */
abstract class NeighborhoodCalls extends LaterCollectiveCalls {
    NeighborhoodCalls(Supplier<RankHost> rankHosts) {
        super(rankHosts);
    }

    @Override
    public int MPI_Neighbor_allgather(
            Object sendbuf,
            int sendcount,
            MPI_Datatype sendtype,
            Object recvbuf,
            int recvcount,
            MPI_Datatype recvtype,
            MPI_Comm comm) {
        return carryOut(
                "MPI_Neighbor_allgather",
                comm,
                (c, s) -> neighborAllgather(c, s, sendbuf, sendcount, sendtype, recvbuf, recvcount, recvtype));
    }

    @Override
    public int MPI_Neighbor_allgatherv(
            Object sendbuf,
            int sendcount,
            MPI_Datatype sendtype,
            Object recvbuf,
            int[] recvcounts,
            int[] displs,
            MPI_Datatype recvtype,
            MPI_Comm comm) {
        return carryOut(
                "MPI_Neighbor_allgatherv",
                comm,
                (c, s) ->
                        neighborAllgatherv(c, s, sendbuf, sendcount, sendtype, recvbuf, recvcounts, displs, recvtype));
    }

    @Override
    public int MPI_Neighbor_alltoall(
            Object sendbuf,
            int sendcount,
            MPI_Datatype sendtype,
            Object recvbuf,
            int recvcount,
            MPI_Datatype recvtype,
            MPI_Comm comm) {
        return carryOut(
                "MPI_Neighbor_alltoall",
                comm,
                (c, s) -> neighborAlltoall(c, s, sendbuf, sendcount, sendtype, recvbuf, recvcount, recvtype));
    }

    @Override
    public int MPI_Neighbor_alltoallv(
            Object sendbuf,
            int[] sendcounts,
            int[] sdispls,
            MPI_Datatype sendtype,
            Object recvbuf,
            int[] recvcounts,
            int[] rdispls,
            MPI_Datatype recvtype,
            MPI_Comm comm) {
        return carryOut(
                "MPI_Neighbor_alltoallv",
                comm,
                (c, s) -> neighborAlltoallv(
                        c, s, sendbuf, sendcounts, sdispls, sendtype, recvbuf, recvcounts, rdispls, recvtype));
    }

    @Override
    public int MPI_Neighbor_alltoallw(
            Object sendbuf,
            int[] sendcounts,
            long[] sdispls,
            MPI_Datatype[] sendtypes,
            Object recvbuf,
            int[] recvcounts,
            long[] rdispls,
            MPI_Datatype[] recvtypes,
            MPI_Comm comm) {
        return carryOut(
                "MPI_Neighbor_alltoallw",
                comm,
                (c, s) -> neighborAlltoallw(
                        c, s, sendbuf, sendcounts, sdispls, sendtypes, recvbuf, recvcounts, rdispls, recvtypes));
    }

    @Override
    public int MPI_Ineighbor_allgather(
            Object sendbuf,
            int sendcount,
            MPI_Datatype sendtype,
            Object recvbuf,
            int recvcount,
            MPI_Datatype recvtype,
            MPI_Comm comm,
            MPI_Request[] request) {
        return start(
                "MPI_Ineighbor_allgather",
                comm,
                request,
                (c, s) -> neighborAllgather(c, s, sendbuf, sendcount, sendtype, recvbuf, recvcount, recvtype));
    }

    @Override
    public int MPI_Ineighbor_allgatherv(
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
                "MPI_Ineighbor_allgatherv",
                comm,
                request,
                (c, s) ->
                        neighborAllgatherv(c, s, sendbuf, sendcount, sendtype, recvbuf, recvcounts, displs, recvtype));
    }

    @Override
    public int MPI_Ineighbor_alltoall(
            Object sendbuf,
            int sendcount,
            MPI_Datatype sendtype,
            Object recvbuf,
            int recvcount,
            MPI_Datatype recvtype,
            MPI_Comm comm,
            MPI_Request[] request) {
        return start(
                "MPI_Ineighbor_alltoall",
                comm,
                request,
                (c, s) -> neighborAlltoall(c, s, sendbuf, sendcount, sendtype, recvbuf, recvcount, recvtype));
    }

    @Override
    public int MPI_Ineighbor_alltoallv(
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
                "MPI_Ineighbor_alltoallv",
                comm,
                request,
                (c, s) -> neighborAlltoallv(
                        c, s, sendbuf, sendcounts, sdispls, sendtype, recvbuf, recvcounts, rdispls, recvtype));
    }

    @Override
    public int MPI_Ineighbor_alltoallw(
            Object sendbuf,
            int[] sendcounts,
            long[] sdispls,
            MPI_Datatype[] sendtypes,
            Object recvbuf,
            int[] recvcounts,
            long[] rdispls,
            MPI_Datatype[] recvtypes,
            MPI_Comm comm,
            MPI_Request[] request) {
        return start(
                "MPI_Ineighbor_alltoallw",
                comm,
                request,
                (c, s) -> neighborAlltoallw(
                        c, s, sendbuf, sendcounts, sdispls, sendtypes, recvbuf, recvcounts, rdispls, recvtypes));
    }
}
