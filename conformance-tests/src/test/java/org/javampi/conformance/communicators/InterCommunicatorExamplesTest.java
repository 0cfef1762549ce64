package org.javampi.conformance.communicators;

import static org.javampi.MPI.*;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.javampi.MPI_Comm;
import org.javampi.MPI_Status;
import org.javampi.conformance.harness.Rule;
import org.javampi.conformance.harness.Spmd;

/** The examples of inter-communication (MPI-1.1 §5.6.3): pipeline, ring and name service. */
class InterCommunicatorExamplesTest {
    private static final int TAG = 3;

    private static int rank() {
        return MPI_Comm_rank(MPI_COMM_WORLD);
    }

    private static int size() {
        return MPI_Comm_size(MPI_COMM_WORLD);
    }

    /**
     * Each process of this group sends one value to each of the remote group, which does the same
     * here: the sum of those received.
     */
    private static int exchange(MPI_Comm inter, int value) {
        int remote = MPI_Comm_remote_size(inter);
        int sum = 0;
        int[] in = new int[1];
        for (int r = 0; r < remote; r++) {
            MPI_Send(new int[] {value}, 1, MPI_INT, r, TAG, inter);
        }
        boolean[] seen = new boolean[remote];
        for (int r = 0; r < remote; r++) {
            MPI_Status status = MPI_Recv(in, 1, MPI_INT, MPI_ANY_SOURCE, TAG, inter);
            seen[status.MPI_SOURCE] = true;
            sum += in[0];
        }
        for (boolean each : seen) {
            assertEquals(true, each);
        }
        return sum;
    }

    private static int sumOfGroup(int group) {
        int sum = 0;
        for (int r = group; r < size(); r += 3) {
            sum += r;
        }
        return sum;
    }

    /** Example 1: groups 0 - 1 - 2 in a line; group 1 has two inter-communicators. */
    @Spmd({3, 5, 7})
    @Rule({"ICM-001", "ICM-003", "ICM-004", "ICM-006"})
    void shouldJoinThreeGroupsToAPipeline() {
        int membershipKey = rank() % 3;
        MPI_Comm myComm = MPI_Comm_split(MPI_COMM_WORLD, membershipKey, rank());
        MPI_Comm first = MPI_COMM_NULL;
        MPI_Comm second = MPI_COMM_NULL;
        if (membershipKey == 0) {
            first = MPI_Intercomm_create(myComm, 0, MPI_COMM_WORLD, 1, 1);
        } else if (membershipKey == 1) {
            first = MPI_Intercomm_create(myComm, 0, MPI_COMM_WORLD, 0, 1);
            second = MPI_Intercomm_create(myComm, 0, MPI_COMM_WORLD, 2, 12);
        } else {
            first = MPI_Intercomm_create(myComm, 0, MPI_COMM_WORLD, 1, 12);
        }
        if (membershipKey == 1) {
            assertEquals(sumOfGroup(0), exchange(first, rank()));
            assertEquals(sumOfGroup(2), exchange(second, rank()));
            MPI_Comm_free(second);
        } else {
            assertEquals(sumOfGroup(1), exchange(first, rank()));
        }
        MPI_Comm_free(first);
        MPI_Comm_free(myComm);
    }

    /** Example 2: the line closed to a ring; every group has two inter-communicators. */
    @Spmd({3, 5, 7})
    @Rule({"ICM-001", "ICM-002", "ICM-003", "ICM-006"})
    void shouldJoinThreeGroupsToARing() {
        int membershipKey = rank() % 3;
        MPI_Comm myComm = MPI_Comm_split(MPI_COMM_WORLD, membershipKey, rank());
        MPI_Comm first;
        MPI_Comm second;
        int toFirst;
        int toSecond;
        if (membershipKey == 0) {
            toFirst = 1;
            toSecond = 2;
            first = MPI_Intercomm_create(myComm, 0, MPI_COMM_WORLD, 1, 1);
            second = MPI_Intercomm_create(myComm, 0, MPI_COMM_WORLD, 2, 2);
        } else if (membershipKey == 1) {
            toFirst = 0;
            toSecond = 2;
            first = MPI_Intercomm_create(myComm, 0, MPI_COMM_WORLD, 0, 1);
            second = MPI_Intercomm_create(myComm, 0, MPI_COMM_WORLD, 2, 12);
        } else {
            toFirst = 0;
            toSecond = 1;
            first = MPI_Intercomm_create(myComm, 0, MPI_COMM_WORLD, 0, 2);
            second = MPI_Intercomm_create(myComm, 0, MPI_COMM_WORLD, 1, 12);
        }
        assertEquals(MPI_Comm_size(myComm), MPI_Comm_size(first));
        assertEquals((size() - toFirst + 2) / 3, MPI_Comm_remote_size(first));
        assertEquals(sumOfGroup(toFirst), exchange(first, rank()));
        assertEquals(sumOfGroup(toSecond), exchange(second, rank()));
        MPI_Comm_free(first);
        MPI_Comm_free(second);
        MPI_Comm_free(myComm);
    }

    /** Two halves, joined and merged: a reduction over both. */
    @Spmd({2, 3, 5})
    @Rule({"ICM-010", "ICM-011"})
    void shouldComputeInTheMergedHalves() {
        boolean high = rank() % 2 == 0;
        MPI_Comm half = MPI_Comm_split(MPI_COMM_WORLD, rank() % 2, 0);
        MPI_Comm inter = MPI_Intercomm_create(half, 0, MPI_COMM_WORLD, 1 - rank() % 2, TAG);
        MPI_Comm both = MPI_Intercomm_merge(inter, high);
        int[] order = new int[size()];
        MPI_Allgather(new int[] {rank()}, 1, MPI_INT, order, 1, MPI_INT, both);
        int[] oddThenEven = new int[size()];
        int odd = size() / 2;
        Arrays.setAll(oddThenEven, i -> i < odd ? 2 * i + 1 : 2 * (i - odd));
        assertArrayEquals(oddThenEven, order);
        MPI_Comm_free(both);
        MPI_Comm_free(inter);
        MPI_Comm_free(half);
    }

    /**
     * Example 3: groups that know only a name find each other. The last process serves names: the
     * communicator for talk with it is an attribute of MPI_COMM_WORLD.
     */
    private static final class NameService {
        private static final int QUESTION = 10;
        private static final int ANSWER = 11;

        private final int key = MPI_Keyval_create(
                MPI_NULL_COPY_FN,
                (comm, keyval, value, extra) -> {
                    MPI_Comm_free((MPI_Comm) value);
                    return MPI_SUCCESS;
                },
                null);
        private final int server = size() - 1;

        NameService() {
            MPI_Attr_put(MPI_COMM_WORLD, key, MPI_Comm_dup(MPI_COMM_WORLD));
        }

        private MPI_Comm comm() {
            return (MPI_Comm) MPI_Attr_get(MPI_COMM_WORLD, key);
        }

        /**
         * Pairs {@code questions} of clients: two that give the same name get each other's rank.
         */
        void serve(int questions) {
            Map<String, Integer> waiting = new HashMap<>();
            for (int n = 0; n < questions; n++) {
                MPI_Status status = MPI_Probe(MPI_ANY_SOURCE, QUESTION, comm());
                byte[] name = new byte[MPI_Get_count(status, MPI_CHAR)];
                MPI_Recv(name, name.length, MPI_CHAR, status.MPI_SOURCE, QUESTION, comm());
                Integer first = waiting.remove(new String(name, StandardCharsets.UTF_8));
                if (first == null) {
                    waiting.put(new String(name, StandardCharsets.UTF_8), status.MPI_SOURCE);
                } else {
                    answer(first, status.MPI_SOURCE);
                    answer(status.MPI_SOURCE, first);
                }
            }
            assertEquals(Map.of(), waiting);
        }

        private void answer(int client, int partner) {
            MPI_Send(new int[] {partner}, 1, MPI_INT, client, ANSWER, comm());
        }

        /** Joins {@code local} with the group that gives the same name. */
        MPI_Comm join(MPI_Comm local, String name, int tag) {
            int[] partner = new int[1];
            if (MPI_Comm_rank(local) == 0) {
                byte[] text = name.getBytes(StandardCharsets.UTF_8);
                MPI_Send(text, text.length, MPI_CHAR, server, QUESTION, comm());
                MPI_Recv(partner, 1, MPI_INT, server, ANSWER, comm());
            }
            return MPI_Intercomm_create(local, 0, MPI_COMM_WORLD, partner[0], tag);
        }

        void close() {
            MPI_Attr_delete(MPI_COMM_WORLD, key);
            MPI_Keyval_free(key);
        }
    }

    @Spmd({5, 7})
    @Rule({"ICM-005", "ICM-006", "ATT-018", "ATT-007"})
    void shouldFindEachOtherByName() {
        NameService names = new NameService();
        int clients = size() - 1;
        // even clients are one group of "ocean", odd ones the other; the first of each is "ice" too
        boolean serving = rank() == clients;
        MPI_Comm local = MPI_Comm_split(MPI_COMM_WORLD, serving ? 2 : rank() % 2, 0);
        if (serving) {
            names.serve(4);
        } else {
            MPI_Comm ocean = names.join(local, "ocean", 21);
            int others = 0;
            for (int r = 1 - rank() % 2; r < clients; r += 2) {
                others += r;
            }
            assertEquals(clients / 2, MPI_Comm_remote_size(ocean));
            assertEquals(others, exchange(ocean, rank()));
            if (rank() < 2) {
                MPI_Comm ice = names.join(MPI_COMM_SELF, "ice", 22);
                assertEquals(1 - rank(), exchange(ice, rank()));
                MPI_Comm_free(ice);
            }
            MPI_Comm_free(ocean);
        }
        MPI_Comm_free(local);
        names.close();
    }
}
