package org.javampi.core.record;

import org.javampi.MPI_Request;

/** What a program that is replayed holds of an operation: its log knows the rest. */
final class ReplayedRequest extends MPI_Request {
    private static final long serialVersionUID = 1L;

    @Override
    public String toString() {
        return "replayed request";
    }
}
