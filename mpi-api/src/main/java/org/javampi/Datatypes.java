package org.javampi;

/** The functions of the standard's chapter, in C form and value form. */
abstract class Datatypes extends PointToPoint {
    Datatypes() {}

    /**
     * Makes a type of equal items one behind the other. (MPI-1.1 §3.12.1.)
     *
     * <p>Errors: MPI_ERR_ARG, MPI_ERR_COUNT, MPI_ERR_TYPE.
     *
     * @param count items, 0 or more
     * @param oldtype type to build on
     * @param newtype out: the new type, at element 0
     * @return MPI_SUCCESS, or an error code when the handler returns
     */
    public static int MPI_Type_contiguous(int count, MPI_Datatype oldtype, MPI_Datatype[] newtype) {
        return Calls.tool().MPI_Type_contiguous(count, oldtype, newtype);
    }

    /**
     * Makes a type of equal items one behind the other. (MPI-1.1 §3.12.1.)
     *
     * <p>Errors: MPI_ERR_ARG, MPI_ERR_COUNT, MPI_ERR_TYPE.
     *
     * @param count items, 0 or more
     * @param oldtype type to build on
     * @return the type, to be committed before it is communicated
     */
    public static MPI_Datatype MPI_Type_contiguous(int count, MPI_Datatype oldtype) {
        MPI_Datatype[] newtype = new MPI_Datatype[1];
        Calls.check(Calls.tool().MPI_Type_contiguous(count, oldtype, newtype));
        return newtype[0];
    }

    /**
     * Makes a type of equal blocks at equal distances, counted in items. (MPI-1.1 §3.12.1.)
     *
     * <p>Errors: MPI_ERR_ARG, MPI_ERR_COUNT, MPI_ERR_TYPE.
     *
     * @param count items, 0 or more
     * @param blocklength items of each block
     * @param stride distance of the beginnings of two blocks
     * @param oldtype type to build on
     * @param newtype out: the new type, at element 0
     * @return MPI_SUCCESS, or an error code when the handler returns
     */
    public static int MPI_Type_vector(
            int count, int blocklength, int stride, MPI_Datatype oldtype, MPI_Datatype[] newtype) {
        return Calls.tool().MPI_Type_vector(count, blocklength, stride, oldtype, newtype);
    }

    /**
     * Makes a type of equal blocks at equal distances, counted in items. (MPI-1.1 §3.12.1.)
     *
     * <p>Errors: MPI_ERR_ARG, MPI_ERR_COUNT, MPI_ERR_TYPE.
     *
     * @param count items, 0 or more
     * @param blocklength items of each block
     * @param stride distance of the beginnings of two blocks
     * @param oldtype type to build on
     * @return the type, to be committed before it is communicated
     */
    public static MPI_Datatype MPI_Type_vector(
            int count, int blocklength, int stride, MPI_Datatype oldtype) {
        MPI_Datatype[] newtype = new MPI_Datatype[1];
        Calls.check(Calls.tool().MPI_Type_vector(count, blocklength, stride, oldtype, newtype));
        return newtype[0];
    }

    /**
     * Makes a type of equal blocks at equal distances, counted in bytes. (MPI-1.1 §3.12.1.)
     *
     * <p>Errors: MPI_ERR_ARG, MPI_ERR_COUNT, MPI_ERR_TYPE.
     *
     * @param count items, 0 or more
     * @param blocklength items of each block
     * @param stride distance of the beginnings of two blocks
     * @param oldtype type to build on
     * @param newtype out: the new type, at element 0
     * @return MPI_SUCCESS, or an error code when the handler returns
     */
    public static int MPI_Type_hvector(
            int count, int blocklength, long stride, MPI_Datatype oldtype, MPI_Datatype[] newtype) {
        return Calls.tool().MPI_Type_hvector(count, blocklength, stride, oldtype, newtype);
    }

    /**
     * Makes a type of equal blocks at equal distances, counted in bytes. (MPI-1.1 §3.12.1.)
     *
     * <p>Errors: MPI_ERR_ARG, MPI_ERR_COUNT, MPI_ERR_TYPE.
     *
     * @param count items, 0 or more
     * @param blocklength items of each block
     * @param stride distance of the beginnings of two blocks
     * @param oldtype type to build on
     * @return the type, to be committed before it is communicated
     */
    public static MPI_Datatype MPI_Type_hvector(
            int count, int blocklength, long stride, MPI_Datatype oldtype) {
        MPI_Datatype[] newtype = new MPI_Datatype[1];
        Calls.check(Calls.tool().MPI_Type_hvector(count, blocklength, stride, oldtype, newtype));
        return newtype[0];
    }

    /**
     * Makes a type of blocks with lengths and places of their own, counted in items. (MPI-1.1
     * §3.12.1.)
     *
     * <p>Errors: MPI_ERR_ARG, MPI_ERR_COUNT, MPI_ERR_TYPE.
     *
     * @param count items, 0 or more
     * @param array_of_blocklengths items of each block
     * @param array_of_displacements where each block begins
     * @param oldtype type to build on
     * @param newtype out: the new type, at element 0
     * @return the value itself; errors that the handler would return are thrown
     */
    public static int MPI_Type_indexed(
            int count,
            int[] array_of_blocklengths,
            int[] array_of_displacements,
            MPI_Datatype oldtype,
            MPI_Datatype[] newtype) {
        return Calls.tool()
                .MPI_Type_indexed(
                        count, array_of_blocklengths, array_of_displacements, oldtype, newtype);
    }

    /**
     * Makes a type of blocks with lengths and places of their own, counted in items. (MPI-1.1
     * §3.12.1.)
     *
     * <p>Errors: MPI_ERR_ARG, MPI_ERR_COUNT, MPI_ERR_TYPE.
     *
     * @param count items, 0 or more
     * @param array_of_blocklengths items of each block
     * @param array_of_displacements where each block begins
     * @param oldtype type to build on
     * @return the type, to be committed before it is communicated
     */
    public static MPI_Datatype MPI_Type_indexed(
            int count,
            int[] array_of_blocklengths,
            int[] array_of_displacements,
            MPI_Datatype oldtype) {
        MPI_Datatype[] newtype = new MPI_Datatype[1];
        Calls.check(
                Calls.tool()
                        .MPI_Type_indexed(
                                count,
                                array_of_blocklengths,
                                array_of_displacements,
                                oldtype,
                                newtype));
        return newtype[0];
    }

    /**
     * Makes a type of blocks with lengths of their own at places counted in bytes. (MPI-1.1
     * §3.12.1.)
     *
     * <p>Errors: MPI_ERR_ARG, MPI_ERR_COUNT, MPI_ERR_TYPE.
     *
     * @param count items, 0 or more
     * @param array_of_blocklengths items of each block
     * @param array_of_displacements where each block begins
     * @param oldtype type to build on
     * @param newtype out: the new type, at element 0
     * @return the value itself; errors that the handler would return are thrown
     */
    public static int MPI_Type_hindexed(
            int count,
            int[] array_of_blocklengths,
            long[] array_of_displacements,
            MPI_Datatype oldtype,
            MPI_Datatype[] newtype) {
        return Calls.tool()
                .MPI_Type_hindexed(
                        count, array_of_blocklengths, array_of_displacements, oldtype, newtype);
    }

    /**
     * Makes a type of blocks with lengths of their own at places counted in bytes. (MPI-1.1
     * §3.12.1.)
     *
     * <p>Errors: MPI_ERR_ARG, MPI_ERR_COUNT, MPI_ERR_TYPE.
     *
     * @param count items, 0 or more
     * @param array_of_blocklengths items of each block
     * @param array_of_displacements where each block begins
     * @param oldtype type to build on
     * @return the type, to be committed before it is communicated
     */
    public static MPI_Datatype MPI_Type_hindexed(
            int count,
            int[] array_of_blocklengths,
            long[] array_of_displacements,
            MPI_Datatype oldtype) {
        MPI_Datatype[] newtype = new MPI_Datatype[1];
        Calls.check(
                Calls.tool()
                        .MPI_Type_hindexed(
                                count,
                                array_of_blocklengths,
                                array_of_displacements,
                                oldtype,
                                newtype));
        return newtype[0];
    }

    /**
     * Makes a type of blocks with lengths, places (in bytes) and types of their own. (MPI-1.1
     * §3.12.1.)
     *
     * <p>Errors: MPI_ERR_ARG, MPI_ERR_COUNT, MPI_ERR_TYPE.
     *
     * @param count items, 0 or more
     * @param array_of_blocklengths items of each block
     * @param array_of_displacements where each block begins
     * @param array_of_types type of each block
     * @param newtype out: the new type, at element 0
     * @return the value itself; errors that the handler would return are thrown
     */
    public static int MPI_Type_struct(
            int count,
            int[] array_of_blocklengths,
            long[] array_of_displacements,
            MPI_Datatype[] array_of_types,
            MPI_Datatype[] newtype) {
        return Calls.tool()
                .MPI_Type_struct(
                        count,
                        array_of_blocklengths,
                        array_of_displacements,
                        array_of_types,
                        newtype);
    }

    /**
     * Makes a type of blocks with lengths, places (in bytes) and types of their own. (MPI-1.1
     * §3.12.1.)
     *
     * <p>Errors: MPI_ERR_ARG, MPI_ERR_COUNT, MPI_ERR_TYPE.
     *
     * @param count items, 0 or more
     * @param array_of_blocklengths items of each block
     * @param array_of_displacements where each block begins
     * @param array_of_types type of each block
     * @return the type, to be committed before it is communicated
     */
    public static MPI_Datatype MPI_Type_struct(
            int count,
            int[] array_of_blocklengths,
            long[] array_of_displacements,
            MPI_Datatype[] array_of_types) {
        MPI_Datatype[] newtype = new MPI_Datatype[1];
        Calls.check(
                Calls.tool()
                        .MPI_Type_struct(
                                count,
                                array_of_blocklengths,
                                array_of_displacements,
                                array_of_types,
                                newtype));
        return newtype[0];
    }

    /**
     * Gives a place in a buffer an address that MPI_BOTTOM understands; it stays valid while the
     * buffer is reachable. (MPI-1.1 §3.12.2.)
     *
     * <p>Errors: MPI_ERR_ARG, MPI_ERR_BUFFER.
     *
     * @param location array, ByteBuffer or {@code at(...)}
     * @param address out: the address, at element 0
     * @return MPI_SUCCESS, or an error code when the handler returns
     */
    public static int MPI_Address(Object location, long[] address) {
        return Calls.tool().MPI_Address(location, address);
    }

    /**
     * Gives a place in a buffer an address that MPI_BOTTOM understands; it stays valid while the
     * buffer is reachable. (MPI-1.1 §3.12.2.)
     *
     * <p>Errors: MPI_ERR_ARG, MPI_ERR_BUFFER.
     *
     * @param location array, ByteBuffer or {@code at(...)}
     * @return bytes
     */
    public static long MPI_Address(Object location) {
        long[] address = new long[1];
        Calls.check(Calls.tool().MPI_Address(location, address));
        return address[0];
    }

    /**
     * Tells the distance from one item of a type to the next, in bytes. (MPI-1.1 §3.12.2.)
     *
     * <p>Errors: MPI_ERR_ARG, MPI_ERR_TYPE.
     *
     * @param datatype type asked about
     * @param extent out: the extent in bytes, at element 0
     * @return MPI_SUCCESS, or an error code when the handler returns
     */
    public static int MPI_Type_extent(MPI_Datatype datatype, long[] extent) {
        return Calls.tool().MPI_Type_extent(datatype, extent);
    }

    /**
     * Tells the distance from one item of a type to the next, in bytes. (MPI-1.1 §3.12.2.)
     *
     * <p>Errors: MPI_ERR_ARG, MPI_ERR_TYPE.
     *
     * @param datatype type asked about
     * @return bytes
     */
    public static long MPI_Type_extent(MPI_Datatype datatype) {
        long[] extent = new long[1];
        Calls.check(Calls.tool().MPI_Type_extent(datatype, extent));
        return extent[0];
    }

    /**
     * Tells how many bytes of data an item of a type has, gaps not counted. (MPI-1.1 §3.12.2.)
     *
     * <p>Errors: MPI_ERR_ARG, MPI_ERR_TYPE.
     *
     * @param datatype type asked about
     * @param size out: bytes of data in an item, at element 0
     * @return MPI_SUCCESS, or an error code when the handler returns
     */
    public static int MPI_Type_size(MPI_Datatype datatype, int[] size) {
        return Calls.tool().MPI_Type_size(datatype, size);
    }

    /**
     * Tells how many bytes of data an item of a type has, gaps not counted. (MPI-1.1 §3.12.2.)
     *
     * <p>Errors: MPI_ERR_ARG, MPI_ERR_TYPE.
     *
     * @param datatype type asked about
     * @return the value itself; errors that the handler would return are thrown
     */
    public static int MPI_Type_size(MPI_Datatype datatype) {
        int[] size = new int[1];
        Calls.check(Calls.tool().MPI_Type_size(datatype, size));
        return size[0];
    }

    /**
     * Tells the lower bound of a type, in bytes. (MPI-1.1 §3.12.3.)
     *
     * <p>Errors: MPI_ERR_ARG, MPI_ERR_TYPE.
     *
     * @param datatype type asked about
     * @param displacement out: the bound in bytes, at element 0
     * @return MPI_SUCCESS, or an error code when the handler returns
     */
    public static int MPI_Type_lb(MPI_Datatype datatype, long[] displacement) {
        return Calls.tool().MPI_Type_lb(datatype, displacement);
    }

    /**
     * Tells the lower bound of a type, in bytes. (MPI-1.1 §3.12.3.)
     *
     * <p>Errors: MPI_ERR_ARG, MPI_ERR_TYPE.
     *
     * @param datatype type asked about
     * @return bytes
     */
    public static long MPI_Type_lb(MPI_Datatype datatype) {
        long[] displacement = new long[1];
        Calls.check(Calls.tool().MPI_Type_lb(datatype, displacement));
        return displacement[0];
    }

    /**
     * Tells the upper bound of a type, in bytes. (MPI-1.1 §3.12.3.)
     *
     * <p>Errors: MPI_ERR_ARG, MPI_ERR_TYPE.
     *
     * @param datatype type asked about
     * @param displacement out: the bound in bytes, at element 0
     * @return MPI_SUCCESS, or an error code when the handler returns
     */
    public static int MPI_Type_ub(MPI_Datatype datatype, long[] displacement) {
        return Calls.tool().MPI_Type_ub(datatype, displacement);
    }

    /**
     * Tells the upper bound of a type, in bytes. (MPI-1.1 §3.12.3.)
     *
     * <p>Errors: MPI_ERR_ARG, MPI_ERR_TYPE.
     *
     * @param datatype type asked about
     * @return bytes
     */
    public static long MPI_Type_ub(MPI_Datatype datatype) {
        long[] displacement = new long[1];
        Calls.check(Calls.tool().MPI_Type_ub(datatype, displacement));
        return displacement[0];
    }

    /**
     * Readies a derived type for communication. (MPI-1.1 §3.12.4.)
     *
     * <p>Errors: MPI_ERR_TYPE.
     *
     * @param datatype the type, at element 0
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
     * @param datatype the type, at element 0
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
     * @param datatype the type; MPI_DATATYPE_NULL afterwards
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
     * @param datatype the type; MPI_DATATYPE_NULL afterwards
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
     * @param status of a receive or probe
     * @param datatype committed type of each item
     * @param count out: the number of basic elements, at element 0
     * @return MPI_SUCCESS, or an error code when the handler returns
     */
    public static int MPI_Get_elements(MPI_Status status, MPI_Datatype datatype, int[] count) {
        return Calls.tool().MPI_Get_elements(status, datatype, count);
    }

    /**
     * Tells how many basic elements a message has, those of an incomplete last item included.
     * (MPI-1.1 §3.12.5.)
     *
     * <p>Errors: MPI_ERR_ARG, MPI_ERR_TYPE.
     *
     * @param status of a receive or probe
     * @param datatype committed type of each item
     * @return the value itself; errors that the handler would return are thrown
     */
    public static int MPI_Get_elements(MPI_Status status, MPI_Datatype datatype) {
        int[] count = new int[1];
        Calls.check(Calls.tool().MPI_Get_elements(status, datatype, count));
        return count[0];
    }

    /**
     * Adds items to a packing unit and moves {@code position} behind them. (MPI-1.1 §3.13.)
     *
     * <p>Errors: MPI_ERR_ARG, MPI_ERR_BUFFER, MPI_ERR_COMM, MPI_ERR_COUNT, MPI_ERR_TRUNCATE,
     * MPI_ERR_TYPE.
     *
     * @param inbuf data to read
     * @param incount items to pack
     * @param datatype committed type of each item
     * @param outbuf where data goes
     * @param outsize bytes of {@code outbuf}
     * @param position in and out: next byte of the packed unit, at element 0
     * @param comm communicator of the call
     * @return MPI_SUCCESS, or an error code when the handler returns
     */
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
     * @param inbuf data to read
     * @param insize bytes of {@code inbuf}
     * @param position in and out: next byte of the packed unit, at element 0
     * @param outbuf where data goes
     * @param outcount items to unpack, exactly
     * @param datatype committed type of each item
     * @param comm communicator of the call
     * @return MPI_SUCCESS, or an error code when the handler returns
     */
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
     * @param incount items to pack
     * @param datatype committed type of each item
     * @param comm communicator of the call
     * @param size out: bytes that are enough, at element 0
     * @return MPI_SUCCESS, or an error code when the handler returns
     */
    public static int MPI_Pack_size(int incount, MPI_Datatype datatype, MPI_Comm comm, int[] size) {
        return Calls.tool().MPI_Pack_size(incount, datatype, comm, size);
    }

    /**
     * Tells how much room packing these items takes at most. (MPI-1.1 §3.13.)
     *
     * <p>Errors: MPI_ERR_ARG, MPI_ERR_COMM, MPI_ERR_COUNT, MPI_ERR_TYPE.
     *
     * @param incount items to pack
     * @param datatype committed type of each item
     * @param comm communicator of the call
     * @return the value itself; errors that the handler would return are thrown
     */
    public static int MPI_Pack_size(int incount, MPI_Datatype datatype, MPI_Comm comm) {
        int[] size = new int[1];
        Calls.check(Calls.tool().MPI_Pack_size(incount, datatype, comm, size));
        return size[0];
    }
}
