package org.javampi.conformance.collectives;

import static org.javampi.MPI.*;
import static org.javampi.conformance.collectives.Rows.*;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import java.util.Arrays;
import org.javampi.MPI_Comm;

/** Every collective once, checked against plain arithmetic. */
final class Everything {
    private static final int UNTOUCHED = -77;

    private final MPI_Comm comm;
    private final int rank;
    private final int size;

    private Everything(MPI_Comm comm) {
        this.comm = comm;
        rank = MPI_Comm_rank(comm);
        size = MPI_Comm_size(comm);
    }

    /** All fourteen, {@code count} items per rank; the rooted ones with {@code root}. */
    static void check(MPI_Comm comm, int count, int root) {
        Everything all = new Everything(comm);
        all.rooted(count, root);
        all.rootedByCounts(count, root);
        all.moving(count);
        all.movingByCounts(count);
        all.reducing(count, root);
        MPI_Barrier(comm);
    }

    /** The rooted ones alone, for all roots. */
    static void checkRoots(MPI_Comm comm, int count) {
        Everything all = new Everything(comm);
        for (int root = 0; root < all.size; root++) {
            all.rooted(count, root);
            all.rootedByCounts(count, root);
            all.reducing(count, root);
        }
    }

    private void rooted(int count, int root) {
        int[] data = rank == root ? row(root, 0, count) : new int[count];
        MPI_Bcast(data, count, MPI_INT, root, comm);
        assertArrayEquals(row(root, 0, count), data);
        int[] all = rank == root ? new int[size * count] : null;
        MPI_Gather(row(rank, 1, count), count, MPI_INT, all, count, MPI_INT, root, comm);
        if (rank == root) {
            assertArrayEquals(rows(size, 1, count), all);
        }
        int[] piece = new int[count];
        MPI_Scatter(all, count, MPI_INT, piece, count, MPI_INT, root, comm);
        assertArrayEquals(row(rank, 1, count), piece);
    }

    /** Rank r has count + r items; they lie in reverse order with a gap behind each piece. */
    private void rootedByCounts(int count, int root) {
        int[] counts = new int[size];
        int[] places = new int[size];
        int total = 0;
        for (int r = size - 1; r >= 0; r--) {
            counts[r] = count + r;
            places[r] = total;
            total += counts[r] + 1;
        }
        int[] expected = filled(total, UNTOUCHED);
        for (int r = 0; r < size; r++) {
            System.arraycopy(row(r, 2, counts[r]), 0, expected, places[r], counts[r]);
        }
        boolean here = rank == root;
        int[] all = here ? filled(total, UNTOUCHED) : null;
        int mine = counts[rank];
        MPI_Gatherv(
                row(rank, 2, mine),
                mine,
                MPI_INT,
                all,
                here ? counts : null,
                here ? places : null,
                MPI_INT,
                root,
                comm);
        if (here) {
            assertArrayEquals(expected, all);
        }
        int[] piece = new int[mine];
        MPI_Scatterv(all, here ? counts : null, here ? places : null, MPI_INT, piece, mine, MPI_INT, root, comm);
        assertArrayEquals(row(rank, 2, mine), piece);
    }

    private void moving(int count) {
        int[] all = new int[size * count];
        MPI_Allgather(row(rank, 3, count), count, MPI_INT, all, count, MPI_INT, comm);
        assertArrayEquals(rows(size, 3, count), all);
        int[] out = new int[size * count];
        for (int to = 0; to < size; to++) {
            System.arraycopy(row(rank, to, count), 0, out, to * count, count);
        }
        MPI_Alltoall(out, count, MPI_INT, all, count, MPI_INT, comm);
        assertArrayEquals(rows(size, rank, count), all);
    }

    /** Rank i has i + j % 3 + count items for rank j. */
    private void movingByCounts(int count) {
        int[] sendCounts = new int[size];
        int[] sendPlaces = new int[size + 1];
        int[] counts = new int[size];
        int[] places = new int[size + 1];
        for (int r = 0; r < size; r++) {
            sendCounts[r] = rank + r % 3 + count;
            sendPlaces[r + 1] = sendPlaces[r] + sendCounts[r];
            counts[r] = r + rank % 3 + count;
            places[r + 1] = places[r] + counts[r];
        }
        int[] out = new int[sendPlaces[size]];
        int[] expected = new int[places[size]];
        for (int r = 0; r < size; r++) {
            System.arraycopy(row(rank, r, sendCounts[r]), 0, out, sendPlaces[r], sendCounts[r]);
            System.arraycopy(row(r, rank, counts[r]), 0, expected, places[r], counts[r]);
        }
        int[] in = new int[expected.length];
        MPI_Alltoallv(out, sendCounts, sendPlaces, MPI_INT, in, counts, places, MPI_INT, comm);
        assertArrayEquals(expected, in);
        allgatherByCounts(count);
    }

    private void allgatherByCounts(int count) {
        int[] counts = new int[size];
        int[] places = new int[size];
        int total = 0;
        for (int r = 0; r < size; r++) {
            counts[r] = count + r % 3;
            places[r] = total;
            total += counts[r];
        }
        int[] all = new int[total];
        int[] expected = new int[total];
        for (int r = 0; r < size; r++) {
            System.arraycopy(row(r, 4, counts[r]), 0, expected, places[r], counts[r]);
        }
        int mine = counts[rank];
        MPI_Allgatherv(row(rank, 4, mine), mine, MPI_INT, all, counts, places, MPI_INT, comm);
        assertArrayEquals(expected, all);
    }

    private void reducing(int count, int root) {
        int[] mine = new int[count];
        Arrays.setAll(mine, i -> (rank + 1) * (i + 1));
        int[] sum = sums(count, size);
        int[] result = rank == root ? new int[count] : null;
        MPI_Reduce(mine, result, count, MPI_INT, MPI_SUM, root, comm);
        if (rank == root) {
            assertArrayEquals(sum, result);
        }
        result = new int[count];
        MPI_Allreduce(mine, result, count, MPI_INT, MPI_SUM, comm);
        assertArrayEquals(sum, result);
        MPI_Scan(mine, result, count, MPI_INT, MPI_SUM, comm);
        assertArrayEquals(sums(count, rank + 1), result);
        int[] segments = new int[size];
        for (int i = 0; i < count; i++) {
            segments[i % size]++;
        }
        int first = 0;
        for (int r = 0; r < rank; r++) {
            first += segments[r];
        }
        int[] segment = new int[segments[rank]];
        MPI_Reduce_scatter(mine, segment, segments, MPI_INT, MPI_SUM, comm);
        assertArrayEquals(Arrays.copyOfRange(sum, first, first + segments[rank]), segment);
    }

    /** Of ranks 0 to {@code ranks} - 1. */
    private static int[] sums(int count, int ranks) {
        int[] sums = new int[count];
        Arrays.setAll(sums, i -> ranks * (ranks + 1) / 2 * (i + 1));
        return sums;
    }
}
