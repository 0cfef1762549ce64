package org.javampi.core.topology;

import java.io.Serializable;

/** One rank's edges of a graph that no rank knows whole (MPI-4.1 §8.5.4). Immutable. */
public final class DistributedGraph implements Serializable {
    private static final long serialVersionUID = 1L;

    private final int[] sources;
    private final int[] sourceWeights;
    private final int[] destinations;
    private final int[] destinationWeights;

    /**
     * Edges of the calling rank.
     *
     * @param sourceWeights as many as sources, or null when the edges have no weights; likewise the others
     */
    public DistributedGraph(int[] sources, int[] sourceWeights, int[] destinations, int[] destinationWeights) {
        this.sources = sources.clone();
        this.sourceWeights = sourceWeights == null ? null : sourceWeights.clone();
        this.destinations = destinations.clone();
        this.destinationWeights = destinationWeights == null ? null : destinationWeights.clone();
    }

    public int indegree() {
        return sources.length;
    }

    public int outdegree() {
        return destinations.length;
    }

    public boolean isWeighted() {
        return sourceWeights != null;
    }

    /** Copies up to {@code most} ranks with an edge to this one; weights are not touched when there are none; null for a caller that wants none. */
    public void sources(int most, int[] ranks, int[] weights) {
        copy(sources, most, ranks);
        copy(sourceWeights, most, weights);
    }

    /** The same of ranks that this one has an edge to. */
    public void destinations(int most, int[] ranks, int[] weights) {
        copy(destinations, most, ranks);
        copy(destinationWeights, most, weights);
    }

    private static void copy(int[] from, int most, int[] to) {
        int count = from == null || to == null ? 0 : Math.min(most, from.length);
        if (count > 0) {
            System.arraycopy(from, 0, to, 0, count);
        }
    }

    Neighbourhood neighbourhood() {
        return Neighbourhood.of(sources, destinations);
    }
}
