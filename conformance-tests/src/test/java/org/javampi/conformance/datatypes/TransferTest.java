package org.javampi.conformance.datatypes;

import static org.javampi.MPI.*;
import static org.javampi.conformance.datatypes.Types.*;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import org.javampi.MPI_Datatype;
import org.javampi.MPI_Status;
import org.javampi.conformance.harness.Rule;
import org.javampi.conformance.harness.Spmd;

/** Messages of derived types: matching, lengths, gaps (MPI-1.1 §3.3 and §3.12). */
class TransferTest {
    private static int rank() {
        return MPI_Comm_rank(MPI_COMM_WORLD);
    }

    /** Rank 0 sends, rank 1 receives and answers the status. */
    private static MPI_Status pass(
            Object out, int outCount, MPI_Datatype outType, Object in, int inCount, MPI_Datatype inType) {
        MPI_Status status = new MPI_Status();
        if (rank() == 0) {
            MPI_Send(out, outCount, outType, 1, 1, MPI_COMM_WORLD);
        } else {
            MPI_Recv(in, inCount, inType, 0, 1, MPI_COMM_WORLD, status);
        }
        return status;
    }

    private static int[] numbers(int n) {
        int[] all = new int[n];
        Arrays.setAll(all, i -> i + 1);
        return all;
    }

    @Spmd
    @Rule({"TYP-004", "TYP-005", "DDT-017", "DDT-041"})
    void shouldMatchBySignatureAlone() {
        MPI_Datatype two = commit(MPI_Type_contiguous(2, MPI_INT));
        MPI_Datatype[] types = {
            MPI_INT,
            two,
            commit(MPI_Type_contiguous(2, two)),
            commit(MPI_Type_contiguous(4, MPI_INT)),
            commit(MPI_Type_vector(2, 2, 3, MPI_INT)),
            commit(bounded(-3, 24))
        };
        int[] counts = {4, 2, 1, 1, 1, 4};
        int[] expected = {1, 2, 3, 4};
        for (int i = 0; i < types.length; i++) {
            for (int j = 0; j < types.length; j++) {
                int[] out = spread(types[i], counts[i], expected);
                byte[] in = new byte[200];
                pass(ints(out), counts[i], types[i], at(in, 40), counts[j], types[j]);
                if (rank() == 1) {
                    int[] got = intsOf(pack(at(in, 40), counts[j], types[j]));
                    assertArrayEquals(expected, got, i + " to " + j);
                }
            }
        }
        for (int i = 1; i < types.length; i++) {
            free(types[i]);
        }
    }

    /** Memory in which {@code count} items of {@code type} are {@code values}. */
    private static int[] spread(MPI_Datatype type, int count, int[] values) {
        int[] memory = new int[60];
        byte[] packed = new byte[values.length * 4];
        ByteBuffer.wrap(packed).order(ByteOrder.nativeOrder()).asIntBuffer().put(values);
        ByteBuffer bytes = ByteBuffer.allocate(240).order(ByteOrder.nativeOrder());
        MPI_Unpack(packed, packed.length, new int[1], bytes, count, type, MPI_COMM_SELF);
        bytes.asIntBuffer().get(memory);
        return memory;
    }

    private static ByteBuffer ints(int[] memory) {
        ByteBuffer bytes = ByteBuffer.allocate(memory.length * 4).order(ByteOrder.nativeOrder());
        bytes.asIntBuffer().put(memory);
        return bytes;
    }

    @Spmd
    @Rule({"TYP-007", "TYP-008", "TYP-009", "TYP-015", "TYP-017", "TYP-011", "PRB-011"})
    void shouldCountWholeItemsAndElements() {
        MPI_Datatype two = commit(MPI_Type_contiguous(2, MPI_INT));
        for (int n = 0; n <= 6; n++) {
            if (rank() == 0) {
                MPI_Send(numbers(6), n, MPI_INT, 1, 1, MPI_COMM_WORLD);
                continue;
            }
            int[] in = new int[6];
            MPI_Status probed = MPI_Probe(0, 1, MPI_COMM_WORLD);
            MPI_Status status = new MPI_Status();
            MPI_Recv(in, 3, two, 0, 1, MPI_COMM_WORLD, status);
            for (MPI_Status s : new MPI_Status[] {probed, status}) {
                for (int query = 0; query < 2; query++) {
                    assertEquals(n % 2 == 0 ? n / 2 : MPI_UNDEFINED, MPI_Get_count(s, two));
                    assertEquals(n, MPI_Get_elements(s, two));
                    assertEquals(n, MPI_Get_count(s, MPI_INT));
                    assertEquals(n, MPI_Get_elements(s, MPI_INT));
                    assertEquals(4 * n, MPI_Get_count(s, MPI_BYTE));
                }
            }
            int[] expected = new int[6];
            System.arraycopy(numbers(6), 0, expected, 0, n);
            assertArrayEquals(expected, in);
        }
        free(two);
    }

    @Spmd
    @Rule({"TYP-010", "TYP-012"})
    void shouldCountTheElementsOfUnequalMembers() {
        MPI_Datatype mixed = commit(struct(new int[] {1, 1, 1}, new long[] {0, 8, 16}, MPI_INT, MPI_DOUBLE, MPI_CHAR));
        int[] bytes = {4, 12, 13, 17};
        int[] elements = {1, 2, 3, 4};
        for (int i = 0; i < bytes.length; i++) {
            byte[] in = new byte[48];
            // The bytes of the members, as a packed message of that many.
            MPI_Status status = pass(new byte[20], bytes[i], MPI_PACKED, in, 2, mixed);
            if (rank() == 1) {
                assertEquals(elements[i], MPI_Get_elements(status, mixed));
                assertEquals(bytes[i] == 13 ? 1 : MPI_UNDEFINED, MPI_Get_count(status, mixed));
            }
        }
        free(mixed);
        MPI_Status pairs = pass(new byte[48], 3, MPI_DOUBLE_INT, new byte[48], 3, MPI_DOUBLE_INT);
        if (rank() == 1) {
            assertEquals(3, MPI_Get_count(pairs, MPI_DOUBLE_INT));
            assertEquals(6, MPI_Get_elements(pairs, MPI_DOUBLE_INT));
        }
    }

    @Spmd
    @Rule({"TYP-002", "TYP-006", "P2P-001", "TYP-016"})
    void shouldKeepEveryBit() {
        double[] values = {
            Double.MIN_VALUE,
            -0.0,
            Double.NaN,
            Double.NEGATIVE_INFINITY,
            Math.PI,
            Double.longBitsToDouble(0x7ff8_0000_dead_beefL)
        };
        double[] in = new double[6];
        pass(values, 6, MPI_DOUBLE, in, 6, MPI_DOUBLE);
        if (rank() == 1) {
            for (int i = 0; i < 6; i++) {
                assertEquals(Double.doubleToRawLongBits(values[i]), Double.doubleToRawLongBits(in[i]));
            }
        }
        int[] ints = {Integer.MIN_VALUE, -1, 0x01020304};
        int[] asBytes = new int[3];
        MPI_Status status = pass(ints, 12, MPI_BYTE, asBytes, 12, MPI_BYTE);
        if (rank() == 1) {
            assertArrayEquals(ints, asBytes);
            assertEquals(12, MPI_Get_count(status, MPI_BYTE));
        }
        short[] shorts = {Short.MIN_VALUE, -1, Short.MAX_VALUE};
        long[] longs = {Long.MIN_VALUE, -1, Long.MAX_VALUE};
        float[] floats = {Float.MIN_VALUE, -0f, Float.POSITIVE_INFINITY};
        char[] chars = {0, 'x', '\uffff'};
        byte[] bytes = {-128, -1, 127};
        Object[][] rows = {
            {shorts, MPI_SHORT, new short[3]},
            {shorts, MPI_UNSIGNED_SHORT, new short[3]},
            {longs, MPI_LONG, new long[3]},
            {longs, MPI_UNSIGNED_LONG, new long[3]},
            {longs, MPI_LONG_LONG_INT, new long[3]},
            {floats, MPI_FLOAT, new float[3]},
            {chars, MPI_WCHAR, new char[3]},
            {bytes, MPI_CHAR, new byte[3]},
            {bytes, MPI_UNSIGNED_CHAR, new byte[3]},
            {ints, MPI_INT, new int[3]},
            {ints, MPI_UNSIGNED, new int[3]},
            {new boolean[] {true, false, true}, MPI_C_BOOL, new boolean[3]},
            {new double[] {1e300, -0.0, 5}, MPI_LONG_DOUBLE, new double[3]}
        };
        for (Object[] row : rows) {
            pass(row[0], 3, (MPI_Datatype) row[1], row[2], 3, (MPI_Datatype) row[1]);
            if (rank() == 1) {
                assertTrue(Arrays.deepEquals(new Object[] {row[0]}, new Object[] {row[2]}), row[1] + "");
            }
        }
    }

    @Spmd
    @Rule({"DDT-034", "DDT-035", "DDT-029", "P2P-012", "PCK-011"})
    void shouldWriteTheEntriesOfTheTypeMapAndNothingElse() {
        MPI_Datatype gappy = commit(MPI_Type_vector(3, 2, 4, MPI_INT));
        MPI_Datatype many = commit(MPI_Type_contiguous(2, gappy));
        int[] out = numbers(40);
        for (int way = 0; way < 2; way++) {
            int[] in = new int[40];
            Arrays.fill(in, -5);
            pass(out, way == 0 ? 2 : 1, way == 0 ? gappy : many, in, way == 0 ? 1 : 2, way == 0 ? many : gappy);
            if (rank() == 1) {
                for (int i = 0; i < 40; i++) {
                    // Extent 10: two blocks of 2 at 0, 4, 8, twice.
                    boolean data = i < 20 && i % 10 % 4 < 2;
                    assertEquals(data ? i + 1 : -5, in[i], "item " + i);
                }
            }
        }
        free(gappy, many);
    }

    @Spmd
    @Rule({"DDT-018", "DDT-036", "RED-029"})
    void shouldSendOverlappingEntries() {
        MPI_Datatype overlap = commit(MPI_Type_vector(2, 3, 2, MPI_INT));
        int[] in = new int[6];
        pass(numbers(5), 1, overlap, in, 6, MPI_INT);
        if (rank() == 1) {
            assertArrayEquals(new int[] {1, 2, 3, 3, 4, 5}, in);
        }
        // Items that begin one int apart interleave: a transposition.
        MPI_Datatype column = MPI_Type_vector(10, 1, 10, MPI_INT);
        MPI_Datatype step = commit(struct(new int[] {1, 1}, new long[] {0, 4}, column, MPI_UB));
        int[] matrix = new int[100];
        pass(numbers(100), 10, step, matrix, 100, MPI_INT);
        if (rank() == 1) {
            for (int i = 0; i < 100; i++) {
                assertEquals(i % 10 * 10 + i / 10 + 1, matrix[i]);
            }
        }
        free(overlap, column, step);
    }

    @Spmd
    @Rule({"DDT-037", "DDT-038", "DDT-039", "COL-028", "PCK-010"})
    void shouldReachVariablesByTheirAddresses() {
        int[] ints = new int[10];
        double[] doubles = new double[4];
        boolean sender = rank() == 0;
        for (int i = 0; sender && i < 10; i++) {
            ints[i] = i;
            doubles[i % 4] = i / 2.0;
        }
        long a = MPI_Address(at(ints, 2));
        long b = MPI_Address(doubles);
        assertEquals(12, MPI_Address(at(ints, 5)) - a);
        assertEquals(16, MPI_Address(at(doubles, 2)) - b);
        MPI_Datatype both = commit(struct(new int[] {3, 4}, new long[] {a, b}, MPI_INT, MPI_DOUBLE));
        pass(MPI_BOTTOM, 1, both, MPI_BOTTOM, 1, both);
        if (!sender) {
            assertArrayEquals(new int[] {0, 0, 2, 3, 4, 0, 0, 0, 0, 0}, ints);
            assertArrayEquals(new double[] {4, 4.5, 3, 3.5}, doubles);
        }
        if (sender) {
            doubles[0] = 77;
        }
        MPI_Bcast(MPI_BOTTOM, 1, both, 0, MPI_COMM_WORLD);
        assertEquals(77, doubles[0]);
        assertEquals(3 * 4 + 4 * 8, pack(MPI_BOTTOM, 1, both).length);
        int[] array = sender ? numbers(1000) : new int[1000];
        MPI_Datatype first = commit(struct(new int[] {1}, new long[] {MPI_Address(array)}, MPI_INT));
        pass(MPI_BOTTOM, 1000, first, MPI_BOTTOM, 1000, first);
        assertArrayEquals(numbers(1000), array);
        free(both, first);
    }

    @Spmd
    @Rule({"DDT-044", "DDT-043"})
    void shouldStepOverSlotsLikeAUnion() {
        MPI_Datatype asInt = commit(struct(new int[] {1, 1}, new long[] {0, 12}, MPI_INT, MPI_UB));
        MPI_Datatype asFloat = commit(struct(new int[] {1, 1}, new long[] {0, 12}, MPI_FLOAT, MPI_UB));
        ByteBuffer out = ByteBuffer.allocate(12_000).order(ByteOrder.nativeOrder());
        ByteBuffer in = ByteBuffer.allocate(12_000).order(ByteOrder.nativeOrder());
        for (MPI_Datatype type : new MPI_Datatype[] {asInt, asFloat}) {
            for (int i = 0; i < 1000; i++) {
                out.putInt(12 * i, i * 3).putInt(12 * i + 4, 1);
            }
            pass(out, 1000, type, in, 1000, type);
            for (int i = 0; rank() == 1 && i < 1000; i++) {
                assertEquals(i * 3, in.getInt(12 * i));
                assertEquals(0, in.getInt(12 * i + 4));
            }
        }
        free(asInt, asFloat);
    }
}
