package org.javampi.core.record;

import org.javampi.MPI_Message;

/** What a program that is replayed holds of a message that a matching probe has found. */
final class ReplayedMessage extends MPI_Message {
    private static final long serialVersionUID = 1L;

    @Override
    public String toString() {
        return "replayed message";
    }
}
