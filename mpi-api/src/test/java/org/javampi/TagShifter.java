package org.javampi;

/** A second tool, to lie over or under the first: adds 100 to the tag of a standard send. */
public final class TagShifter extends Tool {
    /** For the ServiceLoader. */
    public TagShifter() {}

    @Override
    public int MPI_Send(Object buf, int count, MPI_Datatype datatype, int dest, int tag, MPI_Comm comm) {
        return super.MPI_Send(buf, count, datatype, dest, tag + 100, comm);
    }
}
