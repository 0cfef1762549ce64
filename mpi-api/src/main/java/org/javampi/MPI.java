package org.javampi;

import java.nio.ByteBuffer;

/** All of MPI-1.2: {@code import org.javampi.*; import static org.javampi.MPI.*;}. */
public final class MPI extends ValueForms {
    private MPI() {}

    /**
     * C's {@code &array[index]}: a buffer argument that begins at element {@code index} of an
     * array.
     */
    public static Location at(Object array, int index) {
        return Location.of(array, index);
    }

    /**
     * A buffer argument that begins {@code byteOffset} bytes after the position of {@code buffer}.
     */
    public static Location at(ByteBuffer buffer, int byteOffset) {
        return Location.of(buffer, byteOffset);
    }
}
