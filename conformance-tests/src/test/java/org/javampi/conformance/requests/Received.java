package org.javampi.conformance.requests;

import static org.javampi.MPI.MPI_ANY_SOURCE;
import static org.javampi.MPI.MPI_ANY_TAG;

/**
 * What became of one receive: {@code number} is its place in the order of the starts, {@code
 * source} and {@code tag} are what it asked for, and {@code from}, {@code message} say which
 * message it got. Moments count the calls of the receiver.
 */
record Received(
        int number,
        int comm,
        int source,
        int tag,
        boolean cancelled,
        int from,
        int message,
        int messageTag,
        int length,
        int cancelAsked,
        int completed) {

    /** Whether {@code sent} to this rank matches. */
    boolean accepts(Sent sent) {
        return comm == sent.comm()
                && (source == MPI_ANY_SOURCE || source == sent.source())
                && (tag == MPI_ANY_TAG || tag == sent.tag());
    }
}
