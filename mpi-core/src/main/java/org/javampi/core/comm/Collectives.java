package org.javampi.core.comm;

import org.javampi.CollectiveSteps;
import org.javampi.core.buffer.Block;
import org.javampi.core.collective.Choice;
import org.javampi.core.collective.Explanation;
import org.javampi.core.collective.RuleBook;
import org.javampi.core.collective.Selection;
import org.javampi.core.engine.CallCode;
import org.javampi.core.engine.CollectiveLog;
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

/**
 * A communicator's collectives: chooses the algorithm and runs it. Arguments have been checked;
 * blocks that are not significant at a rank are null, and so is the send block of a rank in place.
 */
public final class Collectives {
    private static final long UNKNOWN = -1;
    private static final int IDLE = 0;
    private static final int BUSY = 1;

    /** Busy in one thread; another has freed the communicator meanwhile. */
    private static final int BUSY_AND_CLOSED = 2;

    private final Communicator communicator;
    private final Explanation explanation;
    private final CollectiveChannel channel;
    private final Block sendBlock = new Block();
    private final Block receiveBlock = new Block();
    private final Layout sendLayout = new Layout();
    private final Layout receiveLayout = new Layout();
    private Selection selection;

    /** For calls that the board has no room for; null before the first. */
    private Selection withoutBoard;

    /** The thread that was last in a collective, and what it does there. */
    private Thread user;

    private int state = IDLE;

    /** What the library makes the next call for; null for the program's own. */
    private CallKind purpose;

    /** Whether the algorithm has come to its end. */
    private boolean isThrough = true;

    Collectives(Communicator communicator, RuleBook rules) {
        this.communicator = communicator;
        explanation = communicator.world().explanation();
        channel = new CollectiveChannel(communicator);
        select(rules);
    }

    /** From the next call on, what it does inside is kept. */
    void keepLog() {
        channel.keepLog();
    }

    void keepLog(CollectiveLog ofSchedule) {
        channel.keepLog(ofSchedule);
    }

    /** What the last call did inside; null if that was not kept. */
    CollectiveSteps steps() {
        return channel.steps();
    }

    /** A rank that has not taken part in every collective that this one has finished, or -1. */
    int laggard() {
        return channel.laggard();
    }

    /** The last call, or null before the first. */
    LastCall lastCall() {
        return channel.lastCall();
    }

    void select(RuleBook rules) {
        selection = rules.selection(channel.size(), channel.hosts(), channel.hasBoard(), channel::isCrowded);
        withoutBoard = null;
    }

    public void barrier() {
        Choice choice = begin(Collective.BARRIER, 0, true, true, LastCall.NO_ROOT, 0, UNKNOWN);
        try {
            ((BarrierAlgorithm) choice.algorithm()).run(channel);
            finish(Collective.BARRIER, choice, 0);
        } finally {
            end();
        }
    }

    /**
     * The barrier of MPI_Finalize.
     *
     * @param hasFailed whether this rank has found that other calls have failed, of which all ranks hear here
     * @return whether any rank has said so
     */
    public boolean barrierOfFinalize(boolean hasFailed) {
        channel.announceFailure(hasFailed);
        as(CallKind.FINALIZE).barrier();
        return channel.hasHeardOfFailure();
    }

    public void bcast(Block data, int root) {
        Choice choice = begin(Collective.BCAST, data.byteCount(), true, true, root, 0, data.byteCount());
        try {
            ((BcastAlgorithm) choice.algorithm()).run(channel, data, root);
            finish(Collective.BCAST, choice, data.byteCount());
        } finally {
            end();
        }
    }

    public void gather(Block send, Block receive, Layout layout, int root) {
        long size = CallArguments.pieceBytes(send, receive, layout);
        Choice choice = begin(Collective.GATHER, size, true, size != UNKNOWN, root, 0, size);
        try {
            ((GatherAlgorithm) choice.algorithm()).run(channel, send, receive, layout, root);
            finish(Collective.GATHER, choice, size);
        } finally {
            end();
        }
    }

    public void scatter(Block send, Layout layout, Block receive, int root) {
        long size = CallArguments.pieceBytes(receive, send, layout);
        Choice choice = begin(Collective.SCATTER, size, true, size != UNKNOWN, root, 0, size);
        try {
            ((ScatterAlgorithm) choice.algorithm()).run(channel, send, layout, receive, root);
            finish(Collective.SCATTER, choice, size);
        } finally {
            end();
        }
    }

    public void allgather(Block send, Block receive, Layout layout) {
        long size = CallArguments.averageBytes(receive, layout, channel.size());
        Choice choice = begin(
                Collective.ALLGATHER,
                size,
                true,
                layout.isRegular(),
                LastCall.NO_ROOT,
                0,
                layout.isRegular() ? size : UNKNOWN);
        try {
            ((AllgatherAlgorithm) choice.algorithm()).run(channel, send, receive, layout);
            finish(Collective.ALLGATHER, choice, size);
        } finally {
            end();
        }
    }

    public void alltoall(Block send, Layout sendPieces, Block receive, Layout receivePieces) {
        boolean regular = receivePieces.isRegular();
        long size = regular ? receivePieces.count(0) * receive.type().size() : UNKNOWN;
        Choice choice = begin(Collective.ALLTOALL, size, true, regular, LastCall.NO_ROOT, 0, size);
        try {
            ((AlltoallAlgorithm) choice.algorithm()).run(channel, send, sendPieces, receive, receivePieces);
            finish(Collective.ALLTOALL, choice, size);
        } finally {
            end();
        }
    }

    public void reduce(Block send, Block receive, Operation operation, int root) {
        long size = (send != null ? send : receive).byteCount();
        Choice choice = begin(Collective.REDUCE, size, operation.isCommutative(), true, root, operation.mark(), size);
        try {
            ((ReduceAlgorithm) choice.algorithm()).run(channel, send, receive, operation, root);
            finish(Collective.REDUCE, choice, size);
        } finally {
            end();
        }
    }

    /** {@code send} is null in place. */
    public void allreduce(Block send, Block receive, Operation operation) {
        long size = receive.byteCount();
        Choice choice = begin(
                Collective.ALLREDUCE, size, operation.isCommutative(), true, LastCall.NO_ROOT, operation.mark(), size);
        try {
            load(send, receive);
            ((AllreduceAlgorithm) choice.algorithm()).run(channel, receive, operation);
            finish(Collective.ALLREDUCE, choice, size);
        } finally {
            end();
        }
    }

    public void reduceScatter(Block send, Block receive, Layout segments, Operation operation) {
        long size = send.byteCount();
        Choice choice = begin(
                Collective.REDUCE_SCATTER,
                size,
                operation.isCommutative(),
                !segments.isRegular(),
                LastCall.NO_ROOT,
                operation.mark(),
                size);
        try {
            ((ReduceScatterAlgorithm) choice.algorithm()).run(channel, send, receive, segments, operation);
            finish(Collective.REDUCE_SCATTER, choice, size);
        } finally {
            end();
        }
    }

    /** {@code send} is null in place. */
    public void scan(Block send, Block receive, Operation operation) {
        long size = receive.byteCount();
        Choice choice =
                begin(Collective.SCAN, size, operation.isCommutative(), true, LastCall.NO_ROOT, operation.mark(), size);
        try {
            load(send, receive);
            ((ScanAlgorithm) choice.algorithm()).run(channel, receive, operation);
            finish(Collective.SCAN, choice, size);
        } finally {
            end();
        }
    }

    /** {@code receive} is null at rank 0; {@code operand} is the same block in place. */
    public void exscan(Block operand, Block receive, Operation operation) {
        long size = operand.byteCount();
        Choice choice = begin(
                Collective.EXSCAN, size, operation.isCommutative(), true, LastCall.NO_ROOT, operation.mark(), size);
        try {
            ((ExscanAlgorithm) choice.algorithm()).run(channel, operand, receive, operation);
            finish(Collective.EXSCAN, choice, size);
        } finally {
            end();
        }
    }

    private void load(Block send, Block receive) {
        if (send != null) {
            channel.copy(send, receive);
        }
    }

    /** For the caller to describe what it sends; refilled by each call. */
    public Block sendBlock() {
        return sendBlock;
    }

    /** For the caller to describe where it receives; refilled by each call. */
    public Block receiveBlock() {
        return receiveBlock;
    }

    /** For the caller to describe pieces that are sent. */
    public Layout sendLayout() {
        return sendLayout;
    }

    /** For the caller to describe pieces that are received. */
    public Layout receiveLayout() {
        return receiveLayout;
    }

    /** What the library makes the next call for. */
    Collectives as(CallKind next) {
        purpose = next;
        return this;
    }

    /**
     * Begins a call.
     *
     * @param plain whether it is the function's plain form
     * @param length in bytes that all ranks must name alike, or UNKNOWN
     */
    private Choice begin(
            Collective collective,
            long size,
            boolean commutative,
            boolean plain,
            int root,
            int operation,
            long length) {
        if (user != Thread.currentThread()) {
            user = Thread.currentThread();
        }
        CallKind kind = purpose == null ? CallKind.of(collective) : purpose;
        purpose = null;
        state = BUSY;
        boolean begun = false;
        try {
            boolean regular = plain || collective == Collective.REDUCE_SCATTER;
            Choice choice = selection.choose(collective, size, commutative, regular);
            if (choice.needsBoard() && !channel.serves(shown(collective, size))) {
                choice = withoutBoard().choose(collective, size, commutative, regular);
            }
            channel.begin(CallCode.of(kind.ordinal(), !plain, false, operation, root, choice.number()), length);
            begun = true;
            isThrough = false;
            return choice;
        } finally {
            if (!begun) {
                state = IDLE;
            }
        }
    }

    /** How much a rank shows at most in a call of that size. */
    private long shown(Collective collective, long size) {
        boolean pieces = collective == Collective.ALLTOALL || collective == Collective.ALLGATHER;
        return pieces ? size * channel.size() : size;
    }

    private Selection withoutBoard() {
        if (withoutBoard == null) {
            withoutBoard = selection.withoutSharedMemory("no room in shared memory");
        }
        return withoutBoard;
    }

    /**
     * The communicator is free and all have read what lies on its board: gives the board's memory back,
     * or leaves that to a thread that is still in a collective.
     */
    void close() {
        Thread last = user;
        if (last != null && last != Thread.currentThread() && last.isAlive()) {
            // It stops for that, and what it has stored is seen: collectives themselves pay no fence for it.
            last.getStackTrace();
        }
        if (state == IDLE) {
            channel.closeBoard();
        } else {
            state = BUSY_AND_CLOSED;
        }
    }

    private void finish(Collective collective, Choice choice, long size) {
        isThrough = true;
        channel.finish(choice);
        if (explanation != null) {
            explanation.note(
                    collective,
                    communicator.toString(),
                    channel.size(),
                    choice,
                    size,
                    channel.rounds(),
                    channel.messages(),
                    channel.bytes());
        }
    }

    private void end() {
        if (!isThrough) {
            isThrough = true;
            channel.breakOff("it has ended with an exception");
        }
        channel.end();
        sendBlock.clear();
        receiveBlock.clear();
        if (state == BUSY_AND_CLOSED) {
            channel.closeBoard();
        }
        state = IDLE;
    }
}
