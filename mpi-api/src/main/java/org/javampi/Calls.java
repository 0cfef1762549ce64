package org.javampi;

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

    /** As many fresh statuses as {@code count} asks for; none when it is negative. */
    static MPI_Status[] statuses(int count) {
        MPI_Status[] statuses = new MPI_Status[Math.max(0, count)];
        for (int i = 0; i < statuses.length; i++) {
            statuses[i] = new MPI_Status();
        }
        return statuses;
    }
}
