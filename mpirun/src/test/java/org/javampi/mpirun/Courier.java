package org.javampi.mpirun;

import static org.javampi.MPI.*;

import java.io.Serializable;
import java.util.Arrays;
import org.javampi.Checkpoint;
import org.javampi.MPI_Comm;
import org.javampi.MPI_Request;
import org.javampi.MPI_Status;

/**
 * A program that has messages of all kinds on their way whenever it passes a point: early and late
 * ones, long and short ones, to itself, buffered, persistent, for wildcards. What comes is summed
 * up; the last line is the same however often the program was killed and restarted.
 */
public final class Courier {
    private static final int SHORT = 64;
    private static final int LONG = 5000;
    private static final int BUFFERED = 600;

    /** What survives. */
    private static final class Bag implements Serializable {
        private static final long serialVersionUID = 1L;
        int step;
        long sum;
        MPI_Comm side;
        byte[] attached = new byte[4 * (BUFFERED * Integer.BYTES + MPI_BSEND_OVERHEAD)];
        MPI_Request[] open = new MPI_Request[0];
        MPI_Request[] late = new MPI_Request[1];
        MPI_Request[] persistent = new MPI_Request[2];
        int[] lateNote = new int[SHORT];
        int[] ringOut = new int[SHORT];
        int[] ringIn = new int[SHORT];
    }

    private final Bag bag;
    private final int rank = MPI_Comm_rank(MPI_COMM_WORLD);
    private final int next;
    private final int previous;

    private Courier(Bag bag) {
        this.bag = bag;
        int size = MPI_Comm_size(MPI_COMM_WORLD);
        next = (rank + 1) % size;
        previous = (rank + size - 1) % size;
    }

    /** Arguments: steps; after how many of them rank 0 asks for a checkpoint, or 0 or nothing. */
    public static void main(String[] args) {
        MPI_Init(args);
        int steps = Integer.parseInt(args[0]);
        int asks = args.length > 1 ? Integer.parseInt(args[1]) : 0;
        Bag bag = Checkpoint.register("bag", new Bag());
        Courier courier = new Courier(bag);
        if (!Checkpoint.isRestarted()) {
            courier.setUp();
        }
        while (bag.step < steps) {
            if (bag.step > 0) {
                courier.receive();
            }
            bag.step++;
            courier.send();
            if (asks > 0 && bag.step % asks == 0 && courier.rank == 0) {
                Checkpoint.request();
            }
            // A restart goes on here.
            Checkpoint.here();
        }
        courier.receive();
        courier.tell();
        MPI_Finalize();
    }

    private void setUp() {
        bag.side = MPI_Comm_dup(MPI_COMM_WORLD);
        MPI_Buffer_attach(bag.attached, bag.attached.length);
        bag.persistent[0] = MPI_Recv_init(bag.ringIn, SHORT, MPI_INT, previous, 5, MPI_COMM_WORLD);
        bag.persistent[1] = MPI_Send_init(bag.ringOut, SHORT, MPI_INT, next, 5, MPI_COMM_WORLD);
    }

    /** Before the point: nobody has asked for these yet. */
    private void send() {
        int seed = 1000 * bag.step + rank;
        int[] note = new int[SHORT];
        double[] book = new double[LONG];
        int[] self = new int[SHORT];
        int[] card = new int[BUFFERED];
        for (int i = 0; i < SHORT; i++) {
            note[i] = seed + i;
            self[i] = seed - i;
        }
        for (int i = 0; i < LONG; i++) {
            book[i] = seed + i / 7.0;
        }
        Arrays.fill(card, seed);
        bag.open = new MPI_Request[] {
            MPI_Isend(note, SHORT, MPI_INT, next, 1, MPI_COMM_WORLD),
            MPI_Isend(book, LONG, MPI_DOUBLE, next, bag.step % 9, bag.side),
            MPI_Isend(self, SHORT, MPI_INT, rank, 2, MPI_COMM_WORLD),
            MPI_Issend(note, SHORT, MPI_INT, previous, 6, MPI_COMM_WORLD)
        };
        MPI_Bsend(card, BUFFERED, MPI_INT, next, 4, MPI_COMM_WORLD);
        bag.late[0] = MPI_Irecv(bag.lateNote, SHORT, MPI_INT, MPI_ANY_SOURCE, 3, MPI_COMM_WORLD);
        MPI_Start(bag.persistent[0]);
    }

    /** After the point: what was sent before, and what was asked for before. */
    private void receive() {
        MPI_Status status = new MPI_Status();
        int[] note = new int[SHORT];
        double[] book = new double[LONG];
        int[] card = new int[BUFFERED];
        long sum = 0;
        MPI_Recv(note, SHORT, MPI_INT, MPI_ANY_SOURCE, 1, MPI_COMM_WORLD, status);
        sum += value(note, status);
        MPI_Recv(book, LONG, MPI_DOUBLE, MPI_ANY_SOURCE, MPI_ANY_TAG, bag.side, status);
        for (double letter : book) {
            sum = 31 * sum + Double.doubleToLongBits(letter);
        }
        sum += status.MPI_TAG;
        MPI_Recv(note, SHORT, MPI_INT, rank, MPI_ANY_TAG, MPI_COMM_WORLD, status);
        sum += value(note, status);
        MPI_Recv(note, SHORT, MPI_INT, next, 6, MPI_COMM_WORLD, status);
        sum += value(note, status);
        MPI_Recv(card, BUFFERED, MPI_INT, previous, 4, MPI_COMM_WORLD, status);
        sum += value(card, status);
        Arrays.setAll(note, i -> bag.step * i + rank);
        MPI_Send(note, SHORT, MPI_INT, next, 3, MPI_COMM_WORLD);
        MPI_Wait(bag.late, status);
        sum += value(bag.lateNote, status);
        Arrays.setAll(bag.ringOut, i -> bag.step - i * rank);
        MPI_Start(bag.persistent[1]);
        MPI_Waitall(2, bag.persistent, MPI_STATUSES_IGNORE);
        sum += value(bag.ringIn, status);
        MPI_Waitall(bag.open.length, bag.open, MPI_STATUSES_IGNORE);
        bag.sum = 1_000_003 * bag.sum + sum;
    }

    private static long value(int[] content, MPI_Status status) {
        long value = status.MPI_SOURCE;
        for (int number : content) {
            value = 31 * value + number;
        }
        return value;
    }

    private void tell() {
        long[] all = new long[MPI_Comm_size(MPI_COMM_WORLD)];
        MPI_Gather(new long[] {bag.sum}, 1, MPI_LONG, all, 1, MPI_LONG, 0, MPI_COMM_WORLD);
        if (MPI_Iprobe(MPI_ANY_SOURCE, MPI_ANY_TAG, MPI_COMM_WORLD, MPI_STATUS_IGNORE)
                || MPI_Iprobe(MPI_ANY_SOURCE, MPI_ANY_TAG, bag.side, MPI_STATUS_IGNORE)) {
            throw new IllegalStateException("a message is left over");
        }
        if (rank == 0) {
            System.out.println(bag.step + " steps: " + java.util.Arrays.toString(all));
        }
    }
}
