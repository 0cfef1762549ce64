package org.javampi.core.check;

import org.javampi.MPI_Comm;
import org.javampi.MPI_Datatype;

/** Compares which neighborhood collectives (MPI-4.1 §8.6) ranks call; their data is a matter of neighbors. */
abstract class WatchedNeighborhoods extends WatchedLargeCollectives {
    @Override
    public int MPI_Neighbor_allgather(
            Object sendbuf,
            int sendcount,
            MPI_Datatype sendtype,
            Object recvbuf,
            int recvcount,
            MPI_Datatype recvtype,
            MPI_Comm comm) {
        group("MPI_Neighbor_allgather", comm).compare();
        return super.MPI_Neighbor_allgather(sendbuf, sendcount, sendtype, recvbuf, recvcount, recvtype, comm);
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
        group("MPI_Neighbor_allgatherv", comm).compare();
        return super.MPI_Neighbor_allgatherv(sendbuf, sendcount, sendtype, recvbuf, recvcounts, displs, recvtype, comm);
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
        group("MPI_Neighbor_alltoall", comm).compare();
        return super.MPI_Neighbor_alltoall(sendbuf, sendcount, sendtype, recvbuf, recvcount, recvtype, comm);
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
        group("MPI_Neighbor_alltoallv", comm).compare();
        return super.MPI_Neighbor_alltoallv(
                sendbuf, sendcounts, sdispls, sendtype, recvbuf, recvcounts, rdispls, recvtype, comm);
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
        group("MPI_Neighbor_alltoallw", comm).compare();
        return super.MPI_Neighbor_alltoallw(
                sendbuf, sendcounts, sdispls, sendtypes, recvbuf, recvcounts, rdispls, recvtypes, comm);
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
        group("MPI_Neighbor_allgather_c", comm).compare();
        return super.MPI_Neighbor_allgather_c(sendbuf, sendcount, sendtype, recvbuf, recvcount, recvtype, comm);
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
        group("MPI_Neighbor_allgatherv_c", comm).compare();
        return super.MPI_Neighbor_allgatherv_c(
                sendbuf, sendcount, sendtype, recvbuf, recvcounts, displs, recvtype, comm);
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
        group("MPI_Neighbor_alltoall_c", comm).compare();
        return super.MPI_Neighbor_alltoall_c(sendbuf, sendcount, sendtype, recvbuf, recvcount, recvtype, comm);
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
        group("MPI_Neighbor_alltoallv_c", comm).compare();
        return super.MPI_Neighbor_alltoallv_c(
                sendbuf, sendcounts, sdispls, sendtype, recvbuf, recvcounts, rdispls, recvtype, comm);
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
        group("MPI_Neighbor_alltoallw_c", comm).compare();
        return super.MPI_Neighbor_alltoallw_c(
                sendbuf, sendcounts, sdispls, sendtypes, recvbuf, recvcounts, rdispls, recvtypes, comm);
    }
}
