package org.javampi.core.engine;

import java.util.Arrays;
import org.javampi.CollectiveSteps;

/**
 * What a collective does inside at this rank, for a tool that asks. One thread at a time writes it: that of the collective,
 * or the one that holds the engine's lock.
 */
public final class CollectiveLog {
    private long[] steps = new long[64 * CollectiveSteps.FIELDS];
    private int used;
    private String algorithm;
    private long rounds;

    /** Another call begins. */
    public void begin() {
        used = 0;
        algorithm = null;
    }

    /** A message has left, or waits in its peer's queue. */
    public void sent(int dest, long bytes) {
        add(dest, bytes, 0);
    }

    /** A message has come. */
    public void received(int source, long bytes) {
        add(source, bytes, 1);
    }

    private void add(int peer, long bytes, int isReceive) {
        if (used == steps.length) {
            steps = Arrays.copyOf(steps, 2 * used);
        }
        steps[used + CollectiveSteps.TIME] = System.nanoTime();
        steps[used + CollectiveSteps.PEER] = peer;
        steps[used + CollectiveSteps.BYTES] = bytes;
        steps[used + CollectiveSteps.IS_RECEIVE] = isReceive;
        used += CollectiveSteps.FIELDS;
    }

    /** The call is over. */
    public void end(String byAlgorithm, long inRounds) {
        algorithm = byAlgorithm;
        rounds = inRounds;
    }

    /** Null before a collective has ended. */
    public CollectiveSteps steps() {
        return algorithm == null ? null : new CollectiveSteps(algorithm, rounds, Arrays.copyOf(steps, used));
    }
}
