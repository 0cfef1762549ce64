package org.javampi.conformance.harness;

import static org.javampi.MPI.MPI_Abort;
import static org.javampi.MPI.MPI_Barrier;
import static org.javampi.MPI.MPI_COMM_WORLD;
import static org.javampi.MPI.MPI_Comm_rank;
import static org.javampi.MPI.MPI_Comm_size;
import static org.javampi.MPI.MPI_Finalize;
import static org.javampi.MPI.MPI_Init;

import java.util.List;

/**
 * All programs of the suite for this number of ranks, one after the other, as the ranks of a job.
 * Rank 0 prints the name of each program that every rank has ended; the first failure ends the job.
 */
public final class Suite {
    private Suite() {}

    /** Runs the programs from number {@code args[0]} on. */
    public static void main(String[] args) {
        MPI_Init();
        int rank = MPI_Comm_rank(MPI_COMM_WORLD);
        List<SpmdProgram> programs = SpmdProgram.forProcesses(MPI_Comm_size(MPI_COMM_WORLD));
        for (SpmdProgram program : programs.subList(Integer.parseInt(args[0]), programs.size())) {
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
