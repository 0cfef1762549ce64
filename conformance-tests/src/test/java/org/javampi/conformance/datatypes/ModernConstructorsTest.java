package org.javampi.conformance.datatypes;

import static org.javampi.MPI.*;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.javampi.MPI_Datatype;
import org.javampi.conformance.harness.Errors;
import org.javampi.conformance.harness.Rule;
import org.javampi.conformance.harness.Spmd;

/** Constructors that MPI-2 and later have added (MPI-4.1 §5.1), against loops over indices. */
class ModernConstructorsTest {
    /** Which ints a type takes out of 0, 1, 2, ... */
    private static int[] taken(MPI_Datatype type, int room) {
        int[] from = new int[room];
        Arrays.setAll(from, i -> i);
        MPI_Type_commit(type);
        int[] to = new int[MPI_Type_size(type) / 4];
        MPI_Sendrecv(from, 1, type, 0, 0, to, to.length, MPI_INT, 0, 0, MPI_COMM_SELF, MPI_STATUS_IGNORE);
        return to;
    }

    private static int[] ints(List<Integer> list) {
        return list.stream().mapToInt(i -> i).toArray();
    }

    private static long[] bounds(MPI_Datatype type) {
        long[] lb = new long[1];
        long[] extent = new long[1];
        MPI_Type_get_extent(type, lb, extent);
        return new long[] {lb[0], extent[0]};
    }

    @Spmd(1)
    @Rule({"DTC-001", "DTC-002", "DTC-003"})
    void shouldSetBoundsThatStick() {
        MPI_Datatype column = MPI_Type_vector(3, 1, 4, MPI_INT);
        MPI_Datatype narrow = MPI_Type_create_resized(column, 0, 4);
        assertArrayEquals(new long[] {0, 4}, bounds(narrow));
        long[] lb = new long[1];
        long[] extent = new long[1];
        MPI_Type_get_true_extent(narrow, lb, extent);
        assertArrayEquals(new long[] {0, 36}, new long[] {lb[0], extent[0]});
        // A matrix of 3 rows and 4 columns, sent column by column.
        assertArrayEquals(new int[] {0, 4, 8, 1, 5, 9, 2, 6, 10, 3, 7, 11}, taken(MPI_Type_contiguous(4, narrow), 12));
        MPI_Datatype inside = MPI_Type_create_struct(2, new int[] {1, 1}, new long[] {0, 8}, new MPI_Datatype[] {
            MPI_Type_create_resized(MPI_INT, -4, 100), MPI_INT
        });
        assertArrayEquals(new long[] {-4, 100}, bounds(inside));
        assertArrayEquals(new long[] {2, 6}, bounds(MPI_Type_create_resized(inside, 2, 6)));
        MPI_Datatype shifted = MPI_Type_create_hindexed_block(1, 2, new long[] {8}, MPI_INT);
        MPI_Type_get_true_extent(MPI_Type_create_resized(shifted, 0, 400), lb, extent);
        assertArrayEquals(new long[] {8, 8}, new long[] {lb[0], extent[0]});
        Errors.expect(MPI_ERR_TYPE, () -> MPI_Type_create_resized(MPI_DATATYPE_NULL, 0, 4));
        Errors.expect(MPI_ERR_TYPE, () -> MPI_Type_get_true_extent(MPI_DATATYPE_NULL, lb, extent));
    }

    @Spmd(1)
    @Rule({"DTC-004", "DTC-005"})
    void shouldTakeBlocksOfOneLength() {
        int[] at = {5, 0, 9};
        assertArrayEquals(new int[] {5, 6, 0, 1, 9, 10}, taken(MPI_Type_create_indexed_block(3, 2, at, MPI_INT), 20));
        assertArrayEquals(
                new int[] {5, 6, 0, 1, 9, 10},
                taken(MPI_Type_create_hindexed_block(3, 2, new long[] {20, 0, 36}, MPI_INT), 20));
        assertEquals(0, MPI_Type_size(MPI_Type_create_indexed_block(0, 2, null, MPI_INT)));
        Errors.expect(MPI_ERR_COUNT, () -> MPI_Type_create_indexed_block(3, -1, at, MPI_INT));
        Errors.expect(MPI_ERR_ARG, () -> MPI_Type_create_hindexed_block(4, 1, new long[3], MPI_INT));
    }

    @Spmd(1)
    @Rule({"DTC-006", "DTC-007"})
    void shouldTakeABoxOutOfAnArray() {
        Random random = new Random(20);
        for (int round = 0; round < 200; round++) {
            int dims = 1 + random.nextInt(3);
            int[] sizes = new int[dims];
            int[] sub = new int[dims];
            int[] start = new int[dims];
            int total = 1;
            for (int d = 0; d < dims; d++) {
                sizes[d] = 1 + random.nextInt(5);
                sub[d] = 1 + random.nextInt(sizes[d]);
                start[d] = random.nextInt(sizes[d] - sub[d] + 1);
                total *= sizes[d];
            }
            boolean c = random.nextBoolean();
            MPI_Datatype box =
                    MPI_Type_create_subarray(dims, sizes, sub, start, c ? MPI_ORDER_C : MPI_ORDER_FORTRAN, MPI_INT);
            List<Integer> expected = new ArrayList<>();
            for (int i = 0; i < total; i++) {
                int[] index = index(i, sizes, c);
                boolean in = true;
                for (int d = 0; d < dims; d++) {
                    in &= index[d] >= start[d] && index[d] < start[d] + sub[d];
                }
                if (in) {
                    expected.add(i);
                }
            }
            assertArrayEquals(new long[] {0, 4L * total}, bounds(box));
            assertArrayEquals(ints(expected), taken(box, total), "seed 20, round " + round);
            MPI_Type_free(box);
        }
        int[] two = {2};
        Errors.expect(
                MPI_ERR_ARG,
                () -> MPI_Type_create_subarray(1, two, new int[] {2}, new int[] {1}, MPI_ORDER_C, MPI_INT));
        Errors.expect(MPI_ERR_ARG, () -> MPI_Type_create_subarray(0, two, two, two, MPI_ORDER_C, MPI_INT));
        Errors.expect(MPI_ERR_ARG, () -> MPI_Type_create_subarray(1, two, two, new int[1], 3, MPI_INT));
    }

    /** Where item {@code i} of an array stands. */
    private static int[] index(int i, int[] sizes, boolean rowMajor) {
        int[] index = new int[sizes.length];
        int left = i;
        for (int k = 0; k < sizes.length; k++) {
            int d = rowMajor ? sizes.length - 1 - k : k;
            index[d] = left % sizes[d];
            left /= sizes[d];
        }
        return index;
    }

    @Spmd(1)
    @Rule({"DTC-008", "DTC-009"})
    void shouldDistributeAnArrayOverAGrid() {
        Random random = new Random(21);
        for (int round = 0; round < 200; round++) {
            int dims = 1 + random.nextInt(3);
            int[] sizes = new int[dims];
            int[] kinds = new int[dims];
            int[] args = new int[dims];
            int[] grid = new int[dims];
            int total = 1;
            int processes = 1;
            for (int d = 0; d < dims; d++) {
                sizes[d] = 1 + random.nextInt(6);
                int kind = random.nextInt(4);
                kinds[d] = kind == 0 ? MPI_DISTRIBUTE_NONE : kind == 1 ? MPI_DISTRIBUTE_BLOCK : MPI_DISTRIBUTE_CYCLIC;
                grid[d] = kind == 0 ? 1 : 1 + random.nextInt(3);
                args[d] = kind == 3 ? 1 + random.nextInt(3) : MPI_DISTRIBUTE_DFLT_DARG;
                total *= sizes[d];
                processes *= grid[d];
            }
            boolean c = random.nextBoolean();
            int order = c ? MPI_ORDER_C : MPI_ORDER_FORTRAN;
            for (int rank = 0; rank < processes; rank++) {
                MPI_Datatype part =
                        MPI_Type_create_darray(processes, rank, dims, sizes, kinds, args, grid, order, MPI_INT);
                int[] own = index(rank, grid, true);
                List<Integer> expected = new ArrayList<>();
                for (int i = 0; i < total; i++) {
                    int[] index = index(i, sizes, c);
                    boolean mine = true;
                    for (int d = 0; d < dims; d++) {
                        int length = kinds[d] == MPI_DISTRIBUTE_NONE
                                ? sizes[d]
                                : kinds[d] == MPI_DISTRIBUTE_BLOCK
                                        ? (sizes[d] + grid[d] - 1) / grid[d]
                                        : args[d] == MPI_DISTRIBUTE_DFLT_DARG ? 1 : args[d];
                        mine &= index[d] / length % grid[d] == own[d];
                    }
                    if (mine) {
                        expected.add(i);
                    }
                }
                assertArrayEquals(ints(expected), taken(part, total), "seed 21, round " + round + ", rank " + rank);
                assertArrayEquals(new long[] {0, 4L * total}, bounds(part));
                MPI_Type_free(part);
            }
        }
        int[] one = {1};
        int[] four = {4};
        int[] block = {MPI_DISTRIBUTE_BLOCK};
        int[] usual = {MPI_DISTRIBUTE_DFLT_DARG};
        Errors.expect(
                MPI_ERR_ARG,
                () -> MPI_Type_create_darray(2, 2, 1, four, block, usual, new int[] {2}, MPI_ORDER_C, MPI_INT));
        Errors.expect(
                MPI_ERR_ARG, () -> MPI_Type_create_darray(2, 0, 1, four, block, usual, one, MPI_ORDER_C, MPI_INT));
        Errors.expect(
                MPI_ERR_ARG,
                () -> MPI_Type_create_darray(2, 0, 1, four, block, one, new int[] {2}, MPI_ORDER_C, MPI_INT));
        Errors.expect(MPI_ERR_ARG, () -> MPI_Type_create_darray(1, 0, 1, four, one, usual, one, MPI_ORDER_C, MPI_INT));
    }
}
