package mpi;

/** Partners of a shift along a dimension of a grid; {@link MPI#PROC_NULL} beyond a border. */
public class ShiftParms {
    /** Rank to receive from. */
    public int rank_source;

    /** Rank to send to. */
    public int rank_dest;

    ShiftParms(int source, int destination) {
        rank_source = source;
        rank_dest = destination;
    }

    /** Rank to receive from. */
    public int getRankSource() {
        return rank_source;
    }

    /** Rank to send to. */
    public int getRankDest() {
        return rank_dest;
    }
}
