package org.javampi;

/** Messages whose parts become ready one by one (MPI-4.1 chapter 4), in C form and value form. */
@Chapter
abstract class PartitionedMessages extends GeneralizedRequests {
    PartitionedMessages() {}

    /**
     * Prepares a message that is sent in partitions. MPI_Start begins it; each partition leaves when MPI_Pready says that
     * its data is there. (MPI-4.1 §4.2.1.)
     *
     * <p>Errors: MPI_ERR_ARG, MPI_ERR_BUFFER, MPI_ERR_COMM, MPI_ERR_COUNT, MPI_ERR_INFO, MPI_ERR_RANK, MPI_ERR_TAG,
     * MPI_ERR_TYPE.
     *
     * @param buf data of all partitions: an array, a ByteBuffer, {@code at(...)} or MPI_BOTTOM; a partition is not to be
     *     touched from MPI_Pready until the request is complete
     * @param partitions number of partitions, 0 or more; the receiver may have others
     * @param count items in each partition, 0 or more
     * @param datatype committed type of each item
     * @param dest rank that receives, or MPI_PROC_NULL
     * @param tag label, 0 to MPI_TAG_UB; requests of one label match in the order in which they are made
     * @param comm communicator that {@code dest} is a rank of
     * @param info hints, or MPI_INFO_NULL; none changes anything
     * @param request out: the request, inactive, at element 0
     * @return MPI_SUCCESS, or an error code when the handler returns
     */
    @Returns("request")
    public static int MPI_Psend_init(
            Object buf,
            int partitions,
            long count,
            MPI_Datatype datatype,
            int dest,
            int tag,
            MPI_Comm comm,
            MPI_Info info,
            MPI_Request[] request) {
        return Calls.tool().MPI_Psend_init(buf, partitions, count, datatype, dest, tag, comm, info, request);
    }

    /**
     * Prepares to receive a message that is sent in partitions. MPI_Start begins it; MPI_Parrived asks for each partition.
     * (MPI-4.1 §4.2.1.)
     *
     * <p>Errors: MPI_ERR_ARG, MPI_ERR_BUFFER, MPI_ERR_COMM, MPI_ERR_COUNT, MPI_ERR_INFO, MPI_ERR_RANK, MPI_ERR_TAG,
     * MPI_ERR_TYPE; at completion MPI_ERR_TRUNCATE or MPI_ERR_COUNT when the sender's message is longer or shorter.
     *
     * @param buf room for all partitions, as much as the sender sends; not to be touched while the request is active, but
     *     for partitions that have arrived
     * @param partitions number of partitions, 0 or more; the sender may have others
     * @param count items in each partition, 0 or more
     * @param datatype committed type of each item
     * @param source rank that sends, or MPI_PROC_NULL; not MPI_ANY_SOURCE
     * @param tag label, 0 to MPI_TAG_UB; not MPI_ANY_TAG
     * @param comm communicator that {@code source} is a rank of
     * @param info hints, or MPI_INFO_NULL; none changes anything
     * @param request out: the request, inactive, at element 0
     * @return MPI_SUCCESS, or an error code when the handler returns
     */
    @Returns("request")
    public static int MPI_Precv_init(
            Object buf,
            int partitions,
            long count,
            MPI_Datatype datatype,
            int source,
            int tag,
            MPI_Comm comm,
            MPI_Info info,
            MPI_Request[] request) {
        return Calls.tool().MPI_Precv_init(buf, partitions, count, datatype, source, tag, comm, info, request);
    }

    /**
     * Says that the data of a partition is there: it is sent. Any thread, at the same time as others. (MPI-4.1 §4.2.2.)
     *
     * <p>Errors: MPI_ERR_ARG, MPI_ERR_REQUEST.
     *
     * @param partition partition, 0 to the number of partitions less 1; once in each start
     * @param request active request that MPI_Psend_init has made
     * @return MPI_SUCCESS, or an error code when the handler returns
     */
    public static int MPI_Pready(int partition, MPI_Request request) {
        return Calls.tool().MPI_Pready(partition, request);
    }

    /**
     * Says that the data of consecutive partitions is there. (MPI-4.1 §4.2.2.)
     *
     * <p>Errors: MPI_ERR_ARG, MPI_ERR_REQUEST.
     *
     * @param partition_low first partition
     * @param partition_high last partition, not less than the first
     * @param request active request that MPI_Psend_init has made
     * @return MPI_SUCCESS, or an error code when the handler returns
     */
    public static int MPI_Pready_range(int partition_low, int partition_high, MPI_Request request) {
        return Calls.tool().MPI_Pready_range(partition_low, partition_high, request);
    }

    /**
     * Says that the data of some partitions is there. (MPI-4.1 §4.2.2.)
     *
     * <p>Errors: MPI_ERR_ARG, MPI_ERR_COUNT, MPI_ERR_REQUEST.
     *
     * @param length entries of {@code array_of_partitions} that count
     * @param array_of_partitions partitions, each once
     * @param request active request that MPI_Psend_init has made
     * @return MPI_SUCCESS, or an error code when the handler returns
     */
    public static int MPI_Pready_list(int length, int[] array_of_partitions, MPI_Request request) {
        return Calls.tool().MPI_Pready_list(length, array_of_partitions, request);
    }

    /**
     * Tells whether a partition has come; the others may still be under way. Any thread. (MPI-4.1 §4.2.2.)
     *
     * <p>Errors: MPI_ERR_ARG, MPI_ERR_REQUEST.
     *
     * @param request request that MPI_Precv_init has made; when it is inactive, all of its partitions have come
     * @param partition partition of the receiver, 0 to the number of partitions less 1
     * @param flag out: whether its data is in the buffer, at element 0
     * @return MPI_SUCCESS, or an error code when the handler returns
     */
    @Returns("flag")
    public static int MPI_Parrived(MPI_Request request, int partition, boolean[] flag) {
        return Calls.tool().MPI_Parrived(request, partition, flag);
    }
}
