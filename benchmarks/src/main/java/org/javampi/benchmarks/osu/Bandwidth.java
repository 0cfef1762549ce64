package org.javampi.benchmarks.osu;

/** Megabytes (10^6) per second from rank 0 to rank 1, 64 messages at a time. */
public final class Bandwidth {
    private Bandwidth() {}

    /** Runs as one rank; see {@link Options}. One iteration is one window. */
    public static void main(String[] args) {
        new Windows("bandwidth", "MB/s", false, size -> Window.MESSAGES * size / 1e6)
                .run(Options.of(args, "8:4m", 5_000));
    }
}
