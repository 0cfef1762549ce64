package org.javampi.conformance.collectives;

import static org.javampi.MPI.*;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import java.util.Arrays;
import java.util.Random;
import org.javampi.MPI_Comm;
import org.javampi.MPI_Datatype;
import org.javampi.MPI_Op;

/**
 * One reduction, drawn from a seed: every rank knows everybody's operands and works out alone what
 * must come out.
 */
final class RandomReduction {
    private static final MPI_Op[] OPERATIONS = {
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

    static final String[] NAMES = {"reduce", "allreduce", "reduce_scatter", "scan"};

    private final MPI_Comm comm;
    private final int rank;
    private final int size;
    private final int root;
    private final boolean inPlace;
    private final int[] segments;
    private final int count;

    /** Null for a composition of affine maps, which does not commute. */
    private final Basic basic;

    private final String operationName;
    private final MPI_Op operation;
    private final MPI_Datatype type;
    private final byte[][] operands;
    private final int kind;

    RandomReduction(MPI_Comm comm, long seed) {
        this.comm = comm;
        rank = MPI_Comm_rank(comm);
        size = MPI_Comm_size(comm);
        Random common = new Random(seed);
        root = common.nextInt(size);
        inPlace = common.nextInt(4) == 0;
        int[] scales = {0, 1, 2, 9, 100, 700, common.nextInt(12) == 0 ? 15_000 : 5};
        int scale = scales[common.nextInt(scales.length)];
        segments = new int[size];
        Arrays.setAll(segments, r -> common.nextInt(3) == 0 ? 0 : common.nextInt(scale + 1));
        count = Arrays.stream(segments).sum();
        boolean affine = common.nextInt(3) == 0;
        basic = affine ? null : Basic.values()[common.nextInt(Basic.values().length)];
        operation = affine ? Affine.operation() : anyFor(basic, common);
        operationName = affine ? "affine" : operation.toString();
        type = affine ? MPI_Type_contiguous(2, MPI_LONG) : basic.handle;
        if (affine) {
            MPI_Type_commit(type);
        }
        operands = new byte[size][];
        for (int r = 0; r < size; r++) {
            Random random = new Random(seed * 57 + r);
            operands[r] = affine
                    ? Basic.bytes(Affine.of(random.nextInt(1000), count))
                    : basic.random(random, count, operationName);
        }
        kind = affine ? 0 : new Random(seed + rank).nextInt(3);
    }

    private static MPI_Op anyFor(Basic basic, Random random) {
        int first = 0;
        int last = 10;
        if (basic.isPair()) {
            first = 10;
            last = 12;
        } else if (basic == Basic.BYTE) {
            first = 7;
        } else if (basic == Basic.FLOAT || basic.name().endsWith("DOUBLE")) {
            last = 4;
        }
        return OPERATIONS[first + random.nextInt(last - first)];
    }

    @Override
    public String toString() {
        return operationName
                + " of "
                + (basic == null ? "affine maps" : basic)
                + ", segments "
                + Arrays.toString(segments)
                + ", root "
                + root
                + (inPlace ? ", in place" : "");
    }

    private Object buffer(byte[] bytes) {
        if (basic == null) {
            return Basic.LONG.array(bytes);
        }
        return kind == 0 ? basic.array(bytes) : kind == 1 ? bytes.clone() : Basic.direct(bytes);
    }

    /** Over ranks 0 to {@code last}. */
    private byte[] result(int last) {
        byte[] result = operands[0];
        for (int r = 1; r <= last; r++) {
            if (basic == null) {
                long[] next = (long[]) Basic.LONG.array(operands[r]);
                Affine.compose((long[]) Basic.LONG.array(result), next, count);
                result = Basic.bytes(next);
            } else {
                byte[] next = operands[r].clone();
                basic.combine(operationName, result, next);
                result = next;
            }
        }
        return result;
    }

    void run(String name) {
        try {
            check(name);
        } finally {
            if (basic == null) {
                MPI_Type_free(type);
                MPI_Op_free(operation);
            }
        }
    }

    private void check(String name) {
        byte[] mine = operands[rank];
        boolean here = rank == root;
        boolean place = inPlace && (here || !name.equals("reduce"));
        Object out = place ? MPI_IN_PLACE : buffer(mine);
        Object in = buffer(place ? mine : new byte[mine.length]);
        byte[] expected = result(size - 1);
        int length = expected.length;
        switch (name) {
            case "reduce" -> {
                MPI_Reduce(out, in, count, type, operation, root, comm);
                expected = here ? expected : new byte[length];
            }
            case "allreduce" -> MPI_Allreduce(out, in, count, type, operation, comm);
            case "scan" -> {
                MPI_Scan(out, in, count, type, operation, comm);
                expected = result(rank);
            }
            default -> {
                MPI_Reduce_scatter(out, in, segments, type, operation, comm);
                int item = count == 0 ? 0 : length / count;
                int first = item * Arrays.stream(segments, 0, rank).sum();
                expected = Arrays.copyOfRange(expected, first, first + item * segments[rank]);
            }
        }
        assertArrayEquals(expected, Arrays.copyOf(Basic.bytes(in), expected.length), "result");
        if (!place) {
            assertArrayEquals(mine, Basic.bytes(out), "operand");
        }
    }
}
