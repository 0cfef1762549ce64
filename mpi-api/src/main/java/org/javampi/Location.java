package org.javampi;

import java.nio.ByteBuffer;

/**
 * A place inside a buffer, C's {@code &a[i]}: what {@code MPI.at} returns and every buffer argument
 * takes.
 *
 * @param base the array, or the ByteBuffer
 * @param index elements from the array's start, or bytes from the buffer's position; may lie past
 *     the end: the call that uses it reports that
 */
public record Location(Object base, int index) {
    /** The element {@code index} of {@code array}, or the byte {@code index} of a ByteBuffer. */
    public static Location of(Object array, int index) {
        return array instanceof Location inner
                ? new Location(inner.base, Math.addExact(inner.index, index))
                : new Location(array, index);
    }

    /** The byte {@code byteOffset} after the position of {@code buffer}. */
    public static Location of(ByteBuffer buffer, int byteOffset) {
        return new Location(buffer, byteOffset);
    }
}
