package mpi;

import org.javampi.MPI_Comm;

/** A graph of processes, in Open MPI's dialect. */
public final class GraphComm extends Graphcomm {
    GraphComm(MPI_Comm handle) {
        super(handle);
    }

    @Override
    public GraphComm clone() {
        return dup();
    }

    /** Nodes and edges. */
    public GraphParms getDims() {
        return Get();
    }

    /** Neighbours of a rank. */
    public int[] getNeighbors(int rank) {
        return Neighbours(rank);
    }

    /** Neighbours of this process in a distributed graph. */
    public DistGraphNeighbors getDistGraphNeighbors() {
        throw MPIException.unsupported("GraphComm.getDistGraphNeighbors", "it needs MPI_Dist_graph_neighbors");
    }

    /** The rank that a graph would give this process; {@link MPI#UNDEFINED} if none. */
    public int map(int[] index, int[] edges) {
        return Map(index, edges);
    }
}
