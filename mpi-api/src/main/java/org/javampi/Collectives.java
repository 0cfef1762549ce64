package org.javampi;

/** Collective communication (MPI-1.1 chapter 4), in C form and value form. */
@Chapter
abstract class Collectives extends DatatypeInquiries {
    Collectives() {}

    /**
     * Holds every rank back until all have come. (MPI-1.1 §4.3.)
     *
     * <p>Errors: MPI_ERR_COMM.
     *
     * @param comm communicator; all its ranks call, those of both groups when it is an inter-communicator
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
     * @param buffer data, read at the root and written elsewhere: an array, a ByteBuffer, {@code
     *     at(...)} or MPI_BOTTOM
     * @param count items, 0 or more; as much data at all ranks
     * @param datatype committed type of each item; the same basic types at all ranks
     * @param root rank of the root, the same at all ranks; of an inter-communicator MPI_ROOT at the root,
     *     MPI_PROC_NULL at the others of its group, and the root's rank in the other group
     * @param comm communicator; all its ranks call, those of both groups when it is an inter-communicator
     * @return MPI_SUCCESS, or an error code when the handler returns
     */
    @LargeCounts("count")
    public static int MPI_Bcast(Object buffer, int count, MPI_Datatype datatype, int root, MPI_Comm comm) {
        return Calls.tool().MPI_Bcast(buffer, count, datatype, root, comm);
    }

    /**
     * Collects equally long pieces from all ranks at the root, in rank order. (MPI-1.1 §4.5.) The counts are per rank:
     * if each of 4 ranks sends 10 items, {@code sendcount} and {@code recvcount} are 10, and {@code recvbuf} has room for 40.
     *
     * <p>Errors: MPI_ERR_BUFFER, MPI_ERR_COMM, MPI_ERR_COUNT, MPI_ERR_ROOT, MPI_ERR_TYPE.
     *
     * @param sendbuf this rank's piece; at the root, MPI_IN_PLACE says that it is in {@code
     *     recvbuf} already
     * @param sendcount items in this rank's piece, 0 or more
     * @param sendtype committed type of each item sent
     * @param recvbuf where all pieces go, that of rank i at {@code i * recvcount} extents,
     *     significant at the root only
     * @param recvcount items received from each rank, not in total, significant at the root only
     * @param recvtype committed type of each item received, significant at the root only
     * @param root rank of the root, the same at all ranks; of an inter-communicator MPI_ROOT at the root,
     *     MPI_PROC_NULL at the others of its group, and the root's rank in the other group
     * @param comm communicator; all its ranks call, those of both groups when it is an inter-communicator
     * @return MPI_SUCCESS, or an error code when the handler returns
     */
    @LargeCounts({"sendcount", "recvcount"})
    public static int MPI_Gather(
            Object sendbuf,
            int sendcount,
            MPI_Datatype sendtype,
            Object recvbuf,
            int recvcount,
            MPI_Datatype recvtype,
            int root,
            MPI_Comm comm) {
        return Calls.tool().MPI_Gather(sendbuf, sendcount, sendtype, recvbuf, recvcount, recvtype, root, comm);
    }

    /**
     * Collects pieces of individual lengths at the root, each at a place of its own. (MPI-1.1
     * §4.5.)
     *
     * <p>Errors: MPI_ERR_BUFFER, MPI_ERR_COMM, MPI_ERR_COUNT, MPI_ERR_ROOT, MPI_ERR_TYPE.
     *
     * @param sendbuf this rank's piece; at the root, MPI_IN_PLACE says that it is in {@code
     *     recvbuf} already
     * @param sendcount items in this rank's piece, 0 or more
     * @param sendtype committed type of each item sent
     * @param recvbuf where all pieces go, significant at the root only
     * @param recvcounts items received from each rank, at least as many entries as ranks,
     *     significant at the root only
     * @param displs where in {@code recvbuf} the piece of each rank goes, in extents of {@code
     *     recvtype}, at least as many entries as ranks, significant at the root only
     * @param recvtype committed type of each item received, significant at the root only
     * @param root rank of the root, the same at all ranks; of an inter-communicator MPI_ROOT at the root,
     *     MPI_PROC_NULL at the others of its group, and the root's rank in the other group
     * @param comm communicator; all its ranks call, those of both groups when it is an inter-communicator
     * @return MPI_SUCCESS, or an error code when the handler returns
     */
    @LargeCounts({"sendcount", "recvcounts", "displs"})
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
                .MPI_Gatherv(sendbuf, sendcount, sendtype, recvbuf, recvcounts, displs, recvtype, root, comm);
    }

    /**
     * Hands each rank its equally long piece of the root's data. (MPI-1.1 §4.6.)
     *
     * <p>Errors: MPI_ERR_BUFFER, MPI_ERR_COMM, MPI_ERR_COUNT, MPI_ERR_ROOT, MPI_ERR_TYPE.
     *
     * @param sendbuf all pieces, that of rank i at {@code i * sendcount} extents, significant at
     *     the root only
     * @param sendcount items sent to each rank, not in total, significant at the root only
     * @param sendtype committed type of each item sent, significant at the root only
     * @param recvbuf where this rank's piece goes; at the root, MPI_IN_PLACE leaves it where it is
     *     in {@code sendbuf}
     * @param recvcount items in this rank's piece, 0 or more
     * @param recvtype committed type of each item received
     * @param root rank of the root, the same at all ranks; of an inter-communicator MPI_ROOT at the root,
     *     MPI_PROC_NULL at the others of its group, and the root's rank in the other group
     * @param comm communicator; all its ranks call, those of both groups when it is an inter-communicator
     * @return MPI_SUCCESS, or an error code when the handler returns
     */
    @LargeCounts({"sendcount", "recvcount"})
    public static int MPI_Scatter(
            Object sendbuf,
            int sendcount,
            MPI_Datatype sendtype,
            Object recvbuf,
            int recvcount,
            MPI_Datatype recvtype,
            int root,
            MPI_Comm comm) {
        return Calls.tool().MPI_Scatter(sendbuf, sendcount, sendtype, recvbuf, recvcount, recvtype, root, comm);
    }

    /**
     * Hands each rank a piece of individual length of the root's data. (MPI-1.1 §4.6.)
     *
     * <p>Errors: MPI_ERR_BUFFER, MPI_ERR_COMM, MPI_ERR_COUNT, MPI_ERR_ROOT, MPI_ERR_TYPE.
     *
     * @param sendbuf all pieces, significant at the root only
     * @param sendcounts items sent to each rank, at least as many entries as ranks, significant at
     *     the root only
     * @param displs where in {@code sendbuf} the piece of each rank begins, in extents of {@code
     *     sendtype}, at least as many entries as ranks, significant at the root only
     * @param sendtype committed type of each item sent, significant at the root only
     * @param recvbuf where this rank's piece goes; at the root, MPI_IN_PLACE leaves it where it is
     *     in {@code sendbuf}
     * @param recvcount items in this rank's piece, 0 or more
     * @param recvtype committed type of each item received
     * @param root rank of the root, the same at all ranks; of an inter-communicator MPI_ROOT at the root,
     *     MPI_PROC_NULL at the others of its group, and the root's rank in the other group
     * @param comm communicator; all its ranks call, those of both groups when it is an inter-communicator
     * @return MPI_SUCCESS, or an error code when the handler returns
     */
    @LargeCounts({"sendcounts", "displs", "recvcount"})
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
                .MPI_Scatterv(sendbuf, sendcounts, displs, sendtype, recvbuf, recvcount, recvtype, root, comm);
    }

    /**
     * Collects equally long pieces from all ranks at every rank. (MPI-1.1 §4.7.)
     *
     * <p>Errors: MPI_ERR_BUFFER, MPI_ERR_COMM, MPI_ERR_COUNT, MPI_ERR_TYPE.
     *
     * @param sendbuf this rank's piece; MPI_IN_PLACE at all ranks says that it is in {@code
     *     recvbuf} already
     * @param sendcount items in this rank's piece, 0 or more
     * @param sendtype committed type of each item sent
     * @param recvbuf where all pieces go, that of rank i at {@code i * recvcount} extents
     * @param recvcount items received from each rank, not in total
     * @param recvtype committed type of each item received
     * @param comm communicator; all its ranks call, those of both groups when it is an inter-communicator
     * @return MPI_SUCCESS, or an error code when the handler returns
     */
    @LargeCounts({"sendcount", "recvcount"})
    public static int MPI_Allgather(
            Object sendbuf,
            int sendcount,
            MPI_Datatype sendtype,
            Object recvbuf,
            int recvcount,
            MPI_Datatype recvtype,
            MPI_Comm comm) {
        return Calls.tool().MPI_Allgather(sendbuf, sendcount, sendtype, recvbuf, recvcount, recvtype, comm);
    }

    /**
     * Collects pieces of individual lengths from all ranks at every rank. (MPI-1.1 §4.7.)
     *
     * <p>Errors: MPI_ERR_BUFFER, MPI_ERR_COMM, MPI_ERR_COUNT, MPI_ERR_TYPE.
     *
     * @param sendbuf this rank's piece; MPI_IN_PLACE at all ranks says that it is in {@code
     *     recvbuf} already
     * @param sendcount items in this rank's piece, 0 or more
     * @param sendtype committed type of each item sent
     * @param recvbuf where all pieces go
     * @param recvcounts items received from each rank, at least as many entries as ranks
     * @param displs where in {@code recvbuf} the piece of each rank goes, in extents of {@code
     *     recvtype}, at least as many entries as ranks
     * @param recvtype committed type of each item received
     * @param comm communicator; all its ranks call, those of both groups when it is an inter-communicator
     * @return MPI_SUCCESS, or an error code when the handler returns
     */
    @LargeCounts({"sendcount", "recvcounts", "displs"})
    public static int MPI_Allgatherv(
            Object sendbuf,
            int sendcount,
            MPI_Datatype sendtype,
            Object recvbuf,
            int[] recvcounts,
            int[] displs,
            MPI_Datatype recvtype,
            MPI_Comm comm) {
        return Calls.tool().MPI_Allgatherv(sendbuf, sendcount, sendtype, recvbuf, recvcounts, displs, recvtype, comm);
    }

    /**
     * Sends each rank a piece of its own, all equally long. (MPI-1.1 §4.8.)
     *
     * <p>Errors: MPI_ERR_BUFFER, MPI_ERR_COMM, MPI_ERR_COUNT, MPI_ERR_TYPE.
     *
     * @param sendbuf the pieces for all ranks, that for rank i at {@code i * sendcount} extents
     * @param sendcount items sent to each rank, not in total
     * @param sendtype committed type of each item sent
     * @param recvbuf where the pieces from all ranks go, that of rank i at {@code i * recvcount}
     *     extents
     * @param recvcount items received from each rank, not in total
     * @param recvtype committed type of each item received
     * @param comm communicator; all its ranks call, those of both groups when it is an inter-communicator
     * @return MPI_SUCCESS, or an error code when the handler returns
     */
    @LargeCounts({"sendcount", "recvcount"})
    public static int MPI_Alltoall(
            Object sendbuf,
            int sendcount,
            MPI_Datatype sendtype,
            Object recvbuf,
            int recvcount,
            MPI_Datatype recvtype,
            MPI_Comm comm) {
        return Calls.tool().MPI_Alltoall(sendbuf, sendcount, sendtype, recvbuf, recvcount, recvtype, comm);
    }

    /**
     * Sends each rank a piece of its own, of individual length. (MPI-1.1 §4.8.)
     *
     * <p>Errors: MPI_ERR_BUFFER, MPI_ERR_COMM, MPI_ERR_COUNT, MPI_ERR_TYPE.
     *
     * @param sendbuf the pieces for all ranks
     * @param sendcounts items sent to each rank, at least as many entries as ranks
     * @param sdispls where in {@code sendbuf} the piece for each rank begins, in extents of {@code
     *     sendtype}, at least as many entries as ranks
     * @param sendtype committed type of each item sent
     * @param recvbuf where the pieces from all ranks go; apart from {@code sendbuf}
     * @param recvcounts items received from each rank, at least as many entries as ranks
     * @param rdispls where in {@code recvbuf} the piece of each rank goes, in extents of {@code
     *     recvtype}, at least as many entries as ranks
     * @param recvtype committed type of each item received
     * @param comm communicator; all its ranks call, those of both groups when it is an inter-communicator
     * @return MPI_SUCCESS, or an error code when the handler returns
     */
    @LargeCounts({"sendcounts", "sdispls", "recvcounts", "rdispls"})
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
                .MPI_Alltoallv(sendbuf, sendcounts, sdispls, sendtype, recvbuf, recvcounts, rdispls, recvtype, comm);
    }

    /**
     * Combines the data of all ranks, item by item, at the root. (MPI-1.1 §4.9.1.)
     *
     * <p>Errors: MPI_ERR_BUFFER, MPI_ERR_COMM, MPI_ERR_COUNT, MPI_ERR_OP, MPI_ERR_ROOT,
     * MPI_ERR_TYPE.
     *
     * @param sendbuf this rank's items; at the root, MPI_IN_PLACE says that they are in {@code
     *     recvbuf}
     * @param recvbuf where the result goes, {@code count} items, significant at the root only
     * @param count items that each rank contributes, 0 or more, the same at all ranks
     * @param datatype committed type of each item, the same at all ranks; one that {@code op} is
     *     defined for
     * @param op operation, predefined or made by MPI_Op_create, the same at all ranks
     * @param root rank of the root, the same at all ranks; of an inter-communicator MPI_ROOT at the root,
     *     MPI_PROC_NULL at the others of its group, and the root's rank in the other group
     * @param comm communicator; all its ranks call, those of both groups when it is an inter-communicator
     * @return MPI_SUCCESS, or an error code when the handler returns
     */
    @LargeCounts("count")
    public static int MPI_Reduce(
            Object sendbuf, Object recvbuf, int count, MPI_Datatype datatype, MPI_Op op, int root, MPI_Comm comm) {
        return Calls.tool().MPI_Reduce(sendbuf, recvbuf, count, datatype, op, root, comm);
    }

    /**
     * Makes a reduction operation of a function. (MPI-1.1 §4.9.4.)
     *
     * <p>Errors: MPI_ERR_ARG, MPI_ERR_OP.
     *
     * @param function combines two vectors item by item, the second one in place: associative
     * @param commute whether operands may change places; otherwise they are combined in rank order
     * @param op out: the operation, at element 0
     * @return MPI_SUCCESS, or an error code when the handler returns
     */
    @Returns("op")
    public static int MPI_Op_create(MPI_User_function function, boolean commute, MPI_Op[] op) {
        return Calls.tool().MPI_Op_create(function, commute, op);
    }

    /**
     * Makes a reduction operation of a function that takes a large count. (MPI-4.1 §6.9.5.)
     *
     * <p>Errors: MPI_ERR_ARG.
     *
     * @param user_fn combines items; it must be associative
     * @param commute whether it is commutative
     * @param op out: the operation, at element 0
     * @return MPI_SUCCESS, or an error code when the handler returns
     */
    @Returns("op")
    public static int MPI_Op_create_c(MPI_User_function_c user_fn, boolean commute, MPI_Op[] op) {
        return Calls.tool().MPI_Op_create_c(user_fn, commute, op);
    }

    /**
     * Gives a reduction operation up. (MPI-1.1 §4.9.4.)
     *
     * <p>Errors: MPI_ERR_ARG, MPI_ERR_OP.
     *
     * @param op an operation that MPI_Op_create made, at element 0; MPI_OP_NULL afterwards
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
     * @param op an operation that MPI_Op_create made, not to be used afterwards
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
     * @param sendbuf this rank's items; MPI_IN_PLACE at all ranks says that they are in {@code
     *     recvbuf}
     * @param recvbuf where the result goes, {@code count} items
     * @param count items that each rank contributes, 0 or more, the same at all ranks
     * @param datatype committed type of each item, the same at all ranks; one that {@code op} is
     *     defined for
     * @param op operation, predefined or made by MPI_Op_create, the same at all ranks
     * @param comm communicator; all its ranks call, those of both groups when it is an inter-communicator
     * @return MPI_SUCCESS, or an error code when the handler returns
     */
    @LargeCounts("count")
    public static int MPI_Allreduce(
            Object sendbuf, Object recvbuf, int count, MPI_Datatype datatype, MPI_Op op, MPI_Comm comm) {
        return Calls.tool().MPI_Allreduce(sendbuf, recvbuf, count, datatype, op, comm);
    }

    /**
     * Combines the data of all ranks and leaves each rank its segment of the result. (MPI-1.1
     * §4.10.)
     *
     * <p>Errors: MPI_ERR_ARG, MPI_ERR_BUFFER, MPI_ERR_COMM, MPI_ERR_COUNT, MPI_ERR_OP,
     * MPI_ERR_TYPE.
     *
     * @param sendbuf this rank's items, as many as {@code recvcounts} sums up to; MPI_IN_PLACE at
     *     all ranks says that they are in {@code recvbuf}
     * @param recvbuf where this rank's segment of the result goes
     * @param recvcounts items of the result left to each rank, at least as many entries as ranks,
     *     the same at all ranks
     * @param datatype committed type of each item, the same at all ranks; one that {@code op} is
     *     defined for
     * @param op operation, predefined or made by MPI_Op_create, the same at all ranks
     * @param comm communicator; all its ranks call, those of both groups when it is an inter-communicator
     * @return MPI_SUCCESS, or an error code when the handler returns
     */
    @LargeCounts("recvcounts")
    public static int MPI_Reduce_scatter(
            Object sendbuf, Object recvbuf, int[] recvcounts, MPI_Datatype datatype, MPI_Op op, MPI_Comm comm) {
        return Calls.tool().MPI_Reduce_scatter(sendbuf, recvbuf, recvcounts, datatype, op, comm);
    }

    /**
     * Gives each rank the combination of the data of the ranks up to and including itself. (MPI-1.1
     * §4.11.)
     *
     * <p>Errors: MPI_ERR_BUFFER, MPI_ERR_COMM, MPI_ERR_COUNT, MPI_ERR_OP, MPI_ERR_TYPE.
     *
     * @param sendbuf this rank's items; MPI_IN_PLACE says that they are in {@code recvbuf}
     * @param recvbuf where the combination over ranks 0 to this one goes, {@code count} items
     * @param count items that each rank contributes, 0 or more, the same at all ranks
     * @param datatype committed type of each item, the same at all ranks; one that {@code op} is
     *     defined for
     * @param op operation, predefined or made by MPI_Op_create, the same at all ranks
     * @param comm intra-communicator; all its ranks call
     * @return MPI_SUCCESS, or an error code when the handler returns
     */
    @LargeCounts("count")
    public static int MPI_Scan(
            Object sendbuf, Object recvbuf, int count, MPI_Datatype datatype, MPI_Op op, MPI_Comm comm) {
        return Calls.tool().MPI_Scan(sendbuf, recvbuf, count, datatype, op, comm);
    }

    /**
     * Sends each rank a piece of its own, of individual length, place and type. (MPI-4.1 §6.8.)
     *
     * <p>Errors: MPI_ERR_ARG, MPI_ERR_BUFFER, MPI_ERR_COMM, MPI_ERR_COUNT, MPI_ERR_TYPE.
     *
     * @param sendbuf the pieces for all ranks; MPI_IN_PLACE at all ranks replaces those in {@code recvbuf}
     * @param sendcounts items sent to each rank, at least as many entries as ranks
     * @param sdispls where in {@code sendbuf} the piece for each rank begins, in bytes
     * @param sendtypes committed type of the items for each rank
     * @param recvbuf where the pieces from all ranks go; apart from {@code sendbuf}
     * @param recvcounts items received from each rank, at least as many entries as ranks
     * @param rdispls where in {@code recvbuf} the piece of each rank goes, in bytes
     * @param recvtypes committed type of the items from each rank
     * @param comm communicator; all its ranks call, those of both groups when it is an inter-communicator
     * @return MPI_SUCCESS, or an error code when the handler returns
     */
    @LargeCounts({"sendcounts", "sdispls", "recvcounts", "rdispls"})
    public static int MPI_Alltoallw(
            Object sendbuf,
            int[] sendcounts,
            int[] sdispls,
            MPI_Datatype[] sendtypes,
            Object recvbuf,
            int[] recvcounts,
            int[] rdispls,
            MPI_Datatype[] recvtypes,
            MPI_Comm comm) {
        return Calls.tool()
                .MPI_Alltoallw(sendbuf, sendcounts, sdispls, sendtypes, recvbuf, recvcounts, rdispls, recvtypes, comm);
    }

    /**
     * Combines two vectors of this rank, item by item, into the second one. (MPI-4.1 §6.9.7.)
     *
     * <p>Errors: MPI_ERR_BUFFER, MPI_ERR_COUNT, MPI_ERR_OP, MPI_ERR_TYPE.
     *
     * @param inbuf the first operands
     * @param inoutbuf the second operands, and afterwards the results; apart from {@code inbuf}
     * @param count items in each vector, 0 or more
     * @param datatype committed type of each item; one that {@code op} is defined for
     * @param op operation, predefined or made by MPI_Op_create
     * @return MPI_SUCCESS, or an error code when the handler returns
     */
    @LargeCounts("count")
    public static int MPI_Reduce_local(Object inbuf, Object inoutbuf, int count, MPI_Datatype datatype, MPI_Op op) {
        return Calls.tool().MPI_Reduce_local(inbuf, inoutbuf, count, datatype, op);
    }

    /**
     * Combines the data of all ranks and leaves each rank a segment of the result, all equally long. (MPI-4.1
     * §6.10.1.)
     *
     * <p>Errors: MPI_ERR_BUFFER, MPI_ERR_COMM, MPI_ERR_COUNT, MPI_ERR_OP, MPI_ERR_TYPE.
     *
     * @param sendbuf this rank's items; MPI_IN_PLACE at all ranks says that they are in {@code recvbuf}
     * @param recvbuf where this rank's segment of the result goes
     * @param recvcount items of the result left to each rank, not in total, the same at all ranks
     * @param datatype committed type of each item; one that {@code op} is defined for
     * @param op operation, predefined or made by MPI_Op_create, the same at all ranks
     * @param comm communicator; all its ranks call, those of both groups when it is an inter-communicator
     * @return MPI_SUCCESS, or an error code when the handler returns
     */
    @LargeCounts("recvcount")
    public static int MPI_Reduce_scatter_block(
            Object sendbuf, Object recvbuf, int recvcount, MPI_Datatype datatype, MPI_Op op, MPI_Comm comm) {
        return Calls.tool().MPI_Reduce_scatter_block(sendbuf, recvbuf, recvcount, datatype, op, comm);
    }

    /**
     * Gives each rank the combination of the data of the ranks below itself; rank 0 gets nothing. (MPI-4.1 §6.11.2.)
     *
     * <p>Errors: MPI_ERR_BUFFER, MPI_ERR_COMM, MPI_ERR_COUNT, MPI_ERR_OP, MPI_ERR_TYPE.
     *
     * @param sendbuf this rank's items; MPI_IN_PLACE at all ranks says that they are in {@code recvbuf}
     * @param recvbuf where the combination over ranks 0 to the one below goes, {@code count} items; not looked at on
     *     rank 0
     * @param count items that each rank contributes, 0 or more, the same at all ranks
     * @param datatype committed type of each item; one that {@code op} is defined for
     * @param op operation, predefined or made by MPI_Op_create, the same at all ranks
     * @param comm intra-communicator; all its ranks call
     * @return MPI_SUCCESS, or an error code when the handler returns
     */
    @LargeCounts("count")
    public static int MPI_Exscan(
            Object sendbuf, Object recvbuf, int count, MPI_Datatype datatype, MPI_Op op, MPI_Comm comm) {
        return Calls.tool().MPI_Exscan(sendbuf, recvbuf, count, datatype, op, comm);
    }
}
