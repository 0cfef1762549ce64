package org.javampi.core.topology;

import java.util.stream.IntStream;
import org.javampi.MPI;

/**
 * One rank's neighbours in a topology, in the order in which neighbourhood collectives have them (MPI-4.1
 * §8.6). Of a grid they stand by dimension, the one in negative direction before that in positive; at an
 * edge without neighbour stands MPI_PROC_NULL.
 */
public final class Neighbourhood {
    private final int[] sources;
    private final int[] destinations;
    private final int[] order;

    private Neighbourhood(int[] sources, int[] destinations, int[] order) {
        this.sources = sources;
        this.destinations = destinations;
        this.order = order;
    }

    /** In a grid. What goes out in one direction comes in from the other, also where both are the same rank. */
    static Neighbourhood in(Grid grid, int rank) {
        int[] all = new int[2 * grid.dimensions()];
        int[] order = new int[all.length];
        for (int i = 0; i < all.length; i++) {
            all[i] = grid.neighbour(rank, i / 2, i % 2 == 0 ? -1 : 1);
            order[i] = i ^ 1;
        }
        return new Neighbourhood(all, all, order);
    }

    /** In a graph. */
    static Neighbourhood in(Graph graph, int rank) {
        int[] all = new int[graph.degree(rank)];
        graph.neighbours(rank, all.length, all);
        return of(all, all);
    }

    /** Of lists in which parallel edges stand in the same order at both ends. */
    static Neighbourhood of(int[] sources, int[] destinations) {
        return new Neighbourhood(
                sources, destinations, IntStream.range(0, sources.length).toArray());
    }

    /**
     * Of {@code rank} in a communicator's topology.
     *
     * @return null when that is none
     */
    public static Neighbourhood of(Object topology, int rank) {
        if (topology instanceof Grid grid) {
            return in(grid, rank);
        }
        if (topology instanceof Graph graph) {
            return in(graph, rank);
        }
        return topology instanceof DistributedGraph graph ? graph.neighbourhood() : null;
    }

    /** Neighbours that are received from. */
    public int indegree() {
        return sources.length;
    }

    /** Neighbours that are sent to. */
    public int outdegree() {
        return destinations.length;
    }

    /** The rank at a place of those that are received from; MPI_PROC_NULL ({@value MPI#MPI_PROC_NULL}) for none. */
    public int source(int place) {
        return sources[place];
    }

    /** The rank at a place of those that are sent to. */
    public int destination(int place) {
        return destinations[place];
    }

    /** The place of the {@code index}-th receive, when messages of one rank are to match in their order. */
    public int receivedAs(int index) {
        return order[index];
    }
}
