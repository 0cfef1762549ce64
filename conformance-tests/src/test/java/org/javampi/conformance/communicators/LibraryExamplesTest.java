package org.javampi.conformance.communicators;

import static org.javampi.MPI.*;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import org.javampi.MPI_Comm;
import org.javampi.MPI_Request;
import org.javampi.conformance.harness.Rule;
import org.javampi.conformance.harness.Spmd;

/** The library examples of MPI-1.1 §5.5.5, §5.5.6 and the cached operation of §5.7.2. */
class LibraryExamplesTest {
    private static final int TAG = 1;

    private static int rank() {
        return MPI_Comm_rank(MPI_COMM_WORLD);
    }

    private static int size() {
        return MPI_Comm_size(MPI_COMM_WORLD);
    }

    /** Library example #1: a ring shift in two halves on a communicator of its own. */
    private static final class RingLibrary {
        private final MPI_Comm comm;
        private final int[] in = new int[1];
        private MPI_Request[] pending;

        RingLibrary(MPI_Comm users) {
            comm = MPI_Comm_dup(users);
        }

        void start(int[] out) {
            int next = (MPI_Comm_rank(comm) + 1) % MPI_Comm_size(comm);
            pending = new MPI_Request[] {
                MPI_Irecv(in, 1, MPI_INT, MPI_ANY_SOURCE, MPI_ANY_TAG, comm),
                MPI_Isend(out, 1, MPI_INT, next, TAG, comm)
            };
        }

        int end() {
            MPI_Waitall(2, pending, MPI_STATUSES_IGNORE);
            return in[0];
        }

        void close() {
            MPI_Comm_free(comm);
        }
    }

    /** Example #1: two uses of the library and the program's own traffic, all with the same tag. */
    @Spmd({1, 2, 3, 5})
    @Rule({"COM-021", "COM-003", "P2P-010"})
    void shouldKeepTwoLibrariesAndTheProgramApart() {
        RingLibrary libA = new RingLibrary(MPI_COMM_WORLD);
        RingLibrary libB = new RingLibrary(MPI_COMM_WORLD);
        int left = (rank() + size() - 1) % size();
        libA.start(new int[] {1000 + rank()});
        libB.start(new int[] {2000 + rank()});
        int[] own = new int[1];
        MPI_Request request = MPI_Irecv(own, 1, MPI_INT, MPI_ANY_SOURCE, MPI_ANY_TAG, MPI_COMM_WORLD);
        MPI_Send(new int[] {3000 + rank()}, 1, MPI_INT, (rank() + 1) % size(), TAG, MPI_COMM_WORLD);
        assertEquals(2000 + left, libB.end());
        MPI_Wait(request);
        assertEquals(3000 + left, own[0]);
        assertEquals(1000 + left, libA.end());
        libA.close();
        libB.close();
    }

    /**
     * Library example #2: everybody sends to the root, which receives from anybody. Calls in a row
     * need no barrier between them as long as their roots differ: who is early in the next call
     * sends to another root.
     */
    private static int gatherSum(MPI_Comm comm, int root, int value) {
        int me = MPI_Comm_rank(comm);
        if (me != root) {
            MPI_Send(new int[] {value}, 1, MPI_INT, root, TAG, comm);
            return 0;
        }
        int sum = value;
        int[] in = new int[1];
        for (int i = 1; i < MPI_Comm_size(comm); i++) {
            MPI_Recv(in, 1, MPI_INT, MPI_ANY_SOURCE, MPI_ANY_TAG, comm);
            sum += in[0];
        }
        return sum;
    }

    /** Example #2: calls in a row with changing roots, each root sure of its messages. */
    @Spmd({2, 3, 5})
    @Rule({"P2P-008", "COM-021"})
    void shouldCallALibraryWithWildcardsWithDifferentRoots() {
        MPI_Comm comm = MPI_Comm_dup(MPI_COMM_WORLD);
        for (int root = 0; root < size(); root++) {
            int sum = gatherSum(comm, root, rank() * rank() + root);
            int expected = 0;
            for (int r = 0; r < size(); r++) {
                expected += r * r + root;
            }
            assertEquals(rank() == root ? expected : 0, sum);
        }
        MPI_Comm_free(comm);
    }

    /** What the operation of §5.7.2 keeps with each group of processes; used by all its dups. */
    private static final class Gop {
        private final int[] partners;
        private int uses = 1;

        Gop(MPI_Comm comm) {
            int size = MPI_Comm_size(comm);
            int rounds = 32 - Integer.numberOfLeadingZeros(size - 1);
            partners = new int[rounds];
            for (int k = 0; k < rounds; k++) {
                partners[k] = (MPI_Comm_rank(comm) + (1 << k)) % size;
            }
        }
    }

    /** The efficient global operation: which rank is the largest, by dissemination. */
    private static final class GlobalOperation {
        private int key = MPI_KEYVAL_INVALID;
        private int made;
        private int destroyed;

        int maximum(MPI_Comm comm, int value) {
            if (key == MPI_KEYVAL_INVALID) {
                key = MPI_Keyval_create(this::copy, this::destroy, null);
            }
            Object[] found = new Object[1];
            boolean[] flag = new boolean[1];
            MPI_Attr_get(comm, key, found, flag);
            if (!flag[0]) {
                found[0] = new Gop(comm);
                made++;
                MPI_Attr_put(comm, key, found[0]);
            }
            int size = MPI_Comm_size(comm);
            int me = MPI_Comm_rank(comm);
            int[] best = {value};
            int[] other = new int[1];
            int distance = 1;
            for (int partner : ((Gop) found[0]).partners) {
                MPI_Sendrecv(
                        best, 1, MPI_INT, partner, TAG, other, 1, MPI_INT, (me + size - distance) % size, TAG, comm);
                best[0] = Math.max(best[0], other[0]);
                distance *= 2;
            }
            return best[0];
        }

        private int copy(MPI_Comm old, int keyval, Object extra, Object in, Object[] out, boolean[] flag) {
            assertEquals(key, keyval);
            ((Gop) in).uses++;
            out[0] = in;
            flag[0] = true;
            return MPI_SUCCESS;
        }

        private int destroy(MPI_Comm comm, int keyval, Object value, Object extra) {
            assertEquals(key, keyval);
            if (--((Gop) value).uses == 0) {
                destroyed++;
            }
            return MPI_SUCCESS;
        }
    }

    @Spmd({1, 2, 3, 5})
    @Rule({"ATT-001", "ATT-003", "ATT-008", "ATT-012", "ATT-015"})
    void shouldCacheWhatAnOperationKnowsAboutAGroup() {
        GlobalOperation gop = new GlobalOperation();
        MPI_Comm whole = MPI_Comm_dup(MPI_COMM_WORLD);
        MPI_Comm half = MPI_Comm_split(MPI_COMM_WORLD, rank() % 2, 0);
        for (int call = 0; call < 5; call++) {
            assertEquals(size() - 1 + call, gop.maximum(whole, rank() + call));
        }
        assertEquals(1, gop.made);
        int largestLikeMe = size() - 1 - (size() - 1 - rank()) % 2;
        assertEquals(largestLikeMe, gop.maximum(half, rank()));
        assertEquals(2, gop.made);
        MPI_Comm again = MPI_Comm_dup(whole);
        assertSame(MPI_Attr_get(whole, gop.key), MPI_Attr_get(again, gop.key));
        MPI_Comm_free(whole);
        assertEquals(0, gop.destroyed);
        assertEquals(size() - 1, gop.maximum(again, rank()));
        assertEquals(2, gop.made);
        MPI_Comm_free(again);
        MPI_Comm_free(half);
        assertEquals(2, gop.destroyed);
        int[] key = {gop.key};
        MPI_Keyval_free(key);
        assertArrayEquals(new int[] {MPI_KEYVAL_INVALID}, key);
    }
}
