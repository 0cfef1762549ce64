package mpi;

import static mpi.MPIException.check;
import static org.javampi.MPI.MPI_Cart_coords;
import static org.javampi.MPI.MPI_Cart_get;
import static org.javampi.MPI.MPI_Cart_map;
import static org.javampi.MPI.MPI_Cart_rank;
import static org.javampi.MPI.MPI_Cart_shift;
import static org.javampi.MPI.MPI_Cart_sub;
import static org.javampi.MPI.MPI_Cartdim_get;
import static org.javampi.MPI.MPI_Dims_create;

import org.javampi.MPI_Comm;

/** A grid of processes, in mpiJava's dialect. Each one is a {@link CartComm} as well. */
public class Cartcomm extends Intracomm {
    Cartcomm(MPI_Comm handle) {
        super(handle);
    }

    final int dimensions() {
        int[] number = new int[1];
        check(MPI_Cartdim_get(handle, number));
        return number[0];
    }

    /** The rank at coordinates. */
    public int Rank(int[] coords) {
        int[] rank = new int[1];
        check(MPI_Cart_rank(handle, coords, rank));
        return rank[0];
    }

    /** The coordinates of a rank. */
    public int[] Coords(int rank) {
        int[] coords = new int[dimensions()];
        check(MPI_Cart_coords(handle, rank, coords.length, coords));
        return coords;
    }

    /** The partners of a shift by {@code disp} along a dimension. */
    public ShiftParms Shift(int direction, int disp) {
        int[] source = new int[1];
        int[] dest = new int[1];
        check(MPI_Cart_shift(handle, direction, disp, source, dest));
        return new ShiftParms(Ranks.orConstant(source[0]), Ranks.orConstant(dest[0]));
    }

    /** The grid of the dimensions that remain, through this process. */
    public Cartcomm Sub(boolean[] remain_dims) {
        return orNull(slice(remain_dims));
    }

    final CartComm slice(boolean[] remaining) {
        MPI_Comm[] made = new MPI_Comm[1];
        check(MPI_Cart_sub(handle, remaining, made));
        CartComm grid = new CartComm(made[0]);
        grid.begin();
        return grid;
    }

    /** The rank that a grid would give this process; {@link MPI#UNDEFINED} if none. */
    public int Map(int[] dims, boolean[] periods) {
        int[] rank = new int[1];
        check(MPI_Cart_map(handle, dims.length, dims, periods, rank));
        return Ranks.orConstant(rank[0]);
    }

    /** The grid's shape, and the coordinates of this process. */
    public CartParms Get() {
        int number = dimensions();
        CartParms parms = new CartParms(new int[number], new boolean[number], new int[number]);
        check(MPI_Cart_get(handle, number, parms.dims, parms.periods, parms.coords));
        return parms;
    }

    /** Replaces the zeros of {@code dims} so that they multiply to {@code nnodes}. */
    public static void Dims_create(int nnodes, int[] dims) {
        check(MPI_Dims_create(nnodes, dims.length, dims));
    }

    @Override
    public Cartcomm clone() {
        return dup();
    }

    @Override
    public CartComm dup() {
        CartComm copy = new CartComm(duplicated());
        copy.begin();
        return copy;
    }

    @Override
    public CartComm iDup() {
        return dup();
    }

    @Override
    public CartComm dupWithInfo(Info info) {
        return dup();
    }
}
