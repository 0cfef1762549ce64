package org.javampi.core.topology;

import org.javampi.MPI;
import org.javampi.core.failure.MpiFailure;

/** Checks that the topologies share. */
final class Arguments {
    private static final int SHOWN = 8;

    private Arguments() {}

    static void checkDimensionCount(int ndims) {
        if (ndims < 0) {
            throw new MpiFailure(
                    MPI.MPI_ERR_DIMS, "ndims " + ndims + " is negative (allowed 0.." + Integer.MAX_VALUE + ")");
        }
    }

    /** Refuses an array of {@code length} elements, -1 for null, where {@code needed} are used. */
    static void checkLength(String name, int length, int needed) {
        if (length < needed && needed > 0) {
            throw new MpiFailure(
                    MPI.MPI_ERR_ARG,
                    name
                            + (length < 0 ? " is null" : " has " + length + " elements")
                            + " but "
                            + needed
                            + " are needed");
        }
    }

    static void checkRank(int rank, int size) {
        if (rank < 0 || rank >= size) {
            throw new MpiFailure(
                    MPI.MPI_ERR_RANK, "rank " + rank + " is not in the topology (allowed 0.." + (size - 1) + ")");
        }
    }

    /** The first {@code count} values for a message, long lists cut. */
    static String list(int[] values, int count) {
        StringBuilder text = new StringBuilder("(");
        for (int i = 0; i < Math.min(count, SHOWN); i++) {
            text.append(i == 0 ? "" : ", ").append(values[i]);
        }
        return text.append(count > SHOWN ? ", ...)" : ")").toString();
    }
}
