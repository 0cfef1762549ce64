package org.javampi.conformance.collectives;

import static org.javampi.MPI.*;
import static org.javampi.conformance.collectives.Rows.*;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Random;
import org.javampi.MPI_Datatype;
import org.javampi.MPI_Op;
import org.javampi.conformance.harness.Rule;
import org.javampi.conformance.harness.Spmd;

/** The worked examples of reductions (MPI-1.1 §4.9.2 to §4.11.3). */
class ReductionExamplesTest {
    /** Example 4.15: the dot product of two vectors spread over the group, at node zero. */
    @Spmd({1, 2, 3, 5})
    @Rule({"RED-001"})
    void shouldComputeADotProduct() {
        int m = 50;
        double[] sum = new double[1];
        for (int i = 0; i < m; i++) {
            int global = rank() * m + i;
            sum[0] += global * (global % 3);
        }
        double[] c = new double[1];
        MPI_Reduce(sum, c, 1, MPI_DOUBLE, MPI_SUM, 0, MPI_COMM_WORLD);
        double expected = 0;
        for (int global = 0; global < m * size(); global++) {
            expected += global * (global % 3);
        }
        assertEquals(rank() == 0 ? expected : 0, c[0]);
    }

    /** Examples 4.16 and 4.21: a vector times an array whose rows are spread over the group. */
    @Spmd({1, 2, 3, 5})
    @Rule({"RED-003", "RED-001"})
    void shouldMultiplyAVectorByADistributedArray() {
        int m = 6;
        int n = 9;
        double[] sum = product(rank() * m, (rank() + 1) * m, n);
        double[] expected = product(0, size() * m, n);
        double[] c = new double[n];
        MPI_Reduce(sum, c, n, MPI_DOUBLE, MPI_SUM, 0, MPI_COMM_WORLD);
        assertArrayEquals(rank() == 0 ? expected : new double[n], c);
        MPI_Allreduce(sum, c, n, MPI_DOUBLE, MPI_SUM, MPI_COMM_WORLD);
        assertArrayEquals(expected, c);
    }

    private static double[] product(int firstRow, int lastRow, int columns) {
        double[] sum = new double[columns];
        for (int row = firstRow; row < lastRow; row++) {
            for (int j = 0; j < columns; j++) {
                sum[j] += (row % 5 - 2) * (row + 2 * j);
            }
        }
        return sum;
    }

    /** Example 4.17: 30 doubles each; for each place the maximum and the rank that has it. */
    @Spmd({1, 2, 3, 5})
    @Rule({"RED-008"})
    void shouldFindForEachPlaceTheMaximumAndItsRank() {
        ByteBuffer in = ByteBuffer.allocate(30 * 16).order(ByteOrder.nativeOrder());
        ByteBuffer out = ByteBuffer.allocate(30 * 16).order(ByteOrder.nativeOrder());
        for (int i = 0; i < 30; i++) {
            in.putDouble(16 * i, value(rank(), i));
            in.putInt(16 * i + 8, rank());
        }
        int root = size() - 1;
        MPI_Reduce(in, out, 30, MPI_DOUBLE_INT, MPI_MAXLOC, root, MPI_COMM_WORLD);
        for (int i = 0; i < 30 && rank() == root; i++) {
            int best = 0;
            for (int r = 1; r < size(); r++) {
                best = value(r, i) > value(best, i) ? r : best;
            }
            assertEquals(value(best, i), out.getDouble(16 * i));
            assertEquals(best, out.getInt(16 * i + 8));
        }
    }

    private static double value(int rank, int place) {
        return (rank * 7 + place * 3) % 11 / 2.0;
    }

    /** Example 4.18: the same as Fortran has it, pairs of doubles. */
    @Spmd({1, 2, 3, 5})
    @Rule({"RED-008"})
    void shouldFindMaximaInPairsOfDoubles() {
        double[] in = new double[60];
        double[] out = new double[60];
        for (int i = 0; i < 30; i++) {
            in[2 * i] = value(rank(), i);
            in[2 * i + 1] = rank();
        }
        MPI_Reduce(in, out, 30, MPI_2DOUBLE_PRECISION, MPI_MAXLOC, 0, MPI_COMM_WORLD);
        for (int i = 0; i < 30 && rank() == 0; i++) {
            int best = 0;
            for (int r = 1; r < size(); r++) {
                best = value(r, i) > value(best, i) ? r : best;
            }
            assertEquals(value(best, i), out[2 * i]);
            assertEquals(best, out[2 * i + 1]);
        }
    }

    /** Example 4.19: the least value of a distributed array, its rank and its place there. */
    @Spmd({1, 2, 3, 5})
    @Rule({"RED-008", "RED-009"})
    void shouldFindTheMinimumOfADistributedArray() {
        int length = 1000;
        float[] mine = values(rank(), length);
        int index = 0;
        for (int i = 1; i < length; i++) {
            index = mine[i] < mine[index] ? i : index;
        }
        ByteBuffer in = ByteBuffer.allocate(8).order(ByteOrder.nativeOrder());
        ByteBuffer out = ByteBuffer.allocate(8).order(ByteOrder.nativeOrder());
        in.putFloat(0, mine[index]).putInt(4, rank() * length + index);
        MPI_Reduce(in, out, 1, MPI_FLOAT_INT, MPI_MINLOC, 0, MPI_COMM_WORLD);
        if (rank() == 0) {
            int minrank = out.getInt(4) / length;
            int minindex = out.getInt(4) % length;
            assertEquals(values(minrank, length)[minindex], out.getFloat(0));
            for (int r = 0; r < size(); r++) {
                for (int i = 0; i < length; i++) {
                    boolean before = r * length + i < out.getInt(4);
                    float other = values(r, length)[i];
                    assertEquals(true, before ? other > out.getFloat(0) : other >= out.getFloat(0));
                }
            }
        }
    }

    private static float[] values(int rank, int length) {
        Random random = new Random(rank);
        float[] values = new float[length];
        for (int i = 0; i < length; i++) {
            values[i] = random.nextInt(3000);
        }
        return values;
    }

    /** Example 4.20: the product of complex numbers, 100 elements each. */
    @Spmd({1, 2, 3, 4, 5, 8})
    @Rule({"RED-026", "RED-018"})
    void shouldMultiplyComplexNumbers() {
        MPI_Datatype complex = MPI_Type_contiguous(2, MPI_DOUBLE);
        MPI_Type_commit(complex);
        MPI_Op product = MPI_Op_create((in, inout, len, type) -> multiply((double[]) in, (double[]) inout, len), true);
        double[] expected = complexes(0);
        for (int r = 1; r < size(); r++) {
            double[] next = complexes(r);
            multiply(expected, next, 100);
            expected = next;
        }
        double[] answer = new double[200];
        for (int root = 0; root < size(); root++) {
            MPI_Reduce(complexes(rank()), answer, 100, complex, product, root, MPI_COMM_WORLD);
            if (rank() == root) {
                assertArrayEquals(expected, answer);
            }
        }
        MPI_Allreduce(complexes(rank()), answer, 100, complex, product, MPI_COMM_WORLD);
        assertArrayEquals(expected, answer);
        MPI_Op_free(product);
        MPI_Type_free(complex);
    }

    /** Gaussian integers, so that products are exact in any order. */
    private static double[] complexes(int rank) {
        double[] complexes = new double[200];
        for (int i = 0; i < 100; i++) {
            complexes[2 * i] = (rank + i) % 5 - 2;
            complexes[2 * i + 1] = (3 * rank + i) % 4 - 1;
        }
        return complexes;
    }

    private static void multiply(double[] in, double[] inout, int len) {
        for (int i = 0; i < 2 * len; i += 2) {
            double re = inout[i] * in[i] - inout[i + 1] * in[i + 1];
            double im = inout[i] * in[i + 1] + inout[i + 1] * in[i];
            inout[i] = re + 0.0;
            inout[i + 1] = im + 0.0;
        }
    }

    /** Example 4.22 and §4.11.3: sums within segments, by pairs of a value and its segment. */
    @Spmd({1, 2, 3, 4, 5, 6, 7, 8})
    @Rule({"RED-024", "RED-018", "RED-015"})
    void shouldScanSegments() {
        scanSegments();
    }

    @Spmd(
            value = {9, 13, 16, 17},
            processes = false,
            everywhere = false)
    @Rule({"RED-024"})
    void shouldScanSegmentsOfManyRanks() {
        scanSegments();
    }

    private static void scanSegments() {
        MPI_Datatype sspair =
                MPI_Type_struct(2, new int[] {1, 1}, new long[] {0, 8}, new MPI_Datatype[] {MPI_DOUBLE, MPI_INT});
        MPI_Type_commit(sspair);
        MPI_Op segScan = MPI_Op_create((in, inout, len, type) -> segScan(in, inout, len), false);
        for (int segmentLength = 1; segmentLength <= size(); segmentLength++) {
            ByteBuffer mine = ByteBuffer.allocate(16).order(ByteOrder.nativeOrder());
            mine.putDouble(0, rank() + 1).putInt(8, rank() / segmentLength);
            ByteBuffer answer = ByteBuffer.allocate(16).order(ByteOrder.nativeOrder());
            MPI_Scan(mine, answer, 1, sspair, segScan, MPI_COMM_WORLD);
            double expected = 0;
            for (int r = rank() / segmentLength * segmentLength; r <= rank(); r++) {
                expected += r + 1;
            }
            assertEquals(expected, answer.getDouble(0));
            assertEquals(rank() / segmentLength, answer.getInt(8));
        }
        MPI_Op_free(segScan);
        MPI_Type_free(sspair);
    }

    private static void segScan(Object in, Object inout, int len) {
        ByteBuffer a = ((ByteBuffer) in).order(ByteOrder.nativeOrder());
        ByteBuffer b = ((ByteBuffer) inout).order(ByteOrder.nativeOrder());
        for (int at = 0; at < 16 * len; at += 16) {
            if (a.getInt(at + 8) == b.getInt(at + 8)) {
                b.putDouble(at, a.getDouble(at) + b.getDouble(at));
            }
        }
    }
}
