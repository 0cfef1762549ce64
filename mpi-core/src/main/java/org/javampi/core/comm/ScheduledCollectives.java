package org.javampi.core.comm;

import org.javampi.core.buffer.Block;
import org.javampi.core.collective.Choice;
import org.javampi.core.collective.RuleBook;
import org.javampi.core.collective.Selection;
import org.javampi.core.engine.CallCode;
import org.javampi.core.engine.Schedule;
import org.javampi.core.reduce.Operation;
import org.javampi.core.spi.collective.AllgatherAlgorithm;
import org.javampi.core.spi.collective.AllreduceAlgorithm;
import org.javampi.core.spi.collective.AlltoallAlgorithm;
import org.javampi.core.spi.collective.BarrierAlgorithm;
import org.javampi.core.spi.collective.BcastAlgorithm;
import org.javampi.core.spi.collective.Collective;
import org.javampi.core.spi.collective.ExscanAlgorithm;
import org.javampi.core.spi.collective.GatherAlgorithm;
import org.javampi.core.spi.collective.Layout;
import org.javampi.core.spi.collective.ReduceAlgorithm;
import org.javampi.core.spi.collective.ReduceScatterAlgorithm;
import org.javampi.core.spi.collective.ScanAlgorithm;
import org.javampi.core.spi.collective.ScatterAlgorithm;
import org.javampi.core.topology.Neighbourhood;

/**
 * A communicator's collectives as schedules, for the forms that do not block and those that are
 * persistent: chooses the algorithm and records it. Arguments are as for {@link Collectives}. One thread
 * at a time.
 */
public final class ScheduledCollectives {
    private static final int NO_ROOT = -1;
    private static final int ALGORITHMS = 256;
    private static final int OPERATIONS = 31;

    private final Communicator communicator;
    private final RecordingChannel channel;
    private final CallArguments arguments = new CallArguments();
    private final InterCollectives inter;
    private Selection selection;
    private boolean persistent;
    private Choice choice;
    private Collective collective;
    private long size;

    ScheduledCollectives(Communicator communicator, RecordingChannel channel, RuleBook rules) {
        this.communicator = communicator;
        this.channel = channel;
        inter = communicator.isInter() ? new InterCollectives(communicator, channel, arguments, rules) : null;
        select(rules);
    }

    void select(RuleBook rules) {
        if (inter != null) {
            inter.select(rules);
        }
        selection = rules.scheduledSelection(channel.size(), channel.hosts());
    }

    /** For the caller to describe buffers and pieces; refilled by each call. */
    public CallArguments arguments() {
        return arguments;
    }

    /** Whether the calls that follow are recorded to be started repeatedly. */
    public ScheduledCollectives forRepeatedStarts(boolean repeated) {
        persistent = repeated;
        return this;
    }

    /** The calls of an inter-communicator; null of an intra-communicator. */
    public InterCollectives betweenGroups() {
        return inter.forRepeatedStarts(persistent);
    }

    public Schedule barrier() {
        begin(Collective.BARRIER, 0, true, true, NO_ROOT, 0);
        try {
            ((BarrierAlgorithm) choice.algorithm()).run(channel);
            return end();
        } finally {
            channel.abandon();
        }
    }

    public Schedule bcast(Block data, int root) {
        begin(Collective.BCAST, data.byteCount(), true, true, root, 0);
        try {
            ((BcastAlgorithm) choice.algorithm()).run(channel, data, root);
            return end();
        } finally {
            channel.abandon();
        }
    }

    public Schedule gather(Block send, Block receive, Layout layout, int root) {
        long bytes = CallArguments.pieceBytes(send, receive, layout);
        begin(Collective.GATHER, bytes, true, layout.isRegular(), root, 0);
        try {
            ((GatherAlgorithm) choice.algorithm()).run(channel, send, receive, layout, root);
            return end();
        } finally {
            channel.abandon();
        }
    }

    public Schedule scatter(Block send, Layout layout, Block receive, int root) {
        long bytes = CallArguments.pieceBytes(receive, send, layout);
        begin(Collective.SCATTER, bytes, true, layout.isRegular(), root, 0);
        try {
            ((ScatterAlgorithm) choice.algorithm()).run(channel, send, layout, receive, root);
            return end();
        } finally {
            channel.abandon();
        }
    }

    public Schedule allgather(Block send, Block receive, Layout layout) {
        long bytes = CallArguments.averageBytes(receive, layout, channel.size());
        begin(Collective.ALLGATHER, bytes, true, layout.isRegular(), NO_ROOT, 0);
        try {
            ((AllgatherAlgorithm) choice.algorithm()).run(channel, send, receive, layout);
            return end();
        } finally {
            channel.abandon();
        }
    }

    public Schedule alltoall(Block send, Layout sendPieces, Block receive, Layout receivePieces) {
        long bytes = CallArguments.pieceBytes(null, receive, receivePieces);
        begin(Collective.ALLTOALL, bytes, true, receivePieces.isRegular(), NO_ROOT, 0);
        try {
            ((AlltoallAlgorithm) choice.algorithm()).run(channel, send, sendPieces, receive, receivePieces);
            return end();
        } finally {
            channel.abandon();
        }
    }

    public Schedule reduce(Block send, Block receive, Operation operation, int root) {
        long bytes = (send != null ? send : receive).byteCount();
        begin(Collective.REDUCE, bytes, operation.isCommutative(), true, root, operation.mark());
        try {
            ((ReduceAlgorithm) choice.algorithm()).run(channel, send, receive, operation, root);
            return end();
        } finally {
            channel.abandon();
        }
    }

    /** {@code send} is null in place. */
    public Schedule allreduce(Block send, Block receive, Operation operation) {
        begin(Collective.ALLREDUCE, receive.byteCount(), operation.isCommutative(), true, NO_ROOT, operation.mark());
        try {
            load(send, receive);
            ((AllreduceAlgorithm) choice.algorithm()).run(channel, receive, operation);
            return end();
        } finally {
            channel.abandon();
        }
    }

    public Schedule reduceScatter(Block send, Block receive, Layout segments, Operation operation) {
        begin(Collective.REDUCE_SCATTER, send.byteCount(), operation.isCommutative(), true, NO_ROOT, operation.mark());
        try {
            ((ReduceScatterAlgorithm) choice.algorithm()).run(channel, send, receive, segments, operation);
            return end();
        } finally {
            channel.abandon();
        }
    }

    /** {@code send} is null in place. */
    public Schedule scan(Block send, Block receive, Operation operation) {
        begin(Collective.SCAN, receive.byteCount(), operation.isCommutative(), true, NO_ROOT, operation.mark());
        try {
            load(send, receive);
            ((ScanAlgorithm) choice.algorithm()).run(channel, receive, operation);
            return end();
        } finally {
            channel.abandon();
        }
    }

    /** {@code receive} is null at rank 0; {@code operand} is the same block in place. */
    public Schedule exscan(Block operand, Block receive, Operation operation) {
        begin(Collective.EXSCAN, operand.byteCount(), operation.isCommutative(), true, NO_ROOT, operation.mark());
        try {
            ((ExscanAlgorithm) choice.algorithm()).run(channel, operand, receive, operation);
            return end();
        } finally {
            channel.abandon();
        }
    }

    /**
     * Sends each rank a block of its own (MPI_Alltoallw, and all of its kin in place): all messages at once.
     * Pieces without bytes are no messages, for both sides know that.
     *
     * @param sends by rank; null in place, when what is received replaces what stands there
     * @param receives by rank
     */
    public Schedule exchange(Block[] sends, Block[] receives) {
        enter(CallKind.ALLTOALLW, false, 0, NO_ROOT, 0, -1);
        channel.begin(CallKinds.PIECES, 0, persistent);
        try {
            int rank = channel.rank();
            int size = channel.size();
            Block[] out = sends != null ? sends : copies(receives, size);
            for (int step = 1; step < size; step++) {
                int source = (rank - step + size) % size;
                if (receives[source].byteCount() > 0) {
                    channel.startReceive(receives[source], source);
                }
            }
            for (int step = 1; step < size; step++) {
                int dest = (rank + step) % size;
                if (out[dest].byteCount() > 0) {
                    channel.startSend(out[dest], dest);
                }
            }
            if (sends != null) {
                channel.copy(sends[rank], receives[rank]);
            }
            channel.completeAll();
            return endOf("all messages at once");
        } finally {
            channel.abandon();
        }
    }

    /** What stands where will be received, out of the way. */
    private Block[] copies(Block[] pieces, int size) {
        Block[] copies = arguments.sends(size);
        for (int other = 0; other < size; other++) {
            if (other != channel.rank()) {
                Block copy = channel.packed(pieces[other].byteCount());
                channel.copy(pieces[other], copy);
                copies[other].as(copy);
            }
        }
        return copies;
    }

    /**
     * Sends a block to each outgoing neighbour and receives one from each incoming one (MPI-4.1 §8.6), all
     * at once. Between two ranks the messages match in their order.
     *
     * @param sends by place in {@code neighbours.destinations()}
     * @param receives by place in {@code neighbours.sources()}
     */
    public Schedule neighbours(Neighbourhood neighbours, Block[] sends, Block[] receives) {
        enter(CallKind.NEIGHBOURS, false, 0, NO_ROOT, 0, -1);
        channel.begin(CallKinds.NEIGHBOURS, 0, persistent);
        try {
            for (int i = 0; i < neighbours.indegree(); i++) {
                int place = neighbours.receivedAs(i);
                if (neighbours.source(place) >= 0) {
                    channel.startReceive(receives[place], neighbours.source(place));
                }
            }
            for (int i = 0; i < neighbours.outdegree(); i++) {
                if (neighbours.destination(i) >= 0) {
                    channel.startSend(sends[i], neighbours.destination(i));
                }
            }
            channel.completeAll();
            return endOf("all messages at once");
        } finally {
            channel.abandon();
        }
    }

    private Schedule endOf(String algorithm) {
        Schedule schedule = channel.end();
        arguments.clear();
        if (communicator.sharedCalls().keepsLog()) {
            schedule.keepLog(algorithm);
        }
        return schedule;
    }

    private void load(Block send, Block receive) {
        if (send != null) {
            channel.copy(send, receive);
        }
    }

    private void begin(Collective which, long bytes, boolean commutative, boolean regular, int root, int operation) {
        collective = which;
        size = bytes;
        choice = selection.choose(which, bytes, commutative, regular);
        enter(CallKind.of(which), !regular, operation, root, choice.number(), regular ? bytes : -1);
        channel.begin(
                which.ordinal(), ((root + 1) * ALGORITHMS + choice.number()) * OPERATIONS + operation, persistent);
    }

    /** Of persistent requests it is the preparation that has its place among the calls, not the start (MPI-4.1 §6.13). */
    private void enter(CallKind kind, boolean variant, int operation, int root, int algorithm, long length) {
        long what = CallCode.of(kind.ordinal(), variant, true, operation, root, algorithm);
        communicator.sharedCalls().ledger().enter(persistent ? CallCode.prepared(what) : what, length);
    }

    private Schedule end() {
        Schedule schedule = endOf(choice.toString());
        note(schedule);
        return schedule;
    }

    private void note(Schedule schedule) {
        if (communicator.world().explanation() != null) {
            communicator
                    .world()
                    .explanation()
                    .noteRecorded(
                            collective,
                            communicator.toString(),
                            channel.size(),
                            choice,
                            size,
                            schedule.rounds(),
                            schedule.sends(),
                            schedule.sentBytes());
        }
    }
}
