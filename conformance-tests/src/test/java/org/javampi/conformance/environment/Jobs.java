package org.javampi.conformance.environment;

import static org.javampi.MPI.*;

import org.javampi.MPI_Request;
import org.javampi.MPI_Status;

/** Programs that are jobs of their own: what they do is named by the first argument. */
public final class Jobs {
    private Jobs() {}

    /** Runs one of them. */
    public static void main(String[] args) {
        boolean early = MPI_Initialized();
        int version = version();
        int constant = MPI_ANY_TAG;
        MPI_Init(args);
        int rank = MPI_Comm_rank(MPI_COMM_WORLD);
        switch (args[0]) {
            case "error" -> {
                if (rank == 0) {
                    MPI_Send(new int[1], 1, MPI_INT, 1000, 1, MPI_COMM_WORLD);
                }
                MPI_Recv(new int[1], 1, MPI_INT, MPI_ANY_SOURCE, 1, MPI_COMM_WORLD, MPI_STATUS_IGNORE);
            }
            case "abort" -> {
                if (rank == 1) {
                    MPI_Abort(MPI_COMM_WORLD, 42);
                }
                MPI_Barrier(MPI_COMM_WORLD);
            }
            case "late" -> late(rank, Integer.parseInt(args[1]));
            case "mimd" -> mimd(rank);
            default -> MPI_Barrier(MPI_COMM_WORLD);
        }
        MPI_Finalize();
        boolean stable = constant == MPI_ANY_TAG && MPI_Initialized() && MPI_Finalized();
        int after = version();
        if (rank == 0) {
            System.out.println("early " + early + ", stable " + stable + ", version " + version + " " + after);
        }
        if (args[0].equals("exit") && rank == 1) {
            System.exit(3);
        }
    }

    private static int version() {
        int[] version = new int[1];
        int[] subversion = new int[1];
        MPI_Get_version(version, subversion);
        return 10 * version[0] + subversion[0];
    }

    /** The sender leaves at once; the receiver receives when the sender is in MPI_Finalize. */
    private static void late(int rank, int bytes) {
        if (rank == 0) {
            MPI_Buffer_attach(new byte[bytes + MPI_BSEND_OVERHEAD], bytes + MPI_BSEND_OVERHEAD);
            byte[] data = new byte[bytes];
            data[bytes - 1] = 9;
            MPI_Bsend(data, bytes, MPI_BYTE, 1, 1, MPI_COMM_WORLD);
        } else {
            long end = System.nanoTime() + 200_000_000L;
            while (System.nanoTime() < end) {
                Thread.onSpinWait();
            }
            byte[] data = new byte[bytes];
            MPI_Recv(data, bytes, MPI_BYTE, 0, 1, MPI_COMM_WORLD, MPI_STATUS_IGNORE);
            System.out.println("got " + data[bytes - 1]);
        }
    }

    private static void mimd(int rank) {
        MPI_Status status = new MPI_Status();
        if (rank == 0) {
            int[] sum = {0};
            int[] word = new int[1];
            for (int i = 1; i < MPI_Comm_size(MPI_COMM_WORLD); i++) {
                MPI_Recv(word, 1, MPI_INT, MPI_ANY_SOURCE, 0, MPI_COMM_WORLD, status);
                sum[0] += word[0];
            }
            System.out.println("sum " + sum[0]);
        } else {
            MPI_Request send = MPI_Isend(new int[] {rank}, 1, MPI_INT, 0, 0, MPI_COMM_WORLD);
            MPI_Wait(send, status);
        }
    }
}
