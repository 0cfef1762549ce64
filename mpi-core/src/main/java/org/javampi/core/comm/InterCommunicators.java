package org.javampi.core.comm;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.javampi.MPI;
import org.javampi.Predefined;
import org.javampi.core.buffer.Block;
import org.javampi.core.datatype.Datatypes;
import org.javampi.core.engine.BlockMessages;
import org.javampi.core.engine.Context;
import org.javampi.core.failure.MpiFailure;
import org.javampi.core.group.Group;
import org.javampi.core.spi.collective.Layout;

/**
 * How two groups become one communicator (MPI-1.1 §5.6.2). The leaders tell each other their groups
 * and a context name each; the name of the leader with the lower world rank is taken. Each then
 * tells its own group, over a communicator of that group alone.
 */
public final class InterCommunicators {
    private static final int AGREEMENT_TAG = 0;
    private static final int LEADER = 0;

    /** Color, key and a context name, of each rank. */
    private static final int FIELDS = Constructors.FIELDS;

    /** What a leader tells its group when there will be no communicator. */
    private static final long REFUSED = -1;

    private InterCommunicators() {}

    /**
     * Builds one as the leader of {@code local}; {@code peer} knows the other leader. Collective.
     */
    public static Communicator lead(Communicator local, Communicator peer, int remoteLeader, int tag) {
        Context context = peer.construction();
        long[] mine = {local.world().contextIds().next(), local.size()};
        long[] theirs = swap(peer, context, remoteLeader, tag, mine, 2);
        long[] members = longs(local.group().worldRanks());
        long[] others = swap(peer, context, remoteLeader, tag, members, Math.toIntExact(theirs[1]));
        for (long other : others) {
            if (local.group().contains((int) other)) {
                refuse(local);
                throw new MpiFailure(
                        MPI.MPI_ERR_COMM, "the groups are not disjoint: world rank " + other + " is in both");
            }
        }
        long id = agreed(peer, remoteLeader, mine[0], theirs[0]);
        tell(local, local.rank(), new long[] {id, others.length});
        tell(local, local.rank(), others);
        return joined(local, id, others);
    }

    /** Builds one as a member of {@code local} that is not its leader. Collective. */
    public static Communicator follow(Communicator local, int leader) {
        long[] header = hear(local, leader, 2);
        if (header[0] == REFUSED) {
            throw new MpiFailure(
                    MPI.MPI_ERR_COMM,
                    "local_leader " + leader + " has found its arguments wrong: there is no inter-communicator");
        }
        return joined(local, header[0], hear(local, leader, Math.toIntExact(header[1])));
    }

    /** The leader cannot go on: lets its group know. */
    public static void refuse(Communicator local) {
        tell(local, local.rank(), new long[] {REFUSED, 0});
    }

    private static Communicator joined(Communicator local, long id, long[] others) {
        return build(
                local,
                "inter-communicator from " + local,
                id,
                local.group(),
                group(others),
                Constructors.duplicate(local));
    }

    /** Same groups and error handler, new contexts. Collective over both groups. */
    static Communicator duplicate(Communicator inter) {
        long id = agree(inter, 0)[0];
        return build(
                inter,
                "dup of " + inter,
                id,
                inter.group(),
                inter.remoteGroup(),
                Constructors.duplicate(inter.localPart()));
    }

    /**
     * An intra-communicator of both groups. The one whose leader says {@code high} comes second;
     * when both say the same, the one whose leader has the lower world rank comes first. Collective
     * over both groups.
     */
    public static Communicator merge(Communicator inter, boolean high) {
        long[] agreement = agree(inter, high ? 1 : 0);
        boolean remoteHigh = agreement[1] != 0;
        boolean localHigh = agreement[2] != 0;
        int localLeader = inter.group().worldRank(LEADER);
        int remoteLeader = inter.remoteGroup().worldRank(LEADER);
        boolean localFirst = localHigh == remoteHigh ? localLeader < remoteLeader : remoteHigh;
        Group first = localFirst ? inter.group() : inter.remoteGroup();
        Group second = localFirst ? inter.remoteGroup() : inter.group();
        Group all = first.union(second);
        Communicator merged = new Communicator(
                inter.world(), "merge of " + inter, agreement[0], all, all, null, inter.errorHandler());
        merged.restrict(inter.restriction());
        return merged;
    }

    /**
     * One inter-communicator for each color that both groups have, members by key; null for
     * MPI_UNDEFINED and where the other group has no member of the color. Collective over both groups.
     */
    static Communicator split(Communicator inter, int color, int key) {
        Communicator local = inter.localPart();
        long[] mine = {color, key, inter.world().contextIds().next()};
        long[] ours = new long[FIELDS * inter.size()];
        local.collectives().as(CallKind.COMM_SPLIT).allgather(block(mine), block(ours), new Layout().regular(FIELDS));
        long[] theirs = new long[FIELDS * inter.remoteSize()];
        if (local.rank() == LEADER) {
            swap(inter, inter.construction(), LEADER, AGREEMENT_TAG, block(ours), block(theirs));
        }
        tell(local, LEADER, theirs);
        Communicator part = Constructors.split(local, color, key);
        if (part == null) {
            return null;
        }
        int[] own = Constructors.members(ours, color);
        int[] others = Constructors.members(theirs, color);
        if (others.length == 0) {
            part.free();
            return null;
        }
        int ownFirst = inter.group().worldRank(own[0]);
        int otherFirst = inter.remoteGroup().worldRank(others[0]);
        long id = ownFirst < otherFirst ? ours[FIELDS * own[0] + 2] : theirs[FIELDS * others[0] + 2];
        return build(
                inter,
                "split of " + inter,
                id,
                part.group(),
                Group.of(
                        IntStream.of(others).map(inter.remoteGroup()::worldRank).toArray()),
                part);
    }

    /** One of {@code members} of this group and those that the other group names. Collective. */
    static Communicator create(Communicator inter, Group members) {
        int place = members.rankOf(inter.engine().rank());
        return split(inter, place >= 0 ? 0 : MPI.MPI_UNDEFINED, place);
    }

    /** The agreed context name, the other leader's value and the own leader's value. */
    private static long[] agree(Communicator inter, long value) {
        Communicator local = inter.localPart();
        if (local.rank() != LEADER) {
            return hear(local, LEADER, 3);
        }
        long[] mine = {inter.world().contextIds().next(), value};
        long[] theirs = swap(inter, inter.construction(), LEADER, AGREEMENT_TAG, mine, 2);
        long[] agreement = {agreed(inter, LEADER, mine[0], theirs[0]), theirs[1], value};
        tell(local, LEADER, agreement);
        return agreement;
    }

    private static long agreed(Communicator way, int remoteLeader, long mine, long theirs) {
        boolean ownIsLower = way.engine().rank() < way.remoteGroup().worldRank(remoteLeader);
        return ownIsLower ? mine : theirs;
    }

    private static Communicator build(
            Communicator parent, String name, long id, Group local, Group remote, Communicator localPart) {
        Communicator inter = new Communicator(parent.world(), name, id, local, remote, null, parent.errorHandler());
        inter.restrict(parent.restriction());
        inter.setLocalPart(localPart);
        return inter;
    }

    // ---- Words between leaders, and between a leader and its group

    private static long[] swap(Communicator way, Context context, int peer, int tag, long[] out, int expected) {
        long[] in = new long[expected];
        swap(way, context, peer, tag, block(out), block(in));
        return in;
    }

    private static void swap(Communicator way, Context context, int peer, int tag, Block out, Block in) {
        BlockMessages.Arrival arrival = new BlockMessages.Arrival();
        if (way.engine().blocks().exchange(context, peer, tag, out, peer, tag, in, arrival) < 0) {
            throw new MpiFailure(
                    MPI.MPI_ERR_OTHER,
                    "the leaders do not build the same communicator: " + arrival.byteCount() + " bytes have come from"
                            + " the other one where " + in.byteCount() + " were expected");
        }
    }

    private static void tell(Communicator local, int root, long[] words) {
        local.collectives().as(CallKind.INTERCOMM_CREATE).bcast(block(words), root);
    }

    private static long[] hear(Communicator local, int root, int expected) {
        long[] words = new long[expected];
        tell(local, root, words);
        return words;
    }

    private static Block block(long[] words) {
        Block block = new Block();
        block.set(words, words.length, Datatypes.of(Predefined.LONG), true);
        return block;
    }

    private static long[] longs(int[] ranks) {
        long[] words = new long[ranks.length];
        Arrays.setAll(words, i -> ranks[i]);
        return words;
    }

    private static Group group(long[] worldRanks) {
        int[] ranks = new int[worldRanks.length];
        Arrays.setAll(ranks, i -> (int) worldRanks[i]);
        return Group.of(ranks);
    }
}
