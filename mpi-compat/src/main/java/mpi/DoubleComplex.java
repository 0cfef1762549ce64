package mpi;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.DoubleBuffer;

/** A complex number inside a buffer: its real part, then its imaginary part. */
public final class DoubleComplex {
    private final DoubleBuffer buffer;
    private final int offset;

    private DoubleComplex(DoubleBuffer buffer, int index) {
        this.buffer = buffer;
        offset = 2 * index;
    }

    /** The first complex number of {@code buffer}. */
    public static DoubleComplex get(DoubleBuffer buffer) {
        return new DoubleComplex(buffer, 0);
    }

    /** The complex number {@code index} of {@code buffer}. */
    public static DoubleComplex get(DoubleBuffer buffer, int index) {
        return new DoubleComplex(buffer, index);
    }

    /** The first complex number of {@code array}. */
    public static DoubleComplex get(double[] array) {
        return new DoubleComplex(DoubleBuffer.wrap(array), 0);
    }

    /** The complex number {@code index} of {@code array}. */
    public static DoubleComplex get(double[] array, int index) {
        return new DoubleComplex(DoubleBuffer.wrap(array), index);
    }

    /** The first complex number of {@code buffer}, in native byte order. */
    public static DoubleComplex get(ByteBuffer buffer) {
        return get(buffer, 0);
    }

    /** The complex number {@code index} of {@code buffer}, in native byte order. */
    public static DoubleComplex get(ByteBuffer buffer, int index) {
        ByteBuffer whole = buffer.duplicate().clear().order(ByteOrder.nativeOrder());
        return new DoubleComplex(whole.asDoubleBuffer(), index);
    }

    /** Its real part. */
    public double getReal() {
        return buffer.get(offset);
    }

    /** Its imaginary part. */
    public double getImag() {
        return buffer.get(offset + 1);
    }

    /** Replaces its real part. */
    public void putReal(double real) {
        buffer.put(offset, real);
    }

    /** Replaces its imaginary part. */
    public void putImag(double imag) {
        buffer.put(offset + 1, imag);
    }

    /** A buffer that begins with this number: an argument of a call. */
    public DoubleBuffer getBuffer() {
        return offset == 0 ? buffer : MPI.slice(buffer, offset);
    }
}
