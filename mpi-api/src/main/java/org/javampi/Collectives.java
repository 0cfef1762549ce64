package org.javampi;

/** The functions of the standard's chapter, in C form and value form. */
abstract class Collectives extends Datatypes {
    Collectives() {}

    /**
     * Holds every rank back until all have come. (MPI-1.1 §4.3.)
     *
     * <p>Errors: MPI_ERR_COMM.
     *
     * @param comm communicator of the call
     * @return MPI_SUCCESS, or an error code when the handler returns
     */
    public static int MPI_Barrier(MPI_Comm comm) {
        return Calls.tool().MPI_Barrier(comm);
    }

    /**
     * Hands the root's data to all ranks. (MPI-1.1 §4.4.)
     *
     * <p>Errors: MPI_ERR_BUFFER, MPI_ERR_COMM, MPI_ERR_COUNT, MPI_ERR_ROOT, MPI_ERR_TYPE.
     *
     * @param buffer memory for buffered sends
     * @param count items, 0 or more
     * @param datatype committed type of each item
     * @param root rank with the special part, the same everywhere
     * @param comm communicator of the call
     * @return MPI_SUCCESS, or an error code when the handler returns
     */
    public static int MPI_Bcast(
            Object buffer, int count, MPI_Datatype datatype, int root, MPI_Comm comm) {
        return Calls.tool().MPI_Bcast(buffer, count, datatype, root, comm);
    }

    /**
     * Collects equally long pieces from all ranks at the root, in rank order. (MPI-1.1 §4.5.)
     *
     * <p>Errors: MPI_ERR_BUFFER, MPI_ERR_COMM, MPI_ERR_COUNT, MPI_ERR_ROOT, MPI_ERR_TYPE.
     *
     * @param sendbuf data to send
     * @param sendcount items sent (to each rank)
     * @param sendtype type of each item sent
     * @param recvbuf where received data goes
     * @param recvcount items received (from each rank)
     * @param recvtype type of each item received
     * @param root rank with the special part, the same everywhere
     * @param comm communicator of the call
     * @return the value itself; errors that the handler would return are thrown
     */
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

    /**
     * Collects pieces of individual lengths at the root, each at a place of its own. (MPI-1.1
     * §4.5.)
     *
     * <p>Errors: MPI_ERR_BUFFER, MPI_ERR_COMM, MPI_ERR_COUNT, MPI_ERR_ROOT, MPI_ERR_TYPE.
     *
     * @param sendbuf data to send
     * @param sendcount items sent (to each rank)
     * @param sendtype type of each item sent
     * @param recvbuf where received data goes
     * @param recvcounts items received from (or left to) each rank
     * @param displs where each piece begins, in extents of its type
     * @param recvtype type of each item received
     * @param root rank with the special part, the same everywhere
     * @param comm communicator of the call
     * @return the value itself; errors that the handler would return are thrown
     */
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

    /**
     * Hands each rank its equally long piece of the root's data. (MPI-1.1 §4.6.)
     *
     * <p>Errors: MPI_ERR_BUFFER, MPI_ERR_COMM, MPI_ERR_COUNT, MPI_ERR_ROOT, MPI_ERR_TYPE.
     *
     * @param sendbuf data to send
     * @param sendcount items sent (to each rank)
     * @param sendtype type of each item sent
     * @param recvbuf where received data goes
     * @param recvcount items received (from each rank)
     * @param recvtype type of each item received
     * @param root rank with the special part, the same everywhere
     * @param comm communicator of the call
     * @return the value itself; errors that the handler would return are thrown
     */
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

    /**
     * Hands each rank a piece of individual length of the root's data. (MPI-1.1 §4.6.)
     *
     * <p>Errors: MPI_ERR_BUFFER, MPI_ERR_COMM, MPI_ERR_COUNT, MPI_ERR_ROOT, MPI_ERR_TYPE.
     *
     * @param sendbuf data to send
     * @param sendcounts items sent to each rank
     * @param displs where each piece begins, in extents of its type
     * @param sendtype type of each item sent
     * @param recvbuf where received data goes
     * @param recvcount items received (from each rank)
     * @param recvtype type of each item received
     * @param root rank with the special part, the same everywhere
     * @param comm communicator of the call
     * @return the value itself; errors that the handler would return are thrown
     */
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

    /**
     * Collects equally long pieces from all ranks at every rank. (MPI-1.1 §4.7.)
     *
     * <p>Errors: MPI_ERR_BUFFER, MPI_ERR_COMM, MPI_ERR_COUNT, MPI_ERR_TYPE.
     *
     * @param sendbuf data to send
     * @param sendcount items sent (to each rank)
     * @param sendtype type of each item sent
     * @param recvbuf where received data goes
     * @param recvcount items received (from each rank)
     * @param recvtype type of each item received
     * @param comm communicator of the call
     * @return the value itself; errors that the handler would return are thrown
     */
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

    /**
     * Collects pieces of individual lengths from all ranks at every rank. (MPI-1.1 §4.7.)
     *
     * <p>Errors: MPI_ERR_BUFFER, MPI_ERR_COMM, MPI_ERR_COUNT, MPI_ERR_TYPE.
     *
     * @param sendbuf data to send
     * @param sendcount items sent (to each rank)
     * @param sendtype type of each item sent
     * @param recvbuf where received data goes
     * @param recvcounts items received from (or left to) each rank
     * @param displs where each piece begins, in extents of its type
     * @param recvtype type of each item received
     * @param comm communicator of the call
     * @return the value itself; errors that the handler would return are thrown
     */
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

    /**
     * Sends each rank a piece of its own, all equally long. (MPI-1.1 §4.8.)
     *
     * <p>Errors: MPI_ERR_BUFFER, MPI_ERR_COMM, MPI_ERR_COUNT, MPI_ERR_TYPE.
     *
     * @param sendbuf data to send
     * @param sendcount items sent (to each rank)
     * @param sendtype type of each item sent
     * @param recvbuf where received data goes
     * @param recvcount items received (from each rank)
     * @param recvtype type of each item received
     * @param comm communicator of the call
     * @return the value itself; errors that the handler would return are thrown
     */
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

    /**
     * Sends each rank a piece of its own, of individual length. (MPI-1.1 §4.8.)
     *
     * <p>Errors: MPI_ERR_BUFFER, MPI_ERR_COMM, MPI_ERR_COUNT, MPI_ERR_TYPE.
     *
     * @param sendbuf data to send
     * @param sendcounts items sent to each rank
     * @param sdispls where each piece to send begins, in extents
     * @param sendtype type of each item sent
     * @param recvbuf where received data goes
     * @param recvcounts items received from (or left to) each rank
     * @param rdispls where each received piece goes, in extents
     * @param recvtype type of each item received
     * @param comm communicator of the call
     * @return the value itself; errors that the handler would return are thrown
     */
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

    /**
     * Combines the data of all ranks, item by item, at the root. (MPI-1.1 §4.9.1.)
     *
     * <p>Errors: MPI_ERR_BUFFER, MPI_ERR_COMM, MPI_ERR_COUNT, MPI_ERR_OP, MPI_ERR_ROOT,
     * MPI_ERR_TYPE.
     *
     * @param sendbuf data to send
     * @param recvbuf where received data goes
     * @param count items, 0 or more
     * @param datatype committed type of each item
     * @param op operation
     * @param root rank with the special part, the same everywhere
     * @param comm communicator of the call
     * @return MPI_SUCCESS, or an error code when the handler returns
     */
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

    /**
     * Makes a reduction operation of a function. (MPI-1.1 §4.9.4.)
     *
     * <p>Errors: MPI_ERR_ARG, MPI_ERR_OP.
     *
     * @param function what is called
     * @param commute whether operands may change places
     * @param op out: the operation, at element 0
     * @return MPI_SUCCESS, or an error code when the handler returns
     */
    public static int MPI_Op_create(MPI_User_function function, boolean commute, MPI_Op[] op) {
        return Calls.tool().MPI_Op_create(function, commute, op);
    }

    /**
     * Makes a reduction operation of a function. (MPI-1.1 §4.9.4.)
     *
     * <p>Errors: MPI_ERR_ARG, MPI_ERR_OP.
     *
     * @param function what is called
     * @param commute whether operands may change places
     * @return the operation
     */
    public static MPI_Op MPI_Op_create(MPI_User_function function, boolean commute) {
        MPI_Op[] op = new MPI_Op[1];
        Calls.check(Calls.tool().MPI_Op_create(function, commute, op));
        return op[0];
    }

    /**
     * Gives a reduction operation up. (MPI-1.1 §4.9.4.)
     *
     * <p>Errors: MPI_ERR_ARG, MPI_ERR_OP.
     *
     * @param op the operation; MPI_OP_NULL afterwards
     * @return MPI_SUCCESS, or an error code when the handler returns
     */
    public static int MPI_Op_free(MPI_Op[] op) {
        return Calls.tool().MPI_Op_free(op);
    }

    /**
     * Gives a reduction operation up. (MPI-1.1 §4.9.4.)
     *
     * <p>Errors: MPI_ERR_ARG, MPI_ERR_OP.
     *
     * @param op the operation; MPI_OP_NULL afterwards
     * @return MPI_SUCCESS, or an error code when the handler returns
     */
    public static int MPI_Op_free(MPI_Op op) {
        return Calls.tool().MPI_Op_free(op);
    }

    /**
     * Combines the data of all ranks, item by item, with the same result everywhere. (MPI-1.1
     * §4.9.5.)
     *
     * <p>Errors: MPI_ERR_BUFFER, MPI_ERR_COMM, MPI_ERR_COUNT, MPI_ERR_OP, MPI_ERR_TYPE.
     *
     * @param sendbuf data to send
     * @param recvbuf where received data goes
     * @param count items, 0 or more
     * @param datatype committed type of each item
     * @param op operation
     * @param comm communicator of the call
     * @return MPI_SUCCESS, or an error code when the handler returns
     */
    public static int MPI_Allreduce(
            Object sendbuf,
            Object recvbuf,
            int count,
            MPI_Datatype datatype,
            MPI_Op op,
            MPI_Comm comm) {
        return Calls.tool().MPI_Allreduce(sendbuf, recvbuf, count, datatype, op, comm);
    }

    /**
     * Combines the data of all ranks and leaves each rank its segment of the result. (MPI-1.1
     * §4.10.)
     *
     * <p>Errors: MPI_ERR_ARG, MPI_ERR_BUFFER, MPI_ERR_COMM, MPI_ERR_COUNT, MPI_ERR_OP,
     * MPI_ERR_TYPE.
     *
     * @param sendbuf data to send
     * @param recvbuf where received data goes
     * @param recvcounts items of the result left to each rank
     * @param datatype committed type of each item
     * @param op operation
     * @param comm communicator of the call
     * @return MPI_SUCCESS, or an error code when the handler returns
     */
    public static int MPI_Reduce_scatter(
            Object sendbuf,
            Object recvbuf,
            int[] recvcounts,
            MPI_Datatype datatype,
            MPI_Op op,
            MPI_Comm comm) {
        return Calls.tool().MPI_Reduce_scatter(sendbuf, recvbuf, recvcounts, datatype, op, comm);
    }

    /**
     * Gives each rank the combination of the data of the ranks up to and including itself. (MPI-1.1
     * §4.11.)
     *
     * <p>Errors: MPI_ERR_BUFFER, MPI_ERR_COMM, MPI_ERR_COUNT, MPI_ERR_OP, MPI_ERR_TYPE.
     *
     * @param sendbuf data to send
     * @param recvbuf where received data goes
     * @param count items, 0 or more
     * @param datatype committed type of each item
     * @param op operation
     * @param comm communicator of the call
     * @return MPI_SUCCESS, or an error code when the handler returns
     */
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
