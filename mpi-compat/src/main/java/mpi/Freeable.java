package mpi;

/** What can be given back to MPI. */
public interface Freeable {
    /** Gives it back; it is null afterwards. */
    void free();
}
