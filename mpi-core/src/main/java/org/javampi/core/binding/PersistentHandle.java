package org.javampi.core.binding;

import org.javampi.core.buffer.Block;
import org.javampi.core.comm.Communicator;
import org.javampi.core.comm.Prepared;
import org.javampi.core.engine.Engine;
import org.javampi.core.engine.PendingOperation;
import org.javampi.core.engine.ReceiveRequest;
import org.javampi.core.engine.Request;
import org.javampi.core.engine.SendRequest;
import org.javampi.core.engine.SendRequest.Mode;

/**
 * A persistent request (MPI-1.1 §3.9): knows its arguments, is started as often as the program
 * likes, and becomes inactive instead of stale when completed.
 */
final class PersistentHandle extends RequestHandle implements Prepared {
    private static final long serialVersionUID = 1L;

    private final int tag;

    /** Of a send that is not buffered. */
    private final Mode mode;

    /** Of a buffered send: what is copied at each start. */
    private final Block bufferedData;

    /** The program has freed it. */
    private boolean freed;

    private PersistentHandle(
            Communicator communicator,
            Request request,
            int partner,
            int tag,
            Mode mode,
            Block bufferedData,
            boolean nullProcess) {
        super(communicator, request, partner, nullProcess, bufferedData != null);
        this.tag = tag;
        this.mode = mode;
        this.bufferedData = bufferedData;
        active = false;
        if (!nullProcess) {
            communicator.hold();
            communicator.preparedRequests().note(this);
        }
    }

    /**
     * @param mode of a send; null for a receive
     */
    static PersistentHandle of(Communicator communicator, Request request, int partner, int tag, Mode mode) {
        return new PersistentHandle(communicator, request, partner, tag, mode, null, false);
    }

    /** Operations with the null process. */
    static PersistentHandle ofNullProcess(Communicator communicator) {
        return new PersistentHandle(communicator, null, 0, 0, null, null, true);
    }

    /** A buffered send of {@code data}. */
    static PersistentHandle ofBuffered(Communicator communicator, Block data, int dest, int tag) {
        return new PersistentHandle(communicator, null, dest, tag, null, data, false);
    }

    @Override
    boolean isPersistent() {
        return true;
    }

    @Override
    void start() {
        if (nullProcess) {
            active = true;
            return;
        }
        Engine engine = communicator.engine();
        if (buffered) {
            cancelling = false;
            request = engine.attachedBuffer()
                    .startSend(communicator.pointToPoint(), partner, tag, bufferedData)
                    .request();
        } else if (request instanceof SendRequest) {
            engine.restart((SendRequest) request, communicator.pointToPoint(), partner, tag, mode);
        } else {
            engine.restart((ReceiveRequest) request, communicator.pointToPoint(), partner, tag);
        }
        active = true;
    }

    @Override
    public PendingOperation idle() {
        if (active || freed) {
            return null;
        }
        Block block = buffered ? bufferedData : request.block();
        boolean sends = buffered || request instanceof SendRequest;
        return new PendingOperation(
                sends ? PendingOperation.Kind.SEND : PendingOperation.Kind.RECEIVE,
                communicator.begunMessages().id(),
                partner,
                tag,
                block.count(),
                block.type(),
                block.byteCount(),
                partner < 0
                        ? communicator.remoteGroup().worldRanks()
                        : new int[] {communicator.remoteGroup().worldRank(partner)},
                "");
    }

    @Override
    boolean isStale() {
        return freed;
    }

    @Override
    void free() {
        if (!nullProcess) {
            communicator.letGo();
        }
        super.free();
        freed = true;
        communicator.preparedRequests().forget(this);
    }

    @Override
    Request retire() {
        active = false;
        return null;
    }

    @Override
    public String toString() {
        return "persistent " + super.toString();
    }
}
