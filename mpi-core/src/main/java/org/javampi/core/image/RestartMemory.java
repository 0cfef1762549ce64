package org.javampi.core.image;

/**
 * Whether a state that fits the heap now will fit it at a restart. What the program has registered takes the room of
 * the objects that it has made anew. What MPI holds of it - buffers of pending operations, attributes, callbacks - is
 * read before the program makes anything, and an array that an object registered earlier holds is read with that
 * object: such arrays are in memory twice for a moment.
 */
public final class RestartMemory {
    private static final int MIB_SHIFT = 20;

    /** For what else a program has, and for what generations of a collector leave free. */
    private static final double USABLE = 0.75;

    private static final long REST_MIB = 32;

    private RestartMemory() {}

    /**
     * What to tell the user when it will not, with the remedy; null when it will.
     *
     * @param rank in the world
     * @param stateBytes of its saved state
     * @param heldBytes how many of them are held so
     * @param heapBytes that its JVM may use
     */
    public static String warning(int rank, long stateBytes, long heldBytes, long heapBytes) {
        long neededMib = (stateBytes >> MIB_SHIFT) + (heldBytes >> MIB_SHIFT) + 1;
        if (heldBytes == 0 || neededMib <= USABLE * (heapBytes >> MIB_SHIFT)) {
            return null;
        }
        return "rank " + rank + ": of the checkpoint's state of " + ((stateBytes >> MIB_SHIFT) + 1) + " MiB, "
                + ((heldBytes >> MIB_SHIFT) + 1)
                + " MiB are held by MPI (a pending operation, an attribute, a callback) or by an object registered before"
                + " them, and are in memory twice when it is restarted; the heap is limited to "
                + (heapBytes >> MIB_SHIFT) + " MiB: restart with -Xmx"
                + (long) Math.ceil(neededMib / USABLE + REST_MIB) + "m or more";
    }
}
