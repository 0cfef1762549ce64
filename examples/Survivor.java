import static org.javampi.MPI.*;

import java.io.Serializable;
import java.util.Locale;
import org.javampi.Checkpoint;

/**
 * Lesson 12: a program that survives. It relaxes heat along a rod; what must outlive a crash is kept
 * in one object, and {@code Checkpoint.here()} marks where the program may be frozen. Try:
 *
 * <pre>
 * ./javampirun -np 4 --checkpoint-dir rod --checkpoint-every 1000 --ft examples/Survivor.java 40000
 * kill -9 (one of its ranks, meanwhile)
 * </pre>
 *
 * The last line is the same, bit for bit, whatever was killed. After a crash of everything, the
 * launcher included: {@code ./javampirun --restart rod}, on any hosts, over any transport.
 */
public class Survivor {
    private static final int CELLS = 1000;

    /** All that has to survive; the rest is made anew by {@code main}. */
    static class Rod implements Serializable {
        private static final long serialVersionUID = 1L;
        int step;
        double[] heat = new double[CELLS + 2];
    }

    public static void main(String[] args) {
        MPI_Init(args);
        int steps = args.length > 0 ? Integer.parseInt(args[0]) : 2000;
        int rank = MPI_Comm_rank(MPI_COMM_WORLD);
        int size = MPI_Comm_size(MPI_COMM_WORLD);
        int left = rank > 0 ? rank - 1 : MPI_PROC_NULL;
        int right = rank < size - 1 ? rank + 1 : MPI_PROC_NULL;
        Rod rod = Checkpoint.register("rod", new Rod());
        if (rank == 0) {
            rod.heat[0] = 100;
        }
        while (rod.step < steps) {
            relax(rod, left, right);
            rod.step++;
            Checkpoint.here();
        }
        double[] sum = {0};
        for (int i = 1; i <= CELLS; i++) {
            sum[0] += rod.heat[i];
        }
        double[] total = new double[1];
        MPI_Reduce(sum, total, 1, MPI_DOUBLE, MPI_SUM, 0, MPI_COMM_WORLD);
        if (rank == 0) {
            System.out.printf(Locale.ROOT, "%d steps: %s%n", rod.step, Double.toHexString(total[0]));
        }
        MPI_Finalize();
    }

    private static void relax(Rod rod, int left, int right) {
        double[] heat = rod.heat;
        MPI_Sendrecv(
                at(heat, CELLS),
                1,
                MPI_DOUBLE,
                right,
                0,
                heat,
                left == MPI_PROC_NULL ? 0 : 1,
                MPI_DOUBLE,
                left,
                0,
                MPI_COMM_WORLD,
                MPI_STATUS_IGNORE);
        MPI_Sendrecv(
                at(heat, 1),
                1,
                MPI_DOUBLE,
                left,
                1,
                at(heat, CELLS + 1),
                1,
                MPI_DOUBLE,
                right,
                1,
                MPI_COMM_WORLD,
                MPI_STATUS_IGNORE);
        double before = heat[0];
        for (int i = 1; i <= CELLS; i++) {
            double here = heat[i];
            heat[i] = here + 0.25 * (before - 2 * here + heat[i + 1]);
            before = here;
        }
    }
}
