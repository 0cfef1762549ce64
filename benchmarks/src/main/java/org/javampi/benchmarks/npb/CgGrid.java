package org.javampi.benchmarks.npb;

import static org.javampi.MPI.*;

import org.javampi.Location;
import org.javampi.MPI_Comm;

/**
 * The ranks as a grid of rows and columns, each of which holds one block of CG's matrix; as many
 * columns as rows, or twice as many. The columns cut the vectors into pieces; a row of the grid
 * holds the matrix rows of one piece, or of two.
 *
 * <pre>
 *            piece 0  piece 1  piece 2  piece 3
 * pieces 0-1  rank 0   rank 1   rank 2   rank 3
 * pieces 2-3  rank 4   rank 5   rank 6   rank 7
 * </pre>
 *
 * Every rank has the piece of its column, so each row of the grid has each vector once. A product
 * of the matrix comes out as sums to be made along the rows of the grid, which leave the pieces of
 * the row: {@link #sumAndTranspose} brings each rank the piece of its column.
 */
final class CgGrid {
    private final int columns;
    private final int column;
    private final int partner;
    private final int self;
    private final boolean square;
    private final MPI_Comm row;

    /** Elements of the whole vectors. */
    private final int order;

    final int firstRow;
    final int rowCount;
    final int firstColumn;
    final int columnCount;

    /** Where, among this rank's rows, the piece begins that it keeps after the sums. */
    private final int kept;

    private final int keptCount;

    /** What the block of this rank gives: put in by the caller, summed up and used up here. */
    final double[] product;

    private final Location keptPart;
    private final Location otherPart;
    private final double[] arriving;

    /** All ranks of MPI_COMM_WORLD, a power of two. Collective. */
    CgGrid(int order) {
        this.order = order;
        int log = Integer.numberOfTrailingZeros(MPI_Comm_size(MPI_COMM_WORLD));
        columns = 1 << (log + 1) / 2;
        square = log % 2 == 0;
        self = MPI_Comm_rank(MPI_COMM_WORLD);
        int line = self / columns;
        column = self % columns;
        row = MPI_Comm_split(MPI_COMM_WORLD, line, column);
        firstColumn = piece(column);
        columnCount = piece(column + 1) - firstColumn;
        firstRow = square ? piece(line) : piece(2 * line);
        rowCount = (square ? piece(line + 1) : piece(2 * line + 2)) - firstRow;
        int keptPiece = square ? line : 2 * line + column % 2;
        kept = piece(keptPiece) - firstRow;
        keptCount = piece(keptPiece + 1) - piece(keptPiece);
        partner = square ? column * columns + line : column / 2 * columns + 2 * line + column % 2;
        product = new double[rowCount];
        keptPart = at(product, kept);
        otherPart = at(product, kept == 0 ? keptCount : 0);
        arriving = new double[keptCount];
    }

    private int piece(int number) {
        return (int) ((long) order * number / columns);
    }

    /** Adds up one number of each rank of a row of the grid; all rows get the same. */
    void sum(double[] number) {
        if (columns > 1) {
            MPI_Allreduce(MPI_IN_PLACE, number, number.length, MPI_DOUBLE, MPI_SUM, row);
        }
    }

    /**
     * Adds up the products of a row of the grid and answers with the piece of this rank's column.
     *
     * @param piece of {@link #columnCount}
     */
    void sumAndTranspose(double[] piece) {
        int bit = 1;
        if (!square) {
            // The halves first: from here on each rank needs only every other one's.
            exchange(otherPart, rowCount - keptCount, column ^ bit);
            bit = 2;
        }
        for (; bit < columns; bit <<= 1) {
            exchange(keptPart, keptCount, column ^ bit);
        }
        if (partner == self) {
            System.arraycopy(product, kept, piece, 0, columnCount);
        } else {
            MPI_Sendrecv(
                    keptPart,
                    keptCount,
                    MPI_DOUBLE,
                    partner,
                    0,
                    piece,
                    columnCount,
                    MPI_DOUBLE,
                    partner,
                    0,
                    MPI_COMM_WORLD,
                    MPI_STATUS_IGNORE);
        }
    }

    private void exchange(Location leaving, int count, int with) {
        MPI_Sendrecv(
                leaving, count, MPI_DOUBLE, with, 0, arriving, keptCount, MPI_DOUBLE, with, 0, row, MPI_STATUS_IGNORE);
        double[] product = this.product;
        double[] arriving = this.arriving;
        int kept = this.kept;
        for (int i = 0; i < arriving.length; i++) {
            product[kept + i] += arriving[i];
        }
    }
}
