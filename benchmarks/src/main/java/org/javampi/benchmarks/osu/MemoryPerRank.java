package org.javampi.benchmarks.osu;

import static org.javampi.MPI.*;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.javampi.benchmarks.figures.Summary;

/**
 * What one rank holds, in KiB, as the distribution over the ranks: the heap that survives a
 * collection and, where the system tells it (Linux), the resident set; after MPI_Init and after
 * everybody has exchanged a message with everybody. Ranks that share a JVM share what it holds.
 */
public final class MemoryPerRank {
    private static final Path STATUS = Path.of("/proc/self/status");

    private MemoryPerRank() {}

    /** Runs as one rank; see {@link Options}. */
    public static void main(String[] args) throws IOException {
        Options options = Options.of(args, "8,64k", 1);
        MPI_Init(args);
        int ranks = MPI_Comm_size(MPI_COMM_WORLD);
        try (Report report = new Report(System.out, options, ranks)) {
            add(report, "init", 0);
            for (int size : options.sizes()) {
                byte[] out = new byte[size * ranks];
                byte[] in = new byte[size * ranks];
                MPI_Alltoall(out, size, MPI_BYTE, in, size, MPI_BYTE, MPI_COMM_WORLD);
                add(report, "all-to-all", size);
            }
        }
        MPI_Finalize();
    }

    private static void add(Report report, String after, int size) throws IOException {
        System.gc();
        Runtime jvm = Runtime.getRuntime();
        report.add("heap-" + after, size, "KiB", gathered((jvm.totalMemory() - jvm.freeMemory()) / 1024.0));
        report.add("resident-" + after, size, "KiB", gathered(residentKiB()));
    }

    /** The distribution over the ranks on rank 0, null elsewhere or where it is not known. */
    private static Summary gathered(double mine) {
        int ranks = MPI_Comm_size(MPI_COMM_WORLD);
        double[] all = new double[ranks];
        MPI_Gather(new double[] {mine}, 1, MPI_DOUBLE, all, 1, MPI_DOUBLE, 0, MPI_COMM_WORLD);
        return MPI_Comm_rank(MPI_COMM_WORLD) == 0 && mine > 0 ? Summary.of(all) : null;
    }

    private static double residentKiB() throws IOException {
        if (!Files.isReadable(STATUS)) {
            return 0;
        }
        for (String line : Files.readAllLines(STATUS)) {
            if (line.startsWith("VmRSS:")) {
                return Double.parseDouble(line.replaceAll("[^0-9]", ""));
            }
        }
        return 0;
    }
}
