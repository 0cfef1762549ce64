package org.javampi.benchmarks.osu;

import static org.javampi.MPI.*;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.Locale;

/**
 * What a rank that is blocked costs: rank 1 waits for a message that rank 0 sends after some
 * seconds (the argument; 10), and tells how much of a core its process has used meanwhile. Then it
 * waits five hundred times so long that it sleeps, and tells how long after each message was sent
 * it had it. On one host, whose clock all processes share.
 */
public final class Waiting {
    private static final int WAKES = 500;

    /** Longer than a rank spins. */
    private static final long ASLEEP_MS = 20;

    private final OperatingSystemMXBean system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    private final long[] sent = new long[1];
    private final boolean sends;

    private Waiting(boolean sends) {
        this.sends = sends;
    }

    /** Runs as one rank of two. */
    public static void main(String[] args) throws InterruptedException {
        double seconds = args.length > 0 ? Double.parseDouble(args[0]) : 10;
        MPI_Init(args);
        Waiting waiting = new Waiting(MPI_Comm_rank(MPI_COMM_WORLD) == 0);
        waiting.block((long) (seconds * 1000));
        waiting.wake();
        MPI_Finalize();
    }

    private void block(long ms) throws InterruptedException {
        long used = system.getProcessCpuTime();
        long start = System.nanoTime();
        pass(ms);
        long waited = System.nanoTime() - start;
        used = system.getProcessCpuTime() - used;
        if (!sends) {
            System.out.printf(
                    Locale.ROOT, "blocked for %.1f s: used %.2f %% of a core%n", waited * 1e-9, 100.0 * used / waited);
        }
    }

    private void wake() throws InterruptedException {
        double[] us = new double[WAKES];
        for (int i = 0; i < WAKES; i++) {
            us[i] = pass(ASLEEP_MS) * 1e-3;
        }
        Arrays.sort(us);
        if (!sends) {
            System.out.printf(
                    Locale.ROOT,
                    "woken %d times: had the message after %.0f us (median; 90 %%: %.0f us, least" + " %.0f us)%n",
                    WAKES,
                    us[WAKES / 2],
                    us[WAKES * 9 / 10],
                    us[0]);
        }
    }

    /** One message after {@code ms}; answers how long it took to be there, in ns. */
    private long pass(long ms) throws InterruptedException {
        if (sends) {
            // The measurement itself: nothing is synchronised by this.
            Thread.sleep(ms);
            sent[0] = System.nanoTime();
            MPI_Send(sent, 1, MPI_LONG, 1, 0, MPI_COMM_WORLD);
            return 0;
        }
        MPI_Recv(sent, 1, MPI_LONG, 0, 0, MPI_COMM_WORLD, MPI_STATUS_IGNORE);
        return System.nanoTime() - sent[0];
    }
}
