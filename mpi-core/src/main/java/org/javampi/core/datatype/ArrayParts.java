package org.javampi.core.datatype;

import org.javampi.MPI;
import org.javampi.core.failure.MpiFailure;

/**
 * Types of parts of arrays with several dimensions (MPI-4.1 §5.1.3, §5.1.4). The extent is that of the whole array, so
 * that parts of several arrays follow each other.
 */
public final class ArrayParts {
    private ArrayParts() {}

    /** A box: in each dimension {@code subsizes} items from {@code starts} on, of {@code sizes}. */
    public static Datatype box(long[] sizes, long[] subsizes, long[] starts, boolean rowMajor, Datatype item) {
        for (int i = 0; i < sizes.length; i++) {
            checkSize(sizes[i], "array_of_sizes", i);
            if (subsizes[i] < 1 || subsizes[i] > sizes[i]) {
                throw wrong("array_of_subsizes", i, subsizes[i], 1, sizes[i]);
            }
            if (starts[i] < 0 || starts[i] > sizes[i] - subsizes[i]) {
                throw wrong("array_of_starts", i, starts[i], 0, sizes[i] - subsizes[i]);
            }
        }
        Datatype type = item;
        for (int k = 0; k < sizes.length; k++) {
            int i = rowMajor ? sizes.length - 1 - k : k;
            type = dimension(type, sizes[i], new long[] {subsizes[i]}, new long[] {starts[i]}, 1, 0);
        }
        return type;
    }

    /**
     * What process {@code rank} of a grid has of an array.
     *
     * @param distributions MPI_DISTRIBUTE_BLOCK and the like
     * @param lengths of the blocks, or MPI_DISTRIBUTE_DFLT_DARG
     * @param processes of the grid in each dimension
     */
    public static Datatype distributed(
            int size,
            int rank,
            long[] sizes,
            int[] distributions,
            int[] lengths,
            int[] processes,
            boolean rowMajor,
            Datatype item) {
        checkGrid(size, rank, processes);
        Datatype type = item;
        int[] coordinates = coordinates(rank, processes);
        long[] blockLengths = new long[sizes.length];
        for (int i = 0; i < sizes.length; i++) {
            checkSize(sizes[i], "array_of_gsizes", i);
            blockLengths[i] = blockLength(i, sizes[i], distributions[i], lengths[i], processes[i]);
        }
        for (int k = 0; k < sizes.length; k++) {
            int i = rowMajor ? sizes.length - 1 - k : k;
            type = part(type, sizes[i], blockLengths[i], coordinates[i], processes[i]);
        }
        return type;
    }

    /** Blocks in turn: whole ones at equal distances, and what is left of the last. */
    private static Datatype part(Datatype type, long size, long length, int coordinate, int processes) {
        long round = length * processes;
        long first = length * coordinate;
        long whole = size / round + (size % round >= first + length ? 1 : 0);
        long start = first + whole * round;
        long rest = Math.max(0, Math.min(length, size - start));
        return dimension(type, size, new long[] {length, rest}, new long[] {first, start}, whole, round);
    }

    /**
     * One dimension: {@code repeats} blocks of {@code lengths[0]} items from {@code starts[0]}, {@code distance} apart, then
     * further blocks once.
     */
    private static Datatype dimension(
            Datatype type, long size, long[] lengths, long[] starts, long repeats, long distance) {
        try {
            long extent = type.extent();
            Datatype[] blocks = new Datatype[lengths.length];
            long[] counts = new long[lengths.length];
            long[] bytes = new long[lengths.length];
            for (int b = 0; b < lengths.length; b++) {
                blocks[b] = DatatypeFactory.hvector(
                        b == 0 ? repeats : 1, lengths[b], Math.multiplyExact(distance, extent), type);
                counts[b] = blocks[b].size() == 0 ? 0 : 1;
                bytes[b] = Math.multiplyExact(starts[b], extent);
            }
            return DatatypeFactory.struct("part of an array", counts, bytes, blocks)
                    .resized(0, Math.multiplyExact(size, extent));
        } catch (ArithmeticException e) {
            throw DatatypeFactory.overflow();
        }
    }

    private static long blockLength(int i, long size, int distribution, int length, int processes) {
        boolean usual = length == MPI.MPI_DISTRIBUTE_DFLT_DARG;
        if (!usual && length < 1) {
            throw wrong("array_of_dargs", i, length, 1, Integer.MAX_VALUE);
        }
        switch (distribution) {
            case MPI.MPI_DISTRIBUTE_NONE -> {
                if (processes != 1) {
                    throw wrong("array_of_psizes", i, processes, 1, 1);
                }
                return size;
            }
            case MPI.MPI_DISTRIBUTE_BLOCK -> {
                long least = (size + processes - 1) / processes;
                if (!usual && length < least) {
                    throw wrong("array_of_dargs", i, length, least, Integer.MAX_VALUE);
                }
                return usual ? least : length;
            }
            case MPI.MPI_DISTRIBUTE_CYCLIC -> {
                return usual ? 1 : length;
            }
            default ->
                throw new MpiFailure(
                        MPI.MPI_ERR_ARG,
                        "array_of_distribs[" + i + "] " + distribution
                                + " is none of MPI_DISTRIBUTE_BLOCK, MPI_DISTRIBUTE_CYCLIC, MPI_DISTRIBUTE_NONE");
        }
    }

    private static int[] coordinates(int rank, int[] processes) {
        int[] coordinates = new int[processes.length];
        int left = rank;
        for (int i = processes.length - 1; i >= 0; i--) {
            coordinates[i] = left % processes[i];
            left /= processes[i];
        }
        return coordinates;
    }

    private static void checkGrid(int size, int rank, int[] processes) {
        long product = 1;
        for (int i = 0; i < processes.length; i++) {
            if (processes[i] < 1 || processes[i] > size) {
                throw wrong("array_of_psizes", i, processes[i], 1, size);
            }
            product *= processes[i];
            if (product > size) {
                break;
            }
        }
        if (size < 1 || product != size) {
            throw new MpiFailure(
                    MPI.MPI_ERR_ARG, "size " + size + " is not the product of array_of_psizes, " + product);
        }
        if (rank < 0 || rank >= size) {
            throw new MpiFailure(
                    MPI.MPI_ERR_ARG, "rank " + rank + " is none of the grid (allowed 0.." + (size - 1) + ")");
        }
    }

    private static void checkSize(long size, String array, int i) {
        if (size < 1) {
            throw wrong(array, i, size, 1, Long.MAX_VALUE);
        }
    }

    private static MpiFailure wrong(String array, int i, long value, long least, long most) {
        return new MpiFailure(
                MPI.MPI_ERR_ARG,
                array + "[" + i + "] " + value + " does not fit (allowed " + least + ".." + most + ")");
    }
}
