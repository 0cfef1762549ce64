package org.javampi.conformance.collectives;

import static org.javampi.MPI.*;
import static org.javampi.conformance.collectives.Rows.*;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.javampi.MPI_Datatype;
import org.javampi.MPI_Op;
import org.javampi.conformance.harness.Errors;
import org.javampi.conformance.harness.Rule;
import org.javampi.conformance.harness.Spmd;

/** Operations of the program's own (MPI-1.1 §4.9.4). */
class UserOperationTest {
    @Spmd({1, 2, 3, 4, 5, 6, 7, 8})
    @Rule({"RED-014", "RED-015", "RED-024"})
    void shouldCombineInRankOrderWhenOperandsDoNotCommute() {
        combineInRankOrder(new int[] {1, 5, 700, 50_000});
    }

    @Spmd(
            value = {9, 13, 16, 17},
            processes = false,
            everywhere = false)
    @Rule({"RED-014", "RED-015", "RED-024"})
    void shouldCombineManyRanksInOrder() {
        combineInRankOrder(new int[] {1, 40});
    }

    private static void combineInRankOrder(int[] counts) {
        MPI_Op affine = Affine.operation();
        MPI_Datatype map = MPI_Type_contiguous(2, MPI_LONG);
        MPI_Type_commit(map);
        for (int count : counts) {
            long[] mine = Affine.of(rank(), count);
            long[] total = Affine.total(size(), count);
            long[] result = new long[2 * count];
            for (int root = 0; root < (count < 1000 ? size() : 1); root++) {
                MPI_Reduce(mine, result, count, map, affine, root, MPI_COMM_WORLD);
                if (rank() == root) {
                    assertArrayEquals(total, result, () -> "Reduce of " + count);
                }
            }
            MPI_Allreduce(mine, result, count, map, affine, MPI_COMM_WORLD);
            assertArrayEquals(total, result, () -> "Allreduce of " + count);
            MPI_Scan(mine, result, count, map, affine, MPI_COMM_WORLD);
            assertArrayEquals(Affine.total(rank() + 1, count), result, () -> "Scan of " + count);
            int[] segments = new int[size()];
            for (int i = 0; i < count; i++) {
                segments[i % size()]++;
            }
            int first = Arrays.stream(segments, 0, rank()).sum();
            long[] segment = new long[2 * segments[rank()]];
            MPI_Reduce_scatter(mine, segment, segments, map, affine, MPI_COMM_WORLD);
            assertArrayEquals(
                    Arrays.copyOfRange(total, 2 * first, 2 * (first + segments[rank()])),
                    segment,
                    () -> "Reduce_scatter of " + count);
            assertArrayEquals(Affine.of(rank(), count), mine);
        }
        MPI_Type_free(map);
        MPI_Op_free(affine);
    }

    @Spmd({2, 3, 4, 5, 8})
    @Rule({"RED-016", "RED-025"})
    void shouldCombineInAnyOrderWhenOperandsCommute() {
        MPI_Op max = MPI_Op_create(
                (in, inout, len, type) -> {
                    int[] a = (int[]) in;
                    int[] b = (int[]) inout;
                    for (int i = 0; i < len; i++) {
                        b[i] = Math.max(a[i], b[i]);
                    }
                },
                true);
        for (int count : new int[] {1, 100, 200_000}) {
            int[] mine = new int[count];
            int[] expected = new int[count];
            Arrays.setAll(mine, i -> (i + rank() * 7) % 11);
            Arrays.setAll(expected, i -> largest(i));
            int[] result = new int[count];
            for (int root = 0; root < size(); root++) {
                Arrays.fill(result, -1);
                MPI_Reduce(mine, result, count, MPI_INT, max, root, MPI_COMM_WORLD);
                assertArrayEquals(rank() == root ? expected : filled(count, -1), result);
            }
            MPI_Allreduce(mine, result, count, MPI_INT, max, MPI_COMM_WORLD);
            assertArrayEquals(expected, result);
        }
        MPI_Op_free(max);
    }

    private static int largest(int item) {
        int largest = 0;
        for (int r = 0; r < size(); r++) {
            largest = Math.max(largest, (item + r * 7) % 11);
        }
        return largest;
    }

    @Spmd({2, 3, 4, 8})
    @Rule({"RED-017"})
    void shouldGiveTheFunctionTheCallersHandleAndChunksOfTheCount() {
        MPI_Datatype pair = MPI_Type_contiguous(2, MPI_INT);
        MPI_Type_commit(pair);
        MPI_Datatype copy = pair;
        for (int count : new int[] {1, 9, 100_000}) {
            int[] combined = new int[1];
            MPI_Op op = MPI_Op_create(
                    (in, inout, len, type) -> {
                        assertSame(copy, type);
                        assertTrue(len >= 1 && len <= count, "len " + len);
                        combined[0] += len;
                        for (int i = 0; i < 2 * len; i++) {
                            ((int[]) inout)[i] += ((int[]) in)[i];
                        }
                    },
                    true);
            int[] result = new int[2 * count];
            MPI_Reduce(filled(2 * count, 1), result, count, pair, op, 0, MPI_COMM_WORLD);
            assertArrayEquals(filled(2 * count, rank() == 0 ? size() : 0), result);
            int[] all = new int[1];
            MPI_Allreduce(combined, all, 1, MPI_INT, MPI_SUM, MPI_COMM_WORLD);
            // each of the ranks' operands but one has been combined into another
            assertEquals((size() - 1) * count, all[0]);
            MPI_Op_free(op);
        }
        MPI_Type_free(pair);
    }

    @Spmd({1, 2, 3})
    @Rule({"RED-020"})
    void shouldFreeOperationsAndKeepPredefinedOnes() {
        MPI_Op[] op = new MPI_Op[1];
        MPI_Op_create((in, inout, len, type) -> ((int[]) inout)[0] += ((int[]) in)[0], true, op);
        MPI_Op copy = op[0];
        MPI_Op_free(op);
        assertSame(MPI_OP_NULL, op[0]);
        Errors.expect(MPI_ERR_OP, () -> MPI_Allreduce(new int[1], new int[1], 1, MPI_INT, copy, MPI_COMM_WORLD));
        for (MPI_Op predefined : new MPI_Op[] {MPI_SUM, MPI_MAXLOC, MPI_OP_NULL}) {
            MPI_Op[] kept = {predefined};
            Errors.expect(MPI_ERR_OP, () -> MPI_Op_free(kept));
            assertSame(predefined, kept[0]);
        }
        int[] sum = new int[1];
        MPI_Allreduce(new int[] {2}, sum, 1, MPI_INT, MPI_SUM, MPI_COMM_WORLD);
        assertEquals(2 * size(), sum[0]);
    }

    /** Freed by the function itself when it is first called: the reduction goes on. */
    @Spmd({2, 3, 5, 8})
    @Rule({"RED-020"})
    void shouldFinishReductionsWhoseOperationIsFreed() {
        int count = 60_000;
        MPI_Op[] op = new MPI_Op[1];
        MPI_Op_create(
                (in, inout, len, type) -> {
                    if (op[0] != MPI_OP_NULL) {
                        MPI_Op_free(op);
                    }
                    for (int i = 0; i < len; i++) {
                        ((int[]) inout)[i] += ((int[]) in)[i];
                    }
                },
                true,
                op);
        int[] sum = new int[count];
        MPI_Allreduce(filled(count, 3), sum, count, MPI_INT, op[0], MPI_COMM_WORLD);
        assertArrayEquals(filled(count, 3 * size()), sum);
        if (op[0] != MPI_OP_NULL) {
            MPI_Op_free(op);
        }
    }

    /** Each rank has a function of its own; all compute the same. */
    @Spmd({2, 3, 4})
    @Rule({"RED-021", "V12-008"})
    void shouldTakeAnotherFunctionFromEachRank() {
        boolean upwards = rank() % 2 == 0;
        MPI_Op op = MPI_Op_create(
                (in, inout, len, type) -> {
                    int[] a = (int[]) in;
                    int[] b = (int[]) inout;
                    for (int i = 0; i < len; i++) {
                        int k = upwards ? i : len - 1 - i;
                        b[k] = upwards ? a[k] + b[k] : b[k] - -a[k];
                    }
                },
                true);
        int[] result = new int[500];
        MPI_Allreduce(row(0, 0, 500), result, 500, MPI_INT, op, MPI_COMM_WORLD);
        int[] expected = new int[500];
        Arrays.setAll(expected, i -> size() * item(0, 0, i));
        assertArrayEquals(expected, result);
        MPI_Op_free(op);
    }
}
