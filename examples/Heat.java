import static org.javampi.MPI.*;

import java.util.Locale;

/**
 * Heat flows along a rod. Each rank has a piece of it and, at both ends, a halo cell that
 * holds the neighbour's outermost value; before every step the halos are exchanged.
 */
public class Heat {
    private static final int CELLS = 96;
    private static final int STEPS = 500;
    private static final int TO_RIGHT = 1;
    private static final int TO_LEFT = 2;

    public static void main(String[] args) {
        MPI_Init(args);
        int rank = MPI_Comm_rank(MPI_COMM_WORLD);
        int size = MPI_Comm_size(MPI_COMM_WORLD);
        int first = CELLS * rank / size;
        int cells = CELLS * (rank + 1) / size - first;
        double[] now = new double[cells + 2];
        double[] next = new double[cells + 2];
        // Messages to and from MPI_PROC_NULL do nothing: the ends of the rod need no special case.
        int left = rank > 0 ? rank - 1 : MPI_PROC_NULL;
        int right = rank < size - 1 ? rank + 1 : MPI_PROC_NULL;
        if (rank == 0) {
            now[0] = next[0] = 100; // the hot end; the cold one stays at 0
        }
        for (int step = 0; step < STEPS; step++) {
            MPI_Sendrecv(
                    at(now, cells),
                    1,
                    MPI_DOUBLE,
                    right,
                    TO_RIGHT,
                    now,
                    1,
                    MPI_DOUBLE,
                    left,
                    TO_RIGHT,
                    MPI_COMM_WORLD,
                    MPI_STATUS_IGNORE);
            MPI_Sendrecv(
                    at(now, 1),
                    1,
                    MPI_DOUBLE,
                    left,
                    TO_LEFT,
                    at(now, cells + 1),
                    1,
                    MPI_DOUBLE,
                    right,
                    TO_LEFT,
                    MPI_COMM_WORLD,
                    MPI_STATUS_IGNORE);
            for (int i = 1; i <= cells; i++) {
                next[i] = now[i] + 0.25 * (now[i - 1] - 2 * now[i] + now[i + 1]);
            }
            double[] swap = now;
            now = next;
            next = swap;
            now[0] = rank == 0 ? 100 : now[0];
        }
        double[] mine = {0};
        for (int i = 1; i <= cells; i++) {
            mine[0] += now[i];
        }
        double[] heat = new double[1];
        MPI_Reduce(mine, heat, 1, MPI_DOUBLE, MPI_SUM, 0, MPI_COMM_WORLD);
        if (rank == 0) {
            System.out.println(String.format(Locale.ROOT, "heat in the rod: %.6f", heat[0]));
        }
        MPI_Finalize();
    }
}
