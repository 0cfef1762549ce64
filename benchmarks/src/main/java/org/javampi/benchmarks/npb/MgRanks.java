package org.javampi.benchmarks.npb;

import static org.javampi.MPI.*;

/** The ranks as a periodic grid in three directions, most of them in z, x fastest. */
final class MgRanks {
    private final int[] counts = new int[3];
    private final int[] places = new int[3];

    /** All of MPI_COMM_WORLD, a power of two. */
    MgRanks() {
        int log = Integer.numberOfTrailingZeros(MPI_Comm_size(MPI_COMM_WORLD));
        counts[0] = 1 << log / 3;
        counts[1] = 1 << (log - log / 3) / 2;
        counts[2] = MPI_Comm_size(MPI_COMM_WORLD) / (counts[0] * counts[1]);
        for (int axis = 0; axis < 3; axis++) {
            places[axis] = place(MPI_Comm_rank(MPI_COMM_WORLD), axis);
        }
    }

    /** How many ranks there are in this direction. */
    int count(int axis) {
        return counts[axis];
    }

    /** Where this rank is in this direction, from 0. */
    int place(int axis) {
        return places[axis];
    }

    /** Where a rank is in this direction. */
    int place(int rank, int axis) {
        return switch (axis) {
            case 0 -> rank % counts[0];
            case 1 -> rank / counts[0] % counts[1];
            default -> rank / (counts[0] * counts[1]);
        };
    }

    /** The rank that is {@code steps} further in this direction. */
    int neighbour(int axis, int steps) {
        int[] there = places.clone();
        there[axis] = Math.floorMod(there[axis] + steps, counts[axis]);
        return there[0] + counts[0] * (there[1] + counts[1] * there[2]);
    }
}
