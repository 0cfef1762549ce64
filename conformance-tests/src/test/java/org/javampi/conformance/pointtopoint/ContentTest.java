package org.javampi.conformance.pointtopoint;

import static org.javampi.MPI.*;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.Array;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import org.javampi.MPI_Datatype;
import org.javampi.MPI_Request;
import org.javampi.MPI_Status;
import org.javampi.conformance.harness.Rule;
import org.javampi.conformance.harness.Spmd;

/** What is in a message arrives, all of it and nothing else (MPI-1.1 §3.2.2, §3.2.4). */
class ContentTest {
    private static final int CHUNK = 64 * 1024;

    private record Values(MPI_Datatype type, Object array) {}

    private static Values[] boundaries() {
        byte[] bytes = {0, 1, -1, Byte.MIN_VALUE, Byte.MAX_VALUE};
        short[] shorts = {0, 1, -1, Short.MIN_VALUE, Short.MAX_VALUE, 0x0102};
        char[] chars = {0, 1, 'j', 0x8000, 0xd83d, 0xffff};
        int[] ints = {0, 1, -1, Integer.MIN_VALUE, Integer.MAX_VALUE, 0x01020304};
        long[] longs = {0, 1, -1, Long.MIN_VALUE, Long.MAX_VALUE, 0x0102030405060708L};
        float[] floats = {
            0f,
            -0f,
            1f,
            -1f,
            Float.MIN_VALUE,
            -Float.MIN_VALUE,
            Float.MIN_NORMAL,
            Float.MAX_VALUE,
            Float.POSITIVE_INFINITY,
            Float.NEGATIVE_INFINITY,
            Float.NaN,
            1.1754942e-38f
        };
        double[] doubles = {
            0,
            -0.0,
            1,
            -1,
            Double.MIN_VALUE,
            -Double.MIN_VALUE,
            Double.MIN_NORMAL,
            Double.MAX_VALUE,
            Double.POSITIVE_INFINITY,
            Double.NEGATIVE_INFINITY,
            Double.NaN,
            Double.longBitsToDouble(0x7ff8_0000_0000_1234L),
            2.225073858507201e-308
        };
        return new Values[] {
            new Values(MPI_CHAR, bytes),
            new Values(MPI_UNSIGNED_CHAR, bytes),
            new Values(MPI_BYTE, bytes),
            new Values(MPI_PACKED, bytes),
            new Values(MPI_SHORT, shorts),
            new Values(MPI_UNSIGNED_SHORT, shorts),
            new Values(MPI_UNSIGNED_SHORT, chars),
            new Values(MPI_WCHAR, chars),
            new Values(MPI_INT, ints),
            new Values(MPI_UNSIGNED, ints),
            new Values(MPI_LONG, longs),
            new Values(MPI_UNSIGNED_LONG, longs),
            new Values(MPI_LONG_LONG_INT, longs),
            new Values(MPI_FLOAT, floats),
            new Values(MPI_DOUBLE, doubles),
            new Values(MPI_LONG_DOUBLE, doubles),
            new Values(MPI_C_BOOL, new boolean[] {true, false, false, true})
        };
    }

    @Spmd({2})
    @Rule({"P2P-001", "P2P-044"})
    void shouldPreserveEveryValueOfEveryType() {
        int rank = MPI_Comm_rank(MPI_COMM_WORLD);
        for (Values values : boundaries()) {
            for (int repetitions : new int[] {1, 10_000}) {
                Object expected = repeated(values.array, repetitions);
                int count = Array.getLength(expected);
                if (rank == 0) {
                    MPI_Send(expected, count, values.type, 1, 1, MPI_COMM_WORLD);
                } else {
                    Object room = Array.newInstance(expected.getClass().componentType(), count);
                    MPI_Status status = MPI_Recv(room, count, values.type, 0, 1, MPI_COMM_WORLD);
                    assertEquals(count, MPI_Get_count(status, values.type));
                    assertTrue(
                            Arrays.equals(bits(expected), bits(room)),
                            () -> values.type + " in " + room.getClass().getSimpleName());
                }
            }
        }
    }

    private static Object repeated(Object array, int repetitions) {
        int length = Array.getLength(array);
        Object all = Array.newInstance(array.getClass().componentType(), length * repetitions);
        for (int i = 0; i < repetitions; i++) {
            System.arraycopy(array, 0, all, i * length, length);
        }
        return all;
    }

    /** Floating-point numbers as their bits, so that NaN and -0.0 count. */
    private static long[] bits(Object array) {
        long[] bits = new long[Array.getLength(array)];
        for (int i = 0; i < bits.length; i++) {
            if (array instanceof float[] floats) {
                bits[i] = Float.floatToRawIntBits(floats[i]);
            } else if (array instanceof double[] doubles) {
                bits[i] = Double.doubleToRawLongBits(doubles[i]);
            } else if (array instanceof char[] chars) {
                bits[i] = chars[i];
            } else if (array instanceof boolean[] booleans) {
                bits[i] = booleans[i] ? 1 : 0;
            } else {
                bits[i] = Array.getLong(array, i);
            }
        }
        return bits;
    }

    @Spmd({2})
    @Rule({"P2P-015"})
    void shouldFillTheReceiveBufferExactly() {
        int rank = MPI_Comm_rank(MPI_COMM_WORLD);
        int[] lengths = new int[85];
        for (int i = 0; i < 70; i++) {
            lengths[i] = i + 1;
        }
        int n = 70;
        for (int threshold : new int[] {16 * 1024, CHUNK, 2 * CHUNK, 1 << 20, 5 * CHUNK}) {
            for (int length = threshold - 1; length <= threshold + 1; length++) {
                lengths[n++] = length;
            }
        }
        for (int length : lengths) {
            byte[] expected = pattern(length, length);
            if (rank == 0) {
                MPI_Send(expected, length, MPI_BYTE, 1, 1, MPI_COMM_WORLD);
                Signal.from(1);
                MPI_Send(expected, length, MPI_BYTE, 1, 1, MPI_COMM_WORLD);
            } else {
                byte[] room = new byte[length];
                MPI_Probe(0, 1, MPI_COMM_WORLD, MPI_STATUS_IGNORE);
                MPI_Recv(room, length, MPI_BYTE, 0, 1, MPI_COMM_WORLD);
                assertArrayEquals(expected, room);
                Arrays.fill(room, (byte) 0);
                MPI_Request posted = MPI_Irecv(room, length, MPI_BYTE, 0, 1, MPI_COMM_WORLD);
                Signal.to(0);
                assertEquals(length, MPI_Get_count(MPI_Wait(posted), MPI_BYTE));
                assertArrayEquals(expected, room);
            }
        }
    }

    @Spmd({2})
    @Rule({"P2P-044"})
    void shouldHaveTheDataInTheBufferWhenTheReceiveReturns() {
        int rank = MPI_Comm_rank(MPI_COMM_WORLD);
        byte[] room = new byte[4 << 20];
        for (int round = 0; round < 5; round++) {
            if (rank == 0) {
                MPI_Send(pattern(room.length, round), room.length, MPI_BYTE, 1, 1, MPI_COMM_WORLD);
            } else {
                MPI_Recv(room, room.length, MPI_BYTE, 0, 1, MPI_COMM_WORLD);
                assertTrue(Arrays.equals(pattern(room.length, round), room), "round " + round);
            }
        }
    }

    private static byte[] pattern(int length, int seed) {
        byte[] bytes = new byte[length];
        for (int i = 0; i < length; i++) {
            bytes[i] = (byte) (i * 31 + i / 251 + seed);
        }
        return bytes;
    }

    /**
     * More than 2^31-1 bytes without so much memory: the items of the type lie upon each other.
     * (The receive is outside the standard for that, but each item has the same data.)
     */
    @Spmd(
            value = {2},
            processes = false)
    @Rule({"P2P-041"})
    void shouldMoveMoreBytesThanAnIntCanCount() {
        int rank = MPI_Comm_rank(MPI_COMM_WORLD);
        int ints = 1 << 20;
        int count = 600;
        MPI_Datatype one = MPI_Type_contiguous(ints, MPI_INT);
        MPI_Datatype stacked =
                MPI_Type_struct(2, new int[] {1, 1}, new long[] {0, 0}, new MPI_Datatype[] {one, MPI_UB});
        MPI_Type_commit(stacked);
        ByteBuffer memory = ByteBuffer.allocate(ints * 4).order(ByteOrder.nativeOrder());
        if (rank == 0) {
            for (int i = 0; i < ints; i++) {
                memory.putInt(4 * i, i ^ 0x5a5a5a5a);
            }
            MPI_Send(memory, count, stacked, 1, 1, MPI_COMM_WORLD);
        } else {
            MPI_Status status = new MPI_Status();
            MPI_Probe(0, 1, MPI_COMM_WORLD, status);
            assertCounts(status, stacked, count, ints);
            MPI_Recv(memory, count, stacked, 0, 1, MPI_COMM_WORLD, status);
            assertCounts(status, stacked, count, ints);
            for (int i = 0; i < ints; i++) {
                assertEquals(i ^ 0x5a5a5a5a, memory.getInt(4 * i));
            }
        }
        MPI_Type_free(stacked);
        MPI_Type_free(one);
    }

    private static void assertCounts(MPI_Status status, MPI_Datatype type, int count, int ints) {
        assertNotEquals(count * ints * 4, count * ints * 4L);
        assertEquals(count, MPI_Get_count(status, type));
        assertEquals(count * ints, MPI_Get_elements(status, type));
        assertEquals(count * ints, MPI_Get_count(status, MPI_INT));
        assertEquals(count * ints / 2, MPI_Get_count(status, MPI_DOUBLE));
    }
}
