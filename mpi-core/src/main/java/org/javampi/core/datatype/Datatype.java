package org.javampi.core.datatype;

/** What an MPI_Datatype handle stands for. Immutable. */
public final class Datatype {
    private final long size;
    private final long extent;

    Datatype(long size, long extent) {
        this.size = size;
        this.extent = extent;
    }

    /** Bytes of data in one item. */
    public long size() {
        return size;
    }

    /** Distance from one item to the next, in bytes; may be zero or negative. */
    public long extent() {
        return extent;
    }
}
