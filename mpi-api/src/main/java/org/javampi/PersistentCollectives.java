package org.javampi;

/**
 * Persistent collectives (MPI-4.1 §6.13 and §8.8), in C form and value form. All ranks make them in the same order; they
 * may start them in any order.
 */
@Chapter
abstract class PersistentCollectives extends NeighborhoodCollectives {
    PersistentCollectives() {}

    /**
     * Prepares what MPI_Barrier does, for MPI_Start as often as wanted: holds every rank back until all have
     * come. (MPI-4.1 §6.13.1.)
     *
     * <p>Errors: MPI_ERR_ARG, MPI_ERR_COMM, MPI_ERR_INFO.
     *
     * @param comm communicator; all its ranks call, those of both groups when it is an inter-communicator
     * @param info hints, or MPI_INFO_NULL; none changes anything
     * @param request out: the request, inactive: MPI_Start begins it, MPI_Wait and its kin complete it,
     *     MPI_Request_free ends it; at element 0
     * @return MPI_SUCCESS, or an error code when the handler returns
     */
    @Returns("request")
    public static int MPI_Barrier_init(MPI_Comm comm, MPI_Info info, MPI_Request[] request) {
        return Calls.tool().MPI_Barrier_init(comm, info, request);
    }

    /**
     * Prepares what MPI_Bcast does, for MPI_Start as often as wanted: hands the root's data to all ranks.
     * (MPI-4.1 §6.13.2.)
     *
     * <p>Errors: MPI_ERR_ARG, MPI_ERR_BUFFER, MPI_ERR_COMM, MPI_ERR_COUNT, MPI_ERR_INFO, MPI_ERR_ROOT,
     * MPI_ERR_TYPE.
     *
     * @param buffer data, read at the root and written elsewhere: an array, a ByteBuffer, {@code at(...)} or
     *     MPI_BOTTOM; not to be touched while the request is active
     * @param count items, 0 or more; as much data at all ranks
     * @param datatype committed type of each item; the same basic types at all ranks
     * @param root rank of the root, the same at all ranks; of an inter-communicator MPI_ROOT at the root,
     *     MPI_PROC_NULL at the others of its group, and the root's rank in the other group
     * @param comm communicator; all its ranks call, those of both groups when it is an inter-communicator
     * @param info hints, or MPI_INFO_NULL; none changes anything
     * @param request out: the request, inactive: MPI_Start begins it, MPI_Wait and its kin complete it,
     *     MPI_Request_free ends it; at element 0
     * @return MPI_SUCCESS, or an error code when the handler returns
     */
    @Returns("request")
    @LargeCounts("count")
    public static int MPI_Bcast_init(
            Object buffer,
            int count,
            MPI_Datatype datatype,
            int root,
            MPI_Comm comm,
            MPI_Info info,
            MPI_Request[] request) {
        return Calls.tool().MPI_Bcast_init(buffer, count, datatype, root, comm, info, request);
    }

    /**
     * Prepares what MPI_Gather does, for MPI_Start as often as wanted: collects equally long pieces from all
     * ranks at the root, in rank order. (MPI-4.1 §6.13.3.)
     *
     * <p>Errors: MPI_ERR_ARG, MPI_ERR_BUFFER, MPI_ERR_COMM, MPI_ERR_COUNT, MPI_ERR_INFO, MPI_ERR_ROOT,
     * MPI_ERR_TYPE.
     *
     * @param sendbuf this rank's piece; at the root, MPI_IN_PLACE says that it is in {@code recvbuf} already;
     *     not to be touched while the request is active
     * @param sendcount items in this rank's piece, 0 or more
     * @param sendtype committed type of each item sent
     * @param recvbuf where all pieces go, significant at the root only; not to be touched while the request is
     *     active
     * @param recvcount items received from each rank, not in total, significant at the root only
     * @param recvtype committed type of each item received, significant at the root only
     * @param root rank of the root, the same at all ranks; of an inter-communicator MPI_ROOT at the root,
     *     MPI_PROC_NULL at the others of its group, and the root's rank in the other group
     * @param comm communicator; all its ranks call, those of both groups when it is an inter-communicator
     * @param info hints, or MPI_INFO_NULL; none changes anything
     * @param request out: the request, inactive: MPI_Start begins it, MPI_Wait and its kin complete it,
     *     MPI_Request_free ends it; at element 0
     * @return MPI_SUCCESS, or an error code when the handler returns
     */
    @Returns("request")
    @LargeCounts({"sendcount", "recvcount"})
    public static int MPI_Gather_init(
            Object sendbuf,
            int sendcount,
            MPI_Datatype sendtype,
            Object recvbuf,
            int recvcount,
            MPI_Datatype recvtype,
            int root,
            MPI_Comm comm,
            MPI_Info info,
            MPI_Request[] request) {
        return Calls.tool()
                .MPI_Gather_init(sendbuf, sendcount, sendtype, recvbuf, recvcount, recvtype, root, comm, info, request);
    }

    /**
     * Prepares what MPI_Gatherv does, for MPI_Start as often as wanted: collects pieces of individual lengths
     * at the root, each at a place of its own. (MPI-4.1 §6.13.3.)
     *
     * <p>Errors: MPI_ERR_ARG, MPI_ERR_BUFFER, MPI_ERR_COMM, MPI_ERR_COUNT, MPI_ERR_INFO, MPI_ERR_ROOT,
     * MPI_ERR_TYPE.
     *
     * @param sendbuf this rank's piece; at the root, MPI_IN_PLACE says that it is in {@code recvbuf} already;
     *     not to be touched while the request is active
     * @param sendcount items in this rank's piece, 0 or more
     * @param sendtype committed type of each item sent
     * @param recvbuf where all pieces go, significant at the root only; not to be touched while the request is
     *     active
     * @param recvcounts items received from each rank, at least as many entries as ranks, significant at the
     *     root only
     * @param displs where in {@code recvbuf} the piece of each rank goes, in extents of {@code recvtype},
     *     significant at the root only
     * @param recvtype committed type of each item received, significant at the root only
     * @param root rank of the root, the same at all ranks; of an inter-communicator MPI_ROOT at the root,
     *     MPI_PROC_NULL at the others of its group, and the root's rank in the other group
     * @param comm communicator; all its ranks call, those of both groups when it is an inter-communicator
     * @param info hints, or MPI_INFO_NULL; none changes anything
     * @param request out: the request, inactive: MPI_Start begins it, MPI_Wait and its kin complete it,
     *     MPI_Request_free ends it; at element 0
     * @return MPI_SUCCESS, or an error code when the handler returns
     */
    @Returns("request")
    @LargeCounts({"sendcount", "recvcounts", "displs"})
    public static int MPI_Gatherv_init(
            Object sendbuf,
            int sendcount,
            MPI_Datatype sendtype,
            Object recvbuf,
            int[] recvcounts,
            int[] displs,
            MPI_Datatype recvtype,
            int root,
            MPI_Comm comm,
            MPI_Info info,
            MPI_Request[] request) {
        return Calls.tool()
                .MPI_Gatherv_init(
                        sendbuf, sendcount, sendtype, recvbuf, recvcounts, displs, recvtype, root, comm, info, request);
    }

    /**
     * Prepares what MPI_Scatter does, for MPI_Start as often as wanted: hands each rank its equally long piece
     * of the root's data. (MPI-4.1 §6.13.4.)
     *
     * <p>Errors: MPI_ERR_ARG, MPI_ERR_BUFFER, MPI_ERR_COMM, MPI_ERR_COUNT, MPI_ERR_INFO, MPI_ERR_ROOT,
     * MPI_ERR_TYPE.
     *
     * @param sendbuf all pieces, significant at the root only; not to be touched while the request is active
     * @param sendcount items sent to each rank, not in total, significant at the root only
     * @param sendtype committed type of each item sent, significant at the root only
     * @param recvbuf where this rank's piece goes; at the root, MPI_IN_PLACE leaves it where it is in
     *     {@code sendbuf}; not to be touched while the request is active
     * @param recvcount items in this rank's piece, 0 or more
     * @param recvtype committed type of each item received
     * @param root rank of the root, the same at all ranks; of an inter-communicator MPI_ROOT at the root,
     *     MPI_PROC_NULL at the others of its group, and the root's rank in the other group
     * @param comm communicator; all its ranks call, those of both groups when it is an inter-communicator
     * @param info hints, or MPI_INFO_NULL; none changes anything
     * @param request out: the request, inactive: MPI_Start begins it, MPI_Wait and its kin complete it,
     *     MPI_Request_free ends it; at element 0
     * @return MPI_SUCCESS, or an error code when the handler returns
     */
    @Returns("request")
    @LargeCounts({"sendcount", "recvcount"})
    public static int MPI_Scatter_init(
            Object sendbuf,
            int sendcount,
            MPI_Datatype sendtype,
            Object recvbuf,
            int recvcount,
            MPI_Datatype recvtype,
            int root,
            MPI_Comm comm,
            MPI_Info info,
            MPI_Request[] request) {
        return Calls.tool()
                .MPI_Scatter_init(
                        sendbuf, sendcount, sendtype, recvbuf, recvcount, recvtype, root, comm, info, request);
    }

    /**
     * Prepares what MPI_Scatterv does, for MPI_Start as often as wanted: hands each rank a piece of individual
     * length of the root's data. (MPI-4.1 §6.13.4.)
     *
     * <p>Errors: MPI_ERR_ARG, MPI_ERR_BUFFER, MPI_ERR_COMM, MPI_ERR_COUNT, MPI_ERR_INFO, MPI_ERR_ROOT,
     * MPI_ERR_TYPE.
     *
     * @param sendbuf all pieces, significant at the root only; not to be touched while the request is active
     * @param sendcounts items sent to each rank, at least as many entries as ranks, significant at the root
     *     only
     * @param displs where in {@code sendbuf} the piece of each rank begins, in extents of {@code sendtype},
     *     significant at the root only
     * @param sendtype committed type of each item sent, significant at the root only
     * @param recvbuf where this rank's piece goes; at the root, MPI_IN_PLACE leaves it where it is in
     *     {@code sendbuf}; not to be touched while the request is active
     * @param recvcount items in this rank's piece, 0 or more
     * @param recvtype committed type of each item received
     * @param root rank of the root, the same at all ranks; of an inter-communicator MPI_ROOT at the root,
     *     MPI_PROC_NULL at the others of its group, and the root's rank in the other group
     * @param comm communicator; all its ranks call, those of both groups when it is an inter-communicator
     * @param info hints, or MPI_INFO_NULL; none changes anything
     * @param request out: the request, inactive: MPI_Start begins it, MPI_Wait and its kin complete it,
     *     MPI_Request_free ends it; at element 0
     * @return MPI_SUCCESS, or an error code when the handler returns
     */
    @Returns("request")
    @LargeCounts({"sendcounts", "displs", "recvcount"})
    public static int MPI_Scatterv_init(
            Object sendbuf,
            int[] sendcounts,
            int[] displs,
            MPI_Datatype sendtype,
            Object recvbuf,
            int recvcount,
            MPI_Datatype recvtype,
            int root,
            MPI_Comm comm,
            MPI_Info info,
            MPI_Request[] request) {
        return Calls.tool()
                .MPI_Scatterv_init(
                        sendbuf, sendcounts, displs, sendtype, recvbuf, recvcount, recvtype, root, comm, info, request);
    }

    /**
     * Prepares what MPI_Allgather does, for MPI_Start as often as wanted: collects equally long pieces from all
     * ranks at every rank. (MPI-4.1 §6.13.5.)
     *
     * <p>Errors: MPI_ERR_ARG, MPI_ERR_BUFFER, MPI_ERR_COMM, MPI_ERR_COUNT, MPI_ERR_INFO, MPI_ERR_TYPE.
     *
     * @param sendbuf this rank's piece; MPI_IN_PLACE at all ranks says that it is in {@code recvbuf} already;
     *     not to be touched while the request is active
     * @param sendcount items in this rank's piece, 0 or more
     * @param sendtype committed type of each item sent
     * @param recvbuf where all pieces go; not to be touched while the request is active
     * @param recvcount items received from each rank, not in total
     * @param recvtype committed type of each item received
     * @param comm communicator; all its ranks call, those of both groups when it is an inter-communicator
     * @param info hints, or MPI_INFO_NULL; none changes anything
     * @param request out: the request, inactive: MPI_Start begins it, MPI_Wait and its kin complete it,
     *     MPI_Request_free ends it; at element 0
     * @return MPI_SUCCESS, or an error code when the handler returns
     */
    @Returns("request")
    @LargeCounts({"sendcount", "recvcount"})
    public static int MPI_Allgather_init(
            Object sendbuf,
            int sendcount,
            MPI_Datatype sendtype,
            Object recvbuf,
            int recvcount,
            MPI_Datatype recvtype,
            MPI_Comm comm,
            MPI_Info info,
            MPI_Request[] request) {
        return Calls.tool()
                .MPI_Allgather_init(sendbuf, sendcount, sendtype, recvbuf, recvcount, recvtype, comm, info, request);
    }

    /**
     * Prepares what MPI_Allgatherv does, for MPI_Start as often as wanted: collects pieces of individual
     * lengths from all ranks at every rank. (MPI-4.1 §6.13.5.)
     *
     * <p>Errors: MPI_ERR_ARG, MPI_ERR_BUFFER, MPI_ERR_COMM, MPI_ERR_COUNT, MPI_ERR_INFO, MPI_ERR_TYPE.
     *
     * @param sendbuf this rank's piece; MPI_IN_PLACE at all ranks says that it is in {@code recvbuf} already;
     *     not to be touched while the request is active
     * @param sendcount items in this rank's piece, 0 or more
     * @param sendtype committed type of each item sent
     * @param recvbuf where all pieces go; not to be touched while the request is active
     * @param recvcounts items received from each rank, at least as many entries as ranks
     * @param displs where in {@code recvbuf} the piece of each rank goes, in extents of {@code recvtype}
     * @param recvtype committed type of each item received
     * @param comm communicator; all its ranks call, those of both groups when it is an inter-communicator
     * @param info hints, or MPI_INFO_NULL; none changes anything
     * @param request out: the request, inactive: MPI_Start begins it, MPI_Wait and its kin complete it,
     *     MPI_Request_free ends it; at element 0
     * @return MPI_SUCCESS, or an error code when the handler returns
     */
    @Returns("request")
    @LargeCounts({"sendcount", "recvcounts", "displs"})
    public static int MPI_Allgatherv_init(
            Object sendbuf,
            int sendcount,
            MPI_Datatype sendtype,
            Object recvbuf,
            int[] recvcounts,
            int[] displs,
            MPI_Datatype recvtype,
            MPI_Comm comm,
            MPI_Info info,
            MPI_Request[] request) {
        return Calls.tool()
                .MPI_Allgatherv_init(
                        sendbuf, sendcount, sendtype, recvbuf, recvcounts, displs, recvtype, comm, info, request);
    }

    /**
     * Prepares what MPI_Alltoall does, for MPI_Start as often as wanted: sends each rank a piece of its own,
     * all equally long. (MPI-4.1 §6.13.6.)
     *
     * <p>Errors: MPI_ERR_ARG, MPI_ERR_BUFFER, MPI_ERR_COMM, MPI_ERR_COUNT, MPI_ERR_INFO, MPI_ERR_TYPE.
     *
     * @param sendbuf the pieces for all ranks; MPI_IN_PLACE at all ranks replaces those in {@code recvbuf}; not
     *     to be touched until the request is complete
     * @param sendcount items sent to each rank, not in total
     * @param sendtype committed type of each item sent
     * @param recvbuf where the pieces from all ranks go; apart from {@code sendbuf}; not to be touched until
     *     the request is complete
     * @param recvcount items received from each rank, not in total
     * @param recvtype committed type of each item received
     * @param comm communicator; all its ranks call, those of both groups when it is an inter-communicator
     * @param info hints, or MPI_INFO_NULL; none changes anything
     * @param request out: the request, inactive: MPI_Start begins it, MPI_Wait and its kin complete it,
     *     MPI_Request_free ends it; at element 0
     * @return MPI_SUCCESS, or an error code when the handler returns
     */
    @Returns("request")
    @LargeCounts({"sendcount", "recvcount"})
    public static int MPI_Alltoall_init(
            Object sendbuf,
            int sendcount,
            MPI_Datatype sendtype,
            Object recvbuf,
            int recvcount,
            MPI_Datatype recvtype,
            MPI_Comm comm,
            MPI_Info info,
            MPI_Request[] request) {
        return Calls.tool()
                .MPI_Alltoall_init(sendbuf, sendcount, sendtype, recvbuf, recvcount, recvtype, comm, info, request);
    }

    /**
     * Prepares what MPI_Alltoallv does, for MPI_Start as often as wanted: sends each rank a piece of its own,
     * of individual length. (MPI-4.1 §6.13.6.)
     *
     * <p>Errors: MPI_ERR_ARG, MPI_ERR_BUFFER, MPI_ERR_COMM, MPI_ERR_COUNT, MPI_ERR_INFO, MPI_ERR_TYPE.
     *
     * @param sendbuf the pieces for all ranks; MPI_IN_PLACE at all ranks replaces those in {@code recvbuf}; not
     *     to be touched until the request is complete
     * @param sendcounts items sent to each rank, at least as many entries as ranks
     * @param sdispls where in {@code sendbuf} the piece for each rank begins, in extents of {@code sendtype}
     * @param sendtype committed type of each item sent
     * @param recvbuf where the pieces from all ranks go; apart from {@code sendbuf}; not to be touched until
     *     the request is complete
     * @param recvcounts items received from each rank, at least as many entries as ranks
     * @param rdispls where in {@code recvbuf} the piece of each rank goes, in extents of {@code recvtype}
     * @param recvtype committed type of each item received
     * @param comm communicator; all its ranks call, those of both groups when it is an inter-communicator
     * @param info hints, or MPI_INFO_NULL; none changes anything
     * @param request out: the request, inactive: MPI_Start begins it, MPI_Wait and its kin complete it,
     *     MPI_Request_free ends it; at element 0
     * @return MPI_SUCCESS, or an error code when the handler returns
     */
    @Returns("request")
    @LargeCounts({"sendcounts", "sdispls", "recvcounts", "rdispls"})
    public static int MPI_Alltoallv_init(
            Object sendbuf,
            int[] sendcounts,
            int[] sdispls,
            MPI_Datatype sendtype,
            Object recvbuf,
            int[] recvcounts,
            int[] rdispls,
            MPI_Datatype recvtype,
            MPI_Comm comm,
            MPI_Info info,
            MPI_Request[] request) {
        return Calls.tool()
                .MPI_Alltoallv_init(
                        sendbuf,
                        sendcounts,
                        sdispls,
                        sendtype,
                        recvbuf,
                        recvcounts,
                        rdispls,
                        recvtype,
                        comm,
                        info,
                        request);
    }

    /**
     * Prepares what MPI_Alltoallw does, for MPI_Start as often as wanted: sends each rank a piece of its own,
     * of individual length, place and type. (MPI-4.1 §6.13.6.)
     *
     * <p>Errors: MPI_ERR_ARG, MPI_ERR_BUFFER, MPI_ERR_COMM, MPI_ERR_COUNT, MPI_ERR_INFO, MPI_ERR_TYPE.
     *
     * @param sendbuf the pieces for all ranks; MPI_IN_PLACE at all ranks replaces those in {@code recvbuf}; not
     *     to be touched until the request is complete
     * @param sendcounts items sent to each rank, at least as many entries as ranks
     * @param sdispls where in {@code sendbuf} the piece for each rank begins, in bytes
     * @param sendtypes committed type of the items for each rank
     * @param recvbuf where the pieces from all ranks go; apart from {@code sendbuf}; not to be touched until
     *     the request is complete
     * @param recvcounts items received from each rank, at least as many entries as ranks
     * @param rdispls where in {@code recvbuf} the piece of each rank goes, in bytes
     * @param recvtypes committed type of the items from each rank
     * @param comm communicator; all its ranks call, those of both groups when it is an inter-communicator
     * @param info hints, or MPI_INFO_NULL; none changes anything
     * @param request out: the request, inactive: MPI_Start begins it, MPI_Wait and its kin complete it,
     *     MPI_Request_free ends it; at element 0
     * @return MPI_SUCCESS, or an error code when the handler returns
     */
    @Returns("request")
    @LargeCounts({"sendcounts", "sdispls", "recvcounts", "rdispls"})
    public static int MPI_Alltoallw_init(
            Object sendbuf,
            int[] sendcounts,
            int[] sdispls,
            MPI_Datatype[] sendtypes,
            Object recvbuf,
            int[] recvcounts,
            int[] rdispls,
            MPI_Datatype[] recvtypes,
            MPI_Comm comm,
            MPI_Info info,
            MPI_Request[] request) {
        return Calls.tool()
                .MPI_Alltoallw_init(
                        sendbuf,
                        sendcounts,
                        sdispls,
                        sendtypes,
                        recvbuf,
                        recvcounts,
                        rdispls,
                        recvtypes,
                        comm,
                        info,
                        request);
    }

    /**
     * Prepares what MPI_Reduce does, for MPI_Start as often as wanted: combines the data of all ranks, item by
     * item, at the root. (MPI-4.1 §6.13.7.)
     *
     * <p>Errors: MPI_ERR_ARG, MPI_ERR_BUFFER, MPI_ERR_COMM, MPI_ERR_COUNT, MPI_ERR_INFO, MPI_ERR_OP,
     * MPI_ERR_ROOT, MPI_ERR_TYPE.
     *
     * @param sendbuf this rank's items; at the root, MPI_IN_PLACE says that they are in {@code recvbuf}; not to
     *     be touched until the request is complete
     * @param recvbuf where the result goes, {@code count} items, significant at the root only; not to be
     *     touched until the request is complete
     * @param count items that each rank contributes, 0 or more, the same at all ranks
     * @param datatype committed type of each item; one that {@code op} is defined for
     * @param op operation, predefined or made by MPI_Op_create, the same at all ranks
     * @param root rank of the root, the same at all ranks; of an inter-communicator MPI_ROOT at the root,
     *     MPI_PROC_NULL at the others of its group, and the root's rank in the other group
     * @param comm communicator; all its ranks call, those of both groups when it is an inter-communicator
     * @param info hints, or MPI_INFO_NULL; none changes anything
     * @param request out: the request, inactive: MPI_Start begins it, MPI_Wait and its kin complete it,
     *     MPI_Request_free ends it; at element 0
     * @return MPI_SUCCESS, or an error code when the handler returns
     */
    @Returns("request")
    @LargeCounts("count")
    public static int MPI_Reduce_init(
            Object sendbuf,
            Object recvbuf,
            int count,
            MPI_Datatype datatype,
            MPI_Op op,
            int root,
            MPI_Comm comm,
            MPI_Info info,
            MPI_Request[] request) {
        return Calls.tool().MPI_Reduce_init(sendbuf, recvbuf, count, datatype, op, root, comm, info, request);
    }

    /**
     * Prepares what MPI_Allreduce does, for MPI_Start as often as wanted: combines the data of all ranks, item
     * by item, with the same result everywhere. (MPI-4.1 §6.13.8.)
     *
     * <p>Errors: MPI_ERR_ARG, MPI_ERR_BUFFER, MPI_ERR_COMM, MPI_ERR_COUNT, MPI_ERR_INFO, MPI_ERR_OP,
     * MPI_ERR_TYPE.
     *
     * @param sendbuf this rank's items; MPI_IN_PLACE at all ranks says that they are in {@code recvbuf}; not to
     *     be touched until the request is complete
     * @param recvbuf where the result goes, {@code count} items; not to be touched while the request is active
     * @param count items that each rank contributes, 0 or more, the same at all ranks
     * @param datatype committed type of each item; one that {@code op} is defined for
     * @param op operation, predefined or made by MPI_Op_create, the same at all ranks
     * @param comm communicator; all its ranks call, those of both groups when it is an inter-communicator
     * @param info hints, or MPI_INFO_NULL; none changes anything
     * @param request out: the request, inactive: MPI_Start begins it, MPI_Wait and its kin complete it,
     *     MPI_Request_free ends it; at element 0
     * @return MPI_SUCCESS, or an error code when the handler returns
     */
    @Returns("request")
    @LargeCounts("count")
    public static int MPI_Allreduce_init(
            Object sendbuf,
            Object recvbuf,
            int count,
            MPI_Datatype datatype,
            MPI_Op op,
            MPI_Comm comm,
            MPI_Info info,
            MPI_Request[] request) {
        return Calls.tool().MPI_Allreduce_init(sendbuf, recvbuf, count, datatype, op, comm, info, request);
    }

    /**
     * Prepares what MPI_Reduce_scatter_block does, for MPI_Start as often as wanted: combines the data of all
     * ranks and leaves each rank a segment of the result, all equally long. (MPI-4.1 §6.13.9.)
     *
     * <p>Errors: MPI_ERR_ARG, MPI_ERR_BUFFER, MPI_ERR_COMM, MPI_ERR_COUNT, MPI_ERR_INFO, MPI_ERR_OP,
     * MPI_ERR_TYPE.
     *
     * @param sendbuf this rank's items; MPI_IN_PLACE at all ranks says that they are in {@code recvbuf}; not to
     *     be touched until the request is complete
     * @param recvbuf where this rank's segment of the result goes; not to be touched while the request is
     *     active
     * @param recvcount items of the result left to each rank, not in total, the same at all ranks
     * @param datatype committed type of each item; one that {@code op} is defined for
     * @param op operation, predefined or made by MPI_Op_create, the same at all ranks
     * @param comm communicator; all its ranks call, those of both groups when it is an inter-communicator
     * @param info hints, or MPI_INFO_NULL; none changes anything
     * @param request out: the request, inactive: MPI_Start begins it, MPI_Wait and its kin complete it,
     *     MPI_Request_free ends it; at element 0
     * @return MPI_SUCCESS, or an error code when the handler returns
     */
    @Returns("request")
    @LargeCounts("recvcount")
    public static int MPI_Reduce_scatter_block_init(
            Object sendbuf,
            Object recvbuf,
            int recvcount,
            MPI_Datatype datatype,
            MPI_Op op,
            MPI_Comm comm,
            MPI_Info info,
            MPI_Request[] request) {
        return Calls.tool()
                .MPI_Reduce_scatter_block_init(sendbuf, recvbuf, recvcount, datatype, op, comm, info, request);
    }

    /**
     * Prepares what MPI_Reduce_scatter does, for MPI_Start as often as wanted: combines the data of all ranks
     * and leaves each rank its segment of the result. (MPI-4.1 §6.13.10.)
     *
     * <p>Errors: MPI_ERR_ARG, MPI_ERR_BUFFER, MPI_ERR_COMM, MPI_ERR_COUNT, MPI_ERR_INFO, MPI_ERR_OP,
     * MPI_ERR_TYPE.
     *
     * @param sendbuf this rank's items; MPI_IN_PLACE at all ranks says that they are in {@code recvbuf}; not to
     *     be touched until the request is complete
     * @param recvbuf where this rank's segment of the result goes; not to be touched while the request is
     *     active
     * @param recvcounts items of the result left to each rank, at least as many entries as ranks, the same at
     *     all ranks
     * @param datatype committed type of each item; one that {@code op} is defined for
     * @param op operation, predefined or made by MPI_Op_create, the same at all ranks
     * @param comm communicator; all its ranks call, those of both groups when it is an inter-communicator
     * @param info hints, or MPI_INFO_NULL; none changes anything
     * @param request out: the request, inactive: MPI_Start begins it, MPI_Wait and its kin complete it,
     *     MPI_Request_free ends it; at element 0
     * @return MPI_SUCCESS, or an error code when the handler returns
     */
    @Returns("request")
    @LargeCounts("recvcounts")
    public static int MPI_Reduce_scatter_init(
            Object sendbuf,
            Object recvbuf,
            int[] recvcounts,
            MPI_Datatype datatype,
            MPI_Op op,
            MPI_Comm comm,
            MPI_Info info,
            MPI_Request[] request) {
        return Calls.tool().MPI_Reduce_scatter_init(sendbuf, recvbuf, recvcounts, datatype, op, comm, info, request);
    }

    /**
     * Prepares what MPI_Scan does, for MPI_Start as often as wanted: gives each rank the combination of the
     * data of the ranks up to and including itself. (MPI-4.1 §6.13.11.)
     *
     * <p>Errors: MPI_ERR_ARG, MPI_ERR_BUFFER, MPI_ERR_COMM, MPI_ERR_COUNT, MPI_ERR_INFO, MPI_ERR_OP,
     * MPI_ERR_TYPE.
     *
     * @param sendbuf this rank's items; MPI_IN_PLACE at all ranks says that they are in {@code recvbuf}; not to
     *     be touched until the request is complete
     * @param recvbuf where the combination over ranks 0 to this one goes, {@code count} items; not to be
     *     touched until the request is complete
     * @param count items that each rank contributes, 0 or more, the same at all ranks
     * @param datatype committed type of each item; one that {@code op} is defined for
     * @param op operation, predefined or made by MPI_Op_create, the same at all ranks
     * @param comm intra-communicator; all its ranks call
     * @param info hints, or MPI_INFO_NULL; none changes anything
     * @param request out: the request, inactive: MPI_Start begins it, MPI_Wait and its kin complete it,
     *     MPI_Request_free ends it; at element 0
     * @return MPI_SUCCESS, or an error code when the handler returns
     */
    @Returns("request")
    @LargeCounts("count")
    public static int MPI_Scan_init(
            Object sendbuf,
            Object recvbuf,
            int count,
            MPI_Datatype datatype,
            MPI_Op op,
            MPI_Comm comm,
            MPI_Info info,
            MPI_Request[] request) {
        return Calls.tool().MPI_Scan_init(sendbuf, recvbuf, count, datatype, op, comm, info, request);
    }

    /**
     * Prepares what MPI_Exscan does, for MPI_Start as often as wanted: gives each rank the combination of the
     * data of the ranks below itself; rank 0 gets nothing. (MPI-4.1 §6.13.12.)
     *
     * <p>Errors: MPI_ERR_ARG, MPI_ERR_BUFFER, MPI_ERR_COMM, MPI_ERR_COUNT, MPI_ERR_INFO, MPI_ERR_OP,
     * MPI_ERR_TYPE.
     *
     * @param sendbuf this rank's items; MPI_IN_PLACE at all ranks says that they are in {@code recvbuf}; not to
     *     be touched until the request is complete
     * @param recvbuf where the combination over ranks 0 to the one below goes, {@code count} items; not looked
     *     at on rank 0; not to be touched while the request is active
     * @param count items that each rank contributes, 0 or more, the same at all ranks
     * @param datatype committed type of each item; one that {@code op} is defined for
     * @param op operation, predefined or made by MPI_Op_create, the same at all ranks
     * @param comm intra-communicator; all its ranks call
     * @param info hints, or MPI_INFO_NULL; none changes anything
     * @param request out: the request, inactive: MPI_Start begins it, MPI_Wait and its kin complete it,
     *     MPI_Request_free ends it; at element 0
     * @return MPI_SUCCESS, or an error code when the handler returns
     */
    @Returns("request")
    @LargeCounts("count")
    public static int MPI_Exscan_init(
            Object sendbuf,
            Object recvbuf,
            int count,
            MPI_Datatype datatype,
            MPI_Op op,
            MPI_Comm comm,
            MPI_Info info,
            MPI_Request[] request) {
        return Calls.tool().MPI_Exscan_init(sendbuf, recvbuf, count, datatype, op, comm, info, request);
    }

    /**
     * Prepares what MPI_Neighbor_allgather does, for MPI_Start as often as wanted: sends the same piece to each
     * neighbour of a topology and collects one from each. (MPI-4.1 §8.8.1.)
     *
     * <p>Errors: MPI_ERR_ARG, MPI_ERR_BUFFER, MPI_ERR_COMM, MPI_ERR_COUNT, MPI_ERR_INFO, MPI_ERR_TOPOLOGY,
     * MPI_ERR_TYPE.
     *
     * @param sendbuf this rank's piece, for all neighbours; not to be touched while the request is active
     * @param sendcount items in this rank's piece, 0 or more
     * @param sendtype committed type of each item sent
     * @param recvbuf where the pieces from all incoming neighbours go, in their order; not to be touched until
     *     the request is complete
     * @param recvcount items received from each incoming neighbour, not in total
     * @param recvtype committed type of each item received
     * @param comm communicator with a topology; all its ranks call
     * @param info hints, or MPI_INFO_NULL; none changes anything
     * @param request out: the request, inactive: MPI_Start begins it, MPI_Wait and its kin complete it,
     *     MPI_Request_free ends it; at element 0
     * @return MPI_SUCCESS, or an error code when the handler returns
     */
    @Returns("request")
    @LargeCounts({"sendcount", "recvcount"})
    public static int MPI_Neighbor_allgather_init(
            Object sendbuf,
            int sendcount,
            MPI_Datatype sendtype,
            Object recvbuf,
            int recvcount,
            MPI_Datatype recvtype,
            MPI_Comm comm,
            MPI_Info info,
            MPI_Request[] request) {
        return Calls.tool()
                .MPI_Neighbor_allgather_init(
                        sendbuf, sendcount, sendtype, recvbuf, recvcount, recvtype, comm, info, request);
    }

    /**
     * Prepares what MPI_Neighbor_allgatherv does, for MPI_Start as often as wanted: sends the same piece to
     * each neighbour of a topology and collects pieces of individual lengths. (MPI-4.1 §8.8.1.)
     *
     * <p>Errors: MPI_ERR_ARG, MPI_ERR_BUFFER, MPI_ERR_COMM, MPI_ERR_COUNT, MPI_ERR_INFO, MPI_ERR_TOPOLOGY,
     * MPI_ERR_TYPE.
     *
     * @param sendbuf this rank's piece, for all neighbours; not to be touched while the request is active
     * @param sendcount items in this rank's piece, 0 or more
     * @param sendtype committed type of each item sent
     * @param recvbuf where the pieces from all incoming neighbours go, in their order; not to be touched until
     *     the request is complete
     * @param recvcounts items received from each incoming neighbour, at least as many entries as incoming
     *     neighbours
     * @param displs where in {@code recvbuf} the piece of each incoming neighbour goes, in extents of
     *     {@code recvtype}
     * @param recvtype committed type of each item received
     * @param comm communicator with a topology; all its ranks call
     * @param info hints, or MPI_INFO_NULL; none changes anything
     * @param request out: the request, inactive: MPI_Start begins it, MPI_Wait and its kin complete it,
     *     MPI_Request_free ends it; at element 0
     * @return MPI_SUCCESS, or an error code when the handler returns
     */
    @Returns("request")
    @LargeCounts({"sendcount", "recvcounts", "displs"})
    public static int MPI_Neighbor_allgatherv_init(
            Object sendbuf,
            int sendcount,
            MPI_Datatype sendtype,
            Object recvbuf,
            int[] recvcounts,
            int[] displs,
            MPI_Datatype recvtype,
            MPI_Comm comm,
            MPI_Info info,
            MPI_Request[] request) {
        return Calls.tool()
                .MPI_Neighbor_allgatherv_init(
                        sendbuf, sendcount, sendtype, recvbuf, recvcounts, displs, recvtype, comm, info, request);
    }

    /**
     * Prepares what MPI_Neighbor_alltoall does, for MPI_Start as often as wanted: sends each neighbour of a
     * topology a piece of its own and collects one from each, all equally long. (MPI-4.1 §8.8.2.)
     *
     * <p>Errors: MPI_ERR_ARG, MPI_ERR_BUFFER, MPI_ERR_COMM, MPI_ERR_COUNT, MPI_ERR_INFO, MPI_ERR_TOPOLOGY,
     * MPI_ERR_TYPE.
     *
     * @param sendbuf the pieces for all outgoing neighbours, in their order; not to be touched while the
     *     request is active
     * @param sendcount items sent to each outgoing neighbour, not in total
     * @param sendtype committed type of each item sent
     * @param recvbuf where the pieces from all incoming neighbours go, in their order; not to be touched until
     *     the request is complete
     * @param recvcount items received from each incoming neighbour, not in total
     * @param recvtype committed type of each item received
     * @param comm communicator with a topology; all its ranks call
     * @param info hints, or MPI_INFO_NULL; none changes anything
     * @param request out: the request, inactive: MPI_Start begins it, MPI_Wait and its kin complete it,
     *     MPI_Request_free ends it; at element 0
     * @return MPI_SUCCESS, or an error code when the handler returns
     */
    @Returns("request")
    @LargeCounts({"sendcount", "recvcount"})
    public static int MPI_Neighbor_alltoall_init(
            Object sendbuf,
            int sendcount,
            MPI_Datatype sendtype,
            Object recvbuf,
            int recvcount,
            MPI_Datatype recvtype,
            MPI_Comm comm,
            MPI_Info info,
            MPI_Request[] request) {
        return Calls.tool()
                .MPI_Neighbor_alltoall_init(
                        sendbuf, sendcount, sendtype, recvbuf, recvcount, recvtype, comm, info, request);
    }

    /**
     * Prepares what MPI_Neighbor_alltoallv does, for MPI_Start as often as wanted: sends each neighbour of a
     * topology a piece of individual length and collects one from each. (MPI-4.1 §8.8.2.)
     *
     * <p>Errors: MPI_ERR_ARG, MPI_ERR_BUFFER, MPI_ERR_COMM, MPI_ERR_COUNT, MPI_ERR_INFO, MPI_ERR_TOPOLOGY,
     * MPI_ERR_TYPE.
     *
     * @param sendbuf the pieces for all outgoing neighbours, in their order; not to be touched while the
     *     request is active
     * @param sendcounts items sent to each outgoing neighbour, at least as many entries as outgoing neighbours
     * @param sdispls where in {@code sendbuf} the piece for each outgoing neighbour begins, in extents of
     *     {@code sendtype}
     * @param sendtype committed type of each item sent
     * @param recvbuf where the pieces from all incoming neighbours go, in their order; not to be touched until
     *     the request is complete
     * @param recvcounts items received from each incoming neighbour, at least as many entries as incoming
     *     neighbours
     * @param rdispls where in {@code recvbuf} the piece of each incoming neighbour goes, in extents of
     *     {@code recvtype}
     * @param recvtype committed type of each item received
     * @param comm communicator with a topology; all its ranks call
     * @param info hints, or MPI_INFO_NULL; none changes anything
     * @param request out: the request, inactive: MPI_Start begins it, MPI_Wait and its kin complete it,
     *     MPI_Request_free ends it; at element 0
     * @return MPI_SUCCESS, or an error code when the handler returns
     */
    @Returns("request")
    @LargeCounts({"sendcounts", "sdispls", "recvcounts", "rdispls"})
    public static int MPI_Neighbor_alltoallv_init(
            Object sendbuf,
            int[] sendcounts,
            int[] sdispls,
            MPI_Datatype sendtype,
            Object recvbuf,
            int[] recvcounts,
            int[] rdispls,
            MPI_Datatype recvtype,
            MPI_Comm comm,
            MPI_Info info,
            MPI_Request[] request) {
        return Calls.tool()
                .MPI_Neighbor_alltoallv_init(
                        sendbuf,
                        sendcounts,
                        sdispls,
                        sendtype,
                        recvbuf,
                        recvcounts,
                        rdispls,
                        recvtype,
                        comm,
                        info,
                        request);
    }

    /**
     * Prepares what MPI_Neighbor_alltoallw does, for MPI_Start as often as wanted: sends each neighbour of a
     * topology a piece of individual length, place and type and collects one from each. (MPI-4.1 §8.8.2.)
     *
     * <p>Errors: MPI_ERR_ARG, MPI_ERR_BUFFER, MPI_ERR_COMM, MPI_ERR_COUNT, MPI_ERR_INFO, MPI_ERR_TOPOLOGY,
     * MPI_ERR_TYPE.
     *
     * @param sendbuf the pieces for all outgoing neighbours, in their order; not to be touched while the
     *     request is active
     * @param sendcounts items sent to each outgoing neighbour, at least as many entries as outgoing neighbours
     * @param sdispls where in {@code sendbuf} the piece for each outgoing neighbour begins, in bytes
     * @param sendtypes committed type of the items for each outgoing neighbour
     * @param recvbuf where the pieces from all incoming neighbours go, in their order; not to be touched until
     *     the request is complete
     * @param recvcounts items received from each incoming neighbour, at least as many entries as incoming
     *     neighbours
     * @param rdispls where in {@code recvbuf} the piece of each incoming neighbour goes, in bytes
     * @param recvtypes committed type of the items from each incoming neighbour
     * @param comm communicator with a topology; all its ranks call
     * @param info hints, or MPI_INFO_NULL; none changes anything
     * @param request out: the request, inactive: MPI_Start begins it, MPI_Wait and its kin complete it,
     *     MPI_Request_free ends it; at element 0
     * @return MPI_SUCCESS, or an error code when the handler returns
     */
    @Returns("request")
    @LargeCounts({"sendcounts", "recvcounts"})
    public static int MPI_Neighbor_alltoallw_init(
            Object sendbuf,
            int[] sendcounts,
            long[] sdispls,
            MPI_Datatype[] sendtypes,
            Object recvbuf,
            int[] recvcounts,
            long[] rdispls,
            MPI_Datatype[] recvtypes,
            MPI_Comm comm,
            MPI_Info info,
            MPI_Request[] request) {
        return Calls.tool()
                .MPI_Neighbor_alltoallw_init(
                        sendbuf,
                        sendcounts,
                        sdispls,
                        sendtypes,
                        recvbuf,
                        recvcounts,
                        rdispls,
                        recvtypes,
                        comm,
                        info,
                        request);
    }
}
