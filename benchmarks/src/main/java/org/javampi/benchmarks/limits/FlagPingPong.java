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

    private FlagPingPong() {}

    /** Without an argument measures; with the file's name is the partner. */
    public static void main(String[] args) throws IOException {
        if (args.length > 0) {
            SharedFile file = SharedFile.map(Path.of(args[0]), FILE);
            for (long i = 1; ; i++) {
                file.awaitAtLeast(PING, i);
                file.set(PONG, i);
            }
        }
        Path path = SharedFile.fresh();
        try {
            SharedFile file = SharedFile.map(path, FILE);
            Partner.beside(FlagPingPong.class, path.toString(), () -> measure(file));
        } finally {
            Files.delete(path);
        }
    }

    private static void measure(SharedFile file) {
        long[] last = {1};
        file.set(PING, last[0]);
        file.awaitAtLeast(PONG, last[0]);
        Summary seconds = Rounds.measure(TRIPS, () -> {
            for (int i = 0; i < TRIPS; i++) {
                file.set(PING, ++last[0]);
                file.awaitAtLeast(PONG, last[0]);
            }
        });
        System.out.println(new Row("flag", 2, 8, "us", seconds.map(s -> s / 2 * 1e6)).csv());
    }
}
