package org.javampi.collectives.verify;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * What each rank has, and what comes out of it, computed alone. Ranks in one VM may share one, so
 * that nothing is computed twice.
 *
 * <p>All inputs are windows of one row of random numbers, at another place for each pair of ranks:
 * a rank that knows the seed can say what any rank has for any other without a copy of it.
 */
public final class Reference {
    /** Odd, so that no two windows begin alike. */
    private static final int STEP = 7;

    /** Values are below, so that sums of doubles are exact in whatever order. */
    private static final int BITS = 30;

    private static final int KEPT = 4;

    /** Results of the reductions that were asked for last. */
    private static final class Recent extends LinkedHashMap<String, Object[]> {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Object[]> eldest) {
            return size() > KEPT;
        }
    }

    private final long seed;
    private final int size;
    private final Recent results = new Recent();
    private int[] ints = {};
    private double[] doubles = {};
    private int[] spaced = {};

    /** For {@code size} ranks; equal seeds make equal numbers. */
    public Reference(long seed, int size) {
        this.seed = seed;
        this.size = size;
    }

    long seed() {
        return seed;
    }

    int size() {
        return size;
    }

    /** Where the window begins that {@code from} has for {@code to}. */
    int window(int from, int to) {
        return (from * size + to) * STEP;
    }

    /** The row, at least {@code length} long. */
    synchronized int[] ints(int length) {
        if (ints.length < length) {
            SplittableRandom random = new SplittableRandom(seed);
            ints = random.ints(length).map(i -> i >> Integer.SIZE - BITS).toArray();
        }
        return ints;
    }

    /** The same numbers as doubles. */
    synchronized double[] doubles(int length) {
        if (doubles.length < length) {
            int[] source = ints(length);
            doubles = new double[source.length];
            for (int i = 0; i < source.length; i++) {
                doubles[i] = source[i];
            }
        }
        return doubles;
    }

    /** The same numbers, a gap behind each. */
    synchronized int[] spaced(int length) {
        if (spaced.length < 2 * length) {
            int[] source = ints(length);
            spaced = new int[2 * source.length];
            for (int i = 0; i < source.length; i++) {
                spaced[2 * i] = source[i];
                spaced[2 * i + 1] = Sheet.GAP;
            }
        }
        return spaced;
    }

    /** The operands of all ranks up to each, combined in rank order. */
    synchronized Object[] prefixes(Reduction reduction, int count) {
        String key = reduction.name() + count;
        Object[] found = results.get(key);
        if (found == null) {
            found = new Object[size];
            found[0] = reduction.operand(0, count, Sheet.GAP);
            for (int rank = 1; rank < size; rank++) {
                found[rank] = reduction.operand(rank, count, Sheet.GAP);
                reduction.combine(found[rank - 1], found[rank], count);
            }
            results.put(key, found);
        }
        return found;
    }
}
