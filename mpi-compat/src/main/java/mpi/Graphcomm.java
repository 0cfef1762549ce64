package mpi;

import static mpi.MPIException.check;
import static org.javampi.MPI.MPI_Graph_get;
import static org.javampi.MPI.MPI_Graph_map;
import static org.javampi.MPI.MPI_Graph_neighbors;
import static org.javampi.MPI.MPI_Graph_neighbors_count;
import static org.javampi.MPI.MPI_Graphdims_get;

import org.javampi.MPI_Comm;

/** A graph of processes, in mpiJava's dialect. Each one is a {@link GraphComm} as well. */
public class Graphcomm extends Intracomm {
    Graphcomm(MPI_Comm handle) {
        super(handle);
    }

    /** Nodes and edges. */
    public GraphParms Get() {
        int[] nodes = new int[1];
        int[] edges = new int[1];
        check(MPI_Graphdims_get(handle, nodes, edges));
        GraphParms parms = new GraphParms(new int[nodes[0]], new int[edges[0]]);
        check(MPI_Graph_get(handle, nodes[0], edges[0], parms.index, parms.edges));
        return parms;
    }

    /** Neighbours of a rank. */
    public int[] Neighbours(int rank) {
        int[] number = new int[1];
        check(MPI_Graph_neighbors_count(handle, rank, number));
        int[] neighbours = new int[number[0]];
        check(MPI_Graph_neighbors(handle, rank, neighbours.length, neighbours));
        return neighbours;
    }

    /** The rank that a graph would give this process; {@link MPI#UNDEFINED} if none. */
    public int Map(int[] index, int[] edges) {
        int[] rank = new int[1];
        check(MPI_Graph_map(handle, index.length, index, edges, rank));
        return Ranks.orConstant(rank[0]);
    }

    @Override
    public Graphcomm clone() {
        return dup();
    }

    @Override
    public GraphComm dup() {
        GraphComm copy = new GraphComm(duplicated());
        copy.begin();
        return copy;
    }

    @Override
    public GraphComm iDup() {
        return dup();
    }

    @Override
    public GraphComm dupWithInfo(Info info) {
        return dup();
    }
}
