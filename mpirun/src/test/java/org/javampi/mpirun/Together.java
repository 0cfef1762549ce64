package org.javampi.mpirun;

import static org.javampi.MPI.*;

import java.io.Serializable;
import java.util.Arrays;
import java.util.Random;
import org.javampi.Checkpoint;
import org.javampi.MPI_Comm;

/**
 * A program of random collectives, short and long, on communicators of all kinds, some of which are
 * made and freed on the way, with messages between neighbours that cross the points. Over shared
 * memory the collectives use boards, whose content no checkpoint holds. All is of whole numbers, so
 * that the last line is the same over every transport.
 */
public final class Together {
    private static final int SHORT = 5;
    private static final int MIDDLE = 3_000;

    /** Longer than a slot of a board. */
    private static final int LONG = 300_000;

    private static final int COMMUNICATORS = 5;

    /** What survives. */
    private static final class Sum implements Serializable {
        private static final long serialVersionUID = 1L;
        int step;
        long value;
        MPI_Comm[] comms = new MPI_Comm[COMMUNICATORS];
    }

    private final Sum sum;
    private final Random random = new Random();
    private final int rank = MPI_Comm_rank(MPI_COMM_WORLD);
    private final int size = MPI_Comm_size(MPI_COMM_WORLD);
    private MPI_Comm comm;

    private Together(Sum sum) {
        this.sum = sum;
    }

    /** Arguments: steps; after how many of them rank 0 asks for a checkpoint, or 0; seed. */
    public static void main(String[] args) {
        MPI_Init(args);
        int steps = Integer.parseInt(args[0]);
        int asks = Integer.parseInt(args[1]);
        long seed = Long.parseLong(args[2]);
        Sum sum = Checkpoint.register("sum", new Sum());
        Together together = new Together(sum);
        if (!Checkpoint.isRestarted()) {
            together.setUp();
        }
        while (sum.step < steps) {
            // The same numbers at all ranks.
            together.random.setSeed(seed * 1_000_003 + sum.step);
            together.step();
            sum.step++;
            if (asks > 0 && sum.step % asks == 0 && together.rank == 0) {
                Checkpoint.request();
            }
            Checkpoint.here();
        }
        together.tell();
        MPI_Finalize();
    }

    private void setUp() {
        sum.comms[0] = MPI_COMM_WORLD;
        sum.comms[1] = MPI_Comm_dup(MPI_COMM_WORLD);
        sum.comms[2] = MPI_Comm_split(MPI_COMM_WORLD, 0, -rank);
        sum.comms[3] = MPI_Comm_split(MPI_COMM_WORLD, rank % 2, rank);
        sum.comms[4] = MPI_COMM_SELF;
    }

    private void step() {
        int previous = (rank + size - 1) % size;
        int[] letter = {rank + sum.step};
        if (sum.step > 0) {
            MPI_Recv(letter, 1, MPI_INT, previous, 7, MPI_COMM_WORLD, MPI_STATUS_IGNORE);
            add(letter, 1);
        }
        MPI_Send(new int[] {rank + sum.step}, 1, MPI_INT, (rank + 1) % size, 7, MPI_COMM_WORLD);
        if (random.nextInt(8) == 0) {
            MPI_Comm_free(sum.comms[1]);
            sum.comms[1] = MPI_Comm_dup(sum.comms[2]);
        }
        for (int calls = random.nextInt(4); calls >= 0; calls--) {
            comm = sum.comms[random.nextInt(COMMUNICATORS)];
            call(random.nextInt(8), length(), random.nextInt(1 << 20));
        }
    }

    private int length() {
        int kind = random.nextInt(40);
        return random.nextInt(kind == 0 ? LONG : kind < 8 ? MIDDLE : SHORT);
    }

    private void call(int which, int n, int any) {
        int members = MPI_Comm_size(comm);
        int me = MPI_Comm_rank(comm);
        // The halves of the world need not have the same root.
        int root = any % members;
        int[] own = new int[n * members];
        Arrays.setAll(own, i -> any + i * (me + 1));
        int[] all = new int[n * members];
        switch (which) {
            case 0 -> MPI_Barrier(comm);
            case 1 -> {
                MPI_Bcast(own, n, MPI_INT, root, comm);
                add(own, n);
            }
            case 2 -> {
                MPI_Reduce(own, all, n, MPI_INT, MPI_SUM, root, comm);
                add(all, me == root ? n : 0);
            }
            case 3 -> {
                MPI_Allreduce(own, all, n, MPI_INT, MPI_BXOR, comm);
                add(all, n);
            }
            case 4 -> {
                MPI_Allgather(own, n, MPI_INT, all, n, MPI_INT, comm);
                add(all, all.length);
            }
            case 5 -> {
                MPI_Alltoall(own, n, MPI_INT, all, n, MPI_INT, comm);
                add(all, all.length);
            }
            case 6 -> {
                MPI_Scan(own, all, n, MPI_INT, MPI_MAX, comm);
                add(all, n);
            }
            default -> {
                MPI_Gather(own, n, MPI_INT, all, n, MPI_INT, root, comm);
                add(all, me == root ? all.length : 0);
            }
        }
    }

    private void add(int[] numbers, int count) {
        long value = 31 * sum.value + count;
        for (int i = 0; i < count; i++) {
            value = 31 * value + numbers[i];
        }
        sum.value = value;
    }

    private void tell() {
        int[] letter = new int[1];
        MPI_Recv(letter, 1, MPI_INT, (rank + size - 1) % size, 7, MPI_COMM_WORLD, MPI_STATUS_IGNORE);
        long[] all = new long[size];
        MPI_Gather(new long[] {sum.value}, 1, MPI_LONG, all, 1, MPI_LONG, 0, MPI_COMM_WORLD);
        if (rank == 0) {
            System.out.println(sum.step + " steps: " + Arrays.toString(all));
        }
    }
}
