package org.javampi.conformance.datatypes;

import static org.javampi.MPI.*;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.javampi.MPI_Datatype;
import org.javampi.MPI_Status;
import org.javampi.conformance.harness.Errors;
import org.javampi.conformance.harness.Rule;
import org.javampi.conformance.harness.Spmd;

/** Datatypes with large counts (MPI-4.1 §2.5.8 and §5.1). */
class LargeCountTypesTest {
    private static final long BIG = 3_000_000_000L;

    private static void check(long size, long lb, long extent, int combiner, long[] counts, MPI_Datatype type) {
        assertEquals(size, MPI_Type_size_c(type));
        long[] lower = new long[1];
        long[] width = new long[1];
        MPI_Type_get_extent_c(type, lower, width);
        assertEquals(lb, lower[0]);
        assertEquals(extent, width[0]);
        long[][] numbers = new long[4][1];
        int[] how = new int[1];
        MPI_Type_get_envelope_c(type, numbers[0], numbers[1], numbers[2], numbers[3], how);
        assertEquals(combiner, how[0]);
        assertEquals(counts.length, numbers[2][0]);
        long[] found = new long[counts.length];
        int[] integers = new int[(int) numbers[0][0]];
        MPI_Datatype[] types = new MPI_Datatype[(int) numbers[3][0]];
        MPI_Type_get_contents(
                type, integers.length, 0L, found.length, types.length, integers, new long[0], found, types);
        assertArrayEquals(counts, found);
        assertEquals(MPI_INT, types[0]);
        MPI_Type_get_contents_c(
                type, integers.length, 0, found.length, types.length, integers, new long[0], found, types);
        assertArrayEquals(counts, found);
        MPI_Type_free(type);
    }

    @Spmd({1})
    @Rule({"LGC-004"})
    void shouldDescribeMoreThanAnIntCounts() {
        long[] one = {BIG};
        check(4 * BIG, 0, 4 * BIG, MPI_COMBINER_CONTIGUOUS, one, MPI_Type_contiguous_c(BIG, MPI_INT));
        check(
                8 * BIG,
                0,
                4 * (3 * (BIG - 1) + 2),
                MPI_COMBINER_VECTOR,
                new long[] {BIG, 2, 3},
                MPI_Type_vector_c(BIG, 2, 3, MPI_INT));
        check(
                8 * BIG,
                0,
                12 * (BIG - 1) + 8,
                MPI_COMBINER_HVECTOR,
                new long[] {BIG, 2, 12},
                MPI_Type_create_hvector_c(BIG, 2, 12, MPI_INT));
        long[] lengths = {BIG, 1};
        long[] places = {2, 2 * BIG};
        check(
                4 * (BIG + 1),
                8,
                4 * (2 * BIG - 1),
                MPI_COMBINER_INDEXED,
                new long[] {2, BIG, 1, 2, 2 * BIG},
                MPI_Type_indexed_c(2, lengths, places, MPI_INT));
        long[] bytes = {8, 8 * BIG};
        check(
                4 * (BIG + 1),
                8,
                4 * (2 * BIG - 1),
                MPI_COMBINER_HINDEXED,
                new long[] {2, BIG, 1, 8, 8 * BIG},
                MPI_Type_create_hindexed_c(2, lengths, bytes, MPI_INT));
        check(
                16,
                8,
                4 * (2 * BIG),
                MPI_COMBINER_INDEXED_BLOCK,
                new long[] {2, 2, 2, 2 * BIG},
                MPI_Type_create_indexed_block_c(2, 2, places, MPI_INT));
        check(
                16,
                8,
                4 * (2 * BIG),
                MPI_COMBINER_HINDEXED_BLOCK,
                new long[] {2, 2, 8, 8 * BIG},
                MPI_Type_create_hindexed_block_c(2, 2, bytes, MPI_INT));
        check(
                4 * BIG + 1,
                8,
                8 * BIG + 1 - 8 + 3,
                MPI_COMBINER_STRUCT,
                new long[] {2, BIG, 1, 8, 8 * BIG},
                MPI_Type_create_struct_c(2, lengths, bytes, new MPI_Datatype[] {MPI_INT, MPI_BYTE}));
        check(4, 3, BIG, MPI_COMBINER_RESIZED, new long[] {3, BIG}, MPI_Type_create_resized_c(MPI_INT, 3, BIG));
        check(
                4 * BIG,
                0,
                16 * BIG,
                MPI_COMBINER_SUBARRAY,
                new long[] {4, BIG, 2, BIG / 2, 1, 5},
                MPI_Type_create_subarray_c(
                        2, new long[] {4, BIG}, new long[] {2, BIG / 2}, new long[] {1, 5}, MPI_ORDER_C, MPI_INT));
        check(
                2 * BIG,
                0,
                4 * BIG,
                MPI_COMBINER_DARRAY,
                one,
                MPI_Type_create_darray_c(
                        2,
                        1,
                        1,
                        one,
                        new int[] {MPI_DISTRIBUTE_BLOCK},
                        new int[] {MPI_DISTRIBUTE_DFLT_DARG},
                        new int[] {2},
                        MPI_ORDER_C,
                        MPI_INT));
    }

    @Spmd({1})
    @Rule({"LGC-004"})
    void shouldSayUndefinedWhereAnIntCannot() {
        MPI_Datatype[] type = {MPI_Type_contiguous(BIG, MPI_BYTE)};
        MPI_Type_commit(type);
        assertEquals(MPI_UNDEFINED, MPI_Type_size(type[0]));
        assertEquals(MPI_UNDEFINED, MPI_Pack_size(1, type[0], MPI_COMM_WORLD));
        assertEquals(BIG, MPI_Pack_size_c(1, type[0], MPI_COMM_WORLD));
        assertEquals(BIG, MPI_Pack_external_size_c("external32", BIG, MPI_BYTE));
        long[] lower = {-1};
        long[] extent = {-1};
        MPI_Type_get_true_extent_c(type[0], lower, extent);
        assertEquals(0, lower[0]);
        assertEquals(BIG, extent[0]);
        // Types that were made with large counts tell them to the large forms only.
        int[] n = new int[1];
        Errors.expect(MPI_ERR_TYPE, () -> MPI_Type_get_envelope(type[0], n, n, n, n));
        MPI_Type_free(type);
        MPI_Status status = new MPI_Status();
        MPI_Status_set_elements_c(status, MPI_INT, BIG);
        assertEquals(BIG, MPI_Get_count_c(status, MPI_INT));
        assertEquals(BIG, MPI_Get_elements_c(status, MPI_INT));
        assertEquals(4 * BIG, MPI_Get_count_c(status, MPI_BYTE));
        assertEquals(MPI_UNDEFINED, MPI_Get_count(status, MPI_INT));
        MPI_Status_set_elements(status, MPI_BYTE, 3L);
        assertEquals(MPI_UNDEFINED, MPI_Get_count_c(status, MPI_INT));
    }

    @Spmd({1})
    @Rule({"LGC-005"})
    void shouldPackAndReduceWithLargeCounts() {
        int[] data = {1, 2, 3};
        byte[] unit = new byte[40];
        long[] position = {4};
        MPI_Pack_c(data, 3, MPI_INT, unit, 40, position, MPI_COMM_WORLD);
        assertEquals(16, position[0]);
        int[] back = new int[3];
        position[0] = 4;
        MPI_Unpack_c(unit, 40, position, back, 3, MPI_INT, MPI_COMM_WORLD);
        assertArrayEquals(data, back);
        assertEquals(16, position[0]);
        position[0] = 0;
        MPI_Pack_external_c("external32", data, 3, MPI_INT, unit, 40, position);
        assertEquals(3, unit[11]);
        position[0] = 0;
        int[] again = new int[3];
        MPI_Unpack_external_c("external32", unit, 40, position, again, 3, MPI_INT);
        assertArrayEquals(data, again);
        int[] sum = {10, 20, 30};
        MPI_Reduce_local_c(data, sum, 3, MPI_INT, MPI_SUM);
        assertArrayEquals(new int[] {11, 22, 33}, sum);
        position[0] = 0;
        Errors.expect(MPI_ERR_BUFFER, () -> MPI_Pack_c(data, BIG, MPI_INT, unit, 40, position, MPI_COMM_WORLD));
        Errors.expect(MPI_ERR_COUNT, () -> MPI_Pack_size_c(-1, MPI_INT, MPI_COMM_WORLD));
        Errors.expect(MPI_ERR_COUNT, () -> MPI_Type_contiguous_c(-1, MPI_INT));
        Errors.expect(MPI_ERR_ARG, () -> MPI_Type_indexed_c(BIG, new long[1], new long[1], MPI_INT));
    }
}
