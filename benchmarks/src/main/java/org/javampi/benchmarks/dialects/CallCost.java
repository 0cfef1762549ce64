package org.javampi.benchmarks.dialects;

import static org.javampi.MPI.*;

import java.util.Arrays;
import java.util.Locale;
import mpi.MPI;
import mpi.Request;
import org.javampi.MPI_Comm;
import org.javampi.MPI_Request;
import org.javampi.MPI_Status;

/** What calls cost in both dialects beside the C-shaped form, on one rank: nanoseconds, measured in turn. */
public final class CallCost {
    private static final int ROUNDS = 41;
    private static final int TIMES = 20_000;
    private static final int WARM_ROUNDS = 20;

    private final int[] data = new int[2];
    private final int[] result = new int[2];
    private final MPI_Status status = new MPI_Status();
    private final MPI_Request[] requests = new MPI_Request[1];
    private final boolean[] flag = new boolean[1];
    private final MPI_Comm world = MPI_COMM_WORLD;

    private CallCost() {}

    /** Runs as the only rank. */
    public static void main(String[] args) {
        MPI.Init(args);
        new CallCost().run();
        MPI.Finalize();
    }

    private void run() {
        System.out.println("ns per call                        C form   mpiJava   Open MPI   (median of " + ROUNDS
                + " rounds in turn)");
        compare(
                "Send of 8 bytes to PROC_NULL",
                times -> {
                    for (int i = 0; i < times; i++) {
                        MPI_Send(data, 2, MPI_INT, MPI_PROC_NULL, 1, world);
                    }
                },
                times -> {
                    for (int i = 0; i < times; i++) {
                        MPI.COMM_WORLD.Send(data, 0, 2, MPI.INT, MPI.PROC_NULL, 1);
                    }
                },
                times -> {
                    for (int i = 0; i < times; i++) {
                        MPI.COMM_WORLD.send(data, 2, MPI.INT, MPI.PROC_NULL, 1);
                    }
                });
        compare(
                "Recv of PROC_NULL, with status",
                times -> {
                    for (int i = 0; i < times; i++) {
                        MPI_Recv(data, 2, MPI_INT, MPI_PROC_NULL, 1, world, status);
                    }
                },
                times -> {
                    for (int i = 0; i < times; i++) {
                        MPI.COMM_WORLD.Recv(data, 0, 2, MPI.INT, MPI.PROC_NULL, 1);
                    }
                },
                times -> {
                    for (int i = 0; i < times; i++) {
                        MPI.COMM_WORLD.recv(data, 2, MPI.INT, MPI.PROC_NULL, 1);
                    }
                });
        compare(
                "Isend to itself, Recv, Wait",
                times -> {
                    for (int i = 0; i < times; i++) {
                        MPI_Isend(data, 2, MPI_INT, 0, 1, world, requests);
                        MPI_Recv(result, 2, MPI_INT, 0, 1, world, status);
                        MPI_Wait(requests, status);
                    }
                },
                times -> {
                    for (int i = 0; i < times; i++) {
                        Request request = MPI.COMM_WORLD.Isend(data, 0, 2, MPI.INT, 0, 1);
                        MPI.COMM_WORLD.Recv(result, 0, 2, MPI.INT, 0, 1);
                        request.Wait();
                    }
                },
                times -> {
                    for (int i = 0; i < times; i++) {
                        Request request = MPI.COMM_WORLD.iSend(data, 2, MPI.INT, 0, 1);
                        MPI.COMM_WORLD.recv(result, 2, MPI.INT, 0, 1);
                        request.waitStatus();
                    }
                });
        compare(
                "Iprobe, nothing there",
                times -> {
                    for (int i = 0; i < times; i++) {
                        MPI_Iprobe(MPI_ANY_SOURCE, 1, world, flag, status);
                    }
                },
                times -> {
                    for (int i = 0; i < times; i++) {
                        MPI.COMM_WORLD.Iprobe(MPI.ANY_SOURCE, 1);
                    }
                },
                times -> {
                    for (int i = 0; i < times; i++) {
                        MPI.COMM_WORLD.iProbe(MPI.ANY_SOURCE, 1);
                    }
                });
        compare(
                "Allreduce of 2 ints",
                times -> {
                    for (int i = 0; i < times; i++) {
                        MPI_Allreduce(data, result, 2, MPI_INT, MPI_SUM, world);
                    }
                },
                times -> {
                    for (int i = 0; i < times; i++) {
                        MPI.COMM_WORLD.Allreduce(data, 0, result, 0, 2, MPI.INT, MPI.SUM);
                    }
                },
                times -> {
                    for (int i = 0; i < times; i++) {
                        MPI.COMM_WORLD.allReduce(data, result, 2, MPI.INT, MPI.SUM);
                    }
                });
    }

    private static void compare(String what, Form... forms) {
        double[][] ns = new double[forms.length][ROUNDS];
        for (int round = -WARM_ROUNDS; round < ROUNDS; round++) {
            for (int form = 0; form < forms.length; form++) {
                long start = System.nanoTime();
                forms[form].call(TIMES);
                double each = (System.nanoTime() - start) / (double) TIMES;
                if (round >= 0) {
                    ns[form][round] = each;
                }
            }
        }
        StringBuilder line = new StringBuilder(what + " ".repeat(34 - what.length()));
        for (double[] one : ns) {
            Arrays.sort(one);
            line.append(String.format(Locale.ROOT, "%8.1f", one[ROUNDS / 2])).append("  ");
        }
        System.out.println(line);
    }

    /** A call in one of the forms. */
    @FunctionalInterface
    private interface Form {
        void call(int times);
    }
}
