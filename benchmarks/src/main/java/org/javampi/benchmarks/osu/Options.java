package org.javampi.benchmarks.osu;

import java.util.ArrayList;
import java.util.List;

/**
 * What the command line of a benchmark asks for.
 *
 * <pre>
 * -m MIN:MAX | A,B,C   sizes, doubling from MIN to MAX, or as listed; k and m mean KiB and MiB
 * -i N                 iterations of small sizes; a tenth above 8 KiB, a hundredth above 256 KiB
 * -x N                 iterations before measuring, of whatever size (default: 30 times -i)
 * -t SECONDS           no size is measured longer than this (default 1), or warmed up longer than
 *                      five times this
 * --format table|csv|json
 * </pre>
 *
 * Whatever else stands there is the benchmark's own.
 */
public final class Options {
    /** How results are printed. */
    public enum Format {
        /** Columns for the eye. */
        TABLE,
        /** {@link org.javampi.benchmarks.figures.Row#CSV_HEADER} and a line for each result. */
        CSV,
        /** One array of objects. */
        JSON
    }

    private static final int FEWEST = 10;

    /** With ten, compilers still disturb the barrier of four ranks on two cores. */
    private static final int WARM_UP = 30;

    private List<Integer> sizes;
    private long iterations;
    private long warmUp = -1;
    private double seconds = 1;
    private Format format = Format.TABLE;
    private final List<String> others = new ArrayList<>();

    private Options(String sizes, long iterations) {
        this.sizes = sizes(sizes);
        this.iterations = iterations;
    }

    /**
     * Reads the arguments.
     *
     * @param sizes what {@code -m} is by default
     * @param iterations what {@code -i} is by default
     * @throws IllegalArgumentException if an option is unknown, has no value or a wrong one
     */
    public static Options of(String[] args, String sizes, long iterations) {
        Options options = new Options(sizes, iterations);
        for (int i = 0; i < args.length; i++) {
            if (!args[i].startsWith("-")) {
                options.others.add(args[i]);
            } else if (i + 1 == args.length) {
                throw new IllegalArgumentException(args[i] + " needs a value");
            } else {
                options.set(args[i], args[++i]);
            }
        }
        return options;
    }

    private void set(String option, String value) {
        try {
            switch (option) {
                case "-m" -> sizes = sizes(value);
                case "-i" -> iterations = Long.parseLong(value);
                case "-x" -> warmUp = Long.parseLong(value);
                case "-t" -> seconds = Double.parseDouble(value);
                case "--format" -> format = format(value);
                default ->
                    throw new IllegalArgumentException(
                            "unknown option " + option + " (there are -m, -i, -x, -t and --format)");
            }
        } catch (NumberFormatException notOne) {
            throw new IllegalArgumentException(option + ": not a number: " + value, notOne);
        }
    }

    private static Format format(String name) {
        for (Format format : Format.values()) {
            if (format.name().equalsIgnoreCase(name)) {
                return format;
            }
        }
        throw new IllegalArgumentException("--format: " + name + " is none of table, csv, json");
    }

    private static List<Integer> sizes(String text) {
        List<Integer> sizes = new ArrayList<>();
        String[] ends = text.split(":");
        if (ends.length == 2) {
            int max = size(ends[1]);
            for (long size = size(ends[0]); size <= max; size = Math.max(1, size * 2)) {
                sizes.add((int) size);
            }
        } else {
            for (String one : text.split(",")) {
                sizes.add(size(one));
            }
        }
        return sizes;
    }

    private static int size(String text) {
        int shift = text.endsWith("k") ? 10 : text.endsWith("m") ? 20 : 0;
        int number = Integer.parseInt(shift == 0 ? text : text.substring(0, text.length() - 1));
        if (number < 0 || (long) number << shift > Integer.MAX_VALUE) {
            throw new IllegalArgumentException("-m: " + text + " is not within 0..2147483647");
        }
        return number << shift;
    }

    /** The sizes to measure, in order. */
    public List<Integer> sizes() {
        return sizes;
    }

    /** At most how many iterations are measured at this size; at least ten. */
    public long iterations(int size) {
        return scaled(iterations, size);
    }

    /**
     * At most how many iterations are made before measuring: as many of long messages as of short
     * ones, since a JVM compiles by number of calls.
     */
    public long warmUp() {
        return warmUp < 0 ? WARM_UP * iterations : warmUp;
    }

    private static long scaled(long count, int size) {
        return Math.max(FEWEST, size <= 8 << 10 ? count : size <= 256 << 10 ? count / 10 : count / 100);
    }

    /** The longest time for measuring one size. */
    public double seconds() {
        return seconds;
    }

    /** How results are printed. */
    public Format format() {
        return format;
    }

    /** The arguments that are no options. */
    public List<String> others() {
        return others;
    }
}
