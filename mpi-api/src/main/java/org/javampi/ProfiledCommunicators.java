package org.javampi;

/** The functions of {@link Communicators} under their PMPI names. */
abstract class ProfiledCommunicators extends ProfiledCollectives {
    ProfiledCommunicators() {}

    /** As {@link MPI#MPI_Group_size}, below all tools. */
    public static int PMPI_Group_size(MPI_Group group, int[] size) {
        return Calls.binding().MPI_Group_size(group, size);
    }

    /** As {@link MPI#MPI_Group_size}, below all tools. */
    public static int PMPI_Group_size(MPI_Group group) {
        int[] size = new int[1];
        Calls.check(Calls.binding().MPI_Group_size(group, size));
        return size[0];
    }

    /** As {@link MPI#MPI_Group_rank}, below all tools. */
    public static int PMPI_Group_rank(MPI_Group group, int[] rank) {
        return Calls.binding().MPI_Group_rank(group, rank);
    }

    /** As {@link MPI#MPI_Group_rank}, below all tools. */
    public static int PMPI_Group_rank(MPI_Group group) {
        int[] rank = new int[1];
        Calls.check(Calls.binding().MPI_Group_rank(group, rank));
        return rank[0];
    }

    /** As {@link MPI#MPI_Group_translate_ranks}, below all tools. */
    public static int PMPI_Group_translate_ranks(
            MPI_Group group1, int n, int[] ranks1, MPI_Group group2, int[] ranks2) {
        return Calls.binding().MPI_Group_translate_ranks(group1, n, ranks1, group2, ranks2);
    }

    /** As {@link MPI#MPI_Group_translate_ranks}, below all tools. */
    public static int[] PMPI_Group_translate_ranks(MPI_Group group1, int n, int[] ranks1, MPI_Group group2) {
        int[] ranks2 = new int[Math.max(0, n)];
        Calls.check(Calls.binding().MPI_Group_translate_ranks(group1, n, ranks1, group2, ranks2));
        return ranks2;
    }

    /** As {@link MPI#MPI_Group_compare}, below all tools. */
    public static int PMPI_Group_compare(MPI_Group group1, MPI_Group group2, int[] result) {
        return Calls.binding().MPI_Group_compare(group1, group2, result);
    }

    /** As {@link MPI#MPI_Group_compare}, below all tools. */
    public static int PMPI_Group_compare(MPI_Group group1, MPI_Group group2) {
        int[] result = new int[1];
        Calls.check(Calls.binding().MPI_Group_compare(group1, group2, result));
        return result[0];
    }

    /** As {@link MPI#MPI_Comm_group}, below all tools. */
    public static int PMPI_Comm_group(MPI_Comm comm, MPI_Group[] group) {
        return Calls.binding().MPI_Comm_group(comm, group);
    }

    /** As {@link MPI#MPI_Comm_group}, below all tools. */
    public static MPI_Group PMPI_Comm_group(MPI_Comm comm) {
        MPI_Group[] group = new MPI_Group[1];
        Calls.check(Calls.binding().MPI_Comm_group(comm, group));
        return group[0];
    }

    /** As {@link MPI#MPI_Group_union}, below all tools. */
    public static int PMPI_Group_union(MPI_Group group1, MPI_Group group2, MPI_Group[] newgroup) {
        return Calls.binding().MPI_Group_union(group1, group2, newgroup);
    }

    /** As {@link MPI#MPI_Group_union}, below all tools. */
    public static MPI_Group PMPI_Group_union(MPI_Group group1, MPI_Group group2) {
        MPI_Group[] newgroup = new MPI_Group[1];
        Calls.check(Calls.binding().MPI_Group_union(group1, group2, newgroup));
        return newgroup[0];
    }

    /** As {@link MPI#MPI_Group_intersection}, below all tools. */
    public static int PMPI_Group_intersection(MPI_Group group1, MPI_Group group2, MPI_Group[] newgroup) {
        return Calls.binding().MPI_Group_intersection(group1, group2, newgroup);
    }

    /** As {@link MPI#MPI_Group_intersection}, below all tools. */
    public static MPI_Group PMPI_Group_intersection(MPI_Group group1, MPI_Group group2) {
        MPI_Group[] newgroup = new MPI_Group[1];
        Calls.check(Calls.binding().MPI_Group_intersection(group1, group2, newgroup));
        return newgroup[0];
    }

    /** As {@link MPI#MPI_Group_difference}, below all tools. */
    public static int PMPI_Group_difference(MPI_Group group1, MPI_Group group2, MPI_Group[] newgroup) {
        return Calls.binding().MPI_Group_difference(group1, group2, newgroup);
    }

    /** As {@link MPI#MPI_Group_difference}, below all tools. */
    public static MPI_Group PMPI_Group_difference(MPI_Group group1, MPI_Group group2) {
        MPI_Group[] newgroup = new MPI_Group[1];
        Calls.check(Calls.binding().MPI_Group_difference(group1, group2, newgroup));
        return newgroup[0];
    }

    /** As {@link MPI#MPI_Group_incl}, below all tools. */
    public static int PMPI_Group_incl(MPI_Group group, int n, int[] ranks, MPI_Group[] newgroup) {
        return Calls.binding().MPI_Group_incl(group, n, ranks, newgroup);
    }

    /** As {@link MPI#MPI_Group_incl}, below all tools. */
    public static MPI_Group PMPI_Group_incl(MPI_Group group, int n, int[] ranks) {
        MPI_Group[] newgroup = new MPI_Group[1];
        Calls.check(Calls.binding().MPI_Group_incl(group, n, ranks, newgroup));
        return newgroup[0];
    }

    /** As {@link MPI#MPI_Group_excl}, below all tools. */
    public static int PMPI_Group_excl(MPI_Group group, int n, int[] ranks, MPI_Group[] newgroup) {
        return Calls.binding().MPI_Group_excl(group, n, ranks, newgroup);
    }

    /** As {@link MPI#MPI_Group_excl}, below all tools. */
    public static MPI_Group PMPI_Group_excl(MPI_Group group, int n, int[] ranks) {
        MPI_Group[] newgroup = new MPI_Group[1];
        Calls.check(Calls.binding().MPI_Group_excl(group, n, ranks, newgroup));
        return newgroup[0];
    }

    /** As {@link MPI#MPI_Group_range_incl}, below all tools. */
    public static int PMPI_Group_range_incl(MPI_Group group, int n, int[][] ranges, MPI_Group[] newgroup) {
        return Calls.binding().MPI_Group_range_incl(group, n, ranges, newgroup);
    }

    /** As {@link MPI#MPI_Group_range_incl}, below all tools. */
    public static MPI_Group PMPI_Group_range_incl(MPI_Group group, int n, int[][] ranges) {
        MPI_Group[] newgroup = new MPI_Group[1];
        Calls.check(Calls.binding().MPI_Group_range_incl(group, n, ranges, newgroup));
        return newgroup[0];
    }

    /** As {@link MPI#MPI_Group_range_excl}, below all tools. */
    public static int PMPI_Group_range_excl(MPI_Group group, int n, int[][] ranges, MPI_Group[] newgroup) {
        return Calls.binding().MPI_Group_range_excl(group, n, ranges, newgroup);
    }

    /** As {@link MPI#MPI_Group_range_excl}, below all tools. */
    public static MPI_Group PMPI_Group_range_excl(MPI_Group group, int n, int[][] ranges) {
        MPI_Group[] newgroup = new MPI_Group[1];
        Calls.check(Calls.binding().MPI_Group_range_excl(group, n, ranges, newgroup));
        return newgroup[0];
    }

    /** As {@link MPI#MPI_Group_free}, below all tools. */
    public static int PMPI_Group_free(MPI_Group[] group) {
        return Calls.binding().MPI_Group_free(group);
    }

    /** As {@link MPI#MPI_Group_free}, below all tools. */
    public static int PMPI_Group_free(MPI_Group group) {
        return Calls.binding().MPI_Group_free(group);
    }

    /** As {@link MPI#MPI_Comm_size}, below all tools. */
    public static int PMPI_Comm_size(MPI_Comm comm, int[] size) {
        return Calls.binding().MPI_Comm_size(comm, size);
    }

    /** As {@link MPI#MPI_Comm_size}, below all tools. */
    public static int PMPI_Comm_size(MPI_Comm comm) {
        int[] size = new int[1];
        Calls.check(Calls.binding().MPI_Comm_size(comm, size));
        return size[0];
    }

    /** As {@link MPI#MPI_Comm_rank}, below all tools. */
    public static int PMPI_Comm_rank(MPI_Comm comm, int[] rank) {
        return Calls.binding().MPI_Comm_rank(comm, rank);
    }

    /** As {@link MPI#MPI_Comm_rank}, below all tools. */
    public static int PMPI_Comm_rank(MPI_Comm comm) {
        int[] rank = new int[1];
        Calls.check(Calls.binding().MPI_Comm_rank(comm, rank));
        return rank[0];
    }

    /** As {@link MPI#MPI_Comm_compare}, below all tools. */
    public static int PMPI_Comm_compare(MPI_Comm comm1, MPI_Comm comm2, int[] result) {
        return Calls.binding().MPI_Comm_compare(comm1, comm2, result);
    }

    /** As {@link MPI#MPI_Comm_compare}, below all tools. */
    public static int PMPI_Comm_compare(MPI_Comm comm1, MPI_Comm comm2) {
        int[] result = new int[1];
        Calls.check(Calls.binding().MPI_Comm_compare(comm1, comm2, result));
        return result[0];
    }

    /** As {@link MPI#MPI_Comm_dup}, below all tools. */
    public static int PMPI_Comm_dup(MPI_Comm comm, MPI_Comm[] newcomm) {
        return Calls.binding().MPI_Comm_dup(comm, newcomm);
    }

    /** As {@link MPI#MPI_Comm_dup}, below all tools. */
    public static MPI_Comm PMPI_Comm_dup(MPI_Comm comm) {
        MPI_Comm[] newcomm = new MPI_Comm[1];
        Calls.check(Calls.binding().MPI_Comm_dup(comm, newcomm));
        return newcomm[0];
    }

    /** As {@link MPI#MPI_Comm_create}, below all tools. */
    public static int PMPI_Comm_create(MPI_Comm comm, MPI_Group group, MPI_Comm[] newcomm) {
        return Calls.binding().MPI_Comm_create(comm, group, newcomm);
    }

    /** As {@link MPI#MPI_Comm_create}, below all tools. */
    public static MPI_Comm PMPI_Comm_create(MPI_Comm comm, MPI_Group group) {
        MPI_Comm[] newcomm = new MPI_Comm[1];
        Calls.check(Calls.binding().MPI_Comm_create(comm, group, newcomm));
        return newcomm[0];
    }

    /** As {@link MPI#MPI_Comm_split}, below all tools. */
    public static int PMPI_Comm_split(MPI_Comm comm, int color, int key, MPI_Comm[] newcomm) {
        return Calls.binding().MPI_Comm_split(comm, color, key, newcomm);
    }

    /** As {@link MPI#MPI_Comm_split}, below all tools. */
    public static MPI_Comm PMPI_Comm_split(MPI_Comm comm, int color, int key) {
        MPI_Comm[] newcomm = new MPI_Comm[1];
        Calls.check(Calls.binding().MPI_Comm_split(comm, color, key, newcomm));
        return newcomm[0];
    }

    /** As {@link MPI#MPI_Comm_free}, below all tools. */
    public static int PMPI_Comm_free(MPI_Comm[] comm) {
        return Calls.binding().MPI_Comm_free(comm);
    }

    /** As {@link MPI#MPI_Comm_free}, below all tools. */
    public static int PMPI_Comm_free(MPI_Comm comm) {
        return Calls.binding().MPI_Comm_free(comm);
    }

    /** As {@link MPI#MPI_Comm_test_inter}, below all tools. */
    public static int PMPI_Comm_test_inter(MPI_Comm comm, boolean[] flag) {
        return Calls.binding().MPI_Comm_test_inter(comm, flag);
    }

    /** As {@link MPI#MPI_Comm_test_inter}, below all tools. */
    public static boolean PMPI_Comm_test_inter(MPI_Comm comm) {
        boolean[] flag = new boolean[1];
        Calls.check(Calls.binding().MPI_Comm_test_inter(comm, flag));
        return flag[0];
    }

    /** As {@link MPI#MPI_Comm_remote_size}, below all tools. */
    public static int PMPI_Comm_remote_size(MPI_Comm comm, int[] size) {
        return Calls.binding().MPI_Comm_remote_size(comm, size);
    }

    /** As {@link MPI#MPI_Comm_remote_size}, below all tools. */
    public static int PMPI_Comm_remote_size(MPI_Comm comm) {
        int[] size = new int[1];
        Calls.check(Calls.binding().MPI_Comm_remote_size(comm, size));
        return size[0];
    }

    /** As {@link MPI#MPI_Comm_remote_group}, below all tools. */
    public static int PMPI_Comm_remote_group(MPI_Comm comm, MPI_Group[] group) {
        return Calls.binding().MPI_Comm_remote_group(comm, group);
    }

    /** As {@link MPI#MPI_Comm_remote_group}, below all tools. */
    public static MPI_Group PMPI_Comm_remote_group(MPI_Comm comm) {
        MPI_Group[] group = new MPI_Group[1];
        Calls.check(Calls.binding().MPI_Comm_remote_group(comm, group));
        return group[0];
    }

    /** As {@link MPI#MPI_Intercomm_create}, below all tools. */
    public static int PMPI_Intercomm_create(
            MPI_Comm local_comm,
            int local_leader,
            MPI_Comm peer_comm,
            int remote_leader,
            int tag,
            MPI_Comm[] newintercomm) {
        return Calls.binding()
                .MPI_Intercomm_create(local_comm, local_leader, peer_comm, remote_leader, tag, newintercomm);
    }

    /** As {@link MPI#MPI_Intercomm_create}, below all tools. */
    public static MPI_Comm PMPI_Intercomm_create(
            MPI_Comm local_comm, int local_leader, MPI_Comm peer_comm, int remote_leader, int tag) {
        MPI_Comm[] newintercomm = new MPI_Comm[1];
        Calls.check(Calls.binding()
                .MPI_Intercomm_create(local_comm, local_leader, peer_comm, remote_leader, tag, newintercomm));
        return newintercomm[0];
    }

    /** As {@link MPI#MPI_Intercomm_merge}, below all tools. */
    public static int PMPI_Intercomm_merge(MPI_Comm intercomm, boolean high, MPI_Comm[] newintracomm) {
        return Calls.binding().MPI_Intercomm_merge(intercomm, high, newintracomm);
    }

    /** As {@link MPI#MPI_Intercomm_merge}, below all tools. */
    public static MPI_Comm PMPI_Intercomm_merge(MPI_Comm intercomm, boolean high) {
        MPI_Comm[] newintracomm = new MPI_Comm[1];
        Calls.check(Calls.binding().MPI_Intercomm_merge(intercomm, high, newintracomm));
        return newintracomm[0];
    }

    /** As {@link MPI#MPI_Keyval_create}, below all tools. */
    public static int PMPI_Keyval_create(
            MPI_Copy_function copy_fn, MPI_Delete_function delete_fn, int[] keyval, Object extra_state) {
        return Calls.binding().MPI_Keyval_create(copy_fn, delete_fn, keyval, extra_state);
    }

    /** As {@link MPI#MPI_Keyval_create}, below all tools. */
    public static int PMPI_Keyval_create(MPI_Copy_function copy_fn, MPI_Delete_function delete_fn, Object extra_state) {
        int[] keyval = new int[1];
        Calls.check(Calls.binding().MPI_Keyval_create(copy_fn, delete_fn, keyval, extra_state));
        return keyval[0];
    }

    /** As {@link MPI#MPI_Keyval_free}, below all tools. */
    public static int PMPI_Keyval_free(int[] keyval) {
        return Calls.binding().MPI_Keyval_free(keyval);
    }

    /** As {@link MPI#MPI_Keyval_free}, below all tools. */
    public static int PMPI_Keyval_free(int keyval) {
        return Calls.binding().MPI_Keyval_free(keyval);
    }

    /** As {@link MPI#MPI_Attr_put}, below all tools. */
    public static int PMPI_Attr_put(MPI_Comm comm, int keyval, Object attribute_val) {
        return Calls.binding().MPI_Attr_put(comm, keyval, attribute_val);
    }

    /** As {@link MPI#MPI_Attr_get}, below all tools. */
    public static int PMPI_Attr_get(MPI_Comm comm, int keyval, Object[] attribute_val, boolean[] flag) {
        return Calls.binding().MPI_Attr_get(comm, keyval, attribute_val, flag);
    }

    /** As {@link MPI#MPI_Attr_get}, below all tools. */
    public static Object PMPI_Attr_get(MPI_Comm comm, int keyval) {
        Object[] attribute_val = new Object[1];
        boolean[] flag = new boolean[1];
        Calls.check(Calls.binding().MPI_Attr_get(comm, keyval, attribute_val, flag));
        return flag[0] ? attribute_val[0] : null;
    }

    /** As {@link MPI#MPI_Attr_delete}, below all tools. */
    public static int PMPI_Attr_delete(MPI_Comm comm, int keyval) {
        return Calls.binding().MPI_Attr_delete(comm, keyval);
    }
}
