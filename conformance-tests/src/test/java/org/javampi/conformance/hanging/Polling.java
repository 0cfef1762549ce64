package org.javampi.conformance.hanging;

import static org.javampi.MPI.*;

import java.io.File;
import org.javampi.MPI_Comm;
import org.javampi.MPI_Request;

/**
 * Two ranks that hang since both look again and again for a message that nobody sends. They leave their loops when a
 * file is there.
 */
public final class Polling {
    private static final MPI_Comm WORLD = MPI_COMM_WORLD;
    private static final int LOOKS_PER_FILE = 50;

    private Polling() {}

    /** As a job of two ranks; the argument names the file. */
    public static void main(String[] args) throws Exception {
        MPI_Init(args);
        File end = new File(args[0]);
        MPI_Barrier(WORLD);
        if (MPI_Comm_rank(WORLD) == 0) {
            probe(end);
        } else {
            test(end);
        }
        MPI_Finalize();
    }

    private static void probe(File end) {
        boolean[] found = new boolean[1];
        for (int looks = 1; !found[0] && (looks % LOOKS_PER_FILE != 0 || !end.exists()); looks++) {
            MPI_Iprobe(1, 8, WORLD, found, MPI_STATUS_IGNORE);
        }
        MPI_Recv(new int[1], 1, MPI_INT, 1, 7, WORLD, MPI_STATUS_IGNORE);
    }

    private static void test(File end) throws InterruptedException {
        MPI_Send(new int[1], 1, MPI_INT, 0, 7, WORLD);
        MPI_Request[] one = {MPI_Irecv(new int[1], 1, MPI_INT, 0, 5, WORLD)};
        boolean[] over = new boolean[1];
        for (int looks = 1; !over[0] && (looks % LOOKS_PER_FILE != 0 || !end.exists()); looks++) {
            Thread.sleep(2);
            MPI_Test(one, over, MPI_STATUS_IGNORE);
        }
        MPI_Cancel(one);
        MPI_Wait(one, MPI_STATUS_IGNORE);
    }
}
