package org.javampi.core.group;

import java.io.IOException;
import java.io.ObjectInputStream;
import java.util.Arrays;
import org.agrona.collections.Int2IntHashMap;
import org.javampi.MPI;
import org.javampi.MPI_Group;
import org.javampi.core.failure.MpiFailure;

/**
 * An ordered set of processes, by world rank (MPI-1.1 §5.2.1), and its handle. Immutable but for
 * being freed.
 */
public final class Group extends MPI_Group {
    private static final long serialVersionUID = 1L;

    private static final int ABSENT = -1;

    private final int[] worldRanks;

    /** Ranks by world rank; null while every process has its own world rank as rank. */
    private transient Int2IntHashMap ranks;

    private volatile boolean freed;

    private Group(int[] worldRanks) {
        this.worldRanks = worldRanks;
        ranks = index(worldRanks);
    }

    private static Int2IntHashMap index(int[] worldRanks) {
        boolean identity = true;
        for (int i = 0; i < worldRanks.length; i++) {
            identity &= worldRanks[i] == i;
        }
        if (identity) {
            return null;
        }
        Int2IntHashMap ranks = new Int2IntHashMap(ABSENT);
        for (int i = 0; i < worldRanks.length; i++) {
            ranks.put(worldRanks[i], i);
        }
        return ranks;
    }

    private void readObject(ObjectInputStream in) throws IOException, ClassNotFoundException {
        in.defaultReadObject();
        ranks = index(worldRanks);
    }

    /** Ranks 0 to size - 1 of the world. */
    public static Group identity(int size) {
        int[] all = new int[size];
        for (int i = 0; i < size; i++) {
            all[i] = i;
        }
        return new Group(all);
    }

    /** Distinct world ranks, in this order. The array becomes the group's. */
    public static Group of(int... worldRanks) {
        return new Group(worldRanks);
    }

    public int size() {
        return worldRanks.length;
    }

    /** World rank of member {@code rank}. */
    public int worldRank(int rank) {
        return worldRanks[rank];
    }

    /** All world ranks in order; not to be changed. */
    public int[] worldRanks() {
        return worldRanks;
    }

    /** Rank of a process, or -1 when it is no member. */
    public int rankOf(int worldRank) {
        if (ranks == null) {
            return worldRank >= 0 && worldRank < worldRanks.length ? worldRank : ABSENT;
        }
        return ranks.get(worldRank);
    }

    public boolean contains(int worldRank) {
        return rankOf(worldRank) != ABSENT;
    }

    /** MPI_IDENT, MPI_SIMILAR or MPI_UNEQUAL. */
    public int compare(Group other) {
        if (Arrays.equals(worldRanks, other.worldRanks)) {
            return MPI.MPI_IDENT;
        }
        if (size() != other.size()) {
            return MPI.MPI_UNEQUAL;
        }
        for (int worldRank : worldRanks) {
            if (!other.contains(worldRank)) {
                return MPI.MPI_UNEQUAL;
            }
        }
        return MPI.MPI_SIMILAR;
    }

    /** This group, then the members of {@code other} that are not in it. */
    public Group union(Group other) {
        int[] all = Arrays.copyOf(worldRanks, size() + other.size());
        int n = size();
        for (int worldRank : other.worldRanks) {
            if (!contains(worldRank)) {
                all[n++] = worldRank;
            }
        }
        return new Group(Arrays.copyOf(all, n));
    }

    /** Members that are in {@code other}, too, or those that are not, in this group's order. */
    public Group filter(Group other, boolean inOther) {
        return new Group(Arrays.stream(worldRanks)
                .filter(r -> other.contains(r) == inOther)
                .toArray());
    }

    /** The members of these ranks, in their order. */
    public Group incl(int[] chosen) {
        checkDistinct(chosen);
        int[] members = new int[chosen.length];
        for (int i = 0; i < chosen.length; i++) {
            members[i] = worldRanks[chosen[i]];
        }
        return new Group(members);
    }

    /** All but the members of these ranks. */
    public Group excl(int[] left) {
        boolean[] out = checkDistinct(left);
        int[] members = new int[size() - left.length];
        int n = 0;
        for (int i = 0; i < worldRanks.length; i++) {
            if (!out[i]) {
                members[n++] = worldRanks[i];
            }
        }
        return new Group(members);
    }

    private boolean[] checkDistinct(int[] chosen) {
        boolean[] seen = new boolean[size()];
        for (int i = 0; i < chosen.length; i++) {
            int rank = chosen[i];
            if (rank < 0 || rank >= size()) {
                throw new MpiFailure(
                        MPI.MPI_ERR_RANK,
                        "rank "
                                + rank
                                + " (entry "
                                + i
                                + ") is no rank of the group (allowed 0.."
                                + (size() - 1)
                                + ")");
            }
            if (seen[rank]) {
                throw new MpiFailure(
                        MPI.MPI_ERR_RANK, "rank " + rank + " (entry " + i + ") stands twice: ranks must be distinct");
            }
            seen[rank] = true;
        }
        return seen;
    }

    public boolean isFreed() {
        return freed;
    }

    /** The program gives the handle up. */
    public void free() {
        freed = true;
    }
}
