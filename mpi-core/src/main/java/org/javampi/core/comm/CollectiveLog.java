package org.javampi.core.comm;

import java.util.Arrays;
import org.javampi.CollectiveSteps;

/** What the last collective of a communicator did inside, for a tool that asks. The thread of the collective writes it. */
final class CollectiveLog {
    private long[] steps = new long[64 * CollectiveSteps.FIELDS];
    private int used;
    private String algorithm;
    private long rounds;

    void begin() {
        used = 0;
        algorithm = null;
    }

    void sent(int dest, long bytes) {
        add(dest, bytes, 0);
    }

    void received(int source, long bytes) {
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

    void end(String byAlgorithm, long inRounds) {
        algorithm = byAlgorithm;
        rounds = inRounds;
    }

    /** Null before a collective has ended. */
    CollectiveSteps steps() {
        return algorithm == null ? null : new CollectiveSteps(algorithm, rounds, Arrays.copyOf(steps, used));
    }
}
