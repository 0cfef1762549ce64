package org.javampi.conformance.collectives;

import static org.javampi.MPI.*;
import static org.javampi.conformance.collectives.Rows.*;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.javampi.MPI_Datatype;
import org.javampi.MPI_Op;
import org.javampi.MPI_User_function;
import org.javampi.conformance.harness.Catalogue;
import org.javampi.conformance.harness.Errors;
import org.javampi.conformance.harness.Rule;
import org.javampi.conformance.harness.Spmd;

/** Every cell of the table of datatypes and operations (MPI-1.1 §4.9.2, §4.9.3). */
class ReductionTableTest {
    private static final int FIRST_OPERATION = 2;
    private static final int USER_OPERATION = 14;
    private static final String[] OPERATIONS = {
        "MPI_MAX",
        "MPI_MIN",
        "MPI_SUM",
        "MPI_PROD",
        "MPI_LAND",
        "MPI_LOR",
        "MPI_LXOR",
        "MPI_BAND",
        "MPI_BOR",
        "MPI_BXOR",
        "MPI_MAXLOC",
        "MPI_MINLOC",
        "user_op"
    };

    private static final MPI_Op[] HANDLES = {
        MPI_MAX,
        MPI_MIN,
        MPI_SUM,
        MPI_PROD,
        MPI_LAND,
        MPI_LOR,
        MPI_LXOR,
        MPI_BAND,
        MPI_BOR,
        MPI_BXOR,
        MPI_MAXLOC,
        MPI_MINLOC
    };

    private record Cell(String type, String op, char mark) {
        MPI_Op operation() {
            for (MPI_Op operation : HANDLES) {
                if (operation.toString().equals(op)) {
                    return operation;
                }
            }
            throw new IllegalArgumentException(op);
        }

        @Override
        public String toString() {
            return op + " of " + type;
        }
    }

    private static List<Cell> cells() {
        List<Cell> cells = new ArrayList<>();
        for (String[] row : Catalogue.table("reduction-ops")) {
            for (int i = FIRST_OPERATION; i <= USER_OPERATION; i++) {
                cells.add(new Cell(row[0], OPERATIONS[i - FIRST_OPERATION], row[i].charAt(0)));
            }
        }
        return cells;
    }

    @Spmd({1, 2, 3, 4, 5, 8})
    @Rule({"RED-001", "RED-008", "RED-009", "RED-010", "RED-011", "RED-012", "RED-013"})
    void shouldGiveTheRightValueInEveryCellThatIsDefined() {
        int done = 0;
        for (Cell cell : cells()) {
            Basic basic = Basic.of(cell.type);
            boolean defined = cell.mark == 'Y' || cell.mark == 'E' || cell.mark == 'F';
            if (defined && basic != null && !cell.op.equals("user_op")) {
                reduceAll(basic, cell.op, cell.operation(), cell.toString().hashCode());
                done++;
            }
        }
        assertEquals(6 * 10 + 3 * 4 + 3 + 3 * 10 + 6 * 2 + 2 * 2, done, "defined cells");
    }

    @Spmd(
            value = {6, 7, 9, 13, 16, 17},
            processes = false,
            everywhere = false)
    @Rule({"RED-001"})
    void shouldGiveTheRightValueAmongOtherNumbersOfRanks() {
        for (Cell cell : cells()) {
            Basic basic = Basic.of(cell.type);
            if ((cell.mark == 'Y' || cell.mark == 'E') && !cell.op.equals("user_op")) {
                assertNotNull(basic, cell.type);
                reduceAll(basic, cell.op, cell.operation(), cell.toString().hashCode());
            }
        }
    }

    /** Extensions of this implementation, not in the table. */
    @Spmd({2, 3})
    @Rule({"RED-001"})
    void shouldReduceJavasCharactersAndBooleans() {
        for (String op : Arrays.copyOf(OPERATIONS, 10)) {
            MPI_Op operation = new Cell("MPI_WCHAR", op, 'E').operation();
            reduceAll(Basic.WCHAR, op, operation, 5);
        }
        boolean mine = rank() == 0;
        boolean[] result = new boolean[2];
        MPI_Op[] ops = {MPI_LAND, MPI_LOR, MPI_LXOR};
        boolean[][] expected = {{false, true}, {true, true}, {true, size() % 2 == 1}};
        for (int i = 0; i < ops.length; i++) {
            MPI_Allreduce(new boolean[] {mine, true}, result, 2, MPI_C_BOOL, ops[i], MPI_COMM_WORLD);
            assertArrayEquals(expected[i], result, "operation " + i);
        }
    }

    /** All four reductions, in all kinds of memory. */
    private static void reduceAll(Basic basic, String op, MPI_Op operation, int seed) {
        int n = size();
        int[] segments = new int[n];
        Arrays.setAll(segments, r -> (r + seed & 7) % 3);
        int count = 5 + Arrays.stream(segments).sum();
        segments[n - 1] += 5;
        int first = (count - segments[n - 1]) * (rank() == n - 1 ? 1 : 0);
        for (int r = 0; r < rank() && rank() < n - 1; r++) {
            first += segments[r];
        }
        byte[] prefix = null;
        byte[] total = null;
        for (int r = 0; r < n; r++) {
            byte[] next = operand(basic, op, seed, r, count);
            if (r > 0) {
                basic.combine(op, total, next);
            }
            total = next;
            prefix = r == rank() ? total.clone() : prefix;
        }
        byte[] mine = operand(basic, op, seed, rank(), count);
        String cell = op + " of " + basic + ", seed " + seed + ": ";

        Object result = basic.array(new byte[total.length]);
        MPI_Allreduce(basic.array(mine), result, count, basic.handle, operation, MPI_COMM_WORLD);
        assertArrayEquals(total, Basic.bytes(result), cell + "Allreduce");

        int root = Math.floorMod(seed, n);
        byte[] raw = new byte[total.length];
        MPI_Reduce(mine, raw, count, basic.handle, operation, root, MPI_COMM_WORLD);
        assertArrayEquals(rank() == root ? total : new byte[raw.length], raw, cell + "Reduce");

        ByteBuffer direct = Basic.direct(new byte[total.length]);
        MPI_Scan(Basic.direct(mine), direct, count, basic.handle, operation, MPI_COMM_WORLD);
        assertArrayEquals(prefix, Basic.bytes(direct), cell + "Scan");

        byte[] expected = Arrays.copyOfRange(total, first * basic.extent, (first + segments[rank()]) * basic.extent);
        Object segment = basic.array(new byte[expected.length]);
        MPI_Reduce_scatter(basic.array(mine), segment, segments, basic.handle, operation, MPI_COMM_WORLD);
        assertArrayEquals(expected, Basic.bytes(segment), cell + "Reduce_scatter");
    }

    private static byte[] operand(Basic basic, String op, int seed, int rank, int count) {
        return basic.random(new Random(31L * seed + rank), count, op);
    }

    @Spmd({1, 2})
    @Rule({"RED-002"})
    void shouldRefuseEveryCellThatIsNotDefined() {
        int refused = 0;
        for (Cell cell : cells()) {
            Basic basic = Basic.of(cell.type);
            boolean pair = basic != null && basic.isPair();
            if (cell.op.equals("user_op") || cell.mark != 'N' && !(pair && cell.mark == '-')) {
                continue;
            }
            for (MPI_Datatype type : types(cell.type)) {
                // a marker is refused as a type already
                int error = cell.type.contains("MPI_LB") ? MPI_ERR_TYPE : MPI_ERR_OP;
                refuse(cell, type, error);
                refused++;
            }
        }
        assertTrue(refused > 150, "cells refused: " + refused);
    }

    private static List<MPI_Datatype> types(String name) {
        return switch (name) {
            case "(any derived datatype)" -> List.of(MPI_INT, MPI_DOUBLE_INT);
            case "MPI_LB / MPI_UB" -> List.of(MPI_LB, MPI_UB);
            case "MPI_PACKED" -> List.of(MPI_PACKED);
            default -> List.of(Basic.of(name).handle);
        };
    }

    private static void refuse(Cell cell, MPI_Datatype plain, int error) {
        MPI_Op op = cell.operation();
        MPI_Datatype type = plain;
        if (cell.type.startsWith("(")) {
            type = MPI_Type_contiguous(1, plain);
            MPI_Type_commit(type);
        }
        MPI_Datatype used = type;
        byte[] in = new byte[64];
        byte[] out = new byte[64];
        int[] ones = filled(size(), 1);
        Errors.expect(error, () -> MPI_Reduce(in, out, 1, used, op, 0, MPI_COMM_WORLD));
        Errors.expect(error, () -> MPI_Allreduce(in, out, 1, used, op, MPI_COMM_WORLD));
        Errors.expect(error, () -> MPI_Reduce_scatter(in, out, ones, used, op, MPI_COMM_WORLD));
        Errors.expect(error, () -> MPI_Scan(in, out, 1, used, op, MPI_COMM_WORLD));
        if (used != plain) {
            MPI_Type_free(type);
        }
    }

    /** Who keeps the left operand ends with rank 0's data, who keeps the right with the last's. */
    @Spmd({1, 2, 3, 4, 5, 8})
    @Rule({"RED-001", "RED-014", "RED-017", "RED-025"})
    void shouldRunUserOperationsOnEveryType() {
        int done = 0;
        for (Cell cell : cells()) {
            Basic basic = Basic.of(cell.type);
            if (cell.op.equals("user_op") && basic != null) {
                assertTrue(cell.mark == 'Y' || cell.mark == 'F', cell.toString());
                keepOneSide(basic, true);
                keepOneSide(basic, false);
                done++;
            }
        }
        assertEquals(21, done, "types");
    }

    private static void keepOneSide(Basic basic, boolean left) {
        int count = 9;
        MPI_User_function keep = (in, inout, len, type) -> {
            assertSame(basic.handle, type);
            assertTrue(len >= 1 && len <= count, "len " + len);
            assertSame(in.getClass(), inout.getClass());
            if (left) {
                int items = len * basic.extent / (width(in));
                System.arraycopy(in, 0, inout, 0, items);
            }
        };
        MPI_Op op = MPI_Op_create(keep, false);
        byte[] mine = operand(basic, "MPI_MAX", 3, rank(), count);
        byte[] expected = operand(basic, "MPI_MAX", 3, left ? 0 : size() - 1, count);
        Object result = basic.array(new byte[mine.length]);
        MPI_Allreduce(basic.array(mine), result, count, basic.handle, op, MPI_COMM_WORLD);
        assertArrayEquals(expected, basic.withoutGaps(Basic.bytes(result)), basic + " Allreduce");
        byte[] raw = new byte[mine.length];
        MPI_Scan(mine, raw, count, basic.handle, op, MPI_COMM_WORLD);
        assertArrayEquals(left ? expected : mine, basic.withoutGaps(raw), basic + " Scan");
        MPI_Op_free(op);
    }

    private static int width(Object array) {
        Class<?> element = array.getClass().getComponentType();
        if (element == byte.class) {
            return 1;
        }
        if (element == short.class || element == char.class) {
            return 2;
        }
        return element == int.class || element == float.class ? 4 : 8;
    }
}
