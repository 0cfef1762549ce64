package org.javampi.core.binding;

/** A layer over the binding that keeps something of the rank's state, which is saved and restored with it. */
public interface SavedLayer {
    /**
     * The rank has joined. Called by the thread that has called MPI_Init, within that.
     *
     * @param earlier what {@link #state} was in the checkpoint that the rank goes on from; null if there is none, or if
     *     it was taken without such a layer
     */
    void onJoined(Object earlier);

    /** What is to be saved, {@code Serializable}: one graph with the rank's own state. The rank stands. */
    Object state();

    /** An image was made that has {@link #state}: of the checkpoint {@code epoch}, if all ranks succeed. The rank stands. */
    void onCaptured(long epoch);
}
