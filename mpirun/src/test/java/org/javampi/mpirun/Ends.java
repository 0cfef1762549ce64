package org.javampi.mpirun;

import static org.javampi.MPI.MPI_Abort;
import static org.javampi.MPI.MPI_Barrier;
import static org.javampi.MPI.MPI_COMM_WORLD;
import static org.javampi.MPI.MPI_Comm_dup;
import static org.javampi.MPI.MPI_Comm_rank;
import static org.javampi.MPI.MPI_Finalize;
import static org.javampi.MPI.MPI_INT;
import static org.javampi.MPI.MPI_Init;
import static org.javampi.MPI.MPI_Recv;
import static org.javampi.MPI.MPI_STATUS_IGNORE;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

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
            case "return" -> {
                if (rank == 1) {
                    return;
                }
                MPI_Barrier(MPI_COMM_WORLD);
            }
            case "throw" -> throw new IllegalStateException("in main");
            case "kill" -> {
                String own = Long.toString(ProcessHandle.current().pid());
                new ProcessBuilder("kill", "-9", own).start().waitFor();
            }
            case "deadlock" -> MPI_Recv(new int[1], 1, MPI_INT, 1 - rank, 1, MPI_COMM_WORLD, MPI_STATUS_IGNORE);
            case "leak" -> MPI_Comm_dup(MPI_COMM_WORLD);
            case "late" -> {
                MPI_Finalize();
                Runtime.getRuntime().halt(4);
            }
            case "left" -> {
                MPI_Finalize();
                System.out.println("left " + rank);
                if (rank == 0) {
                    // Longer than any test lasts: the launcher's time limit ends it.
                    Thread.sleep(3_600_000);
                }
                return;
            }
            case "child" -> new ProcessBuilder("sleep", "600").inheritIO().start();
            case "orphan" -> {
                Process child = new ProcessBuilder("sleep", "600").inheritIO().start();
                System.out.println(child.pid());
                throw new IllegalStateException("its child runs on");
            }
            case "say" -> System.out.println("said");
            case "say and exit" -> {
                System.out.println("said");
                MPI_Barrier(MPI_COMM_WORLD);
                System.exit(7);
            }
            case "lines" -> {
                while (true) {
                    System.out.println("line");
                }
            }
            case "thread" -> {
                Thread thread = new Thread(
                        () -> {
                            throw new IllegalStateException("in a thread");
                        },
                        "worker");
                thread.start();
                thread.join();
            }
            case "memory" -> {
                Thread thread = new Thread(Ends::fill, "filler");
                thread.start();
                thread.join();
                MPI_Barrier(MPI_COMM_WORLD);
                System.out.println("went on");
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

    private static void fill() {
        for (List<long[]> all = new ArrayList<>(); ; ) {
            all.add(new long[1 << 20]);
        }
    }

    private static void goOn() {
        MPI_Barrier(MPI_COMM_WORLD);
        System.out.println("went on");
        MPI_Finalize();
    }
}
