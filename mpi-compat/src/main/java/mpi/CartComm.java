package mpi;

import org.javampi.MPI_Comm;

/** A grid of processes, in Open MPI's dialect. */
public final class CartComm extends Cartcomm {
    CartComm(MPI_Comm handle) {
        super(handle);
    }

    @Override
    public CartComm clone() {
        return dup();
    }

    /** The grid's shape, and the coordinates of this process. */
    public CartParms getTopo() {
        return Get();
    }

    /** The rank at coordinates. */
    public int getRank(int[] coords) {
        return Rank(coords);
    }

    /** The coordinates of a rank. */
    public int[] getCoords(int rank) {
        return Coords(rank);
    }

    /** The partners of a shift by {@code disp} along a dimension. */
    public ShiftParms shift(int direction, int disp) {
        return Shift(direction, disp);
    }

    /** The grid of the dimensions that remain, through this process. */
    public CartComm sub(boolean[] remainDims) {
        return slice(remainDims);
    }

    /** The rank that a grid would give this process; {@link MPI#UNDEFINED} if none. */
    public int map(int[] dims, boolean[] periods) {
        return Map(dims, periods);
    }

    /** Replaces the zeros of {@code dims} so that they multiply to {@code nnodes}. */
    public static void createDims(int nnodes, int[] dims) {
        Dims_create(nnodes, dims);
    }
}
