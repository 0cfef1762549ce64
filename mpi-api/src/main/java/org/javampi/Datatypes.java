package org.javampi;

/** Derived datatypes and packing (MPI-1.1 §3.12 and §3.13), in C form and value form. */
@Chapter
abstract class Datatypes extends MatchedMessages {
    Datatypes() {}

    /**
     * Makes a type of equal items one behind the other. (MPI-1.1 §3.12.1.)
     *
     * <p>Errors: MPI_ERR_ARG, MPI_ERR_COUNT, MPI_ERR_TYPE.
     *
     * @param count items of {@code oldtype}, 0 or more, one extent apart
     * @param oldtype type to build on, basic or derived; need not be committed
     * @param newtype out: the new type, to be committed before it is communicated, at element 0
     * @return MPI_SUCCESS, or an error code when the handler returns
     */
    @Returns("newtype")
    @LargeCounts("count")
    public static int MPI_Type_contiguous(int count, MPI_Datatype oldtype, MPI_Datatype[] newtype) {
        return Calls.tool().MPI_Type_contiguous(count, oldtype, newtype);
    }

    /**
     * Makes a type of equal blocks at equal distances, counted in items. (MPI-1.1 §3.12.1.)
     *
     * <p>Errors: MPI_ERR_ARG, MPI_ERR_COUNT, MPI_ERR_TYPE.
     *
     * @param count blocks, 0 or more
     * @param blocklength items of {@code oldtype} in each block, 0 or more
     * @param stride from the beginning of a block to that of the next, in extents of {@code
     *     oldtype}; may be negative
     * @param oldtype type to build on, basic or derived; need not be committed
     * @param newtype out: the new type, to be committed before it is communicated, at element 0
     * @return MPI_SUCCESS, or an error code when the handler returns
     */
    @Returns("newtype")
    @LargeCounts({"count", "blocklength", "stride"})
    public static int MPI_Type_vector(
            int count, int blocklength, int stride, MPI_Datatype oldtype, MPI_Datatype[] newtype) {
        return Calls.tool().MPI_Type_vector(count, blocklength, stride, oldtype, newtype);
    }

    /**
     * Makes a type of equal blocks at equal distances, counted in bytes. (MPI-1.1 §3.12.1.)
     *
     * <p>Errors: MPI_ERR_ARG, MPI_ERR_COUNT, MPI_ERR_TYPE.
     *
     * @param count blocks, 0 or more
     * @param blocklength items of {@code oldtype} in each block, 0 or more
     * @param stride from the beginning of a block to that of the next, in bytes; may be negative
     * @param oldtype type to build on, basic or derived; need not be committed
     * @param newtype out: the new type, to be committed before it is communicated, at element 0
     * @return MPI_SUCCESS, or an error code when the handler returns
     */
    @Returns("newtype")
    public static int MPI_Type_hvector(
            int count, int blocklength, long stride, MPI_Datatype oldtype, MPI_Datatype[] newtype) {
        return Calls.tool().MPI_Type_hvector(count, blocklength, stride, oldtype, newtype);
    }

    /**
     * Makes a type of blocks with lengths and places of their own, counted in items. (MPI-1.1
     * §3.12.1.)
     *
     * <p>Errors: MPI_ERR_ARG, MPI_ERR_COUNT, MPI_ERR_TYPE.
     *
     * @param count blocks, 0 or more; entries of each array that count
     * @param array_of_blocklengths items of {@code oldtype} in each block, 0 or more
     * @param array_of_displacements where each block begins, in extents of {@code oldtype}; in any
     *     order, may be negative
     * @param oldtype type to build on, basic or derived; need not be committed
     * @param newtype out: the new type, to be committed before it is communicated, at element 0
     * @return MPI_SUCCESS, or an error code when the handler returns
     */
    @Returns("newtype")
    @LargeCounts({"count", "array_of_blocklengths", "array_of_displacements"})
    public static int MPI_Type_indexed(
            int count,
            int[] array_of_blocklengths,
            int[] array_of_displacements,
            MPI_Datatype oldtype,
            MPI_Datatype[] newtype) {
        return Calls.tool().MPI_Type_indexed(count, array_of_blocklengths, array_of_displacements, oldtype, newtype);
    }

    /**
     * Makes a type of blocks with lengths of their own at places counted in bytes. (MPI-1.1
     * §3.12.1.)
     *
     * <p>Errors: MPI_ERR_ARG, MPI_ERR_COUNT, MPI_ERR_TYPE.
     *
     * @param count blocks, 0 or more; entries of each array that count
     * @param array_of_blocklengths items of {@code oldtype} in each block, 0 or more
     * @param array_of_displacements where each block begins, in bytes; in any order, may be
     *     negative
     * @param oldtype type to build on, basic or derived; need not be committed
     * @param newtype out: the new type, to be committed before it is communicated, at element 0
     * @return MPI_SUCCESS, or an error code when the handler returns
     */
    @Returns("newtype")
    public static int MPI_Type_hindexed(
            int count,
            int[] array_of_blocklengths,
            long[] array_of_displacements,
            MPI_Datatype oldtype,
            MPI_Datatype[] newtype) {
        return Calls.tool().MPI_Type_hindexed(count, array_of_blocklengths, array_of_displacements, oldtype, newtype);
    }

    /**
     * Makes a type of blocks with lengths, places (in bytes) and types of their own. (MPI-1.1
     * §3.12.1.)
     *
     * <p>Errors: MPI_ERR_ARG, MPI_ERR_COUNT, MPI_ERR_TYPE.
     *
     * @param count blocks, 0 or more; entries of each array that count
     * @param array_of_blocklengths items in each block, 0 or more, counted in the block's own type
     * @param array_of_displacements where each block begins, in bytes; in any order, may be
     *     negative
     * @param array_of_types type of each block; MPI_LB and MPI_UB set the bounds
     * @param newtype out: the new type, to be committed before it is communicated, at element 0
     * @return MPI_SUCCESS, or an error code when the handler returns
     */
    @Returns("newtype")
    public static int MPI_Type_struct(
            int count,
            int[] array_of_blocklengths,
            long[] array_of_displacements,
            MPI_Datatype[] array_of_types,
            MPI_Datatype[] newtype) {
        return Calls.tool()
                .MPI_Type_struct(count, array_of_blocklengths, array_of_displacements, array_of_types, newtype);
    }

    /**
     * Gives a place in a buffer an address that MPI_BOTTOM understands; it stays valid while the
     * buffer is reachable. (MPI-1.1 §3.12.2.)
     *
     * <p>Errors: MPI_ERR_ARG, MPI_ERR_BUFFER.
     *
     * @param location an array, a ByteBuffer or {@code at(...)}
     * @param address out: the address, in bytes, for displacements relative to MPI_BOTTOM, at
     *     element 0
     * @return MPI_SUCCESS, or an error code when the handler returns
     */
    @Returns("address")
    public static int MPI_Address(Object location, long[] address) {
        return Calls.tool().MPI_Address(location, address);
    }

    /**
     * Tells the distance from one item of a type to the next, in bytes. (MPI-1.1 §3.12.2.)
     *
     * <p>Errors: MPI_ERR_ARG, MPI_ERR_TYPE.
     *
     * @param datatype type asked about, committed or not
     * @param extent out: the extent, in bytes, at element 0
     * @return MPI_SUCCESS, or an error code when the handler returns
     */
    @Returns("extent")
    public static int MPI_Type_extent(MPI_Datatype datatype, long[] extent) {
        return Calls.tool().MPI_Type_extent(datatype, extent);
    }

    /**
     * Tells how many bytes of data an item of a type has, gaps not counted. (MPI-1.1 §3.12.2.)
     *
     * <p>Errors: MPI_ERR_ARG, MPI_ERR_TYPE.
     *
     * @param datatype type asked about, committed or not
     * @param size out: bytes of data in an item, at element 0
     * @return MPI_SUCCESS, or an error code when the handler returns
     */
    @Returns("size")
    @LargeCounts("size")
    public static int MPI_Type_size(MPI_Datatype datatype, int[] size) {
        return Calls.tool().MPI_Type_size(datatype, size);
    }

    /**
     * Tells the lower bound of a type, in bytes. (MPI-1.1 §3.12.3.)
     *
     * <p>Errors: MPI_ERR_ARG, MPI_ERR_TYPE.
     *
     * @param datatype type asked about, committed or not
     * @param displacement out: the lower bound, in bytes from where an item's displacements count,
     *     at element 0
     * @return MPI_SUCCESS, or an error code when the handler returns
     */
    @Returns("displacement")
    public static int MPI_Type_lb(MPI_Datatype datatype, long[] displacement) {
        return Calls.tool().MPI_Type_lb(datatype, displacement);
    }

    /**
     * Tells the upper bound of a type, in bytes. (MPI-1.1 §3.12.3.)
     *
     * <p>Errors: MPI_ERR_ARG, MPI_ERR_TYPE.
     *
     * @param datatype type asked about, committed or not
     * @param displacement out: the upper bound, in bytes from where an item's displacements count,
     *     at element 0
     * @return MPI_SUCCESS, or an error code when the handler returns
     */
    @Returns("displacement")
    public static int MPI_Type_ub(MPI_Datatype datatype, long[] displacement) {
        return Calls.tool().MPI_Type_ub(datatype, displacement);
    }

    /**
     * Readies a derived type for communication. (MPI-1.1 §3.12.4.)
     *
     * <p>Errors: MPI_ERR_TYPE.
     *
     * @param datatype the type, at element 0, which stays as it is; committing twice is no error
     * @return MPI_SUCCESS, or an error code when the handler returns
     */
    public static int MPI_Type_commit(MPI_Datatype[] datatype) {
        return Calls.tool().MPI_Type_commit(datatype);
    }

    /**
     * Readies a derived type for communication. (MPI-1.1 §3.12.4.)
     *
     * <p>Errors: MPI_ERR_TYPE.
     *
     * @param datatype the type; committing twice is no error
     * @return MPI_SUCCESS, or an error code when the handler returns
     */
    public static int MPI_Type_commit(MPI_Datatype datatype) {
        return Calls.tool().MPI_Type_commit(datatype);
    }

    /**
     * Gives a derived type up; operations and types that use it are not disturbed. (MPI-1.1
     * §3.12.4.)
     *
     * <p>Errors: MPI_ERR_TYPE.
     *
     * @param datatype a derived type, at element 0; MPI_DATATYPE_NULL afterwards
     * @return MPI_SUCCESS, or an error code when the handler returns
     */
    public static int MPI_Type_free(MPI_Datatype[] datatype) {
        return Calls.tool().MPI_Type_free(datatype);
    }

    /**
     * Gives a derived type up; operations and types that use it are not disturbed. (MPI-1.1
     * §3.12.4.)
     *
     * <p>Errors: MPI_ERR_TYPE.
     *
     * @param datatype a derived type, not to be used afterwards
     * @return MPI_SUCCESS, or an error code when the handler returns
     */
    public static int MPI_Type_free(MPI_Datatype datatype) {
        return Calls.tool().MPI_Type_free(datatype);
    }

    /**
     * Tells how many basic elements a message has, those of an incomplete last item included.
     * (MPI-1.1 §3.12.5.)
     *
     * <p>Errors: MPI_ERR_ARG, MPI_ERR_TYPE.
     *
     * @param status of a completed receive, or of a probe
     * @param datatype type to count in, as the receive had it
     * @param count out: the number of basic elements, or MPI_UNDEFINED, at element 0
     * @return MPI_SUCCESS, or an error code when the handler returns
     */
    @Returns("count")
    @LargeCounts("count")
    public static int MPI_Get_elements(MPI_Status status, MPI_Datatype datatype, int[] count) {
        return Calls.tool().MPI_Get_elements(status, datatype, count);
    }

    /**
     * Adds items to a packing unit and moves {@code position} behind them. (MPI-1.1 §3.13.)
     *
     * <p>Errors: MPI_ERR_ARG, MPI_ERR_BUFFER, MPI_ERR_COMM, MPI_ERR_COUNT, MPI_ERR_TRUNCATE,
     * MPI_ERR_TYPE.
     *
     * @param inbuf items to pack: an array, a ByteBuffer, {@code at(...)} or MPI_BOTTOM
     * @param incount items of {@code datatype} to pack, 0 or more
     * @param datatype committed type of each item
     * @param outbuf the packing unit: a {@code byte[]} or another buffer
     * @param outsize bytes that the whole unit has room for
     * @param position in and out, at element 0: where in the unit the items go, in bytes from its
     *     beginning; behind them afterwards
     * @param comm communicator that the unit will be sent on
     * @return MPI_SUCCESS, or an error code when the handler returns
     */
    @LargeCounts({"incount", "outsize", "position"})
    public static int MPI_Pack(
            Object inbuf,
            int incount,
            MPI_Datatype datatype,
            Object outbuf,
            int outsize,
            int[] position,
            MPI_Comm comm) {
        return Calls.tool().MPI_Pack(inbuf, incount, datatype, outbuf, outsize, position, comm);
    }

    /**
     * Takes items out of a packing unit and moves {@code position} behind them. (MPI-1.1 §3.13.)
     *
     * <p>Errors: MPI_ERR_ARG, MPI_ERR_BUFFER, MPI_ERR_COMM, MPI_ERR_COUNT, MPI_ERR_TRUNCATE,
     * MPI_ERR_TYPE.
     *
     * @param inbuf the packing unit, as it was packed or received as MPI_PACKED
     * @param insize bytes of the whole unit
     * @param position in and out, at element 0: where in the unit the items are, in bytes from its
     *     beginning; behind them afterwards
     * @param outbuf where the items go: an array, a ByteBuffer, {@code at(...)} or MPI_BOTTOM
     * @param outcount items of {@code datatype} to unpack, exactly, 0 or more
     * @param datatype committed type of each item
     * @param comm communicator that the unit was received on
     * @return MPI_SUCCESS, or an error code when the handler returns
     */
    @LargeCounts({"insize", "position", "outcount"})
    public static int MPI_Unpack(
            Object inbuf,
            int insize,
            int[] position,
            Object outbuf,
            int outcount,
            MPI_Datatype datatype,
            MPI_Comm comm) {
        return Calls.tool().MPI_Unpack(inbuf, insize, position, outbuf, outcount, datatype, comm);
    }

    /**
     * Tells how much room packing these items takes at most. (MPI-1.1 §3.13.)
     *
     * <p>Errors: MPI_ERR_ARG, MPI_ERR_COMM, MPI_ERR_COUNT, MPI_ERR_TYPE.
     *
     * @param incount items of {@code datatype} that would be packed, 0 or more
     * @param datatype committed type of each item
     * @param comm communicator that the unit would be sent on
     * @param size out: bytes that are enough, at element 0
     * @return MPI_SUCCESS, or an error code when the handler returns
     */
    @Returns("size")
    @LargeCounts({"incount", "size"})
    public static int MPI_Pack_size(int incount, MPI_Datatype datatype, MPI_Comm comm, int[] size) {
        return Calls.tool().MPI_Pack_size(incount, datatype, comm, size);
    }

    /**
     * Gives the address of a place in memory, for datatypes that are used with MPI_BOTTOM. (MPI-4.1
     * §5.1.5.)
     *
     * <p>Errors: MPI_ERR_ARG.
     *
     * @param location an array, a ByteBuffer or {@code at(...)}; registered, and kept in memory
     *     from now on
     * @param address out: the address, in bytes, at element 0
     * @return MPI_SUCCESS, or an error code when the handler returns
     */
    @Returns("address")
    public static int MPI_Get_address(Object location, long[] address) {
        return Calls.tool().MPI_Get_address(location, address);
    }

    /**
     * Adds a displacement to an address. (MPI-4.1 §5.1.5.)
     *
     * @param base an address from MPI_Get_address
     * @param disp bytes to add; may be negative
     * @return the sum, in bytes
     */
    public static long MPI_Aint_add(long base, long disp) {
        return Calls.tool().MPI_Aint_add(base, disp);
    }

    /**
     * Subtracts one address from another. (MPI-4.1 §5.1.5.)
     *
     * @param addr1 an address from MPI_Get_address
     * @param addr2 an address in the same array or buffer
     * @return {@code addr1 - addr2}, in bytes
     */
    public static long MPI_Aint_diff(long addr1, long addr2) {
        return Calls.tool().MPI_Aint_diff(addr1, addr2);
    }

    /**
     * Makes a type of equal blocks at equal distances, counted in bytes. (MPI-4.1 §5.1.2.)
     *
     * <p>Errors: MPI_ERR_ARG, MPI_ERR_COUNT, MPI_ERR_TYPE.
     *
     * @param count blocks, 0 or more
     * @param blocklength items of {@code oldtype} in each block,  0 or more
     * @param stride bytes from the beginning of a block to that of the next; may be negative
     * @param oldtype type to build on, basic or derived; need not be committed
     * @param newtype out: the new type, to be committed before it is communicated, at element 0
     * @return MPI_SUCCESS, or an error code when the handler returns
     */
    @Returns("newtype")
    @LargeCounts({"count", "blocklength"})
    public static int MPI_Type_create_hvector(
            int count, int blocklength, long stride, MPI_Datatype oldtype, MPI_Datatype[] newtype) {
        return Calls.tool().MPI_Type_create_hvector(count, blocklength, stride, oldtype, newtype);
    }

    /**
     * Makes a type of blocks of individual lengths at displacements in bytes. (MPI-4.1 §5.1.2.)
     *
     * <p>Errors: MPI_ERR_ARG, MPI_ERR_COUNT, MPI_ERR_TYPE.
     *
     * @param count blocks, 0 or more
     * @param array_of_blocklengths items of {@code oldtype} in each block, each 0 or more
     * @param array_of_displacements where each block begins, in bytes
     * @param oldtype type to build on, basic or derived; need not be committed
     * @param newtype out: the new type, to be committed before it is communicated, at element 0
     * @return MPI_SUCCESS, or an error code when the handler returns
     */
    @Returns("newtype")
    @LargeCounts({"count", "array_of_blocklengths"})
    public static int MPI_Type_create_hindexed(
            int count,
            int[] array_of_blocklengths,
            long[] array_of_displacements,
            MPI_Datatype oldtype,
            MPI_Datatype[] newtype) {
        return Calls.tool()
                .MPI_Type_create_hindexed(count, array_of_blocklengths, array_of_displacements, oldtype, newtype);
    }

    /**
     * Makes a type of blocks of individual types, lengths and displacements: a C struct.
     * Displacements are relative to the buffer that is passed, or addresses from MPI_Get_address if
     * that buffer is MPI_BOTTOM. (MPI-4.1 §5.1.2.)
     *
     * <p>Errors: MPI_ERR_ARG, MPI_ERR_COUNT, MPI_ERR_TYPE.
     *
     * @param count blocks, 0 or more
     * @param array_of_blocklengths items in each block, each 0 or more
     * @param array_of_displacements where each block begins, in bytes
     * @param array_of_types type of the items in each block
     * @param newtype out: the new type, to be committed before it is communicated, at element 0
     * @return MPI_SUCCESS, or an error code when the handler returns
     */
    @Returns("newtype")
    @LargeCounts({"count", "array_of_blocklengths"})
    public static int MPI_Type_create_struct(
            int count,
            int[] array_of_blocklengths,
            long[] array_of_displacements,
            MPI_Datatype[] array_of_types,
            MPI_Datatype[] newtype) {
        return Calls.tool()
                .MPI_Type_create_struct(count, array_of_blocklengths, array_of_displacements, array_of_types, newtype);
    }

    /**
     * Gives the lower bound of a type and its extent, which is the distance of items in an array.
     * (MPI-4.1 §5.1.7.)
     *
     * <p>Errors: MPI_ERR_ARG, MPI_ERR_TYPE.
     *
     * @param datatype type asked about
     * @param lb out: the lower bound, in bytes, at element 0
     * @param extent out: the extent, in bytes, at element 0
     * @return MPI_SUCCESS, or an error code when the handler returns
     */
    @LargeCounts({})
    public static int MPI_Type_get_extent(MPI_Datatype datatype, long[] lb, long[] extent) {
        return Calls.tool().MPI_Type_get_extent(datatype, lb, extent);
    }
}
