package mpi;

import static mpi.MPIException.check;
import static org.javampi.MPI.MPI_Dist_graph_neighbors;
import static org.javampi.MPI.MPI_Dist_graph_neighbors_count;
import static org.javampi.MPI.MPI_UNWEIGHTED;

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
        int[] in = new int[1];
        int[] out = new int[1];
        boolean[] weighted = new boolean[1];
        check(MPI_Dist_graph_neighbors_count(handle, in, out, weighted));
        int[] sources = new int[in[0]];
        int[] sourceWeights = new int[in[0]];
        int[] destinations = new int[out[0]];
        int[] destinationWeights = new int[out[0]];
        check(MPI_Dist_graph_neighbors(
                handle,
                in[0],
                sources,
                weighted[0] ? sourceWeights : MPI_UNWEIGHTED,
                out[0],
                destinations,
                weighted[0] ? destinationWeights : MPI_UNWEIGHTED));
        return new DistGraphNeighbors(sources, sourceWeights, destinations, destinationWeights, weighted[0]);
    }

    /** The rank that a graph would give this process; {@link MPI#UNDEFINED} if none. */
    public int map(int[] index, int[] edges) {
        return Map(index, edges);
    }
}
