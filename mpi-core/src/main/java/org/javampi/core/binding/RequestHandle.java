package org.javampi.core.binding;

import org.javampi.MPI_Request;
import org.javampi.core.comm.Communicator;
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

    /** For a persistent buffered send: where it takes its space at each start. */
    Object buffered;

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
        return handle;
    }

    /** Whether the operation is over and can be completed. */
    boolean isDone() {
        return request == null || request.isDone();
    }

    /** Whether it names nothing any more. */
    boolean isStale() {
        return freed || !persistent && !active;
    }

    /** Starts an inactive persistent operation. */
    void start() {
        active = true;
        if (nullProcess) {
            return;
        }
        Engine engine = communicator.engine();
        if (buffered != null) {
            throw new IllegalStateException();
        } else if (request instanceof SendRequest) {
            engine.restart((SendRequest) request, communicator.pointToPoint(), partner, tag, mode);
        } else {
            engine.restart((ReceiveRequest) request, communicator.pointToPoint(), partner, tag);
        }
    }

    /** The operation has been completed. */
    void retire() {
        active = false;
        if (!persistent && request != null) {
            communicator.engine().release(request);
            request = null;
        }
    }

    @Override
    public String toString() {
        return (persistent ? "persistent request on " : "request on ") + communicator;
    }
}
