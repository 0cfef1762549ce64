package org.javampi.conformance.collectives;

import static org.javampi.MPI.*;
import static org.javampi.conformance.collectives.Rows.*;
import static org.javampi.conformance.harness.Errors.expect;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import org.javampi.MPI_Datatype;
import org.javampi.MPI_Op;
import org.javampi.conformance.harness.Rule;
import org.javampi.conformance.harness.Spmd;

/** User operations on derived types: item i lies i extents from the start (MPI-1.1 §4.9.4). */
class UserTypesTest {
    private static final int COUNT = 300;
    private static final int GAP = -8;

    private static MPI_Datatype committed(MPI_Datatype type) {
        MPI_Type_commit(type);
        return type;
    }

    private static ByteBuffer memory(Object bytes) {
        return ByteBuffer.wrap((byte[]) bytes).order(ByteOrder.nativeOrder());
    }

    /** struct { char c; double d; int i; }: c adds up, d is the maximum, i is the lowest rank's. */
    @Spmd({1, 2, 3, 4, 5, 8})
    @Rule({"RED-018"})
    void shouldReduceStructuresWithPadding() {
        MPI_Datatype type = committed(MPI_Type_struct(
                3, new int[] {1, 1, 1}, new long[] {0, 8, 16}, new MPI_Datatype[] {MPI_CHAR, MPI_DOUBLE, MPI_INT}));
        assertEquals(24, MPI_Type_extent(type));
        MPI_Op op = MPI_Op_create((in, inout, len, t) -> combine(in, inout, len), false);
        byte[] total = structures(0, COUNT);
        byte[] prefix = total.clone();
        for (int r = 1; r < size(); r++) {
            byte[] next = structures(r, COUNT);
            combine(total, next, COUNT);
            total = next;
            prefix = r <= rank() ? total.clone() : prefix;
        }
        byte[] mine = structures(rank(), COUNT);
        byte[] result = new byte[24 * COUNT];
        Arrays.fill(result, (byte) GAP);
        MPI_Allreduce(mine, result, COUNT, type, op, MPI_COMM_WORLD);
        assertArrayEquals(total, result);
        MPI_Scan(mine, result, COUNT, type, op, MPI_COMM_WORLD);
        assertArrayEquals(prefix, result);
        for (int root = 0; root < size(); root++) {
            byte[] elsewhere = new byte[24 * COUNT + 8];
            Arrays.fill(elsewhere, (byte) GAP);
            MPI_Reduce(mine, at(elsewhere, 8), COUNT, type, op, root, MPI_COMM_WORLD);
            if (rank() == root) {
                assertArrayEquals(total, Arrays.copyOfRange(elsewhere, 8, elsewhere.length));
            }
        }
        MPI_Op_free(op);
        MPI_Type_free(type);
    }

    private static byte[] structures(int rank, int count) {
        byte[] bytes = new byte[24 * count];
        Arrays.fill(bytes, (byte) GAP);
        ByteBuffer memory = memory(bytes);
        for (int i = 0; i < count; i++) {
            memory.put(24 * i, (byte) (rank + i));
            memory.putDouble(24 * i + 8, (rank * 7 + i) % 5);
            memory.putInt(24 * i + 16, rank + 1 + i);
        }
        return bytes;
    }

    private static void combine(Object in, Object inout, int len) {
        ByteBuffer a = memory(in);
        ByteBuffer b = memory(inout);
        for (int at = 0; at < 24 * len; at += 24) {
            b.put(at, (byte) (a.get(at) + b.get(at)));
            b.putDouble(at + 8, Math.max(a.getDouble(at + 8), b.getDouble(at + 8)));
            b.putInt(at + 16, a.getInt(at + 16));
        }
    }

    /** Items of two ints, four ints apart: what lies between is nobody's. */
    @Spmd({1, 2, 3, 5})
    @Rule({"RED-018"})
    void shouldLeaveGapsBehindItemsAlone() {
        MPI_Datatype type = committed(
                MPI_Type_struct(2, new int[] {2, 1}, new long[] {0, 16}, new MPI_Datatype[] {MPI_INT, MPI_UB}));
        MPI_Op op = MPI_Op_create((in, inout, len, t) -> addPairs(in, inout, len), true);
        for (int count : new int[] {1, COUNT, 50_000}) {
            int[] mine = filled(4 * count, GAP);
            int[] expected = filled(4 * count, GAP + 1);
            for (int i = 0; i < 4 * count; i += 4) {
                mine[i] = rank() + i;
                mine[i + 1] = 1;
                expected[i] = size() * (size() - 1) / 2 + size() * i;
                expected[i + 1] = size();
            }
            int[] result = filled(4 * count, GAP + 1);
            MPI_Allreduce(mine, result, count, type, op, MPI_COMM_WORLD);
            assertArrayEquals(expected, result);
            Arrays.fill(result, GAP + 1);
            MPI_Reduce(mine, result, count, type, op, size() - 1, MPI_COMM_WORLD);
            assertArrayEquals(rank() == size() - 1 ? expected : filled(4 * count, GAP + 1), result);
        }
        MPI_Op_free(op);
        MPI_Type_free(type);
    }

    /** No array that a function could be given has data at an address. */
    @Spmd({2})
    @Rule({"RED-018"})
    void shouldRefuseAddressesForFunctionsOfTheProgram() {
        int[] mine = {1};
        MPI_Datatype type = committed(
                MPI_Type_struct(1, new int[] {1}, new long[] {MPI_Address(mine)}, new MPI_Datatype[] {MPI_INT}));
        MPI_Op op = MPI_Op_create((in, inout, len, t) -> {}, true);
        MPI_Errhandler_set(MPI_COMM_WORLD, MPI_ERRORS_THROW_EXCEPTIONS);
        expect(MPI_ERR_TYPE, () -> MPI_Allreduce(MPI_IN_PLACE, MPI_BOTTOM, 1, type, op, MPI_COMM_WORLD));
        MPI_Op_free(op);
        MPI_Type_free(type);
    }

    private static void addPairs(Object in, Object inout, int len) {
        for (int i = 0; i < 4 * len; i += 4) {
            ((int[]) inout)[i] += ((int[]) in)[i];
            ((int[]) inout)[i + 1] += ((int[]) in)[i + 1];
        }
    }

    /** Three items of a vector type overlap each other's gaps. */
    @Spmd({2, 3, 4})
    @Rule({"RED-018"})
    void shouldReduceInterleavedVectors() {
        MPI_Datatype vector = MPI_Type_vector(3, 1, 3, MPI_DOUBLE);
        MPI_Datatype type =
                committed(MPI_Type_struct(2, new int[] {1, 1}, new long[] {0, 8}, new MPI_Datatype[] {vector, MPI_UB}));
        MPI_Op op = MPI_Op_create(
                (in, inout, len, t) -> {
                    for (int item = 0; item < len; item++) {
                        for (int k = 0; k < 3; k++) {
                            ((double[]) inout)[item + 3 * k] += ((double[]) in)[item + 3 * k];
                        }
                    }
                },
                true);
        double[] mine = new double[9];
        double[] expected = new double[9];
        Arrays.setAll(mine, i -> i * 10 + rank());
        Arrays.setAll(expected, i -> size() * i * 10 + size() * (size() - 1) / 2.0);
        double[] result = new double[9];
        MPI_Allreduce(mine, result, 3, type, op, MPI_COMM_WORLD);
        assertArrayEquals(expected, result);
        MPI_Op_free(op);
        MPI_Type_free(type);
        MPI_Type_free(vector);
    }

    /**
     * One double below the place that is named, one at it: functions get such items moved up, so
     * that their first byte is byte 0 and the next item lies one extent on.
     */
    @Spmd({2, 3, 5})
    @Rule({"RED-018"})
    void shouldReduceItemsWithDataBelowTheirPlace() {
        MPI_Datatype type = committed(
                MPI_Type_struct(2, new int[] {1, 1}, new long[] {-8, 8}, new MPI_Datatype[] {MPI_DOUBLE, MPI_DOUBLE}));
        assertEquals(-8, MPI_Type_lb(type));
        assertEquals(24, MPI_Type_extent(type));
        MPI_Op op = MPI_Op_create(
                (in, inout, len, t) -> {
                    for (int i = 0; i < 3 * len; i += 3) {
                        ((double[]) inout)[i] += ((double[]) in)[i];
                        ((double[]) inout)[i + 2] *= ((double[]) in)[i + 2];
                    }
                },
                true);
        int count = 20;
        double[] mine = new double[3 * count + 1];
        double[] result = new double[3 * count + 1];
        double[] expected = new double[3 * count + 1];
        Arrays.fill(result, GAP);
        Arrays.fill(expected, GAP);
        for (int i = 1; i < mine.length; i += 3) {
            mine[i] = rank() + i;
            mine[i + 2] = 2;
            expected[i] = size() * (size() - 1) / 2.0 + size() * i;
            expected[i + 2] = 1 << size();
        }
        MPI_Allreduce(at(mine, 2), at(result, 2), count, type, op, MPI_COMM_WORLD);
        assertArrayEquals(expected, result);
        MPI_Op_free(op);
        MPI_Type_free(type);
    }

    /** The same with ints: what is moved up is one int, not a long's width. */
    @Spmd({2, 3})
    @Rule({"RED-018"})
    void shouldMoveItemsUpByWhatLiesBelowTheirPlaceAndNoMore() {
        MPI_Datatype type = committed(MPI_Type_struct(
                3, new int[] {1, 1, 1}, new long[] {-4, 4, 8}, new MPI_Datatype[] {MPI_INT, MPI_INT, MPI_UB}));
        MPI_Op op = MPI_Op_create(
                (in, inout, len, t) -> {
                    for (int i = 0; i < 3 * len; i += 3) {
                        ((int[]) inout)[i] += ((int[]) in)[i];
                        ((int[]) inout)[i + 2] *= ((int[]) in)[i + 2];
                    }
                },
                true);
        int[] mine = {rank(), GAP, 2, rank() + 1, GAP, 3};
        int[] result = filled(6, GAP);
        MPI_Allreduce(at(mine, 1), at(result, 1), 2, type, op, MPI_COMM_WORLD);
        int ranks = size() * (size() - 1) / 2;
        int cubes = (int) Math.pow(3, size());
        assertArrayEquals(new int[] {ranks, GAP, 1 << size(), ranks + size(), GAP, cubes}, result);
        MPI_Op_free(op);
        MPI_Type_free(type);
    }

    /** Memory outside the heap, from a position on. */
    @Spmd({2, 3})
    @Rule({"RED-018"})
    void shouldGiveTheFunctionDirectBuffersFromTheirFirstItem() {
        MPI_Datatype type = committed(MPI_Type_vector(2, 1, 2, MPI_INT));
        MPI_Op op = MPI_Op_create(
                (in, inout, len, t) -> {
                    ByteBuffer a = ((ByteBuffer) in).order(ByteOrder.nativeOrder());
                    ByteBuffer b = ((ByteBuffer) inout).order(ByteOrder.nativeOrder());
                    for (int i = 0; i < len; i++) {
                        for (int k : new int[] {12 * i, 12 * i + 8}) {
                            b.putInt(k, a.getInt(k) + b.getInt(k));
                        }
                    }
                },
                true);
        ByteBuffer mine = ByteBuffer.allocateDirect(4 + 24).order(ByteOrder.nativeOrder());
        ByteBuffer result = ByteBuffer.allocateDirect(4 + 24).order(ByteOrder.nativeOrder());
        for (int i = 0; i < 28; i += 4) {
            mine.putInt(i, i + rank());
            result.putInt(i, GAP);
        }
        MPI_Allreduce(mine.position(4), result.position(4), 2, type, op, MPI_COMM_WORLD);
        for (int i = 0; i < 28; i += 4) {
            boolean data = i == 4 || i == 12 || i == 16 || i == 24;
            int sum = size() * i + size() * (size() - 1) / 2;
            assertEquals(data ? sum : GAP, result.getInt(i), "byte " + i);
        }
        MPI_Op_free(op);
        MPI_Type_free(type);
    }
}
