package org.javampi.core.check;

import java.util.IdentityHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.javampi.MPI;
import org.javampi.MPI_Comm;
import org.javampi.MPI_Datatype;
import org.javampi.MPI_Group;
import org.javampi.MPI_Info;
import org.javampi.MPI_Op;
import org.javampi.MPI_User_function;
import org.javampi.Predefined;
import org.javampi.core.binding.CallSite;

/** Notes where communicators, groups, datatypes and operations are made, until they are freed. */
abstract class WatchedObjects extends WatchedRequests {
    private final Map<Object, Origin> living = new IdentityHashMap<>();

    /** What is made. */
    enum Kind {
        COMMUNICATOR("communicator"),
        GROUP("group"),
        TYPE("datatype"),
        OPERATION("operation");

        private final String noun;

        Kind(String noun) {
            this.noun = noun;
        }
    }

    /** Where an object was made. */
    private record Origin(Kind kind, String function, String place) {}

    /** Those that have not been freed, in words. */
    final Iterable<String> leaks() {
        Map<String, Integer> counts = new TreeMap<>();
        synchronized (living) {
            living.values()
                    .forEach(origin -> counts.merge(
                            origin.kind.noun + " of " + origin.function + " at " + origin.place, 1, Integer::sum));
        }
        return counts.entrySet().stream()
                .map(entry -> leak(entry.getKey(), entry.getValue()))
                .toList();
    }

    private static String leak(String what, int count) {
        return what + " was never freed" + (count == 1 ? "" : " (" + count + " times)");
    }

    final int made(Kind kind, String function, Object[] out, int code) {
        if (code == MPI.MPI_SUCCESS && isOwn(out[0])) {
            synchronized (living) {
                living.put(out[0], new Origin(kind, function, CallSite.here()));
            }
        }
        return code;
    }

    /** Null handles and MPI_GROUP_EMPTY need not be freed. */
    private static boolean isOwn(Object handle) {
        return handle != Predefined.COMM_NULL
                && handle != Predefined.GROUP_NULL
                && handle != Predefined.GROUP_EMPTY
                && handle != Predefined.DATATYPE_NULL;
    }

    private static <T> T first(T[] handles) {
        return handles == null || handles.length == 0 ? null : handles[0];
    }

    private int freed(Object handle, int code) {
        if (code == MPI.MPI_SUCCESS) {
            synchronized (living) {
                living.remove(handle);
            }
        }
        return code;
    }

    @Override
    public int MPI_Type_contiguous(int count, MPI_Datatype oldtype, MPI_Datatype[] newtype) {
        return made(Kind.TYPE, "MPI_Type_contiguous", newtype, super.MPI_Type_contiguous(count, oldtype, newtype));
    }

    @Override
    public int MPI_Type_vector(int count, int blocklength, int stride, MPI_Datatype oldtype, MPI_Datatype[] newtype) {
        return made(
                Kind.TYPE,
                "MPI_Type_vector",
                newtype,
                super.MPI_Type_vector(count, blocklength, stride, oldtype, newtype));
    }

    @Override
    public int MPI_Type_hvector(int count, int blocklength, long stride, MPI_Datatype oldtype, MPI_Datatype[] newtype) {
        return made(
                Kind.TYPE,
                "MPI_Type_hvector",
                newtype,
                super.MPI_Type_hvector(count, blocklength, stride, oldtype, newtype));
    }

    @Override
    public int MPI_Type_indexed(
            int count,
            int[] array_of_blocklengths,
            int[] array_of_displacements,
            MPI_Datatype oldtype,
            MPI_Datatype[] newtype) {
        return made(
                Kind.TYPE,
                "MPI_Type_indexed",
                newtype,
                super.MPI_Type_indexed(count, array_of_blocklengths, array_of_displacements, oldtype, newtype));
    }

    @Override
    public int MPI_Type_hindexed(
            int count,
            int[] array_of_blocklengths,
            long[] array_of_displacements,
            MPI_Datatype oldtype,
            MPI_Datatype[] newtype) {
        return made(
                Kind.TYPE,
                "MPI_Type_hindexed",
                newtype,
                super.MPI_Type_hindexed(count, array_of_blocklengths, array_of_displacements, oldtype, newtype));
    }

    @Override
    public int MPI_Type_struct(
            int count,
            int[] array_of_blocklengths,
            long[] array_of_displacements,
            MPI_Datatype[] array_of_types,
            MPI_Datatype[] newtype) {
        return made(
                Kind.TYPE,
                "MPI_Type_struct",
                newtype,
                super.MPI_Type_struct(count, array_of_blocklengths, array_of_displacements, array_of_types, newtype));
    }

    @Override
    public int MPI_Type_free(MPI_Datatype[] datatype) {
        MPI_Datatype freed = first(datatype);
        return freed(freed, super.MPI_Type_free(datatype));
    }

    @Override
    public int MPI_Type_create_hvector(
            int count, int blocklength, long stride, MPI_Datatype oldtype, MPI_Datatype[] newtype) {
        return made(
                Kind.TYPE,
                "MPI_Type_create_hvector",
                newtype,
                super.MPI_Type_create_hvector(count, blocklength, stride, oldtype, newtype));
    }

    @Override
    public int MPI_Type_create_hindexed(
            int count,
            int[] array_of_blocklengths,
            long[] array_of_displacements,
            MPI_Datatype oldtype,
            MPI_Datatype[] newtype) {
        return made(
                Kind.TYPE,
                "MPI_Type_create_hindexed",
                newtype,
                super.MPI_Type_create_hindexed(count, array_of_blocklengths, array_of_displacements, oldtype, newtype));
    }

    @Override
    public int MPI_Type_create_struct(
            int count,
            int[] array_of_blocklengths,
            long[] array_of_displacements,
            MPI_Datatype[] array_of_types,
            MPI_Datatype[] newtype) {
        return made(
                Kind.TYPE,
                "MPI_Type_create_struct",
                newtype,
                super.MPI_Type_create_struct(
                        count, array_of_blocklengths, array_of_displacements, array_of_types, newtype));
    }

    @Override
    public int MPI_Type_create_resized(MPI_Datatype oldtype, long lb, long extent, MPI_Datatype[] newtype) {
        return made(
                Kind.TYPE,
                "MPI_Type_create_resized",
                newtype,
                super.MPI_Type_create_resized(oldtype, lb, extent, newtype));
    }

    @Override
    public int MPI_Type_create_indexed_block(
            int count, int blocklength, int[] array_of_displacements, MPI_Datatype oldtype, MPI_Datatype[] newtype) {
        return made(
                Kind.TYPE,
                "MPI_Type_create_indexed_block",
                newtype,
                super.MPI_Type_create_indexed_block(count, blocklength, array_of_displacements, oldtype, newtype));
    }

    @Override
    public int MPI_Type_create_hindexed_block(
            int count, int blocklength, long[] array_of_displacements, MPI_Datatype oldtype, MPI_Datatype[] newtype) {
        return made(
                Kind.TYPE,
                "MPI_Type_create_hindexed_block",
                newtype,
                super.MPI_Type_create_hindexed_block(count, blocklength, array_of_displacements, oldtype, newtype));
    }

    @Override
    public int MPI_Type_create_subarray(
            int ndims,
            int[] array_of_sizes,
            int[] array_of_subsizes,
            int[] array_of_starts,
            int order,
            MPI_Datatype oldtype,
            MPI_Datatype[] newtype) {
        return made(
                Kind.TYPE,
                "MPI_Type_create_subarray",
                newtype,
                super.MPI_Type_create_subarray(
                        ndims, array_of_sizes, array_of_subsizes, array_of_starts, order, oldtype, newtype));
    }

    @Override
    public int MPI_Type_create_darray(
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
        return made(
                Kind.TYPE,
                "MPI_Type_create_darray",
                newtype,
                super.MPI_Type_create_darray(
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
    public int MPI_Type_dup(MPI_Datatype oldtype, MPI_Datatype[] newtype) {
        return made(Kind.TYPE, "MPI_Type_dup", newtype, super.MPI_Type_dup(oldtype, newtype));
    }

    @Override
    public int MPI_Op_create(MPI_User_function function, boolean commute, MPI_Op[] op) {
        return made(Kind.OPERATION, "MPI_Op_create", op, super.MPI_Op_create(function, commute, op));
    }

    @Override
    public int MPI_Op_free(MPI_Op[] op) {
        MPI_Op freed = first(op);
        return freed(freed, super.MPI_Op_free(op));
    }

    @Override
    public int MPI_Comm_group(MPI_Comm comm, MPI_Group[] group) {
        return made(Kind.GROUP, "MPI_Comm_group", group, super.MPI_Comm_group(comm, group));
    }

    @Override
    public int MPI_Group_union(MPI_Group group1, MPI_Group group2, MPI_Group[] newgroup) {
        return made(Kind.GROUP, "MPI_Group_union", newgroup, super.MPI_Group_union(group1, group2, newgroup));
    }

    @Override
    public int MPI_Group_intersection(MPI_Group group1, MPI_Group group2, MPI_Group[] newgroup) {
        return made(
                Kind.GROUP, "MPI_Group_intersection", newgroup, super.MPI_Group_intersection(group1, group2, newgroup));
    }

    @Override
    public int MPI_Group_difference(MPI_Group group1, MPI_Group group2, MPI_Group[] newgroup) {
        return made(Kind.GROUP, "MPI_Group_difference", newgroup, super.MPI_Group_difference(group1, group2, newgroup));
    }

    @Override
    public int MPI_Group_incl(MPI_Group group, int n, int[] ranks, MPI_Group[] newgroup) {
        return made(Kind.GROUP, "MPI_Group_incl", newgroup, super.MPI_Group_incl(group, n, ranks, newgroup));
    }

    @Override
    public int MPI_Group_excl(MPI_Group group, int n, int[] ranks, MPI_Group[] newgroup) {
        return made(Kind.GROUP, "MPI_Group_excl", newgroup, super.MPI_Group_excl(group, n, ranks, newgroup));
    }

    @Override
    public int MPI_Group_range_incl(MPI_Group group, int n, int[][] ranges, MPI_Group[] newgroup) {
        return made(
                Kind.GROUP, "MPI_Group_range_incl", newgroup, super.MPI_Group_range_incl(group, n, ranges, newgroup));
    }

    @Override
    public int MPI_Group_range_excl(MPI_Group group, int n, int[][] ranges, MPI_Group[] newgroup) {
        return made(
                Kind.GROUP, "MPI_Group_range_excl", newgroup, super.MPI_Group_range_excl(group, n, ranges, newgroup));
    }

    @Override
    public int MPI_Group_free(MPI_Group[] group) {
        MPI_Group freed = first(group);
        return freed(freed, super.MPI_Group_free(group));
    }

    @Override
    public int MPI_Comm_dup(MPI_Comm comm, MPI_Comm[] newcomm) {
        return made(Kind.COMMUNICATOR, "MPI_Comm_dup", newcomm, super.MPI_Comm_dup(comm, newcomm));
    }

    @Override
    public int MPI_Comm_create(MPI_Comm comm, MPI_Group group, MPI_Comm[] newcomm) {
        return made(Kind.COMMUNICATOR, "MPI_Comm_create", newcomm, super.MPI_Comm_create(comm, group, newcomm));
    }

    @Override
    public int MPI_Comm_split(MPI_Comm comm, int color, int key, MPI_Comm[] newcomm) {
        return made(Kind.COMMUNICATOR, "MPI_Comm_split", newcomm, super.MPI_Comm_split(comm, color, key, newcomm));
    }

    @Override
    public int MPI_Comm_free(MPI_Comm[] comm) {
        MPI_Comm freed = first(comm);
        return freed(freed, super.MPI_Comm_free(comm));
    }

    @Override
    public int MPI_Comm_remote_group(MPI_Comm comm, MPI_Group[] group) {
        return made(Kind.GROUP, "MPI_Comm_remote_group", group, super.MPI_Comm_remote_group(comm, group));
    }

    @Override
    public int MPI_Intercomm_create(
            MPI_Comm local_comm,
            int local_leader,
            MPI_Comm peer_comm,
            int remote_leader,
            int tag,
            MPI_Comm[] newintercomm) {
        return made(
                Kind.COMMUNICATOR,
                "MPI_Intercomm_create",
                newintercomm,
                super.MPI_Intercomm_create(local_comm, local_leader, peer_comm, remote_leader, tag, newintercomm));
    }

    @Override
    public int MPI_Intercomm_merge(MPI_Comm intercomm, boolean high, MPI_Comm[] newintracomm) {
        return made(
                Kind.COMMUNICATOR,
                "MPI_Intercomm_merge",
                newintracomm,
                super.MPI_Intercomm_merge(intercomm, high, newintracomm));
    }

    @Override
    public int MPI_Comm_split_type(MPI_Comm comm, int split_type, int key, MPI_Info info, MPI_Comm[] newcomm) {
        return made(
                Kind.COMMUNICATOR,
                "MPI_Comm_split_type",
                newcomm,
                super.MPI_Comm_split_type(comm, split_type, key, info, newcomm));
    }

    @Override
    public int MPI_Comm_create_group(MPI_Comm comm, MPI_Group group, int tag, MPI_Comm[] newcomm) {
        return made(
                Kind.COMMUNICATOR,
                "MPI_Comm_create_group",
                newcomm,
                super.MPI_Comm_create_group(comm, group, tag, newcomm));
    }

    @Override
    public int MPI_Comm_dup_with_info(MPI_Comm comm, MPI_Info info, MPI_Comm[] newcomm) {
        return made(
                Kind.COMMUNICATOR,
                "MPI_Comm_dup_with_info",
                newcomm,
                super.MPI_Comm_dup_with_info(comm, info, newcomm));
    }

    @Override
    public int MPI_Cart_create(
            MPI_Comm comm_old, int ndims, int[] dims, boolean[] periods, boolean reorder, MPI_Comm[] comm_cart) {
        return made(
                Kind.COMMUNICATOR,
                "MPI_Cart_create",
                comm_cart,
                super.MPI_Cart_create(comm_old, ndims, dims, periods, reorder, comm_cart));
    }

    @Override
    public int MPI_Graph_create(
            MPI_Comm comm_old, int nnodes, int[] index, int[] edges, boolean reorder, MPI_Comm[] comm_graph) {
        return made(
                Kind.COMMUNICATOR,
                "MPI_Graph_create",
                comm_graph,
                super.MPI_Graph_create(comm_old, nnodes, index, edges, reorder, comm_graph));
    }

    @Override
    public int MPI_Cart_sub(MPI_Comm comm, boolean[] remain_dims, MPI_Comm[] newcomm) {
        return made(Kind.COMMUNICATOR, "MPI_Cart_sub", newcomm, super.MPI_Cart_sub(comm, remain_dims, newcomm));
    }
}
