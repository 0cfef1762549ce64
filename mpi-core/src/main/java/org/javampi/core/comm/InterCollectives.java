package org.javampi.core.comm;

import org.javampi.core.buffer.Block;
import org.javampi.core.collective.RuleBook;
import org.javampi.core.collective.Selection;
import org.javampi.core.engine.Schedule;
import org.javampi.core.reduce.Operation;
import org.javampi.core.spi.collective.BarrierAlgorithm;
import org.javampi.core.spi.collective.BcastAlgorithm;
import org.javampi.core.spi.collective.Collective;
import org.javampi.core.spi.collective.Layout;
import org.javampi.core.spi.collective.ReduceAlgorithm;
import org.javampi.core.spi.collective.ScatterAlgorithm;

/**
 * Collectives between the two groups of an inter-communicator (MPI-4.1 §6.2.2), as schedules for all forms:
 * what one group gives, the other gets. Rank 0 of each group leads: what has to be known by a whole group
 * crosses once, between the leaders, and is combined before or handed out behind by the algorithms that rules
 * choose for that group. Pieces that belong to one rank each go straight from rank to rank.
 *
 * <p>Rooted calls know three roles: the root, the other ranks of its group, which do nothing, and the other
 * group, which names the root by its rank.
 */
public final class InterCollectives {
    /** The caller is the root. */
    public static final int ROOT = -1;

    /** The root is another rank of the caller's group. */
    public static final int IDLE = -2;

    private static final int LEADER = 0;

    private final Communicator communicator;
    private final RecordingChannel channel;
    private final CallArguments arguments;
    private Selection selection;
    private boolean persistent;

    InterCollectives(Communicator communicator, RecordingChannel channel, CallArguments arguments, RuleBook rules) {
        this.communicator = communicator;
        this.channel = channel;
        this.arguments = arguments;
        select(rules);
    }

    void select(RuleBook rules) {
        selection = rules.scheduledSelection(channel.size(), channel.hosts());
    }

    InterCollectives forRepeatedStarts(boolean repeated) {
        persistent = repeated;
        return this;
    }

    private int remoteSize() {
        return communicator.remoteSize();
    }

    private boolean isLeader() {
        return channel.rank() == LEADER;
    }

    /** Returns when all of both groups have entered. */
    public Schedule barrier() {
        begin(Collective.BARRIER);
        try {
            ((BarrierAlgorithm)
                            selection.choose(Collective.BARRIER, 0, true, true).algorithm())
                    .run(channel);
            if (isLeader()) {
                channel.exchangeRemote(channel.nothing(), LEADER, channel.nothing(), LEADER);
            }
            bcastLocally(channel.nothing());
            return end();
        } finally {
            channel.abandon();
        }
    }

    /**
     * Makes known to every rank what both leaders say.
     *
     * @param ours what the leader of this group says
     * @param theirs what the other one says
     */
    Schedule agree(Block ours, Block theirs) {
        channel.begin(CallKinds.BETWEEN_GROUPS + Collective.BCAST.ordinal(), 1, persistent);
        try {
            if (isLeader()) {
                channel.exchangeRemote(ours, LEADER, theirs, LEADER);
            }
            bcastLocally(ours);
            bcastLocally(theirs);
            return end();
        } finally {
            channel.abandon();
        }
    }

    /** {@code data} is sent by the root, and received by the other group; null at a rank that is idle. */
    public Schedule bcast(Block data, int root) {
        begin(Collective.BCAST);
        try {
            if (root == ROOT) {
                channel.startSendRemote(data, LEADER);
                channel.completeAll();
            } else if (root != IDLE) {
                if (isLeader()) {
                    channel.startReceiveRemote(data, root);
                    channel.completeAll();
                }
                bcastLocally(data);
            }
            return end();
        } finally {
            channel.abandon();
        }
    }

    /** The root receives a piece from each rank of the other group. */
    public Schedule gather(Block send, Block receive, Layout layout, int root) {
        begin(Collective.GATHER);
        try {
            if (root == ROOT) {
                for (int source = 0; source < remoteSize(); source++) {
                    channel.startReceiveRemote(piece(receive, layout, source), source);
                }
            } else if (root != IDLE) {
                channel.startSendRemote(send, root);
            }
            channel.completeAll();
            return end();
        } finally {
            channel.abandon();
        }
    }

    /** The root sends a piece to each rank of the other group. */
    public Schedule scatter(Block send, Layout layout, Block receive, int root) {
        begin(Collective.SCATTER);
        try {
            if (root == ROOT) {
                for (int dest = 0; dest < remoteSize(); dest++) {
                    channel.startSendRemote(piece(send, layout, dest), dest);
                }
            } else if (root != IDLE) {
                channel.startReceiveRemote(receive, root);
            }
            channel.completeAll();
            return end();
        } finally {
            channel.abandon();
        }
    }

    /** Each rank gets the pieces of all ranks of the other group. */
    public Schedule allgather(Block send, Block receive, Layout layout) {
        begin(Collective.ALLGATHER);
        try {
            for (int i = 0; i < remoteSize(); i++) {
                channel.startReceiveRemote(piece(receive, layout, i), i);
            }
            for (int i = 0; i < remoteSize(); i++) {
                channel.startSendRemote(send, i);
            }
            channel.completeAll();
            return end();
        } finally {
            channel.abandon();
        }
    }

    /** Each rank exchanges a block with each rank of the other group. */
    public Schedule exchange(Block[] sends, Block[] receives) {
        begin(Collective.ALLTOALL);
        try {
            for (int i = 0; i < remoteSize(); i++) {
                channel.startReceiveRemote(receives[i], i);
            }
            for (int i = 0; i < remoteSize(); i++) {
                channel.startSendRemote(sends[i], i);
            }
            channel.completeAll();
            return end();
        } finally {
            channel.abandon();
        }
    }

    /** The root gets the combination of the other group's blocks. */
    public Schedule reduce(Block send, Block receive, Operation operation, int root) {
        begin(Collective.REDUCE);
        try {
            if (root == ROOT) {
                channel.startReceiveRemote(receive, LEADER);
                channel.completeAll();
            } else if (root != IDLE) {
                Block sum = reduceLocally(send, operation);
                if (isLeader()) {
                    channel.startSendRemote(sum, root);
                    channel.completeAll();
                }
            }
            return end();
        } finally {
            channel.abandon();
        }
    }

    /** Each rank gets the combination of the other group's blocks. */
    public Schedule allreduce(Block send, Block receive, Operation operation) {
        begin(Collective.ALLREDUCE);
        try {
            Block sum = reduceLocally(send, operation);
            if (isLeader()) {
                channel.exchangeRemote(sum, LEADER, receive, LEADER);
            }
            bcastLocally(receive);
            return end();
        } finally {
            channel.abandon();
        }
    }

    /** The combination of the other group's blocks, cut into a segment for each rank of this one. */
    public Schedule reduceScatter(Block send, Block receive, Layout segments, Operation operation) {
        begin(Collective.REDUCE_SCATTER);
        try {
            Block sum = reduceLocally(send, operation);
            Block theirs = isLeader() ? channel.scratch(send, send.count()) : null;
            if (isLeader()) {
                channel.exchangeRemote(sum, LEADER, theirs, LEADER);
            }
            ((ScatterAlgorithm) selection
                            .choose(Collective.SCATTER, -1, true, false)
                            .algorithm())
                    .run(channel, theirs, segments, receive, LEADER);
            return end();
        } finally {
            channel.abandon();
        }
    }

    /** At the leader the combination of this group's blocks; null elsewhere. */
    private Block reduceLocally(Block send, Operation operation) {
        Block sum = isLeader() ? channel.scratch(send, send.count()) : null;
        ((ReduceAlgorithm) selection
                        .choose(Collective.REDUCE, send.byteCount(), operation.isCommutative(), true)
                        .algorithm())
                .run(channel, send, sum, operation, LEADER);
        return sum;
    }

    private void bcastLocally(Block data) {
        ((BcastAlgorithm) selection
                        .choose(Collective.BCAST, data.byteCount(), true, true)
                        .algorithm())
                .run(channel, data, LEADER);
    }

    private Block piece(Block whole, Layout layout, int rank) {
        return channel.part(whole, layout.displacement(rank), layout.count(rank));
    }

    private void begin(Collective collective) {
        channel.begin(CallKinds.BETWEEN_GROUPS + collective.ordinal(), 0, persistent);
    }

    private Schedule end() {
        Schedule schedule = channel.end();
        arguments.clear();
        return schedule;
    }
}
