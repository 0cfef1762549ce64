package org.javampi;

/** Datatypes functions. */
abstract class ProfiledDatatypes extends ProfiledPointToPoint {
    ProfiledDatatypes() {}

    /** New type: count copies of oldtype spaced by its extent. */
    public static int PMPI_Type_contiguous(
            int count, MPI_Datatype oldtype, MPI_Datatype[] newtype) {
        return Calls.binding().MPI_Type_contiguous(count, oldtype, newtype);
    }

    /** New type: count copies of oldtype spaced by its extent. */
    public static MPI_Datatype PMPI_Type_contiguous(int count, MPI_Datatype oldtype) {
        MPI_Datatype[] newtype = new MPI_Datatype[1];
        Calls.check(Calls.binding().MPI_Type_contiguous(count, oldtype, newtype));
        return newtype[0];
    }

    /** New type: count blocks of blocklength copies, block starts stride extents apart. */
    public static int PMPI_Type_vector(
            int count, int blocklength, int stride, MPI_Datatype oldtype, MPI_Datatype[] newtype) {
        return Calls.binding().MPI_Type_vector(count, blocklength, stride, oldtype, newtype);
    }

    /** New type: count blocks of blocklength copies, block starts stride extents apart. */
    public static MPI_Datatype PMPI_Type_vector(
            int count, int blocklength, int stride, MPI_Datatype oldtype) {
        MPI_Datatype[] newtype = new MPI_Datatype[1];
        Calls.check(Calls.binding().MPI_Type_vector(count, blocklength, stride, oldtype, newtype));
        return newtype[0];
    }

    /** Like MPI_Type_vector with the stride in bytes. */
    public static int PMPI_Type_hvector(
            int count, int blocklength, long stride, MPI_Datatype oldtype, MPI_Datatype[] newtype) {
        return Calls.binding().MPI_Type_hvector(count, blocklength, stride, oldtype, newtype);
    }

    /** Like MPI_Type_vector with the stride in bytes. */
    public static MPI_Datatype PMPI_Type_hvector(
            int count, int blocklength, long stride, MPI_Datatype oldtype) {
        MPI_Datatype[] newtype = new MPI_Datatype[1];
        Calls.check(Calls.binding().MPI_Type_hvector(count, blocklength, stride, oldtype, newtype));
        return newtype[0];
    }

    /** New type: blocks of individual lengths at displacements counted in extents of oldtype. */
    public static int PMPI_Type_indexed(
            int count,
            int[] array_of_blocklengths,
            int[] array_of_displacements,
            MPI_Datatype oldtype,
            MPI_Datatype[] newtype) {
        return Calls.binding()
                .MPI_Type_indexed(
                        count, array_of_blocklengths, array_of_displacements, oldtype, newtype);
    }

    /** New type: blocks of individual lengths at displacements counted in extents of oldtype. */
    public static MPI_Datatype PMPI_Type_indexed(
            int count,
            int[] array_of_blocklengths,
            int[] array_of_displacements,
            MPI_Datatype oldtype) {
        MPI_Datatype[] newtype = new MPI_Datatype[1];
        Calls.check(
                Calls.binding()
                        .MPI_Type_indexed(
                                count,
                                array_of_blocklengths,
                                array_of_displacements,
                                oldtype,
                                newtype));
        return newtype[0];
    }

    /** Like MPI_Type_indexed with displacements in bytes. */
    public static int PMPI_Type_hindexed(
            int count,
            int[] array_of_blocklengths,
            long[] array_of_displacements,
            MPI_Datatype oldtype,
            MPI_Datatype[] newtype) {
        return Calls.binding()
                .MPI_Type_hindexed(
                        count, array_of_blocklengths, array_of_displacements, oldtype, newtype);
    }

    /** Like MPI_Type_indexed with displacements in bytes. */
    public static MPI_Datatype PMPI_Type_hindexed(
            int count,
            int[] array_of_blocklengths,
            long[] array_of_displacements,
            MPI_Datatype oldtype) {
        MPI_Datatype[] newtype = new MPI_Datatype[1];
        Calls.check(
                Calls.binding()
                        .MPI_Type_hindexed(
                                count,
                                array_of_blocklengths,
                                array_of_displacements,
                                oldtype,
                                newtype));
        return newtype[0];
    }

    /**
     * New type: blocks of individual length, byte displacement and component type (may include
     * MPI_LB/MPI_UB).
     */
    public static int PMPI_Type_struct(
            int count,
            int[] array_of_blocklengths,
            long[] array_of_displacements,
            MPI_Datatype[] array_of_types,
            MPI_Datatype[] newtype) {
        return Calls.binding()
                .MPI_Type_struct(
                        count,
                        array_of_blocklengths,
                        array_of_displacements,
                        array_of_types,
                        newtype);
    }

    /**
     * New type: blocks of individual length, byte displacement and component type (may include
     * MPI_LB/MPI_UB).
     */
    public static MPI_Datatype PMPI_Type_struct(
            int count,
            int[] array_of_blocklengths,
            long[] array_of_displacements,
            MPI_Datatype[] array_of_types) {
        MPI_Datatype[] newtype = new MPI_Datatype[1];
        Calls.check(
                Calls.binding()
                        .MPI_Type_struct(
                                count,
                                array_of_blocklengths,
                                array_of_displacements,
                                array_of_types,
                                newtype));
        return newtype[0];
    }

    /**
     * Returns the absolute byte address of a location, usable as displacement relative to
     * MPI_BOTTOM.
     */
    public static int PMPI_Address(Object location, long[] address) {
        return Calls.binding().MPI_Address(location, address);
    }

    /**
     * Returns the absolute byte address of a location, usable as displacement relative to
     * MPI_BOTTOM.
     */
    public static long PMPI_Address(Object location) {
        long[] address = new long[1];
        Calls.check(Calls.binding().MPI_Address(location, address));
        return address[0];
    }

    /** Returns upper bound minus lower bound of a type, in bytes. */
    public static int PMPI_Type_extent(MPI_Datatype datatype, long[] extent) {
        return Calls.binding().MPI_Type_extent(datatype, extent);
    }

    /** Returns upper bound minus lower bound of a type, in bytes. */
    public static long PMPI_Type_extent(MPI_Datatype datatype) {
        long[] extent = new long[1];
        Calls.check(Calls.binding().MPI_Type_extent(datatype, extent));
        return extent[0];
    }

    /**
     * Returns the number of data bytes in one item of the type (result is an int by decision of
     * 1.2).
     */
    public static int PMPI_Type_size(MPI_Datatype datatype, int[] size) {
        return Calls.binding().MPI_Type_size(datatype, size);
    }

    /**
     * Returns the number of data bytes in one item of the type (result is an int by decision of
     * 1.2).
     */
    public static int PMPI_Type_size(MPI_Datatype datatype) {
        int[] size = new int[1];
        Calls.check(Calls.binding().MPI_Type_size(datatype, size));
        return size[0];
    }

    /** Returns the displacement of the lower bound. */
    public static int PMPI_Type_lb(MPI_Datatype datatype, long[] displacement) {
        return Calls.binding().MPI_Type_lb(datatype, displacement);
    }

    /** Returns the displacement of the lower bound. */
    public static long PMPI_Type_lb(MPI_Datatype datatype) {
        long[] displacement = new long[1];
        Calls.check(Calls.binding().MPI_Type_lb(datatype, displacement));
        return displacement[0];
    }

    /** Returns the displacement of the upper bound. */
    public static int PMPI_Type_ub(MPI_Datatype datatype, long[] displacement) {
        return Calls.binding().MPI_Type_ub(datatype, displacement);
    }

    /** Returns the displacement of the upper bound. */
    public static long PMPI_Type_ub(MPI_Datatype datatype) {
        long[] displacement = new long[1];
        Calls.check(Calls.binding().MPI_Type_ub(datatype, displacement));
        return displacement[0];
    }

    /** Makes a derived type usable in communication; the handle is INOUT and may be replaced. */
    public static int PMPI_Type_commit(MPI_Datatype[] datatype) {
        return Calls.binding().MPI_Type_commit(datatype);
    }

    /** Makes a derived type usable in communication; the handle is INOUT and may be replaced. */
    public static int PMPI_Type_commit(MPI_Datatype datatype) {
        return Calls.binding().MPI_Type_commit(datatype);
    }

    /**
     * Marks a type for deallocation and nulls the handle; types built from it and communications
     * using it are unaffected.
     */
    public static int PMPI_Type_free(MPI_Datatype[] datatype) {
        return Calls.binding().MPI_Type_free(datatype);
    }

    /**
     * Marks a type for deallocation and nulls the handle; types built from it and communications
     * using it are unaffected.
     */
    public static int PMPI_Type_free(MPI_Datatype datatype) {
        return Calls.binding().MPI_Type_free(datatype);
    }

    /**
     * Translates the length in a status into basic elements of datatype, counting a partial last
     * item.
     */
    public static int PMPI_Get_elements(MPI_Status status, MPI_Datatype datatype, int[] count) {
        return Calls.binding().MPI_Get_elements(status, datatype, count);
    }

    /**
     * Translates the length in a status into basic elements of datatype, counting a partial last
     * item.
     */
    public static int PMPI_Get_elements(MPI_Status status, MPI_Datatype datatype) {
        int[] count = new int[1];
        Calls.check(Calls.binding().MPI_Get_elements(status, datatype, count));
        return count[0];
    }

    /** Appends incount items to a contiguous packing unit at position, advancing position. */
    public static int PMPI_Pack(
            Object inbuf,
            int incount,
            MPI_Datatype datatype,
            Object outbuf,
            int outsize,
            int[] position,
            MPI_Comm comm) {
        return Calls.binding().MPI_Pack(inbuf, incount, datatype, outbuf, outsize, position, comm);
    }

    /** Extracts outcount items from a packing unit at position, advancing position. */
    public static int PMPI_Unpack(
            Object inbuf,
            int insize,
            int[] position,
            Object outbuf,
            int outcount,
            MPI_Datatype datatype,
            MPI_Comm comm) {
        return Calls.binding()
                .MPI_Unpack(inbuf, insize, position, outbuf, outcount, datatype, comm);
    }

    /** Upper bound in bytes of the position increment of the corresponding MPI_Pack. */
    public static int PMPI_Pack_size(
            int incount, MPI_Datatype datatype, MPI_Comm comm, int[] size) {
        return Calls.binding().MPI_Pack_size(incount, datatype, comm, size);
    }

    /** Upper bound in bytes of the position increment of the corresponding MPI_Pack. */
    public static int PMPI_Pack_size(int incount, MPI_Datatype datatype, MPI_Comm comm) {
        int[] size = new int[1];
        Calls.check(Calls.binding().MPI_Pack_size(incount, datatype, comm, size));
        return size[0];
    }
}
