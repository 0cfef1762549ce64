package org.javampi.benchmarks.osu;

import static org.javampi.MPI.*;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.Locale;

/**
 * What a rank that is blocked costs: rank 1 waits for a message that rank 0 sends after some
 * seconds (the argument; 10), and tells how much of a core its process has used meanwhile, and how
 * long after the message was sent it had it. On one host, whose clock all processes share.
 */
public final class Waiting {
    private static final int WARM_UP = 3;

    private Waiting() {}

    /** Runs as one rank of two. */
    public static void main(String[] args) throws InterruptedException {
        double seconds = args.length > 0 ? Double.parseDouble(args[0]) : 10;
        MPI_Init(args);
        int rank = MPI_Comm_rank(MPI_COMM_WORLD);
        for (int i = 0; i < WARM_UP; i++) {
            run(rank, 0.2, false);
        }
        run(rank, seconds, true);
        MPI_Finalize();
    }

    private static void run(int rank, double seconds, boolean report) throws InterruptedException {
        long[] sent = new long[1];
        if (rank == 0) {
            // The measurement itself: nothing is synchronised by this.
            Thread.sleep((long) (seconds * 1000));
            sent[0] = System.nanoTime();
            MPI_Send(sent, 1, MPI_LONG, 1, 0, MPI_COMM_WORLD);
        } else if (rank == 1) {
            OperatingSystemMXBean system =
                    (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
            long used = system.getProcessCpuTime();
            long start = System.nanoTime();
            MPI_Recv(sent, 1, MPI_LONG, 0, 0, MPI_COMM_WORLD, MPI_STATUS_IGNORE);
            long now = System.nanoTime();
            used = system.getProcessCpuTime() - used;
            if (report) {
                System.out.printf(
                        Locale.ROOT,
                        "waited %.1f s, used %.2f %% of a core, had the message after %.0f us%n",
                        (now - start) * 1e-9,
                        100.0 * used / (now - start),
                        (now - sent[0]) * 1e-3);
            }
        }
    }
}
