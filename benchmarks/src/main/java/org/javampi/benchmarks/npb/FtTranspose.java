package org.javampi.benchmarks.npb;

import static org.javampi.MPI.*;

import org.javampi.MPI_Datatype;

/**
 * Changes how a field is divided: from planes of z with all y to planes of y with all z, and back.
 * In both x is fastest and whole, then comes y, then z, so that a rank's share for another is a box
 * of the one and a contiguous piece of the other: a datatype says where the box's rows are, and
 * nothing is copied by hand.
 */
final class FtTranspose {
    private final int ranks = MPI_Comm_size(MPI_COMM_WORLD);
    private final int piece;
    private final MPI_Datatype box;

    /** For a whole grid of this size. */
    FtTranspose(int nx, int ny, int nz) {
        int rows = ny / ranks * nx;
        int planes = nz / ranks;
        piece = rows * planes;
        MPI_Datatype vector = MPI_Type_vector(planes, rows, ny * nx, MPI_DOUBLE);
        // Ends where the next rank's box begins, although it reaches further.
        box = MPI_Type_struct(
                2, new int[] {1, 1}, new long[] {0, (long) rows * Double.BYTES}, new MPI_Datatype[] {vector, MPI_UB});
        MPI_Type_commit(box);
    }

    /** From planes of z to planes of y. */
    void toPlanesOfY(FtField from, FtField to) {
        MPI_Alltoall(from.re, 1, box, to.re, piece, MPI_DOUBLE, MPI_COMM_WORLD);
        MPI_Alltoall(from.im, 1, box, to.im, piece, MPI_DOUBLE, MPI_COMM_WORLD);
    }

    /** From planes of y to planes of z. */
    void toPlanesOfZ(FtField from, FtField to) {
        MPI_Alltoall(from.re, piece, MPI_DOUBLE, to.re, 1, box, MPI_COMM_WORLD);
        MPI_Alltoall(from.im, piece, MPI_DOUBLE, to.im, 1, box, MPI_COMM_WORLD);
    }
}
