package org.javampi.benchmarks.limits;

import java.util.Arrays;
import org.javampi.benchmarks.figures.Summary;

/** How the limits are sampled: three seconds of batches at most, the first third of them unused. */
final class Rounds {
    private static final int MOST = 150;
    private static final int FEWEST = 30;
    private static final long LIMIT_NS = 3_000_000_000L;

    private Rounds() {}

    /** Seconds for one of the {@code operations} of a batch. */
    static Summary measure(int operations, Runnable batch) {
        double[] seconds = new double[MOST];
        int done = 0;
        long begin = System.nanoTime();
        while (done < MOST && (done < FEWEST || System.nanoTime() - begin < LIMIT_NS)) {
            long batchBegin = System.nanoTime();
            batch.run();
            seconds[done++] = (System.nanoTime() - batchBegin) / 1e9 / operations;
        }
        return Summary.of(Arrays.copyOfRange(seconds, done / 3, done));
    }
}
