package org.javampi.checkpoint;

import java.io.IOException;
import java.util.function.BooleanSupplier;

/**
 * What a resource does while it stands at a {@link FreezePoint}. Called by the resource's own
 * thread, but for {@link #nudge}.
 */
public interface Freezable {
    /** Empty when nothing of the resource's is on the way, else what is. */
    String unrest();

    /** Triples of peer, frames sent to it and frames received from it. */
    long[] frameCounts();

    /** Waits, and lets messages come and go meanwhile, until {@code over}. */
    void await(BooleanSupplier over);

    /** Makes {@link #await} look again. Any thread. */
    void nudge();

    /**
     * Makes an image of all state, which the resource may change when this has returned.
     *
     * @param epoch number of the checkpoint that the image is for
     * @throws Unsavable when part of it cannot be saved
     */
    Image capture(long epoch) throws Unsavable;

    /** State that waits to be written. */
    interface Image {
        /** About how many bytes it will take. */
        long byteCount();

        /** Writes the sections. Another thread than the resource's. */
        void write(PartOutput out) throws IOException;

        /** It is needed no longer, written or not. The thread that writes. */
        default void release() {}
    }

    /** Something cannot be saved; the message names its path. */
    final class Unsavable extends Exception {
        private static final long serialVersionUID = 1L;

        /** Says what and where. */
        public Unsavable(String message, Throwable cause) {
            super(message, cause);
        }
    }
}
