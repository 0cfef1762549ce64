package org.javampi;

/**
 * Groups, communicators, inter-communicators and attributes (MPI-1.1 chapter 5), in C form and
 * value form.
 */
@Chapter
abstract class Communicators extends NonBlockingCollectives {
    Communicators() {}

    /**
     * Tells how many processes a group has. (MPI-1.1 §5.3.1.)
     *
     * <p>Errors: MPI_ERR_ARG, MPI_ERR_GROUP.
     *
     * @param group group asked about, perhaps MPI_GROUP_EMPTY
     * @param size out: the number of processes, at element 0
     * @return MPI_SUCCESS, or an error code when the handler returns
     */
    @Returns("size")
    public static int MPI_Group_size(MPI_Group group, int[] size) {
        return Calls.tool().MPI_Group_size(group, size);
    }

    /**
     * Tells which rank this process has in a group; MPI_UNDEFINED when it is no member. (MPI-1.1
     * §5.3.1.)
     *
     * <p>Errors: MPI_ERR_ARG, MPI_ERR_GROUP.
     *
     * @param group group asked about
     * @param rank out: own rank in the group, or MPI_UNDEFINED, at element 0
     * @return MPI_SUCCESS, or an error code when the handler returns
     */
    @Returns("rank")
    public static int MPI_Group_rank(MPI_Group group, int[] rank) {
        return Calls.tool().MPI_Group_rank(group, rank);
    }

    /**
     * Tells which ranks the members of one group have in another. (MPI-1.1 §5.3.1.)
     *
     * <p>Errors: MPI_ERR_ARG, MPI_ERR_GROUP, MPI_ERR_RANK.
     *
     * @param group1 group that {@code ranks1} belong to
     * @param n how many ranks to translate, 0 or more
     * @param ranks1 ranks in {@code group1}, at least {@code n}; each may occur repeatedly
     * @param group2 group to find the same processes in
     * @param ranks2 out: rank in {@code group2} of each process, MPI_UNDEFINED for one that it
     *     lacks; at least {@code n} entries
     * @return MPI_SUCCESS, or an error code when the handler returns
     */
    public static int MPI_Group_translate_ranks(MPI_Group group1, int n, int[] ranks1, MPI_Group group2, int[] ranks2) {
        return Calls.tool().MPI_Group_translate_ranks(group1, n, ranks1, group2, ranks2);
    }

    /**
     * Tells which ranks the members of one group have in another. (MPI-1.1 §5.3.1.)
     *
     * <p>Errors: MPI_ERR_ARG, MPI_ERR_GROUP, MPI_ERR_RANK.
     *
     * @param group1 group that {@code ranks1} belong to
     * @param n how many ranks to translate, 0 or more
     * @param ranks1 ranks in {@code group1}, at least {@code n}; each may occur repeatedly
     * @param group2 group to find the same processes in
     * @return rank in {@code group2} of each process, MPI_UNDEFINED for one that it lacks
     * @throws MPIException the error, where the C form would return its code
     */
    public static int[] MPI_Group_translate_ranks(MPI_Group group1, int n, int[] ranks1, MPI_Group group2) {
        int[] ranks2 = new int[Calls.room(n, ranks1)];
        Calls.check(Calls.tool().MPI_Group_translate_ranks(group1, n, ranks1, group2, ranks2));
        return ranks2;
    }

    /**
     * Tells whether two groups have the same members, and in the same order. (MPI-1.1 §5.3.1.)
     *
     * <p>Errors: MPI_ERR_ARG, MPI_ERR_GROUP.
     *
     * @param group1 one group
     * @param group2 the other group
     * @param result out: MPI_IDENT, MPI_SIMILAR (in another order) or MPI_UNEQUAL, at element 0
     * @return MPI_SUCCESS, or an error code when the handler returns
     */
    @Returns("result")
    public static int MPI_Group_compare(MPI_Group group1, MPI_Group group2, int[] result) {
        return Calls.tool().MPI_Group_compare(group1, group2, result);
    }

    /**
     * Makes a group of a communicator's own members. (MPI-1.1 §5.3.2.)
     *
     * <p>Errors: MPI_ERR_ARG, MPI_ERR_COMM.
     *
     * @param comm communicator asked about; of an inter-communicator, the local side
     * @param group out: the group, to be freed, at element 0
     * @return MPI_SUCCESS, or an error code when the handler returns
     */
    @Returns("group")
    public static int MPI_Comm_group(MPI_Comm comm, MPI_Group[] group) {
        return Calls.tool().MPI_Comm_group(comm, group);
    }

    /**
     * Makes a group of the members of both, those of the first one first. (MPI-1.1 §5.3.2.)
     *
     * <p>Errors: MPI_ERR_ARG, MPI_ERR_GROUP.
     *
     * @param group1 group whose members come first, in its order
     * @param group2 group whose further members follow, in its order
     * @param newgroup out: the new group, perhaps MPI_GROUP_EMPTY, at element 0
     * @return MPI_SUCCESS, or an error code when the handler returns
     */
    @Returns("newgroup")
    public static int MPI_Group_union(MPI_Group group1, MPI_Group group2, MPI_Group[] newgroup) {
        return Calls.tool().MPI_Group_union(group1, group2, newgroup);
    }

    /**
     * Makes a group of those members that both have, in the order of the first. (MPI-1.1 §5.3.2.)
     *
     * <p>Errors: MPI_ERR_ARG, MPI_ERR_GROUP.
     *
     * @param group1 group that gives the order
     * @param group2 group that members must be in, too
     * @param newgroup out: the new group, perhaps MPI_GROUP_EMPTY, at element 0
     * @return MPI_SUCCESS, or an error code when the handler returns
     */
    @Returns("newgroup")
    public static int MPI_Group_intersection(MPI_Group group1, MPI_Group group2, MPI_Group[] newgroup) {
        return Calls.tool().MPI_Group_intersection(group1, group2, newgroup);
    }

    /**
     * Makes a group of those members of the first that the second lacks. (MPI-1.1 §5.3.2.)
     *
     * <p>Errors: MPI_ERR_ARG, MPI_ERR_GROUP.
     *
     * @param group1 group that gives members and order
     * @param group2 group that members must not be in
     * @param newgroup out: the new group, perhaps MPI_GROUP_EMPTY, at element 0
     * @return MPI_SUCCESS, or an error code when the handler returns
     */
    @Returns("newgroup")
    public static int MPI_Group_difference(MPI_Group group1, MPI_Group group2, MPI_Group[] newgroup) {
        return Calls.tool().MPI_Group_difference(group1, group2, newgroup);
    }

    /**
     * Makes a group of chosen members in chosen order. (MPI-1.1 §5.3.2.)
     *
     * <p>Errors: MPI_ERR_ARG, MPI_ERR_GROUP, MPI_ERR_RANK.
     *
     * @param group group to choose from
     * @param n how many members, 0 or more
     * @param ranks ranks in {@code group} of members 0 to {@code n} - 1, all different; at least
     *     {@code n} entries
     * @param newgroup out: the new group, perhaps MPI_GROUP_EMPTY, at element 0
     * @return MPI_SUCCESS, or an error code when the handler returns
     */
    @Returns("newgroup")
    public static int MPI_Group_incl(MPI_Group group, int n, int[] ranks, MPI_Group[] newgroup) {
        return Calls.tool().MPI_Group_incl(group, n, ranks, newgroup);
    }

    /**
     * Makes a group of all but some members. (MPI-1.1 §5.3.2.)
     *
     * <p>Errors: MPI_ERR_ARG, MPI_ERR_GROUP, MPI_ERR_RANK.
     *
     * @param group group to choose from
     * @param n how many to leave out, 0 or more
     * @param ranks ranks in {@code group} to leave out, all different; at least {@code n} entries
     * @param newgroup out: the new group, perhaps MPI_GROUP_EMPTY, at element 0
     * @return MPI_SUCCESS, or an error code when the handler returns
     */
    @Returns("newgroup")
    public static int MPI_Group_excl(MPI_Group group, int n, int[] ranks, MPI_Group[] newgroup) {
        return Calls.tool().MPI_Group_excl(group, n, ranks, newgroup);
    }

    /**
     * Makes a group of members chosen by ranges (first, last, stride). (MPI-1.1 §5.3.2.)
     *
     * <p>Errors: MPI_ERR_ARG, MPI_ERR_GROUP, MPI_ERR_RANK.
     *
     * @param group group to choose from
     * @param n how many ranges, 0 or more
     * @param ranges triplets of first rank, last rank and stride, which may be negative; no rank
     *     twice; at least {@code n} entries
     * @param newgroup out: the new group, perhaps MPI_GROUP_EMPTY, at element 0
     * @return MPI_SUCCESS, or an error code when the handler returns
     */
    @Returns("newgroup")
    public static int MPI_Group_range_incl(MPI_Group group, int n, int[][] ranges, MPI_Group[] newgroup) {
        return Calls.tool().MPI_Group_range_incl(group, n, ranges, newgroup);
    }

    /**
     * Makes a group of all but the members that ranges name. (MPI-1.1 §5.3.2.)
     *
     * <p>Errors: MPI_ERR_ARG, MPI_ERR_GROUP, MPI_ERR_RANK.
     *
     * @param group group to choose from
     * @param n how many ranges, 0 or more
     * @param ranges triplets of first rank, last rank and stride, which may be negative; no rank
     *     twice; at least {@code n} entries
     * @param newgroup out: the new group, perhaps MPI_GROUP_EMPTY, at element 0
     * @return MPI_SUCCESS, or an error code when the handler returns
     */
    @Returns("newgroup")
    public static int MPI_Group_range_excl(MPI_Group group, int n, int[][] ranges, MPI_Group[] newgroup) {
        return Calls.tool().MPI_Group_range_excl(group, n, ranges, newgroup);
    }

    /**
     * Gives a group up; communicators made of it are not disturbed. (MPI-1.1 §5.3.3.)
     *
     * <p>Errors: MPI_ERR_GROUP.
     *
     * @param group the group, at element 0; MPI_GROUP_NULL afterwards
     * @return MPI_SUCCESS, or an error code when the handler returns
     */
    public static int MPI_Group_free(MPI_Group[] group) {
        return Calls.tool().MPI_Group_free(group);
    }

    /**
     * Gives a group up; communicators made of it are not disturbed. (MPI-1.1 §5.3.3.)
     *
     * <p>Errors: MPI_ERR_GROUP.
     *
     * @param group the group, not to be used afterwards
     * @return MPI_SUCCESS, or an error code when the handler returns
     */
    public static int MPI_Group_free(MPI_Group group) {
        return Calls.tool().MPI_Group_free(group);
    }

    /**
     * Tells how many processes a communicator's own group has. (MPI-1.1 §5.4.1.)
     *
     * <p>Errors: MPI_ERR_ARG, MPI_ERR_COMM.
     *
     * @param comm communicator asked about; of an inter-communicator, the local side
     * @param size out: the number of processes, at element 0
     * @return MPI_SUCCESS, or an error code when the handler returns
     */
    @Returns("size")
    public static int MPI_Comm_size(MPI_Comm comm, int[] size) {
        return Calls.tool().MPI_Comm_size(comm, size);
    }

    /**
     * Tells which rank this process has in a communicator's own group. (MPI-1.1 §5.4.1.)
     *
     * <p>Errors: MPI_ERR_ARG, MPI_ERR_COMM.
     *
     * @param comm communicator asked about; of an inter-communicator, the local side
     * @param rank out: own rank, from 0, at element 0
     * @return MPI_SUCCESS, or an error code when the handler returns
     */
    @Returns("rank")
    public static int MPI_Comm_rank(MPI_Comm comm, int[] rank) {
        return Calls.tool().MPI_Comm_rank(comm, rank);
    }

    /**
     * Tells how far two communicators agree: in everything, all but the context, the members only,
     * or not. (MPI-1.1 §5.4.1.)
     *
     * <p>Errors: MPI_ERR_ARG, MPI_ERR_COMM.
     *
     * @param comm1 one communicator
     * @param comm2 the other communicator
     * @param result out: MPI_IDENT, MPI_CONGRUENT, MPI_SIMILAR or MPI_UNEQUAL, at element 0
     * @return MPI_SUCCESS, or an error code when the handler returns
     */
    @Returns("result")
    public static int MPI_Comm_compare(MPI_Comm comm1, MPI_Comm comm2, int[] result) {
        return Calls.tool().MPI_Comm_compare(comm1, comm2, result);
    }

    /**
     * Makes a communicator with the same members and topology and with traffic of its own;
     * attributes are copied as their callbacks say. (MPI-1.1 §5.4.2.)
     *
     * <p>Errors: MPI_ERR_ARG, MPI_ERR_COMM, MPI_ERR_OTHER.
     *
     * @param comm communicator to copy, intra or inter; all its ranks call
     * @param newcomm out: the new communicator, at element 0
     * @return MPI_SUCCESS, or an error code when the handler returns
     */
    @Returns("newcomm")
    public static int MPI_Comm_dup(MPI_Comm comm, MPI_Comm[] newcomm) {
        return Calls.tool().MPI_Comm_dup(comm, newcomm);
    }

    /**
     * Makes a communicator of some members; the others get MPI_COMM_NULL. (MPI-1.1 §5.4.2.)
     *
     * <p>Errors: MPI_ERR_ARG, MPI_ERR_COMM, MPI_ERR_GROUP.
     *
     * @param comm intra-communicator to choose from; all its ranks call
     * @param group members of the new communicator, some of those of {@code comm}; the same at all
     *     ranks
     * @param newcomm out: the new communicator, or MPI_COMM_NULL for who is not in {@code group},
     *     at element 0
     * @return MPI_SUCCESS, or an error code when the handler returns
     */
    @Returns("newcomm")
    public static int MPI_Comm_create(MPI_Comm comm, MPI_Group group, MPI_Comm[] newcomm) {
        return Calls.tool().MPI_Comm_create(comm, group, newcomm);
    }

    /**
     * Makes a communicator for each color, its ranks in the order of the keys. (MPI-1.1 §5.4.2.)
     *
     * <p>Errors: MPI_ERR_ARG, MPI_ERR_COMM.
     *
     * @param comm intra-communicator to divide; all its ranks call
     * @param color which part to be in, 0 or more, or MPI_UNDEFINED for none
     * @param key place among those of the same color; equal keys keep their order
     * @param newcomm out: the new communicator, or MPI_COMM_NULL for MPI_UNDEFINED, at element 0
     * @return MPI_SUCCESS, or an error code when the handler returns
     */
    @Returns("newcomm")
    public static int MPI_Comm_split(MPI_Comm comm, int color, int key, MPI_Comm[] newcomm) {
        return Calls.tool().MPI_Comm_split(comm, color, key, newcomm);
    }

    /**
     * Gives a communicator up, after its attributes' delete callbacks; pending operations go to
     * their end. (MPI-1.1 §5.4.3.)
     *
     * <p>Errors: MPI_ERR_ARG, MPI_ERR_COMM, MPI_ERR_OTHER.
     *
     * @param comm the communicator, at element 0; all its ranks call; MPI_COMM_NULL afterwards
     * @return MPI_SUCCESS, or an error code when the handler returns
     */
    public static int MPI_Comm_free(MPI_Comm[] comm) {
        return Calls.tool().MPI_Comm_free(comm);
    }

    /**
     * Gives a communicator up, after its attributes' delete callbacks; pending operations go to
     * their end. (MPI-1.1 §5.4.3.)
     *
     * <p>Errors: MPI_ERR_ARG, MPI_ERR_COMM, MPI_ERR_OTHER.
     *
     * @param comm the communicator, not to be used afterwards; all its ranks call
     * @return MPI_SUCCESS, or an error code when the handler returns
     */
    public static int MPI_Comm_free(MPI_Comm comm) {
        return Calls.tool().MPI_Comm_free(comm);
    }

    /**
     * Tells whether a communicator joins two groups. (MPI-1.1 §5.6.1.)
     *
     * <p>Errors: MPI_ERR_ARG, MPI_ERR_COMM.
     *
     * @param comm communicator asked about
     * @param flag out: whether it is an inter-communicator, at element 0
     * @return MPI_SUCCESS, or an error code when the handler returns
     */
    @Returns("flag")
    public static int MPI_Comm_test_inter(MPI_Comm comm, boolean[] flag) {
        return Calls.tool().MPI_Comm_test_inter(comm, flag);
    }

    /**
     * Tells how many processes the other group of an inter-communicator has. (MPI-1.1 §5.6.1.)
     *
     * <p>Errors: MPI_ERR_ARG, MPI_ERR_COMM.
     *
     * @param comm inter-communicator asked about
     * @param size out: the number of processes on the other side, at element 0
     * @return MPI_SUCCESS, or an error code when the handler returns
     */
    @Returns("size")
    public static int MPI_Comm_remote_size(MPI_Comm comm, int[] size) {
        return Calls.tool().MPI_Comm_remote_size(comm, size);
    }

    /**
     * Makes a group of the other side's members. (MPI-1.1 §5.6.1.)
     *
     * <p>Errors: MPI_ERR_ARG, MPI_ERR_COMM.
     *
     * @param comm inter-communicator asked about
     * @param group out: the other side's group, to be freed, at element 0
     * @return MPI_SUCCESS, or an error code when the handler returns
     */
    @Returns("group")
    public static int MPI_Comm_remote_group(MPI_Comm comm, MPI_Group[] group) {
        return Calls.tool().MPI_Comm_remote_group(comm, group);
    }

    /**
     * Joins two separate groups, whose leaders already share a communicator, to an
     * inter-communicator. (MPI-1.1 §5.6.2.)
     *
     * <p>Errors: MPI_ERR_ARG, MPI_ERR_COMM, MPI_ERR_RANK, MPI_ERR_TAG.
     *
     * @param local_comm intra-communicator of this side; all its ranks call
     * @param local_leader rank in {@code local_comm} that talks to the other side, the same at all
     *     its ranks
     * @param peer_comm communicator that both leaders are in, significant at the leader only
     * @param remote_leader rank of the other leader in {@code peer_comm}, significant at the leader
     *     only
     * @param tag label of the leaders' messages on {@code peer_comm}, the same on both sides
     * @param newintercomm out: the inter-communicator, at element 0
     * @return MPI_SUCCESS, or an error code when the handler returns
     */
    @Returns("newintercomm")
    public static int MPI_Intercomm_create(
            MPI_Comm local_comm,
            int local_leader,
            MPI_Comm peer_comm,
            int remote_leader,
            int tag,
            MPI_Comm[] newintercomm) {
        return Calls.tool().MPI_Intercomm_create(local_comm, local_leader, peer_comm, remote_leader, tag, newintercomm);
    }

    /**
     * Makes one intra-communicator of both sides. (MPI-1.1 §5.6.2.)
     *
     * <p>Errors: MPI_ERR_ARG, MPI_ERR_COMM.
     *
     * @param intercomm inter-communicator to merge; all ranks of both sides call
     * @param high whether this side's ranks come second, the same at all of them; when both sides
     *     say the same, either may come first
     * @param newintracomm out: the intra-communicator, at element 0
     * @return MPI_SUCCESS, or an error code when the handler returns
     */
    @Returns("newintracomm")
    public static int MPI_Intercomm_merge(MPI_Comm intercomm, boolean high, MPI_Comm[] newintracomm) {
        return Calls.tool().MPI_Intercomm_merge(intercomm, high, newintracomm);
    }

    /**
     * Makes a key for attributes, with what is called when they are copied and deleted. (MPI-1.1
     * §5.7.1.)
     *
     * <p>Errors: MPI_ERR_ARG, MPI_ERR_OTHER.
     *
     * @param copy_fn called for each value when its communicator is duplicated: MPI_NULL_COPY_FN,
     *     MPI_DUP_FN or a function
     * @param delete_fn called when a value is deleted or replaced or its communicator freed:
     *     MPI_NULL_DELETE_FN or a function
     * @param keyval out: the key, at element 0
     * @param extra_state handed to both functions as it is, may be null
     * @return MPI_SUCCESS, or an error code when the handler returns
     */
    @Returns("keyval")
    public static int MPI_Keyval_create(
            MPI_Copy_function copy_fn, MPI_Delete_function delete_fn, int[] keyval, Object extra_state) {
        return Calls.tool().MPI_Keyval_create(copy_fn, delete_fn, keyval, extra_state);
    }

    /**
     * Gives a key up; attributes under it live on. (MPI-1.1 §5.7.1.)
     *
     * <p>Errors: MPI_ERR_ARG, MPI_ERR_OTHER.
     *
     * @param keyval the key, at element 0; MPI_KEYVAL_INVALID afterwards
     * @return MPI_SUCCESS, or an error code when the handler returns
     */
    public static int MPI_Keyval_free(int[] keyval) {
        return Calls.tool().MPI_Keyval_free(keyval);
    }

    /**
     * Gives a key up; attributes under it live on. (MPI-1.1 §5.7.1.)
     *
     * <p>Errors: MPI_ERR_ARG, MPI_ERR_OTHER.
     *
     * @param keyval the key, not to be used afterwards
     * @return MPI_SUCCESS, or an error code when the handler returns
     */
    public static int MPI_Keyval_free(int keyval) {
        return Calls.tool().MPI_Keyval_free(keyval);
    }

    /**
     * Attaches a value to a communicator at this process. (MPI-1.1 §5.7.1.)
     *
     * <p>Errors: MPI_ERR_ARG, MPI_ERR_COMM, MPI_ERR_OTHER.
     *
     * @param comm communicator to attach to, at this process alone
     * @param keyval key from MPI_Keyval_create, or MPIX_COLLECTIVE_ALGORITHMS; an earlier value is
     *     deleted first
     * @param attribute_val the value, may be null
     * @return MPI_SUCCESS, or an error code when the handler returns
     */
    public static int MPI_Attr_put(MPI_Comm comm, int keyval, Object attribute_val) {
        return Calls.tool().MPI_Attr_put(comm, keyval, attribute_val);
    }

    /**
     * Looks up a value; the value form answers null when there is none. (MPI-1.1 §5.7.1.)
     *
     * <p>Errors: MPI_ERR_ARG, MPI_ERR_COMM, MPI_ERR_OTHER.
     *
     * @param comm communicator asked about
     * @param keyval key from MPI_Keyval_create, or a predefined one such as MPI_TAG_UB
     * @param attribute_val out: the value, at element 0, when there is one
     * @param flag out: whether there is a value, at element 0
     * @return MPI_SUCCESS, or an error code when the handler returns
     */
    public static int MPI_Attr_get(MPI_Comm comm, int keyval, Object[] attribute_val, boolean[] flag) {
        return Calls.tool().MPI_Attr_get(comm, keyval, attribute_val, flag);
    }

    /**
     * Looks up a value; the value form answers null when there is none. (MPI-1.1 §5.7.1.)
     *
     * <p>Errors: MPI_ERR_ARG, MPI_ERR_COMM, MPI_ERR_OTHER.
     *
     * @param comm communicator asked about
     * @param keyval key from MPI_Keyval_create, or a predefined one such as MPI_TAG_UB
     * @return the value, or null when there is none
     * @throws MPIException the error, where the C form would return its code
     */
    public static Object MPI_Attr_get(MPI_Comm comm, int keyval) {
        Object[] attribute_val = new Object[1];
        boolean[] flag = new boolean[1];
        Calls.check(Calls.tool().MPI_Attr_get(comm, keyval, attribute_val, flag));
        return flag[0] ? attribute_val[0] : null;
    }

    /**
     * Takes a value off a communicator, after its delete callback. (MPI-1.1 §5.7.1.)
     *
     * <p>Errors: MPI_ERR_ARG, MPI_ERR_COMM, MPI_ERR_OTHER.
     *
     * @param comm communicator to take it off, at this process alone
     * @param keyval key from MPI_Keyval_create, or MPIX_COLLECTIVE_ALGORITHMS
     * @return MPI_SUCCESS, or an error code when the handler returns
     */
    public static int MPI_Attr_delete(MPI_Comm comm, int keyval) {
        return Calls.tool().MPI_Attr_delete(comm, keyval);
    }

    /**
     * Makes a key for attributes of communicators. (MPI-4.1 §7.7.2.)
     *
     * <p>Errors: MPI_ERR_ARG.
     *
     * @param comm_copy_attr_fn called for each attribute when a communicator is duplicated; or
     *     MPI_COMM_NULL_COPY_FN, MPI_COMM_DUP_FN
     * @param comm_delete_attr_fn called when an attribute is deleted or replaced, or its
     *     communicator freed; or MPI_COMM_NULL_DELETE_FN
     * @param comm_keyval out: the key, at element 0
     * @param extra_state handed to the callbacks
     * @return MPI_SUCCESS, or an error code when the handler returns
     */
    @Returns("comm_keyval")
    public static int MPI_Comm_create_keyval(
            MPI_Comm_copy_attr_function comm_copy_attr_fn,
            MPI_Comm_delete_attr_function comm_delete_attr_fn,
            int[] comm_keyval,
            Object extra_state) {
        return Calls.tool().MPI_Comm_create_keyval(comm_copy_attr_fn, comm_delete_attr_fn, comm_keyval, extra_state);
    }

    /**
     * Gives an attribute key up; attributes that have it stay. (MPI-4.1 §7.7.2.)
     *
     * <p>Errors: MPI_ERR_ARG, MPI_ERR_KEYVAL.
     *
     * @param comm_keyval the key, at element 0; MPI_KEYVAL_INVALID afterwards
     * @return MPI_SUCCESS, or an error code when the handler returns
     */
    public static int MPI_Comm_free_keyval(int[] comm_keyval) {
        return Calls.tool().MPI_Comm_free_keyval(comm_keyval);
    }

    /**
     * Gives an attribute key up; attributes that have it stay. (MPI-4.1 §7.7.2.)
     *
     * <p>Errors: MPI_ERR_KEYVAL.
     *
     * @param comm_keyval the key, not to be used afterwards
     * @return MPI_SUCCESS, or an error code when the handler returns
     */
    public static int MPI_Comm_free_keyval(int comm_keyval) {
        return Calls.tool().MPI_Comm_free_keyval(comm_keyval);
    }

    /**
     * Attaches a value to a communicator under a key; an earlier value is deleted first. (MPI-4.1
     * §7.7.2.)
     *
     * <p>Errors: MPI_ERR_COMM, MPI_ERR_KEYVAL, MPI_ERR_OTHER.
     *
     * @param comm communicator that gets the value
     * @param comm_keyval a key from MPI_Comm_create_keyval
     * @param attribute_val the value; may be null
     * @return MPI_SUCCESS, or an error code when the handler returns
     */
    public static int MPI_Comm_set_attr(MPI_Comm comm, int comm_keyval, Object attribute_val) {
        return Calls.tool().MPI_Comm_set_attr(comm, comm_keyval, attribute_val);
    }

    /**
     * Looks up the value that a communicator has under a key. (MPI-4.1 §7.7.2.)
     *
     * <p>Errors: MPI_ERR_ARG, MPI_ERR_COMM, MPI_ERR_KEYVAL.
     *
     * @param comm communicator asked about
     * @param comm_keyval a key, or a predefined one such as MPI_TAG_UB, of which the value is an
     *     Integer
     * @param attribute_val out: the value, at element 0; unchanged when there is none
     * @param flag out: whether there is a value, at element 0
     * @return MPI_SUCCESS, or an error code when the handler returns
     */
    public static int MPI_Comm_get_attr(MPI_Comm comm, int comm_keyval, Object[] attribute_val, boolean[] flag) {
        return Calls.tool().MPI_Comm_get_attr(comm, comm_keyval, attribute_val, flag);
    }

    /**
     * Looks up the value that a communicator has under a key. (MPI-4.1 §7.7.2.)
     *
     * <p>Errors: MPI_ERR_COMM, MPI_ERR_KEYVAL.
     *
     * @param comm communicator asked about
     * @param comm_keyval a key, or a predefined one such as MPI_TAG_UB, of which the value is an Integer
     * @return the value, or null when there is none
     * @throws MPIException the error, where the C form would return its code
     */
    public static Object MPI_Comm_get_attr(MPI_Comm comm, int comm_keyval) {
        Object[] attribute_val = new Object[1];
        boolean[] flag = new boolean[1];
        Calls.check(Calls.tool().MPI_Comm_get_attr(comm, comm_keyval, attribute_val, flag));
        return flag[0] ? attribute_val[0] : null;
    }

    /**
     * Deletes the value that a communicator has under a key. (MPI-4.1 §7.7.2.)
     *
     * <p>Errors: MPI_ERR_COMM, MPI_ERR_KEYVAL, MPI_ERR_OTHER.
     *
     * @param comm communicator that has the value
     * @param comm_keyval its key
     * @return MPI_SUCCESS, or an error code when the handler returns
     */
    public static int MPI_Comm_delete_attr(MPI_Comm comm, int comm_keyval) {
        return Calls.tool().MPI_Comm_delete_attr(comm, comm_keyval);
    }

    /**
     * Names a communicator at this rank; error messages say the name from now on. (MPI-4.1 §7.8.)
     *
     * <p>Errors: MPI_ERR_ARG, MPI_ERR_COMM.
     *
     * @param comm communicator to name
     * @param comm_name the name; what is beyond MPI_MAX_OBJECT_NAME - 1 characters is cut off
     * @return MPI_SUCCESS, or an error code when the handler returns
     */
    public static int MPI_Comm_set_name(MPI_Comm comm, String comm_name) {
        return Calls.tool().MPI_Comm_set_name(comm, comm_name);
    }

    /**
     * Gives the name of a communicator: that of MPI_Comm_set_name, of a predefined one its
     * constant's; else empty. (MPI-4.1 §7.8.)
     *
     * <p>Errors: MPI_ERR_ARG, MPI_ERR_COMM.
     *
     * @param comm communicator asked about
     * @param comm_name out: the name, at element 0
     * @param resultlen out: its length in characters, at element 0
     * @return MPI_SUCCESS, or an error code when the handler returns
     */
    @Returns(value = "comm_name", without = "resultlen")
    public static int MPI_Comm_get_name(MPI_Comm comm, String[] comm_name, int[] resultlen) {
        return Calls.tool().MPI_Comm_get_name(comm, comm_name, resultlen);
    }

    /**
     * Makes communicators of the ranks that share something, by key. Collective. (MPI-4.1 §7.4.2.)
     *
     * <p>Errors: MPI_ERR_ARG, MPI_ERR_COMM, MPI_ERR_INFO.
     *
     * @param comm communicator to split; all of its ranks call
     * @param split_type MPI_COMM_TYPE_SHARED for the ranks of one host, or MPI_UNDEFINED to be in
     *     none
     * @param key order in the new communicator; equal ones stay in the order of {@code comm}
     * @param info hints, or MPI_INFO_NULL
     * @param newcomm out: the communicator that this rank is in, or MPI_COMM_NULL, at element 0
     * @return MPI_SUCCESS, or an error code when the handler returns
     */
    @Returns("newcomm")
    public static int MPI_Comm_split_type(MPI_Comm comm, int split_type, int key, MPI_Info info, MPI_Comm[] newcomm) {
        return Calls.tool().MPI_Comm_split_type(comm, split_type, key, info, newcomm);
    }

    /**
     * Makes a communicator of some ranks; only those call. Threads of a rank may do so at the same
     * time with different tags. (MPI-4.1 §7.4.2.)
     *
     * <p>Errors: MPI_ERR_ARG, MPI_ERR_COMM, MPI_ERR_GROUP, MPI_ERR_TAG.
     *
     * @param comm intra-communicator that all members are in
     * @param group members; the same at each of them
     * @param tag keeps calls apart that are under way at the same time; no message of the program
     *     can meet it
     * @param newcomm out: the communicator, or MPI_COMM_NULL at a rank that is no member, at
     *     element 0
     * @return MPI_SUCCESS, or an error code when the handler returns
     */
    @Returns("newcomm")
    public static int MPI_Comm_create_group(MPI_Comm comm, MPI_Group group, int tag, MPI_Comm[] newcomm) {
        return Calls.tool().MPI_Comm_create_group(comm, group, tag, newcomm);
    }

    /**
     * Duplicates a communicator with its attributes and topology, and gives the duplicate hints.
     * Collective. (MPI-4.1 §7.4.2.)
     *
     * <p>Errors: MPI_ERR_ARG, MPI_ERR_COMM, MPI_ERR_INFO, MPI_ERR_OTHER.
     *
     * @param comm communicator to duplicate; all of its ranks call
     * @param info hints for the duplicate, or MPI_INFO_NULL
     * @param newcomm out: the duplicate, at element 0
     * @return MPI_SUCCESS, or an error code when the handler returns
     */
    @Returns("newcomm")
    public static int MPI_Comm_dup_with_info(MPI_Comm comm, MPI_Info info, MPI_Comm[] newcomm) {
        return Calls.tool().MPI_Comm_dup_with_info(comm, info, newcomm);
    }

    /**
     * Begins what MPI_Comm_dup does and returns at once. Attributes are copied now; the duplicate can be used when the
     * request is complete. Collective. (MPI-4.1 §7.4.2.)
     *
     * <p>Errors: MPI_ERR_ARG, MPI_ERR_COMM, MPI_ERR_OTHER.
     *
     * @param comm communicator to duplicate; all of its ranks call
     * @param newcomm out: the duplicate, at element 0; any use before the request is complete is MPI_ERR_COMM
     * @param request out: the request to be completed by MPI_Wait, MPI_Test or their kin, at element 0
     * @return MPI_SUCCESS, or an error code when the handler returns
     */
    @Returns("request")
    public static int MPI_Comm_idup(MPI_Comm comm, MPI_Comm[] newcomm, MPI_Request[] request) {
        return Calls.tool().MPI_Comm_idup(comm, newcomm, request);
    }

    /**
     * Begins what MPI_Comm_dup_with_info does and returns at once. Attributes are copied now; the duplicate can be used
     * when the request is complete. Collective. (MPI-4.1 §7.4.2.)
     *
     * <p>Errors: MPI_ERR_ARG, MPI_ERR_COMM, MPI_ERR_INFO, MPI_ERR_OTHER.
     *
     * @param comm communicator to duplicate; all of its ranks call
     * @param info hints for the duplicate, or MPI_INFO_NULL
     * @param newcomm out: the duplicate, at element 0; any use before the request is complete is MPI_ERR_COMM
     * @param request out: the request to be completed by MPI_Wait, MPI_Test or their kin, at element 0
     * @return MPI_SUCCESS, or an error code when the handler returns
     */
    @Returns("request")
    public static int MPI_Comm_idup_with_info(MPI_Comm comm, MPI_Info info, MPI_Comm[] newcomm, MPI_Request[] request) {
        return Calls.tool().MPI_Comm_idup_with_info(comm, info, newcomm, request);
    }

    /**
     * Gives a new info object with the hints of a communicator. (MPI-4.1 §7.4.4.)
     *
     * <p>Errors: MPI_ERR_ARG, MPI_ERR_COMM.
     *
     * @param comm communicator asked about
     * @param info_used out: the hints, to be freed, at element 0
     * @return MPI_SUCCESS, or an error code when the handler returns
     */
    @Returns("info_used")
    public static int MPI_Comm_get_info(MPI_Comm comm, MPI_Info[] info_used) {
        return Calls.tool().MPI_Comm_get_info(comm, info_used);
    }

    /**
     * Gives a communicator hints; keys that it has already get the new values. No hint changes what
     * this library does. Collective. (MPI-4.1 §7.4.4.)
     *
     * <p>Errors: MPI_ERR_COMM, MPI_ERR_INFO.
     *
     * @param comm communicator that gets the hints
     * @param info hints, or MPI_INFO_NULL
     * @return MPI_SUCCESS, or an error code when the handler returns
     */
    public static int MPI_Comm_set_info(MPI_Comm comm, MPI_Info info) {
        return Calls.tool().MPI_Comm_set_info(comm, info);
    }
}
