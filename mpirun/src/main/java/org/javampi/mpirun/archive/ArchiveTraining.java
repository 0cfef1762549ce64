package org.javampi.mpirun.archive;

/** The program whose classes go into the archive of ranks. */
public final class ArchiveTraining {
    /** Name of the program of the runtime's that ranks run: mpirun itself is not on their class path. */
    private static final String PROGRAM = "warmup";

    /** The file of {@link #SOURCE}. */
    static final String SOURCE_NAME = "Training.java";

    /**
     * The program whose compilation and run put classes into the launcher's archive, the compiler's
     * among them.
     */
    static final String SOURCE = """
            import static org.javampi.MPI.*;

            /** Touches what small programs touch. */
            public class Training {
                private record Pair(int one, double other) {}

                public static void main(String[] args) {
                    MPI_Init(args);
                    int rank = MPI_Comm_rank(MPI_COMM_WORLD), size = MPI_Comm_size(MPI_COMM_WORLD);
                    double[] part = new double[] {rank}, sum = new double[1];
                    for (int i = 0; i < 2; i++) {
                        MPI_Allreduce(part, sum, 1, MPI_DOUBLE, MPI_SUM, MPI_COMM_WORLD);
                    }
                    Runnable tell = () -> System.out.println("rank " + rank + " of " + size);
                    if (new Pair(rank, sum[0]).one() == 0) {
                        tell.run();
                    }
                    MPI_Finalize();
                }
            }
            """;

    private ArchiveTraining() {}

    /** The main class that ranks run. */
    static String mainClass() {
        return RuntimePrograms.mainClass(PROGRAM);
    }
}
