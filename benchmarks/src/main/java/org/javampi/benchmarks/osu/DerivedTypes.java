package org.javampi.benchmarks.osu;

import static org.javampi.MPI.*;

import org.javampi.MPI_Datatype;

/**
 * Half round trips of every other double of an array: as a vector type, packed by a loop of the
 * program, and, for comparison, of as many doubles that stand together.
 */
public final class DerivedTypes {
    private DerivedTypes() {}

    /** Runs as one rank; see {@link Options}; the sizes are the bytes that travel. */
    public static void main(String[] args) {
        Options options = Options.of(args, "8:1m", 20_000);
        MPI_Init(args);
        int rank = MPI_Comm_rank(MPI_COMM_WORLD);
        int peer = rank < 2 ? 1 - rank : rank;
        Sampler sampler = new Sampler(options);
        try (Report report = new Report(System.out, options, 2)) {
            for (int size : options.sizes()) {
                int doubles = Math.max(1, size / Double.BYTES);
                double[] strided = new double[2 * doubles];
                double[] packed = new double[doubles];
                MPI_Datatype vector = MPI_Type_vector(doubles, 1, 2, MPI_DOUBLE);
                MPI_Type_commit(vector);
                Loop byType = new PingPong(peer, strided, 1, vector);
                Loop together = new PingPong(peer, packed, doubles, MPI_DOUBLE);
                Loop byHand = times -> packedByHand(times, rank, peer, strided, packed);
                report.addHalves("vector-type", size, sampler.measure(size, rank == 0, byType));
                report.addHalves("vector-by-hand", size, sampler.measure(size, rank == 0, byHand));
                report.addHalves("contiguous", size, sampler.measure(size, rank == 0, together));
                MPI_Type_free(vector);
            }
        }
        MPI_Finalize();
    }

    private static double packedByHand(int times, int rank, int peer, double[] strided, double[] packed) {
        double begin = MPI_Wtime();
        for (int i = 0; i < times && rank != peer; i++) {
            if (rank < peer) {
                send(strided, packed, peer);
                receive(strided, packed, peer);
            } else {
                receive(strided, packed, peer);
                send(strided, packed, peer);
            }
        }
        return MPI_Wtime() - begin;
    }

    private static void send(double[] strided, double[] packed, int peer) {
        for (int i = 0; i < packed.length; i++) {
            packed[i] = strided[2 * i];
        }
        MPI_Send(packed, packed.length, MPI_DOUBLE, peer, PingPong.TAG, MPI_COMM_WORLD);
    }

    private static void receive(double[] strided, double[] packed, int peer) {
        MPI_Recv(packed, packed.length, MPI_DOUBLE, peer, PingPong.TAG, MPI_COMM_WORLD, MPI_STATUS_IGNORE);
        for (int i = 0; i < packed.length; i++) {
            strided[2 * i] = packed[i];
        }
    }
}
