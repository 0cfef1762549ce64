package org.javampi.collectives.verify;

import org.javampi.MPI_Comm;
import org.javampi.MPI_Datatype;
import org.javampi.MPI_Op;

/** Collectives in one of their forms, complete on return: what a verification calls. */
interface Calls {
    /** Blocking. */
    Calls BLOCKING = new BlockingCalls();

    /** The form that a name stands for: {@code ibcast} does not block. */
    static Calls of(String label) {
        return isStarted(label) ? new StartedCalls() : BLOCKING;
    }

    /** The collective of a name, whatever its form. */
    static String collective(String label) {
        return isStarted(label) ? label.substring(1) : label;
    }

    private static boolean isStarted(String label) {
        return label.startsWith("i");
    }

    /** MPI_Bcast. */
    void bcast(Object buffer, int count, MPI_Datatype datatype, int root, MPI_Comm comm);

    /** MPI_Gather. */
    void gather(
            Object sendbuf,
            int sendcount,
            MPI_Datatype sendtype,
            Object recvbuf,
            int recvcount,
            MPI_Datatype recvtype,
            int root,
            MPI_Comm comm);

    /** MPI_Gatherv. */
    void gatherv(
            Object sendbuf,
            int sendcount,
            MPI_Datatype sendtype,
            Object recvbuf,
            int[] recvcounts,
            int[] displs,
            MPI_Datatype recvtype,
            int root,
            MPI_Comm comm);

    /** MPI_Scatter. */
    void scatter(
            Object sendbuf,
            int sendcount,
            MPI_Datatype sendtype,
            Object recvbuf,
            int recvcount,
            MPI_Datatype recvtype,
            int root,
            MPI_Comm comm);

    /** MPI_Scatterv. */
    void scatterv(
            Object sendbuf,
            int[] sendcounts,
            int[] displs,
            MPI_Datatype sendtype,
            Object recvbuf,
            int recvcount,
            MPI_Datatype recvtype,
            int root,
            MPI_Comm comm);

    /** MPI_Allgather. */
    void allgather(
            Object sendbuf,
            int sendcount,
            MPI_Datatype sendtype,
            Object recvbuf,
            int recvcount,
            MPI_Datatype recvtype,
            MPI_Comm comm);

    /** MPI_Allgatherv. */
    void allgatherv(
            Object sendbuf,
            int sendcount,
            MPI_Datatype sendtype,
            Object recvbuf,
            int[] recvcounts,
            int[] displs,
            MPI_Datatype recvtype,
            MPI_Comm comm);

    /** MPI_Alltoall. */
    void alltoall(
            Object sendbuf,
            int sendcount,
            MPI_Datatype sendtype,
            Object recvbuf,
            int recvcount,
            MPI_Datatype recvtype,
            MPI_Comm comm);

    /** MPI_Alltoallv. */
    void alltoallv(
            Object sendbuf,
            int[] sendcounts,
            int[] sdispls,
            MPI_Datatype sendtype,
            Object recvbuf,
            int[] recvcounts,
            int[] rdispls,
            MPI_Datatype recvtype,
            MPI_Comm comm);

    /** MPI_Reduce. */
    void reduce(Object sendbuf, Object recvbuf, int count, MPI_Datatype datatype, MPI_Op op, int root, MPI_Comm comm);

    /** MPI_Allreduce. */
    void allreduce(Object sendbuf, Object recvbuf, int count, MPI_Datatype datatype, MPI_Op op, MPI_Comm comm);

    /** MPI_Scan. */
    void scan(Object sendbuf, Object recvbuf, int count, MPI_Datatype datatype, MPI_Op op, MPI_Comm comm);

    /** MPI_Reduce_scatter. */
    void reduceScatter(
            Object sendbuf, Object recvbuf, int[] recvcounts, MPI_Datatype datatype, MPI_Op op, MPI_Comm comm);

    /** MPI_Barrier. */
    void barrier(MPI_Comm comm);

    /** MPI_Exscan. */
    void exscan(Object sendbuf, Object recvbuf, int count, MPI_Datatype datatype, MPI_Op op, MPI_Comm comm);

    /** MPI_Reduce_scatter_block. */
    void reduceScatterBlock(
            Object sendbuf, Object recvbuf, int recvcount, MPI_Datatype datatype, MPI_Op op, MPI_Comm comm);
}
