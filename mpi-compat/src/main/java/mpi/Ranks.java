package mpi;

/** Ranks and tags with the wildcards of either dialect, as the C-shaped API takes them. */
final class Ranks {
    /** Open MPI's wildcard, which programs also write as a number. */
    private static final int ANY_IN_OPEN_MPI = -1;

    private Ranks() {}

    /** Where a message goes. */
    static int destination(int rank) {
        if (rank >= 0) {
            return rank;
        }
        if (rank == MPI.PROC_NULL) {
            return org.javampi.MPI.MPI_PROC_NULL;
        }
        throw outside("destination", rank);
    }

    /** Where a message may come from, in mpiJava's dialect. */
    static int source(int rank) {
        if (rank >= 0) {
            return rank;
        }
        if (rank == MPI.ANY_SOURCE) {
            return org.javampi.MPI.MPI_ANY_SOURCE;
        }
        if (rank == MPI.PROC_NULL) {
            return org.javampi.MPI.MPI_PROC_NULL;
        }
        throw outside("source", rank);
    }

    /** Where a message may come from, in Open MPI's dialect. */
    static int openSource(int rank) {
        return rank == ANY_IN_OPEN_MPI ? org.javampi.MPI.MPI_ANY_SOURCE : source(rank);
    }

    /** Which tag a message may have, in mpiJava's dialect. */
    static int tag(int tag) {
        if (tag >= 0) {
            return tag;
        }
        if (tag == MPI.ANY_TAG) {
            return org.javampi.MPI.MPI_ANY_TAG;
        }
        throw new MPIException(MPI.ERR_TAG, "tag " + tag + " is negative: pass 0 or more, or MPI.ANY_TAG");
    }

    /** Which tag a message may have, in Open MPI's dialect. */
    static int openTag(int tag) {
        return tag == ANY_IN_OPEN_MPI ? org.javampi.MPI.MPI_ANY_TAG : tag(tag);
    }

    /** The root of a collective operation, or what ranks of an inter-communicator pass instead. */
    static int root(int rank) {
        if (rank >= 0) {
            return rank;
        }
        if (rank == MPI.PROC_NULL) {
            return org.javampi.MPI.MPI_PROC_NULL;
        }
        if (rank == MPI.ROOT) {
            return org.javampi.MPI.MPI_ROOT;
        }
        throw outside("root", rank);
    }

    /** A rank that a call has answered, where some number may stand for none. */
    static int orConstant(int answered) {
        if (answered >= 0) {
            return answered;
        }
        if (answered == org.javampi.MPI.MPI_PROC_NULL) {
            return MPI.PROC_NULL;
        }
        return answered == org.javampi.MPI.MPI_UNDEFINED ? MPI.UNDEFINED : MPI.ANY_SOURCE;
    }

    private static MPIException outside(String role, int rank) {
        return new MPIException(
                MPI.ERR_RANK,
                role + " " + rank + " is no rank: pass 0 or more, "
                        + (role.equals("source") ? "MPI.ANY_SOURCE or " : "")
                        + "MPI.PROC_NULL");
    }
}
