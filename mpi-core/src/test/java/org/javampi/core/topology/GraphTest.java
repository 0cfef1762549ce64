package org.javampi.core.topology;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.javampi.MPI;
import org.javampi.core.failure.MpiFailure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

final class GraphTest {
    private static int[] neighbours(Graph graph, int rank) {
        int[] found = new int[graph.degree(rank)];
        graph.neighbours(rank, found.length, found);
        return found;
    }

    private static void assertRefused(int errorClass, String message, Executable call) {
        MpiFailure failure = assertThrows(MpiFailure.class, call);
        assertEquals(errorClass, failure.errorClass());
        assertEquals(message, failure.getMessage());
    }

    private static Graph example() {
        return Graph.of(4, new int[] {2, 3, 4, 6}, new int[] {1, 3, 0, 3, 0, 2}, 4);
    }

    @Test
    void shouldGiveTheStandardsExample() {
        Graph graph = example();
        assertEquals(4, graph.size());
        assertEquals(6, graph.edgeCount());
        assertArrayEquals(new int[] {1, 3}, neighbours(graph, 0));
        assertArrayEquals(new int[] {0}, neighbours(graph, 1));
        assertArrayEquals(new int[] {3}, neighbours(graph, 2));
        assertArrayEquals(new int[] {0, 2}, neighbours(graph, 3));
    }

    @Test
    void shouldAcceptTheShuffleExchangeWithItsSelfLoops() {
        int[] index = new int[8];
        int[] edges = new int[24];
        for (int node = 0; node < 8; node++) {
            index[node] = 3 * (node + 1);
            edges[3 * node] = node ^ 1;
            edges[3 * node + 1] = node << 1 & 7 | node >> 2;
            edges[3 * node + 2] = node >> 1 | (node & 1) << 2;
        }
        Graph graph = Graph.of(8, index, edges, 9);
        assertArrayEquals(new int[] {1, 0, 0}, neighbours(graph, 0));
        assertArrayEquals(new int[] {0, 2, 4}, neighbours(graph, 1));
        assertArrayEquals(new int[] {3, 4, 1}, neighbours(graph, 2));
        assertArrayEquals(new int[] {7, 5, 3}, neighbours(graph, 6));
        assertArrayEquals(new int[] {6, 7, 7}, neighbours(graph, 7));
    }

    @Test
    void shouldGiveBackWhatItWasMadeOfButNoMoreThanAskedFor() {
        int[] index = {-7, -7, -7, -7, -7};
        int[] edges = {-7, -7, -7};
        example().get(5, index, 2, edges);
        assertArrayEquals(new int[] {2, 3, 4, 6, -7}, index);
        assertArrayEquals(new int[] {1, 3, -7}, edges);
        int[] one = {-7, -7};
        example().neighbours(3, 1, one);
        assertArrayEquals(new int[] {0, -7}, one);
    }

    @Test
    void shouldCaptureArraysByValue() {
        int[] index = {1, 2};
        int[] edges = {1, 0};
        Graph graph = Graph.of(2, index, edges, 2);
        index[0] = 0;
        edges[0] = 0;
        assertArrayEquals(new int[] {1}, neighbours(graph, 0));
    }

    @Test
    void shouldHoldGraphsWithoutNodesOrEdges() {
        assertEquals(0, Graph.of(0, null, null, 3).size());
        Graph lonely = Graph.of(2, new int[] {0, 0}, null, 3);
        assertEquals(0, lonely.degree(1));
        lonely.neighbours(1, 0, null);
    }

    @Test
    void shouldWriteNothingWhenOneOfTheArraysIsTooShort() {
        int[] index = {-7, -7, -7, -7};
        assertRefused(MPI.MPI_ERR_ARG, "edges has 2 elements but 6 are needed", () -> example()
                .get(4, index, 6, new int[2]));
        assertArrayEquals(new int[] {-7, -7, -7, -7}, index);
    }

    @Test
    void shouldRefuseBadGraphs() {
        assertRefused(
                MPI.MPI_ERR_ARG,
                "nnodes 3 does not suit the communicator (allowed 0..2)",
                () -> Graph.of(3, new int[3], null, 2));
        assertRefused(
                MPI.MPI_ERR_ARG,
                "index[1] 1 is below the 2 before it: it counts the neighbours of all nodes so far",
                () -> Graph.of(2, new int[] {2, 1}, new int[2], 2));
        assertRefused(
                MPI.MPI_ERR_ARG,
                "edges[1] 2 is no node (allowed 0..1)",
                () -> Graph.of(2, new int[] {1, 2}, new int[] {1, 2}, 2));
        assertRefused(MPI.MPI_ERR_ARG, "edges is null but 2 are needed", () -> Graph.of(2, new int[] {1, 2}, null, 2));
        assertRefused(MPI.MPI_ERR_RANK, "rank -1 is not in the topology (allowed 0..3)", () -> example()
                .degree(-1));
        assertRefused(
                MPI.MPI_ERR_ARG, "maxneighbors -1 is negative", () -> example().neighbours(0, -1, new int[2]));
    }
}
