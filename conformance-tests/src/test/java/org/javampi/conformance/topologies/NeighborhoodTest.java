package org.javampi.conformance.topologies;

import static org.javampi.MPI.*;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import java.util.Arrays;
import org.javampi.MPI_Comm;
import org.javampi.MPI_Datatype;
import org.javampi.MPI_Request;
import org.javampi.conformance.harness.Errors;
import org.javampi.conformance.harness.Rule;
import org.javampi.conformance.harness.Spmd;

/** Collectives among neighbours (MPI-4.1 §8.6 and §8.7). */
class NeighborhoodTest {
    private static final int COUNT = 700;

    private static int[] piece(int from, int direction) {
        int[] piece = new int[COUNT];
        Arrays.setAll(piece, i -> from * 100_000 + direction * 10_000 + i);
        return piece;
    }

    /** The pieces that a rank of a ring sends: to the rank below, and to the one above. */
    private static int[] both(int from) {
        int[] both = Arrays.copyOf(piece(from, 0), 2 * COUNT);
        System.arraycopy(piece(from, 1), 0, both, COUNT, COUNT);
        return both;
    }

    /** What comes from below has gone out upwards, and the other way round, also where both are one rank. */
    private static int[] received(int below, int above, int size, boolean ring) {
        int[] in = new int[2 * COUNT];
        Arrays.fill(in, -1);
        if (ring || below >= 0) {
            System.arraycopy(piece(Math.floorMod(below, size), 1), 0, in, 0, COUNT);
        }
        if (ring || above < size) {
            System.arraycopy(piece(above % size, 0), 0, in, COUNT, COUNT);
        }
        return in;
    }

    @Spmd({1, 2, 3, 5})
    @Rule({"NGH-001", "NGH-002", "NGH-003"})
    void shouldExchangeAlongARingAndALine() {
        int size = MPI_Comm_size(MPI_COMM_WORLD);
        for (boolean ring : new boolean[] {true, false}) {
            MPI_Comm[] grid = {MPI_Cart_create(MPI_COMM_WORLD, 1, new int[] {size}, new boolean[] {ring}, false)};
            int rank = MPI_Comm_rank(grid[0]);
            int[] expected = received(rank - 1, rank + 1, size, ring);
            int[] in = blank();
            MPI_Neighbor_alltoall(both(rank), COUNT, MPI_INT, in, COUNT, MPI_INT, grid[0]);
            assertArrayEquals(expected, in);
            int[] counts = {COUNT, COUNT};
            int[] places = {0, COUNT};
            int[] again = blank();
            MPI_Neighbor_alltoallv(both(rank), counts, places, MPI_INT, again, counts, places, MPI_INT, grid[0]);
            assertArrayEquals(expected, again);
            long[] bytes = {0, 4L * COUNT};
            MPI_Datatype[] types = {MPI_INT, MPI_INT};
            int[] third = blank();
            MPI_Request[] requests = {
                MPI_Ineighbor_alltoallw(both(rank), counts, bytes, types, third, counts, bytes, types, grid[0]),
                MPI_REQUEST_NULL
            };
            int[] fourth = blank();
            requests[1] = MPI_Ineighbor_alltoall(both(rank), COUNT, MPI_INT, fourth, COUNT, MPI_INT, grid[0]);
            MPI_Waitall(2, requests, MPI_STATUSES_IGNORE);
            assertArrayEquals(expected, third);
            assertArrayEquals(expected, fourth);
            int[] fifth = blank();
            MPI_Neighbor_alltoallw(both(rank), counts, bytes, types, fifth, counts, bytes, types, grid[0]);
            assertArrayEquals(expected, fifth);
            int[] sixth = blank();
            requests[0] = MPI_Ineighbor_alltoallv(
                    both(rank), counts, places, MPI_INT, sixth, counts, places, MPI_INT, grid[0]);
            MPI_Wait(requests, MPI_STATUS_IGNORE);
            assertArrayEquals(expected, sixth);
            MPI_Comm_free(grid);
        }
    }

    private static int[] blank() {
        int[] blank = new int[2 * COUNT];
        Arrays.fill(blank, -1);
        return blank;
    }

    @Spmd({4, 6})
    @Rule({"NGH-001", "NGH-004"})
    void shouldCollectFromTheNeighboursOfAGrid() {
        int size = MPI_Comm_size(MPI_COMM_WORLD);
        int[] dims = {2, size / 2};
        MPI_Comm[] grid = {MPI_Cart_create(MPI_COMM_WORLD, 2, dims, new boolean[] {true, false}, false)};
        int rank = MPI_Comm_rank(grid[0]);
        int[] neighbours = new int[4];
        for (int d = 0; d < 2; d++) {
            int[] below = new int[1];
            int[] above = new int[1];
            MPI_Cart_shift(grid[0], d, 1, below, above);
            neighbours[2 * d] = below[0];
            neighbours[2 * d + 1] = above[0];
        }
        int[] expected = new int[4];
        Arrays.setAll(expected, i -> neighbours[i] == MPI_PROC_NULL ? -1 : neighbours[i] + 1000);
        int[] in = {-1, -1, -1, -1};
        MPI_Neighbor_allgather(new int[] {rank + 1000}, 1, MPI_INT, in, 1, MPI_INT, grid[0]);
        assertArrayEquals(expected, in);
        int[] reversed = {-1, -1, -1, -1};
        int[] ones = {1, 1, 1, 1};
        int[] backwards = {3, 2, 1, 0};
        MPI_Neighbor_allgatherv(new int[] {rank + 1000}, 1, MPI_INT, reversed, ones, backwards, MPI_INT, grid[0]);
        int[] turned = new int[4];
        Arrays.setAll(turned, i -> expected[3 - i]);
        assertArrayEquals(turned, reversed);
        int[] started = {-1, -1, -1, -1};
        int[] startedToo = {-1, -1, -1, -1};
        MPI_Request[] requests = {
            MPI_Ineighbor_allgather(new int[] {rank + 1000}, 1, MPI_INT, started, 1, MPI_INT, grid[0]),
            MPI_Ineighbor_allgatherv(new int[] {rank + 1000}, 1, MPI_INT, startedToo, ones, backwards, MPI_INT, grid[0])
        };
        MPI_Waitall(2, requests, MPI_STATUSES_IGNORE);
        assertArrayEquals(expected, started);
        assertArrayEquals(turned, startedToo);
        MPI_Comm_free(grid);
    }

    @Spmd(3)
    @Rule({"NGH-001", "NGH-005"})
    void shouldFollowTheEdgesOfAGraphInTheirOrder() {
        // Rank 0 knows 1 twice and 2; the others know 0 as often.
        int[] index = {3, 5, 6};
        int[] edges = {1, 2, 1, 0, 0, 0};
        MPI_Comm[] graph = {MPI_Graph_create(MPI_COMM_WORLD, 3, index, edges, false)};
        int rank = MPI_Comm_rank(graph[0]);
        int degree = rank == 0 ? 3 : rank == 1 ? 2 : 1;
        int[] out = new int[degree];
        Arrays.setAll(out, i -> 10 * rank + i);
        int[] in = new int[degree];
        MPI_Neighbor_alltoall(out, 1, MPI_INT, in, 1, MPI_INT, graph[0]);
        int[][] expected = {{10, 20, 11}, {0, 2}, {1}};
        assertArrayEquals(expected[rank], in);
        MPI_Comm_free(graph);
        Errors.expect(MPI_ERR_TOPOLOGY, () -> MPI_Neighbor_alltoall(out, 1, MPI_INT, in, 1, MPI_INT, MPI_COMM_WORLD));
    }
}
