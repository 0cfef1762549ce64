package org.javampi.mpirun;

import static org.javampi.MPI.*;

/** The heap of rank 1 is full for a moment, or for ever ("kept"), while the launcher and this JVM go on talking. */
public final class FullHeap {
    private static final int[] SIZES = {1 << 20, 1 << 16, 1 << 12, 256, 16};
    private static final long FULL_NS = 1_000_000_000;
    private static final int LINES = 3_000;

    private static Object[] kept = new Object[1 << 20];
    private static int count;

    private FullHeap() {}

    /** What the launcher calls. */
    public static void main(String[] args) {
        MPI_Init();
        if (MPI_Comm_rank(MPI_COMM_WORLD) == 1) {
            // Now: a text of the program takes memory when it is used first.
            boolean isForAMoment = args[0].equals("moment");
            say();
            fill();
            long end = System.nanoTime() + FULL_NS;
            while (System.nanoTime() < end) {
                Thread.onSpinWait();
            }
            if (isForAMoment) {
                kept = null;
                say();
                System.out.println("all said");
            } else {
                throw new IllegalStateException("full");
            }
        }
        MPI_Barrier(MPI_COMM_WORLD);
        MPI_Finalize();
    }

    private static void say() {
        String line = "x".repeat(500);
        for (int i = 0; i < LINES; i++) {
            System.out.println(line);
        }
    }

    private static void fill() {
        for (int size : SIZES) {
            try {
                while (true) {
                    kept[count] = new byte[size];
                    count++;
                }
            } catch (OutOfMemoryError full) {
                // Smaller ones fit.
                continue;
            }
        }
    }
}
