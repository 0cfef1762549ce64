package org.javampi.core.binding;

import java.util.Arrays;
import java.util.function.Supplier;
import org.javampi.MPI;
import org.javampi.MPI_Comm;
import org.javampi.MPI_Group;
import org.javampi.Predefined;
import org.javampi.core.comm.Communicator;
import org.javampi.core.failure.MpiFailure;
import org.javampi.core.group.Group;
import org.javampi.job.RankHost;

/** Groups (MPI-1.1 §5.3). */
abstract class GroupCalls extends ReductionCalls {
    GroupCalls(Supplier<RankHost> rankHosts) {
        super(rankHosts);
    }

    @Override
    public int MPI_Group_size(MPI_Group group, int[] size) {
        return guard("MPI_Group_size", () -> {
            checkOut(size, "size");
            size[0] = group(group).size();
        });
    }

    @Override
    public int MPI_Group_rank(MPI_Group group, int[] rank) {
        return guard("MPI_Group_rank", () -> {
            checkOut(rank, "rank");
            rank[0] = undefinedIfAbsent(group(group).rankOf(engine().rank()));
        });
    }

    @Override
    public int MPI_Group_translate_ranks(MPI_Group group1, int n, int[] ranks1, MPI_Group group2, int[] ranks2) {
        return guard("MPI_Group_translate_ranks", () -> {
            Group from = group(group1);
            Group to = group(group2);
            checkNumber(n);
            checkRoom(ranks1, n, "ranks1");
            checkRoom(ranks2, n, "ranks2");
            for (int i = 0; i < n; i++) {
                checkMember(from, ranks1[i], i);
            }
            for (int i = 0; i < n; i++) {
                ranks2[i] = ranks1[i] == Predefined.PROC_NULL
                        ? Predefined.PROC_NULL
                        : undefinedIfAbsent(to.rankOf(from.worldRank(ranks1[i])));
            }
        });
    }

    @Override
    public int MPI_Group_compare(MPI_Group group1, MPI_Group group2, int[] result) {
        return guard("MPI_Group_compare", () -> {
            checkOut(result, "result");
            result[0] = group(group1).compare(group(group2));
        });
    }

    @Override
    public int MPI_Comm_group(MPI_Comm comm, MPI_Group[] group) {
        return guard("MPI_Comm_group", comm, c -> {
            checkOut(group, "group");
            group[0] = Group.of(c.group().worldRanks());
        });
    }

    @Override
    public int MPI_Comm_remote_group(MPI_Comm comm, MPI_Group[] group) {
        return guard("MPI_Comm_remote_group", comm, c -> {
            checkInter(c);
            checkOut(group, "group");
            group[0] = Group.of(c.remoteGroup().worldRanks());
        });
    }

    @Override
    public int MPI_Group_union(MPI_Group group1, MPI_Group group2, MPI_Group[] newgroup) {
        return guard("MPI_Group_union", () -> {
            checkOut(newgroup, "newgroup");
            newgroup[0] = emptyAsConstant(group(group1).union(group(group2)));
        });
    }

    @Override
    public int MPI_Group_intersection(MPI_Group group1, MPI_Group group2, MPI_Group[] newgroup) {
        return guard("MPI_Group_intersection", () -> {
            checkOut(newgroup, "newgroup");
            newgroup[0] = emptyAsConstant(group(group1).filter(group(group2), true));
        });
    }

    @Override
    public int MPI_Group_difference(MPI_Group group1, MPI_Group group2, MPI_Group[] newgroup) {
        return guard("MPI_Group_difference", () -> {
            checkOut(newgroup, "newgroup");
            newgroup[0] = emptyAsConstant(group(group1).filter(group(group2), false));
        });
    }

    @Override
    public int MPI_Group_incl(MPI_Group group, int n, int[] ranks, MPI_Group[] newgroup) {
        return guard("MPI_Group_incl", () -> {
            Group from = group(group);
            checkOut(newgroup, "newgroup");
            newgroup[0] = emptyAsConstant(from.incl(chosen(n, ranks)));
        });
    }

    @Override
    public int MPI_Group_excl(MPI_Group group, int n, int[] ranks, MPI_Group[] newgroup) {
        return guard("MPI_Group_excl", () -> {
            Group from = group(group);
            checkOut(newgroup, "newgroup");
            newgroup[0] = emptyAsConstant(from.excl(chosen(n, ranks)));
        });
    }

    @Override
    public int MPI_Group_range_incl(MPI_Group group, int n, int[][] ranges, MPI_Group[] newgroup) {
        return guard("MPI_Group_range_incl", () -> {
            Group from = group(group);
            checkOut(newgroup, "newgroup");
            newgroup[0] = emptyAsConstant(from.incl(expand(from, n, ranges)));
        });
    }

    @Override
    public int MPI_Group_range_excl(MPI_Group group, int n, int[][] ranges, MPI_Group[] newgroup) {
        return guard("MPI_Group_range_excl", () -> {
            Group from = group(group);
            checkOut(newgroup, "newgroup");
            newgroup[0] = emptyAsConstant(from.excl(expand(from, n, ranges)));
        });
    }

    @Override
    public int MPI_Group_free(MPI_Group[] group) {
        return guard("MPI_Group_free", () -> {
            checkOut(group, "group");
            Group freed = group(group[0]);
            if (freed != EMPTY) {
                freed.free();
            }
            group[0] = Predefined.GROUP_NULL;
        });
    }

    private static final Group EMPTY = Group.of();

    /** What {@code handle} stands for. */
    static Group group(MPI_Group handle) {
        if (handle instanceof Group && !((Group) handle).isFreed()) {
            return (Group) handle;
        }
        if (handle == Predefined.GROUP_EMPTY) {
            return EMPTY;
        }
        if (handle instanceof Group) {
            throw new MpiFailure(MPI.MPI_ERR_GROUP, "the group has been freed: a copy of its handle was kept");
        }
        throw new MpiFailure(
                MPI.MPI_ERR_GROUP,
                "group is "
                        + (handle == null ? "Java's null" : handle.toString())
                        + ": pass a group that has not been freed, or MPI_GROUP_EMPTY");
    }

    private static MPI_Group emptyAsConstant(Group group) {
        return group.size() == 0 ? Predefined.GROUP_EMPTY : group;
    }

    private static int undefinedIfAbsent(int rank) {
        return rank < 0 ? MPI.MPI_UNDEFINED : rank;
    }

    private static void checkMember(Group group, int rank, int entry) {
        if (rank != Predefined.PROC_NULL && (rank < 0 || rank >= group.size())) {
            throw new MpiFailure(
                    MPI.MPI_ERR_RANK,
                    "rank "
                            + rank
                            + " (entry "
                            + entry
                            + ") is no rank of the group (allowed 0.."
                            + (group.size() - 1)
                            + ")");
        }
    }

    /** Refuses a list of fewer than no entries: no count of a message, so not MPI_ERR_COUNT. */
    private static void checkNumber(int n) {
        if (n < 0) {
            throw new MpiFailure(MPI.MPI_ERR_ARG, "n " + n + " is negative (allowed 0.." + Integer.MAX_VALUE + ")");
        }
    }

    private static int[] chosen(int n, int[] ranks) {
        checkNumber(n);
        checkRoom(ranks, n, "ranks");
        return n == 0 ? new int[0] : Arrays.copyOf(ranks, n);
    }

    /** The ranks of (first, last, stride) triplets; each is checked before it is expanded. */
    private static int[] expand(Group group, int n, int[][] ranges) {
        checkNumber(n);
        checkRoom(ranges, n, "ranges");
        int[] expanded = new int[group.size()];
        int size = 0;
        for (int i = 0; i < n; i++) {
            checkRoom(ranges[i], 3, "ranges[" + i + "]");
            int first = ranges[i][0];
            int last = ranges[i][1];
            int stride = ranges[i][2];
            if (stride == 0) {
                throw new MpiFailure(MPI.MPI_ERR_ARG, "ranges[" + i + "] has stride 0: it never reaches its end");
            }
            for (long r = first; stride > 0 ? r <= last : r >= last; r += stride) {
                checkMember(group, (int) Math.max(-1, Math.min(r, Integer.MAX_VALUE)), i);
                if (size == expanded.length) {
                    throw new MpiFailure(
                            MPI.MPI_ERR_RANK, "the ranges name more ranks than the group has: ranks must be distinct");
                }
                expanded[size++] = (int) r;
            }
        }
        return Arrays.copyOf(expanded, size);
    }

    static void checkInter(Communicator communicator) {
        if (!communicator.isInter()) {
            throw new MpiFailure(MPI.MPI_ERR_COMM, communicator + " is an intra-communicator: it has no remote group");
        }
    }
}
