package mpi;

/** Neighbours of this process in a distributed graph. */
public final class DistGraphNeighbors {
    private final int[] sources;
    private final int[] sourceWeights;
    private final int[] destinations;
    private final int[] destinationWeights;
    private final boolean weighted;

    DistGraphNeighbors(
            int[] sources, int[] sourceWeights, int[] destinations, int[] destinationWeights, boolean weighted) {
        this.sources = sources;
        this.sourceWeights = sourceWeights;
        this.destinations = destinations;
        this.destinationWeights = destinationWeights;
        this.weighted = weighted;
    }

    /** Number of edges that end here. */
    public int getInDegree() {
        return sources.length;
    }

    /** Number of edges that begin here. */
    public int getOutDegree() {
        return destinations.length;
    }

    /** Whether the edges have weights. */
    public boolean isWeighted() {
        return weighted;
    }

    /** Rank where the edge {@code i} begins that ends here. */
    public int getSource(int i) {
        return sources[i];
    }

    /** Weight of that edge. */
    public int getSourceWeight(int i) {
        return sourceWeights[i];
    }

    /** Rank where the edge {@code i} ends that begins here. */
    public int getDestination(int i) {
        return destinations[i];
    }

    /** Weight of that edge. */
    public int getDestinationWeight(int i) {
        return destinationWeights[i];
    }
}
