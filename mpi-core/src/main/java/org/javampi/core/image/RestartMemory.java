package org.javampi.core.image;

/**
 * Whether a state that fits the heap now will fit it at a restart: it is read before the program makes its objects
 * anew, so that there it is twice for a moment.
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
     * @param heapBytes that its JVM may use
     */
    public static String warning(int rank, long stateBytes, long heapBytes) {
        if (2.0 * stateBytes <= USABLE * heapBytes) {
            return null;
        }
        long stateMib = (stateBytes >> MIB_SHIFT) + 1;
        return "rank " + rank + ": the checkpoint's state of " + stateMib
                + " MiB is in memory twice when it is restarted,"
                + " and the heap is limited to " + (heapBytes >> MIB_SHIFT) + " MiB: restart with -Xmx"
                + (long) Math.ceil(2 * stateMib / USABLE + REST_MIB) + "m or more";
    }
}
