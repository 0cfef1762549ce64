package org.javampi.core.topology;

import java.io.Serializable;
import java.util.Arrays;
import org.javampi.MPI;
import org.javampi.core.failure.MpiFailure;

/**
 * A graph topology (MPI-1.1 §6.5.3): {@code index[i]} counts the neighbours of nodes 0 to i, {@code
 * edges} lists them node by node. Self loops, repeated and one-way edges are legal. Immutable; any
 * thread.
 */
public final class Graph implements Serializable {
    private static final long serialVersionUID = 1L;

    private final int[] index;
    private final int[] edges;

    private Graph(int[] index, int[] edges) {
        this.index = index;
        this.edges = edges;
    }

    /**
     * A graph of at most {@code processes} nodes. The arrays are captured by value.
     *
     * @throws MpiFailure MPI_ERR_ARG for a node count outside 0 to {@code processes}, an array too
     *     short, an index that decreases, or an edge to no node
     */
    public static Graph of(int nodes, int[] index, int[] edges, int processes) {
        if (nodes < 0 || nodes > processes) {
            throw new MpiFailure(
                    MPI.MPI_ERR_ARG,
                    "nnodes " + nodes + " does not suit the communicator (allowed 0.." + processes + ")");
        }
        Arguments.checkLength("index", index == null ? -1 : index.length, nodes);
        int edgeCount = 0;
        for (int i = 0; i < nodes; i++) {
            if (index[i] < edgeCount) {
                throw new MpiFailure(
                        MPI.MPI_ERR_ARG,
                        "index["
                                + i
                                + "] "
                                + index[i]
                                + " is below the "
                                + edgeCount
                                + " before it: it counts the neighbours of all nodes so far");
            }
            edgeCount = index[i];
        }
        Arguments.checkLength("edges", edges == null ? -1 : edges.length, edgeCount);
        for (int i = 0; i < edgeCount; i++) {
            if (edges[i] < 0 || edges[i] >= nodes) {
                throw new MpiFailure(
                        MPI.MPI_ERR_ARG,
                        "edges[" + i + "] " + edges[i] + " is no node (allowed 0.." + (nodes - 1) + ")");
            }
        }
        return new Graph(
                nodes == 0 ? new int[0] : Arrays.copyOf(index, nodes),
                edgeCount == 0 ? new int[0] : Arrays.copyOf(edges, edgeCount));
    }

    /** Number of nodes. */
    public int size() {
        return index.length;
    }

    /** Entries of the edge list; an edge in both directions has two. */
    public int edgeCount() {
        return edges.length;
    }

    /** Writes what the graph was made of: at most so many entries of each array, no more. */
    public void get(int maxIndex, int[] indexOut, int maxEdges, int[] edgesOut) {
        int nodes = countChecked("maxindex", maxIndex, index.length, "index", indexOut);
        int entries = countChecked("maxedges", maxEdges, edges.length, "edges", edgesOut);
        copy(index, 0, nodes, indexOut);
        copy(edges, 0, entries, edgesOut);
    }

    /**
     * Number of neighbours of a node.
     *
     * @throws MpiFailure MPI_ERR_RANK for no node
     */
    public int degree(int rank) {
        Arguments.checkRank(rank, index.length);
        return index[rank] - firstEdge(rank);
    }

    /** Writes at most {@code most} neighbours of a node, in the order of the edge list. */
    public void neighbours(int rank, int most, int[] neighbours) {
        int count = countChecked("maxneighbors", most, degree(rank), "neighbors", neighbours);
        copy(edges, firstEdge(rank), count, neighbours);
    }

    private int firstEdge(int rank) {
        return rank == 0 ? 0 : index[rank - 1];
    }

    /** How many of the available entries the caller wants; refuses an array too short. */
    private static int countChecked(String limitName, int limit, int available, String name, int[] to) {
        if (limit < 0) {
            throw new MpiFailure(MPI.MPI_ERR_ARG, limitName + " " + limit + " is negative");
        }
        int count = Math.min(available, limit);
        Arguments.checkLength(name, to == null ? -1 : to.length, count);
        return count;
    }

    private static void copy(int[] from, int start, int count, int[] to) {
        if (count > 0) {
            System.arraycopy(from, start, to, 0, count);
        }
    }
}
