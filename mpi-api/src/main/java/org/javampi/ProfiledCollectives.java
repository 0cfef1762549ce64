package org.javampi;

/** The functions of {@link Collectives} under their PMPI names. */
abstract class ProfiledCollectives extends ProfiledDatatypes {
    ProfiledCollectives() {}

    /** As {@link MPI#MPI_Barrier}, below all tools. */
    public static int PMPI_Barrier(MPI_Comm comm) {
        return Calls.binding().MPI_Barrier(comm);
    }

    /** As {@link MPI#MPI_Bcast}, below all tools. */
    public static int PMPI_Bcast(Object buffer, int count, MPI_Datatype datatype, int root, MPI_Comm comm) {
        return Calls.binding().MPI_Bcast(buffer, count, datatype, root, comm);
    }

    /** As {@link MPI#MPI_Gather}, below all tools. */
    public static int PMPI_Gather(
            Object sendbuf,
            int sendcount,
            MPI_Datatype sendtype,
            Object recvbuf,
            int recvcount,
            MPI_Datatype recvtype,
            int root,
            MPI_Comm comm) {
        return Calls.binding().MPI_Gather(sendbuf, sendcount, sendtype, recvbuf, recvcount, recvtype, root, comm);
    }

    /** As {@link MPI#MPI_Gatherv}, below all tools. */
    public static int PMPI_Gatherv(
            Object sendbuf,
            int sendcount,
            MPI_Datatype sendtype,
            Object recvbuf,
            int[] recvcounts,
            int[] displs,
            MPI_Datatype recvtype,
            int root,
            MPI_Comm comm) {
        return Calls.binding()
                .MPI_Gatherv(sendbuf, sendcount, sendtype, recvbuf, recvcounts, displs, recvtype, root, comm);
    }

    /** As {@link MPI#MPI_Scatter}, below all tools. */
    public static int PMPI_Scatter(
            Object sendbuf,
            int sendcount,
            MPI_Datatype sendtype,
            Object recvbuf,
            int recvcount,
            MPI_Datatype recvtype,
            int root,
            MPI_Comm comm) {
        return Calls.binding().MPI_Scatter(sendbuf, sendcount, sendtype, recvbuf, recvcount, recvtype, root, comm);
    }

    /** As {@link MPI#MPI_Scatterv}, below all tools. */
    public static int PMPI_Scatterv(
            Object sendbuf,
            int[] sendcounts,
            int[] displs,
            MPI_Datatype sendtype,
            Object recvbuf,
            int recvcount,
            MPI_Datatype recvtype,
            int root,
            MPI_Comm comm) {
        return Calls.binding()
                .MPI_Scatterv(sendbuf, sendcounts, displs, sendtype, recvbuf, recvcount, recvtype, root, comm);
    }

    /** As {@link MPI#MPI_Allgather}, below all tools. */
    public static int PMPI_Allgather(
            Object sendbuf,
            int sendcount,
            MPI_Datatype sendtype,
            Object recvbuf,
            int recvcount,
            MPI_Datatype recvtype,
            MPI_Comm comm) {
        return Calls.binding().MPI_Allgather(sendbuf, sendcount, sendtype, recvbuf, recvcount, recvtype, comm);
    }

    /** As {@link MPI#MPI_Allgatherv}, below all tools. */
    public static int PMPI_Allgatherv(
            Object sendbuf,
            int sendcount,
            MPI_Datatype sendtype,
            Object recvbuf,
            int[] recvcounts,
            int[] displs,
            MPI_Datatype recvtype,
            MPI_Comm comm) {
        return Calls.binding()
                .MPI_Allgatherv(sendbuf, sendcount, sendtype, recvbuf, recvcounts, displs, recvtype, comm);
    }

    /** As {@link MPI#MPI_Alltoall}, below all tools. */
    public static int PMPI_Alltoall(
            Object sendbuf,
            int sendcount,
            MPI_Datatype sendtype,
            Object recvbuf,
            int recvcount,
            MPI_Datatype recvtype,
            MPI_Comm comm) {
        return Calls.binding().MPI_Alltoall(sendbuf, sendcount, sendtype, recvbuf, recvcount, recvtype, comm);
    }

    /** As {@link MPI#MPI_Alltoallv}, below all tools. */
    public static int PMPI_Alltoallv(
            Object sendbuf,
            int[] sendcounts,
            int[] sdispls,
            MPI_Datatype sendtype,
            Object recvbuf,
            int[] recvcounts,
            int[] rdispls,
            MPI_Datatype recvtype,
            MPI_Comm comm) {
        return Calls.binding()
                .MPI_Alltoallv(sendbuf, sendcounts, sdispls, sendtype, recvbuf, recvcounts, rdispls, recvtype, comm);
    }

    /** As {@link MPI#MPI_Reduce}, below all tools. */
    public static int PMPI_Reduce(
            Object sendbuf, Object recvbuf, int count, MPI_Datatype datatype, MPI_Op op, int root, MPI_Comm comm) {
        return Calls.binding().MPI_Reduce(sendbuf, recvbuf, count, datatype, op, root, comm);
    }

    /** As {@link MPI#MPI_Op_create}, below all tools. */
    public static int PMPI_Op_create(MPI_User_function function, boolean commute, MPI_Op[] op) {
        return Calls.binding().MPI_Op_create(function, commute, op);
    }

    /** As {@link MPI#MPI_Op_create}, below all tools. */
    public static MPI_Op PMPI_Op_create(MPI_User_function function, boolean commute) {
        MPI_Op[] op = new MPI_Op[1];
        Calls.check(Calls.binding().MPI_Op_create(function, commute, op));
        return op[0];
    }

    /** As {@link MPI#MPI_Op_free}, below all tools. */
    public static int PMPI_Op_free(MPI_Op[] op) {
        return Calls.binding().MPI_Op_free(op);
    }

    /** As {@link MPI#MPI_Op_free}, below all tools. */
    public static int PMPI_Op_free(MPI_Op op) {
        return Calls.binding().MPI_Op_free(op);
    }

    /** As {@link MPI#MPI_Allreduce}, below all tools. */
    public static int PMPI_Allreduce(
            Object sendbuf, Object recvbuf, int count, MPI_Datatype datatype, MPI_Op op, MPI_Comm comm) {
        return Calls.binding().MPI_Allreduce(sendbuf, recvbuf, count, datatype, op, comm);
    }

    /** As {@link MPI#MPI_Reduce_scatter}, below all tools. */
    public static int PMPI_Reduce_scatter(
            Object sendbuf, Object recvbuf, int[] recvcounts, MPI_Datatype datatype, MPI_Op op, MPI_Comm comm) {
        return Calls.binding().MPI_Reduce_scatter(sendbuf, recvbuf, recvcounts, datatype, op, comm);
    }

    /** As {@link MPI#MPI_Scan}, below all tools. */
    public static int PMPI_Scan(
            Object sendbuf, Object recvbuf, int count, MPI_Datatype datatype, MPI_Op op, MPI_Comm comm) {
        return Calls.binding().MPI_Scan(sendbuf, recvbuf, count, datatype, op, comm);
    }
}
