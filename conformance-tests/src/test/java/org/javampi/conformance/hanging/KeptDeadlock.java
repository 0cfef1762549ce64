package org.javampi.conformance.hanging;

import static org.javampi.MPI.*;

import java.io.File;
import org.javampi.MPI_Comm;

/** Two ranks that wait for each other, and a third one that ends the job a while after a file is there. */
public final class KeptDeadlock {
    /** Of the job. */
    static final int STATUS = 7;

    private static final MPI_Comm WORLD = MPI_COMM_WORLD;

    /** Long enough for a second report, which must not come. */
    private static final long ROUNDS_MS = 5_000;

    private KeptDeadlock() {}

    /** As a job of three ranks; the argument names the file. */
    public static void main(String[] args) throws Exception {
        MPI_Init(args);
        int rank = MPI_Comm_rank(WORLD);
        if (rank < 2) {
            MPI_Recv(new int[1], 1, MPI_INT, 1 - rank, 6, WORLD, MPI_STATUS_IGNORE);
            MPI_Send(new int[1], 1, MPI_INT, 1 - rank, 6, WORLD);
        } else {
            for (File file = new File(args[0]); !file.exists(); ) {
                Thread.sleep(10);
            }
            Thread.sleep(ROUNDS_MS);
            MPI_Abort(WORLD, STATUS);
        }
        MPI_Finalize();
    }
}
