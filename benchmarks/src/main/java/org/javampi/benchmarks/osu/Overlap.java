package org.javampi.benchmarks.osu;

import static org.javampi.MPI.*;

import org.javampi.MPI_Request;
import org.javampi.benchmarks.figures.Summary;

/**
 * How much of an exchange hides behind a computation of the same length: ranks 0 and 1 start a send
 * and a receive, compute without calling MPI, and wait. 100 % means that the whole took only as
 * long as the computation, 0 % that one came after the other. Where two ranks share a core with the
 * progress agents nothing can be hidden.
 */
public final class Overlap {
    private static final int TAG = 4;

    private final int peer;
    private final int size;
    private final byte[] out;
    private final byte[] in;
    private final MPI_Request[] requests = new MPI_Request[2];
    private double sum = 1;

    private Overlap(int peer, int size) {
        this.peer = peer;
        this.size = size;
        out = new byte[size];
        in = new byte[size];
    }

    /** Runs as one rank; see {@link Options}. */
    public static void main(String[] args) {
        Options options = Options.of(args, "1k,16k,256k,4m", 10_000);
        MPI_Init(args);
        int rank = MPI_Comm_rank(MPI_COMM_WORLD);
        Sampler sampler = new Sampler(options);
        try (Report report = new Report(System.out, options, 2)) {
            for (int size : options.sizes()) {
                Overlap overlap = new Overlap(rank < 2 ? 1 - rank : MPI_PROC_NULL, size);
                overlap.measure(size, rank == 0, sampler, report);
            }
        }
        MPI_Finalize();
    }

    private void measure(int size, boolean counts, Sampler sampler, Report report) {
        Summary communication = sampler.measure(size, counts, times -> exchanges(times, 0));
        int steps = stepsOf(communication);
        Summary computation = sampler.measure(size, counts, times -> computations(times, steps));
        Summary total = sampler.measure(size, counts, times -> exchanges(times, steps));
        if (total == null) {
            return;
        }
        report.add("overlap-communication", size, "us", communication.map(s -> s * 1e6));
        report.add("overlap-computation", size, "us", computation.map(s -> s * 1e6));
        report.add("overlap-total", size, "us", total.map(s -> s * 1e6));
        report.add("overlap", size, "%", Summary.of(percent(communication, computation, total)));
    }

    /** What part of the communication, by medians, did not show in the total. */
    static double percent(Summary communication, Summary computation, Summary total) {
        double shown = (total.p50() - computation.p50()) / communication.p50();
        return 100 * Math.max(0, Math.min(1, 1 - shown));
    }

    /** How many steps of the computation take as long as the communication: the same everywhere. */
    private int stepsOf(Summary communication) {
        int[] steps = {1000};
        if (communication != null) {
            computations(20, steps[0]); // the compiler's turn
            double each = computations(100, steps[0]) / 100 / steps[0];
            steps[0] = (int) Math.max(1, communication.p50() / each);
        }
        MPI_Bcast(steps, 1, MPI_INT, 0, MPI_COMM_WORLD);
        return steps[0];
    }

    private double exchanges(int times, int steps) {
        double begin = MPI_Wtime();
        for (int i = 0; i < times; i++) {
            requests[0] = MPI_Irecv(in, size, MPI_BYTE, peer, TAG, MPI_COMM_WORLD);
            requests[1] = MPI_Isend(out, size, MPI_BYTE, peer, TAG, MPI_COMM_WORLD);
            compute(steps);
            MPI_Waitall(2, requests, MPI_STATUSES_IGNORE);
        }
        return MPI_Wtime() - begin;
    }

    private double computations(int times, int steps) {
        double begin = MPI_Wtime();
        for (int i = 0; i < times; i++) {
            compute(steps);
        }
        return MPI_Wtime() - begin;
    }

    /** Steps that depend on one another and are kept in a field, so that none is left out. */
    private void compute(int steps) {
        double x = sum;
        for (int i = 0; i < steps; i++) {
            x = x * 0.999999 + 1e-6;
        }
        sum = x;
    }
}
