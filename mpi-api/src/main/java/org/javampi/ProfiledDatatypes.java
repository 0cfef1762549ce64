package org.javampi;

/** The functions of {@link Datatypes} under their PMPI names. */
abstract class ProfiledDatatypes extends ProfiledPointToPoint {
    ProfiledDatatypes() {}

    /** As {@link MPI#MPI_Type_contiguous}, below all tools. */
    public static int PMPI_Type_contiguous(int count, MPI_Datatype oldtype, MPI_Datatype[] newtype) {
        return Calls.binding().MPI_Type_contiguous(count, oldtype, newtype);
    }

    /** As {@link MPI#MPI_Type_contiguous}, below all tools. */
    public static MPI_Datatype PMPI_Type_contiguous(int count, MPI_Datatype oldtype) {
        MPI_Datatype[] newtype = new MPI_Datatype[1];
        Calls.check(Calls.binding().MPI_Type_contiguous(count, oldtype, newtype));
        return newtype[0];
    }

    /** As {@link MPI#MPI_Type_vector}, below all tools. */
    public static int PMPI_Type_vector(
            int count, int blocklength, int stride, MPI_Datatype oldtype, MPI_Datatype[] newtype) {
        return Calls.binding().MPI_Type_vector(count, blocklength, stride, oldtype, newtype);
    }

    /** As {@link MPI#MPI_Type_vector}, below all tools. */
    public static MPI_Datatype PMPI_Type_vector(int count, int blocklength, int stride, MPI_Datatype oldtype) {
        MPI_Datatype[] newtype = new MPI_Datatype[1];
        Calls.check(Calls.binding().MPI_Type_vector(count, blocklength, stride, oldtype, newtype));
        return newtype[0];
    }

    /** As {@link MPI#MPI_Type_hvector}, below all tools. */
    public static int PMPI_Type_hvector(
            int count, int blocklength, long stride, MPI_Datatype oldtype, MPI_Datatype[] newtype) {
        return Calls.binding().MPI_Type_hvector(count, blocklength, stride, oldtype, newtype);
    }

    /** As {@link MPI#MPI_Type_hvector}, below all tools. */
    public static MPI_Datatype PMPI_Type_hvector(int count, int blocklength, long stride, MPI_Datatype oldtype) {
        MPI_Datatype[] newtype = new MPI_Datatype[1];
        Calls.check(Calls.binding().MPI_Type_hvector(count, blocklength, stride, oldtype, newtype));
        return newtype[0];
    }

    /** As {@link MPI#MPI_Type_indexed}, below all tools. */
    public static int PMPI_Type_indexed(
            int count,
            int[] array_of_blocklengths,
            int[] array_of_displacements,
            MPI_Datatype oldtype,
            MPI_Datatype[] newtype) {
        return Calls.binding().MPI_Type_indexed(count, array_of_blocklengths, array_of_displacements, oldtype, newtype);
    }

    /** As {@link MPI#MPI_Type_indexed}, below all tools. */
    public static MPI_Datatype PMPI_Type_indexed(
            int count, int[] array_of_blocklengths, int[] array_of_displacements, MPI_Datatype oldtype) {
        MPI_Datatype[] newtype = new MPI_Datatype[1];
        Calls.check(Calls.binding()
                .MPI_Type_indexed(count, array_of_blocklengths, array_of_displacements, oldtype, newtype));
        return newtype[0];
    }

    /** As {@link MPI#MPI_Type_hindexed}, below all tools. */
    public static int PMPI_Type_hindexed(
            int count,
            int[] array_of_blocklengths,
            long[] array_of_displacements,
            MPI_Datatype oldtype,
            MPI_Datatype[] newtype) {
        return Calls.binding()
                .MPI_Type_hindexed(count, array_of_blocklengths, array_of_displacements, oldtype, newtype);
    }

    /** As {@link MPI#MPI_Type_hindexed}, below all tools. */
    public static MPI_Datatype PMPI_Type_hindexed(
            int count, int[] array_of_blocklengths, long[] array_of_displacements, MPI_Datatype oldtype) {
        MPI_Datatype[] newtype = new MPI_Datatype[1];
        Calls.check(Calls.binding()
                .MPI_Type_hindexed(count, array_of_blocklengths, array_of_displacements, oldtype, newtype));
        return newtype[0];
    }

    /** As {@link MPI#MPI_Type_struct}, below all tools. */
    public static int PMPI_Type_struct(
            int count,
            int[] array_of_blocklengths,
            long[] array_of_displacements,
            MPI_Datatype[] array_of_types,
            MPI_Datatype[] newtype) {
        return Calls.binding()
                .MPI_Type_struct(count, array_of_blocklengths, array_of_displacements, array_of_types, newtype);
    }

    /** As {@link MPI#MPI_Type_struct}, below all tools. */
    public static MPI_Datatype PMPI_Type_struct(
            int count, int[] array_of_blocklengths, long[] array_of_displacements, MPI_Datatype[] array_of_types) {
        MPI_Datatype[] newtype = new MPI_Datatype[1];
        Calls.check(Calls.binding()
                .MPI_Type_struct(count, array_of_blocklengths, array_of_displacements, array_of_types, newtype));
        return newtype[0];
    }

    /** As {@link MPI#MPI_Address}, below all tools. */
    public static int PMPI_Address(Object location, long[] address) {
        return Calls.binding().MPI_Address(location, address);
    }

    /** As {@link MPI#MPI_Address}, below all tools. */
    public static long PMPI_Address(Object location) {
        long[] address = new long[1];
        Calls.check(Calls.binding().MPI_Address(location, address));
        return address[0];
    }

    /** As {@link MPI#MPI_Type_extent}, below all tools. */
    public static int PMPI_Type_extent(MPI_Datatype datatype, long[] extent) {
        return Calls.binding().MPI_Type_extent(datatype, extent);
    }

    /** As {@link MPI#MPI_Type_extent}, below all tools. */
    public static long PMPI_Type_extent(MPI_Datatype datatype) {
        long[] extent = new long[1];
        Calls.check(Calls.binding().MPI_Type_extent(datatype, extent));
        return extent[0];
    }

    /** As {@link MPI#MPI_Type_size}, below all tools. */
    public static int PMPI_Type_size(MPI_Datatype datatype, int[] size) {
        return Calls.binding().MPI_Type_size(datatype, size);
    }

    /** As {@link MPI#MPI_Type_size}, below all tools. */
    public static int PMPI_Type_size(MPI_Datatype datatype) {
        int[] size = new int[1];
        Calls.check(Calls.binding().MPI_Type_size(datatype, size));
        return size[0];
    }

    /** As {@link MPI#MPI_Type_lb}, below all tools. */
    public static int PMPI_Type_lb(MPI_Datatype datatype, long[] displacement) {
        return Calls.binding().MPI_Type_lb(datatype, displacement);
    }

    /** As {@link MPI#MPI_Type_lb}, below all tools. */
    public static long PMPI_Type_lb(MPI_Datatype datatype) {
        long[] displacement = new long[1];
        Calls.check(Calls.binding().MPI_Type_lb(datatype, displacement));
        return displacement[0];
    }

    /** As {@link MPI#MPI_Type_ub}, below all tools. */
    public static int PMPI_Type_ub(MPI_Datatype datatype, long[] displacement) {
        return Calls.binding().MPI_Type_ub(datatype, displacement);
    }

    /** As {@link MPI#MPI_Type_ub}, below all tools. */
    public static long PMPI_Type_ub(MPI_Datatype datatype) {
        long[] displacement = new long[1];
        Calls.check(Calls.binding().MPI_Type_ub(datatype, displacement));
        return displacement[0];
    }

    /** As {@link MPI#MPI_Type_commit}, below all tools. */
    public static int PMPI_Type_commit(MPI_Datatype[] datatype) {
        return Calls.binding().MPI_Type_commit(datatype);
    }

    /** As {@link MPI#MPI_Type_commit}, below all tools. */
    public static int PMPI_Type_commit(MPI_Datatype datatype) {
        return Calls.binding().MPI_Type_commit(datatype);
    }

    /** As {@link MPI#MPI_Type_free}, below all tools. */
    public static int PMPI_Type_free(MPI_Datatype[] datatype) {
        return Calls.binding().MPI_Type_free(datatype);
    }

    /** As {@link MPI#MPI_Type_free}, below all tools. */
    public static int PMPI_Type_free(MPI_Datatype datatype) {
        return Calls.binding().MPI_Type_free(datatype);
    }

    /** As {@link MPI#MPI_Get_elements}, below all tools. */
    public static int PMPI_Get_elements(MPI_Status status, MPI_Datatype datatype, int[] count) {
        return Calls.binding().MPI_Get_elements(status, datatype, count);
    }

    /** As {@link MPI#MPI_Get_elements}, below all tools. */
    public static int PMPI_Get_elements(MPI_Status status, MPI_Datatype datatype) {
        int[] count = new int[1];
        Calls.check(Calls.binding().MPI_Get_elements(status, datatype, count));
        return count[0];
    }

    /** As {@link MPI#MPI_Pack}, below all tools. */
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

    /** As {@link MPI#MPI_Unpack}, below all tools. */
    public static int PMPI_Unpack(
            Object inbuf,
            int insize,
            int[] position,
            Object outbuf,
            int outcount,
            MPI_Datatype datatype,
            MPI_Comm comm) {
        return Calls.binding().MPI_Unpack(inbuf, insize, position, outbuf, outcount, datatype, comm);
    }

    /** As {@link MPI#MPI_Pack_size}, below all tools. */
    public static int PMPI_Pack_size(int incount, MPI_Datatype datatype, MPI_Comm comm, int[] size) {
        return Calls.binding().MPI_Pack_size(incount, datatype, comm, size);
    }

    /** As {@link MPI#MPI_Pack_size}, below all tools. */
    public static int PMPI_Pack_size(int incount, MPI_Datatype datatype, MPI_Comm comm) {
        int[] size = new int[1];
        Calls.check(Calls.binding().MPI_Pack_size(incount, datatype, comm, size));
        return size[0];
    }
}
