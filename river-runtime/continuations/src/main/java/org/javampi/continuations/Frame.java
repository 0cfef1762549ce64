package org.javampi.continuations;

import java.io.Serializable;
import java.util.Arrays;

/**
 * One method's frame: which of its calls it stands in, and the values that it needs to go on. Rewritten code puts
 * them in one order and takes them in the same. Used by one thread.
 */
public final class Frame implements Serializable {
    private static final long serialVersionUID = 1;

    private final String method;
    private final int site;
    private long[] numbers = new long[0];

    /** Serializable where frames are written. */
    @SuppressWarnings("serial")
    private Object[] references = new Object[0];

    private transient int nextNumber;
    private transient int nextReference;

    Frame(String method, int site) {
        this.method = method;
        this.site = site;
    }

    /** The method as {@code owner.name(descriptor)}, with the owner's internal name. */
    public String method() {
        return method;
    }

    /** The number of the call in its method, from 0. */
    public int site() {
        return site;
    }

    /** The object whose constructor this is a frame of. */
    public Object receiver() {
        return references[0];
    }

    public Frame put(int value) {
        return put((long) value);
    }

    public Frame put(float value) {
        return put((long) Float.floatToRawIntBits(value));
    }

    public Frame put(double value) {
        return put(Double.doubleToRawLongBits(value));
    }

    public Frame put(long value) {
        numbers = Arrays.copyOf(numbers, numbers.length + 1);
        numbers[numbers.length - 1] = value;
        return this;
    }

    public Frame put(Object value) {
        references = Arrays.copyOf(references, references.length + 1);
        references[references.length - 1] = value;
        return this;
    }

    public int takeInt() {
        return (int) takeLong();
    }

    public float takeFloat() {
        return Float.intBitsToFloat((int) takeLong());
    }

    public double takeDouble() {
        return Double.longBitsToDouble(takeLong());
    }

    public long takeLong() {
        return numbers[nextNumber++];
    }

    public Object takeObject() {
        return references[nextReference++];
    }

    /** For rewritten code whose method has no call of this frame's number. */
    public IllegalStateException unknownSite() {
        return new IllegalStateException("frozen at call " + site + " of " + method
                + ", which this version of the class does not have: resume with the classes that were frozen");
    }

    @Override
    public String toString() {
        return method + " at call " + site;
    }

    Frame fromStart() {
        nextNumber = 0;
        nextReference = 0;
        return this;
    }
}
