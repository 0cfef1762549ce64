package org.javampi.conformance.datatypes;

import static org.javampi.MPI.*;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.Array;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.javampi.MPI_Datatype;
import org.javampi.conformance.harness.Errors;
import org.javampi.conformance.harness.Rule;
import org.javampi.conformance.harness.Spmd;

/** The names that replace MPI-1's constructors and inquiries (MPI-4.1 §5.1). */
class SuccessorsTest {
    @Spmd({1, 2})
    @Rule({"DTN-001", "DTN-003", "DTN-004"})
    void shouldSendAStructFromAByteBuffer() {
        // struct { double position; int number; char kind; }
        MPI_Datatype packed = MPI_Type_create_struct(
                3, new int[] {1, 1, 1}, new long[] {0, 8, 12}, new MPI_Datatype[] {MPI_DOUBLE, MPI_INT, MPI_CHAR});
        long[] lb = {-1};
        long[] extent = new long[1];
        MPI_Type_get_extent(packed, lb, extent);
        assertEquals(0, lb[0]);
        assertEquals(16, extent[0]);
        MPI_Type_commit(packed);
        ByteBuffer particles = ByteBuffer.allocate(32).order(ByteOrder.nativeOrder());
        if (MPI_Comm_rank(MPI_COMM_WORLD) == 0) {
            particles.putDouble(0, 0.5).putInt(8, 7).put(12, (byte) 'a');
            particles.putDouble(16, 1.5).putInt(24, 8).put(28, (byte) 'b');
        }
        MPI_Bcast(particles, 2, packed, 0, MPI_COMM_WORLD);
        assertEquals(1.5, particles.getDouble(16));
        assertEquals(7, particles.getInt(8));
        assertEquals('b', particles.get(28));
        MPI_Type_free(packed);
    }

    @Spmd(1)
    @Rule({"DTN-001", "DTN-002"})
    void shouldMakeWhatTheirPredecessorsMake() {
        int[] lengths = {2, 1};
        long[] bytes = {4, 20};
        MPI_Datatype[][] pairs = {
            {MPI_Type_create_hvector(3, 2, 12, MPI_INT), MPI_Type_hvector(3, 2, 12, MPI_INT)},
            {MPI_Type_create_hindexed(2, lengths, bytes, MPI_INT), MPI_Type_hindexed(2, lengths, bytes, MPI_INT)},
        };
        int[] from = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9};
        for (MPI_Datatype[] pair : pairs) {
            byte[][] units = new byte[2][64];
            int[][] positions = new int[2][1];
            for (int i = 0; i < 2; i++) {
                MPI_Type_commit(pair[i]);
                MPI_Pack(from, 1, pair[i], units[i], 64, positions[i], MPI_COMM_SELF);
                MPI_Type_free(pair[i]);
            }
            assertEquals(positions[1][0], positions[0][0]);
            assertArrayEquals(units[1], units[0]);
        }
        Errors.expect(MPI_ERR_COUNT, () -> MPI_Type_create_hvector(-1, 1, 1, MPI_INT));
        Errors.expect(MPI_ERR_TYPE, () -> MPI_Type_create_hindexed(2, lengths, bytes, MPI_DATATYPE_NULL));
        Errors.expect(MPI_ERR_ARG, () -> MPI_Type_create_struct(2, lengths, bytes, new MPI_Datatype[1]));
        Errors.expect(MPI_ERR_TYPE, () -> MPI_Type_get_extent(MPI_DATATYPE_NULL, new long[1], new long[1]));
        Errors.expect(MPI_ERR_ARG, () -> MPI_Type_get_extent(MPI_INT, new long[0], new long[1]));
    }

    @Spmd(2)
    @Rule({"DTN-005", "DTN-006"})
    void shouldReachVariablesByTheirAddresses() {
        int[] number = {MPI_Comm_rank(MPI_COMM_WORLD) == 0 ? 42 : 0};
        double[] values = {0, MPI_Comm_rank(MPI_COMM_WORLD) == 0 ? 2.5 : 0};
        long first = MPI_Get_address(number);
        long second = MPI_Get_address(at(values, 1));
        long start = MPI_Get_address(values);
        assertEquals(8, MPI_Aint_diff(second, start));
        assertEquals(second, MPI_Aint_add(start, 8));
        assertEquals(start, MPI_Aint_add(second, -8));
        MPI_Datatype both = MPI_Type_create_struct(
                2, new int[] {1, 1}, new long[] {first, second}, new MPI_Datatype[] {MPI_INT, MPI_DOUBLE});
        MPI_Type_commit(both);
        MPI_Bcast(MPI_BOTTOM, 1, both, 0, MPI_COMM_WORLD);
        assertEquals(42, number[0]);
        assertEquals(2.5, values[1]);
        MPI_Type_free(both);
        Errors.expect(MPI_ERR_ARG, () -> MPI_Get_address("text"));
    }

    @Spmd(2)
    @Rule("DTN-007")
    void shouldSendAndReduceTheTypesOfFixedWidth() {
        int size = MPI_Comm_size(MPI_COMM_WORLD);
        int rank = MPI_Comm_rank(MPI_COMM_WORLD);
        Object[][] cases = {
            {MPI_INT8_T, new byte[] {(byte) -rank}, 1},
            {MPI_SIGNED_CHAR, new byte[] {(byte) -rank}, 1},
            {MPI_UINT8_T, new byte[] {(byte) (200 + rank)}, 1},
            {MPI_INT16_T, new short[] {(short) -rank}, 2},
            {MPI_UINT16_T, new short[] {(short) (40_000 + rank)}, 2},
            {MPI_UINT16_T, new char[] {(char) (40_000 + rank)}, 2},
            {MPI_INT32_T, new int[] {-rank}, 4},
            {MPI_UINT32_T, new int[] {Integer.MIN_VALUE + rank}, 4},
            {MPI_INT64_T, new long[] {-rank}, 8},
            {MPI_UINT64_T, new long[] {Long.MIN_VALUE + rank}, 8},
            {MPI_AINT, new long[] {-rank}, 8},
            {MPI_COUNT, new long[] {-rank}, 8},
            {MPI_LONG_LONG, new long[] {-rank}, 8},
            {MPI_UNSIGNED_LONG_LONG, new long[] {Long.MIN_VALUE + rank}, 8},
        };
        for (Object[] one : cases) {
            MPI_Datatype type = (MPI_Datatype) one[0];
            assertEquals((int) one[2], MPI_Type_size(type), type.toString());
            Object most = Array.newInstance(one[1].getClass().getComponentType(), 1);
            MPI_Allreduce(one[1], most, 1, type, MPI_MAX, MPI_COMM_WORLD);
            long got = most instanceof char[] c ? c[0] : Array.getLong(most, 0);
            int shift = 64 - 8 * (int) one[2];
            boolean unsigned =
                    type.toString().contains("UINT") || type.toString().contains("UNSIGNED");
            long expected = unsigned ? Long.MIN_VALUE : 0;
            if (type == MPI_UINT8_T) {
                assertEquals(200 + size - 1, got & 0xff);
            } else if (type == MPI_UINT16_T) {
                assertEquals(40_000 + size - 1, got & 0xffff);
            } else if (unsigned) {
                assertEquals((expected >>> shift) + size - 1, got << shift >>> shift, type.toString());
            } else {
                assertEquals(0, got, type.toString());
            }
        }
        String text = Errors.expect(MPI_ERR_TYPE, () -> MPI_Bcast(new int[1], 1, MPI_INT16_T, 0, MPI_COMM_WORLD))
                .getMessage();
        assertTrue(text.contains("MPI_INT16_T") && text.contains("int[]"), text);
    }
}
