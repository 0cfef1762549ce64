package org.javampi.core.binding;

import java.util.concurrent.atomic.AtomicBoolean;
import org.javampi.MPI_Message;
import org.javampi.core.comm.Communicator;
import org.javampi.core.engine.MatchedMessage;

/** What a program holds of a message that a matching probe has found; received once. */
final class MessageHandle extends MPI_Message {
    private static final long serialVersionUID = 1L;

    final Communicator communicator;
    final MatchedMessage message;
    private final AtomicBoolean received = new AtomicBoolean();

    MessageHandle(Communicator communicator, MatchedMessage message) {
        this.communicator = communicator;
        this.message = message;
    }

    boolean isReceived() {
        return received.get();
    }

    /** Whether the caller is the one that receives it. */
    boolean receive() {
        return received.compareAndSet(false, true);
    }

    @Override
    public String toString() {
        return "message of " + message.byteCount() + " bytes from rank " + message.source() + " with tag "
                + message.tag() + " on " + communicator;
    }
}
