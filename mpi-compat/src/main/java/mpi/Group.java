package mpi;

import static org.javampi.MPI.MPI_GROUP_EMPTY;
import static org.javampi.MPI.MPI_GROUP_NULL;
import static org.javampi.MPI.MPI_Group_compare;
import static org.javampi.MPI.MPI_Group_difference;
import static org.javampi.MPI.MPI_Group_excl;
import static org.javampi.MPI.MPI_Group_free;
import static org.javampi.MPI.MPI_Group_incl;
import static org.javampi.MPI.MPI_Group_intersection;
import static org.javampi.MPI.MPI_Group_range_excl;
import static org.javampi.MPI.MPI_Group_range_incl;
import static org.javampi.MPI.MPI_Group_rank;
import static org.javampi.MPI.MPI_Group_size;
import static org.javampi.MPI.MPI_Group_translate_ranks;
import static org.javampi.MPI.MPI_Group_union;

import org.javampi.MPI_Group;

/** Processes in an order. */
public class Group implements Freeable {
    /** mpiJava: the code of an empty group. */
    public static final int EMPTY = 3;

    /** mpiJava: {@link #EMPTY} or -1. */
    public int code = -1;

    private MPI_Group handle;

    Group(MPI_Group handle) {
        this.handle = handle;
        if (handle == MPI_GROUP_EMPTY) {
            code = EMPTY;
        }
    }

    MPI_Group handle() {
        return handle;
    }

    private static Group made(int returned, MPI_Group[] made) {
        MPIException.check(returned);
        return new Group(made[0]);
    }

    // ---- mpiJava

    /** Number of processes. */
    public int Size() {
        int[] size = new int[1];
        MPIException.check(MPI_Group_size(handle, size));
        return size[0];
    }

    /** Position of this process, or {@link MPI#UNDEFINED}. */
    public int Rank() {
        int[] rank = new int[1];
        MPIException.check(MPI_Group_rank(handle, rank));
        return Ranks.orConstant(rank[0]);
    }

    /** Positions in {@code group2} of processes of {@code group1}; {@link MPI#UNDEFINED} for those not in it. */
    public static int[] Translate_ranks(Group group1, int[] ranks1, Group group2) {
        int[] ranks = new int[ranks1.length];
        MPIException.check(MPI_Group_translate_ranks(group1.handle, ranks1.length, ranks1, group2.handle, ranks));
        for (int i = 0; i < ranks.length; i++) {
            ranks[i] = Ranks.orConstant(ranks[i]);
        }
        return ranks;
    }

    /** {@link MPI#IDENT}, {@link MPI#SIMILAR} or {@link MPI#UNEQUAL}. */
    public static int Compare(Group group1, Group group2) {
        int[] result = new int[1];
        MPIException.check(MPI_Group_compare(group1.handle, group2.handle, result));
        return MPI.comparison(result[0]);
    }

    /** All of the first, then those of the second that are not in it. */
    public static Group Union(Group group1, Group group2) {
        MPI_Group[] made = new MPI_Group[1];
        return made(MPI_Group_union(group1.handle, group2.handle, made), made);
    }

    /** Those in both, in the order of the first. */
    public static Group Intersection(Group group1, Group group2) {
        MPI_Group[] made = new MPI_Group[1];
        return made(MPI_Group_intersection(group1.handle, group2.handle, made), made);
    }

    /** Those of the first that are not in the second. */
    public static Group Difference(Group group1, Group group2) {
        MPI_Group[] made = new MPI_Group[1];
        return made(MPI_Group_difference(group1.handle, group2.handle, made), made);
    }

    /** Those at {@code ranks}, in that order. */
    public Group Incl(int[] ranks) {
        MPI_Group[] made = new MPI_Group[1];
        return made(MPI_Group_incl(handle, ranks.length, ranks, made), made);
    }

    /** All but those at {@code ranks}. */
    public Group Excl(int[] ranks) {
        MPI_Group[] made = new MPI_Group[1];
        return made(MPI_Group_excl(handle, ranks.length, ranks, made), made);
    }

    /** Those in ranges of first rank, last rank and stride. */
    public Group Range_incl(int[][] ranges) {
        MPI_Group[] made = new MPI_Group[1];
        return made(MPI_Group_range_incl(handle, ranges.length, ranges, made), made);
    }

    /** All but those in ranges of first rank, last rank and stride. */
    public Group Range_excl(int[][] ranges) {
        MPI_Group[] made = new MPI_Group[1];
        return made(MPI_Group_range_excl(handle, ranges.length, ranges, made), made);
    }

    /** Frees it. Does nothing to the empty group. */
    @Override
    public void free() {
        if (handle != MPI_GROUP_EMPTY && handle != MPI_GROUP_NULL) {
            MPI_Group[] freed = {handle};
            MPIException.check(MPI_Group_free(freed));
            handle = freed[0];
        }
    }

    /** Does nothing: groups are given back by {@link #free} or at the end of MPI. */
    @Override
    @SuppressWarnings({"removal", "deprecation"})
    public void finalize() {}

    // ---- Open MPI

    /** Number of processes. */
    public int getSize() {
        return Size();
    }

    /** Position of this process, or {@link MPI#UNDEFINED}. */
    public int getRank() {
        return Rank();
    }

    /** Whether it stands for no group. */
    public boolean isNull() {
        return handle == MPI_GROUP_NULL;
    }

    /** Positions in {@code group2} of processes of {@code group1}; {@link MPI#UNDEFINED} for those not in it. */
    public static int[] translateRanks(Group group1, int[] ranks1, Group group2) {
        return Translate_ranks(group1, ranks1, group2);
    }

    /** {@link MPI#IDENT}, {@link MPI#SIMILAR} or {@link MPI#UNEQUAL}. */
    public static int compare(Group group1, Group group2) {
        return Compare(group1, group2);
    }

    /** All of the first, then those of the second that are not in it. */
    public static Group union(Group group1, Group group2) {
        return Union(group1, group2);
    }

    /** Those in both, in the order of the first. */
    public static Group intersection(Group group1, Group group2) {
        return Intersection(group1, group2);
    }

    /** Those of the first that are not in the second. */
    public static Group difference(Group group1, Group group2) {
        return Difference(group1, group2);
    }

    /** Those at {@code ranks}, in that order. */
    public Group incl(int[] ranks) {
        return Incl(ranks);
    }

    /** All but those at {@code ranks}. */
    public Group excl(int[] ranks) {
        return Excl(ranks);
    }

    /** Those in ranges of first rank, last rank and stride. */
    public Group rangeIncl(int[][] ranges) {
        return Range_incl(ranges);
    }

    /** All but those in ranges of first rank, last rank and stride. */
    public Group rangeExcl(int[][] ranges) {
        return Range_excl(ranges);
    }
}
