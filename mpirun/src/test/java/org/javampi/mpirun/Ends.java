package org.javampi.mpirun;

import static org.javampi.MPI.MPI_Abort;
import static org.javampi.MPI.MPI_Barrier;
import static org.javampi.MPI.MPI_COMM_WORLD;
import static org.javampi.MPI.MPI_Comm_rank;
import static org.javampi.MPI.MPI_Finalize;
import static org.javampi.MPI.MPI_Init;

import java.io.IOException;

/** A program that ends in many ways. */
final class Ends {
    private Ends() {}

    /** Its first argument says how. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        if (arguments[0].equals("absent") && System.getenv("JAVAMPI_VM").equals("1")) {
            return;
        }
        MPI_Init(arguments);
        int rank = MPI_Comm_rank(MPI_COMM_WORLD);
        switch (arguments[0]) {
            case "abort" -> {
                MPI_Barrier(MPI_COMM_WORLD);
                if (rank == 1) {
                    MPI_Abort(MPI_COMM_WORLD, Integer.parseInt(arguments[1]));
                }
                MPI_Barrier(MPI_COMM_WORLD);
            }
            case "exit" -> {
                if (rank == 1) {
                    System.exit(Integer.parseInt(arguments[1]));
                }
                MPI_Barrier(MPI_COMM_WORLD);
            }
            case "child" -> new ProcessBuilder("sleep", "600").inheritIO().start();
            case "thread" -> {
                Thread thread = new Thread(
                        () -> {
                            throw new IllegalStateException("in a thread");
                        },
                        "worker");
                thread.start();
                thread.join();
            }
            case "other" -> {
                new Thread(Ends::goOn, "application").start();
                return;
            }
            case "read" -> System.out.println(rank + " read " + new String(System.in.readAllBytes()).length());
            case "deep" -> {
                if (rank == 1) {
                    deep(0);
                }
                MPI_Barrier(MPI_COMM_WORLD);
            }
            default -> MPI_Barrier(MPI_COMM_WORLD);
        }
        MPI_Finalize();
    }

    private static int deep(int level) {
        return 1 + deep(level + 1);
    }

    private static void goOn() {
        MPI_Barrier(MPI_COMM_WORLD);
        System.out.println("went on");
        MPI_Finalize();
    }
}
