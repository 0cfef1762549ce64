package org.javampi.conformance.collectives;

import static org.javampi.MPI.*;

import java.util.Arrays;

/** Who the caller is in MPI_COMM_WORLD, and contents that tell where each item comes from. */
final class Rows {
    private Rows() {}

    static int rank() {
        return MPI_Comm_rank(MPI_COMM_WORLD);
    }

    static int size() {
        return MPI_Comm_size(MPI_COMM_WORLD);
    }

    static int item(int from, int to, int i) {
        return from * 100_000_000 + to * 1_000_000 + i;
    }

    /** {@code count} items that rank {@code from} has for rank {@code to}. */
    static int[] row(int from, int to, int count) {
        int[] row = new int[count];
        Arrays.setAll(row, i -> item(from, to, i));
        return row;
    }

    /** The rows of all {@code ranks} for {@code to}, one behind the other. */
    static int[] rows(int ranks, int to, int count) {
        int[] rows = new int[ranks * count];
        for (int from = 0; from < ranks; from++) {
            System.arraycopy(row(from, to, count), 0, rows, from * count, count);
        }
        return rows;
    }

    static int[] filled(int count, int value) {
        int[] array = new int[count];
        Arrays.fill(array, value);
        return array;
    }
}
