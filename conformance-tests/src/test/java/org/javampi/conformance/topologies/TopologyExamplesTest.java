package org.javampi.conformance.topologies;

import static org.javampi.MPI.*;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.javampi.MPI_Comm;
import org.javampi.conformance.harness.Errors;
import org.javampi.conformance.harness.Rule;
import org.javampi.conformance.harness.Spmd;

/** The worked examples of topologies (MPI-1.1 chapter 6), computing something. */
class TopologyExamplesTest {
    private static final boolean[] BOTH = {true, true};

    private static int rank() {
        return MPI_Comm_rank(MPI_COMM_WORLD);
    }

    private static int size() {
        return MPI_Comm_size(MPI_COMM_WORLD);
    }

    /** Example 6.1: the table of MPI_Dims_create. */
    @Spmd({1})
    @Rule({"TOP-001", "TOP-003", "TOP-004"})
    void shouldFillTheDimensionsOfTheTable() {
        int[] dims = {0, 0};
        MPI_Dims_create(6, 2, dims);
        assertArrayEquals(new int[] {3, 2}, dims);
        dims = new int[] {0, 0};
        MPI_Dims_create(7, 2, dims);
        assertArrayEquals(new int[] {7, 1}, dims);
        dims = new int[] {0, 3, 0};
        MPI_Dims_create(6, 3, dims);
        assertArrayEquals(new int[] {2, 3, 1}, dims);
        int[] impossible = {0, 3, 0};
        Errors.expectOneOf(new int[] {MPI_ERR_DIMS, MPI_ERR_ARG}, () -> MPI_Dims_create(7, 3, impossible));
        assertArrayEquals(new int[] {0, 3, 0}, impossible);
    }

    /** Example 6.2: four processes; each sums what its neighbours have. */
    @Spmd({4, 5})
    @Rule({"TOP-023", "TOP-024", "TOP-026"})
    void shouldSumOverTheNeighboursOfAGraph() {
        MPI_Comm graph =
                MPI_Graph_create(MPI_COMM_WORLD, 4, new int[] {2, 3, 4, 6}, new int[] {1, 3, 0, 3, 0, 2}, false);
        if (graph == MPI_COMM_NULL) {
            assertEquals(4, rank());
            return;
        }
        int[] neighbours = MPI_Graph_neighbors(graph, rank(), MPI_Graph_neighbors_count(graph, rank()));
        int sum = 0;
        int[] in = new int[1];
        for (int neighbour : neighbours) {
            MPI_Send(new int[] {10 * rank() + 1}, 1, MPI_INT, neighbour, 0, graph);
        }
        for (int neighbour : neighbours) {
            MPI_Recv(in, 1, MPI_INT, neighbour, 0, graph);
            sum += in[0];
        }
        assertEquals(new int[] {42, 1, 31, 22}[rank()], sum);
        MPI_Comm_free(graph);
    }

    /** Neighbours of all nodes: exchange, shuffle (rotate left), unshuffle (rotate right). */
    private static MPI_Comm shuffleExchange(int bits) {
        int nodes = 1 << bits;
        int[] index = new int[nodes];
        int[] edges = new int[3 * nodes];
        for (int node = 0; node < nodes; node++) {
            index[node] = 3 * node + 3;
            edges[3 * node] = node ^ 1;
            edges[3 * node + 1] = (node << 1 | node >> bits - 1) & nodes - 1;
            edges[3 * node + 2] = node >> 1 | (node & 1) << bits - 1;
        }
        return MPI_Graph_create(MPI_COMM_WORLD, nodes, index, edges, false);
    }

    private static int bits() {
        return Integer.numberOfTrailingZeros(size());
    }

    /** Examples 6.3 and 6.4: the permutations of the shuffle-exchange network. */
    @Spmd({2, 4, 8})
    @Rule({"TOP-027", "SR-005", "SR-006"})
    void shouldPermuteInAShuffleExchangeNetwork() {
        MPI_Comm comm = shuffleExchange(bits());
        int[] neighbours = MPI_Graph_neighbors(comm, rank(), 3);
        int[] a = {rank()};
        MPI_Sendrecv_replace(a, 1, MPI_INT, neighbours[0], 0, neighbours[0], 0, comm);
        assertEquals(rank() ^ 1, a[0]);
        a[0] = rank();
        MPI_Sendrecv_replace(a, 1, MPI_INT, neighbours[1], 0, neighbours[2], 0, comm);
        assertEquals(neighbours[2], a[0]);
        MPI_Sendrecv_replace(a, 1, MPI_INT, neighbours[2], 0, neighbours[1], 0, comm);
        assertEquals(rank(), a[0]);
        MPI_Comm_free(comm);
    }

    /** What the network is for: after a step for each bit, all have the sum of all. */
    @Spmd({2, 4, 8})
    @Rule({"TOP-027", "TOP-024"})
    void shouldSumInAShuffleExchangeNetwork() {
        MPI_Comm comm = shuffleExchange(bits());
        int[] neighbours = MPI_Graph_neighbors(comm, rank(), 3);
        int[] a = {rank() * rank() + 1};
        for (int bit = 0; bit < bits(); bit++) {
            int mine = a[0];
            MPI_Sendrecv_replace(a, 1, MPI_INT, neighbours[0], 0, neighbours[0], 0, comm);
            a[0] += mine;
            MPI_Sendrecv_replace(a, 1, MPI_INT, neighbours[1], 0, neighbours[2], 0, comm);
        }
        int n = size();
        assertEquals((n - 1) * n * (2 * n - 1) / 6 + n, a[0]);
        MPI_Comm_free(comm);
    }

    private static MPI_Comm grid(int... dims) {
        return MPI_Cart_create(MPI_COMM_WORLD, 2, dims, BOTH, true);
    }

    /** Example 6.5: column j is shifted by j; three rows and more tell forth from back. */
    @Spmd({4, 6, 8})
    @Rule({"TOP-015", "TOP-017", "SR-006"})
    void shouldSkewAGrid() {
        int[] dims = {size() / 2, 2};
        MPI_Comm comm = grid(dims);
        int[] coords = MPI_Cart_coords(comm, MPI_Comm_rank(comm), 2);
        int[] source = new int[1];
        int[] dest = new int[1];
        MPI_Cart_shift(comm, 0, coords[1], source, dest);
        double[] a = {coords[0] + 0.01 * coords[1]};
        MPI_Sendrecv_replace(a, 1, MPI_DOUBLE, dest[0], 0, source[0], 0, comm);
        int from = Math.floorMod(coords[0] - coords[1], dims[0]);
        assertEquals(from + 0.01 * coords[1], a[0]);
        MPI_Comm_free(comm);
    }

    /** Cannon's product of two matrices, one block in each process: skew, then shift by one. */
    @Spmd({1, 4})
    @Rule({"TOP-015", "TOP-017", "SR-006", "TOP-007"})
    void shouldMultiplyMatricesBySkewingAndShifting() {
        int p = size() == 1 ? 1 : 2;
        int n = 6;
        MPI_Comm comm = grid(p, p);
        int[] at = MPI_Cart_coords(comm, MPI_Comm_rank(comm), 2);
        int[] a = new int[n * n];
        int[] b = new int[n * n];
        int[] c = new int[n * n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                a[i * n + j] = left(at[0] * n + i, at[1] * n + j);
                b[i * n + j] = right(at[0] * n + i, at[1] * n + j);
            }
        }
        shift(comm, 1, -at[0], a);
        shift(comm, 0, -at[1], b);
        for (int step = 0; step < p; step++) {
            for (int i = 0; i < n; i++) {
                for (int j = 0; j < n; j++) {
                    for (int k = 0; k < n; k++) {
                        c[i * n + j] += a[i * n + k] * b[k * n + j];
                    }
                }
            }
            shift(comm, 1, -1, a);
            shift(comm, 0, -1, b);
        }
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                int expected = 0;
                for (int k = 0; k < n * p; k++) {
                    expected += left(at[0] * n + i, k) * right(k, at[1] * n + j);
                }
                assertEquals(expected, c[i * n + j]);
            }
        }
        MPI_Comm_free(comm);
    }

    private static int left(int i, int j) {
        return 3 * i - 2 * j + 1;
    }

    private static int right(int i, int j) {
        return i * j % 5 - 2;
    }

    private static void shift(MPI_Comm comm, int direction, int distance, int[] block) {
        int[] source = new int[1];
        int[] dest = new int[1];
        MPI_Cart_shift(comm, direction, distance, source, dest);
        MPI_Sendrecv_replace(block, block.length, MPI_INT, dest[0], 0, source[0], 0, comm);
    }

    /** Example 6.6: sub-grids; here rows and columns multiply a matrix with a vector. */
    @Spmd({4, 6})
    @Rule({"TOP-019", "TOP-005"})
    void shouldMultiplyAMatrixWithAVectorOnSubGrids() {
        int[] dims = {2, size() / 2};
        int n = 3;
        MPI_Comm comm = grid(dims);
        int[] at = MPI_Cart_coords(comm, MPI_Comm_rank(comm), 2);
        MPI_Comm row = MPI_Cart_sub(comm, new boolean[] {false, true});
        MPI_Comm column = MPI_Cart_sub(comm, new boolean[] {true, false});
        assertEquals(dims[1], MPI_Comm_size(row));
        assertEquals(at[1], MPI_Comm_rank(row));
        assertEquals(at[0], MPI_Comm_rank(column));
        // the uppermost process of each column has its part of the vector
        int[] x = new int[n];
        for (int j = 0; j < n && at[0] == 0; j++) {
            x[j] = (at[1] * n + j) * 7 % 11;
        }
        MPI_Bcast(x, n, MPI_INT, 0, column);
        int[] part = new int[n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                part[i] += left(at[0] * n + i, at[1] * n + j) * x[j];
            }
        }
        int[] y = new int[n];
        MPI_Allreduce(part, y, n, MPI_INT, MPI_SUM, row);
        for (int i = 0; i < n; i++) {
            int expected = 0;
            for (int k = 0; k < n * dims[1]; k++) {
                expected += left(at[0] * n + i, k) * (k * 7 % 11);
            }
            assertEquals(expected, y[i]);
        }
        MPI_Comm_free(row);
        MPI_Comm_free(column);
        MPI_Comm_free(comm);
    }
}
