package org.javampi;

/** Constructors of datatypes that MPI-2 and later have added (MPI-4.1 §5.1), in C form and value form. */
@Chapter
abstract class DatatypeConstructors extends Datatypes {
    DatatypeConstructors() {}

    /**
     * Makes a type with the same data and another lower bound and extent. (MPI-4.1 §5.1.8.)
     *
     * <p>Errors: MPI_ERR_ARG, MPI_ERR_TYPE.
     *
     * @param oldtype type to build on, basic or derived; need not be committed
     * @param lb new lower bound, in bytes
     * @param extent new extent, in bytes: the distance of items in an array
     * @param newtype out: the new type, to be committed before it is communicated, at element 0
     * @return MPI_SUCCESS, or an error code when the handler returns
     */
    @Returns("newtype")
    @LargeCounts({})
    public static int MPI_Type_create_resized(MPI_Datatype oldtype, long lb, long extent, MPI_Datatype[] newtype) {
        return Calls.tool().MPI_Type_create_resized(oldtype, lb, extent, newtype);
    }

    /**
     * Makes a type of blocks of one length at displacements in items. (MPI-4.1 §5.1.2.)
     *
     * <p>Errors: MPI_ERR_ARG, MPI_ERR_COUNT, MPI_ERR_TYPE.
     *
     * @param count blocks, 0 or more
     * @param blocklength items of {@code oldtype} in each block, 0 or more
     * @param array_of_displacements where each block begins, in extents of {@code oldtype}
     * @param oldtype type to build on, basic or derived; need not be committed
     * @param newtype out: the new type, to be committed before it is communicated, at element 0
     * @return MPI_SUCCESS, or an error code when the handler returns
     */
    @Returns("newtype")
    @LargeCounts({"count", "blocklength", "array_of_displacements"})
    public static int MPI_Type_create_indexed_block(
            int count, int blocklength, int[] array_of_displacements, MPI_Datatype oldtype, MPI_Datatype[] newtype) {
        return Calls.tool().MPI_Type_create_indexed_block(count, blocklength, array_of_displacements, oldtype, newtype);
    }

    /**
     * Makes a type of blocks of one length at displacements in bytes. (MPI-4.1 §5.1.2.)
     *
     * <p>Errors: MPI_ERR_ARG, MPI_ERR_COUNT, MPI_ERR_TYPE.
     *
     * @param count blocks, 0 or more
     * @param blocklength items of {@code oldtype} in each block, 0 or more
     * @param array_of_displacements where each block begins, in bytes
     * @param oldtype type to build on, basic or derived; need not be committed
     * @param newtype out: the new type, to be committed before it is communicated, at element 0
     * @return MPI_SUCCESS, or an error code when the handler returns
     */
    @Returns("newtype")
    @LargeCounts({"count", "blocklength"})
    public static int MPI_Type_create_hindexed_block(
            int count, int blocklength, long[] array_of_displacements, MPI_Datatype oldtype, MPI_Datatype[] newtype) {
        return Calls.tool()
                .MPI_Type_create_hindexed_block(count, blocklength, array_of_displacements, oldtype, newtype);
    }

    /**
     * Makes a type of a box inside an array of several dimensions; its extent is that of the whole
     * array. (MPI-4.1 §5.1.3.)
     *
     * <p>Errors: MPI_ERR_ARG, MPI_ERR_TYPE.
     *
     * @param ndims dimensions, 1 or more
     * @param array_of_sizes items of the whole array in each dimension
     * @param array_of_subsizes items of the box in each dimension
     * @param array_of_starts where the box begins in each dimension, from 0
     * @param order MPI_ORDER_C: the last dimension runs fastest; or MPI_ORDER_FORTRAN: the first
     * @param oldtype type to build on, basic or derived; need not be committed
     * @param newtype out: the new type, to be committed before it is communicated, at element 0
     * @return MPI_SUCCESS, or an error code when the handler returns
     */
    @Returns("newtype")
    @LargeCounts({"array_of_sizes", "array_of_subsizes", "array_of_starts"})
    public static int MPI_Type_create_subarray(
            int ndims,
            int[] array_of_sizes,
            int[] array_of_subsizes,
            int[] array_of_starts,
            int order,
            MPI_Datatype oldtype,
            MPI_Datatype[] newtype) {
        return Calls.tool()
                .MPI_Type_create_subarray(
                        ndims, array_of_sizes, array_of_subsizes, array_of_starts, order, oldtype, newtype);
    }

    /**
     * Makes a type of one process's part of an array that is distributed over a grid of processes,
     * as in High Performance Fortran. (MPI-4.1 §5.1.4.)
     *
     * <p>Errors: MPI_ERR_ARG, MPI_ERR_TYPE.
     *
     * @param size processes of the grid
     * @param rank process whose part it is; ranks run through the grid with the last dimension
     *     fastest
     * @param ndims dimensions, 1 or more
     * @param array_of_gsizes items of the whole array in each dimension
     * @param array_of_distribs MPI_DISTRIBUTE_BLOCK, MPI_DISTRIBUTE_CYCLIC or MPI_DISTRIBUTE_NONE
     *     for each dimension
     * @param array_of_dargs length of the blocks in each dimension, or MPI_DISTRIBUTE_DFLT_DARG
     * @param array_of_psizes processes of the grid in each dimension
     * @param order MPI_ORDER_C: the last dimension runs fastest; or MPI_ORDER_FORTRAN: the first
     * @param oldtype type to build on, basic or derived; need not be committed
     * @param newtype out: the new type, to be committed before it is communicated, at element 0
     * @return MPI_SUCCESS, or an error code when the handler returns
     */
    @Returns("newtype")
    @LargeCounts("array_of_gsizes")
    public static int MPI_Type_create_darray(
            int size,
            int rank,
            int ndims,
            int[] array_of_gsizes,
            int[] array_of_distribs,
            int[] array_of_dargs,
            int[] array_of_psizes,
            int order,
            MPI_Datatype oldtype,
            MPI_Datatype[] newtype) {
        return Calls.tool()
                .MPI_Type_create_darray(
                        size,
                        rank,
                        ndims,
                        array_of_gsizes,
                        array_of_distribs,
                        array_of_dargs,
                        array_of_psizes,
                        order,
                        oldtype,
                        newtype);
    }

    /**
     * Makes an equal type with the attributes that their callbacks copy; committed if the original
     * is. (MPI-4.1 §5.1.10.)
     *
     * <p>Errors: MPI_ERR_ARG, MPI_ERR_OTHER, MPI_ERR_TYPE.
     *
     * @param oldtype type to duplicate
     * @param newtype out: the duplicate, to be freed, at element 0
     * @return MPI_SUCCESS, or an error code when the handler returns
     */
    @Returns("newtype")
    public static int MPI_Type_dup(MPI_Datatype oldtype, MPI_Datatype[] newtype) {
        return Calls.tool().MPI_Type_dup(oldtype, newtype);
    }
}
