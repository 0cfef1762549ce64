package org.javampi.benchmarks.limits;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.javampi.benchmarks.figures.Row;
import org.javampi.benchmarks.figures.Summary;

/** Half a round trip of a bare flag in a mapped file: below this no message can be. */
public final class FlagPingPong {
    private static final int PING = 0;
    private static final int PONG = 256; // cache lines, and pairs of them, of its own
    private static final int FILE = 4096;
    private static final int TRIPS = 20_000;

    /** Of a quick look: some 20 ms, compiled by then. */
    private static final int BRIEF_TRIPS = 2_000;

    private static final String BRIEF = "brief";

    private FlagPingPong() {}

    /** Without an argument measures, with {@code brief} a little; with the file's name is the partner. */
    public static void main(String[] args) throws IOException {
        boolean brief = args.length > 0 && args[0].equals(BRIEF);
        if (args.length > 0 && !brief) {
            SharedFile file = SharedFile.map(Path.of(args[0]), FILE);
            for (long i = 1; ; i++) {
                file.awaitAtLeast(PING, i);
                file.set(PONG, i);
            }
        }
        Path path = SharedFile.fresh();
        try {
            SharedFile file = SharedFile.map(path, FILE);
            Partner.beside(FlagPingPong.class, path.toString(), () -> measure(file, brief ? BRIEF_TRIPS : TRIPS));
        } finally {
            Files.delete(path);
        }
    }

    private static void measure(SharedFile file, int trips) {
        long[] last = {1};
        file.set(PING, last[0]);
        file.awaitAtLeast(PONG, last[0]);
        Summary seconds = Rounds.measure(trips, () -> {
            for (int i = 0; i < trips; i++) {
                file.set(PING, ++last[0]);
                file.awaitAtLeast(PONG, last[0]);
            }
        });
        System.out.println(new Row("flag", 2, 8, "us", seconds.map(s -> s / 2 * 1e6)).csv());
    }
}
