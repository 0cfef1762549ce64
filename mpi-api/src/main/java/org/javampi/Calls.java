package org.javampi;

import java.lang.reflect.Array;

/**
 * What the chapters of the facade share: where a call goes, and how a value form reports an error.
 */
final class Calls {
    private Calls() {}

    /** The layer that MPI_ names enter: the outermost tool, or the binding itself. */
    static Binding tool() {
        return Attachment.top();
    }

    /** The layer that PMPI_ names enter. */
    static Binding binding() {
        return Attachment.bottom();
    }

    /** Throws the error of a value form whose C form returned {@code errorcode}. */
    static void check(int errorcode) {
        if (errorcode != Constants.MPI_SUCCESS) {
            throw Attachment.bottom().exception(errorcode);
        }
    }

    /**
     * Length of an array of one result for each of {@code count} entries of {@code given}. Where there are fewer entries, the
     * function refuses its arguments, and no memory is taken for results that there cannot be.
     */
    static int room(int count, Object given) {
        return given == null ? 0 : Math.max(0, Math.min(count, Array.getLength(given)));
    }

    /** Fresh statuses for the first {@code count} of some requests. */
    static MPI_Status[] statuses(int count, MPI_Request[] requests) {
        MPI_Status[] statuses = new MPI_Status[room(count, requests)];
        for (int i = 0; i < statuses.length; i++) {
            statuses[i] = new MPI_Status();
        }
        return statuses;
    }
}
