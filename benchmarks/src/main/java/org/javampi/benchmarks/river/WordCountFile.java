package org.javampi.benchmarks.river;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.javampi.river.mapreduce.MapReduce;
import org.javampi.river.trickle.Trickle;

/**
 * Counts the words of a large file by MapReduce, and checks each count. Arguments: MiB, number of VMs, seed. The file is
 * written first, with known counts, and deleted at the end.
 */
public final class WordCountFile {
    private static final int WORDS = 50_000;
    private static final int PER_LINE = 12;

    private WordCountFile() {}

    /** Prints how long it took. */
    public static void main(String[] args) throws IOException {
        long bytes = (args.length > 0 ? Long.parseLong(args[0]) : 1024) << 20;
        int vms = args.length > 1 ? Integer.parseInt(args[1]) : 4;
        long seed = args.length > 2 ? Long.parseLong(args[2]) : System.nanoTime();
        System.out.println("seed " + seed);
        Path file = Files.createTempFile("words", ".txt");
        try (Trickle trickle = Trickle.connect(vms)) {
            Map<String, Long> expected = write(file, bytes, new Random(seed));
            long startNs = System.nanoTime();
            Map<String, Long> counts = MapReduce.<String, String, String, Long, Long>on(trickle)
                    .input(file)
                    .map((path, line, out) -> {
                        for (String word : line.split(" ")) {
                            out.accept(word, 1L);
                        }
                    })
                    .combine((word, ones) -> sum(ones))
                    .reduce((word, ones) -> sum(ones))
                    .run();
            double seconds = (System.nanoTime() - startNs) / 1e9;
            if (!counts.equals(expected)) {
                throw new IllegalStateException("counts are wrong: " + counts.size() + " words, expected "
                        + expected.size() + "; seed " + seed);
            }
            System.out.println(String.format(
                    Locale.ROOT,
                    "%d MiB, %d words of %d kinds, all counts right: %.1f s on %d VMs, heaps of at most %d MiB",
                    bytes >> 20,
                    counts.values().stream().mapToLong(count -> count).sum(),
                    counts.size(),
                    seconds,
                    vms,
                    Runtime.getRuntime().maxMemory() >> 20));
        } finally {
            Files.delete(file);
        }
    }

    private static long sum(Iterable<Long> numbers) {
        long sum = 0;
        for (long number : numbers) {
            sum += number;
        }
        return sum;
    }

    private static Map<String, Long> write(Path file, long bytes, Random random) throws IOException {
        byte[][] words = new byte[WORDS][];
        for (int i = 0; i < WORDS; i++) {
            words[i] = ("word" + Integer.toString(i * 7919, Character.MAX_RADIX)).getBytes(StandardCharsets.US_ASCII);
        }
        long[] counts = new long[WORDS];
        long written = 0;
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 16)) {
            while (written < bytes) {
                for (int i = 0; i < PER_LINE; i++) {
                    // Some words are much more frequent than others, as in texts.
                    double uniform = random.nextDouble();
                    int word = (int) (WORDS * uniform * uniform * uniform);
                    counts[word]++;
                    out.write(words[word]);
                    out.write(i == PER_LINE - 1 ? '\n' : ' ');
                    written += words[word].length + 1;
                }
            }
        }
        Map<String, Long> byWord = new TreeMap<>();
        for (int i = 0; i < WORDS; i++) {
            if (counts[i] > 0) {
                byWord.put(new String(words[i], StandardCharsets.US_ASCII), counts[i]);
            }
        }
        return byWord;
    }
}
