package org.javampi.core.datatype;

import org.javampi.MPI;
import org.javampi.core.failure.MpiFailure;

/**
 * The datatype constructors (MPI-1.1 §3.12.1). Arguments are captured by value; sums are checked.
 */
public final class DatatypeFactory {
    private static final int LONGEST_INNER_NAME = 100;

    private DatatypeFactory() {}

    /** {@code count} copies, an extent apart. */
    public static Datatype contiguous(long count, Datatype old) {
        return vector(count, 1, old.extent(), old, "MPI_Type_contiguous");
    }

    /**
     * {@code count} blocks of {@code blockLength} copies; blocks begin {@code stride} extents
     * apart.
     */
    public static Datatype vector(long count, long blockLength, long stride, Datatype old) {
        long bytes = count > 1 ? bytes(stride, old.extent()) : 0;
        return vector(count, blockLength, bytes, old, "MPI_Type_vector");
    }

    /**
     * {@code count} blocks of {@code blockLength} copies; blocks begin {@code strideBytes} apart.
     */
    public static Datatype hvector(long count, long blockLength, long strideBytes, Datatype old) {
        return vector(count, blockLength, strideBytes, old, "MPI_Type_hvector");
    }

    /** {@code items} extents in bytes; a product beyond a long is refused, not wrapped around. */
    public static long bytes(long items, long extent) {
        try {
            return Math.multiplyExact(items, extent);
        } catch (ArithmeticException e) {
            throw overflow();
        }
    }

    private static Datatype vector(long count, long blockLength, long stride, Datatype old, String function) {
        checkLength(count, "count");
        checkLength(blockLength, "blocklength");
        try {
            Bounds bounds = new Bounds();
            if (count > 0 && blockLength > 0) {
                long lastBlock = Math.multiplyExact(count - 1, stride);
                long lastCopy = Math.multiplyExact(blockLength - 1, old.extent());
                bounds.include(
                        old,
                        Math.addExact(Math.min(0, lastBlock), Math.min(0, lastCopy)),
                        Math.addExact(Math.max(0, lastBlock), Math.max(0, lastCopy)));
            }
            Plan block = Plan.Repetition.of(blockLength, 0, old.extent(), old.plan());
            Plan plan = Plan.Repetition.of(count, 0, stride, block);
            Signature signature = Signature.repeated(Math.multiplyExact(count, blockLength), old.signature());
            return new Datatype(
                    function + "(" + count + ", " + brief(old) + ")", null, bounds, plan, signature, old.basics());
        } catch (ArithmeticException e) {
            throw overflow();
        }
    }

    /** Blocks of individual lengths at byte displacements, of individual types. */
    public static Datatype struct(String function, long[] blockLengths, long[] displacements, Datatype[] types) {
        int count = blockLengths.length;
        try {
            Bounds bounds = new Bounds();
            Plan[] plans = new Plan[count];
            Signature[] signatures = new Signature[count];
            int basics = 0;
            for (int i = 0; i < count; i++) {
                checkLength(blockLengths[i], "array_of_blocklengths[" + i + "]");
                Datatype type = types[i];
                plans[i] = Plan.Repetition.of(blockLengths[i], 0, type.extent(), type.plan());
                signatures[i] = Signature.repeated(blockLengths[i], type.signature());
                if (blockLengths[i] > 0) {
                    long last = Math.multiplyExact(blockLengths[i] - 1, type.extent());
                    bounds.include(
                            type,
                            Math.addExact(displacements[i], Math.min(0, last)),
                            Math.addExact(displacements[i], Math.max(0, last)));
                    basics |= type.basics();
                }
            }
            return new Datatype(
                    function + " of " + count + " blocks",
                    null,
                    bounds,
                    Plan.Sequence.of(displacements, plans),
                    Signature.sequence(signatures),
                    basics);
        } catch (ArithmeticException e) {
            throw overflow();
        }
    }

    /** The name of a type for that of another, which must not grow with each nesting. */
    static String brief(Datatype old) {
        String name = old.toString();
        return name.length() <= LONGEST_INNER_NAME ? name : name.substring(0, LONGEST_INNER_NAME) + "...";
    }

    private static void checkLength(long length, String name) {
        if (length < 0) {
            throw new MpiFailure(
                    MPI.MPI_ERR_COUNT, name + " " + length + " is negative (allowed 0.." + Integer.MAX_VALUE + ")");
        }
    }

    static MpiFailure overflow() {
        return new MpiFailure(MPI.MPI_ERR_ARG, "the type's size or extent is beyond 2^63 - 1 bytes");
    }
}
