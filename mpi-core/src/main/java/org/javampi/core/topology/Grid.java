package org.javampi.core.topology;

import java.io.Serializable;
import java.util.Arrays;
import org.javampi.MPI;
import org.javampi.core.failure.MpiFailure;

/**
 * A cartesian topology (MPI-1.1 §6.5): ranks are row-major, the last coordinate varies fastest. A
 * grid without dimensions has one process. Immutable; any thread.
 */
public final class Grid implements Serializable {
    private static final long serialVersionUID = 1L;

    private final int[] dims;
    private final boolean[] periods;
    private final int size;

    private Grid(int[] dims, boolean[] periods, int size) {
        this.dims = dims;
        this.periods = periods;
        this.size = size;
    }

    /**
     * A grid for at most {@code processes} processes. The arrays are captured by value.
     *
     * @throws MpiFailure MPI_ERR_DIMS for a negative {@code ndims}, an extent below 1 or a grid
     *     that is too large; MPI_ERR_ARG for an array too short
     */
    public static Grid of(int ndims, int[] dims, boolean[] periods, int processes) {
        Arguments.checkDimensionCount(ndims);
        Arguments.checkLength("dims", dims == null ? -1 : dims.length, ndims);
        Arguments.checkLength("periods", periods == null ? -1 : periods.length, ndims);
        long size = 1;
        for (int i = 0; i < ndims; i++) {
            if (dims[i] < 1) {
                throw new MpiFailure(MPI.MPI_ERR_DIMS, "dims[" + i + "] " + dims[i] + " is not positive");
            }
            if (size <= processes) {
                size *= dims[i];
            }
        }
        if (size > processes) {
            throw new MpiFailure(
                    MPI.MPI_ERR_DIMS,
                    "a grid of dims "
                            + Arguments.list(dims, ndims)
                            + " needs more than the "
                            + processes
                            + " processes there are: make it smaller or start more");
        }
        return ndims == 0
                ? new Grid(new int[0], new boolean[0], 1)
                : new Grid(Arrays.copyOf(dims, ndims), Arrays.copyOf(periods, ndims), (int) size);
    }

    /** Number of dimensions. */
    public int dimensions() {
        return dims.length;
    }

    /** Processes in the grid. */
    public int size() {
        return size;
    }

    /** Processes along a dimension. */
    public int extent(int dimension) {
        return dims[dimension];
    }

    public boolean isPeriodic(int dimension) {
        return periods[dimension];
    }

    /**
     * Rank at {@code coords}; those of periodic dimensions wrap by any multiple.
     *
     * @throws MpiFailure MPI_ERR_ARG for a coordinate outside a dimension that is not periodic
     */
    public int rank(int[] coords) {
        Arguments.checkLength("coords", coords == null ? -1 : coords.length, dims.length);
        int rank = 0;
        for (int i = 0; i < dims.length; i++) {
            int coordinate = coords[i];
            if (periods[i]) {
                coordinate = Math.floorMod(coordinate, dims[i]);
            } else if (coordinate < 0 || coordinate >= dims[i]) {
                throw new MpiFailure(
                        MPI.MPI_ERR_ARG,
                        "coords["
                                + i
                                + "] "
                                + coordinate
                                + " is outside the grid, and the dimension is not periodic"
                                + " (allowed 0.."
                                + (dims[i] - 1)
                                + ")");
            }
            rank = rank * dims[i] + coordinate;
        }
        return rank;
    }

    /**
     * Writes the coordinates of {@code rank} to the first elements of {@code coords}, no others.
     *
     * @throws MpiFailure MPI_ERR_RANK for no rank of the grid; MPI_ERR_ARG for an array too short
     */
    public void coords(int rank, int[] coords) {
        Arguments.checkRank(rank, size);
        Arguments.checkLength("coords", coords == null ? -1 : coords.length, dims.length);
        int rest = rank;
        for (int i = dims.length - 1; i >= 0; i--) {
            coords[i] = rest % dims[i];
            rest /= dims[i];
        }
    }

    /**
     * Rank that is {@code displacement} away from {@code rank}; MPI_PROC_NULL beyond the edge.
     * MPI_Cart_shift's destination is at its displacement, its source at the negative of that,
     * which is why this takes a long.
     *
     * @throws MpiFailure MPI_ERR_ARG for a direction that is none of the dimensions
     */
    public int neighbour(int rank, int direction, long displacement) {
        Arguments.checkRank(rank, size);
        if (direction < 0 || direction >= dims.length) {
            throw new MpiFailure(
                    MPI.MPI_ERR_ARG,
                    "direction " + direction + " is no dimension of the grid, which has " + dims.length);
        }
        int step = 1;
        for (int i = direction + 1; i < dims.length; i++) {
            step *= dims[i];
        }
        int old = rank / step % dims[direction];
        long moved = old + displacement;
        if (periods[direction]) {
            moved = Math.floorMod(moved, (long) dims[direction]);
        } else if (moved < 0 || moved >= dims[direction]) {
            return MPI.MPI_PROC_NULL;
        }
        return rank + ((int) moved - old) * step;
    }

    /** The grid of the dimensions that remain (MPI_Cart_sub). */
    public Grid sub(boolean[] remain) {
        checkRemain(remain);
        int[] keptDims = new int[dims.length];
        boolean[] keptPeriods = new boolean[dims.length];
        int n = 0;
        int product = 1;
        for (int i = 0; i < dims.length; i++) {
            if (remain[i]) {
                keptDims[n] = dims[i];
                keptPeriods[n++] = periods[i];
                product *= dims[i];
            }
        }
        return new Grid(Arrays.copyOf(keptDims, n), Arrays.copyOf(keptPeriods, n), product);
    }

    /** Which sub-grid a rank is in: the row-major rank of its dropped coordinates. */
    public int subColor(int rank, boolean[] remain) {
        return project(rank, remain, false);
    }

    /** Rank within that sub-grid: the row-major rank of its remaining coordinates. */
    public int subRank(int rank, boolean[] remain) {
        return project(rank, remain, true);
    }

    private int project(int rank, boolean[] remain, boolean kept) {
        Arguments.checkRank(rank, size);
        checkRemain(remain);
        int rest = rank;
        int weight = 1;
        int result = 0;
        for (int i = dims.length - 1; i >= 0; i--) {
            if (remain[i] == kept) {
                result += rest % dims[i] * weight;
                weight *= dims[i];
            }
            rest /= dims[i];
        }
        return result;
    }

    private void checkRemain(boolean[] remain) {
        Arguments.checkLength("remain_dims", remain == null ? -1 : remain.length, dims.length);
    }
}
