package org.javampi;

/** Collectives that do not block (MPI-4.1 §6.12), in C form and value form. */
@Chapter
abstract class NonBlockingCollectives extends Collectives {
    NonBlockingCollectives() {}

    /**
     * Begins what MPI_Barrier does and returns at once: holds every rank back until all have come. (MPI-4.1 §6.12.1.)
     *
     * <p>Errors: MPI_ERR_ARG, MPI_ERR_COMM.
     *
     * @param comm communicator; all its ranks call, those of both groups when it is an inter-communicator
     * @param request out: the request to be completed by MPI_Wait, MPI_Test or their kin, at element 0
     * @return MPI_SUCCESS, or an error code when the handler returns
     */
    @Returns("request")
    public static int MPI_Ibarrier(MPI_Comm comm, MPI_Request[] request) {
        return Calls.tool().MPI_Ibarrier(comm, request);
    }

    /**
     * Begins what MPI_Bcast does and returns at once: hands the root's data to all ranks. (MPI-4.1 §6.12.2.)
     *
     * <p>Errors: MPI_ERR_ARG, MPI_ERR_BUFFER, MPI_ERR_COMM, MPI_ERR_COUNT, MPI_ERR_ROOT, MPI_ERR_TYPE.
     *
     * @param buffer data, read at the root and written elsewhere: an array, a ByteBuffer, {@code at(...)} or
     *     MPI_BOTTOM; not to be touched until the request is complete
     * @param count items, 0 or more; as much data at all ranks
     * @param datatype committed type of each item; the same basic types at all ranks
     * @param root rank of the root, the same at all ranks; of an inter-communicator MPI_ROOT at the root,
     *     MPI_PROC_NULL at the others of its group, and the root's rank in the other group
     * @param comm communicator; all its ranks call, those of both groups when it is an inter-communicator
     * @param request out: the request to be completed by MPI_Wait, MPI_Test or their kin, at element 0
     * @return MPI_SUCCESS, or an error code when the handler returns
     */
    @Returns("request")
    @LargeCounts("count")
    public static int MPI_Ibcast(
            Object buffer, int count, MPI_Datatype datatype, int root, MPI_Comm comm, MPI_Request[] request) {
        return Calls.tool().MPI_Ibcast(buffer, count, datatype, root, comm, request);
    }

    /**
     * Begins what MPI_Gather does and returns at once: collects equally long pieces from all ranks at the root, in
     * rank order. (MPI-4.1 §6.12.3.)
     *
     * <p>Errors: MPI_ERR_ARG, MPI_ERR_BUFFER, MPI_ERR_COMM, MPI_ERR_COUNT, MPI_ERR_ROOT, MPI_ERR_TYPE.
     *
     * @param sendbuf this rank's piece; at the root, MPI_IN_PLACE says that it is in {@code recvbuf} already; not to
     *     be touched until the request is complete
     * @param sendcount items in this rank's piece, 0 or more
     * @param sendtype committed type of each item sent
     * @param recvbuf where all pieces go, significant at the root only; not to be touched until the request is
     *     complete
     * @param recvcount items received from each rank, not in total, significant at the root only
     * @param recvtype committed type of each item received, significant at the root only
     * @param root rank of the root, the same at all ranks; of an inter-communicator MPI_ROOT at the root,
     *     MPI_PROC_NULL at the others of its group, and the root's rank in the other group
     * @param comm communicator; all its ranks call, those of both groups when it is an inter-communicator
     * @param request out: the request to be completed by MPI_Wait, MPI_Test or their kin, at element 0
     * @return MPI_SUCCESS, or an error code when the handler returns
     */
    @Returns("request")
    @LargeCounts({"sendcount", "recvcount"})
    public static int MPI_Igather(
            Object sendbuf,
            int sendcount,
            MPI_Datatype sendtype,
            Object recvbuf,
            int recvcount,
            MPI_Datatype recvtype,
            int root,
            MPI_Comm comm,
            MPI_Request[] request) {
        return Calls.tool()
                .MPI_Igather(sendbuf, sendcount, sendtype, recvbuf, recvcount, recvtype, root, comm, request);
    }

    /**
     * Begins what MPI_Gatherv does and returns at once: collects pieces of individual lengths at the root, each at a
     * place of its own. (MPI-4.1 §6.12.3.)
     *
     * <p>Errors: MPI_ERR_ARG, MPI_ERR_BUFFER, MPI_ERR_COMM, MPI_ERR_COUNT, MPI_ERR_ROOT, MPI_ERR_TYPE.
     *
     * @param sendbuf this rank's piece; at the root, MPI_IN_PLACE says that it is in {@code recvbuf} already; not to
     *     be touched until the request is complete
     * @param sendcount items in this rank's piece, 0 or more
     * @param sendtype committed type of each item sent
     * @param recvbuf where all pieces go, significant at the root only; not to be touched until the request is
     *     complete
     * @param recvcounts items received from each rank, at least as many entries as ranks, significant at the root
     *     only
     * @param displs where in {@code recvbuf} the piece of each rank goes, in extents of {@code recvtype}, significant
     *     at the root only
     * @param recvtype committed type of each item received, significant at the root only
     * @param root rank of the root, the same at all ranks; of an inter-communicator MPI_ROOT at the root,
     *     MPI_PROC_NULL at the others of its group, and the root's rank in the other group
     * @param comm communicator; all its ranks call, those of both groups when it is an inter-communicator
     * @param request out: the request to be completed by MPI_Wait, MPI_Test or their kin, at element 0
     * @return MPI_SUCCESS, or an error code when the handler returns
     */
    @Returns("request")
    @LargeCounts({"sendcount", "recvcounts", "displs"})
    public static int MPI_Igatherv(
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
        return Calls.tool()
                .MPI_Igatherv(sendbuf, sendcount, sendtype, recvbuf, recvcounts, displs, recvtype, root, comm, request);
    }

    /**
     * Begins what MPI_Scatter does and returns at once: hands each rank its equally long piece of the root's data.
     * (MPI-4.1 §6.12.4.)
     *
     * <p>Errors: MPI_ERR_ARG, MPI_ERR_BUFFER, MPI_ERR_COMM, MPI_ERR_COUNT, MPI_ERR_ROOT, MPI_ERR_TYPE.
     *
     * @param sendbuf all pieces, significant at the root only; not to be touched until the request is complete
     * @param sendcount items sent to each rank, not in total, significant at the root only
     * @param sendtype committed type of each item sent, significant at the root only
     * @param recvbuf where this rank's piece goes; at the root, MPI_IN_PLACE leaves it where it is in {@code
     *     sendbuf}; not to be touched until the request is complete
     * @param recvcount items in this rank's piece, 0 or more
     * @param recvtype committed type of each item received
     * @param root rank of the root, the same at all ranks; of an inter-communicator MPI_ROOT at the root,
     *     MPI_PROC_NULL at the others of its group, and the root's rank in the other group
     * @param comm communicator; all its ranks call, those of both groups when it is an inter-communicator
     * @param request out: the request to be completed by MPI_Wait, MPI_Test or their kin, at element 0
     * @return MPI_SUCCESS, or an error code when the handler returns
     */
    @Returns("request")
    @LargeCounts({"sendcount", "recvcount"})
    public static int MPI_Iscatter(
            Object sendbuf,
            int sendcount,
            MPI_Datatype sendtype,
            Object recvbuf,
            int recvcount,
            MPI_Datatype recvtype,
            int root,
            MPI_Comm comm,
            MPI_Request[] request) {
        return Calls.tool()
                .MPI_Iscatter(sendbuf, sendcount, sendtype, recvbuf, recvcount, recvtype, root, comm, request);
    }

    /**
     * Begins what MPI_Scatterv does and returns at once: hands each rank a piece of individual length of the root's
     * data. (MPI-4.1 §6.12.4.)
     *
     * <p>Errors: MPI_ERR_ARG, MPI_ERR_BUFFER, MPI_ERR_COMM, MPI_ERR_COUNT, MPI_ERR_ROOT, MPI_ERR_TYPE.
     *
     * @param sendbuf all pieces, significant at the root only; not to be touched until the request is complete
     * @param sendcounts items sent to each rank, at least as many entries as ranks, significant at the root only
     * @param displs where in {@code sendbuf} the piece of each rank begins, in extents of {@code sendtype},
     *     significant at the root only
     * @param sendtype committed type of each item sent, significant at the root only
     * @param recvbuf where this rank's piece goes; at the root, MPI_IN_PLACE leaves it where it is in {@code
     *     sendbuf}; not to be touched until the request is complete
     * @param recvcount items in this rank's piece, 0 or more
     * @param recvtype committed type of each item received
     * @param root rank of the root, the same at all ranks; of an inter-communicator MPI_ROOT at the root,
     *     MPI_PROC_NULL at the others of its group, and the root's rank in the other group
     * @param comm communicator; all its ranks call, those of both groups when it is an inter-communicator
     * @param request out: the request to be completed by MPI_Wait, MPI_Test or their kin, at element 0
     * @return MPI_SUCCESS, or an error code when the handler returns
     */
    @Returns("request")
    @LargeCounts({"sendcounts", "displs", "recvcount"})
    public static int MPI_Iscatterv(
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
        return Calls.tool()
                .MPI_Iscatterv(
                        sendbuf, sendcounts, displs, sendtype, recvbuf, recvcount, recvtype, root, comm, request);
    }

    /**
     * Begins what MPI_Allgather does and returns at once: collects equally long pieces from all ranks at every rank.
     * (MPI-4.1 §6.12.5.)
     *
     * <p>Errors: MPI_ERR_ARG, MPI_ERR_BUFFER, MPI_ERR_COMM, MPI_ERR_COUNT, MPI_ERR_TYPE.
     *
     * @param sendbuf this rank's piece; MPI_IN_PLACE at all ranks says that it is in {@code recvbuf} already; not to
     *     be touched until the request is complete
     * @param sendcount items in this rank's piece, 0 or more
     * @param sendtype committed type of each item sent
     * @param recvbuf where all pieces go; not to be touched until the request is complete
     * @param recvcount items received from each rank, not in total
     * @param recvtype committed type of each item received
     * @param comm communicator; all its ranks call, those of both groups when it is an inter-communicator
     * @param request out: the request to be completed by MPI_Wait, MPI_Test or their kin, at element 0
     * @return MPI_SUCCESS, or an error code when the handler returns
     */
    @Returns("request")
    @LargeCounts({"sendcount", "recvcount"})
    public static int MPI_Iallgather(
            Object sendbuf,
            int sendcount,
            MPI_Datatype sendtype,
            Object recvbuf,
            int recvcount,
            MPI_Datatype recvtype,
            MPI_Comm comm,
            MPI_Request[] request) {
        return Calls.tool().MPI_Iallgather(sendbuf, sendcount, sendtype, recvbuf, recvcount, recvtype, comm, request);
    }

    /**
     * Begins what MPI_Allgatherv does and returns at once: collects pieces of individual lengths from all ranks at
     * every rank. (MPI-4.1 §6.12.5.)
     *
     * <p>Errors: MPI_ERR_ARG, MPI_ERR_BUFFER, MPI_ERR_COMM, MPI_ERR_COUNT, MPI_ERR_TYPE.
     *
     * @param sendbuf this rank's piece; MPI_IN_PLACE at all ranks says that it is in {@code recvbuf} already; not to
     *     be touched until the request is complete
     * @param sendcount items in this rank's piece, 0 or more
     * @param sendtype committed type of each item sent
     * @param recvbuf where all pieces go; not to be touched until the request is complete
     * @param recvcounts items received from each rank, at least as many entries as ranks
     * @param displs where in {@code recvbuf} the piece of each rank goes, in extents of {@code recvtype}
     * @param recvtype committed type of each item received
     * @param comm communicator; all its ranks call, those of both groups when it is an inter-communicator
     * @param request out: the request to be completed by MPI_Wait, MPI_Test or their kin, at element 0
     * @return MPI_SUCCESS, or an error code when the handler returns
     */
    @Returns("request")
    @LargeCounts({"sendcount", "recvcounts", "displs"})
    public static int MPI_Iallgatherv(
            Object sendbuf,
            int sendcount,
            MPI_Datatype sendtype,
            Object recvbuf,
            int[] recvcounts,
            int[] displs,
            MPI_Datatype recvtype,
            MPI_Comm comm,
            MPI_Request[] request) {
        return Calls.tool()
                .MPI_Iallgatherv(sendbuf, sendcount, sendtype, recvbuf, recvcounts, displs, recvtype, comm, request);
    }

    /**
     * Begins what MPI_Alltoall does and returns at once: sends each rank a piece of its own, all equally long.
     * (MPI-4.1 §6.12.6.)
     *
     * <p>Errors: MPI_ERR_ARG, MPI_ERR_BUFFER, MPI_ERR_COMM, MPI_ERR_COUNT, MPI_ERR_TYPE.
     *
     * @param sendbuf the pieces for all ranks; MPI_IN_PLACE at all ranks replaces those in {@code recvbuf}; not to be
     *     touched until the request is complete
     * @param sendcount items sent to each rank, not in total
     * @param sendtype committed type of each item sent
     * @param recvbuf where the pieces from all ranks go; apart from {@code sendbuf}; not to be touched until the
     *     request is complete
     * @param recvcount items received from each rank, not in total
     * @param recvtype committed type of each item received
     * @param comm communicator; all its ranks call, those of both groups when it is an inter-communicator
     * @param request out: the request to be completed by MPI_Wait, MPI_Test or their kin, at element 0
     * @return MPI_SUCCESS, or an error code when the handler returns
     */
    @Returns("request")
    @LargeCounts({"sendcount", "recvcount"})
    public static int MPI_Ialltoall(
            Object sendbuf,
            int sendcount,
            MPI_Datatype sendtype,
            Object recvbuf,
            int recvcount,
            MPI_Datatype recvtype,
            MPI_Comm comm,
            MPI_Request[] request) {
        return Calls.tool().MPI_Ialltoall(sendbuf, sendcount, sendtype, recvbuf, recvcount, recvtype, comm, request);
    }

    /**
     * Begins what MPI_Alltoallv does and returns at once: sends each rank a piece of its own, of individual length.
     * (MPI-4.1 §6.12.6.)
     *
     * <p>Errors: MPI_ERR_ARG, MPI_ERR_BUFFER, MPI_ERR_COMM, MPI_ERR_COUNT, MPI_ERR_TYPE.
     *
     * @param sendbuf the pieces for all ranks; MPI_IN_PLACE at all ranks replaces those in {@code recvbuf}; not to be
     *     touched until the request is complete
     * @param sendcounts items sent to each rank, at least as many entries as ranks
     * @param sdispls where in {@code sendbuf} the piece for each rank begins, in extents of {@code sendtype}
     * @param sendtype committed type of each item sent
     * @param recvbuf where the pieces from all ranks go; apart from {@code sendbuf}; not to be touched until the
     *     request is complete
     * @param recvcounts items received from each rank, at least as many entries as ranks
     * @param rdispls where in {@code recvbuf} the piece of each rank goes, in extents of {@code recvtype}
     * @param recvtype committed type of each item received
     * @param comm communicator; all its ranks call, those of both groups when it is an inter-communicator
     * @param request out: the request to be completed by MPI_Wait, MPI_Test or their kin, at element 0
     * @return MPI_SUCCESS, or an error code when the handler returns
     */
    @Returns("request")
    @LargeCounts({"sendcounts", "sdispls", "recvcounts", "rdispls"})
    public static int MPI_Ialltoallv(
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
        return Calls.tool()
                .MPI_Ialltoallv(
                        sendbuf, sendcounts, sdispls, sendtype, recvbuf, recvcounts, rdispls, recvtype, comm, request);
    }

    /**
     * Begins what MPI_Alltoallw does and returns at once: sends each rank a piece of its own, of individual length,
     * place and type. (MPI-4.1 §6.12.6.)
     *
     * <p>Errors: MPI_ERR_ARG, MPI_ERR_BUFFER, MPI_ERR_COMM, MPI_ERR_COUNT, MPI_ERR_TYPE.
     *
     * @param sendbuf the pieces for all ranks; MPI_IN_PLACE at all ranks replaces those in {@code recvbuf}; not to be
     *     touched until the request is complete
     * @param sendcounts items sent to each rank, at least as many entries as ranks
     * @param sdispls where in {@code sendbuf} the piece for each rank begins, in bytes
     * @param sendtypes committed type of the items for each rank
     * @param recvbuf where the pieces from all ranks go; apart from {@code sendbuf}; not to be touched until the
     *     request is complete
     * @param recvcounts items received from each rank, at least as many entries as ranks
     * @param rdispls where in {@code recvbuf} the piece of each rank goes, in bytes
     * @param recvtypes committed type of the items from each rank
     * @param comm communicator; all its ranks call, those of both groups when it is an inter-communicator
     * @param request out: the request to be completed by MPI_Wait, MPI_Test or their kin, at element 0
     * @return MPI_SUCCESS, or an error code when the handler returns
     */
    @Returns("request")
    @LargeCounts({"sendcounts", "sdispls", "recvcounts", "rdispls"})
    public static int MPI_Ialltoallw(
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
        return Calls.tool()
                .MPI_Ialltoallw(
                        sendbuf,
                        sendcounts,
                        sdispls,
                        sendtypes,
                        recvbuf,
                        recvcounts,
                        rdispls,
                        recvtypes,
                        comm,
                        request);
    }

    /**
     * Begins what MPI_Reduce does and returns at once: combines the data of all ranks, item by item, at the root.
     * (MPI-4.1 §6.12.7.)
     *
     * <p>Errors: MPI_ERR_ARG, MPI_ERR_BUFFER, MPI_ERR_COMM, MPI_ERR_COUNT, MPI_ERR_OP, MPI_ERR_ROOT, MPI_ERR_TYPE.
     *
     * @param sendbuf this rank's items; at the root, MPI_IN_PLACE says that they are in {@code recvbuf}; not to be
     *     touched until the request is complete
     * @param recvbuf where the result goes, {@code count} items, significant at the root only; not to be touched
     *     until the request is complete
     * @param count items that each rank contributes, 0 or more, the same at all ranks
     * @param datatype committed type of each item; one that {@code op} is defined for
     * @param op operation, predefined or made by MPI_Op_create, the same at all ranks
     * @param root rank of the root, the same at all ranks; of an inter-communicator MPI_ROOT at the root,
     *     MPI_PROC_NULL at the others of its group, and the root's rank in the other group
     * @param comm communicator; all its ranks call, those of both groups when it is an inter-communicator
     * @param request out: the request to be completed by MPI_Wait, MPI_Test or their kin, at element 0
     * @return MPI_SUCCESS, or an error code when the handler returns
     */
    @Returns("request")
    @LargeCounts("count")
    public static int MPI_Ireduce(
            Object sendbuf,
            Object recvbuf,
            int count,
            MPI_Datatype datatype,
            MPI_Op op,
            int root,
            MPI_Comm comm,
            MPI_Request[] request) {
        return Calls.tool().MPI_Ireduce(sendbuf, recvbuf, count, datatype, op, root, comm, request);
    }

    /**
     * Begins what MPI_Allreduce does and returns at once: combines the data of all ranks, item by item, with the same
     * result everywhere. (MPI-4.1 §6.12.8.)
     *
     * <p>Errors: MPI_ERR_ARG, MPI_ERR_BUFFER, MPI_ERR_COMM, MPI_ERR_COUNT, MPI_ERR_OP, MPI_ERR_TYPE.
     *
     * @param sendbuf this rank's items; MPI_IN_PLACE at all ranks says that they are in {@code recvbuf}; not to be
     *     touched until the request is complete
     * @param recvbuf where the result goes, {@code count} items; not to be touched until the request is complete
     * @param count items that each rank contributes, 0 or more, the same at all ranks
     * @param datatype committed type of each item; one that {@code op} is defined for
     * @param op operation, predefined or made by MPI_Op_create, the same at all ranks
     * @param comm communicator; all its ranks call, those of both groups when it is an inter-communicator
     * @param request out: the request to be completed by MPI_Wait, MPI_Test or their kin, at element 0
     * @return MPI_SUCCESS, or an error code when the handler returns
     */
    @Returns("request")
    @LargeCounts("count")
    public static int MPI_Iallreduce(
            Object sendbuf,
            Object recvbuf,
            int count,
            MPI_Datatype datatype,
            MPI_Op op,
            MPI_Comm comm,
            MPI_Request[] request) {
        return Calls.tool().MPI_Iallreduce(sendbuf, recvbuf, count, datatype, op, comm, request);
    }

    /**
     * Begins what MPI_Reduce_scatter_block does and returns at once: combines the data of all ranks and leaves each
     * rank a segment of the result, all equally long. (MPI-4.1 §6.12.9.)
     *
     * <p>Errors: MPI_ERR_ARG, MPI_ERR_BUFFER, MPI_ERR_COMM, MPI_ERR_COUNT, MPI_ERR_OP, MPI_ERR_TYPE.
     *
     * @param sendbuf this rank's items; MPI_IN_PLACE at all ranks says that they are in {@code recvbuf}; not to be
     *     touched until the request is complete
     * @param recvbuf where this rank's segment of the result goes; not to be touched until the request is complete
     * @param recvcount items of the result left to each rank, not in total, the same at all ranks
     * @param datatype committed type of each item; one that {@code op} is defined for
     * @param op operation, predefined or made by MPI_Op_create, the same at all ranks
     * @param comm communicator; all its ranks call, those of both groups when it is an inter-communicator
     * @param request out: the request to be completed by MPI_Wait, MPI_Test or their kin, at element 0
     * @return MPI_SUCCESS, or an error code when the handler returns
     */
    @Returns("request")
    @LargeCounts("recvcount")
    public static int MPI_Ireduce_scatter_block(
            Object sendbuf,
            Object recvbuf,
            int recvcount,
            MPI_Datatype datatype,
            MPI_Op op,
            MPI_Comm comm,
            MPI_Request[] request) {
        return Calls.tool().MPI_Ireduce_scatter_block(sendbuf, recvbuf, recvcount, datatype, op, comm, request);
    }

    /**
     * Begins what MPI_Reduce_scatter does and returns at once: combines the data of all ranks and leaves each rank
     * its segment of the result. (MPI-4.1 §6.12.10.)
     *
     * <p>Errors: MPI_ERR_ARG, MPI_ERR_BUFFER, MPI_ERR_COMM, MPI_ERR_COUNT, MPI_ERR_OP, MPI_ERR_TYPE.
     *
     * @param sendbuf this rank's items; MPI_IN_PLACE at all ranks says that they are in {@code recvbuf}; not to be
     *     touched until the request is complete
     * @param recvbuf where this rank's segment of the result goes; not to be touched until the request is complete
     * @param recvcounts items of the result left to each rank, at least as many entries as ranks, the same at all
     *     ranks
     * @param datatype committed type of each item; one that {@code op} is defined for
     * @param op operation, predefined or made by MPI_Op_create, the same at all ranks
     * @param comm communicator; all its ranks call, those of both groups when it is an inter-communicator
     * @param request out: the request to be completed by MPI_Wait, MPI_Test or their kin, at element 0
     * @return MPI_SUCCESS, or an error code when the handler returns
     */
    @Returns("request")
    @LargeCounts("recvcounts")
    public static int MPI_Ireduce_scatter(
            Object sendbuf,
            Object recvbuf,
            int[] recvcounts,
            MPI_Datatype datatype,
            MPI_Op op,
            MPI_Comm comm,
            MPI_Request[] request) {
        return Calls.tool().MPI_Ireduce_scatter(sendbuf, recvbuf, recvcounts, datatype, op, comm, request);
    }

    /**
     * Begins what MPI_Scan does and returns at once: gives each rank the combination of the data of the ranks up to
     * and including itself. (MPI-4.1 §6.12.11.)
     *
     * <p>Errors: MPI_ERR_ARG, MPI_ERR_BUFFER, MPI_ERR_COMM, MPI_ERR_COUNT, MPI_ERR_OP, MPI_ERR_TYPE.
     *
     * @param sendbuf this rank's items; MPI_IN_PLACE at all ranks says that they are in {@code recvbuf}; not to be
     *     touched until the request is complete
     * @param recvbuf where the combination over ranks 0 to this one goes, {@code count} items; not to be touched
     *     until the request is complete
     * @param count items that each rank contributes, 0 or more, the same at all ranks
     * @param datatype committed type of each item; one that {@code op} is defined for
     * @param op operation, predefined or made by MPI_Op_create, the same at all ranks
     * @param comm intra-communicator; all its ranks call
     * @param request out: the request to be completed by MPI_Wait, MPI_Test or their kin, at element 0
     * @return MPI_SUCCESS, or an error code when the handler returns
     */
    @Returns("request")
    @LargeCounts("count")
    public static int MPI_Iscan(
            Object sendbuf,
            Object recvbuf,
            int count,
            MPI_Datatype datatype,
            MPI_Op op,
            MPI_Comm comm,
            MPI_Request[] request) {
        return Calls.tool().MPI_Iscan(sendbuf, recvbuf, count, datatype, op, comm, request);
    }

    /**
     * Begins what MPI_Exscan does and returns at once: gives each rank the combination of the data of the ranks below
     * itself; rank 0 gets nothing. (MPI-4.1 §6.12.12.)
     *
     * <p>Errors: MPI_ERR_ARG, MPI_ERR_BUFFER, MPI_ERR_COMM, MPI_ERR_COUNT, MPI_ERR_OP, MPI_ERR_TYPE.
     *
     * @param sendbuf this rank's items; MPI_IN_PLACE at all ranks says that they are in {@code recvbuf}; not to be
     *     touched until the request is complete
     * @param recvbuf where the combination over ranks 0 to the one below goes, {@code count} items; not looked at on
     *     rank 0; not to be touched until the request is complete
     * @param count items that each rank contributes, 0 or more, the same at all ranks
     * @param datatype committed type of each item; one that {@code op} is defined for
     * @param op operation, predefined or made by MPI_Op_create, the same at all ranks
     * @param comm intra-communicator; all its ranks call
     * @param request out: the request to be completed by MPI_Wait, MPI_Test or their kin, at element 0
     * @return MPI_SUCCESS, or an error code when the handler returns
     */
    @Returns("request")
    @LargeCounts("count")
    public static int MPI_Iexscan(
            Object sendbuf,
            Object recvbuf,
            int count,
            MPI_Datatype datatype,
            MPI_Op op,
            MPI_Comm comm,
            MPI_Request[] request) {
        return Calls.tool().MPI_Iexscan(sendbuf, recvbuf, count, datatype, op, comm, request);
    }
}
