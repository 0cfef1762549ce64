package mpi;

/** Shape of a grid and where this process stands in it. */
public class CartParms {
    /** Processes in each dimension. */
    public int[] dims;

    /** Whether a dimension is a ring. */
    public boolean[] periods;

    /** Coordinates of this process. */
    public int[] coords;

    CartParms(int[] dims, boolean[] periods, int[] coords) {
        this.dims = dims;
        this.periods = periods;
        this.coords = coords;
    }

    /** Number of dimensions. */
    public int getDimCount() {
        return dims.length;
    }

    /** Processes in dimension {@code i}. */
    public int getDim(int i) {
        return dims[i];
    }

    /** Whether dimension {@code i} is a ring. */
    public boolean getPeriod(int i) {
        return periods[i];
    }

    /** Coordinate of this process in dimension {@code i}. */
    public int getCoord(int i) {
        return coords[i];
    }
}
