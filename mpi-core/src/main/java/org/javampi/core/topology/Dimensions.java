package org.javampi.core.topology;

import org.javampi.MPI;
import org.javampi.core.failure.MpiFailure;

/** Balanced grid shapes (MPI_Dims_create, MPI-1.1 §6.5.1). Pure; any thread. */
public final class Dimensions {
    private Dimensions() {}

    /**
     * Replaces the zeros among the first {@code ndims} entries so that the product is {@code
     * nnodes}. The new entries are as close to each other as possible and do not increase; the
     * others stay. Nothing is changed on an error.
     *
     * @throws MpiFailure MPI_ERR_ARG for a number of nodes below 1 or an array too short;
     *     MPI_ERR_DIMS for a negative entry or entries that do not divide the number of nodes
     */
    public static void fill(int nnodes, int ndims, int[] dims) {
        if (nnodes < 1) {
            throw new MpiFailure(
                    MPI.MPI_ERR_ARG, "nnodes " + nnodes + " is not positive (allowed 1.." + Integer.MAX_VALUE + ")");
        }
        Arguments.checkDimensionCount(ndims);
        Arguments.checkLength("dims", dims == null ? -1 : dims.length, ndims);
        long preset = 1;
        int free = 0;
        for (int i = 0; i < ndims; i++) {
            if (dims[i] < 0) {
                throw new MpiFailure(
                        MPI.MPI_ERR_DIMS,
                        "dims[" + i + "] " + dims[i] + " is negative: 0 asks for a value, more sets it");
            }
            if (dims[i] == 0) {
                free++;
            } else if (preset <= nnodes) {
                preset *= dims[i];
            }
        }
        if (preset > nnodes || nnodes % preset != 0 || free == 0 && preset != nnodes) {
            throw indivisible(nnodes, ndims, dims, free);
        }
        if (free > 0) {
            insert(BalancedFactors.of((int) (nnodes / preset), free), dims);
        }
    }

    private static void insert(int[] factors, int[] dims) {
        int next = 0;
        for (int i = 0; next < factors.length; i++) {
            if (dims[i] == 0) {
                dims[i] = factors[next++];
            }
        }
    }

    private static MpiFailure indivisible(int nnodes, int ndims, int[] dims, int free) {
        String given = Arguments.list(dims, ndims);
        return new MpiFailure(
                MPI.MPI_ERR_DIMS,
                free == 0
                        ? "dims "
                                + given
                                + " leave nothing to choose and have not nnodes "
                                + nnodes
                                + " as product: set one of them to 0"
                        : "nnodes " + nnodes + " is no multiple of the product of the entries set in dims " + given);
    }
}
