package org.javampi.core.datatype;

import java.io.Serializable;

/**
 * How a derived type was made (MPI-4.1 §5.1.13): what MPI_Type_get_envelope and MPI_Type_get_contents tell.
 *
 * @param combiner MPI_COMBINER_VECTOR and the like
 * @param integers arguments that are ints, in the order of the standard's table
 * @param addresses arguments that are addresses or displacements in bytes
 * @param counts of a large-count constructor: arguments that are counts
 * @param types types that it is made of, as they were then
 * @param large whether a large-count constructor has made it
 */
public record Construction(
        int combiner, int[] integers, long[] addresses, long[] counts, Datatype[] types, boolean large)
        implements Serializable {
    private static final long[] NONE = {};

    /** Of a constructor with int counts. */
    public static Construction of(int combiner, int[] integers, long[] addresses, Datatype... types) {
        return new Construction(combiner, integers, addresses, NONE, types, false);
    }

    /** Of a constructor with long counts. */
    public static Construction large(int combiner, int[] integers, long[] addresses, long[] counts, Datatype... types) {
        return new Construction(combiner, integers, addresses, counts, types, true);
    }
}
