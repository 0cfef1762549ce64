package org.javampi.benchmarks.compare;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Waits for a machine that others use, too, to be idle for a moment before a measurement starts. It
 * cannot keep it idle: it only counts what it saw.
 */
final class Quiet {
    private static final Path STAT = Path.of("/proc/stat");
    private static final long LOOK_MS = 400;
    private static final double IDLE = 0.9;

    private final int mostSeconds;
    private int starts;
    private int disturbed;

    /** Waits at most so long each time; 0: not at all. */
    Quiet(int mostSeconds) {
        this.mostSeconds = mostSeconds;
    }

    /** Returns when the processors were idle for a moment, or when the time is over. */
    void await() throws InterruptedException {
        if (mostSeconds == 0 || !Files.isReadable(STAT)) {
            return;
        }
        starts++;
        long end = System.nanoTime() + mostSeconds * 1_000_000_000L;
        do {
            String before = processors();
            Thread.sleep(LOOK_MS);
            if (idle(before, processors()) >= IDLE) {
                return;
            }
        } while (System.nanoTime() < end);
        disturbed++;
    }

    /** How often a start was delayed. */
    int starts() {
        return starts;
    }

    /** How often the time was over before the machine was idle. */
    int disturbed() {
        return disturbed;
    }

    /**
     * The idle part, 0 to 1, between two states of the line {@code cpu} of {@code /proc/stat}
     * (proc(5): user, nice, system, idle, iowait, ...).
     */
    static double idle(String before, String after) {
        String[] from = before.strip().split("\\s+");
        String[] to = after.strip().split("\\s+");
        double all = 0;
        double idle = 0;
        for (int i = 1; i < from.length; i++) {
            double ticks = Double.parseDouble(to[i]) - Double.parseDouble(from[i]);
            all += ticks;
            idle += i == 4 || i == 5 ? ticks : 0;
        }
        return all == 0 ? 1 : idle / all;
    }

    private static String processors() {
        try {
            return Files.readAllLines(STAT).get(0);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
