import static org.javampi.MPI.*;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.javampi.*;

/**
 * Walkers that leave one rank's part of a line for the next, as mpitutorial.com has them: how many come is not known, so
 * the receiver probes and asks the status. {@code ./javampirun -np 4 examples/books/RandomWalk.java}
 */
public final class RandomWalk {
    private static final int PART = 25;
    private static final int WALKERS = 20;
    private static final int LONGEST = 200;

    public static void main(String[] args) {
        MPI_Init(args);
        int rank = MPI_Comm_rank(MPI_COMM_WORLD);
        int size = MPI_Comm_size(MPI_COMM_WORLD);
        Random random = new Random(rank);
        // A walker is a position in this part and the steps it still has.
        List<int[]> walkers = new ArrayList<>();
        for (int i = 0; i < WALKERS; i++) {
            walkers.add(new int[] {0, 1 + random.nextInt(LONGEST)});
        }
        int next = (rank + 1) % size;
        int before = (rank + size - 1) % size;
        int rounds = LONGEST / PART + 2;
        int arrived = 0;
        for (int round = 0; round < rounds; round++) {
            List<Integer> leaving = new ArrayList<>();
            for (int[] walker : walkers) {
                int steps = Math.min(walker[1], PART - walker[0]);
                walker[0] += steps;
                walker[1] -= steps;
                if (walker[1] > 0) {
                    leaving.add(walker[1]);
                } else {
                    arrived++;
                }
            }
            walkers.clear();
            int[] out = leaving.stream().mapToInt(steps -> steps).toArray();
            MPI_Request request = MPI_Isend(out, out.length, MPI_INT, next, 0, MPI_COMM_WORLD);
            MPI_Status status = MPI_Probe(before, 0, MPI_COMM_WORLD);
            int[] in = new int[MPI_Get_count(status, MPI_INT)];
            MPI_Recv(in, in.length, MPI_INT, before, 0, MPI_COMM_WORLD, MPI_STATUS_IGNORE);
            MPI_Wait(request);
            for (int steps : in) {
                walkers.add(new int[] {0, steps});
            }
        }
        int[] all = new int[1];
        MPI_Allreduce(new int[] {arrived}, all, 1, MPI_INT, MPI_SUM, MPI_COMM_WORLD);
        if (rank == 0) {
            System.out.println(all[0] + " of " + WALKERS * size + " walkers have arrived");
        }
        MPI_Finalize();
    }
}
