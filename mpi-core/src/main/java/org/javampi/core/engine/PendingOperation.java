package org.javampi.core.engine;

import org.javampi.core.datatype.Datatype;

/**
 * A communication that is not over, for people who want to know why.
 *
 * @param context name of its context; {@link #NO_CONTEXT} where there is none
 * @param partner rank in the context's remote group; {@link Matching#ANY} for a wildcard or none
 * @param tag {@link Matching#ANY} for a wildcard or none
 * @param datatype null where there is none
 * @param providers world ranks of which any one can complete it
 * @param note what else there is to say of it; empty for nothing
 */
public record PendingOperation(
        Kind kind,
        long context,
        int partner,
        int tag,
        int count,
        Datatype datatype,
        long byteCount,
        int[] providers,
        String note) {
    /** Belongs to no communicator. */
    public static final long NO_CONTEXT = -1;

    /** A step of something larger, which {@code note} names. */
    public static PendingOperation step(long context, String note, int... providers) {
        return new PendingOperation(
                Kind.STEP, context, Matching.ANY, Matching.ANY, 0, null, 0, providers.clone(), note);
    }

    /** What is under way. */
    public enum Kind {
        SEND,
        RECEIVE,
        PROBE,
        /** Anything else that needs another rank. */
        STEP
    }
}
