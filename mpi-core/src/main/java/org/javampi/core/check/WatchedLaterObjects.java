package org.javampi.core.check;

import org.javampi.MPI_Comm;
import org.javampi.MPI_Datatype;
import org.javampi.MPI_Info;
import org.javampi.MPI_Op;
import org.javampi.MPI_Request;
import org.javampi.MPI_User_function_c;

/** Notes what constructors of MPI-3 and MPI-4 make: with large counts, distributed graphs, and without blocking. */
abstract class WatchedLaterObjects extends WatchedObjects {
    @Override
    public int MPI_Type_contiguous_c(long count, MPI_Datatype oldtype, MPI_Datatype[] newtype) {
        return made(Kind.TYPE, "MPI_Type_contiguous_c", newtype, super.MPI_Type_contiguous_c(count, oldtype, newtype));
    }

    @Override
    public int MPI_Type_vector_c(
            long count, long blocklength, long stride, MPI_Datatype oldtype, MPI_Datatype[] newtype) {
        return made(
                Kind.TYPE,
                "MPI_Type_vector_c",
                newtype,
                super.MPI_Type_vector_c(count, blocklength, stride, oldtype, newtype));
    }

    @Override
    public int MPI_Type_indexed_c(
            long count,
            long[] array_of_blocklengths,
            long[] array_of_displacements,
            MPI_Datatype oldtype,
            MPI_Datatype[] newtype) {
        return made(
                Kind.TYPE,
                "MPI_Type_indexed_c",
                newtype,
                super.MPI_Type_indexed_c(count, array_of_blocklengths, array_of_displacements, oldtype, newtype));
    }

    @Override
    public int MPI_Type_create_hvector_c(
            long count, long blocklength, long stride, MPI_Datatype oldtype, MPI_Datatype[] newtype) {
        return made(
                Kind.TYPE,
                "MPI_Type_create_hvector_c",
                newtype,
                super.MPI_Type_create_hvector_c(count, blocklength, stride, oldtype, newtype));
    }

    @Override
    public int MPI_Type_create_hindexed_c(
            long count,
            long[] array_of_blocklengths,
            long[] array_of_displacements,
            MPI_Datatype oldtype,
            MPI_Datatype[] newtype) {
        return made(
                Kind.TYPE,
                "MPI_Type_create_hindexed_c",
                newtype,
                super.MPI_Type_create_hindexed_c(
                        count, array_of_blocklengths, array_of_displacements, oldtype, newtype));
    }

    @Override
    public int MPI_Type_create_struct_c(
            long count,
            long[] array_of_blocklengths,
            long[] array_of_displacements,
            MPI_Datatype[] array_of_types,
            MPI_Datatype[] newtype) {
        return made(
                Kind.TYPE,
                "MPI_Type_create_struct_c",
                newtype,
                super.MPI_Type_create_struct_c(
                        count, array_of_blocklengths, array_of_displacements, array_of_types, newtype));
    }

    @Override
    public int MPI_Type_create_resized_c(MPI_Datatype oldtype, long lb, long extent, MPI_Datatype[] newtype) {
        return made(
                Kind.TYPE,
                "MPI_Type_create_resized_c",
                newtype,
                super.MPI_Type_create_resized_c(oldtype, lb, extent, newtype));
    }

    @Override
    public int MPI_Type_create_indexed_block_c(
            long count, long blocklength, long[] array_of_displacements, MPI_Datatype oldtype, MPI_Datatype[] newtype) {
        return made(
                Kind.TYPE,
                "MPI_Type_create_indexed_block_c",
                newtype,
                super.MPI_Type_create_indexed_block_c(count, blocklength, array_of_displacements, oldtype, newtype));
    }

    @Override
    public int MPI_Type_create_hindexed_block_c(
            long count, long blocklength, long[] array_of_displacements, MPI_Datatype oldtype, MPI_Datatype[] newtype) {
        return made(
                Kind.TYPE,
                "MPI_Type_create_hindexed_block_c",
                newtype,
                super.MPI_Type_create_hindexed_block_c(count, blocklength, array_of_displacements, oldtype, newtype));
    }

    @Override
    public int MPI_Type_create_subarray_c(
            int ndims,
            long[] array_of_sizes,
            long[] array_of_subsizes,
            long[] array_of_starts,
            int order,
            MPI_Datatype oldtype,
            MPI_Datatype[] newtype) {
        return made(
                Kind.TYPE,
                "MPI_Type_create_subarray_c",
                newtype,
                super.MPI_Type_create_subarray_c(
                        ndims, array_of_sizes, array_of_subsizes, array_of_starts, order, oldtype, newtype));
    }

    @Override
    public int MPI_Type_create_darray_c(
            int size,
            int rank,
            int ndims,
            long[] array_of_gsizes,
            int[] array_of_distribs,
            int[] array_of_dargs,
            int[] array_of_psizes,
            int order,
            MPI_Datatype oldtype,
            MPI_Datatype[] newtype) {
        return made(
                Kind.TYPE,
                "MPI_Type_create_darray_c",
                newtype,
                super.MPI_Type_create_darray_c(
                        size,
                        rank,
                        ndims,
                        array_of_gsizes,
                        array_of_distribs,
                        array_of_dargs,
                        array_of_psizes,
                        order,
                        oldtype,
                        newtype));
    }

    @Override
    public int MPI_Op_create_c(MPI_User_function_c user_fn, boolean commute, MPI_Op[] op) {
        return made(Kind.OPERATION, "MPI_Op_create_c", op, super.MPI_Op_create_c(user_fn, commute, op));
    }

    @Override
    public int MPI_Dist_graph_create(
            MPI_Comm comm_old,
            int n,
            int[] sources,
            int[] degrees,
            int[] destinations,
            int[] weights,
            MPI_Info info,
            boolean reorder,
            MPI_Comm[] comm_dist_graph) {
        return made(
                Kind.COMMUNICATOR,
                "MPI_Dist_graph_create",
                comm_dist_graph,
                super.MPI_Dist_graph_create(
                        comm_old, n, sources, degrees, destinations, weights, info, reorder, comm_dist_graph));
    }

    @Override
    public int MPI_Dist_graph_create_adjacent(
            MPI_Comm comm_old,
            int indegree,
            int[] sources,
            int[] sourceweights,
            int outdegree,
            int[] destinations,
            int[] destweights,
            MPI_Info info,
            boolean reorder,
            MPI_Comm[] comm_dist_graph) {
        return made(
                Kind.COMMUNICATOR,
                "MPI_Dist_graph_create_adjacent",
                comm_dist_graph,
                super.MPI_Dist_graph_create_adjacent(
                        comm_old,
                        indegree,
                        sources,
                        sourceweights,
                        outdegree,
                        destinations,
                        destweights,
                        info,
                        reorder,
                        comm_dist_graph));
    }

    @Override
    public int MPI_Comm_idup(MPI_Comm comm, MPI_Comm[] newcomm, MPI_Request[] request) {
        return made(Kind.COMMUNICATOR, "MPI_Comm_idup", newcomm, super.MPI_Comm_idup(comm, newcomm, request));
    }

    @Override
    public int MPI_Comm_idup_with_info(MPI_Comm comm, MPI_Info info, MPI_Comm[] newcomm, MPI_Request[] request) {
        return made(
                Kind.COMMUNICATOR,
                "MPI_Comm_idup_with_info",
                newcomm,
                super.MPI_Comm_idup_with_info(comm, info, newcomm, request));
    }
}
