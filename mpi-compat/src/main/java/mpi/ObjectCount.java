package mpi;

/**
 * How the length of a message of serialized objects tells their number: its low bits have it, and the message is
 * padded until they do. A probe then knows how many objects will come, although it sees the length alone.
 *
 * <pre>
 *   length mod 2^(5+n):   count (n bits) | n (5 bits)        n: bits of the count; no bytes: no objects
 * </pre>
 */
final class ObjectCount {
    private static final int WIDTH_BITS = 5;
    private static final int WIDTH_MASK = (1 << WIDTH_BITS) - 1;

    private ObjectCount() {}

    /** The shortest length from {@code byteCount} on that tells {@code count}. */
    static long paddedLength(long byteCount, int count) {
        int width = Integer.SIZE - Integer.numberOfLeadingZeros(count);
        long code = (long) count << WIDTH_BITS | width;
        long modulus = 1L << WIDTH_BITS + width;
        return byteCount + Math.floorMod(code - byteCount, modulus);
    }

    /** What a message of {@code length} bytes tells. */
    static int of(long length) {
        int width = (int) length & WIDTH_MASK;
        return (int) (length >>> WIDTH_BITS & (1L << width) - 1);
    }
}
