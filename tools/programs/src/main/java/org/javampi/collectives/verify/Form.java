package org.javampi.collectives.verify;

import static org.javampi.MPI.*;

import org.javampi.MPI_Datatype;

/** How items lie in a buffer. */
enum Form {
    /** An int[], one item after the other. */
    INTS(1),

    /** A double[] likewise. */
    DOUBLES(1),

    /** An int[] in which every second element is a gap: a derived type whose extent is 8 bytes. */
    SPACED(2);

    private final int stride;

    Form(int stride) {
        this.stride = stride;
    }

    /** Elements of an item. */
    int stride() {
        return stride;
    }

    /** The row of numbers in this form, at least {@code length} items. */
    Object row(Reference reference, int length) {
        return switch (this) {
            case INTS -> reference.ints(length);
            case DOUBLES -> reference.doubles(length);
            case SPACED -> reference.spaced(length);
        };
    }

    /** A type for an item; {@link #free} takes it back. */
    MPI_Datatype type() {
        if (this != SPACED) {
            return this == INTS ? MPI_INT : MPI_DOUBLE;
        }
        MPI_Datatype[] type = new MPI_Datatype[1];
        MPI_Type_struct(2, new int[] {1, 1}, new long[] {0, 8}, new MPI_Datatype[] {MPI_INT, MPI_UB}, type);
        MPI_Type_commit(type);
        return type[0];
    }

    void free(MPI_Datatype type) {
        if (this == SPACED) {
            MPI_Type_free(type);
        }
    }
}
