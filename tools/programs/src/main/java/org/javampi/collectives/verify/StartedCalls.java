package org.javampi.collectives.verify;

import static org.javampi.MPI.*;

import org.javampi.MPI_Comm;
import org.javampi.MPI_Datatype;
import org.javampi.MPI_Op;
import org.javampi.MPI_Request;
import org.javampi.MPI_Status;

/** Calls that do not block, each completed in another way than the one before. */
final class StartedCalls implements Calls {
    private static final int WAYS = 4;

    private int calls;

    private void complete(MPI_Request request) {
        MPI_Request[] all = {request};
        switch (calls++ % WAYS) {
            case 0 -> MPI_Wait(all, MPI_STATUS_IGNORE);
            case 1 -> MPI_Waitall(1, all, MPI_STATUSES_IGNORE);
            case 2 -> MPI_Waitany(1, all, new int[1], new MPI_Status());
            default -> {
                boolean[] over = {false};
                while (!over[0]) {
                    MPI_Test(all, over, MPI_STATUS_IGNORE);
                }
            }
        }
    }

    @Override
    public void bcast(Object buffer, int count, MPI_Datatype datatype, int root, MPI_Comm comm) {
        complete(MPI_Ibcast(buffer, count, datatype, root, comm));
    }

    @Override
    public void gather(
            Object sendbuf,
            int sendcount,
            MPI_Datatype sendtype,
            Object recvbuf,
            int recvcount,
            MPI_Datatype recvtype,
            int root,
            MPI_Comm comm) {
        complete(MPI_Igather(sendbuf, sendcount, sendtype, recvbuf, recvcount, recvtype, root, comm));
    }

    @Override
    public void gatherv(
            Object sendbuf,
            int sendcount,
            MPI_Datatype sendtype,
            Object recvbuf,
            int[] recvcounts,
            int[] displs,
            MPI_Datatype recvtype,
            int root,
            MPI_Comm comm) {
        complete(MPI_Igatherv(sendbuf, sendcount, sendtype, recvbuf, recvcounts, displs, recvtype, root, comm));
    }

    @Override
    public void scatter(
            Object sendbuf,
            int sendcount,
            MPI_Datatype sendtype,
            Object recvbuf,
            int recvcount,
            MPI_Datatype recvtype,
            int root,
            MPI_Comm comm) {
        complete(MPI_Iscatter(sendbuf, sendcount, sendtype, recvbuf, recvcount, recvtype, root, comm));
    }

    @Override
    public void scatterv(
            Object sendbuf,
            int[] sendcounts,
            int[] displs,
            MPI_Datatype sendtype,
            Object recvbuf,
            int recvcount,
            MPI_Datatype recvtype,
            int root,
            MPI_Comm comm) {
        complete(MPI_Iscatterv(sendbuf, sendcounts, displs, sendtype, recvbuf, recvcount, recvtype, root, comm));
    }

    @Override
    public void allgather(
            Object sendbuf,
            int sendcount,
            MPI_Datatype sendtype,
            Object recvbuf,
            int recvcount,
            MPI_Datatype recvtype,
            MPI_Comm comm) {
        complete(MPI_Iallgather(sendbuf, sendcount, sendtype, recvbuf, recvcount, recvtype, comm));
    }

    @Override
    public void allgatherv(
            Object sendbuf,
            int sendcount,
            MPI_Datatype sendtype,
            Object recvbuf,
            int[] recvcounts,
            int[] displs,
            MPI_Datatype recvtype,
            MPI_Comm comm) {
        complete(MPI_Iallgatherv(sendbuf, sendcount, sendtype, recvbuf, recvcounts, displs, recvtype, comm));
    }

    @Override
    public void alltoall(
            Object sendbuf,
            int sendcount,
            MPI_Datatype sendtype,
            Object recvbuf,
            int recvcount,
            MPI_Datatype recvtype,
            MPI_Comm comm) {
        complete(MPI_Ialltoall(sendbuf, sendcount, sendtype, recvbuf, recvcount, recvtype, comm));
    }

    @Override
    public void alltoallv(
            Object sendbuf,
            int[] sendcounts,
            int[] sdispls,
            MPI_Datatype sendtype,
            Object recvbuf,
            int[] recvcounts,
            int[] rdispls,
            MPI_Datatype recvtype,
            MPI_Comm comm) {
        complete(MPI_Ialltoallv(sendbuf, sendcounts, sdispls, sendtype, recvbuf, recvcounts, rdispls, recvtype, comm));
    }

    @Override
    public void reduce(
            Object sendbuf, Object recvbuf, int count, MPI_Datatype datatype, MPI_Op op, int root, MPI_Comm comm) {
        complete(MPI_Ireduce(sendbuf, recvbuf, count, datatype, op, root, comm));
    }

    @Override
    public void allreduce(Object sendbuf, Object recvbuf, int count, MPI_Datatype datatype, MPI_Op op, MPI_Comm comm) {
        complete(MPI_Iallreduce(sendbuf, recvbuf, count, datatype, op, comm));
    }

    @Override
    public void scan(Object sendbuf, Object recvbuf, int count, MPI_Datatype datatype, MPI_Op op, MPI_Comm comm) {
        complete(MPI_Iscan(sendbuf, recvbuf, count, datatype, op, comm));
    }

    @Override
    public void reduceScatter(
            Object sendbuf, Object recvbuf, int[] recvcounts, MPI_Datatype datatype, MPI_Op op, MPI_Comm comm) {
        complete(MPI_Ireduce_scatter(sendbuf, recvbuf, recvcounts, datatype, op, comm));
    }

    @Override
    public void barrier(MPI_Comm comm) {
        complete(MPI_Ibarrier(comm));
    }

    @Override
    public void exscan(Object sendbuf, Object recvbuf, int count, MPI_Datatype datatype, MPI_Op op, MPI_Comm comm) {
        complete(MPI_Iexscan(sendbuf, recvbuf, count, datatype, op, comm));
    }

    @Override
    public void reduceScatterBlock(
            Object sendbuf, Object recvbuf, int recvcount, MPI_Datatype datatype, MPI_Op op, MPI_Comm comm) {
        complete(MPI_Ireduce_scatter_block(sendbuf, recvbuf, recvcount, datatype, op, comm));
    }
}
