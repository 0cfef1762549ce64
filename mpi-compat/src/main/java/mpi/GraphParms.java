package mpi;

/** Nodes and edges of a graph of processes, as they were given when it was created. */
public class GraphParms {
    /** For each node the number of edges up to and with its own. */
    public int[] index;

    /** Neighbours of the nodes, one after the other. */
    public int[] edges;

    GraphParms(int[] index, int[] edges) {
        this.index = index;
        this.edges = edges;
    }

    /** Number of nodes. */
    public int getIndexCount() {
        return index.length;
    }

    /** Element {@code i} of {@link #index}. */
    public int getIndex(int i) {
        return index[i];
    }

    /** Number of edges. */
    public int getEdgeCount() {
        return edges.length;
    }

    /** Element {@code i} of {@link #edges}. */
    public int getEdge(int i) {
        return edges[i];
    }
}
