package org.javampi.core.topology;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.Random;
import org.javampi.MPI;
import org.javampi.core.failure.MpiFailure;
import org.junit.jupiter.api.Test;

final class DimensionsTest {
    private static int[] fill(int nnodes, int... dims) {
        int[] filled = dims.clone();
        Dimensions.fill(nnodes, filled.length, filled);
        return filled;
    }

    private static void assertRefused(int errorClass, String message, int nnodes, int... dims) {
        int[] given = dims.clone();
        MpiFailure failure = assertThrows(MpiFailure.class, () -> Dimensions.fill(nnodes, given.length, given));
        assertEquals(errorClass, failure.errorClass());
        assertEquals(message, failure.getMessage());
        assertArrayEquals(dims, given, "nothing is changed on an error");
    }

    @Test
    void shouldGiveTheStandardsExamples() {
        assertArrayEquals(new int[] {3, 2}, fill(6, 0, 0));
        assertArrayEquals(new int[] {7, 1}, fill(7, 0, 0));
        assertArrayEquals(new int[] {2, 3, 1}, fill(6, 0, 3, 0));
    }

    @Test
    void shouldBalanceKnownCases() {
        assertArrayEquals(new int[] {4, 3}, fill(12, 0, 0));
        assertArrayEquals(new int[] {4, 3, 2}, fill(24, 0, 0, 0));
        assertArrayEquals(new int[] {4, 3, 3}, fill(36, 0, 0, 0));
        assertArrayEquals(new int[] {6, 4, 3}, fill(72, 0, 0, 0));
        assertArrayEquals(new int[] {12, 8}, fill(96, 0, 0));
        assertArrayEquals(new int[] {6, 5, 4}, fill(120, 0, 0, 0));
        assertArrayEquals(new int[] {16, 8, 8}, fill(1024, 0, 0, 0));
        assertArrayEquals(new int[] {1000, 1000, 1000}, fill(1_000_000_000, 0, 0, 0));
    }

    @Test
    void shouldMatchBruteForce() {
        for (int nnodes = 1; nnodes <= 300; nnodes++) {
            for (int ndims = 1; ndims <= 5; ndims++) {
                int[] expected = new BruteForce(ndims).search(nnodes);
                assertArrayEquals(expected, fill(nnodes, new int[ndims]), nnodes + " in " + ndims);
            }
        }
    }

    @Test
    void shouldMatchBruteForceWhereLaterCandidatesAreBetter() {
        for (int nnodes = 301; nnodes <= 5000; nnodes++) {
            int[] expected = new BruteForce(3).search(nnodes);
            assertArrayEquals(expected, fill(nnodes, 0, 0, 0), nnodes + " in 3");
        }
    }

    @Test
    void shouldSolveNumbersWithMostDivisorsInAnyNumberOfDimensions() {
        int[] hard = {1396755360, 1102701600, 2095133040, 1 << 30, 1162261467, Integer.MAX_VALUE};
        for (int nnodes : hard) {
            for (int ndims = 1; ndims <= 40; ndims++) {
                int[] dims = fill(nnodes, new int[ndims]);
                long product = 1;
                for (int i = 0; i < ndims; i++) {
                    product *= dims[i];
                    assertEquals(true, i == 0 || dims[i] <= dims[i - 1], Arrays.toString(dims));
                }
                assertEquals(nnodes, product, Arrays.toString(dims));
            }
        }
    }

    @Test
    void shouldKeepPresetsAndOrderTheOthersWhenSomeAreSet() {
        long seed = 20261121;
        Random random = new Random(seed);
        for (int round = 0; round < 2000; round++) {
            int ndims = 1 + random.nextInt(5);
            int[] dims = new int[ndims];
            int preset = 1;
            int free = 0;
            for (int i = 0; i < ndims; i++) {
                dims[i] = random.nextBoolean() ? 0 : 1 + random.nextInt(4);
                preset *= Math.max(1, dims[i]);
                free += dims[i] == 0 ? 1 : 0;
            }
            int rest = free == 0 ? 1 : 1 + random.nextInt(120);
            int[] filled = fill(preset * rest, dims);
            int[] chosen = new int[free];
            for (int i = 0, n = 0; i < ndims; i++) {
                if (dims[i] == 0) {
                    chosen[n++] = filled[i];
                } else {
                    assertEquals(dims[i], filled[i], "seed " + seed + " round " + round);
                }
            }
            int[] expected = free == 0 ? chosen : new BruteForce(free).search(rest);
            assertArrayEquals(expected, chosen, "seed " + seed + " round " + round);
        }
    }

    @Test
    void shouldLeaveEntriesBehindNdimsAlone() {
        int[] dims = {0, 0, -7};
        Dimensions.fill(6, 2, dims);
        assertArrayEquals(new int[] {3, 2, -7}, dims);
    }

    @Test
    void shouldRefuseWhatCannotBeFilled() {
        assertRefused(
                MPI.MPI_ERR_DIMS,
                "nnodes 7 is no multiple of the product of the entries set in dims (0, 3, 0)",
                7,
                0,
                3,
                0);
        assertRefused(
                MPI.MPI_ERR_DIMS,
                "dims (2, 3) leave nothing to choose and have not nnodes 12 as product: set one of" + " them to 0",
                12,
                2,
                3);
        assertRefused(MPI.MPI_ERR_DIMS, "dims[1] -2 is negative: 0 asks for a value, more sets it", 4, 0, -2);
        assertRefused(MPI.MPI_ERR_ARG, "nnodes 0 is not positive (allowed 1..2147483647)", 0, 0, 0);
        int big = 1 << 30;
        assertRefused(
                MPI.MPI_ERR_DIMS,
                "nnodes 8 is no multiple of the product of the entries set in dims (1073741824,"
                        + " 1073741824, 1073741824, 0)",
                8,
                big,
                big,
                big,
                0);
    }

    @Test
    void shouldRefuseArraysThatAreTooShort() {
        MpiFailure few = assertThrows(MpiFailure.class, () -> Dimensions.fill(6, 3, new int[] {0, 0}));
        assertEquals("dims has 2 elements but 3 are needed", few.getMessage());
        MpiFailure none = assertThrows(MpiFailure.class, () -> Dimensions.fill(6, 3, null));
        assertEquals("dims is null but 3 are needed", none.getMessage());
        MpiFailure negative = assertThrows(MpiFailure.class, () -> Dimensions.fill(6, -1, new int[0]));
        assertEquals(MPI.MPI_ERR_DIMS, negative.errorClass());
    }

    /** Tries every non-increasing sequence of numbers, without divisors, bounds or primes. */
    private static final class BruteForce {
        private final int[] trial;
        private int[] best;

        BruteForce(int count) {
            trial = new int[count];
        }

        int[] search(int number) {
            extend(0, number, number);
            return best;
        }

        private void extend(int level, int rest, int most) {
            if (level == trial.length) {
                if (rest == 1 && (best == null || isBetter())) {
                    best = trial.clone();
                }
                return;
            }
            for (int factor = 1; factor <= Math.min(rest, most); factor++) {
                if (rest % factor == 0) {
                    trial[level] = factor;
                    extend(level + 1, rest / factor, factor);
                }
            }
        }

        private boolean isBetter() {
            int last = trial.length - 1;
            int difference = Integer.compare(trial[0] - trial[last], best[0] - best[last]);
            return difference < 0 || difference == 0 && Arrays.compare(trial, best) < 0;
        }
    }
}
