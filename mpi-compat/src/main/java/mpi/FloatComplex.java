package mpi;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;

/** A complex number inside a buffer: its real part, then its imaginary part. */
public final class FloatComplex {
    private final FloatBuffer buffer;
    private final int offset;

    private FloatComplex(FloatBuffer buffer, int index) {
        this.buffer = buffer;
        offset = 2 * index;
    }

    /** The first complex number of {@code buffer}. */
    public static FloatComplex get(FloatBuffer buffer) {
        return new FloatComplex(buffer, 0);
    }

    /** The complex number {@code index} of {@code buffer}. */
    public static FloatComplex get(FloatBuffer buffer, int index) {
        return new FloatComplex(buffer, index);
    }

    /** The first complex number of {@code array}. */
    public static FloatComplex get(float[] array) {
        return new FloatComplex(FloatBuffer.wrap(array), 0);
    }

    /** The complex number {@code index} of {@code array}. */
    public static FloatComplex get(float[] array, int index) {
        return new FloatComplex(FloatBuffer.wrap(array), index);
    }

    /** The first complex number of {@code buffer}, in native byte order. */
    public static FloatComplex get(ByteBuffer buffer) {
        return get(buffer, 0);
    }

    /** The complex number {@code index} of {@code buffer}, in native byte order. */
    public static FloatComplex get(ByteBuffer buffer, int index) {
        ByteBuffer whole = buffer.duplicate().clear().order(ByteOrder.nativeOrder());
        return new FloatComplex(whole.asFloatBuffer(), index);
    }

    /** Its real part. */
    public float getReal() {
        return buffer.get(offset);
    }

    /** Its imaginary part. */
    public float getImag() {
        return buffer.get(offset + 1);
    }

    /** Replaces its real part. */
    public void putReal(float real) {
        buffer.put(offset, real);
    }

    /** Replaces its imaginary part. */
    public void putImag(float imag) {
        buffer.put(offset + 1, imag);
    }

    /** A buffer that begins with this number: an argument of a call. */
    public FloatBuffer getBuffer() {
        return offset == 0 ? buffer : MPI.slice(buffer, offset);
    }
}
