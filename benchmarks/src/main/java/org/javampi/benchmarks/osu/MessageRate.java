package org.javampi.benchmarks.osu;

/** Messages per second from rank 0 to rank 1, 64 at a time. */
public final class MessageRate {
    private MessageRate() {}

    /** Runs as one rank; see {@link Options}. One iteration is one window. */
    public static void main(String[] args) {
        new Windows("rate", "msg/s", false, size -> Window.MESSAGES).run(Options.of(args, "8", 5_000));
    }
}
