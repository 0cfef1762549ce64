package org.javampi.benchmarks.npb;

import java.util.Arrays;

/**
 * One block of CG's matrix, row after row: a weighted sum of outer products of random sparse
 * vectors, with a shifted diagonal (NPB's makea).
 *
 * <p>A row is filled up with zeros to whole groups of entries: one loop sums it up, and its end is
 * all that the processor can guess wrong.
 */
final class CgMatrix {
    private static final double CONDITION = 0.1;

    /** Entries of a group, a power of two; {@link #sum} has a line for each. */
    private static final int GROUP = 8;

    private final int order;
    private final int nonzero;
    private final int firstRow;
    private final int rowCount;
    private final int firstColumn;
    private final int columnCount;

    /** The places and values of all vectors, each with room for one more than {@link #nonzero}. */
    private final int[] places;

    private final double[] parts;
    private final int[] lengths;

    private final int[] rowStart;
    private int[] columns;
    private double[] values;

    /** The block of these rows and columns of the matrix with this shift. */
    CgMatrix(int order, int nonzero, double shift, CgGrid grid) {
        this.order = order;
        this.nonzero = nonzero;
        firstRow = grid.firstRow;
        rowCount = grid.rowCount;
        firstColumn = grid.firstColumn;
        columnCount = grid.columnCount;
        places = new int[order * (nonzero + 1)];
        parts = new double[order * (nonzero + 1)];
        lengths = new int[order];
        rowStart = new int[rowCount + 1];
        makeVectors();
        countEntries();
        enter(shift);
        merge();
    }

    private void makeVectors() {
        RandomNumbers random = new RandomNumbers(314159265, 1);
        int power = Integer.highestOneBit(2 * order - 1);
        for (int vector = 0; vector < order; vector++) {
            int start = vector * (nonzero + 1);
            int n = 0;
            while (n < nonzero) {
                double part = random.next();
                int place = (int) (power * random.next());
                if (place < order && indexOf(place, start, n) == n) {
                    parts[start + n] = part;
                    places[start + n++] = place;
                }
            }
            int at = indexOf(vector, start, n);
            places[start + at] = vector;
            parts[start + at] = 0.5;
            lengths[vector] = Math.max(n, at + 1);
        }
    }

    private int indexOf(int place, int start, int n) {
        int i = 0;
        while (i < n && places[start + i] != place) {
            i++;
        }
        return i;
    }

    /** Lets {@code rowStart[row + 1]} be where the entries of the row begin: there they are put. */
    private void countEntries() {
        int[] counts = new int[rowCount];
        for (int vector = 0; vector < order; vector++) {
            int start = vector * (nonzero + 1);
            int end = start + lengths[vector];
            int inColumns = 0;
            for (int i = start; i < end; i++) {
                inColumns += isHere(places[i] - firstColumn, columnCount) ? 1 : 0;
            }
            for (int i = start; i < end; i++) {
                int row = places[i] - firstRow;
                if (isHere(row, rowCount)) {
                    counts[row] += inColumns;
                }
            }
        }
        int sum = 0;
        for (int row = 0; row < rowCount; row++) {
            rowStart[row + 1] = sum;
            int diagonal = isHere(row + firstRow - firstColumn, columnCount) ? 1 : 0;
            sum += wholeGroups(counts[row] + diagonal);
        }
        columns = new int[sum];
        values = new double[sum];
    }

    private static int wholeGroups(int count) {
        return (count + GROUP - 1) & -GROUP;
    }

    private static boolean isHere(int index, int count) {
        return index >= 0 && index < count;
    }

    private void enter(double shift) {
        double weight = 1;
        double ratio = Math.pow(CONDITION, 1.0 / order);
        for (int vector = 0; vector < order; vector++) {
            int start = vector * (nonzero + 1);
            int end = start + lengths[vector];
            for (int i = start; i < end; i++) {
                int column = places[i] - firstColumn;
                if (isHere(column, columnCount)) {
                    double scale = weight * parts[i];
                    for (int k = start; k < end; k++) {
                        int row = places[k] - firstRow;
                        if (isHere(row, rowCount)) {
                            enter(row, column, parts[k] * scale);
                        }
                    }
                }
            }
            weight *= ratio;
        }
        for (int row = 0; row < rowCount; row++) {
            int column = row + firstRow - firstColumn;
            if (isHere(column, columnCount)) {
                enter(row, column, CONDITION - shift);
            }
        }
    }

    private void enter(int row, int column, double value) {
        int at = rowStart[row + 1]++;
        columns[at] = column;
        values[at] = value;
    }

    /** Adds up what has been entered at the same place, and sorts each row by columns. */
    private void merge() {
        double[] sums = new double[columnCount];
        int from = 0;
        int to = 0;
        for (int row = 0; row < rowCount; row++) {
            int end = rowStart[row + 1];
            for (int i = from; i < end; i++) {
                sums[columns[i]] += values[i];
            }
            Arrays.sort(columns, from, end);
            for (int i = from; i < end; i++) {
                int column = columns[i];
                if (sums[column] != 0) {
                    columns[to] = column;
                    values[to++] = sums[column];
                    sums[column] = 0;
                }
            }
            for (; to % GROUP != 0; to++) {
                columns[to] = columns[to - 1];
                values[to] = 0;
            }
            from = wholeGroups(end);
            rowStart[row + 1] = to;
        }
        columns = Arrays.copyOf(columns, to);
        values = Arrays.copyOf(values, to);
    }

    /** The block's product with a vector: {@code product = block * vector}. */
    void multiply(double[] vector, double[] product) {
        int[] rowStart = this.rowStart;
        int[] columns = this.columns;
        double[] values = this.values;
        int rows = rowCount;
        for (int row = 0; row < rows; row++) {
            product[row] = sum(columns, values, rowStart[row], rowStart[row + 1], vector);
        }
    }

    /** One row's, in four sums, because one alone would wait for each of its additions. */
    private static double sum(int[] columns, double[] values, int from, int to, double[] vector) {
        double sum0 = 0;
        double sum1 = 0;
        double sum2 = 0;
        double sum3 = 0;
        for (int k = from; k < to; k += GROUP) {
            sum0 += values[k] * vector[columns[k]];
            sum1 += values[k + 1] * vector[columns[k + 1]];
            sum2 += values[k + 2] * vector[columns[k + 2]];
            sum3 += values[k + 3] * vector[columns[k + 3]];
            sum0 += values[k + 4] * vector[columns[k + 4]];
            sum1 += values[k + 5] * vector[columns[k + 5]];
            sum2 += values[k + 6] * vector[columns[k + 6]];
            sum3 += values[k + 7] * vector[columns[k + 7]];
        }
        return sum0 + sum1 + (sum2 + sum3);
    }
}
