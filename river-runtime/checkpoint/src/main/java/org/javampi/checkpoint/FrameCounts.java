package org.javampi.checkpoint;

import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.javampi.job.control.CheckpointReport;

/** One round of counting: whether nothing is on the way between any two resources. */
final class FrameCounts {
    private final int size;
    private final BitSet heard = new BitSet();
    private final Map<Integer, String> unrest = new HashMap<>();

    /** By pair, from and to. */
    private final Map<Long, Long> sent = new HashMap<>();

    private final Map<Long, Long> received = new HashMap<>();

    /** Of {@code size} resources. */
    FrameCounts(int size) {
        this.size = size;
    }

    /** What resource {@code rank} has counted. */
    void add(int rank, CheckpointReport report) {
        heard.set(rank);
        if (!report.text().isEmpty()) {
            unrest.put(rank, report.text());
        }
        long[] triples = report.counts();
        for (int i = 0; i < triples.length; i += 3) {
            sent.put(pair(rank, triples[i]), triples[i + 1]);
            received.put(pair(triples[i], rank), triples[i + 2]);
        }
    }

    /** Whether all have answered. */
    boolean isComplete() {
        return heard.cardinality() == size;
    }

    /** What has not settled, or empty. */
    Optional<String> unsettled() {
        if (!unrest.isEmpty()) {
            return Optional.of(unrest.toString());
        }
        if (!isComplete()) {
            return Optional.of("rank " + heard.nextClearBit(0) + " has not counted");
        }
        return disagreement();
    }

    /** The first pair whose counts differ, or empty. */
    private Optional<String> disagreement() {
        for (Map.Entry<Long, Long> entry : sent.entrySet()) {
            long arrived = received.getOrDefault(entry.getKey(), 0L);
            if (arrived != entry.getValue()) {
                return Optional.of("rank "
                        + (entry.getKey() >>> 32)
                        + " has sent "
                        + entry.getValue()
                        + " frames to rank "
                        + entry.getKey().intValue()
                        + ", which has received "
                        + arrived);
            }
        }
        return Optional.empty();
    }

    private static long pair(long from, long to) {
        return from << 32 | to;
    }
}
