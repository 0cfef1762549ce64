package org.javampi;

/** Collectives functions. */
abstract class Collectives extends Datatypes {
    Collectives() {}

    /** Barrier over the group of an intra-communicator. */
    public static int MPI_Barrier(MPI_Comm comm) {
        return Calls.tool().MPI_Barrier(comm);
    }

    /** Copies root's buffer to every member of the group. */
    public static int MPI_Bcast(
            Object buffer, int count, MPI_Datatype datatype, int root, MPI_Comm comm) {
        return Calls.tool().MPI_Bcast(buffer, count, datatype, root, comm);
    }

    /** Root receives one equal-sized block from every rank, stored in rank order. */
    public static int MPI_Gather(
            Object sendbuf,
            int sendcount,
            MPI_Datatype sendtype,
            Object recvbuf,
            int recvcount,
            MPI_Datatype recvtype,
            int root,
            MPI_Comm comm) {
        return Calls.tool()
                .MPI_Gather(sendbuf, sendcount, sendtype, recvbuf, recvcount, recvtype, root, comm);
    }

    /** Gather with individual counts and displacements (in extents of recvtype) at root. */
    public static int MPI_Gatherv(
            Object sendbuf,
            int sendcount,
            MPI_Datatype sendtype,
            Object recvbuf,
            int[] recvcounts,
            int[] displs,
            MPI_Datatype recvtype,
            int root,
            MPI_Comm comm) {
        return Calls.tool()
                .MPI_Gatherv(
                        sendbuf,
                        sendcount,
                        sendtype,
                        recvbuf,
                        recvcounts,
                        displs,
                        recvtype,
                        root,
                        comm);
    }

    /** Root sends block i of its buffer to rank i. */
    public static int MPI_Scatter(
            Object sendbuf,
            int sendcount,
            MPI_Datatype sendtype,
            Object recvbuf,
            int recvcount,
            MPI_Datatype recvtype,
            int root,
            MPI_Comm comm) {
        return Calls.tool()
                .MPI_Scatter(
                        sendbuf, sendcount, sendtype, recvbuf, recvcount, recvtype, root, comm);
    }

    /** Scatter with individual counts and displacements (in extents of sendtype) at root. */
    public static int MPI_Scatterv(
            Object sendbuf,
            int[] sendcounts,
            int[] displs,
            MPI_Datatype sendtype,
            Object recvbuf,
            int recvcount,
            MPI_Datatype recvtype,
            int root,
            MPI_Comm comm) {
        return Calls.tool()
                .MPI_Scatterv(
                        sendbuf,
                        sendcounts,
                        displs,
                        sendtype,
                        recvbuf,
                        recvcount,
                        recvtype,
                        root,
                        comm);
    }

    /** Gather whose result is delivered to every member. */
    public static int MPI_Allgather(
            Object sendbuf,
            int sendcount,
            MPI_Datatype sendtype,
            Object recvbuf,
            int recvcount,
            MPI_Datatype recvtype,
            MPI_Comm comm) {
        return Calls.tool()
                .MPI_Allgather(sendbuf, sendcount, sendtype, recvbuf, recvcount, recvtype, comm);
    }

    /** Gatherv whose result is delivered to every member. */
    public static int MPI_Allgatherv(
            Object sendbuf,
            int sendcount,
            MPI_Datatype sendtype,
            Object recvbuf,
            int[] recvcounts,
            int[] displs,
            MPI_Datatype recvtype,
            MPI_Comm comm) {
        return Calls.tool()
                .MPI_Allgatherv(
                        sendbuf, sendcount, sendtype, recvbuf, recvcounts, displs, recvtype, comm);
    }

    /** Block j of rank i becomes block i of rank j. */
    public static int MPI_Alltoall(
            Object sendbuf,
            int sendcount,
            MPI_Datatype sendtype,
            Object recvbuf,
            int recvcount,
            MPI_Datatype recvtype,
            MPI_Comm comm) {
        return Calls.tool()
                .MPI_Alltoall(sendbuf, sendcount, sendtype, recvbuf, recvcount, recvtype, comm);
    }

    /** Alltoall with individual counts and displacements on both sides. */
    public static int MPI_Alltoallv(
            Object sendbuf,
            int[] sendcounts,
            int[] sdispls,
            MPI_Datatype sendtype,
            Object recvbuf,
            int[] recvcounts,
            int[] rdispls,
            MPI_Datatype recvtype,
            MPI_Comm comm) {
        return Calls.tool()
                .MPI_Alltoallv(
                        sendbuf,
                        sendcounts,
                        sdispls,
                        sendtype,
                        recvbuf,
                        recvcounts,
                        rdispls,
                        recvtype,
                        comm);
    }

    /** Element-wise reduction of all ranks' buffers delivered at root. */
    public static int MPI_Reduce(
            Object sendbuf,
            Object recvbuf,
            int count,
            MPI_Datatype datatype,
            MPI_Op op,
            int root,
            MPI_Comm comm) {
        return Calls.tool().MPI_Reduce(sendbuf, recvbuf, count, datatype, op, root, comm);
    }

    /** Binds a user function (and its commutativity flag) to a reduction-operation handle. */
    public static int MPI_Op_create(MPI_User_function function, boolean commute, MPI_Op[] op) {
        return Calls.tool().MPI_Op_create(function, commute, op);
    }

    /** Binds a user function (and its commutativity flag) to a reduction-operation handle. */
    public static MPI_Op MPI_Op_create(MPI_User_function function, boolean commute) {
        MPI_Op[] op = new MPI_Op[1];
        Calls.check(Calls.tool().MPI_Op_create(function, commute, op));
        return op[0];
    }

    /** Marks a user operation for deallocation and sets the handle to MPI_OP_NULL. */
    public static int MPI_Op_free(MPI_Op[] op) {
        return Calls.tool().MPI_Op_free(op);
    }

    /** Marks a user operation for deallocation and sets the handle to MPI_OP_NULL. */
    public static int MPI_Op_free(MPI_Op op) {
        return Calls.tool().MPI_Op_free(op);
    }

    /** Reduction delivered, identical, at every rank. */
    public static int MPI_Allreduce(
            Object sendbuf,
            Object recvbuf,
            int count,
            MPI_Datatype datatype,
            MPI_Op op,
            MPI_Comm comm) {
        return Calls.tool().MPI_Allreduce(sendbuf, recvbuf, count, datatype, op, comm);
    }

    /** Reduction of sum(recvcounts) elements, segment i of the result delivered to rank i. */
    public static int MPI_Reduce_scatter(
            Object sendbuf,
            Object recvbuf,
            int[] recvcounts,
            MPI_Datatype datatype,
            MPI_Op op,
            MPI_Comm comm) {
        return Calls.tool().MPI_Reduce_scatter(sendbuf, recvbuf, recvcounts, datatype, op, comm);
    }

    /** Inclusive prefix reduction: rank i gets the reduction over ranks 0..i. */
    public static int MPI_Scan(
            Object sendbuf,
            Object recvbuf,
            int count,
            MPI_Datatype datatype,
            MPI_Op op,
            MPI_Comm comm) {
        return Calls.tool().MPI_Scan(sendbuf, recvbuf, count, datatype, op, comm);
    }
}
