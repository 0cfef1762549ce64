package org.javampi.compat.programs;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.IntBuffer;
import mpi.CartComm;
import mpi.DistGraphNeighbors;
import mpi.GraphComm;
import mpi.MPI;
import mpi.MPIException;
import org.javampi.junit.MpiTest;

/** Communication with neighbours as programs for Open MPI's Java bindings write it. */
class OpenMpiNeighborsTest extends MpiBegun {
    private static int me() {
        return MPI.COMM_WORLD.getRank();
    }

    /** Three ranks in a circle: the neighbours are the one before and the one behind. */
    private static CartComm circle() {
        return MPI.COMM_WORLD.createCart(new int[] {3}, new boolean[] {true}, false);
    }

    private static int before() {
        return (me() + 2) % 3;
    }

    private static int behind() {
        return (me() + 1) % 3;
    }

    @MpiTest(np = 3)
    void gathersOnAGrid() {
        int[] got = new int[2];
        circle().neighborAllGather(new int[] {me()}, 1, MPI.INT, got, 1, MPI.INT);
        assertArrayEquals(new int[] {before(), behind()}, got);
        int[] started = new int[2];
        circle().iNeighborAllGather(new int[] {me()}, 1, MPI.INT, started, 1, MPI.INT)
                .waitFor();
        assertArrayEquals(got, started);
    }

    @MpiTest(np = 3)
    void gathersPiecesOfUnlikeLengthOnAGraph() {
        // 0 - 1 - 2
        GraphComm line = MPI.COMM_WORLD.createGraph(new int[] {1, 3, 4}, new int[] {1, 0, 2, 1}, false);
        int[] neighbours = line.getNeighbors(me());
        int[] counts = new int[neighbours.length];
        int[] places = new int[neighbours.length];
        for (int i = 0; i < counts.length; i++) {
            counts[i] = neighbours[i] + 1;
            places[i] = 4 * i;
        }
        int[] own = {me(), me(), me()};
        int[] got = new int[8];
        line.neighborAllGatherv(own, me() + 1, MPI.INT, got, counts, places, MPI.INT);
        int[][] expected = {{1, 1, 0, 0, 0, 0, 0, 0}, {0, 0, 0, 0, 2, 2, 2, 0}, {1, 1, 0, 0, 0, 0, 0, 0}};
        assertArrayEquals(expected[me()], got);
        int[] started = new int[8];
        line.iNeighborAllGatherv(own, me() + 1, MPI.INT, started, counts, places, MPI.INT)
                .waitFor();
        assertArrayEquals(got, started);
    }

    @MpiTest(np = 3)
    void exchangesOnAGrid() {
        int[] out = {10 * me(), 10 * me() + 1};
        int[] expected = {10 * before() + 1, 10 * behind()};
        int[] got = new int[2];
        circle().neighborAllToAll(out, 1, MPI.INT, got, 1, MPI.INT);
        assertArrayEquals(expected, got);
        IntBuffer from = MPI.newIntBuffer(2).put(out).flip();
        IntBuffer into = MPI.newIntBuffer(2);
        circle().iNeighborAllToAll(from, 1, MPI.INT, into, 1, MPI.INT).waitFor();
        assertEquals(expected[0], into.get(0));
        assertEquals(expected[1], into.get(1));
    }

    @MpiTest(np = 3)
    void exchangesPiecesWithinOneBuffer() {
        int[] ones = {1, 1};
        int[] places = {0, 1};
        int[] both = {10 * me(), 10 * me() + 1};
        circle().neighborAllToAllv(both, ones, places, MPI.INT, both, ones, places, MPI.INT);
        assertArrayEquals(new int[] {10 * before() + 1, 10 * behind()}, both);
        int[] got = new int[2];
        circle().iNeighborAllToAllv(both, ones, places, MPI.INT, got, ones, places, MPI.INT)
                .waitFor();
        // What came from the rank before goes back to it, and comes back from the one behind.
        assertArrayEquals(new int[] {10 * me(), 10 * me() + 1}, got);
    }

    @MpiTest(np = 3)
    void graphsOfWhichEachNamesItsOwnEdges() {
        // Each rank sends to the one behind it; the edge's weight is the rank where it begins.
        GraphComm ring = MPI.COMM_WORLD.createDistGraphAdjacent(
                new int[] {before()},
                new int[] {before()},
                new int[] {behind()},
                new int[] {me()},
                MPI.INFO_NULL,
                false);
        DistGraphNeighbors neighbours = ring.getDistGraphNeighbors();
        assertEquals(1, neighbours.getInDegree());
        assertEquals(before(), neighbours.getSource(0));
        assertEquals(behind(), neighbours.getDestination(0));
        assertTrue(neighbours.isWeighted());
        assertEquals(before(), neighbours.getSourceWeight(0));
        assertEquals(me(), neighbours.getDestinationWeight(0));
        assertEquals(MPI.DIST_GRAPH, ring.getTopology());
        int[] got = new int[1];
        ring.neighborAllGather(new int[] {me()}, 1, MPI.INT, got, 1, MPI.INT);
        assertEquals(before(), got[0]);
        // Rank 0 names all edges of a star.
        int[] none = {};
        GraphComm star = me() == 0
                ? MPI.COMM_WORLD.createDistGraph(
                        new int[] {0, 1, 2}, new int[] {2, 1, 1}, new int[] {1, 2, 0, 0}, MPI.INFO_NULL, false)
                : MPI.COMM_WORLD.createDistGraph(none, none, none, MPI.INFO_NULL, false);
        DistGraphNeighbors own = star.getDistGraphNeighbors();
        assertEquals(me() == 0 ? 2 : 1, own.getOutDegree());
        assertFalse(own.isWeighted());
        ring.free();
    }

    @MpiTest(np = 1)
    void needsATopology() {
        MPIException error = assertThrows(
                MPIException.class,
                () -> MPI.COMM_WORLD.neighborAllGather(new int[1], 1, MPI.INT, new int[1], 1, MPI.INT));
        assertEquals(MPI.ERR_TOPOLOGY, error.getErrorClass());
    }
}
