package org.javampi.core.check;

import org.javampi.MPI_Comm;
import org.javampi.MPI_Datatype;
import org.javampi.MPI_Op;
import org.javampi.Predefined;

/** Compares collectives with large counts (MPI-4.1 §2.5.8), as {@link WatchedCollectives} does those with an int's. */
abstract class WatchedLargeCollectives extends WatchedCollectives {
    @Override
    public int MPI_Bcast_c(Object buffer, long count, MPI_Datatype datatype, int root, MPI_Comm comm) {
        Group group = group("MPI_Bcast_c", comm).root(root);
        if (group.isRoot(root)) {
            group.gives(count, datatype);
        } else {
            group.takes(count, datatype);
        }
        group.compare();
        return super.MPI_Bcast_c(buffer, count, datatype, root, comm);
    }

    @Override
    public int MPI_Reduce_c(
            Object sendbuf, Object recvbuf, long count, MPI_Datatype datatype, MPI_Op op, int root, MPI_Comm comm) {
        group("MPI_Reduce_c", comm)
                .root(root)
                .operation(op)
                .gives(count, datatype)
                .compare();
        return super.MPI_Reduce_c(sendbuf, recvbuf, count, datatype, op, root, comm);
    }

    @Override
    public int MPI_Allreduce_c(
            Object sendbuf, Object recvbuf, long count, MPI_Datatype datatype, MPI_Op op, MPI_Comm comm) {
        group("MPI_Allreduce_c", comm).operation(op).gives(count, datatype).compare();
        return super.MPI_Allreduce_c(sendbuf, recvbuf, count, datatype, op, comm);
    }

    @Override
    public int MPI_Scan_c(Object sendbuf, Object recvbuf, long count, MPI_Datatype datatype, MPI_Op op, MPI_Comm comm) {
        group("MPI_Scan_c", comm).operation(op).gives(count, datatype).compare();
        return super.MPI_Scan_c(sendbuf, recvbuf, count, datatype, op, comm);
    }

    @Override
    public int MPI_Exscan_c(
            Object sendbuf, Object recvbuf, long count, MPI_Datatype datatype, MPI_Op op, MPI_Comm comm) {
        group("MPI_Exscan_c", comm).operation(op).gives(count, datatype).compare();
        return super.MPI_Exscan_c(sendbuf, recvbuf, count, datatype, op, comm);
    }

    @Override
    public int MPI_Reduce_scatter_block_c(
            Object sendbuf, Object recvbuf, long recvcount, MPI_Datatype datatype, MPI_Op op, MPI_Comm comm) {
        group("MPI_Reduce_scatter_block_c", comm)
                .operation(op)
                .gives(recvcount, datatype)
                .compare();
        return super.MPI_Reduce_scatter_block_c(sendbuf, recvbuf, recvcount, datatype, op, comm);
    }

    @Override
    public int MPI_Reduce_scatter_c(
            Object sendbuf, Object recvbuf, long[] recvcounts, MPI_Datatype datatype, MPI_Op op, MPI_Comm comm) {
        group("MPI_Reduce_scatter_c", comm)
                .operation(op)
                .gives(1, datatype)
                .counts(recvcounts)
                .compare();
        return super.MPI_Reduce_scatter_c(sendbuf, recvbuf, recvcounts, datatype, op, comm);
    }

    @Override
    public int MPI_Gather_c(
            Object sendbuf,
            long sendcount,
            MPI_Datatype sendtype,
            Object recvbuf,
            long recvcount,
            MPI_Datatype recvtype,
            int root,
            MPI_Comm comm) {
        Group group = group("MPI_Gather_c", comm).root(root).givesUnlessInPlace(sendbuf, sendcount, sendtype);
        if (group.isRoot(root)) {
            group.takes(recvcount, recvtype);
        }
        group.compare();
        return super.MPI_Gather_c(sendbuf, sendcount, sendtype, recvbuf, recvcount, recvtype, root, comm);
    }

    @Override
    public int MPI_Scatter_c(
            Object sendbuf,
            long sendcount,
            MPI_Datatype sendtype,
            Object recvbuf,
            long recvcount,
            MPI_Datatype recvtype,
            int root,
            MPI_Comm comm) {
        Group group = group("MPI_Scatter_c", comm).root(root);
        if (group.isRoot(root)) {
            group.gives(sendcount, sendtype);
        }
        if (recvbuf != Predefined.IN_PLACE) {
            group.takes(recvcount, recvtype);
        }
        group.compare();
        return super.MPI_Scatter_c(sendbuf, sendcount, sendtype, recvbuf, recvcount, recvtype, root, comm);
    }

    @Override
    public int MPI_Allgather_c(
            Object sendbuf,
            long sendcount,
            MPI_Datatype sendtype,
            Object recvbuf,
            long recvcount,
            MPI_Datatype recvtype,
            MPI_Comm comm) {
        group("MPI_Allgather_c", comm)
                .givesUnlessInPlace(sendbuf, sendcount, sendtype)
                .takes(recvcount, recvtype)
                .compare();
        return super.MPI_Allgather_c(sendbuf, sendcount, sendtype, recvbuf, recvcount, recvtype, comm);
    }

    @Override
    public int MPI_Alltoall_c(
            Object sendbuf,
            long sendcount,
            MPI_Datatype sendtype,
            Object recvbuf,
            long recvcount,
            MPI_Datatype recvtype,
            MPI_Comm comm) {
        group("MPI_Alltoall_c", comm)
                .givesUnlessInPlace(sendbuf, sendcount, sendtype)
                .takes(recvcount, recvtype)
                .compare();
        return super.MPI_Alltoall_c(sendbuf, sendcount, sendtype, recvbuf, recvcount, recvtype, comm);
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
        compareGatherv("MPI_Gatherv_c", sendbuf, sendcount, sendtype, recvcounts, recvtype, root, comm);
        return super.MPI_Gatherv_c(sendbuf, sendcount, sendtype, recvbuf, recvcounts, displs, recvtype, root, comm);
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
        compareAllgatherv("MPI_Allgatherv_c", sendbuf, sendcount, sendtype, recvcounts, recvtype, comm);
        return super.MPI_Allgatherv_c(sendbuf, sendcount, sendtype, recvbuf, recvcounts, displs, recvtype, comm);
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
        compareScatterv("MPI_Scatterv_c", sendcounts, sendtype, recvbuf, recvcount, recvtype, root, comm);
        return super.MPI_Scatterv_c(sendbuf, sendcounts, displs, sendtype, recvbuf, recvcount, recvtype, root, comm);
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
        compareAlltoallv("MPI_Alltoallv_c", sendbuf, sendcounts, sendtype, recvcounts, recvtype, comm);
        return super.MPI_Alltoallv_c(
                sendbuf, sendcounts, sdispls, sendtype, recvbuf, recvcounts, rdispls, recvtype, comm);
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
        group("MPI_Alltoallw_c", comm).compare();
        return super.MPI_Alltoallw_c(
                sendbuf, sendcounts, sdispls, sendtypes, recvbuf, recvcounts, rdispls, recvtypes, comm);
    }
}
