package org.javampi.core.comm;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.javampi.MPI;
import org.javampi.Predefined;
import org.javampi.core.buffer.Block;
import org.javampi.core.datatype.Datatype;
import org.javampi.core.datatype.Datatypes;
import org.javampi.core.engine.Engine;
import org.javampi.core.engine.SendRequest;
import org.javampi.core.group.Group;
import org.javampi.core.spi.collective.Layout;

/**
 * How communicators are made of communicators (MPI-1.1 §5.4.2). What members must agree on is the
 * new context's name, which the first member of the new group gives: it travels with what they
 * exchange anyway.
 */
public final class Constructors {
    /** Color, key and a context name, of each rank. */
    static final int FIELDS = 3;

    private Constructors() {}

    /** MPI_IDENT, MPI_CONGRUENT, MPI_SIMILAR or MPI_UNEQUAL. */
    public static int compare(Communicator one, Communicator other) {
        if (one == other) {
            return MPI.MPI_IDENT;
        }
        if (one.isInter() != other.isInter()) {
            return MPI.MPI_UNEQUAL;
        }
        int local = one.group().compare(other.group());
        int remote = one.remoteGroup().compare(other.remoteGroup());
        if (local == MPI.MPI_IDENT && remote == MPI.MPI_IDENT) {
            return MPI.MPI_CONGRUENT;
        }
        return local == MPI.MPI_UNEQUAL || remote == MPI.MPI_UNEQUAL ? MPI.MPI_UNEQUAL : MPI.MPI_SIMILAR;
    }

    /** Same groups, topology and error handler; a new context. Collective. */
    public static Communicator duplicate(Communicator parent) {
        if (parent.isInter()) {
            return InterCommunicators.duplicate(parent);
        }
        Communicator duplicate = derived(parent, "dup of " + parent, agree(parent, CallKind.COMM_DUP), parent.group());
        duplicate.setTopology(parent.topology());
        duplicate.sharedCalls().inheritRules(parent.sharedCalls());
        return duplicate;
    }

    /**
     * A communicator for {@code members}, or null at a rank that is none. Collective over the
     * parent.
     */
    public static Communicator create(Communicator parent, Group members) {
        if (parent.isInter()) {
            return InterCommunicators.create(parent, members);
        }
        return create(parent, members, CallKind.COMM_CREATE);
    }

    /** The same for another function than MPI_Comm_create. */
    public static Communicator create(Communicator parent, Group members, CallKind function) {
        long id = agree(parent, function);
        return members.contains(parent.world().engine().rank())
                ? derived(parent, "part of " + parent, id, Group.of(members.worldRanks()))
                : null;
    }

    /** One communicator for each color, members by key; null for MPI_UNDEFINED. Collective. */
    public static Communicator split(Communicator parent, int color, int key) {
        if (parent.isInter()) {
            return InterCommunicators.split(parent, color, key);
        }
        return split(parent, color, key, CallKind.COMM_SPLIT);
    }

    /** The same for another function than MPI_Comm_split. */
    public static Communicator split(Communicator parent, int color, int key, CallKind function) {
        int size = parent.size();
        long[] mine = {color, key, parent.world().contextIds().next()};
        long[] all = new long[FIELDS * size];
        Datatype type = Datatypes.of(Predefined.LONG);
        Block send = new Block();
        send.set(mine, FIELDS, type, false);
        Block receive = new Block();
        receive.set(all, all.length, type, true);
        parent.collectives().as(function).allgather(send, receive, new Layout().regular(FIELDS));
        if (color == MPI.MPI_UNDEFINED) {
            return null;
        }
        int[] members = members(all, color);
        int[] worldRanks = IntStream.of(members).map(parent.group()::worldRank).toArray();
        long id = all[FIELDS * members[0] + 2];
        return derived(parent, "split of " + parent, id, Group.of(worldRanks));
    }

    /** The ranks of a color, by key. */
    static int[] members(long[] all, int color) {
        List<Integer> members = new ArrayList<>();
        for (int rank = 0; rank < all.length / FIELDS; rank++) {
            if (all[FIELDS * rank] == color) {
                members.add(rank);
            }
        }
        // The sort is stable: equal keys stay in the order of the parent's ranks.
        members.sort((a, b) -> Long.compare(all[FIELDS * a + 1], all[FIELDS * b + 1]));
        return members.stream().mapToInt(rank -> rank).toArray();
    }

    /** One communicator for each host, members by key; null for a rank that wants none. Collective. */
    public static Communicator splitByHost(Communicator parent, boolean member, int key) {
        int[] hosts = parent.hosts();
        int first = 0;
        while (hosts[first] != hosts[parent.rank()]) {
            first++;
        }
        // The lowest rank of the host: the same color at all of them, whatever hosts are numbered by.
        return split(parent, member ? first : MPI.MPI_UNDEFINED, key, CallKind.COMM_SPLIT_TYPE);
    }

    /**
     * A communicator for {@code members}, of which this rank is one. Only they call. The first of them gives the context's
     * name to the others, in messages that carry {@code tag}.
     */
    public static Communicator createAmong(Communicator parent, Group members, int tag) {
        Engine engine = parent.engine();
        int[] worldRanks = members.worldRanks();
        long[] id = {0};
        Datatype type = Datatypes.of(Predefined.LONG);
        if (worldRanks[0] == engine.rank()) {
            id[0] = parent.world().contextIds().next();
            for (int i = 1; i < worldRanks.length; i++) {
                int dest = parent.group().rankOf(worldRanks[i]);
                engine.send(parent.grouping(), dest, tag, id, 1, type, SendRequest.Mode.STANDARD);
            }
        } else {
            int source = parent.group().rankOf(worldRanks[0]);
            engine.receive(parent.grouping(), source, tag, id, 1, type, null);
        }
        return derived(parent, "part of " + parent, id[0], Group.of(worldRanks));
    }

    /** A context name that rank 0 of {@code parent} gives and everybody learns. Collective. */
    static long agree(Communicator parent, CallKind function) {
        long[] id = {parent.rank() == 0 ? parent.world().contextIds().next() : 0};
        Block block = new Block();
        block.set(id, 1, Datatypes.of(Predefined.LONG), true);
        parent.collectives().as(function).bcast(block, 0);
        return id[0];
    }

    private static Communicator derived(Communicator parent, String name, long id, Group group) {
        Communicator derived = new Communicator(parent.world(), name, id, group, group, null, parent.errorHandler());
        derived.restrict(parent.restriction());
        return derived;
    }
}
