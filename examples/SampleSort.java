import static org.javampi.MPI.*;

import java.util.Arrays;
import java.util.Random;

/** Sample sort: each rank gets the numbers of one range; MPI_Scan says where its part begins in the whole. */
public class SampleSort {
    private static final int PER_RANK = 1000;

    public static void main(String[] args) {
        MPI_Init(args);
        int rank = MPI_Comm_rank(MPI_COMM_WORLD);
        int size = MPI_Comm_size(MPI_COMM_WORLD);
        int[] own = new Random(rank).ints(PER_RANK, 0, 1_000_000).sorted().toArray();
        int[] splitters = splitters(own, size);
        // How many numbers go to each rank, and how many come from each.
        int[] sent = new int[size];
        for (int number : own) {
            sent[range(number, splitters)]++;
        }
        int[] received = new int[size];
        MPI_Alltoall(sent, 1, MPI_INT, received, 1, MPI_INT, MPI_COMM_WORLD);
        int[] sorted = new int[Arrays.stream(received).sum()];
        MPI_Alltoallv(own, sent, starts(sent), MPI_INT, sorted, received, starts(received), MPI_INT, MPI_COMM_WORLD);
        Arrays.sort(sorted);
        int[] end = new int[1];
        MPI_Scan(new int[] {sorted.length}, end, 1, MPI_INT, MPI_SUM, MPI_COMM_WORLD);
        check(sorted, rank, size);
        if (rank == size - 1) {
            System.out.println(end[0] + " numbers are in order on " + size + " ranks");
        }
        MPI_Finalize();
    }

    /** Every rank's samples, and of all of them as many as there are borders between ranks. */
    private static int[] splitters(int[] own, int size) {
        int[] samples = new int[size];
        Arrays.setAll(samples, i -> own[i * own.length / size]);
        int[] all = new int[size * size];
        MPI_Allgather(samples, size, MPI_INT, all, size, MPI_INT, MPI_COMM_WORLD);
        Arrays.sort(all);
        int[] splitters = new int[size - 1];
        Arrays.setAll(splitters, i -> all[(i + 1) * size]);
        return splitters;
    }

    private static int range(int number, int[] splitters) {
        int range = 0;
        while (range < splitters.length && number >= splitters[range]) {
            range++;
        }
        return range;
    }

    private static int[] starts(int[] counts) {
        int[] starts = new int[counts.length];
        for (int i = 1; i < counts.length; i++) {
            starts[i] = starts[i - 1] + counts[i - 1];
        }
        return starts;
    }

    /** No number may be smaller than the last one of the rank before. */
    private static void check(int[] sorted, int rank, int size) {
        int[] before = {Integer.MIN_VALUE};
        int[] last = {sorted.length == 0 ? Integer.MIN_VALUE : sorted[sorted.length - 1]};
        int left = rank > 0 ? rank - 1 : MPI_PROC_NULL;
        int right = rank < size - 1 ? rank + 1 : MPI_PROC_NULL;
        MPI_Sendrecv(last, 1, MPI_INT, right, 1, before, 1, MPI_INT, left, 1, MPI_COMM_WORLD, MPI_STATUS_IGNORE);
        if (sorted.length > 0 && sorted[0] < before[0]) {
            throw new IllegalStateException("rank " + rank + " begins with " + sorted[0] + ", after " + before[0]);
        }
    }
}
