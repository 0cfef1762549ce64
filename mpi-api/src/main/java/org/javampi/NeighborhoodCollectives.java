package org.javampi;

/** Collectives among the neighbours of a topology (MPI-4.1 §8.6, §8.7), in C form and value form. */
@Chapter
abstract class NeighborhoodCollectives extends Topologies {
    NeighborhoodCollectives() {}

    /**
     * Sends the same piece to each neighbour of a topology and collects one from each. (MPI-4.1 §8.6.1.)
     *
     * <p>Errors: MPI_ERR_BUFFER, MPI_ERR_COMM, MPI_ERR_COUNT, MPI_ERR_TOPOLOGY, MPI_ERR_TYPE.
     *
     * @param sendbuf this rank's piece, for all neighbours
     * @param sendcount items in this rank's piece, 0 or more
     * @param sendtype committed type of each item sent
     * @param recvbuf where the pieces from all incoming neighbours go, in their order
     * @param recvcount items received from each incoming neighbour, not in total
     * @param recvtype committed type of each item received
     * @param comm communicator with a topology; all its ranks call
     * @return MPI_SUCCESS, or an error code when the handler returns
     */
    @LargeCounts({"sendcount", "recvcount"})
    public static int MPI_Neighbor_allgather(
            Object sendbuf,
            int sendcount,
            MPI_Datatype sendtype,
            Object recvbuf,
            int recvcount,
            MPI_Datatype recvtype,
            MPI_Comm comm) {
        return Calls.tool().MPI_Neighbor_allgather(sendbuf, sendcount, sendtype, recvbuf, recvcount, recvtype, comm);
    }

    /**
     * Sends the same piece to each neighbour of a topology and collects pieces of individual lengths. (MPI-4.1
     * §8.6.1.)
     *
     * <p>Errors: MPI_ERR_ARG, MPI_ERR_BUFFER, MPI_ERR_COMM, MPI_ERR_COUNT, MPI_ERR_TOPOLOGY, MPI_ERR_TYPE.
     *
     * @param sendbuf this rank's piece, for all neighbours
     * @param sendcount items in this rank's piece, 0 or more
     * @param sendtype committed type of each item sent
     * @param recvbuf where the pieces from all incoming neighbours go, in their order
     * @param recvcounts items received from each incoming neighbour, at least as many entries as incoming neighbours
     * @param displs where in {@code recvbuf} the piece of each incoming neighbour goes, in extents of {@code
     *     recvtype}
     * @param recvtype committed type of each item received
     * @param comm communicator with a topology; all its ranks call
     * @return MPI_SUCCESS, or an error code when the handler returns
     */
    @LargeCounts({"sendcount", "recvcounts", "displs"})
    public static int MPI_Neighbor_allgatherv(
            Object sendbuf,
            int sendcount,
            MPI_Datatype sendtype,
            Object recvbuf,
            int[] recvcounts,
            int[] displs,
            MPI_Datatype recvtype,
            MPI_Comm comm) {
        return Calls.tool()
                .MPI_Neighbor_allgatherv(sendbuf, sendcount, sendtype, recvbuf, recvcounts, displs, recvtype, comm);
    }

    /**
     * Sends each neighbour of a topology a piece of its own and collects one from each, all equally long. (MPI-4.1
     * §8.6.2.)
     *
     * <p>Errors: MPI_ERR_BUFFER, MPI_ERR_COMM, MPI_ERR_COUNT, MPI_ERR_TOPOLOGY, MPI_ERR_TYPE.
     *
     * @param sendbuf the pieces for all outgoing neighbours, in their order
     * @param sendcount items sent to each outgoing neighbour, not in total
     * @param sendtype committed type of each item sent
     * @param recvbuf where the pieces from all incoming neighbours go, in their order
     * @param recvcount items received from each incoming neighbour, not in total
     * @param recvtype committed type of each item received
     * @param comm communicator with a topology; all its ranks call
     * @return MPI_SUCCESS, or an error code when the handler returns
     */
    @LargeCounts({"sendcount", "recvcount"})
    public static int MPI_Neighbor_alltoall(
            Object sendbuf,
            int sendcount,
            MPI_Datatype sendtype,
            Object recvbuf,
            int recvcount,
            MPI_Datatype recvtype,
            MPI_Comm comm) {
        return Calls.tool().MPI_Neighbor_alltoall(sendbuf, sendcount, sendtype, recvbuf, recvcount, recvtype, comm);
    }

    /**
     * Sends each neighbour of a topology a piece of individual length and collects one from each. (MPI-4.1 §8.6.2.)
     *
     * <p>Errors: MPI_ERR_ARG, MPI_ERR_BUFFER, MPI_ERR_COMM, MPI_ERR_COUNT, MPI_ERR_TOPOLOGY, MPI_ERR_TYPE.
     *
     * @param sendbuf the pieces for all outgoing neighbours, in their order
     * @param sendcounts items sent to each outgoing neighbour, at least as many entries as outgoing neighbours
     * @param sdispls where in {@code sendbuf} the piece for each outgoing neighbour begins, in extents of {@code
     *     sendtype}
     * @param sendtype committed type of each item sent
     * @param recvbuf where the pieces from all incoming neighbours go, in their order
     * @param recvcounts items received from each incoming neighbour, at least as many entries as incoming neighbours
     * @param rdispls where in {@code recvbuf} the piece of each incoming neighbour goes, in extents of {@code
     *     recvtype}
     * @param recvtype committed type of each item received
     * @param comm communicator with a topology; all its ranks call
     * @return MPI_SUCCESS, or an error code when the handler returns
     */
    @LargeCounts({"sendcounts", "sdispls", "recvcounts", "rdispls"})
    public static int MPI_Neighbor_alltoallv(
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
                .MPI_Neighbor_alltoallv(
                        sendbuf, sendcounts, sdispls, sendtype, recvbuf, recvcounts, rdispls, recvtype, comm);
    }

    /**
     * Sends each neighbour of a topology a piece of individual length, place and type and collects one from each.
     * (MPI-4.1 §8.6.2.)
     *
     * <p>Errors: MPI_ERR_ARG, MPI_ERR_BUFFER, MPI_ERR_COMM, MPI_ERR_COUNT, MPI_ERR_TOPOLOGY, MPI_ERR_TYPE.
     *
     * @param sendbuf the pieces for all outgoing neighbours, in their order
     * @param sendcounts items sent to each outgoing neighbour, at least as many entries as outgoing neighbours
     * @param sdispls where in {@code sendbuf} the piece for each outgoing neighbour begins, in bytes
     * @param sendtypes committed type of the items for each outgoing neighbour
     * @param recvbuf where the pieces from all incoming neighbours go, in their order
     * @param recvcounts items received from each incoming neighbour, at least as many entries as incoming neighbours
     * @param rdispls where in {@code recvbuf} the piece of each incoming neighbour goes, in bytes
     * @param recvtypes committed type of the items from each incoming neighbour
     * @param comm communicator with a topology; all its ranks call
     * @return MPI_SUCCESS, or an error code when the handler returns
     */
    @LargeCounts({"sendcounts", "recvcounts"})
    public static int MPI_Neighbor_alltoallw(
            Object sendbuf,
            int[] sendcounts,
            long[] sdispls,
            MPI_Datatype[] sendtypes,
            Object recvbuf,
            int[] recvcounts,
            long[] rdispls,
            MPI_Datatype[] recvtypes,
            MPI_Comm comm) {
        return Calls.tool()
                .MPI_Neighbor_alltoallw(
                        sendbuf, sendcounts, sdispls, sendtypes, recvbuf, recvcounts, rdispls, recvtypes, comm);
    }

    /**
     * Begins what MPI_Neighbor_allgather does and returns at once: sends the same piece to each neighbour of a
     * topology and collects one from each. (MPI-4.1 §8.7.1.)
     *
     * <p>Errors: MPI_ERR_ARG, MPI_ERR_BUFFER, MPI_ERR_COMM, MPI_ERR_COUNT, MPI_ERR_TOPOLOGY, MPI_ERR_TYPE.
     *
     * @param sendbuf this rank's piece, for all neighbours; not to be touched until the request is complete
     * @param sendcount items in this rank's piece, 0 or more
     * @param sendtype committed type of each item sent
     * @param recvbuf where the pieces from all incoming neighbours go, in their order; not to be touched until the
     *     request is complete
     * @param recvcount items received from each incoming neighbour, not in total
     * @param recvtype committed type of each item received
     * @param comm communicator with a topology; all its ranks call
     * @param request out: the request to be completed by MPI_Wait, MPI_Test or their kin, at element 0
     * @return MPI_SUCCESS, or an error code when the handler returns
     */
    @Returns("request")
    @LargeCounts({"sendcount", "recvcount"})
    public static int MPI_Ineighbor_allgather(
            Object sendbuf,
            int sendcount,
            MPI_Datatype sendtype,
            Object recvbuf,
            int recvcount,
            MPI_Datatype recvtype,
            MPI_Comm comm,
            MPI_Request[] request) {
        return Calls.tool()
                .MPI_Ineighbor_allgather(sendbuf, sendcount, sendtype, recvbuf, recvcount, recvtype, comm, request);
    }

    /**
     * Begins what MPI_Neighbor_allgatherv does and returns at once: sends the same piece to each neighbour of a
     * topology and collects pieces of individual lengths. (MPI-4.1 §8.7.1.)
     *
     * <p>Errors: MPI_ERR_ARG, MPI_ERR_BUFFER, MPI_ERR_COMM, MPI_ERR_COUNT, MPI_ERR_TOPOLOGY, MPI_ERR_TYPE.
     *
     * @param sendbuf this rank's piece, for all neighbours; not to be touched until the request is complete
     * @param sendcount items in this rank's piece, 0 or more
     * @param sendtype committed type of each item sent
     * @param recvbuf where the pieces from all incoming neighbours go, in their order; not to be touched until the
     *     request is complete
     * @param recvcounts items received from each incoming neighbour, at least as many entries as incoming neighbours
     * @param displs where in {@code recvbuf} the piece of each incoming neighbour goes, in extents of {@code
     *     recvtype}
     * @param recvtype committed type of each item received
     * @param comm communicator with a topology; all its ranks call
     * @param request out: the request to be completed by MPI_Wait, MPI_Test or their kin, at element 0
     * @return MPI_SUCCESS, or an error code when the handler returns
     */
    @Returns("request")
    @LargeCounts({"sendcount", "recvcounts", "displs"})
    public static int MPI_Ineighbor_allgatherv(
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
                .MPI_Ineighbor_allgatherv(
                        sendbuf, sendcount, sendtype, recvbuf, recvcounts, displs, recvtype, comm, request);
    }

    /**
     * Begins what MPI_Neighbor_alltoall does and returns at once: sends each neighbour of a topology a piece of its
     * own and collects one from each, all equally long. (MPI-4.1 §8.7.2.)
     *
     * <p>Errors: MPI_ERR_ARG, MPI_ERR_BUFFER, MPI_ERR_COMM, MPI_ERR_COUNT, MPI_ERR_TOPOLOGY, MPI_ERR_TYPE.
     *
     * @param sendbuf the pieces for all outgoing neighbours, in their order; not to be touched until the request is
     *     complete
     * @param sendcount items sent to each outgoing neighbour, not in total
     * @param sendtype committed type of each item sent
     * @param recvbuf where the pieces from all incoming neighbours go, in their order; not to be touched until the
     *     request is complete
     * @param recvcount items received from each incoming neighbour, not in total
     * @param recvtype committed type of each item received
     * @param comm communicator with a topology; all its ranks call
     * @param request out: the request to be completed by MPI_Wait, MPI_Test or their kin, at element 0
     * @return MPI_SUCCESS, or an error code when the handler returns
     */
    @Returns("request")
    @LargeCounts({"sendcount", "recvcount"})
    public static int MPI_Ineighbor_alltoall(
            Object sendbuf,
            int sendcount,
            MPI_Datatype sendtype,
            Object recvbuf,
            int recvcount,
            MPI_Datatype recvtype,
            MPI_Comm comm,
            MPI_Request[] request) {
        return Calls.tool()
                .MPI_Ineighbor_alltoall(sendbuf, sendcount, sendtype, recvbuf, recvcount, recvtype, comm, request);
    }

    /**
     * Begins what MPI_Neighbor_alltoallv does and returns at once: sends each neighbour of a topology a piece of
     * individual length and collects one from each. (MPI-4.1 §8.7.2.)
     *
     * <p>Errors: MPI_ERR_ARG, MPI_ERR_BUFFER, MPI_ERR_COMM, MPI_ERR_COUNT, MPI_ERR_TOPOLOGY, MPI_ERR_TYPE.
     *
     * @param sendbuf the pieces for all outgoing neighbours, in their order; not to be touched until the request is
     *     complete
     * @param sendcounts items sent to each outgoing neighbour, at least as many entries as outgoing neighbours
     * @param sdispls where in {@code sendbuf} the piece for each outgoing neighbour begins, in extents of {@code
     *     sendtype}
     * @param sendtype committed type of each item sent
     * @param recvbuf where the pieces from all incoming neighbours go, in their order; not to be touched until the
     *     request is complete
     * @param recvcounts items received from each incoming neighbour, at least as many entries as incoming neighbours
     * @param rdispls where in {@code recvbuf} the piece of each incoming neighbour goes, in extents of {@code
     *     recvtype}
     * @param recvtype committed type of each item received
     * @param comm communicator with a topology; all its ranks call
     * @param request out: the request to be completed by MPI_Wait, MPI_Test or their kin, at element 0
     * @return MPI_SUCCESS, or an error code when the handler returns
     */
    @Returns("request")
    @LargeCounts({"sendcounts", "sdispls", "recvcounts", "rdispls"})
    public static int MPI_Ineighbor_alltoallv(
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
                .MPI_Ineighbor_alltoallv(
                        sendbuf, sendcounts, sdispls, sendtype, recvbuf, recvcounts, rdispls, recvtype, comm, request);
    }

    /**
     * Begins what MPI_Neighbor_alltoallw does and returns at once: sends each neighbour of a topology a piece of
     * individual length, place and type and collects one from each. (MPI-4.1 §8.7.2.)
     *
     * <p>Errors: MPI_ERR_ARG, MPI_ERR_BUFFER, MPI_ERR_COMM, MPI_ERR_COUNT, MPI_ERR_TOPOLOGY, MPI_ERR_TYPE.
     *
     * @param sendbuf the pieces for all outgoing neighbours, in their order; not to be touched until the request is
     *     complete
     * @param sendcounts items sent to each outgoing neighbour, at least as many entries as outgoing neighbours
     * @param sdispls where in {@code sendbuf} the piece for each outgoing neighbour begins, in bytes
     * @param sendtypes committed type of the items for each outgoing neighbour
     * @param recvbuf where the pieces from all incoming neighbours go, in their order; not to be touched until the
     *     request is complete
     * @param recvcounts items received from each incoming neighbour, at least as many entries as incoming neighbours
     * @param rdispls where in {@code recvbuf} the piece of each incoming neighbour goes, in bytes
     * @param recvtypes committed type of the items from each incoming neighbour
     * @param comm communicator with a topology; all its ranks call
     * @param request out: the request to be completed by MPI_Wait, MPI_Test or their kin, at element 0
     * @return MPI_SUCCESS, or an error code when the handler returns
     */
    @Returns("request")
    @LargeCounts({"sendcounts", "recvcounts"})
    public static int MPI_Ineighbor_alltoallw(
            Object sendbuf,
            int[] sendcounts,
            long[] sdispls,
            MPI_Datatype[] sendtypes,
            Object recvbuf,
            int[] recvcounts,
            long[] rdispls,
            MPI_Datatype[] recvtypes,
            MPI_Comm comm,
            MPI_Request[] request) {
        return Calls.tool()
                .MPI_Ineighbor_alltoallw(
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
}
