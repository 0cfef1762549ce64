package org.javampi.collectives.verify;

import java.util.Arrays;

/**
 * A buffer that one case after the other uses. What a case does not expect to be written is a gap,
 * and must be one afterwards; so must be the guard behind the end.
 */
final class Sheet {
    static final int GAP = -77;
    private static final int GUARD = 16;

    private final Reference reference;
    private int[] ints = {};
    private double[] doubles = {};
    private Form form = Form.INTS;
    private int end;
    private int seal;
    private boolean isSealed;

    Sheet(Reference reference) {
        this.reference = reference;
    }

    /** Begins anew: {@code items} gaps, and the guard. */
    Sheet blank(Form newForm, int items) {
        form = newForm;
        isSealed = false;
        end = items * form.stride();
        int length = end + GUARD;
        if (form == Form.DOUBLES) {
            doubles = doubles.length < length ? new double[length] : doubles;
            Arrays.fill(doubles, 0, length, GAP);
        } else {
            ints = ints.length < length ? new int[length] : ints;
            Arrays.fill(ints, 0, length, GAP);
        }
        return this;
    }

    /** The array, longer than it must be. */
    Object array() {
        return form == Form.DOUBLES ? doubles : ints;
    }

    /** Puts what {@code from} has for {@code to} at item {@code at}. */
    Sheet put(int from, int to, int at, int items) {
        int window = reference.window(from, to);
        Object row = form.row(reference, window + items);
        int stride = form.stride();
        System.arraycopy(row, window * stride, array(), at * stride, items * stride);
        return this;
    }

    /** The first element of these items that is not what {@code from} has for {@code to}, or -1. */
    int mismatch(int from, int to, int at, int items) {
        int window = reference.window(from, to);
        Object row = form.row(reference, window + items);
        int first = window * form.stride();
        int begin = at * form.stride();
        int length = items * form.stride();
        int found = form == Form.DOUBLES
                ? Arrays.mismatch(doubles, begin, begin + length, (double[]) row, first, first + length)
                : Arrays.mismatch(ints, begin, begin + length, (int[]) row, first, first + length);
        return found < 0 ? -1 : begin + found;
    }

    /** The first element in {@code items} gaps from {@code at} on that was written to, or -1. */
    int firstWritten(int at, int items) {
        return firstWrittenElement(at * form.stride(), (at + items) * form.stride());
    }

    /** The first element of the guard that was written to, or -1. */
    int firstWrittenBehind() {
        return firstWrittenElement(end, end + GUARD);
    }

    private int firstWrittenElement(int from, int to) {
        for (int i = from; i < to; i++) {
            if (form == Form.DOUBLES ? doubles[i] != GAP : ints[i] != GAP) {
                return i;
            }
        }
        return -1;
    }

    /** The array, to be read only: {@link #isIntact} tells whether it was. */
    Object sealed() {
        seal = digest();
        isSealed = true;
        return array();
    }

    /** Whether nothing has changed since it was sealed for the last call; true when it was not. */
    boolean isIntact() {
        boolean intact = !isSealed || seal == digest();
        isSealed = false;
        return intact;
    }

    /** A number that changes with any element, the guard's too. */
    private int digest() {
        int digest = 1;
        for (int i = 0; i < end + GUARD; i++) {
            digest = 31 * digest + (form == Form.DOUBLES ? Double.hashCode(doubles[i]) : ints[i]);
        }
        return digest;
    }

    /** What stands there, to be reported. */
    String at(int element) {
        return form == Form.DOUBLES ? "" + doubles[element] : "" + ints[element];
    }
}
