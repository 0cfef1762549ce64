package org.javampi.checkpoint;

import java.util.Locale;

/** What one checkpoint costs the job, for the line that people read about it. */
final class CheckpointCost {
    private final long startedNs = System.nanoTime();
    private long frozenNs;
    private long thawedNs;
    private long rounds;

    /** All stand. */
    void onFrozen() {
        frozenNs = System.nanoTime();
    }

    /** Answers the number of the round of counting that begins. */
    long onRound() {
        return ++rounds;
    }

    /** Rounds of counting so far. */
    long rounds() {
        return rounds;
    }

    /** All go on. */
    void onThaw() {
        thawedNs = System.nanoTime();
    }

    /** The checkpoint of {@code manifest} stands. */
    String describe(Manifest manifest) {
        return String.format(
                Locale.ROOT,
                "checkpoint %d at point %d: %d %s, %.1f MB in %.2f s, the job stood %.3f s, %d %s" + " of counting",
                manifest.epoch(),
                manifest.point(),
                manifest.resources().size(),
                manifest.resources().size() == 1 ? "rank" : "ranks",
                manifest.totalBytes() * 1e-6,
                (System.nanoTime() - startedNs) * 1e-9,
                (thawedNs - frozenNs) * 1e-9,
                rounds,
                rounds == 1 ? "round" : "rounds");
    }
}
