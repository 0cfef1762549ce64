package org.javampi.checkpoint;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.javampi.job.control.CheckpointReport;

/**
 * How far the files of one checkpoint are: which are written, and since when one gets no longer.
 */
final class Parts {
    private final long[] expected;
    private final long[] bytes;
    private final String[] hashes;
    private final long[] progressNs;
    private int captured;
    private int written;

    /** Of {@code size} resources, of which none has an image yet. */
    Parts(int size) {
        expected = new long[size];
        bytes = new long[size];
        hashes = new String[size];
        progressNs = new long[size];
    }

    /** A resource says how far it is; what is not about its file means nothing here. */
    void onReport(int rank, CheckpointReport report, long nowNs) {
        switch (report.verb()) {
            case CAPTURED -> {
                expected[rank] = report.number();
                captured++;
            }
            case WRITING -> onProgress(rank, report.number(), nowNs);
            case WRITTEN -> {
                onProgress(rank, report.number(), nowNs);
                hashes[rank] = report.text();
                written++;
            }
            default -> {
                // Of an earlier stage.
            }
        }
    }

    private void onProgress(int rank, long byteCount, long nowNs) {
        bytes[rank] = byteCount;
        progressNs[rank] = nowNs;
    }

    /** Whether all images are made. */
    boolean areCaptured() {
        return captured == expected.length;
    }

    /** All go on, and from now on their files are waited for. */
    void onThaw(long nowNs) {
        Arrays.fill(progressNs, nowNs);
    }

    /** Whether all are on disk. */
    boolean areWritten() {
        return written == hashes.length;
    }

    List<Long> bytes() {
        List<Long> all = new ArrayList<>();
        for (long each : bytes) {
            all.add(each);
        }
        return all;
    }

    List<String> hashes() {
        return List.of(hashes);
    }

    /** The oldest last sign of life of those that still write. */
    long oldestNs(long nowNs) {
        long oldest = nowNs;
        for (int rank = 0; rank < hashes.length; rank++) {
            if (hashes[rank] == null && progressNs[rank] - oldest < 0) {
                oldest = progressNs[rank];
            }
        }
        return oldest;
    }

    /** Those that still write and have said nothing since {@code ns}. */
    List<Integer> silentSince(long ns) {
        List<Integer> silent = new ArrayList<>();
        for (int rank = 0; rank < hashes.length; rank++) {
            if (hashes[rank] == null && progressNs[rank] - ns <= 0) {
                silent.add(rank);
            }
        }
        return silent;
    }

    /** How far {@code rank} is, in words. */
    String describe(int rank) {
        long percent = expected[rank] == 0 ? 0 : Math.min(99, 100 * bytes[rank] / expected[rank]);
        return " at " + percent + " % of its part";
    }
}
