package org.javampi.conformance.collectives;

import static org.javampi.MPI.*;
import static org.javampi.conformance.collectives.Rows.*;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.javampi.MPIException;
import org.javampi.MPI_Comm;
import org.javampi.MPI_Datatype;
import org.javampi.MPI_Info;
import org.javampi.MPI_Op;
import org.javampi.MPI_Request;
import org.javampi.MPI_Status;
import org.javampi.conformance.harness.Errors;
import org.javampi.conformance.harness.Rule;
import org.javampi.conformance.harness.Spmd;

/** Persistent collectives (MPI-4.1 §6.13 and §8.8). */
class PersistentCollectivesTest {
    private static final int STARTS = 4;

    @Spmd({1, 2, 3, 4, 5, 8})
    @Rule({"PCO-001", "PCO-002", "PCO-003"})
    void shouldGiveTheBlockingResultsAtEachStartInAnyOrder() {
        compare(20261203L, 4, 6);
    }

    @Spmd(
            value = {6, 7, 9, 11, 13, 16, 17},
            processes = false,
            everywhere = false)
    @Rule({"PCO-001", "PCO-002", "PCO-003"})
    void shouldGiveTheBlockingResultsOnManyRanks() {
        compare(20261204L, 1, 7);
    }

    /** Rounds of random collectives: each is prepared once, and started with other data again and again. */
    private static void compare(long seed, int rounds, int calls) {
        MPI_Comm[] calling = {MPI_Comm_dup(MPI_COMM_WORLD)};
        MPI_Comm[] starting = {MPI_Comm_dup(MPI_COMM_WORLD)};
        MPI_Datatype[] spaced = {MPI_Type_create_resized(MPI_INT, 0, 8)};
        MPI_Type_commit(spaced);
        MPI_Op[] op = {MPI_Op_create((in, inout, length, type) -> keepLeft(in, inout, length, type == spaced[0]), false)
        };
        Random common = new Random(seed + size());
        Random own = new Random(seed + 1000L * rank());
        for (int round = 0; round < rounds; round++) {
            List<RandomCall> expected = new ArrayList<>();
            List<RandomCall> found = new ArrayList<>();
            MPI_Request[] requests = new MPI_Request[calls + 2];
            int[] in = {-1};
            int[] out = {round};
            for (int i = 0; i < calls; i++) {
                long callSeed = common.nextLong();
                expected.add(new RandomCall(callSeed, rank(), size(), spaced[0], op[0]));
                found.add(new RandomCall(callSeed, rank(), size(), spaced[0], op[0]));
                requests[i] = found.get(i).prepare(starting[0]);
            }
            requests[calls] = MPI_Recv_init(in, 1, MPI_INT, (rank() + size() - 1) % size(), 77, starting[0]);
            requests[calls + 1] = MPI_Send_init(out, 1, MPI_INT, (rank() + 1) % size(), 77, starting[0]);
            for (int start = 0; start < STARTS; start++) {
                out[0] = common.nextInt();
                for (int i = 0; i < calls; i++) {
                    long dataSeed = common.nextLong();
                    expected.get(i).refill(dataSeed);
                    found.get(i).refill(dataSeed);
                    expected.get(i).call(calling[0]);
                }
                MPI_Request[] shuffled = shuffled(requests, own);
                MPI_Startall(shuffled.length, shuffled);
                MPI_Waitall(shuffled.length, shuffled, MPI_STATUSES_IGNORE);
                for (int i = 0; i < calls; i++) {
                    found.get(i).assertEquals(expected.get(i));
                }
                assertEquals(out[0], in[0]);
            }
            for (MPI_Request request : requests) {
                MPI_Request_free(request);
            }
        }
        MPI_Op_free(op);
        MPI_Type_free(spaced);
        MPI_Comm_free(calling);
        MPI_Comm_free(starting);
    }

    private static void keepLeft(Object in, Object inout, int length, boolean spaced) {
        int stride = spaced ? 2 : 1;
        for (int i = 0; i < length; i++) {
            ((int[]) inout)[i * stride] = ((int[]) in)[i * stride];
        }
    }

    private static MPI_Request[] shuffled(MPI_Request[] requests, Random random) {
        List<MPI_Request> all = new ArrayList<>(Arrays.asList(requests));
        Collections.shuffle(all, random);
        return all.toArray(new MPI_Request[0]);
    }

    @Spmd({1, 2, 3, 5})
    @Rule({"PCO-004"})
    void shouldExchangeWithNeighboursAtEachStart() {
        MPI_Comm[] ring = {MPI_Cart_create(MPI_COMM_WORLD, 1, new int[] {size()}, new boolean[] {true}, false)};
        int me = MPI_Comm_rank(ring[0]);
        int below = Math.floorMod(me - 1, size());
        int above = (me + 1) % size();
        int[] out = new int[2];
        int[][] in = new int[5][2];
        int[] ones = {1, 1};
        int[] places = {0, 1};
        int[] backwards = {1, 0};
        long[] bytes = {0, 4};
        MPI_Datatype[] types = {MPI_INT, MPI_INT};
        MPI_Info info = MPI_INFO_NULL;
        MPI_Request[] requests = {
            MPI_Neighbor_allgather_init(out, 1, MPI_INT, in[0], 1, MPI_INT, ring[0], info),
            MPI_Neighbor_allgatherv_init(out, 1, MPI_INT, in[1], ones, backwards, MPI_INT, ring[0], info),
            MPI_Neighbor_alltoall_init(out, 1, MPI_INT, in[2], 1, MPI_INT, ring[0], info),
            MPI_Neighbor_alltoallv_init(out, ones, places, MPI_INT, in[3], ones, backwards, MPI_INT, ring[0], info),
            MPI_Neighbor_alltoallw_init(out, ones, bytes, types, in[4], ones, bytes, types, ring[0], info)
        };
        for (int start = 0; start < STARTS; start++) {
            out[0] = 1000 * start + 2 * me;
            out[1] = out[0] + 1;
            int first = 1000 * start;
            MPI_Startall(requests.length, requests);
            MPI_Waitall(requests.length, requests, MPI_STATUSES_IGNORE);
            assertArrayEquals(new int[] {first + 2 * below, first + 2 * above}, in[0]);
            assertArrayEquals(new int[] {first + 2 * above, first + 2 * below}, in[1]);
            assertArrayEquals(new int[] {first + 2 * below + 1, first + 2 * above}, in[2]);
            assertArrayEquals(new int[] {first + 2 * above, first + 2 * below + 1}, in[3]);
            assertArrayEquals(in[2], in[4]);
        }
        for (MPI_Request request : requests) {
            MPI_Request_free(request);
        }
        MPI_Comm_free(ring);
    }

    @Spmd({2, 3, 5})
    @Rule({"PCO-005"})
    void shouldServeInterCommunicators() {
        boolean first = rank() % 2 == 0;
        MPI_Comm[] local = {MPI_Comm_split(MPI_COMM_WORLD, first ? 0 : 1, rank())};
        MPI_Comm[] inter = {MPI_Intercomm_create(local[0], 0, MPI_COMM_WORLD, first ? 1 : 0, 9)};
        int there = MPI_Comm_remote_size(inter[0]);
        int me = MPI_Comm_rank(inter[0]);
        int[] own = new int[1];
        int[] sum = new int[1];
        int[] all = new int[there];
        int[] news = new int[3];
        int root = first ? (me == 0 ? MPI_ROOT : MPI_PROC_NULL) : 0;
        MPI_Request[] requests = {
            MPI_Allreduce_init(own, sum, 1, MPI_INT, MPI_SUM, inter[0], MPI_INFO_NULL),
            MPI_Allgather_init(own, 1, MPI_INT, all, 1, MPI_INT, inter[0], MPI_INFO_NULL),
            MPI_Bcast_init(news, 3, MPI_INT, root, inter[0], MPI_INFO_NULL),
            MPI_Barrier_init(inter[0], MPI_INFO_NULL)
        };
        for (int start = 0; start < STARTS; start++) {
            own[0] = (first ? 100 : 7) * start + me;
            if (root == MPI_ROOT) {
                Arrays.fill(news, 50 + start);
            }
            MPI_Startall(requests.length, requests);
            MPI_Waitall(requests.length, requests, MPI_STATUSES_IGNORE);
            int[] expected = new int[there];
            int step = start;
            Arrays.setAll(expected, i -> (first ? 7 : 100) * step + i);
            assertArrayEquals(expected, all);
            assertEquals(Arrays.stream(expected).sum(), sum[0]);
            if (!first || root == MPI_ROOT) {
                assertArrayEquals(filled(3, 50 + start), news);
            }
        }
        for (MPI_Request request : requests) {
            MPI_Request_free(request);
        }
        MPI_Comm_free(inter);
        MPI_Comm_free(local);
    }

    @Spmd({1, 2, 3})
    @Rule({"PCO-006"})
    void shouldBeFreedAndCancelledOnlyAsTheStandardSays() {
        int[] sum = new int[1];
        MPI_Request[] request = {
            MPI_Allreduce_init(new int[] {1}, sum, 1, MPI_INT, MPI_SUM, MPI_COMM_WORLD, MPI_INFO_NULL)
        };
        MPI_Status status = new MPI_Status();
        // Inactive: there is nothing to wait for.
        MPI_Wait(request, status);
        assertEquals(MPI_ANY_SOURCE, status.MPI_SOURCE);
        Errors.expect(MPI_ERR_REQUEST, () -> MPI_Cancel(request));
        MPI_Start(request);
        Errors.expect(MPI_ERR_REQUEST, () -> MPI_Start(request));
        Errors.expect(MPI_ERR_REQUEST, () -> MPI_Request_free(request));
        Errors.expect(MPI_ERR_REQUEST, () -> MPI_Cancel(request));
        MPI_Wait(request, status);
        assertEquals(size(), sum[0]);
        assertTrue(request[0] != MPI_REQUEST_NULL);
        MPI_Request copy = request[0];
        MPI_Request_free(request);
        assertEquals(MPI_REQUEST_NULL, request[0]);
        Errors.expect(MPI_ERR_REQUEST, () -> MPI_Start(copy));
    }

    @Spmd({2, 3})
    @Rule({"PCO-006"})
    void shouldGoOnWhenTheCommunicatorIsFreed() {
        MPI_Comm[] comm = {MPI_Comm_dup(MPI_COMM_WORLD)};
        int[] sum = new int[1];
        MPI_Request[] request = {MPI_Allreduce_init(new int[] {1}, sum, 1, MPI_INT, MPI_SUM, comm[0], MPI_INFO_NULL)};
        MPI_Comm_free(comm);
        for (int start = 0; start < STARTS; start++) {
            sum[0] = 0;
            MPI_Start(request);
            MPI_Wait(request, MPI_STATUS_IGNORE);
            assertEquals(size(), sum[0]);
        }
        MPI_Request_free(request);
    }

    @Spmd({1, 2})
    @Rule({"PCO-007"})
    void shouldCheckArgumentsBeforeAnyEffect() {
        MPI_Comm comm = MPI_COMM_WORLD;
        int[] one = new int[1];
        MPI_Request[] request = {MPI_REQUEST_NULL};
        MPI_Info[] freed = {MPI_Info_create()};
        MPI_Info copy = freed[0];
        MPI_Info_free(freed);
        Errors.expect(MPI_ERR_INFO, () -> MPI_Barrier_init(comm, copy));
        Errors.expect(MPI_ERR_INFO, () -> MPI_Barrier_init(comm, null));
        Errors.expect(MPI_ERR_ARG, () -> MPI_Barrier_init(comm, MPI_INFO_NULL, new MPI_Request[0]));
        Errors.expect(MPI_ERR_COMM, () -> MPI_Barrier_init(MPI_COMM_NULL, MPI_INFO_NULL));
        Errors.expect(MPI_ERR_ROOT, () -> MPI_Bcast_init(one, 1, MPI_INT, 99, comm, MPI_INFO_NULL, request));
        Errors.expect(MPI_ERR_COUNT, () -> MPI_Bcast_init(one, -1, MPI_INT, 0, comm, MPI_INFO_NULL, request));
        Errors.expect(MPI_ERR_TYPE, () -> MPI_Bcast_init(one, 1, MPI_FLOAT, 0, comm, MPI_INFO_NULL, request));
        Errors.expect(MPI_ERR_BUFFER, () -> MPI_Bcast_init(one, 2, MPI_INT, 0, comm, MPI_INFO_NULL, request));
        Errors.expect(MPI_ERR_OP, () -> MPI_Scan_init(one, new int[1], 1, MPI_INT, MPI_OP_NULL, comm, MPI_INFO_NULL));
        Errors.expect(
                MPI_ERR_TOPOLOGY,
                () -> MPI_Neighbor_alltoall_init(one, 1, MPI_INT, one, 1, MPI_INT, comm, MPI_INFO_NULL));
        assertEquals(MPI_REQUEST_NULL, request[0]);
        // What was refused does not count: the next one works.
        int[] sum = new int[1];
        request[0] = MPI_Allreduce_init(new int[] {1}, sum, 1, MPI_INT, MPI_SUM, comm, MPI_INFO_NULL);
        MPI_Start(request);
        MPI_Wait(request, MPI_STATUS_IGNORE);
        assertEquals(size(), sum[0]);
        MPI_Request_free(request);
    }

    @Spmd({2, 3, 4})
    @Rule({"PCO-008"})
    void shouldReportDifferentCollectivesAtEveryRank() {
        MPI_Comm[] comm = {MPI_Comm_dup(MPI_COMM_WORLD)};
        MPI_Request[] request = {
            rank() == size() - 1
                    ? MPI_Barrier_init(comm[0], MPI_INFO_NULL)
                    : MPI_Allreduce_init(new int[1], new int[1], 1, MPI_INT, MPI_SUM, comm[0], MPI_INFO_NULL)
        };
        MPI_Start(request);
        MPIException thrown = Errors.expect(MPI_ERR_OTHER, () -> MPI_Wait(request, MPI_STATUS_IGNORE));
        assertTrue(thrown.getMessage().contains("do not call the same collectives"), thrown.getMessage());
        Errors.expect(MPI_ERR_REQUEST, () -> MPI_Start(request));
        MPI_Request_free(request);
        // What comes after it is not disturbed.
        int[] sum = new int[1];
        MPI_Request[] next = {MPI_Allreduce_init(new int[] {1}, sum, 1, MPI_INT, MPI_SUM, comm[0], MPI_INFO_NULL)};
        MPI_Start(next);
        MPI_Wait(next, MPI_STATUS_IGNORE);
        assertEquals(size(), sum[0]);
        MPI_Request_free(next);
        MPI_Comm_free(comm);
    }
}
