package org.javampi.conformance.collectives;

import static org.javampi.MPI.*;
import static org.javampi.conformance.collectives.Rows.*;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.Random;
import org.javampi.conformance.harness.Rule;
import org.javampi.conformance.harness.Spmd;

/** What all reductions have in common (MPI-1.1 §4.9 to §4.11). */
class ReductionTest {
    private static final int[] COUNTS = {1, 7, 1000, 30_000, 150_000};
    private static final long UNTOUCHED = -99;

    private static long[] operand(int rank, int count) {
        long[] operand = new long[count];
        Arrays.setAll(operand, i -> (rank + 1) * (i * i + 3L));
        return operand;
    }

    /** Over ranks 0 to {@code ranks} - 1. */
    private static long[] sum(int ranks, int count) {
        long[] sum = new long[count];
        Arrays.setAll(sum, i -> ranks * (ranks + 1L) / 2 * (i * i + 3L));
        return sum;
    }

    @Spmd({1, 2, 3, 5, 8})
    @Rule({"RED-003", "RED-004", "RED-005"})
    void shouldReduceEachElementAtTheRootAndTouchNothingElse() {
        for (int count : COUNTS) {
            int root = count % size();
            long[] mine = operand(rank(), count);
            long[] result = new long[count + 1];
            Arrays.fill(result, UNTOUCHED);
            MPI_Reduce(mine, result, count, MPI_LONG, MPI_SUM, root, MPI_COMM_WORLD);
            assertArrayEquals(operand(rank(), count), mine);
            long[] expected = new long[count + 1];
            Arrays.fill(expected, UNTOUCHED);
            if (rank() == root) {
                System.arraycopy(sum(size(), count), 0, expected, 0, count);
            }
            assertArrayEquals(expected, result);
        }
    }

    @Spmd({1, 2, 3, 5, 8})
    @Rule({"RED-003", "RED-004", "RED-023"})
    void shouldReduceEachElementEverywhereAndLeaveOperandsAlone() {
        for (int count : COUNTS) {
            long[] mine = operand(rank(), count);
            long[] result = new long[count];
            MPI_Allreduce(mine, result, count, MPI_LONG, MPI_SUM, MPI_COMM_WORLD);
            assertArrayEquals(operand(rank(), count), mine);
            assertArrayEquals(sum(size(), count), result);
            MPI_Scan(mine, result, count, MPI_LONG, MPI_SUM, MPI_COMM_WORLD);
            assertArrayEquals(operand(rank(), count), mine);
            assertArrayEquals(sum(rank() + 1, count), result);
        }
    }

    @Spmd({2, 3})
    @Rule({"RED-003"})
    void shouldReduceAMillionElements() {
        int[] mine = filled(1_000_000, rank() + 1);
        int[] result = new int[1_000_000];
        MPI_Allreduce(mine, result, 1_000_000, MPI_INT, MPI_SUM, MPI_COMM_WORLD);
        assertArrayEquals(filled(1_000_000, size() * (size() + 1) / 2), result);
    }

    @Spmd({1, 2, 3, 4, 5, 8})
    @Rule({"RED-022", "RED-004"})
    void shouldLeaveEachRankItsSegmentOfAnyLength() {
        for (int scale : new int[] {0, 1, 300, 30_000}) {
            int[] segments = new int[size()];
            Arrays.setAll(segments, r -> r % 3 == 1 ? 0 : scale * (1 + r % 4));
            reduceAndScatter(segments);
        }
        int[] onlyTheLast = new int[size()];
        onlyTheLast[size() - 1] = 1111;
        reduceAndScatter(onlyTheLast);
        reduceAndScatter(filled(size(), 2048));
    }

    @Spmd(
            value = {6, 7, 9, 13, 16, 17},
            processes = false,
            everywhere = false)
    @Rule({"RED-022"})
    void shouldLeaveEachOfManyRanksItsSegment() {
        shouldLeaveEachRankItsSegmentOfAnyLength();
    }

    private static void reduceAndScatter(int[] segments) {
        int count = Arrays.stream(segments).sum();
        int first = Arrays.stream(segments, 0, rank()).sum();
        int length = segments[rank()];
        long[] mine = operand(rank(), count);
        long[] result = new long[length + 1];
        result[length] = UNTOUCHED;
        MPI_Reduce_scatter(mine, result, segments, MPI_LONG, MPI_SUM, MPI_COMM_WORLD);
        assertArrayEquals(operand(rank(), count), mine);
        long[] expected = Arrays.copyOf(Arrays.copyOfRange(sum(size(), count), first, first + length), length + 1);
        expected[length] = UNTOUCHED;
        assertArrayEquals(expected, result, () -> "segments " + Arrays.toString(segments));
    }

    /** Sums of numbers of very different size depend on the order. */
    @Spmd({2, 3, 4, 5, 6, 7, 8})
    @Rule({"RED-006", "RED-007"})
    void shouldGiveAllRanksTheSameBitsAndEachTimeAgain() {
        for (int count : new int[] {1, 100, 3000, 20_000}) {
            double[] mine = new double[count];
            float[] small = new float[count];
            Random random = new Random(count * 100L + rank());
            for (int i = 0; i < count; i++) {
                mine[i] = random.nextGaussian() * Math.pow(10, random.nextInt(30));
                small[i] = (float) (random.nextGaussian() * Math.pow(10, random.nextInt(12)));
            }
            double[] first = new double[count];
            MPI_Allreduce(mine, first, count, MPI_DOUBLE, MPI_SUM, MPI_COMM_WORLD);
            sameEverywhere(
                    Arrays.stream(first).mapToLong(Double::doubleToRawLongBits).toArray());
            float[] floats = new float[count];
            MPI_Allreduce(small, floats, count, MPI_FLOAT, MPI_SUM, MPI_COMM_WORLD);
            long[] bits = new long[count];
            Arrays.setAll(bits, i -> Float.floatToRawIntBits(floats[i]));
            sameEverywhere(bits);
            for (int again = 0; again < (count > 1000 ? 2 : 20); again++) {
                double[] next = new double[count];
                MPI_Allreduce(mine, next, count, MPI_DOUBLE, MPI_SUM, MPI_COMM_WORLD);
                assertArrayEquals(first, next);
            }
        }
    }

    /** NaN wins in MAX and MIN, and -0.0 is smaller than 0.0. */
    @Spmd({2, 3, 4, 8})
    @Rule({"RED-030"})
    void shouldTreatNanAndSignedZerosAlikeOnAllRanks() {
        boolean last = rank() == size() - 1;
        double[] mine = {last ? Double.NaN : 1, rank() == 0 ? Double.NaN : 2, last ? -0.0 : 0.0};
        double[] max = new double[3];
        double[] min = new double[3];
        MPI_Allreduce(mine, max, 3, MPI_DOUBLE, MPI_MAX, MPI_COMM_WORLD);
        MPI_Allreduce(mine, min, 3, MPI_DOUBLE, MPI_MIN, MPI_COMM_WORLD);
        assertArrayEquals(new double[] {Double.NaN, Double.NaN, 0.0}, max);
        assertArrayEquals(new double[] {Double.NaN, Double.NaN, -0.0}, min);
        sameEverywhere(Arrays.stream(max).mapToLong(Double::doubleToRawLongBits).toArray());
        sameEverywhere(Arrays.stream(min).mapToLong(Double::doubleToRawLongBits).toArray());
        double[] pair = {last ? Double.NaN : rank(), rank()};
        double[] found = new double[2];
        MPI_Allreduce(pair, found, 1, MPI_2DOUBLE_PRECISION, MPI_MAXLOC, MPI_COMM_WORLD);
        sameEverywhere(
                Arrays.stream(found).mapToLong(Double::doubleToRawLongBits).toArray());
    }

    private static void sameEverywhere(long[] bits) {
        long[] all = new long[bits.length * size()];
        MPI_Allgather(bits, bits.length, MPI_LONG, all, bits.length, MPI_LONG, MPI_COMM_WORLD);
        for (int r = 0; r < size(); r++) {
            for (int i = 0; i < bits.length; i++) {
                if (all[r * bits.length + i] != bits[i]) {
                    assertEquals(bits[i], all[r * bits.length + i], "rank " + r + ", item " + i);
                }
            }
        }
    }

    @Spmd({1, 2, 3, 4})
    @Rule({"RED-023"})
    void shouldScanWithEveryKindOfOperation() {
        int[] mine = {rank() + 1, rank() + 1, (rank() * 5) % 7, rank()};
        int[] result = new int[4];
        MPI_Scan(mine, result, 4, MPI_INT, MPI_SUM, MPI_COMM_WORLD);
        assertEquals((rank() + 1) * (rank() + 2) / 2, result[0]);
        MPI_Scan(mine, result, 4, MPI_INT, MPI_PROD, MPI_COMM_WORLD);
        int factorial = 1;
        int largest = 0;
        for (int r = 0; r <= rank(); r++) {
            factorial *= r + 1;
            largest = Math.max(largest, r * 5 % 7);
        }
        assertEquals(factorial, result[1]);
        MPI_Scan(mine, result, 4, MPI_INT, MPI_MAX, MPI_COMM_WORLD);
        assertEquals(largest, result[2]);
        MPI_Scan(mine, result, 4, MPI_INT, MPI_MIN, MPI_COMM_WORLD);
        assertEquals(0, result[3]);
    }

    @Spmd({2, 3})
    @Rule({"RED-011", "RED-013"})
    void shouldTreatAnyNonZeroAsTrueAndWrapAround() {
        boolean even = rank() % 2 == 0;
        int[] mine = {even ? 2 : 4, even ? 2 : 4, 0, even ? 6 : 0};
        int[] result = new int[4];
        MPI_Allreduce(mine, result, 4, MPI_INT, MPI_LAND, MPI_COMM_WORLD);
        assertArrayEquals(new int[] {1, 1, 0, 0}, result);
        MPI_Allreduce(mine, result, 4, MPI_INT, MPI_LOR, MPI_COMM_WORLD);
        assertArrayEquals(new int[] {1, 1, 0, 1}, result);
        MPI_Allreduce(mine, result, 4, MPI_INT, MPI_LXOR, MPI_COMM_WORLD);
        int odd = size() % 2;
        assertArrayEquals(new int[] {odd, odd, 0, (size() + 1) / 2 % 2}, result);
        short[] big = {Short.MAX_VALUE, Short.MIN_VALUE};
        short[] sum = new short[2];
        MPI_Allreduce(big, sum, 2, MPI_SHORT, MPI_SUM, MPI_COMM_WORLD);
        assertArrayEquals(new short[] {(short) (size() * Short.MAX_VALUE), (short) (size() * Short.MIN_VALUE)}, sum);
    }

    @Spmd({2, 4})
    @Rule({"RED-010"})
    void shouldCompareUnsignedNumbersWithoutSign() {
        boolean first = rank() == 0;
        int[] ints = {first ? -1 : 1};
        int[] intResult = new int[1];
        MPI_Allreduce(ints, intResult, 1, MPI_UNSIGNED, MPI_MAX, MPI_COMM_WORLD);
        assertEquals(-1, intResult[0]);
        MPI_Allreduce(ints, intResult, 1, MPI_UNSIGNED, MPI_MIN, MPI_COMM_WORLD);
        assertEquals(1, intResult[0]);
        short[] shorts = {(short) (first ? 0x8000 : 0x7fff)};
        short[] shortResult = new short[1];
        MPI_Allreduce(shorts, shortResult, 1, MPI_UNSIGNED_SHORT, MPI_MAX, MPI_COMM_WORLD);
        assertEquals((short) 0x8000, shortResult[0]);
        long[] longs = {first ? Long.MIN_VALUE : Long.MAX_VALUE};
        long[] longResult = new long[1];
        MPI_Allreduce(longs, longResult, 1, MPI_UNSIGNED_LONG, MPI_MAX, MPI_COMM_WORLD);
        assertEquals(Long.MIN_VALUE, longResult[0]);
    }
}
