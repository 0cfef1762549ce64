package org.javampi.benchmarks.osu;

/**
 * Megabytes (10^6) per second between ranks 0 and 1, 64 messages each way at a time, both ways
 * summed.
 */
public final class BidirectionalBandwidth {
    private BidirectionalBandwidth() {}

    /** Runs as one rank; see {@link Options}. One iteration is one window. */
    public static void main(String[] args) {
        new Windows("bibandwidth", "MB/s", true, size -> 2 * Window.MESSAGES * size / 1e6)
                .run(Options.of(args, "8:4m", 5_000));
    }
}
