package org.javampi.core.binding;

import org.javampi.MPI_Request;
import org.javampi.MPI_Status;
import org.javampi.Predefined;
import org.javampi.core.comm.Communicator;
import org.javampi.core.engine.BufferedSend;
import org.javampi.core.engine.Departure;
import org.javampi.core.engine.ReceiveRequest;
import org.javampi.core.engine.Request;
import org.javampi.core.engine.SendRequest;
import org.javampi.core.failure.MpiFailure;

/**
 * What a program holds of an operation under way. When the operation has been completed the handle
 * is stale, in every copy, and behaves as MPI_REQUEST_NULL. Small: each non-blocking call makes
 * one.
 */
class RequestHandle extends MPI_Request implements Departure {
    private static final long serialVersionUID = 1L;

    final Communicator communicator;

    /**
     * The engine's part of the operation; null when the handle is stale, names the null process, or
     * is of a send whose message has left.
     */
    Request request;

    /** Destination of a send, or source of a persistent receive, in the communicator. */
    final int partner;

    /** Of a send whose message has left: what its message is called between the two ranks. */
    private int sequence;

    /** Whether {@link #sequence} has been told. */
    private boolean isOfSend;

    /** Partner MPI_PROC_NULL: complete as soon as it is started. */
    final boolean nullProcess;

    /** Started and not yet completed. */
    boolean active;

    final boolean buffered;

    /** Of a buffered send: a cancellation has been asked for, so that the outcome is open. */
    boolean cancelling;

    RequestHandle(Communicator communicator, Request request, int partner, boolean nullProcess, boolean buffered) {
        this.communicator = communicator;
        this.request = request;
        this.partner = partner;
        this.nullProcess = nullProcess;
        this.buffered = buffered;
        active = true;
    }

    static RequestHandle ofReceive(Communicator communicator, Request request) {
        return new RequestHandle(communicator, request, 0, false, false);
    }

    /** A send to be started, which will be told here. */
    static RequestHandle ofSend(Communicator communicator, int dest) {
        return new RequestHandle(communicator, null, dest, false, false);
    }

    /** An operation with the null process. */
    static RequestHandle ofNullProcess(Communicator communicator) {
        return new RequestHandle(communicator, null, 0, true, false);
    }

    /**
     * A buffered send: complete as soon as it is started, and forgotten by the handle when
     * completed. The attached buffer owns its request.
     */
    static RequestHandle ofBuffered(Communicator communicator, BufferedSend send) {
        return new RequestHandle(communicator, send.request(), 0, false, true);
    }

    @Override
    public final void left(int number) {
        sequence = number;
        isOfSend = true;
    }

    @Override
    public final void underWay(SendRequest send) {
        request = send;
    }

    @Override
    public final long messageNumber() {
        boolean leftAtOnce = request == null && isOfSend && active;
        return request instanceof SendRequest send
                ? Integer.toUnsignedLong(send.sequence())
                : leftAtOnce ? Integer.toUnsignedLong(sequence) : -1;
    }

    /** Whether the operation is over and can be completed. */
    final boolean isDone() {
        return request == null || buffered && !cancelling || request.isDone();
    }

    /** Whether it is over and went wrong. */
    final boolean hasFailed() {
        return request != null && request.failure() != null;
    }

    /** Whether the engine has a request that is this handle's to give back. */
    final boolean ownsRequest() {
        return request != null && !buffered;
    }

    /** Whether it names nothing any more. */
    boolean isStale() {
        return !active;
    }

    /** Whether it can be started again when it has been completed. */
    boolean isPersistent() {
        return false;
    }

    /** Starts a persistent operation, which must be inactive. */
    void start() {
        throw new IllegalStateException(this + " is not persistent");
    }

    /** Fills the status of an operation that is done, unless it is null; answers its failure, if any. */
    MpiFailure record(MPI_Status status) {
        if (request == null) {
            if (nullProcess) {
                PointToPointCalls.recordNullProcess(status);
            } else if (status != null) {
                status.record(Predefined.ANY_SOURCE, Predefined.ANY_TAG, 0, false);
            }
            return null;
        }
        if (status != null) {
            if (request instanceof ReceiveRequest receive && !request.isCancelled()) {
                status.record(receive.source(), receive.receivedTag(), receive.byteCount(), receive.sequence());
            } else {
                status.record(Predefined.ANY_SOURCE, Predefined.ANY_TAG, 0, request.isCancelled());
            }
        }
        return request.failure();
    }

    /** Called behind {@link #retire}: answers the failure of the completion, {@code failure} if there has been one. */
    MpiFailure retired(MpiFailure failure) {
        return failure;
    }

    /** Asks for cancellation; the operation is still to be completed. */
    void cancel() {
        if (nullProcess) {
            return;
        }
        cancelling = true;
        if (request == null) {
            request = communicator.engine().recall(communicator.begunMessages(), partner, sequence);
        } else {
            communicator.engine().cancel(request);
        }
    }

    /** Refuses to be given up while that is not allowed. */
    void checkFreeable() {
        // A message goes on without its handle.
    }

    /** The program gives the handle up. */
    void free() {
        request = null;
        active = false;
    }

    /**
     * The operation has been completed: answers the request that goes back to the engine, or null.
     */
    Request retire() {
        active = false;
        Request spare = buffered ? null : request;
        request = null;
        return spare;
    }

    @Override
    public String toString() {
        return "request on " + communicator;
    }
}
