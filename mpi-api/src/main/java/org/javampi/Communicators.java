package org.javampi;

/** Communicators functions. */
abstract class Communicators extends Collectives {
    Communicators() {}

    /** Number of processes in a group. */
    public static int MPI_Group_size(MPI_Group group, int[] size) {
        return Calls.tool().MPI_Group_size(group, size);
    }

    /** Number of processes in a group. */
    public static int MPI_Group_size(MPI_Group group) {
        int[] size = new int[1];
        Calls.check(Calls.tool().MPI_Group_size(group, size));
        return size[0];
    }

    /** Caller's rank in a group or MPI_UNDEFINED. */
    public static int MPI_Group_rank(MPI_Group group, int[] rank) {
        return Calls.tool().MPI_Group_rank(group, rank);
    }

    /** Caller's rank in a group or MPI_UNDEFINED. */
    public static int MPI_Group_rank(MPI_Group group) {
        int[] rank = new int[1];
        Calls.check(Calls.tool().MPI_Group_rank(group, rank));
        return rank[0];
    }

    /** Maps ranks of group1 to ranks of the same processes in group2, MPI_UNDEFINED when absent. */
    public static int MPI_Group_translate_ranks(
            MPI_Group group1, int n, int[] ranks1, MPI_Group group2, int[] ranks2) {
        return Calls.tool().MPI_Group_translate_ranks(group1, n, ranks1, group2, ranks2);
    }

    /** Maps ranks of group1 to ranks of the same processes in group2, MPI_UNDEFINED when absent. */
    public static int[] MPI_Group_translate_ranks(
            MPI_Group group1, int n, int[] ranks1, MPI_Group group2) {
        int[] ranks2 = new int[Math.max(0, n)];
        Calls.check(Calls.tool().MPI_Group_translate_ranks(group1, n, ranks1, group2, ranks2));
        return ranks2;
    }

    /** MPI_IDENT, MPI_SIMILAR or MPI_UNEQUAL. */
    public static int MPI_Group_compare(MPI_Group group1, MPI_Group group2, int[] result) {
        return Calls.tool().MPI_Group_compare(group1, group2, result);
    }

    /** MPI_IDENT, MPI_SIMILAR or MPI_UNEQUAL. */
    public static int MPI_Group_compare(MPI_Group group1, MPI_Group group2) {
        int[] result = new int[1];
        Calls.check(Calls.tool().MPI_Group_compare(group1, group2, result));
        return result[0];
    }

    /** New handle to the (local) group of a communicator. */
    public static int MPI_Comm_group(MPI_Comm comm, MPI_Group[] group) {
        return Calls.tool().MPI_Comm_group(comm, group);
    }

    /** New handle to the (local) group of a communicator. */
    public static MPI_Group MPI_Comm_group(MPI_Comm comm) {
        MPI_Group[] group = new MPI_Group[1];
        Calls.check(Calls.tool().MPI_Comm_group(comm, group));
        return group[0];
    }

    /** All of group1 in order, then members of group2 that are not in group1. */
    public static int MPI_Group_union(MPI_Group group1, MPI_Group group2, MPI_Group[] newgroup) {
        return Calls.tool().MPI_Group_union(group1, group2, newgroup);
    }

    /** All of group1 in order, then members of group2 that are not in group1. */
    public static MPI_Group MPI_Group_union(MPI_Group group1, MPI_Group group2) {
        MPI_Group[] newgroup = new MPI_Group[1];
        Calls.check(Calls.tool().MPI_Group_union(group1, group2, newgroup));
        return newgroup[0];
    }

    /** Members of group1 that are in group2, in group1 order. */
    public static int MPI_Group_intersection(
            MPI_Group group1, MPI_Group group2, MPI_Group[] newgroup) {
        return Calls.tool().MPI_Group_intersection(group1, group2, newgroup);
    }

    /** Members of group1 that are in group2, in group1 order. */
    public static MPI_Group MPI_Group_intersection(MPI_Group group1, MPI_Group group2) {
        MPI_Group[] newgroup = new MPI_Group[1];
        Calls.check(Calls.tool().MPI_Group_intersection(group1, group2, newgroup));
        return newgroup[0];
    }

    /** Members of group1 that are not in group2, in group1 order. */
    public static int MPI_Group_difference(
            MPI_Group group1, MPI_Group group2, MPI_Group[] newgroup) {
        return Calls.tool().MPI_Group_difference(group1, group2, newgroup);
    }

    /** Members of group1 that are not in group2, in group1 order. */
    public static MPI_Group MPI_Group_difference(MPI_Group group1, MPI_Group group2) {
        MPI_Group[] newgroup = new MPI_Group[1];
        Calls.check(Calls.tool().MPI_Group_difference(group1, group2, newgroup));
        return newgroup[0];
    }

    /** Group made of the listed ranks, in list order. */
    public static int MPI_Group_incl(MPI_Group group, int n, int[] ranks, MPI_Group[] newgroup) {
        return Calls.tool().MPI_Group_incl(group, n, ranks, newgroup);
    }

    /** Group made of the listed ranks, in list order. */
    public static MPI_Group MPI_Group_incl(MPI_Group group, int n, int[] ranks) {
        MPI_Group[] newgroup = new MPI_Group[1];
        Calls.check(Calls.tool().MPI_Group_incl(group, n, ranks, newgroup));
        return newgroup[0];
    }

    /** Group without the listed ranks, order kept. */
    public static int MPI_Group_excl(MPI_Group group, int n, int[] ranks, MPI_Group[] newgroup) {
        return Calls.tool().MPI_Group_excl(group, n, ranks, newgroup);
    }

    /** Group without the listed ranks, order kept. */
    public static MPI_Group MPI_Group_excl(MPI_Group group, int n, int[] ranks) {
        MPI_Group[] newgroup = new MPI_Group[1];
        Calls.check(Calls.tool().MPI_Group_excl(group, n, ranks, newgroup));
        return newgroup[0];
    }

    /** MPI_Group_incl with (first,last,stride) triplets. */
    public static int MPI_Group_range_incl(
            MPI_Group group, int n, int[][] ranges, MPI_Group[] newgroup) {
        return Calls.tool().MPI_Group_range_incl(group, n, ranges, newgroup);
    }

    /** MPI_Group_incl with (first,last,stride) triplets. */
    public static MPI_Group MPI_Group_range_incl(MPI_Group group, int n, int[][] ranges) {
        MPI_Group[] newgroup = new MPI_Group[1];
        Calls.check(Calls.tool().MPI_Group_range_incl(group, n, ranges, newgroup));
        return newgroup[0];
    }

    /** MPI_Group_excl with (first,last,stride) triplets. */
    public static int MPI_Group_range_excl(
            MPI_Group group, int n, int[][] ranges, MPI_Group[] newgroup) {
        return Calls.tool().MPI_Group_range_excl(group, n, ranges, newgroup);
    }

    /** MPI_Group_excl with (first,last,stride) triplets. */
    public static MPI_Group MPI_Group_range_excl(MPI_Group group, int n, int[][] ranges) {
        MPI_Group[] newgroup = new MPI_Group[1];
        Calls.check(Calls.tool().MPI_Group_range_excl(group, n, ranges, newgroup));
        return newgroup[0];
    }

    /** Marks a group for deallocation, handle becomes MPI_GROUP_NULL. */
    public static int MPI_Group_free(MPI_Group[] group) {
        return Calls.tool().MPI_Group_free(group);
    }

    /** Marks a group for deallocation, handle becomes MPI_GROUP_NULL. */
    public static int MPI_Group_free(MPI_Group group) {
        return Calls.tool().MPI_Group_free(group);
    }

    /** Size of the (local) group. */
    public static int MPI_Comm_size(MPI_Comm comm, int[] size) {
        return Calls.tool().MPI_Comm_size(comm, size);
    }

    /** Size of the (local) group. */
    public static int MPI_Comm_size(MPI_Comm comm) {
        int[] size = new int[1];
        Calls.check(Calls.tool().MPI_Comm_size(comm, size));
        return size[0];
    }

    /** Caller's rank in the (local) group. */
    public static int MPI_Comm_rank(MPI_Comm comm, int[] rank) {
        return Calls.tool().MPI_Comm_rank(comm, rank);
    }

    /** Caller's rank in the (local) group. */
    public static int MPI_Comm_rank(MPI_Comm comm) {
        int[] rank = new int[1];
        Calls.check(Calls.tool().MPI_Comm_rank(comm, rank));
        return rank[0];
    }

    /** MPI_IDENT, MPI_CONGRUENT, MPI_SIMILAR or MPI_UNEQUAL. */
    public static int MPI_Comm_compare(MPI_Comm comm1, MPI_Comm comm2, int[] result) {
        return Calls.tool().MPI_Comm_compare(comm1, comm2, result);
    }

    /** MPI_IDENT, MPI_CONGRUENT, MPI_SIMILAR or MPI_UNEQUAL. */
    public static int MPI_Comm_compare(MPI_Comm comm1, MPI_Comm comm2) {
        int[] result = new int[1];
        Calls.check(Calls.tool().MPI_Comm_compare(comm1, comm2, result));
        return result[0];
    }

    /**
     * Same group(s) and topology, new context, attributes through copy callbacks; intra and inter.
     */
    public static int MPI_Comm_dup(MPI_Comm comm, MPI_Comm[] newcomm) {
        return Calls.tool().MPI_Comm_dup(comm, newcomm);
    }

    /**
     * Same group(s) and topology, new context, attributes through copy callbacks; intra and inter.
     */
    public static MPI_Comm MPI_Comm_dup(MPI_Comm comm) {
        MPI_Comm[] newcomm = new MPI_Comm[1];
        Calls.check(Calls.tool().MPI_Comm_dup(comm, newcomm));
        return newcomm[0];
    }

    /** Communicator for a subgroup of comm; MPI_COMM_NULL for non-members. */
    public static int MPI_Comm_create(MPI_Comm comm, MPI_Group group, MPI_Comm[] newcomm) {
        return Calls.tool().MPI_Comm_create(comm, group, newcomm);
    }

    /** Communicator for a subgroup of comm; MPI_COMM_NULL for non-members. */
    public static MPI_Comm MPI_Comm_create(MPI_Comm comm, MPI_Group group) {
        MPI_Comm[] newcomm = new MPI_Comm[1];
        Calls.check(Calls.tool().MPI_Comm_create(comm, group, newcomm));
        return newcomm[0];
    }

    /**
     * Partitions comm by color, orders each part by key then old rank; MPI_UNDEFINED color gives
     * MPI_COMM_NULL.
     */
    public static int MPI_Comm_split(MPI_Comm comm, int color, int key, MPI_Comm[] newcomm) {
        return Calls.tool().MPI_Comm_split(comm, color, key, newcomm);
    }

    /**
     * Partitions comm by color, orders each part by key then old rank; MPI_UNDEFINED color gives
     * MPI_COMM_NULL.
     */
    public static MPI_Comm MPI_Comm_split(MPI_Comm comm, int color, int key) {
        MPI_Comm[] newcomm = new MPI_Comm[1];
        Calls.check(Calls.tool().MPI_Comm_split(comm, color, key, newcomm));
        return newcomm[0];
    }

    /**
     * Runs delete callbacks, marks the communicator for deallocation, handle becomes MPI_COMM_NULL.
     */
    public static int MPI_Comm_free(MPI_Comm[] comm) {
        return Calls.tool().MPI_Comm_free(comm);
    }

    /**
     * Runs delete callbacks, marks the communicator for deallocation, handle becomes MPI_COMM_NULL.
     */
    public static int MPI_Comm_free(MPI_Comm comm) {
        return Calls.tool().MPI_Comm_free(comm);
    }

    /** True for an inter-communicator. */
    public static int MPI_Comm_test_inter(MPI_Comm comm, boolean[] flag) {
        return Calls.tool().MPI_Comm_test_inter(comm, flag);
    }

    /** True for an inter-communicator. */
    public static boolean MPI_Comm_test_inter(MPI_Comm comm) {
        boolean[] flag = new boolean[1];
        Calls.check(Calls.tool().MPI_Comm_test_inter(comm, flag));
        return flag[0];
    }

    /** Size of the remote group of an inter-communicator. */
    public static int MPI_Comm_remote_size(MPI_Comm comm, int[] size) {
        return Calls.tool().MPI_Comm_remote_size(comm, size);
    }

    /** Size of the remote group of an inter-communicator. */
    public static int MPI_Comm_remote_size(MPI_Comm comm) {
        int[] size = new int[1];
        Calls.check(Calls.tool().MPI_Comm_remote_size(comm, size));
        return size[0];
    }

    /** New handle to the remote group of an inter-communicator. */
    public static int MPI_Comm_remote_group(MPI_Comm comm, MPI_Group[] group) {
        return Calls.tool().MPI_Comm_remote_group(comm, group);
    }

    /** New handle to the remote group of an inter-communicator. */
    public static MPI_Group MPI_Comm_remote_group(MPI_Comm comm) {
        MPI_Group[] group = new MPI_Group[1];
        Calls.check(Calls.tool().MPI_Comm_remote_group(comm, group));
        return group[0];
    }

    /** Joins two disjoint intra-communicators into an inter-communicator. */
    public static int MPI_Intercomm_create(
            MPI_Comm local_comm,
            int local_leader,
            MPI_Comm peer_comm,
            int remote_leader,
            int tag,
            MPI_Comm[] newintercomm) {
        return Calls.tool()
                .MPI_Intercomm_create(
                        local_comm, local_leader, peer_comm, remote_leader, tag, newintercomm);
    }

    /** Joins two disjoint intra-communicators into an inter-communicator. */
    public static MPI_Comm MPI_Intercomm_create(
            MPI_Comm local_comm, int local_leader, MPI_Comm peer_comm, int remote_leader, int tag) {
        MPI_Comm[] newintercomm = new MPI_Comm[1];
        Calls.check(
                Calls.tool()
                        .MPI_Intercomm_create(
                                local_comm,
                                local_leader,
                                peer_comm,
                                remote_leader,
                                tag,
                                newintercomm));
        return newintercomm[0];
    }

    /** Intra-communicator over both groups, the group with high=false first. */
    public static int MPI_Intercomm_merge(
            MPI_Comm intercomm, boolean high, MPI_Comm[] newintracomm) {
        return Calls.tool().MPI_Intercomm_merge(intercomm, high, newintracomm);
    }

    /** Intra-communicator over both groups, the group with high=false first. */
    public static MPI_Comm MPI_Intercomm_merge(MPI_Comm intercomm, boolean high) {
        MPI_Comm[] newintracomm = new MPI_Comm[1];
        Calls.check(Calls.tool().MPI_Intercomm_merge(intercomm, high, newintracomm));
        return newintracomm[0];
    }

    /** Creates an attribute key with copy/delete callbacks and an extra state. */
    public static int MPI_Keyval_create(
            MPI_Copy_function copy_fn,
            MPI_Delete_function delete_fn,
            int[] keyval,
            Object extra_state) {
        return Calls.tool().MPI_Keyval_create(copy_fn, delete_fn, keyval, extra_state);
    }

    /** Creates an attribute key with copy/delete callbacks and an extra state. */
    public static int MPI_Keyval_create(
            MPI_Copy_function copy_fn, MPI_Delete_function delete_fn, Object extra_state) {
        int[] keyval = new int[1];
        Calls.check(Calls.tool().MPI_Keyval_create(copy_fn, delete_fn, keyval, extra_state));
        return keyval[0];
    }

    /**
     * Marks a key for deallocation, variable becomes MPI_KEYVAL_INVALID; attached attributes stay
     * alive.
     */
    public static int MPI_Keyval_free(int[] keyval) {
        return Calls.tool().MPI_Keyval_free(keyval);
    }

    /**
     * Marks a key for deallocation, variable becomes MPI_KEYVAL_INVALID; attached attributes stay
     * alive.
     */
    public static int MPI_Keyval_free(int keyval) {
        return Calls.tool().MPI_Keyval_free(keyval);
    }

    /** Stores an attribute value on a communicator, deleting any previous value first. */
    public static int MPI_Attr_put(MPI_Comm comm, int keyval, Object attribute_val) {
        return Calls.tool().MPI_Attr_put(comm, keyval, attribute_val);
    }

    /** Looks an attribute value up; flag=false when the key exists but nothing is attached. */
    public static int MPI_Attr_get(
            MPI_Comm comm, int keyval, Object[] attribute_val, boolean[] flag) {
        return Calls.tool().MPI_Attr_get(comm, keyval, attribute_val, flag);
    }

    /** Looks an attribute value up; flag=false when the key exists but nothing is attached. */
    public static Object MPI_Attr_get(MPI_Comm comm, int keyval) {
        Object[] attribute_val = new Object[1];
        boolean[] flag = new boolean[1];
        Calls.check(Calls.tool().MPI_Attr_get(comm, keyval, attribute_val, flag));
        return flag[0] ? attribute_val[0] : null;
    }

    /** Removes an attribute, running its delete callback. */
    public static int MPI_Attr_delete(MPI_Comm comm, int keyval) {
        return Calls.tool().MPI_Attr_delete(comm, keyval);
    }
}
