package org.javampi.conformance.collectives;

import static org.javampi.MPI.*;
import static org.javampi.conformance.collectives.Rows.*;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import org.javampi.MPI_Datatype;
import org.javampi.conformance.harness.Rule;
import org.javampi.conformance.harness.Spmd;

/** Where the blocks of the ranks lie in a buffer (MPI-1.1 §4.5 to §4.8). */
class BlockPlacesTest {
    private static final int UNTOUCHED = -5;

    /** Two ints of data, four of extent: a gap of two behind each item. */
    private static MPI_Datatype gapped() {
        MPI_Datatype type =
                MPI_Type_struct(2, new int[] {2, 1}, new long[] {0, 16}, new MPI_Datatype[] {MPI_INT, MPI_UB});
        MPI_Type_commit(type);
        return type;
    }

    /** {@code ranks} blocks of {@code count} gapped items of {@link Rows} for {@code to}. */
    private static int[] spread(int ranks, int to, int count) {
        int[] spread = filled(4 * ranks * count, UNTOUCHED);
        for (int from = 0; from < ranks; from++) {
            for (int i = 0; i < 2 * count; i++) {
                spread[4 * (from * count + i / 2) + i % 2] = item(from, to, i);
            }
        }
        return spread;
    }

    @Spmd({1, 2, 3, 5})
    @Rule({"COL-015", "COL-016", "COL-008", "COL-024"})
    void shouldGatherAtMultiplesOfTheExtentAndLeaveGapsAlone() {
        MPI_Datatype gapped = gapped();
        for (int count : new int[] {1, 6, 9000}) {
            int[] mine = row(rank(), 3, 2 * count);
            int[] expected = spread(size(), 3, count);
            for (int root = 0; root < size(); root++) {
                int[] all = rank() == root ? filled(expected.length, UNTOUCHED) : null;
                MPI_Gather(mine, 2 * count, MPI_INT, all, count, gapped, root, MPI_COMM_WORLD);
                if (rank() == root) {
                    assertArrayEquals(expected, all);
                }
            }
            int[] all = filled(expected.length, UNTOUCHED);
            MPI_Allgather(mine, 2 * count, MPI_INT, all, count, gapped, MPI_COMM_WORLD);
            assertArrayEquals(expected, all);
        }
        MPI_Type_free(gapped);
    }

    @Spmd({1, 2, 3, 5})
    @Rule({"COL-018", "COL-024"})
    void shouldScatterFromMultiplesOfTheExtent() {
        MPI_Datatype gapped = gapped();
        for (int count : new int[] {1, 6, 9000}) {
            int[] all = spread(size(), 4, count);
            for (int root = 0; root < size(); root++) {
                int[] mine = new int[2 * count];
                Object whole = rank() == root ? all : null;
                MPI_Scatter(whole, count, gapped, mine, 2 * count, MPI_INT, root, MPI_COMM_WORLD);
                assertArrayEquals(row(rank(), 4, 2 * count), mine);
            }
        }
        MPI_Type_free(gapped);
    }

    /** A column of the matrix goes to each rank and lies there as a row. */
    @Spmd({2, 3, 4})
    @Rule({"COL-024", "COL-022"})
    void shouldSendColumnsAndReceiveRows() {
        int n = size();
        for (int height : new int[] {4, 20_000}) {
            MPI_Datatype tall = MPI_Type_vector(height, 1, n, MPI_INT);
            MPI_Datatype column =
                    MPI_Type_struct(2, new int[] {1, 1}, new long[] {0, 4}, new MPI_Datatype[] {tall, MPI_UB});
            MPI_Type_commit(column);
            int[] matrix = new int[height * n];
            for (int to = 0; to < n; to++) {
                for (int i = 0; i < height; i++) {
                    matrix[i * n + to] = item(rank(), to, i);
                }
            }
            int[] rows = new int[n * height];
            MPI_Alltoall(matrix, 1, column, rows, height, MPI_INT, MPI_COMM_WORLD);
            assertArrayEquals(rows(n, rank(), height), rows);
            int[] back = new int[height * n];
            MPI_Alltoall(rows, height, MPI_INT, back, 1, column, MPI_COMM_WORLD);
            assertArrayEquals(matrix, back);
            MPI_Type_free(column);
            MPI_Type_free(tall);
        }
    }

    @Spmd({2, 3})
    @Rule({"COL-008"})
    void shouldGatherManyItemsAsOne() {
        MPI_Datatype hundred = MPI_Type_contiguous(100, MPI_INT);
        MPI_Type_commit(hundred);
        int[] all = rank() == 1 ? new int[100 * size()] : null;
        MPI_Gather(row(rank(), 0, 100), 100, MPI_INT, all, 1, hundred, 1, MPI_COMM_WORLD);
        if (rank() == 1) {
            assertArrayEquals(rows(size(), 0, 100), all);
        }
        int[] copy = new int[100 * size()];
        MPI_Allgather(row(rank(), 0, 100), 1, hundred, copy, 100, MPI_INT, MPI_COMM_WORLD);
        assertArrayEquals(rows(size(), 0, 100), copy);
        MPI_Type_free(hundred);
    }

    @Spmd({3})
    @Rule({"COL-021", "COL-022"})
    void shouldCountDisplacementsFromAnyPlaceInTheBuffer() {
        int[] all = filled(3 * 2 + 5, UNTOUCHED);
        MPI_Allgather(at(row(rank(), 0, 4), 1), 2, MPI_INT, at(all, 3), 2, MPI_INT, MPI_COMM_WORLD);
        int[] expected = filled(11, UNTOUCHED);
        for (int r = 0; r < 3; r++) {
            expected[3 + 2 * r] = item(r, 0, 1);
            expected[4 + 2 * r] = item(r, 0, 2);
        }
        assertArrayEquals(expected, all);
    }

    /** Overlapping items may be sent. */
    @Spmd({2, 3})
    @Rule({"RED-029"})
    void shouldSendOverlappingItems() {
        MPI_Datatype overlapping = MPI_Type_vector(3, 2, 1, MPI_INT);
        MPI_Type_commit(overlapping);
        int[] all = new int[6 * size()];
        int r = 10 * rank();
        int[] mine = {r, r + 1, r + 2, r + 3};
        MPI_Gather(mine, 1, overlapping, all, 6, MPI_INT, 0, MPI_COMM_WORLD);
        if (rank() == 0) {
            for (int from = 0; from < size(); from++) {
                int b = 10 * from;
                int[] block = new int[6];
                System.arraycopy(all, 6 * from, block, 0, 6);
                assertArrayEquals(new int[] {b, b + 1, b + 1, b + 2, b + 2, b + 3}, block);
            }
        }
        MPI_Type_free(overlapping);
    }
}
