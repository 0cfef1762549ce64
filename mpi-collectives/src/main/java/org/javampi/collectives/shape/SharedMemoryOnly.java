package org.javampi.collectives.shape;

import org.javampi.core.spi.collective.Situation;

/** What the algorithms over a board have in common. */
public final class SharedMemoryOnly {
    private SharedMemoryOnly() {}

    /** Why such an algorithm cannot run, or null. */
    public static String refusal(Situation situation) {
        if (situation.recorded()) {
            return "it works on shared memory, which only blocking calls can";
        }
        return situation.sharedMemory() ? null : "its ranks must share memory: on one host, with the transport shm";
    }

    /** The same where it needs pieces of one size. */
    public static String regularRefusal(Situation situation) {
        String refusal = refusal(situation);
        return refusal == null && !situation.regular() ? "every rank's piece must have the same size" : refusal;
    }
}
