package org.javampi.core.topology;

import java.util.Arrays;

/**
 * Splits a number into a given count of factors that are as close to each other as possible: the
 * difference between the largest and the smallest is least, and among equals the factors, largest
 * first, are lexicographically least.
 *
 * <p>With at least as many factors as primes the answer is the primes themselves. Otherwise the
 * divisors are searched, largest factor first and ascending, so that the first answer of a given
 * difference is the one wanted; a branch ends as soon as its smallest factor could no longer be
 * large enough to improve on the best one known.
 */
final class BalancedFactors {
    private final int[] divisors;
    private final int[] chosen;
    private int[] best;
    private long leastDifference = Long.MAX_VALUE;

    private BalancedFactors(int[] divisors, int count) {
        this.divisors = divisors;
        chosen = new int[count];
    }

    /**
     * Factors in non-increasing order.
     *
     * @param number at least 1
     * @param count at least 1
     */
    static int[] of(int number, int count) {
        int[] primes = primesOf(number);
        if (primes.length <= count) {
            return descendingWithOnes(primes, count);
        }
        BalancedFactors search = new BalancedFactors(divisorsOf(primes), count);
        search.choose(0, number, number);
        return search.best;
    }

    /**
     * Chooses factor {@code level} and those behind it; their product is {@code rest}, none is
     * above {@code most}.
     */
    private void choose(int level, int rest, int most) {
        int left = chosen.length - level;
        if (left == 1) {
            chosen[level] = rest;
            if (rest <= most && chosen[0] - rest < leastDifference) {
                leastDifference = chosen[0] - rest;
                best = chosen.clone();
            }
            return;
        }
        for (int i = firstWithPowerAtLeast(rest, left); i < divisors.length; i++) {
            int factor = divisors[i];
            long largest = level == 0 ? factor : chosen[0];
            long smallestUseful = Math.max(1, largest - leastDifference + 1);
            if (factor > most || power(smallestUseful, left - 1, rest) > rest / factor) {
                return;
            }
            if (rest % factor == 0) {
                chosen[level] = factor;
                choose(level + 1, rest / factor, factor);
            }
        }
    }

    private int firstWithPowerAtLeast(int rest, int exponent) {
        int low = 0;
        int high = divisors.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (power(divisors[middle], exponent, rest) >= rest) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }

    /** {@code base} to the {@code exponent}; some number above {@code limit} if that is. */
    private static long power(long base, int exponent, int limit) {
        long result = 1;
        for (int i = 0; i < exponent && result <= limit && base > 1; i++) {
            result *= base;
        }
        return result;
    }

    private static int[] primesOf(int number) {
        int[] primes = new int[Integer.SIZE];
        int n = 0;
        int rest = number;
        for (int p = 2; (long) p * p <= rest; p++) {
            while (rest % p == 0) {
                primes[n++] = p;
                rest /= p;
            }
        }
        if (rest > 1) {
            primes[n++] = rest;
        }
        return Arrays.copyOf(primes, n);
    }

    private static int[] descendingWithOnes(int[] ascending, int count) {
        int[] factors = new int[count];
        Arrays.fill(factors, 1);
        for (int i = 0; i < ascending.length; i++) {
            factors[i] = ascending[ascending.length - 1 - i];
        }
        return factors;
    }

    private static int[] divisorsOf(int[] primes) {
        int[] found = {1};
        int from = 0;
        for (int i = 0; i < primes.length; i++) {
            int known = found.length;
            // A repeated prime multiplies only what its last occurrence has added.
            int start = i > 0 && primes[i] == primes[i - 1] ? from : 0;
            found = Arrays.copyOf(found, known + known - start);
            for (int k = start; k < known; k++) {
                found[known + k - start] = found[k] * primes[i];
            }
            from = known;
        }
        Arrays.sort(found);
        return found;
    }
}
