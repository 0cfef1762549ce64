package org.javampi.mpirun;

import static org.javampi.MPI.MPI_Abort;
import static org.javampi.MPI.MPI_COMM_WORLD;
import static org.javampi.MPI.MPI_Comm_rank;
import static org.javampi.MPI.MPI_Comm_size;
import static org.javampi.MPI.MPI_Finalize;
import static org.javampi.MPI.MPI_INT;
import static org.javampi.MPI.MPI_Init;
import static org.javampi.MPI.MPI_Recv;
import static org.javampi.MPI.MPI_STATUS_IGNORE;
import static org.javampi.MPI.MPI_Send;

import java.util.Arrays;

/**
 * A program one of whose ranks comes to an end in the way its first argument says, while the others
 * wait for it.
 */
public final class Victim {
    private static int counter;

    private Victim() {}

    /** Arguments: how, and whom. */
    public static void main(String[] args) throws Exception {
        if (args[0].equals("args")) {
            System.out.println(Arrays.toString(args));
            return;
        }
        MPI_Init(args);
        int rank = MPI_Comm_rank(MPI_COMM_WORLD);
        int size = MPI_Comm_size(MPI_COMM_WORLD);
        counter++;
        int victim = args.length > 1 ? Integer.parseInt(args[1]) : 1;
        if (args[0].equals("return") && rank == victim) {
            return;
        }
        if (rank == victim || args[0].equals("finish")) {
            end(args[0]);
        } else if (!args[0].equals("late")) {
            System.out.println("waiting " + ProcessHandle.current().pid());
            System.out.flush();
            MPI_Recv(new int[1], 1, MPI_INT, victim, 99, MPI_COMM_WORLD, MPI_STATUS_IGNORE);
        }
        MPI_Finalize();
        if (args[0].equals("late") && rank == victim) {
            System.exit(3);
        }
        if (args[0].equals("finish") && rank == size - 1) {
            System.out.print("no newline at the end, counter " + counter);
        }
    }

    private static void end(String how) throws InterruptedException {
        switch (how) {
            case "throw" -> throw new IllegalStateException("as asked");
            case "exit" -> System.exit(7);
            case "halt" -> Runtime.getRuntime().halt(9);
            case "abort" -> MPI_Abort(MPI_COMM_WORLD, 5);
            case "wrong" -> MPI_Send(new int[1], 1, MPI_INT, 1000, 0, MPI_COMM_WORLD);
            case "kill" -> {
                System.out.println("victim " + ProcessHandle.current().pid());
                System.out.flush();
                // A signal ends it. If it waited for a message, the job would end by itself, with a deadlock.
                Thread.sleep(Long.MAX_VALUE);
            }
            default -> {
                // "late" and "finish" go on.
            }
        }
    }
}
