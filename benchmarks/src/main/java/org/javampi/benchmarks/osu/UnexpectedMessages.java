package org.javampi.benchmarks.osu;

import static org.javampi.MPI.*;

import org.javampi.benchmarks.figures.Summary;

/**
 * Half round trips of 8 bytes while other messages, as many as the size says, lie unexpected at
 * both ranks: what finding the right message among many costs.
 */
public final class UnexpectedMessages {
    private static final int TAG = 100;
    private static final int BYTES = 8;

    private UnexpectedMessages() {}

    /** Runs as one rank; see {@link Options}; {@code -m} is the number of messages. */
    public static void main(String[] args) {
        Options options = Options.of(args, "0,1,16,256,4096", 20_000);
        MPI_Init(args);
        int rank = MPI_Comm_rank(MPI_COMM_WORLD);
        int peer = rank < 2 ? 1 - rank : MPI_PROC_NULL;
        byte[] other = new byte[BYTES];
        Sampler sampler = new Sampler(options);
        try (Report report = new Report(System.out, options, 2)) {
            for (int depth : options.sizes()) {
                for (int i = 0; i < depth; i++) {
                    MPI_Send(other, BYTES, MPI_BYTE, peer, TAG + i, MPI_COMM_WORLD);
                }
                Loop loop = new PingPong(rank < 2 ? peer : rank, new byte[BYTES], BYTES, MPI_BYTE);
                Summary seconds = sampler.measure(BYTES, rank == 0, loop);
                for (int i = 0; i < depth; i++) {
                    MPI_Recv(other, BYTES, MPI_BYTE, peer, TAG + i, MPI_COMM_WORLD, MPI_STATUS_IGNORE);
                }
                report.addHalves("unexpected", depth, seconds);
            }
        }
        MPI_Finalize();
    }
}
