package org.javampi.benchmarks.limits;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import org.javampi.benchmarks.figures.Row;
import org.javampi.benchmarks.figures.Summary;

/**
 * Bytes from an array of one JVM into an array of another through a ring of slots in a mapped file,
 * one copy in and one copy out at the same time: the bandwidth that shared memory allows without
 * MPI.
 */
public final class CopyPipeline {
    private static final int FILLED = 0; // slots ever filled
    private static final int EMPTIED = 256; // slots ever emptied
    private static final int RING = 4096;
    private static final int SLOTS = 8;
    private static final int SLOT = 32 << 10;
    private static final int FILE = RING + SLOTS * SLOT;
    private static final int MESSAGE = 1 << 20;
    private static final int MESSAGES = 64;

    private CopyPipeline() {}

    /** Without an argument measures; with the file's name is the partner. */
    public static void main(String[] args) throws IOException {
        byte[] message = new byte[MESSAGE];
        if (args.length > 0) {
            SharedFile file = SharedFile.map(Path.of(args[0]), FILE);
            ByteBuffer bytes = file.bytes();
            for (long slot = 0; ; slot++) {
                file.awaitAtLeast(FILLED, slot + 1);
                bytes.get(place(slot), message, (int) (slot * SLOT % MESSAGE), SLOT);
                file.set(EMPTIED, slot + 1);
            }
        }
        Path path = SharedFile.fresh();
        try {
            SharedFile file = SharedFile.map(path, FILE);
            Partner.beside(CopyPipeline.class, path.toString(), () -> measure(file, message));
        } finally {
            Files.delete(path);
        }
    }

    private static void measure(SharedFile file, byte[] message) {
        ByteBuffer bytes = file.bytes();
        long[] next = {0};
        Summary seconds = Rounds.measure(MESSAGES, () -> {
            for (int i = 0; i < MESSAGES * (MESSAGE / SLOT); i++) {
                long slot = next[0]++;
                file.awaitAtLeast(EMPTIED, slot + 1 - SLOTS);
                int at = (int) (slot * SLOT % MESSAGE);
                bytes.put(place(slot), message, at, SLOT);
                file.set(FILLED, slot + 1);
            }
            file.awaitAtLeast(EMPTIED, next[0]);
        });
        Summary rate = seconds.map(s -> MESSAGE / s / 1e6);
        System.out.println(new Row("copy", 2, MESSAGE, "MB/s", rate).csv());
    }

    private static int place(long slot) {
        return RING + (int) (slot % SLOTS) * SLOT;
    }
}
