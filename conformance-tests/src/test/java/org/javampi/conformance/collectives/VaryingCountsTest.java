package org.javampi.conformance.collectives;

import static org.javampi.MPI.*;
import static org.javampi.conformance.collectives.Rows.*;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.javampi.MPI_Datatype;
import org.javampi.conformance.harness.Rule;
import org.javampi.conformance.harness.Spmd;

/** The collectives with a count and a place for each rank (MPI-1.1 §4.5 to §4.8). */
class VaryingCountsTest {
    private static final int UNTOUCHED = -3;
    private static final int BEHIND = 1 << 30;

    /** Places for the ranks' blocks of pairs, shuffled, with gaps; some blocks are empty. */
    private static final class Places {
        final int[] counts;
        final int[] displs;
        final int pairs;

        Places(int ranks, int scale, long seed) {
            Random random = new Random(seed);
            List<Integer> order = new ArrayList<>();
            for (int r = 0; r < ranks; r++) {
                order.add(r);
            }
            Collections.shuffle(order, random);
            // what lies behind the valid entries must not be looked at
            counts = filled(ranks + 2, BEHIND);
            displs = filled(ranks + 2, BEHIND);
            int next = random.nextInt(3);
            for (int r : order) {
                counts[r] = r % 3 == 1 ? 0 : scale * (1 + random.nextInt(4)) + r;
                displs[r] = next;
                next += counts[r] + random.nextInt(5);
            }
            pairs = next + 1;
        }

        /** The whole buffer with the rows of all ranks for {@code to}. */
        int[] whole(int ranks, int to) {
            int[] whole = filled(2 * pairs, UNTOUCHED);
            for (int r = 0; r < ranks; r++) {
                System.arraycopy(row(r, to, 2 * counts[r]), 0, whole, 2 * displs[r], 2 * counts[r]);
            }
            return whole;
        }
    }

    private static MPI_Datatype pair() {
        MPI_Datatype pair = MPI_Type_contiguous(2, MPI_INT);
        MPI_Type_commit(pair);
        return pair;
    }

    @Spmd({1, 2, 3, 5, 8})
    @Rule({"COL-017", "COL-018", "GEN-010"})
    void shouldGatherAndScatterAnyPlacesCountedInExtents() {
        MPI_Datatype pair = pair();
        for (int scale : new int[] {1, 3000}) {
            for (int root = 0; root < size(); root++) {
                Places places = new Places(size(), scale, 11 * root + scale);
                boolean here = rank() == root;
                int mine = places.counts[rank()];
                int[] row = row(rank(), root, 2 * mine);
                int[] all = here ? filled(2 * places.pairs, UNTOUCHED) : null;
                int[] counts = here ? places.counts : null;
                int[] displs = here ? places.displs : null;
                MPI_Gatherv(row, 2 * mine, MPI_INT, all, counts, displs, pair, root, MPI_COMM_WORLD);
                if (here) {
                    assertArrayEquals(places.whole(size(), root), all);
                }
                int[] back = filled(2 * mine + 1, UNTOUCHED);
                MPI_Scatterv(all, counts, displs, pair, back, 2 * mine, MPI_INT, root, MPI_COMM_WORLD);
                assertArrayEquals(row, Arrays.copyOf(back, 2 * mine));
                assertArrayEquals(new int[] {UNTOUCHED}, Arrays.copyOfRange(back, 2 * mine, 2 * mine + 1));
            }
        }
        MPI_Type_free(pair);
    }

    @Spmd({1, 2, 3, 5, 8})
    @Rule({"COL-017", "COL-021", "GEN-010"})
    void shouldAllgatherToAnyPlacesCountedInExtents() {
        MPI_Datatype pair = pair();
        for (int scale : new int[] {1, 3000}) {
            Places places = new Places(size(), scale, 7 + scale);
            int mine = places.counts[rank()];
            int[] row = row(rank(), 2, 2 * mine);
            int[] all = filled(2 * places.pairs, UNTOUCHED);
            MPI_Allgatherv(row, mine, pair, all, places.counts, places.displs, pair, MPI_COMM_WORLD);
            assertArrayEquals(places.whole(size(), 2), all);
        }
        MPI_Type_free(pair);
    }

    /** Rank i has i items for each rank above it and none for the others. */
    @Spmd({2, 3, 4, 8})
    @Rule({"COL-017", "COL-023", "GEN-010"})
    void shouldExchangeTriangularCounts() {
        int n = size();
        int me = rank();
        MPI_Datatype pair = pair();
        for (int scale : new int[] {1, 4000}) {
            int[] sendCounts = filled(n + 1, BEHIND);
            int[] sendPlaces = filled(n + 1, BEHIND);
            int[] counts = filled(n + 1, BEHIND);
            int[] places = filled(n + 1, BEHIND);
            int[] out = new int[2 * n * n * scale];
            int[] expected = filled(2 * n * n * scale, UNTOUCHED);
            for (int other = 0; other < n; other++) {
                sendCounts[other] = other > me ? me * scale : 0;
                sendPlaces[other] = (n - 1 - other) * n * scale;
                counts[other] = me > other ? other * scale : 0;
                places[other] = ((other + 1) % n) * n * scale;
                int[] sent = row(me, other, 2 * sendCounts[other]);
                System.arraycopy(sent, 0, out, 2 * sendPlaces[other], sent.length);
                int[] received = row(other, me, 2 * counts[other]);
                System.arraycopy(received, 0, expected, 2 * places[other], received.length);
            }
            int[] in = filled(expected.length, UNTOUCHED);
            MPI_Alltoallv(out, sendCounts, sendPlaces, pair, in, counts, places, pair, MPI_COMM_WORLD);
            assertArrayEquals(expected, in);
        }
        MPI_Type_free(pair);
    }

    /** Displacements may be negative when the buffer is given from its middle. */
    @Spmd({3})
    @Rule({"COL-017"})
    void shouldGatherBelowTheGivenPlace() {
        int[] all = filled(7, UNTOUCHED);
        int[] counts = {1, 2, 1};
        int[] displs = {2, -3, 0};
        int mine = counts[rank()];
        MPI_Allgatherv(row(rank(), 0, mine), mine, MPI_INT, at(all, 4), counts, displs, MPI_INT, MPI_COMM_WORLD);
        int[] expected = filled(7, UNTOUCHED);
        expected[6] = item(0, 0, 0);
        expected[1] = item(1, 0, 0);
        expected[2] = item(1, 0, 1);
        expected[4] = item(2, 0, 0);
        assertArrayEquals(expected, all);
    }
}
