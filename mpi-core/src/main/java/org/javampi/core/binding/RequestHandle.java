package org.javampi.core.binding;

import org.javampi.MPI_Request;
import org.javampi.core.buffer.Block;
import org.javampi.core.comm.Communicator;
import org.javampi.core.engine.BufferedSend;
import org.javampi.core.engine.Engine;
import org.javampi.core.engine.ReceiveRequest;
import org.javampi.core.engine.Request;
import org.javampi.core.engine.SendRequest;
import org.javampi.core.engine.SendRequest.Mode;

/**
 * What a program holds of an operation under way. When the operation has been completed the handle
 * is stale, in every copy, and behaves as MPI_REQUEST_NULL; a persistent one becomes inactive
 * instead.
 */
final class RequestHandle extends MPI_Request {
    private static final long serialVersionUID = 1L;

    final Communicator communicator;

    /** The operation; null when the handle is stale or names the null process. */
    Request request;

    /** Partner MPI_PROC_NULL: complete as soon as it is started. */
    final boolean nullProcess;

    final boolean persistent;

    /**
     * For a persistent one: started and not yet completed. Others are active until they are stale.
     */
    boolean active;

    /** The program has freed it. */
    boolean freed;

    /** For a persistent one: its arguments. */
    int partner;

    int tag;
    Mode mode;

    /** For a persistent buffered send: what is copied at each start. */
    Block bufferedData;

    /** For a buffered send: a cancellation has been asked for, so that the outcome is open. */
    boolean cancelling;

    private boolean buffered;

    private RequestHandle(
            Communicator communicator, Request request, boolean nullProcess, boolean persistent) {
        this.communicator = communicator;
        this.request = request;
        this.nullProcess = nullProcess;
        this.persistent = persistent;
        active = !persistent;
    }

    static RequestHandle of(Communicator communicator, Request request) {
        return new RequestHandle(communicator, request, false, false);
    }

    /** An operation with the null process. */
    static RequestHandle ofNullProcess(Communicator communicator, boolean persistent) {
        return new RequestHandle(communicator, null, true, persistent);
    }

    static RequestHandle persistent(
            Communicator communicator, Request request, int partner, int tag, Mode mode) {
        RequestHandle handle = new RequestHandle(communicator, request, false, true);
        handle.partner = partner;
        handle.tag = tag;
        handle.mode = mode;
        communicator.hold();
        return handle;
    }

    /**
     * A buffered send: complete as soon as it is started, and forgotten by the handle when
     * completed. The attached buffer owns its request.
     */
    static RequestHandle ofBuffered(Communicator communicator, BufferedSend send) {
        RequestHandle handle = new RequestHandle(communicator, send.request(), false, false);
        handle.buffered = true;
        return handle;
    }

    /** A persistent buffered send of {@code data}. */
    static RequestHandle persistentBuffered(
            Communicator communicator, Block data, int dest, int tag) {
        RequestHandle handle = persistent(communicator, null, dest, tag, null);
        handle.buffered = true;
        handle.bufferedData = data;
        return handle;
    }

    /** Whether the operation is over and can be completed. */
    boolean isDone() {
        return request == null || buffered && !cancelling || request.isDone();
    }

    /** Whether the engine has a request that is this handle's to give back. */
    boolean ownsRequest() {
        return request != null && !buffered;
    }

    /** Whether it names nothing any more. */
    boolean isStale() {
        return freed || !persistent && !active;
    }

    /** The program gives the handle up. */
    void free() {
        if (persistent && !nullProcess) {
            communicator.letGo();
        }
        request = null;
        freed = true;
        active = false;
    }

    /** Starts an inactive persistent operation. */
    void start() {
        if (nullProcess) {
            active = true;
            return;
        }
        Engine engine = communicator.engine();
        if (buffered) {
            cancelling = false;
            request =
                    engine.attachedBuffer()
                            .startSend(communicator.pointToPoint(), partner, tag, bufferedData)
                            .request();
        } else if (request instanceof SendRequest) {
            engine.restart((SendRequest) request, communicator.pointToPoint(), partner, tag, mode);
        } else {
            engine.restart((ReceiveRequest) request, communicator.pointToPoint(), partner, tag);
        }
        active = true;
    }

    /**
     * The operation has been completed: answers the request that goes back to the engine, or null.
     */
    Request retire() {
        active = false;
        if (persistent) {
            return null;
        }
        Request spare = buffered ? null : request;
        request = null;
        return spare;
    }

    @Override
    public String toString() {
        return (persistent ? "persistent request on " : "request on ") + communicator;
    }
}
