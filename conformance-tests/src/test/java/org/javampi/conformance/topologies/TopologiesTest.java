package org.javampi.conformance.topologies;

import static org.javampi.MPI.*;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import org.javampi.MPI_Comm;
import org.javampi.core.world.World;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Grids and graphs on communicators (MPI-1.1 chapter 6). */
@Timeout(60)
class TopologiesTest {
    @Test
    void shouldPlaceRanksRowByRowAndLeaveTheRestOut() {
        World.of(7)
                .transport("shm")
                .run(
                        rank -> {
                            MPI_Init();
                            MPI_Comm grid =
                                    MPI_Cart_create(
                                            MPI_COMM_WORLD,
                                            2,
                                            new int[] {2, 3},
                                            new boolean[] {false, true},
                                            false);
                            if (rank == 6) {
                                assertSame(MPI_COMM_NULL, grid);
                            } else {
                                onGrid(grid, rank);
                            }
                            MPI_Finalize();
                        });
    }

    private static void onGrid(MPI_Comm grid, int rank) {
        assertEquals(MPI_CART, MPI_Topo_test(grid));
        assertEquals(MPI_CART, MPI_Topo_test(MPI_Comm_dup(grid)));
        assertArrayEquals(new int[] {rank / 3, rank % 3}, MPI_Cart_coords(grid, rank, 2));
        assertEquals(rank, MPI_Cart_rank(grid, new int[] {rank / 3, rank % 3 - 3}));
        int[] source = new int[1];
        int[] dest = new int[1];
        MPI_Cart_shift(grid, 0, 1, source, dest);
        assertEquals(rank < 3 ? rank + 3 : MPI_PROC_NULL, dest[0]);
        assertEquals(rank < 3 ? MPI_PROC_NULL : rank - 3, source[0]);
        MPI_Comm row = MPI_Cart_sub(grid, new boolean[] {false, true});
        assertEquals(3, MPI_Comm_size(row));
        assertEquals(rank % 3, MPI_Comm_rank(row));
        assertEquals(1, MPI_Cartdim_get(row));
    }

    @Test
    void shouldListTheNeighboursOfAGraph() {
        World.of(4)
                .transport("shm")
                .run(
                        rank -> {
                            MPI_Init();
                            int[] index = {2, 3, 4, 6};
                            int[] edges = {1, 3, 0, 3, 0, 2};
                            MPI_Comm graph =
                                    MPI_Graph_create(MPI_COMM_WORLD, 4, index, edges, false);
                            assertEquals(MPI_GRAPH, MPI_Topo_test(graph));
                            assertEquals(2, MPI_Graph_neighbors_count(graph, 3));
                            assertArrayEquals(new int[] {0, 2}, MPI_Graph_neighbors(graph, 3, 2));
                            assertArrayEquals(new int[] {1, 3}, MPI_Graph_neighbors(graph, 0, 2));
                            MPI_Errhandler_set(graph, MPI_ERRORS_RETURN);
                            int code = MPI_Cartdim_get(graph, new int[1]);
                            assertEquals(MPI_ERR_TOPOLOGY, MPI_Error_class(code));
                            MPI_Finalize();
                        });
    }
}
