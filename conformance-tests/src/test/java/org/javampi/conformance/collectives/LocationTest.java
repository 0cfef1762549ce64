package org.javampi.conformance.collectives;

import static org.javampi.MPI.*;
import static org.javampi.conformance.collectives.Rows.*;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.javampi.MPI_Datatype;
import org.javampi.MPI_Op;
import org.javampi.conformance.harness.Rule;
import org.javampi.conformance.harness.Spmd;

/** MPI_MINLOC and MPI_MAXLOC (MPI-1.1 §4.9.3). */
class LocationTest {
    /** A pair type in raw memory: how values are written, and where the index lies. */
    private record Pair(MPI_Datatype type, Writer writer, int indexAt, int extent) {
        ByteBuffer of(int value, int index) {
            ByteBuffer memory = ByteBuffer.allocate(extent).order(ByteOrder.nativeOrder());
            writer.write(memory, value);
            return memory.putInt(indexAt, index);
        }
    }

    private interface Writer {
        void write(ByteBuffer memory, int value);
    }

    private static final Pair[] PAIRS = {
        new Pair(MPI_2INT, (m, v) -> m.putInt(0, v), 4, 8),
        new Pair(MPI_FLOAT_INT, (m, v) -> m.putFloat(0, v), 4, 8),
        new Pair(MPI_DOUBLE_INT, (m, v) -> m.putDouble(0, v), 8, 16),
        new Pair(MPI_LONG_INT, (m, v) -> m.putLong(0, v), 8, 16),
        new Pair(MPI_SHORT_INT, (m, v) -> m.putShort(0, (short) v), 4, 8),
        new Pair(MPI_LONG_DOUBLE_INT, (m, v) -> m.putDouble(0, v), 8, 16),
    };

    private static void check(Pair pair, MPI_Op op, int value, int index, int wanted, int at) {
        for (int root = 0; root < size(); root++) {
            ByteBuffer result = ByteBuffer.allocate(pair.extent).order(ByteOrder.nativeOrder());
            MPI_Reduce(pair.of(value, index), result, 1, pair.type, op, root, MPI_COMM_WORLD);
            if (rank() == root) {
                assertEquals(pair.of(wanted, at), result, () -> pair.type + " " + op);
            }
        }
        ByteBuffer result = ByteBuffer.allocate(pair.extent).order(ByteOrder.nativeOrder());
        MPI_Allreduce(pair.of(value, index), result, 1, pair.type, op, MPI_COMM_WORLD);
        assertEquals(pair.of(wanted, at), result, () -> pair.type + " " + op);
    }

    @Spmd({1, 2, 3, 5, 8})
    @Rule({"RED-008"})
    void shouldTakeTheSmallestIndexOfEqualValues() {
        for (Pair pair : PAIRS) {
            for (MPI_Op op : new MPI_Op[] {MPI_MAXLOC, MPI_MINLOC}) {
                check(pair, op, 7, rank(), 7, 0);
                check(pair, op, 7, 100 - rank(), 7, 101 - size());
                check(pair, op, -7, rank() - 50, -7, -50);
            }
        }
    }

    @Spmd({2, 3, 5, 8})
    @Rule({"RED-008", "RED-009"})
    void shouldFindTheValueAndItsIndexExactly() {
        int large = Integer.MAX_VALUE;
        for (Pair pair : PAIRS) {
            for (int winner = 0; winner < size(); winner++) {
                boolean here = rank() == winner;
                check(pair, MPI_MAXLOC, here ? 5 : -5, large - rank(), 5, large - winner);
                check(pair, MPI_MINLOC, here ? -5 : 5, large - rank(), -5, large - winner);
            }
        }
    }

    @Spmd({1, 2, 3, 5})
    @Rule({"RED-008"})
    void shouldServeFortransPairs() {
        float[] reals = {rank() % 2, 100 - rank(), 4, rank()};
        float[] found = new float[4];
        MPI_Allreduce(reals, found, 2, MPI_2REAL, MPI_MAXLOC, MPI_COMM_WORLD);
        int lastOdd = size() / 2 * 2 - 1;
        int lastEven = (size() - 1) / 2 * 2;
        float[] max = {size() > 1 ? 1 : 0, 100 - (size() > 1 ? lastOdd : 0), 4, 0};
        assertArrayEquals(max, found);
        double[] doubles = {rank() % 2, 100 - rank(), 4, rank()};
        double[] least = new double[4];
        MPI_Allreduce(doubles, least, 2, MPI_2DOUBLE_PRECISION, MPI_MINLOC, MPI_COMM_WORLD);
        assertArrayEquals(new double[] {0, 100 - lastEven, 4, 0}, least);
    }

    @Spmd({2, 4})
    @Rule({"RED-008", "RED-009", "RED-023"})
    void shouldScanAndScatterPairsToo() {
        int[] mine = new int[2 * size()];
        for (int i = 0; i < size(); i++) {
            mine[2 * i] = (rank() * 3 + i) % 4;
            mine[2 * i + 1] = rank();
        }
        int[] scanned = new int[2 * size()];
        MPI_Scan(mine, scanned, size(), MPI_2INT, MPI_MAXLOC, MPI_COMM_WORLD);
        int[] segment = new int[2];
        MPI_Reduce_scatter(mine, segment, filled(size(), 1), MPI_2INT, MPI_MAXLOC, MPI_COMM_WORLD);
        for (int i = 0; i < size(); i++) {
            assertEquals(winner(i, rank() + 1), scanned[2 * i + 1]);
            assertEquals((winner(i, rank() + 1) * 3 + i) % 4, scanned[2 * i]);
        }
        assertEquals(winner(rank(), size()), segment[1]);
    }

    private static int winner(int item, int ranks) {
        int best = 0;
        for (int r = 1; r < ranks; r++) {
            if ((r * 3 + item) % 4 > (best * 3 + item) % 4) {
                best = r;
            }
        }
        return best;
    }
}
