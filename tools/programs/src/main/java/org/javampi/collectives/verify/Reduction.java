package org.javampi.collectives.verify;

import static org.javampi.MPI.*;

import java.util.Arrays;
import java.util.List;
import org.javampi.MPI_Datatype;
import org.javampi.MPI_Op;

/** An operation, the type of its operands, and what the ranks have. */
final class Reduction {
    private final String name;
    private final Reference reference;
    private final int stride;

    /** Null for a sum. */
    private final Pairing pairing;

    private Reduction(String name, Reference reference, int stride, Pairing pairing) {
        this.name = name;
        this.reference = reference;
        this.stride = stride;
        this.pairing = pairing;
    }

    /**
     * Sums of ints and of doubles, maps that do not commute on a pair type, bounds on a contiguous
     * type, and a random operation on a type with gaps.
     */
    static List<Reduction> all(Reference reference) {
        return List.of(
                new Reduction("sum", reference, 1, null),
                new Reduction("double sum", reference, 1, null),
                new Reduction("affine", reference, 2, Pairing.plain(Pairing.Kind.AFFINE)),
                new Reduction("bounds", reference, 2, Pairing.plain(Pairing.Kind.BOUNDS)),
                new Reduction("random", reference, 3, Pairing.random(reference.seed())));
    }

    String name() {
        return name;
    }

    @Override
    public String toString() {
        return stride == 3 ? name + " (" + pairing + ")" : name;
    }

    /** Elements of an item. */
    int stride() {
        return stride;
    }

    private boolean isDouble() {
        return name.equals("double sum");
    }

    /** {@link #free} takes it back. */
    MPI_Datatype type() {
        if (pairing == null) {
            return isDouble() ? MPI_DOUBLE : MPI_INT;
        }
        if (name.equals("affine")) {
            return MPI_2INT;
        }
        MPI_Datatype[] pair = new MPI_Datatype[1];
        if (stride == 3) {
            MPI_Type_vector(2, 1, 2, MPI_INT, pair);
        } else {
            MPI_Type_contiguous(2, MPI_INT, pair);
        }
        MPI_Type_commit(pair);
        return pair[0];
    }

    /** {@link #free} takes it back. */
    MPI_Op operation() {
        return pairing == null
                ? MPI_SUM
                : MPI_Op_create((in, inout, items, type) -> combine(in, inout, items), pairing.isCommutative());
    }

    void free(MPI_Op op, MPI_Datatype type) {
        if (pairing != null) {
            MPI_Op_free(op);
            if (!name.equals("affine")) {
                MPI_Type_free(type);
            }
        }
    }

    /** {@code inout = in op inout}. */
    void combine(Object in, Object inout, int items) {
        if (pairing != null) {
            pairing.combine((int[]) in, (int[]) inout, items, stride);
        } else if (isDouble()) {
            double[] left = (double[]) in;
            double[] right = (double[]) inout;
            for (int i = 0; i < items; i++) {
                right[i] += left[i];
            }
        } else {
            int[] left = (int[]) in;
            int[] right = (int[]) inout;
            for (int i = 0; i < items; i++) {
                right[i] += left[i];
            }
        }
    }

    /** Of a rank, with something of {@code gap} in gaps. */
    Object operand(int rank, int count, int gap) {
        int window = reference.window(rank, 0);
        int length = count * stride;
        if (isDouble()) {
            double[] row = reference.doubles(window + length);
            return Arrays.copyOfRange(row, window, window + length);
        }
        int[] row = reference.ints(window + length);
        int[] operand = Arrays.copyOfRange(row, window, window + length);
        for (int i = 1; stride == 3 && i < length; i += stride) {
            operand[i] = gap;
        }
        return operand;
    }

    /** An array for {@code count} items, gaps all over. */
    Object blank(int count) {
        if (isDouble()) {
            double[] blank = new double[count];
            Arrays.fill(blank, Sheet.GAP);
            return blank;
        }
        int[] blank = new int[count * stride];
        Arrays.fill(blank, Sheet.GAP);
        return blank;
    }

    /**
     * The first element in which {@code items} items of {@code expected}, from {@code from} on,
     * differ from those at the beginning of {@code found}; or -1.
     */
    int mismatch(Object expected, int from, Object found, int items) {
        int begin = from * stride;
        int length = items * stride;
        return isDouble()
                ? Arrays.mismatch((double[]) expected, begin, begin + length, (double[]) found, 0, length)
                : Arrays.mismatch((int[]) expected, begin, begin + length, (int[]) found, 0, length);
    }

    /** An element of an array of this reduction, to be reported. */
    String at(Object array, int element) {
        return isDouble() ? "" + ((double[]) array)[element] : "" + ((int[]) array)[element];
    }
}
