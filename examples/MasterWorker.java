import static org.javampi.MPI.*;

import org.javampi.MPI_Status;

/** Rank 0 hands out tasks, one at a time, to whichever worker is free; the tag says what a message is. */
public class MasterWorker {
    private static final int TASK = 1;
    private static final int RESULT = 2;
    private static final int END = 3;
    private static final int TASKS = 20;

    public static void main(String[] args) {
        MPI_Init(args);
        if (MPI_Comm_size(MPI_COMM_WORLD) < 2) {
            throw new IllegalStateException("a master needs a worker: start at least 2 ranks");
        }
        if (MPI_Comm_rank(MPI_COMM_WORLD) == 0) {
            System.out.println("the squares up to " + TASKS + " add up to " + master());
        } else {
            work();
        }
        MPI_Finalize();
    }

    private static long master() {
        int workers = MPI_Comm_size(MPI_COMM_WORLD) - 1;
        int next = 1;
        int busy = 0;
        long sum = 0;
        for (int worker = 1; worker <= workers; worker++) {
            if (next <= TASKS) {
                MPI_Send(new int[] {next++}, 1, MPI_INT, worker, TASK, MPI_COMM_WORLD);
                busy++;
            } else {
                MPI_Send(new int[1], 0, MPI_INT, worker, END, MPI_COMM_WORLD);
            }
        }
        long[] result = new long[1];
        while (busy > 0) {
            MPI_Status status = MPI_Recv(result, 1, MPI_LONG, MPI_ANY_SOURCE, RESULT, MPI_COMM_WORLD);
            sum += result[0];
            if (next <= TASKS) {
                MPI_Send(new int[] {next++}, 1, MPI_INT, status.MPI_SOURCE, TASK, MPI_COMM_WORLD);
            } else {
                MPI_Send(new int[1], 0, MPI_INT, status.MPI_SOURCE, END, MPI_COMM_WORLD);
                busy--;
            }
        }
        return sum;
    }

    private static void work() {
        int[] task = new int[1];
        while (true) {
            MPI_Status status = MPI_Recv(task, 1, MPI_INT, 0, MPI_ANY_TAG, MPI_COMM_WORLD);
            if (status.MPI_TAG == END) {
                return;
            }
            MPI_Send(new long[] {(long) task[0] * task[0]}, 1, MPI_LONG, 0, RESULT, MPI_COMM_WORLD);
        }
    }
}
