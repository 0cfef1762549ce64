import static org.javampi.MPI.*;

import org.javampi.MPI_Request;

/** Messages that travel while the rank computes: begin them, compute what needs none of them, then wait. */
public class Overlap {
    private static final int CELLS = 1000;
    private static final int STEPS = 100;

    public static void main(String[] args) {
        MPI_Init(args);
        int rank = MPI_Comm_rank(MPI_COMM_WORLD);
        int size = MPI_Comm_size(MPI_COMM_WORLD);
        int left = rank > 0 ? rank - 1 : MPI_PROC_NULL;
        int right = rank < size - 1 ? rank + 1 : MPI_PROC_NULL;
        // Cells 0 and CELLS + 1 belong to the neighbours.
        double[] now = new double[CELLS + 2];
        double[] next = new double[CELLS + 2];
        if (rank == 0) {
            now[1] = 1;
        }
        for (int step = 0; step < STEPS; step++) {
            MPI_Request[] requests = {
                MPI_Irecv(now, 1, MPI_DOUBLE, left, 1, MPI_COMM_WORLD),
                MPI_Irecv(at(now, CELLS + 1), 1, MPI_DOUBLE, right, 2, MPI_COMM_WORLD),
                MPI_Isend(at(now, CELLS), 1, MPI_DOUBLE, right, 1, MPI_COMM_WORLD),
                MPI_Isend(at(now, 1), 1, MPI_DOUBLE, left, 2, MPI_COMM_WORLD)
            };
            smooth(now, next, 2, CELLS - 1);
            MPI_Waitall(4, requests);
            smooth(now, next, 1, 1);
            smooth(now, next, CELLS, CELLS);
            double[] swap = now;
            now = next;
            next = swap;
        }
        double own = 0;
        for (int i = 1; i <= CELLS; i++) {
            own += now[i];
        }
        double[] sum = new double[1];
        MPI_Reduce(new double[] {own}, sum, 1, MPI_DOUBLE, MPI_SUM, 0, MPI_COMM_WORLD);
        if (rank == 0) {
            System.out.println("heat after " + STEPS + " steps: " + Math.round(sum[0] * 1000) / 1000.0);
        }
        MPI_Finalize();
    }

    private static void smooth(double[] now, double[] next, int from, int to) {
        for (int i = from; i <= to; i++) {
            next[i] = now[i] + 0.25 * (now[i - 1] - 2 * now[i] + now[i + 1]);
        }
    }
}
