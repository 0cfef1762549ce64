package org.javampi.core.comm;

import org.javampi.MPI;
import org.javampi.core.buffer.Block;
import org.javampi.core.engine.CallOrder;
import org.javampi.core.engine.Context;
import org.javampi.core.engine.Schedule;
import org.javampi.core.failure.MpiFailure;
import org.javampi.core.reduce.Operation;
import org.javampi.core.spi.collective.Board;

/**
 * Writes down what an algorithm does, in a {@link Schedule}, and does nothing of it. What an algorithm
 * does may depend on ranks, sizes and its parameters, not on data; that is what the channel it otherwise
 * runs on demands too.
 */
final class RecordingChannel extends CommunicatorChannel {
    private final CallOrder order;
    private final Context way;

    /** To the other group of an inter-communicator; null when there is none. */
    private final Context remote;

    private Schedule schedule;

    /** The step of the first message that {@link #completeAll} will wait for; -1 when there is none. */
    private int firstOpen = -1;

    RecordingChannel(Communicator communicator, CallOrder order, Context way, Context remote) {
        super(communicator);
        this.order = order;
        this.way = way;
        this.remote = remote;
    }

    /** Begins a recording; what the last one has borrowed is taken back. */
    void begin(int kind, int mark, boolean persistent) {
        takeBack();
        firstOpen = -1;
        schedule = order.next(kind, mark, persistent);
    }

    /** Ends the recording and answers it. */
    Schedule end() {
        Schedule whole = schedule;
        forget();
        order.recorded(whole);
        return whole;
    }

    /** Drops a recording that has not been ended. */
    void abandon() {
        if (schedule != null) {
            order.abandon(schedule);
            forget();
        }
    }

    private void forget() {
        schedule = null;
        clearParts();
    }

    @Override
    public void send(Block data, int dest) {
        int step = schedule.send(way, dest, data);
        schedule.await(step, step + 1);
    }

    @Override
    public void receive(Block data, int source) {
        int step = schedule.receive(way, source, data);
        schedule.await(step, step + 1);
    }

    @Override
    public void exchange(Block out, int dest, Block in, int source) {
        int step = schedule.receive(way, source, in);
        schedule.send(way, dest, out);
        schedule.await(step, step + 2);
    }

    @Override
    public void startSend(Block data, int dest) {
        open(schedule.send(way, dest, data));
    }

    @Override
    public void startReceive(Block data, int source) {
        open(schedule.receive(way, source, data));
    }

    private void open(int step) {
        if (firstOpen < 0) {
            firstOpen = step;
        }
    }

    /** As {@link #startSend}, to a rank of the other group. */
    void startSendRemote(Block data, int dest) {
        open(schedule.send(remote, dest, data));
    }

    /** As {@link #startReceive}, from a rank of the other group. */
    void startReceiveRemote(Block data, int source) {
        open(schedule.receive(remote, source, data));
    }

    /** As {@link #exchange}, with ranks of the other group. */
    void exchangeRemote(Block out, int dest, Block in, int source) {
        int step = schedule.receive(remote, source, in);
        schedule.send(remote, dest, out);
        schedule.await(step, step + 2);
    }

    @Override
    public void completeAll() {
        if (firstOpen >= 0) {
            schedule.await(firstOpen, schedule.length());
            firstOpen = -1;
        }
    }

    @Override
    public Block packed(long byteCount) {
        return schedule.scratch().packed(byteCount);
    }

    @Override
    public Block scratch(Block like, int items) {
        return schedule.scratch().items(like, items);
    }

    @Override
    public void copy(Block from, Block to) {
        if (Math.min(from.byteCount(), to.byteCount()) > 0) {
            schedule.copy(from, to);
        }
    }

    @Override
    public void combine(Block in, Block inout, Operation operation) {
        if (inout.count() > 0) {
            schedule.combine(in, inout, operation);
        }
    }

    /** Found while it is recorded: nothing has been done yet. */
    @Override
    public void fail(MpiFailure failure) {
        throw failure;
    }

    @Override
    public Board board() {
        throw new MpiFailure(
                MPI.MPI_ERR_OTHER,
                "the algorithm works on shared memory, which only blocking calls can: choose another for calls that do"
                        + " not block and persistent ones");
    }
}
