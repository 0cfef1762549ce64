package org.javampi.benchmarks.npb;

import static org.javampi.MPI.*;

import java.util.Arrays;
import java.util.Comparator;
import java.util.PriorityQueue;

/**
 * The right-hand side of MG: +1 at the points with the ten largest of all random numbers, -1 at
 * those with the ten smallest, 0 elsewhere.
 */
final class MgCharges {
    private static final long SEED = 314159265;
    private static final int EACH = 10;

    private record Candidate(double value, long place) {}

    private final int edge;
    private final int[] first = new int[3];

    /** For a cube with {@code edge} points each way. */
    MgCharges(int edge, MgRanks ranks) {
        this.edge = edge;
        for (int axis = 0; axis < 3; axis++) {
            first[axis] = edge / ranks.count(axis) * ranks.place(axis);
        }
    }

    /** Sets the interior points of this rank's box. Collective. */
    void put(MgBox v) {
        Arrays.fill(v.points, 0);
        Comparator<Candidate> byValue = Comparator.comparingDouble(Candidate::value);
        PriorityQueue<Candidate> largest = new PriorityQueue<>(byValue);
        PriorityQueue<Candidate> smallest = new PriorityQueue<>(byValue.reversed());
        RandomNumbers random = new RandomNumbers(SEED, 0);
        double[] line = new double[v.nx - 2];
        for (int z = 0; z < v.nz - 2; z++) {
            for (int y = 0; y < v.ny - 2; y++) {
                long place = ((long) (first[2] + z) * edge + first[1] + y) * edge + first[0];
                random.restart(SEED, place);
                random.fill(line, 0, line.length);
                for (int x = 0; x < line.length; x++) {
                    offer(largest, line[x], place + x, 1);
                    offer(smallest, line[x], place + x, -1);
                }
            }
        }
        charge(v, largest, byValue.reversed(), 1);
        charge(v, smallest, byValue, -1);
    }

    private static void offer(PriorityQueue<Candidate> best, double value, long place, int sign) {
        if (best.size() < EACH || sign * value > sign * best.peek().value) {
            best.add(new Candidate(value, place));
            if (best.size() > EACH) {
                best.remove();
            }
        }
    }

    /** Finds the best of all ranks' best, and sets those points that are here. */
    private void charge(MgBox v, PriorityQueue<Candidate> mine, Comparator<Candidate> bestFirst, double charge) {
        double[] values = new double[EACH];
        long[] places = new long[EACH];
        // A rank with fewer than ten points fills up with what nobody would choose.
        Arrays.fill(values, charge > 0 ? -1 : 2);
        int n = 0;
        for (Candidate one : mine) {
            values[n] = one.value;
            places[n++] = one.place;
        }
        int ranks = MPI_Comm_size(MPI_COMM_WORLD);
        double[] allValues = new double[EACH * ranks];
        long[] allPlaces = new long[EACH * ranks];
        MPI_Allgather(values, EACH, MPI_DOUBLE, allValues, EACH, MPI_DOUBLE, MPI_COMM_WORLD);
        MPI_Allgather(places, EACH, MPI_LONG, allPlaces, EACH, MPI_LONG, MPI_COMM_WORLD);
        Candidate[] all = new Candidate[EACH * ranks];
        Arrays.setAll(all, i -> new Candidate(allValues[i], allPlaces[i]));
        Arrays.sort(all, bestFirst);
        for (int i = 0; i < EACH; i++) {
            long place = all[i].place;
            int x = (int) (place % edge) - first[0];
            int y = (int) (place / edge % edge) - first[1];
            int z = (int) (place / edge / edge) - first[2];
            if (x >= 0 && x < v.nx - 2 && y >= 0 && y < v.ny - 2 && z >= 0 && z < v.nz - 2) {
                v.points[v.at(x + 1, y + 1, z + 1)] = charge;
            }
        }
    }
}
