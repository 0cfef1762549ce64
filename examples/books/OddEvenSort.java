import static org.javampi.MPI.*;

import java.util.Arrays;
import java.util.Random;

/**
 * Parallel odd-even transposition sort, as chapter 3 of Pacheco's book has it: in each phase pairs of ranks exchange their
 * keys, the lower one keeps the smaller half. {@code ./javampirun -np 4 examples/books/OddEvenSort.java}
 */
public final class OddEvenSort {
    private static final int KEYS = 1000;

    public static void main(String[] args) {
        MPI_Init(args);
        int rank = MPI_Comm_rank(MPI_COMM_WORLD);
        int size = MPI_Comm_size(MPI_COMM_WORLD);
        int[] own = new Random(rank).ints(KEYS, 0, 1_000_000).toArray();
        Arrays.sort(own);
        int[] theirs = new int[KEYS];
        for (int phase = 0; phase < size; phase++) {
            int partner = (phase + rank) % 2 == 0 ? rank + 1 : rank - 1;
            if (partner < 0 || partner == size) {
                partner = MPI_PROC_NULL;
            }
            MPI_Sendrecv(
                    own, KEYS, MPI_INT, partner, 0, theirs, KEYS, MPI_INT, partner, 0, MPI_COMM_WORLD, MPI_STATUS_IGNORE);
            if (partner != MPI_PROC_NULL) {
                own = half(own, theirs, rank < partner);
            }
        }
        int[] all = rank == 0 ? new int[KEYS * size] : null;
        MPI_Gather(own, KEYS, MPI_INT, all, KEYS, MPI_INT, 0, MPI_COMM_WORLD);
        if (rank == 0) {
            boolean sorted = true;
            for (int i = 1; i < all.length; i++) {
                sorted &= all[i - 1] <= all[i];
            }
            System.out.println(all.length + " keys " + (sorted ? "are sorted" : "are NOT sorted"));
        }
        MPI_Finalize();
    }

    /** The smaller, or the larger, half of two sorted rows. */
    private static int[] half(int[] own, int[] theirs, boolean smaller) {
        int[] both = Arrays.copyOf(own, 2 * KEYS);
        System.arraycopy(theirs, 0, both, KEYS, KEYS);
        Arrays.sort(both);
        return smaller ? Arrays.copyOf(both, KEYS) : Arrays.copyOfRange(both, KEYS, 2 * KEYS);
    }
}
