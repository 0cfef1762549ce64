package org.javampi.conformance.datatypes;

import static org.javampi.MPI.*;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.javampi.MPI_Datatype;
import org.javampi.conformance.harness.Errors;
import org.javampi.conformance.harness.Rule;
import org.javampi.conformance.harness.Spmd;

/** How types were made, their names, attributes and external32 (MPI-4.1 §5.1.13, §5.3, §7.7.4, §7.8). */
class ModernInquiriesTest {
    private static int[] envelope(MPI_Datatype type) {
        int[][] out = new int[4][1];
        MPI_Type_get_envelope(type, out[0], out[1], out[2], out[3]);
        return new int[] {out[0][0], out[1][0], out[2][0], out[3][0]};
    }

    private static void check(
            MPI_Datatype type, int combiner, int[] integers, long[] addresses, MPI_Datatype... types) {
        assertArrayEquals(
                new int[] {integers.length, addresses.length, types.length, combiner}, envelope(type), type.toString());
        int[] i = new int[integers.length];
        long[] a = new long[addresses.length];
        MPI_Datatype[] t = new MPI_Datatype[types.length];
        MPI_Type_get_contents(type, i.length, a.length, t.length, i, a, t);
        assertArrayEquals(integers, i, type.toString());
        assertArrayEquals(addresses, a, type.toString());
        assertArrayEquals(types, t, type.toString());
    }

    @Spmd(1)
    @Rule({"DTI-001", "DTI-002"})
    void shouldTellHowATypeWasMade() {
        int[] lengths = {2, 1};
        int[] items = {3, 0};
        long[] bytes = {16, 0};
        long[] none = {};
        assertArrayEquals(new int[] {0, 0, 0, MPI_COMBINER_NAMED}, envelope(MPI_INT));
        check(MPI_Type_contiguous(3, MPI_INT), MPI_COMBINER_CONTIGUOUS, new int[] {3}, none, MPI_INT);
        check(MPI_Type_vector(3, 2, 5, MPI_INT), MPI_COMBINER_VECTOR, new int[] {3, 2, 5}, none, MPI_INT);
        for (MPI_Datatype type :
                List.of(MPI_Type_create_hvector(3, 2, 20, MPI_INT), MPI_Type_hvector(3, 2, 20, MPI_INT))) {
            check(type, MPI_COMBINER_HVECTOR, new int[] {3, 2}, new long[] {20}, MPI_INT);
        }
        check(
                MPI_Type_indexed(2, lengths, items, MPI_INT),
                MPI_COMBINER_INDEXED,
                new int[] {2, 2, 1, 3, 0},
                none,
                MPI_INT);
        check(
                MPI_Type_create_hindexed(2, lengths, bytes, MPI_INT),
                MPI_COMBINER_HINDEXED,
                new int[] {2, 2, 1},
                bytes,
                MPI_INT);
        check(
                MPI_Type_create_indexed_block(2, 4, items, MPI_INT),
                MPI_COMBINER_INDEXED_BLOCK,
                new int[] {2, 4, 3, 0},
                none,
                MPI_INT);
        check(
                MPI_Type_create_hindexed_block(2, 4, bytes, MPI_INT),
                MPI_COMBINER_HINDEXED_BLOCK,
                new int[] {2, 4},
                bytes,
                MPI_INT);
        check(
                MPI_Type_create_struct(2, lengths, bytes, new MPI_Datatype[] {MPI_INT, MPI_CHAR}),
                MPI_COMBINER_STRUCT,
                new int[] {2, 2, 1},
                bytes,
                MPI_INT,
                MPI_CHAR);
        check(MPI_Type_create_resized(MPI_INT, -4, 12), MPI_COMBINER_RESIZED, new int[0], new long[] {-4, 12}, MPI_INT);
        check(
                MPI_Type_create_subarray(1, new int[] {5}, new int[] {2}, new int[] {1}, MPI_ORDER_C, MPI_INT),
                MPI_COMBINER_SUBARRAY,
                new int[] {1, 5, 2, 1, MPI_ORDER_C},
                none,
                MPI_INT);
        check(
                MPI_Type_create_darray(
                        2,
                        1,
                        1,
                        new int[] {5},
                        new int[] {MPI_DISTRIBUTE_CYCLIC},
                        new int[] {2},
                        new int[] {2},
                        MPI_ORDER_FORTRAN,
                        MPI_INT),
                MPI_COMBINER_DARRAY,
                new int[] {2, 1, 1, 5, MPI_DISTRIBUTE_CYCLIC, 2, 2, MPI_ORDER_FORTRAN},
                none,
                MPI_INT);
        check(MPI_Type_dup(MPI_INT), MPI_COMBINER_DUP, new int[0], none, MPI_INT);
    }

    @Spmd(1)
    @Rule({"DTI-003", "DTI-004"})
    void shouldGiveDerivedTypesAsHandlesOfTheirOwn() {
        MPI_Datatype inner = MPI_Type_vector(2, 1, 2, MPI_INT);
        MPI_Datatype outer = MPI_Type_contiguous(3, inner);
        MPI_Datatype[] types = new MPI_Datatype[1];
        MPI_Type_get_contents(outer, 1, 0, 1, new int[1], null, types);
        assertNotSame(inner, types[0]);
        check(types[0], MPI_COMBINER_VECTOR, new int[] {2, 1, 2}, new long[0], MPI_INT);
        MPI_Type_free(types[0]);
        assertEquals(8, MPI_Type_size(inner));
        assertEquals(24, MPI_Type_size(outer));
        MPI_Type_free(inner);
        MPI_Type_get_contents(outer, 1, 0, 1, new int[1], null, types);
        assertEquals(8, MPI_Type_size(types[0]));
        Errors.expect(MPI_ERR_ARG, () -> MPI_Type_get_contents(outer, 0, 0, 1, new int[1], null, types));
        Errors.expect(MPI_ERR_ARG, () -> MPI_Type_get_contents(outer, 1, 0, 1, new int[1], null, null));
        Errors.expect(MPI_ERR_TYPE, () -> MPI_Type_get_contents(MPI_INT, 0, 0, 0, null, null, null));
        Errors.expect(MPI_ERR_TYPE, () -> envelope(MPI_DATATYPE_NULL));
        MPI_Type_free(outer);
    }

    @Spmd(1)
    @Rule({"DTI-005", "DTI-006"})
    void shouldDuplicateWithTheStateOfTheOriginal() {
        MPI_Datatype type = MPI_Type_vector(2, 1, 3, MPI_INT);
        MPI_Datatype raw = MPI_Type_dup(type);
        Errors.expect(MPI_ERR_TYPE, () -> MPI_Send(new int[9], 1, raw, MPI_PROC_NULL, 0, MPI_COMM_SELF));
        MPI_Type_commit(type);
        MPI_Datatype ready = MPI_Type_dup(type);
        MPI_Type_free(type);
        int[] to = new int[2];
        MPI_Sendrecv(new int[] {1, 2, 3, 4}, 1, ready, 0, 0, to, 2, MPI_INT, 0, 0, MPI_COMM_SELF, MPI_STATUS_IGNORE);
        assertArrayEquals(new int[] {1, 4}, to);
        assertSame(MPI_DOUBLE, MPI_Type_match_size(MPI_TYPECLASS_REAL, 8));
        assertEquals(2, MPI_Type_size(MPI_Type_match_size(MPI_TYPECLASS_INTEGER, 2)));
        Errors.expect(MPI_ERR_ARG, () -> MPI_Type_match_size(MPI_TYPECLASS_REAL, 3));
        Errors.expect(MPI_ERR_ARG, () -> MPI_Type_match_size(77, 4));
        MPI_Type_free(raw);
        MPI_Type_free(ready);
    }

    @Spmd({1, 2})
    @Rule({"DTI-007", "DTI-008"})
    void shouldNameTypesInErrors() {
        assertEquals("MPI_INT", MPI_Type_get_name(MPI_INT));
        MPI_Datatype particle = MPI_Type_contiguous(2, MPI_DOUBLE);
        assertEquals("", MPI_Type_get_name(particle));
        MPI_Type_set_name(particle, "particle");
        String[] name = new String[1];
        int[] length = new int[1];
        MPI_Type_get_name(particle, name, length);
        assertEquals("particle", name[0]);
        assertEquals(8, length[0]);
        String text = Errors.expect(MPI_ERR_TYPE, () -> MPI_Bcast(new double[2], 1, particle, 0, MPI_COMM_WORLD))
                .getMessage();
        assertTrue(text.contains("particle"), text);
        // Ranks that share a VM share the predefined types, but not their names.
        MPI_Type_set_name(MPI_DOUBLE, "of rank " + MPI_Comm_rank(MPI_COMM_WORLD));
        MPI_Barrier(MPI_COMM_WORLD);
        assertEquals("of rank " + MPI_Comm_rank(MPI_COMM_WORLD), MPI_Type_get_name(MPI_DOUBLE));
        MPI_Type_set_name(MPI_DOUBLE, "MPI_DOUBLE");
        MPI_Type_free(particle);
        text = Errors.expect(MPI_ERR_TYPE, () -> MPI_Send(new char[3], 3, MPI_CHAR, 0, 0, MPI_COMM_WORLD))
                .getMessage();
        assertTrue(text.contains("MPI_WCHAR") && text.contains("getBytes()"), text);
    }

    @Spmd(1)
    @Rule({"DTI-009", "DTI-010"})
    void shouldKeepAttributesOfTypes() {
        List<Object> deleted = new ArrayList<>();
        int key = MPI_Type_create_keyval(
                (type, keyval, state, in, out, flag) -> {
                    out[0] = in + " copied";
                    flag[0] = true;
                    return MPI_SUCCESS;
                },
                (type, keyval, value, state) -> {
                    deleted.add(value);
                    return MPI_SUCCESS;
                },
                null);
        MPI_Datatype type = MPI_Type_contiguous(2, MPI_INT);
        assertNull(MPI_Type_get_attr(type, key));
        MPI_Type_set_attr(type, key, "one");
        MPI_Type_set_attr(MPI_INT, key, "of int");
        MPI_Datatype copy = MPI_Type_dup(type);
        assertEquals("one copied", MPI_Type_get_attr(copy, key));
        assertEquals("of int", MPI_Type_get_attr(MPI_INT, key));
        MPI_Type_free(copy);
        MPI_Type_delete_attr(MPI_INT, key);
        MPI_Type_free(type);
        assertEquals(List.of("one copied", "of int", "one"), deleted);
        int ofCommunicators = MPI_Comm_create_keyval(MPI_COMM_DUP_FN, MPI_COMM_NULL_DELETE_FN, null);
        Errors.expect(MPI_ERR_KEYVAL, () -> MPI_Type_set_attr(MPI_INT, ofCommunicators, 1));
        Errors.expect(MPI_ERR_KEYVAL, () -> MPI_Comm_set_attr(MPI_COMM_WORLD, key, 1));
        Errors.expect(MPI_ERR_KEYVAL, () -> MPI_Type_delete_attr(MPI_INT, key));
        Errors.expect(MPI_ERR_TYPE, () -> MPI_Type_set_attr(MPI_DATATYPE_NULL, key, 1));
        MPI_Comm_free_keyval(ofCommunicators);
        int[] held = {key};
        MPI_Type_free_keyval(held);
        assertEquals(MPI_KEYVAL_INVALID, held[0]);
        Errors.expect(MPI_ERR_KEYVAL, () -> MPI_Type_get_attr(MPI_INT, key));
    }

    @Spmd(1)
    @Rule({"EXT-001", "EXT-002", "EXT-003"})
    void shouldPackInTheRepresentationOfAllMachines() {
        assertEquals(4, MPI_Pack_external_size("external32", 1, MPI_LONG));
        assertEquals(2, MPI_Pack_external_size("external32", 1, MPI_WCHAR));
        assertEquals(48, MPI_Pack_external_size("external32", 3, MPI_LONG_DOUBLE));
        byte[] unit = new byte[64];
        long[] position = {1};
        MPI_Pack_external("external32", new int[] {0x01020304}, 1, MPI_INT, unit, 64, position);
        MPI_Pack_external("external32", new long[] {-2}, 1, MPI_LONG, unit, 64, position);
        MPI_Pack_external("external32", new double[] {1.0}, 1, MPI_DOUBLE, unit, 64, position);
        MPI_Pack_external("external32", new double[] {-2.5}, 1, MPI_LONG_DOUBLE, unit, 64, position);
        assertEquals(33, position[0]);
        byte[] expected = {
            0,
            1,
            2,
            3,
            4,
            -1,
            -1,
            -1,
            -2,
            0x3f,
            (byte) 0xf0,
            0,
            0,
            0,
            0,
            0,
            0,
            (byte) 0xc0,
            0x00,
            0x40,
            0,
            0,
            0,
            0,
            0,
            0,
            0,
            0,
            0,
            0,
            0,
            0,
            0
        };
        assertArrayEquals(expected, Arrays.copyOf(unit, 33));
        position[0] = 1;
        int[] number = new int[1];
        long[] wide = new long[1];
        double[] real = new double[2];
        MPI_Unpack_external("external32", unit, 64, position, number, 1, MPI_INT);
        MPI_Unpack_external("external32", unit, 64, position, wide, 1, MPI_LONG);
        MPI_Unpack_external("external32", unit, 64, position, real, 1, MPI_DOUBLE);
        MPI_Unpack_external("external32", unit, 64, position, at(real, 1), 1, MPI_LONG_DOUBLE);
        assertEquals(33, position[0]);
        assertEquals(0x01020304, number[0]);
        assertEquals(-2, wide[0]);
        assertArrayEquals(new double[] {1.0, -2.5}, real);
        double[] hard = {
            Double.MIN_VALUE,
            3 * Double.MIN_VALUE,
            Double.MIN_NORMAL,
            Double.MAX_VALUE,
            -0.0,
            1 / 3.0,
            Double.POSITIVE_INFINITY,
            Double.NEGATIVE_INFINITY,
            Double.NaN,
            -Double.MIN_NORMAL / 8
        };
        byte[] quads = new byte[16 * hard.length];
        position[0] = 0;
        MPI_Pack_external("external32", hard, hard.length, MPI_LONG_DOUBLE, quads, quads.length, position);
        double[] back = new double[hard.length];
        position[0] = 0;
        MPI_Unpack_external("external32", quads, quads.length, position, back, hard.length, MPI_LONG_DOUBLE);
        assertArrayEquals(hard, back);
        MPI_Datatype every = MPI_Type_vector(2, 1, 2, MPI_SHORT);
        MPI_Type_commit(every);
        position[0] = 0;
        MPI_Pack_external("external32", new short[] {1, 2, 3}, 1, every, unit, 64, position);
        assertArrayEquals(new byte[] {0, 1, 0, 3}, Arrays.copyOf(unit, 4));
        MPI_Type_free(every);
        position[0] = 0;
        Errors.expect(MPI_ERR_UNSUPPORTED_DATAREP, () -> MPI_Pack_external_size("native", 1, MPI_INT));
        Errors.expect(MPI_ERR_BUFFER, () -> MPI_Pack_external("external32", number, 1, MPI_INT, unit, 3, position));
        Errors.expect(MPI_ERR_TRUNCATE, () -> MPI_Unpack_external("external32", unit, 3, position, number, 1, MPI_INT));
        Errors.expect(
                MPI_ERR_ARG,
                () -> MPI_Pack_external("external32", new long[] {1L << 40}, 1, MPI_LONG, unit, 64, position));
        assertEquals(0, position[0]);
    }
}
