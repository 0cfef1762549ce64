package org.javampi.conformance.datatypes;

import static org.javampi.MPI.*;
import static org.javampi.conformance.datatypes.Types.*;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.util.Arrays;
import org.javampi.MPI_Datatype;
import org.javampi.MPI_Status;
import org.javampi.conformance.harness.Errors;
import org.javampi.conformance.harness.Rule;
import org.javampi.conformance.harness.Spmd;

/** Making, committing and freeing derived types (MPI-1.1 §3.12). */
class ConstructorsTest {
    private static int[] count(int n) {
        int[] numbers = new int[n];
        Arrays.setAll(numbers, i -> i);
        return numbers;
    }

    private static void same(MPI_Datatype one, MPI_Datatype other) {
        assertEquals(MPI_Type_size(one), MPI_Type_size(other));
        assertEquals(MPI_Type_lb(one), MPI_Type_lb(other));
        assertEquals(MPI_Type_ub(one), MPI_Type_ub(other));
        int[] memory = count(400);
        assertArrayEquals(pack(at(memory, 100), 2, commit(one)), pack(at(memory, 100), 2, commit(other)));
        free(one, other);
    }

    @Spmd(1)
    @Rule({"DDT-011", "DDT-004"})
    void shouldGiveEqualTypesForEqualDescriptions() {
        same(MPI_Type_contiguous(5, MPI_INT), MPI_Type_vector(5, 1, 1, MPI_INT));
        same(MPI_Type_contiguous(5, MPI_INT), MPI_Type_vector(1, 5, 77, MPI_INT));
        same(MPI_Type_vector(3, 2, 4, MPI_INT), MPI_Type_indexed(3, new int[] {2, 2, 2}, new int[] {0, 4, 8}, MPI_INT));
        same(
                MPI_Type_hvector(3, 2, 16, MPI_INT),
                MPI_Type_hindexed(3, new int[] {2, 2, 2}, new long[] {0, 16, 32}, MPI_INT));
        same(
                MPI_Type_hindexed(2, new int[] {2, 3}, new long[] {40, -8}, MPI_INT),
                struct(new int[] {2, 3}, new long[] {40, -8}, MPI_INT, MPI_INT));
        MPI_Datatype deep = MPI_Type_vector(2, 2, -3, MPI_Type_contiguous(3, MPI_INT));
        assertEquals(MPI_Type_extent(deep), MPI_Type_ub(deep) - MPI_Type_lb(deep));
    }

    @Spmd(1)
    @Rule({"DDT-025", "DDT-026", "DDT-027", "DDT-028", "P2P-017", "GEN-001"})
    void shouldCommunicateOnlyCommittedTypes() {
        MPI_Datatype inner = MPI_Type_contiguous(2, MPI_INT);
        MPI_Datatype middle = MPI_Type_vector(2, 1, 2, inner);
        MPI_Datatype[] outer = {MPI_Type_contiguous(2, middle)};
        assertEquals(32, MPI_Type_size(outer[0]));
        assertEquals(48, MPI_Type_extent(outer[0]));
        MPI_Datatype copy = outer[0];
        int[] data = new int[20];
        Errors.expect(MPI_ERR_TYPE, () -> MPI_Send(data, 1, copy, MPI_PROC_NULL, 1, MPI_COMM_WORLD));
        MPI_Type_commit(outer);
        assertSame(copy, outer[0]);
        MPI_Type_commit(outer);
        MPI_Send(data, 1, copy, MPI_PROC_NULL, 1, MPI_COMM_WORLD);
        Errors.expect(MPI_ERR_TYPE, () -> MPI_Send(data, 1, inner, MPI_PROC_NULL, 1, MPI_COMM_WORLD));
        MPI_Type_commit(new MPI_Datatype[] {MPI_INT});
        MPI_Send(data, 1, MPI_INT, MPI_PROC_NULL, 1, MPI_COMM_WORLD);
        // A committed type as part of another.
        MPI_Datatype twice = commit(MPI_Type_contiguous(2, copy));
        MPI_Send(data, 1, twice, MPI_PROC_NULL, 1, MPI_COMM_WORLD);
        for (MPI_Datatype bad : new MPI_Datatype[] {MPI_DATATYPE_NULL, MPI_LB, MPI_UB}) {
            Errors.expect(MPI_ERR_TYPE, () -> MPI_Send(data, 1, bad, MPI_PROC_NULL, 1, MPI_COMM_WORLD));
        }
        free(inner, middle, copy, twice);
    }

    @Spmd(1)
    @Rule({"DDT-030", "DDT-033", "GEN-006", "GEN-002"})
    void shouldDependOnNothingThatItWasMadeFrom() {
        int[] lengths = {1, 2};
        int[] places = {3, 0};
        MPI_Datatype[] base = {MPI_Type_contiguous(1, MPI_INT)};
        MPI_Datatype[] type = {MPI_Type_indexed(2, lengths, places, base[0])};
        lengths[0] = places[0] = 99;
        MPI_Type_free(base);
        assertSame(MPI_DATATYPE_NULL, base[0]);
        MPI_Datatype[] parts = {type[0], MPI_CHAR};
        long[] bytes = {0, 16};
        MPI_Datatype outer = MPI_Type_struct(2, new int[] {1, 1}, bytes, parts);
        parts[0] = MPI_DOUBLE;
        bytes[1] = 1000;
        MPI_Type_free(type);
        byte[] packed = pack(Types.numbered(64), 1, commit(outer));
        assertEquals(13, packed.length);
        assertEquals(6, packed[0]);
        assertEquals(0, packed[4]);
        assertEquals(2, packed[8]);
        assertEquals(8, packed[12]);
        free(outer);
    }

    @Spmd(1)
    @Rule({"DDT-032", "DDT-023", "GEN-004", "GEN-005"})
    void shouldRefuseWhatCannotBe() {
        Errors.expect(MPI_ERR_TYPE, () -> MPI_Type_free(new MPI_Datatype[] {MPI_INT}));
        int[] bad = {MPI_ERR_COUNT, MPI_ERR_ARG};
        Errors.expectOneOf(bad, () -> MPI_Type_contiguous(-1, MPI_INT));
        Errors.expectOneOf(bad, () -> MPI_Type_vector(2, -1, 1, MPI_INT));
        Errors.expectOneOf(bad, () -> MPI_Type_indexed(1, new int[] {-1}, new int[] {0}, MPI_INT));
        Errors.expect(MPI_ERR_TYPE, () -> MPI_Type_contiguous(1, MPI_DATATYPE_NULL));
        Errors.expect(MPI_ERR_TYPE, () -> MPI_Type_size(MPI_DATATYPE_NULL));
        assertEquals(4, MPI_Type_size(MPI_INT));
    }

    /** Sums that no long holds are refused; they must not wrap around to a small type. */
    @Spmd(1)
    @Rule({"DDT-023", "DDT-009"})
    void shouldRefuseTypesThatReachBeyondALong() {
        MPI_Datatype huge = MPI_Type_hvector(2, 1, 1L << 61, MPI_BYTE);
        MPI_Datatype wide =
                MPI_Type_struct(2, new int[] {1, 1}, new long[] {0, 1L << 61}, new MPI_Datatype[] {MPI_INT, MPI_UB});
        Errors.expect(MPI_ERR_ARG, () -> MPI_Type_vector(2, 1, 8, wide));
        Errors.expect(MPI_ERR_ARG, () -> MPI_Type_indexed(1, new int[] {1}, new int[] {8}, wide));
        Errors.expect(MPI_ERR_ARG, () -> MPI_Type_hvector(9, 1, 1L << 60, MPI_INT));
        // What is not used cannot reach too far.
        free(MPI_Type_vector(1, 1, 8, wide), MPI_Type_indexed(1, new int[] {0}, new int[] {8}, wide), huge, wide);
    }

    @Spmd(1)
    @Rule({"TYP-013"})
    void shouldRefuseToReadTheStatusThatIsIgnored() {
        Errors.expect(MPI_ERR_ARG, () -> MPI_Get_count(MPI_STATUS_IGNORE, MPI_INT));
        Errors.expect(MPI_ERR_ARG, () -> MPI_Get_elements(MPI_STATUS_IGNORE, MPI_INT));
        Errors.expect(MPI_ERR_ARG, () -> MPI_Test_cancelled(MPI_STATUS_IGNORE));
    }

    @Spmd(1)
    @Rule({"DDT-020", "P2P-038", "TYP-014"})
    void shouldMoveNothingWithEmptyTypes() {
        MPI_Datatype empty = commit(MPI_Type_contiguous(0, MPI_DOUBLE));
        MPI_Status status = new MPI_Status();
        MPI_Sendrecv(null, 3, empty, 0, 1, null, 5, empty, 0, 1, MPI_COMM_WORLD, status);
        assertEquals(0, MPI_Get_count(status, empty));
        assertEquals(0, pack(null, 4, empty).length);
        MPI_Datatype none = commit(MPI_Type_indexed(3, new int[] {0, 0, 0}, new int[] {5, 1, 9}, MPI_INT));
        assertEquals(0, MPI_Type_size(none));
        MPI_Bcast(null, 7, none, 0, MPI_COMM_WORLD);
        free(empty, none);
    }

    @Spmd(1)
    @Rule({"DDT-046", "V12-007", "DDT-047"})
    void shouldTakeBytesAndPackedAsParts() {
        MPI_Datatype mixed = commit(struct(new int[] {1, 3, 2}, new long[] {0, 4, 8}, MPI_INT, MPI_BYTE, MPI_PACKED));
        int[] size = new int[1];
        assertEquals(MPI_SUCCESS, MPI_Type_size(mixed, size));
        assertEquals(9, size[0]);
        assertEquals(9, pack(Types.numbered(32), 1, mixed).length);
        free(mixed);
    }

    @Spmd(1)
    @Rule("DDT-048")
    void shouldNotLeakWhenTypesComeAndGo() {
        for (int i = 0; i < 100_000; i++) {
            free(commit(MPI_Type_vector(4, 2, 5, MPI_INT)));
        }
    }
}
