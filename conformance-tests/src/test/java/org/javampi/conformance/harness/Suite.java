package org.javampi.conformance.harness;

import static org.javampi.MPI.MPI_Abort;
import static org.javampi.MPI.MPI_Barrier;
import static org.javampi.MPI.MPI_COMM_WORLD;
import static org.javampi.MPI.MPI_Comm_rank;
import static org.javampi.MPI.MPI_Finalize;
import static org.javampi.MPI.MPI_Init;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Programs of the suite, one after the other, as the ranks of a job. Rank 0 prints the name of each program that every
 * rank has ended; the first failure ends the job.
 */
public final class Suite {
    private Suite() {}

    /** Runs the programs that the file {@code args[0]} names, one a line: a rank that searched would load all tests. */
    public static void main(String[] args) throws IOException, ReflectiveOperationException {
        MPI_Init();
        int rank = MPI_Comm_rank(MPI_COMM_WORLD);
        for (String name : Files.readAllLines(Path.of(args[0]))) {
            SpmdProgram program = SpmdProgram.of(name);
            try {
                program.run();
            } catch (Throwable failure) {
                System.err.println(new Failure(rank, program.name(), failure).text());
                MPI_Abort(MPI_COMM_WORLD, 1);
            }
            MPI_Barrier(MPI_COMM_WORLD);
            if (rank == 0) {
                System.out.println(program.name());
            }
        }
        MPI_Finalize();
    }

    private record Failure(int rank, String program, Throwable thrown) {
        String text() {
            StringBuilder text = new StringBuilder("rank " + rank + " in " + program + ": " + thrown);
            for (StackTraceElement frame : thrown.getStackTrace()) {
                text.append(System.lineSeparator()).append("\tat ").append(frame);
            }
            return text.toString();
        }
    }
}
