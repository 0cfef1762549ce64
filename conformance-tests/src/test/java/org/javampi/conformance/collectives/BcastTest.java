package org.javampi.conformance.collectives;

import static org.javampi.MPI.*;
import static org.javampi.conformance.collectives.Rows.*;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Random;
import org.javampi.MPI_Datatype;
import org.javampi.conformance.harness.Rule;
import org.javampi.conformance.harness.Spmd;

/** One rank's data at all (MPI-1.1 §4.4). */
class BcastTest {
    @Spmd({1, 2, 3, 4, 5, 8})
    @Rule({"COL-014"})
    void shouldCopyTheRootsBytesAndLeaveThemAsTheyWere() {
        for (int bytes : new int[] {0, 1, 255, 16_383, 16_384, 65_537, 1 << 20}) {
            byte[] expected = new byte[bytes];
            for (int root = 0; root < size(); root++) {
                new Random(bytes + root).nextBytes(expected);
                byte[] data = rank() == root ? expected.clone() : new byte[bytes];
                MPI_Bcast(data, bytes, MPI_BYTE, root, MPI_COMM_WORLD);
                assertArrayEquals(expected, data);
            }
        }
    }

    @Spmd({2, 3})
    @Rule({"COL-014"})
    void shouldCopySixteenMebibytes() {
        double[] expected = new Random(4).doubles(1 << 21).toArray();
        double[] data = rank() == 1 ? expected.clone() : new double[1 << 21];
        MPI_Bcast(data, 1 << 21, MPI_DOUBLE, 1, MPI_COMM_WORLD);
        assertArrayEquals(expected, data);
    }

    @Spmd({2, 3})
    @Rule({"COL-014"})
    void shouldCopyEveryKindOfBuffer() {
        int root = size() - 1;
        boolean here = rank() == root;
        short[] shorts = here ? new short[] {1, -2} : new short[2];
        MPI_Bcast(shorts, 2, MPI_SHORT, root, MPI_COMM_WORLD);
        assertArrayEquals(new short[] {1, -2}, shorts);
        char[] chars = here ? "\u20acx".toCharArray() : new char[2];
        MPI_Bcast(chars, 2, MPI_WCHAR, root, MPI_COMM_WORLD);
        assertArrayEquals("\u20acx".toCharArray(), chars);
        boolean[] flags = {here, false, here};
        MPI_Bcast(flags, 3, MPI_C_BOOL, root, MPI_COMM_WORLD);
        assertArrayEquals(new boolean[] {true, false, true}, flags);
        float[] floats = here ? new float[] {0, 1.5f, 2.5f} : new float[3];
        MPI_Bcast(at(floats, 1), 2, MPI_FLOAT, root, MPI_COMM_WORLD);
        assertArrayEquals(new float[] {0, 1.5f, 2.5f}, floats);
        ByteBuffer direct =
                ByteBuffer.allocateDirect(24).order(ByteOrder.nativeOrder()).position(8);
        direct.putLong(8, here ? Long.MIN_VALUE + 5 : 0);
        direct.putLong(16, here ? 77 : 0);
        MPI_Bcast(direct, 2, MPI_LONG, root, MPI_COMM_WORLD);
        assertArrayEquals(
                new long[] {0, Long.MIN_VALUE + 5, 77},
                new long[] {direct.getLong(0), direct.getLong(8), direct.getLong(16)});
    }

    @Spmd({2, 3, 4})
    @Rule({"COL-008", "COL-014"})
    void shouldJoinTypesOfDifferentLayoutAndOneSignature() {
        for (int count : new int[] {3, 30_000}) {
            MPI_Datatype strided = MPI_Type_vector(count, 1, 2, MPI_INT);
            MPI_Type_commit(strided);
            for (int root = 0; root < size(); root++) {
                if ((rank() + root) % 2 == 0) {
                    int[] spread = filled(2 * count, -1);
                    int[] expected = spread.clone();
                    for (int i = 0; i < count; i++) {
                        expected[2 * i] = item(root, 1, i);
                        spread[2 * i] = rank() == root ? expected[2 * i] : 0;
                    }
                    MPI_Bcast(spread, 1, strided, root, MPI_COMM_WORLD);
                    assertArrayEquals(expected, spread);
                } else {
                    int[] dense = rank() == root ? row(root, 1, count) : new int[count];
                    MPI_Bcast(dense, count, MPI_INT, root, MPI_COMM_WORLD);
                    assertArrayEquals(row(root, 1, count), dense);
                }
            }
            MPI_Type_free(strided);
        }
    }

    @Spmd({2, 4})
    @Rule({"COL-028"})
    void shouldMoveWhatAbsoluteAddressesName() {
        int[] ints = new int[3];
        double[] doubles = new double[2];
        if (rank() == 0) {
            Arrays.fill(ints, 42);
            Arrays.fill(doubles, 0.5);
        }
        long[] places = {MPI_Address(at(ints, 1)), MPI_Address(doubles)};
        MPI_Datatype both = MPI_Type_struct(2, new int[] {2, 2}, places, new MPI_Datatype[] {MPI_INT, MPI_DOUBLE});
        MPI_Type_commit(both);
        MPI_Bcast(MPI_BOTTOM, 1, both, 0, MPI_COMM_WORLD);
        assertArrayEquals(new int[] {rank() == 0 ? 42 : 0, 42, 42}, ints);
        assertArrayEquals(new double[] {0.5, 0.5}, doubles);
        MPI_Datatype pair = MPI_Type_hindexed(1, new int[] {2}, new long[] {MPI_Address(at(ints, 1))}, MPI_INT);
        MPI_Type_commit(pair);
        int[] all = new int[2 * size()];
        MPI_Allgather(MPI_BOTTOM, 1, pair, all, 2, MPI_INT, MPI_COMM_WORLD);
        assertArrayEquals(filled(2 * size(), 42), all);
        MPI_Type_free(pair);
        MPI_Type_free(both);
    }
}
