package org.javampi;

/**
 * Hears of checkpoints, to let go of what cannot be saved and to build it again: open files,
 * threads, caches. Called by the thread that is in {@link Checkpoint#here}, or in {@link
 * MPI#MPI_Init()} for {@link #restarted}; may not call MPI in {@link #before}.
 */
public interface CheckpointListener {
    /** A checkpoint will be taken here. */
    default void before() {
        // Nothing to let go of.
    }

    /**
     * The program goes on.
     *
     * @param taken false when there is no checkpoint after all
     */
    default void after(boolean taken) {
        // Nothing to build again.
    }

    /**
     * The object that was registered together with this listener has come back from a checkpoint.
     */
    default void restarted() {
        // Nothing to build again.
    }
}
