package mpi;

import org.javampi.MPI_Datatype;

/** What the elements of a datatype's buffers are: offsets and extents count in them. */
enum Base {
    NULL(0, org.javampi.MPI.MPI_DATATYPE_NULL),
    BYTE(1, org.javampi.MPI.MPI_BYTE),
    CHAR(2, org.javampi.MPI.MPI_WCHAR),
    SHORT(2, org.javampi.MPI.MPI_SHORT),
    BOOLEAN(1, org.javampi.MPI.MPI_C_BOOL),
    INT(4, org.javampi.MPI.MPI_INT),
    LONG(8, org.javampi.MPI.MPI_LONG),
    FLOAT(4, org.javampi.MPI.MPI_FLOAT),
    DOUBLE(8, org.javampi.MPI.MPI_DOUBLE),
    PACKED(1, org.javampi.MPI.MPI_PACKED),
    LB(1, org.javampi.MPI.MPI_LB),
    UB(1, org.javampi.MPI.MPI_UB),

    /**
     * References to objects. Their derived types are built of ints: which elements of an Object[] a type names is what
     * it packs of an int[] that holds its own indices.
     */
    OBJECT(Integer.BYTES, org.javampi.MPI.MPI_INT);

    /** Bytes of an element. */
    final int bytes;

    /** The type of one element in the C-shaped API. */
    final MPI_Datatype handle;

    Base(int bytes, MPI_Datatype handle) {
        this.bytes = bytes;
        this.handle = handle;
    }
}
