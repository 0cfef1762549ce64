package org.javampi.conformance.compat;

import java.nio.IntBuffer;
import java.util.Arrays;
import java.util.List;
import mpi.CartComm;
import mpi.Comm;
import mpi.Intracomm;
import mpi.MPI;
import mpi.Request;
import mpi.Status;

/** A program of the other dialects, as a job: what it does is named by the last argument. */
public final class OldProgram {
    /** Each rank's own, also where ranks share a JVM. */
    private static int total;

    private OldProgram() {}

    /** Runs one of them. */
    public static void main(String[] args) throws InterruptedException {
        if (MPI.COMM_WORLD != null || MPI.Initialized()) {
            throw new AssertionError("a world before Init");
        }
        String[] own = MPI.Init(args);
        switch (own[own.length - 1]) {
            case "arguments" -> print(Arrays.toString(args) + " " + Arrays.toString(own));
            case "objects" -> objects();
            case "dialects" -> dialects();
            case "again" -> again();
            case "threads" -> threads();
            case "skip" -> print(args[3]);
            case "error" -> MPI.COMM_WORLD.Send(new int[1], 0, 1, MPI.INT, 1000, 0);
            default -> throw new AssertionError(own[own.length - 1]);
        }
        MPI.Finalize();
        System.exit(0);
    }

    private static void print(String text) {
        if (MPI.COMM_WORLD.Rank() == 0) {
            System.out.println(text);
        }
    }

    private static void objects() {
        int me = MPI.COMM_WORLD.Rank();
        int size = MPI.COMM_WORLD.Size();
        Object[] all = new Object[size];
        MPI.COMM_WORLD.Gather(new Object[] {List.of(me, "r" + me)}, 0, 1, MPI.OBJECT, all, 0, 1, MPI.OBJECT, 0);
        double[] large = new double[200_000];
        large[199_999] = me;
        Object[] got = new Object[1];
        Request receive = MPI.COMM_WORLD.Irecv(got, 0, 1, MPI.OBJECT, (me + size - 1) % size, 1);
        MPI.COMM_WORLD.Send(new Object[] {large}, 0, 1, MPI.OBJECT, (me + 1) % size, 1);
        receive.Wait();
        total += (int) ((double[]) got[0])[199_999];
        int[] sum = new int[1];
        MPI.COMM_WORLD.Reduce(new int[] {total}, 0, sum, 0, 1, MPI.INT, MPI.SUM, 0);
        print(Arrays.toString(all) + " " + sum[0]);
    }

    private static void dialects() {
        CartComm ring = MPI.COMM_WORLD.createCart(new int[] {MPI.COMM_WORLD.getSize()}, new boolean[] {true}, false);
        IntBuffer in = MPI.newIntBuffer(1);
        Request receive = ring.iRecv(in, 1, MPI.INT, ring.shift(0, 1).getRankSource(), 0);
        ring.Send(new int[] {ring.Rank()}, 0, 1, MPI.INT, ring.Shift(0, 1).rank_dest, 0);
        Status status = receive.waitStatus();
        int[] sum = {in.get(0) + status.getCount(MPI.INT)};
        Comm same = ring;
        same.allReduce(sum, 1, MPI.INT, MPI.SUM);
        Intracomm copy = (Intracomm) same.clone();
        copy.Barrier();
        print("sum " + sum[0]);
    }

    private static void again() {
        for (int session = 1; session <= 3; session++) {
            int[] sum = new int[1];
            MPI.COMM_WORLD.Allreduce(new int[] {session}, 0, sum, 0, 1, MPI.INT, MPI.SUM);
            print("session " + session + " sum " + sum[0]);
            if (session < 3) {
                MPI.Finalize();
                MPI.Init(null);
            }
        }
    }

    /** Rank 0 receives in a second thread from whichever rank sends. */
    private static void threads() throws InterruptedException {
        int others = MPI.COMM_WORLD.Size() - 1;
        if (MPI.COMM_WORLD.Rank() == 0) {
            int[] got = new int[1];
            Thread receiver = new Thread(() -> {
                for (int i = 0; i < others; i++) {
                    MPI.COMM_WORLD.Recv(got, 0, 1, MPI.INT, MPI.ANY_SOURCE, MPI.ANY_TAG);
                    total += got[0];
                }
            });
            receiver.start();
            receiver.join();
            print("total " + total);
        } else {
            MPI.COMM_WORLD.Send(new int[] {MPI.COMM_WORLD.Rank()}, 0, 1, MPI.INT, 0, 7);
        }
    }
}
