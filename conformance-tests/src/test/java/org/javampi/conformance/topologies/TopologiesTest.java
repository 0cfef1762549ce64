package org.javampi.conformance.topologies;

import static org.javampi.MPI.*;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.javampi.MPI_Comm;
import org.javampi.MPI_Status;
import org.javampi.conformance.harness.Errors;
import org.javampi.conformance.harness.Rule;
import org.javampi.conformance.harness.Spmd;

/** Cartesian and graph topologies (MPI-1.1 chapter 6). */
class TopologiesTest {
    private static int rank() {
        return MPI_Comm_rank(MPI_COMM_WORLD);
    }

    private static int size() {
        return MPI_Comm_size(MPI_COMM_WORLD);
    }

    private static void free(MPI_Comm... comms) {
        for (MPI_Comm comm : comms) {
            if (comm != MPI_COMM_NULL) {
                MPI_Comm_free(new MPI_Comm[] {comm});
            }
        }
    }

    private static MPI_Comm grid(boolean reorder, boolean[] periods, int... dims) {
        return MPI_Cart_create(MPI_COMM_WORLD, dims.length, dims, periods, reorder);
    }

    private static int[] filled(int nodes, int... dims) {
        MPI_Dims_create(nodes, dims.length, dims);
        return dims;
    }

    @Spmd(1)
    @Rule({"TOP-001", "TOP-002", "TOP-003", "TOP-004"})
    void shouldBalanceDimensions() {
        assertArrayEquals(new int[] {3, 2}, filled(6, 0, 0));
        assertArrayEquals(new int[] {7, 1}, filled(7, 0, 0));
        assertArrayEquals(new int[] {2, 3, 1}, filled(6, 0, 3, 0));
        assertArrayEquals(new int[] {4, 3}, filled(12, 0, 0));
        assertArrayEquals(new int[] {4, 3, 2}, filled(24, 0, 0, 0));
        assertArrayEquals(new int[] {4, 3, 3}, filled(36, 0, 0, 0));
        assertArrayEquals(new int[] {6, 4, 3}, filled(72, 0, 0, 0));
        assertArrayEquals(new int[] {12, 8}, filled(96, 0, 0));
        assertArrayEquals(new int[] {6, 5, 4}, filled(120, 0, 0, 0));
        assertArrayEquals(new int[] {16, 8, 8}, filled(1024, 0, 0, 0));
        assertArrayEquals(new int[] {1000, 1000, 1000}, filled(1_000_000_000, 0, 0, 0));
        int[] bad = {MPI_ERR_DIMS, MPI_ERR_ARG};
        Errors.expectOneOf(bad, () -> filled(7, 0, 3, 0));
        Errors.expectOneOf(bad, () -> filled(6, 0, -1));
        Random random = new Random(6);
        for (int round = 0; round < 300; round++) {
            int preset = 1 + random.nextInt(4);
            int[] dims = {0, preset, 0, 0};
            int nodes = preset * (1 + random.nextInt(500));
            MPI_Dims_create(nodes, 4, dims);
            assertEquals(preset, dims[1]);
            assertEquals(nodes, dims[0] * dims[1] * dims[2] * dims[3]);
            assertTrue(dims[0] >= dims[2] && dims[2] >= dims[3]);
        }
    }

    @Spmd(5)
    @Rule({"TOP-005", "TOP-006", "TOP-008", "TOP-009", "TOP-010", "TOP-011", "TOP-030"})
    void shouldNumberAGridByRows() {
        MPI_Comm grid = grid(false, new boolean[] {false, true}, 2, 2);
        if (rank() == 4) {
            assertSame(MPI_COMM_NULL, grid);
        } else {
            assertEquals(rank(), MPI_Comm_rank(grid));
            assertArrayEquals(new int[] {rank() / 2, rank() % 2}, MPI_Cart_coords(grid, rank(), 2));
            assertEquals(MPI_CART, MPI_Topo_test(grid));
            MPI_Comm dup = MPI_Comm_dup(grid);
            assertEquals(MPI_CART, MPI_Topo_test(dup));
            assertEquals(2, MPI_Cartdim_get(dup));
            int[] dims = new int[3];
            boolean[] periods = new boolean[3];
            int[] coords = {-1, -1, -1};
            MPI_Cart_get(dup, 2, dims, periods, coords);
            assertArrayEquals(new int[] {2, 2, 0}, dims);
            assertArrayEquals(new boolean[] {false, true, false}, periods);
            assertArrayEquals(new int[] {rank() / 2, rank() % 2, -1}, coords);
            assertSame(MPI_ERRORS_THROW_EXCEPTIONS, MPI_Errhandler_get(grid));
            // Who is no neighbour may talk, too.
            int[] word = new int[1];
            int across = 3 - rank();
            MPI_Sendrecv(
                    new int[] {rank()}, 1, MPI_INT, across, 0, word, 1, MPI_INT, across, 0, grid, MPI_STATUS_IGNORE);
            assertEquals(across, word[0]);
            int[] sum = new int[1];
            MPI_Allreduce(new int[] {1}, sum, 1, MPI_INT, MPI_SUM, grid);
            assertEquals(4, sum[0]);
            free(dup);
        }
        assertEquals(MPI_UNDEFINED, MPI_Topo_test(MPI_COMM_WORLD));
        int[] bad = {MPI_ERR_DIMS, MPI_ERR_ARG};
        Errors.expectOneOf(bad, () -> grid(false, new boolean[2], 3, 2));
        Errors.expectOneOf(bad, () -> grid(false, new boolean[2], 2, 0));
        free(grid);
    }

    @Spmd({4, 6})
    @Rule({"TOP-007", "TOP-012", "TOP-013", "TOP-014", "TOP-029"})
    void shouldInvertRanksAndCoordinates() {
        int[] dims = filled(size(), 0, 0);
        MPI_Comm grid = grid(true, new boolean[] {true, false}, dims);
        int[] seen = new int[size()];
        seen[MPI_Comm_rank(grid)] = 1;
        int[] all = new int[size()];
        MPI_Allreduce(seen, all, size(), MPI_INT, MPI_SUM, MPI_COMM_WORLD);
        for (int r = 0; r < size(); r++) {
            assertEquals(1, all[r]);
            int[] coords = MPI_Cart_coords(grid, r, 2);
            assertEquals(r, MPI_Cart_rank(grid, coords));
            for (int shift : new int[] {-1, -2, 3}) {
                int[] far = {coords[0] + shift * dims[0], coords[1]};
                assertEquals(r, MPI_Cart_rank(grid, far));
            }
            int[] beside = {(coords[0] + 1) % dims[0], coords[1]};
            int[] below = {coords[0] - 2 * dims[0] + 1, coords[1]};
            assertEquals(MPI_Cart_rank(grid, beside), MPI_Cart_rank(grid, below));
        }
        int[] bad = {MPI_ERR_ARG, MPI_ERR_RANK};
        Errors.expectOneOf(bad, () -> MPI_Cart_rank(grid, new int[] {0, dims[1]}));
        Errors.expectOneOf(bad, () -> MPI_Cart_rank(grid, new int[] {0, -1}));
        Errors.expect(MPI_ERR_RANK, () -> MPI_Cart_coords(grid, size(), 2));
        free(grid);
    }

    @Spmd({3, 8})
    @Rule({"TOP-015", "TOP-016", "TOP-017", "TOP-018", "SR-011"})
    void shouldShift() {
        int n = size();
        for (boolean periodic : new boolean[] {false, true}) {
            MPI_Comm line = grid(false, new boolean[] {periodic}, n);
            for (int disp : new int[] {0, 1, -1, n, -n, n + 5, 2 * n + 1, -2 * n - 1}) {
                int[] source = {-9};
                int[] dest = {-9};
                MPI_Cart_shift(line, 0, disp, source, dest);
                assertEquals(place(rank() + disp, n, periodic), dest[0]);
                assertEquals(place(rank() - disp, n, periodic), source[0]);
                int[] word = {-1};
                MPI_Status status = new MPI_Status();
                MPI_Sendrecv(new int[] {rank()}, 1, MPI_INT, dest[0], 0, word, 1, MPI_INT, source[0], 0, line, status);
                assertEquals(source[0] == MPI_PROC_NULL ? -1 : source[0], word[0]);
                assertEquals(source[0], status.MPI_SOURCE);
            }
            Errors.expectOneOf(
                    new int[] {MPI_ERR_ARG, MPI_ERR_DIMS}, () -> MPI_Cart_shift(line, 1, 1, new int[1], new int[1]));
            free(line);
        }
        if (n == 8) {
            MPI_Comm cube = grid(false, new boolean[] {true, false, true}, 2, 2, 2);
            int[] source = new int[1];
            int[] dest = new int[1];
            MPI_Cart_shift(cube, 0, 1, source, dest);
            assertEquals(rank() ^ 4, dest[0]);
            assertEquals(rank() ^ 4, source[0]);
            MPI_Cart_shift(cube, 1, 1, source, dest);
            assertEquals((rank() & 2) == 0 ? rank() + 2 : MPI_PROC_NULL, dest[0]);
            assertEquals((rank() & 2) == 0 ? MPI_PROC_NULL : rank() - 2, source[0]);
            free(cube);
        }
    }

    private static int place(int wanted, int n, boolean periodic) {
        if (periodic) {
            return Math.floorMod(wanted, n);
        }
        return wanted >= 0 && wanted < n ? wanted : MPI_PROC_NULL;
    }

    @Spmd(8)
    @Rule({"TOP-019", "TOP-020", "TOP-021"})
    void shouldCutGridsIntoSubgrids() {
        MPI_Comm cube = grid(false, new boolean[] {true, false, true}, 2, 2, 2);
        MPI_Comm plane = MPI_Cart_sub(cube, new boolean[] {true, false, true});
        assertEquals(4, MPI_Comm_size(plane));
        int[] dims = new int[2];
        boolean[] periods = new boolean[2];
        int[] coords = new int[2];
        MPI_Cart_get(plane, 2, dims, periods, coords);
        assertArrayEquals(new int[] {2, 2}, dims);
        assertArrayEquals(new boolean[] {true, true}, periods);
        assertArrayEquals(new int[] {rank() >> 2, rank() & 1}, coords);
        assertEquals(2 * (rank() >> 2) + (rank() & 1), MPI_Comm_rank(plane));
        MPI_Comm column = MPI_Cart_sub(cube, new boolean[] {false, false, true});
        assertEquals(2, MPI_Comm_size(column));
        int[] sum = new int[1];
        MPI_Allreduce(new int[] {rank()}, sum, 1, MPI_INT, MPI_SUM, column);
        assertEquals((rank() & 6) * 2 + 1, sum[0]);
        MPI_Comm same = MPI_Cart_sub(cube, new boolean[] {true, true, true});
        assertEquals(MPI_CONGRUENT, MPI_Comm_compare(cube, same));
        assertEquals(3, MPI_Cartdim_get(same));
        MPI_Comm point = MPI_Cart_sub(cube, new boolean[] {false, false, false});
        assertEquals(1, MPI_Comm_size(point));
        assertEquals(0, MPI_Cartdim_get(point));
        free(cube, plane, column, same, point);
    }

    @Spmd(3)
    @Rule("TOP-022")
    void shouldMapSurplusRanksToNowhere() {
        int[] mine = new int[1];
        MPI_Cart_map(MPI_COMM_WORLD, 1, new int[] {1}, new boolean[] {false}, mine);
        assertEquals(rank() == 0 ? 0 : MPI_UNDEFINED, mine[0]);
        MPI_Graph_map(MPI_COMM_WORLD, 2, new int[] {1, 2}, new int[] {1, 0}, mine);
        assertTrue(rank() < 2 ? mine[0] == 0 || mine[0] == 1 : mine[0] == MPI_UNDEFINED);
        MPI_Cart_map(MPI_COMM_WORLD, 1, new int[] {3}, new boolean[] {true}, mine);
        int[] sum = new int[1];
        MPI_Allreduce(new int[] {1 << mine[0]}, sum, 1, MPI_INT, MPI_BOR, MPI_COMM_WORLD);
        assertEquals(7, sum[0]);
    }

    @Spmd(5)
    @Rule({"TOP-010", "TOP-023", "TOP-024", "TOP-025", "TOP-026", "TOP-028", "TOP-031"})
    void shouldDescribeGraphs() {
        int[] index = {2, 3, 4, 6};
        int[] edges = {1, 3, 0, 3, 0, 2};
        MPI_Comm graph = MPI_Graph_create(MPI_COMM_WORLD, 4, index, edges, false);
        if (rank() == 4) {
            assertSame(MPI_COMM_NULL, graph);
        } else {
            int[][] expected = {{1, 3}, {0}, {3}, {0, 2}};
            for (int r = 0; r < 4; r++) {
                assertEquals(expected[r].length, MPI_Graph_neighbors_count(graph, r));
                assertArrayEquals(expected[r], MPI_Graph_neighbors(graph, r, expected[r].length));
            }
            int[] nodes = new int[1];
            int[] entries = new int[1];
            MPI_Graphdims_get(graph, nodes, entries);
            assertEquals(4, nodes[0]);
            assertEquals(6, entries[0]);
            int[] gotIndex = new int[4];
            int[] gotEdges = new int[6];
            MPI_Graph_get(graph, 4, 6, gotIndex, gotEdges);
            assertArrayEquals(index, gotIndex);
            assertArrayEquals(edges, gotEdges);
            assertEquals(MPI_GRAPH, MPI_Topo_test(graph));
            MPI_Comm dup = MPI_Comm_dup(graph);
            assertEquals(MPI_GRAPH, MPI_Topo_test(dup));
            int[] guarded = {-7, -7, -7};
            boolean refused = false;
            try {
                MPI_Graph_neighbors(graph, 3, 1, guarded);
            } catch (org.javampi.MPIException e) {
                refused = true;
            }
            assertEquals(-7, guarded[1]);
            assertTrue(refused || guarded[0] == 0);
            Errors.expect(MPI_ERR_TOPOLOGY, () -> MPI_Cartdim_get(graph));
            Errors.expect(MPI_ERR_TOPOLOGY, () -> MPI_Cart_coords(graph, 0, 1));
            free(dup);
        }
        Errors.expect(MPI_ERR_TOPOLOGY, () -> MPI_Cartdim_get(MPI_COMM_WORLD));
        Errors.expect(MPI_ERR_TOPOLOGY, () -> MPI_Graph_neighbors_count(MPI_COMM_WORLD, 0));
        Errors.expectOneOf(
                new int[] {MPI_ERR_ARG, MPI_ERR_DIMS, MPI_ERR_TOPOLOGY, MPI_ERR_COMM},
                () -> MPI_Graph_create(MPI_COMM_WORLD, 6, new int[] {1, 1, 1, 1, 1, 1}, new int[] {0}, false));
        free(graph);
    }

    @Spmd(8)
    @Rule("TOP-027")
    void shouldTakeSelfLoops() {
        int[][] expected = {{1, 0, 0}, {0, 2, 4}, {3, 4, 1}, {2, 6, 5}, {5, 1, 2}, {4, 3, 6}, {7, 5, 3}, {6, 7, 7}};
        int[] index = new int[8];
        int[] edges = new int[24];
        for (int r = 0; r < 8; r++) {
            index[r] = 3 * (r + 1);
            System.arraycopy(expected[r], 0, edges, 3 * r, 3);
        }
        MPI_Comm graph = MPI_Graph_create(MPI_COMM_WORLD, 8, index, edges, false);
        for (int r = 0; r < 8; r++) {
            assertArrayEquals(expected[r], MPI_Graph_neighbors(graph, r, 3));
        }
        assertFalse(MPI_Comm_test_inter(graph));
        free(graph);
    }
}
