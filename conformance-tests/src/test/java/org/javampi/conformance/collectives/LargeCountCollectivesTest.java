package org.javampi.conformance.collectives;

import static org.javampi.MPI.*;
import static org.javampi.conformance.collectives.Rows.*;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import java.util.Arrays;
import java.util.Random;
import org.javampi.MPI_Comm;
import org.javampi.MPI_Datatype;
import org.javampi.MPI_Op;
import org.javampi.MPI_Request;
import org.javampi.conformance.harness.Errors;
import org.javampi.conformance.harness.Rule;
import org.javampi.conformance.harness.Spmd;

/** Collectives with large counts (MPI-4.1 §2.5.8 and §6). */
class LargeCountCollectivesTest {
    private static final int CALLS = 40;
    private static final long BEYOND = 1L << 31;

    @Spmd({1, 2, 3, 5})
    @Rule({"LGC-002"})
    void shouldGiveTheSameAsTheFormsWithInts() {
        MPI_Comm[] calling = {MPI_Comm_dup(MPI_COMM_WORLD)};
        MPI_Comm[] large = {MPI_Comm_dup(MPI_COMM_WORLD)};
        MPI_Datatype[] spaced = {MPI_Type_create_resized_c(MPI_INT, 0, 8)};
        MPI_Type_commit(spaced);
        MPI_Op[] op = {
            MPI_Op_create_c((in, inout, length, type) -> keepLeft(in, inout, length, type == spaced[0]), false)
        };
        Random common = new Random(20261205L + size());
        for (int i = 0; i < CALLS; i++) {
            long seed = common.nextLong();
            RandomCall expected = new RandomCall(seed, rank(), size(), spaced[0], op[0]);
            RandomCall found = new RandomCall(seed, rank(), size(), spaced[0], op[0]);
            expected.call(calling[0]);
            int form = common.nextInt(4);
            if (form == 0) {
                MPI_Wait(found.startLarge(large[0]));
            } else if (form == 1) {
                MPI_Request[] request = {found.prepareLarge(large[0])};
                MPI_Start(request);
                MPI_Wait(request, MPI_STATUS_IGNORE);
                MPI_Request_free(request);
            } else if (form == 2 && rank() % 2 == 0) {
                // One collective, whichever form a rank calls.
                found.call(large[0]);
            } else {
                found.callLarge(large[0]);
            }
            found.assertEquals(expected);
        }
        MPI_Op_free(op);
        MPI_Type_free(spaced);
        MPI_Comm_free(calling);
        MPI_Comm_free(large);
    }

    private static void keepLeft(Object in, Object inout, long length, boolean spaced) {
        int stride = spaced ? 2 : 1;
        for (int i = 0; i < length; i++) {
            ((int[]) inout)[i * stride] = ((int[]) in)[i * stride];
        }
    }

    @Spmd({1, 2, 3})
    @Rule({"LGC-002"})
    void shouldExchangeWithNeighbours() {
        MPI_Comm[] ring = {MPI_Cart_create(MPI_COMM_WORLD, 1, new int[] {size()}, new boolean[] {true}, false)};
        int me = MPI_Comm_rank(ring[0]);
        int below = Math.floorMod(me - 1, size());
        int above = (me + 1) % size();
        int[] out = {2 * me, 2 * me + 1};
        int[] gathered = {2 * below, 2 * above};
        int[] exchanged = {2 * below + 1, 2 * above};
        long[] ones = {1, 1};
        long[] places = {0, 1};
        long[] bytes = {0, 4};
        MPI_Datatype[] types = {MPI_INT, MPI_INT};
        int[][] in = new int[15][2];
        MPI_Comm c = ring[0];
        MPI_Neighbor_allgather_c(out, 1, MPI_INT, in[0], 1, MPI_INT, c);
        MPI_Neighbor_allgatherv_c(out, 1, MPI_INT, in[1], ones, places, MPI_INT, c);
        MPI_Neighbor_alltoall_c(out, 1, MPI_INT, in[2], 1, MPI_INT, c);
        MPI_Neighbor_alltoallv_c(out, ones, places, MPI_INT, in[3], ones, places, MPI_INT, c);
        MPI_Neighbor_alltoallw_c(out, ones, bytes, types, in[4], ones, bytes, types, c);
        MPI_Wait(MPI_Ineighbor_allgather_c(out, 1, MPI_INT, in[5], 1, MPI_INT, c));
        MPI_Wait(MPI_Ineighbor_allgatherv_c(out, 1, MPI_INT, in[6], ones, places, MPI_INT, c));
        MPI_Wait(MPI_Ineighbor_alltoall_c(out, 1, MPI_INT, in[7], 1, MPI_INT, c));
        MPI_Wait(MPI_Ineighbor_alltoallv_c(out, ones, places, MPI_INT, in[8], ones, places, MPI_INT, c));
        MPI_Wait(MPI_Ineighbor_alltoallw_c(out, ones, bytes, types, in[9], ones, bytes, types, c));
        MPI_Request[] requests = {
            MPI_Neighbor_allgather_init_c(out, 1, MPI_INT, in[10], 1, MPI_INT, c, MPI_INFO_NULL),
            MPI_Neighbor_allgatherv_init_c(out, 1, MPI_INT, in[11], ones, places, MPI_INT, c, MPI_INFO_NULL),
            MPI_Neighbor_alltoall_init_c(out, 1, MPI_INT, in[12], 1, MPI_INT, c, MPI_INFO_NULL),
            MPI_Neighbor_alltoallv_init_c(out, ones, places, MPI_INT, in[13], ones, places, MPI_INT, c, MPI_INFO_NULL),
            MPI_Neighbor_alltoallw_init_c(out, ones, bytes, types, in[14], ones, bytes, types, c, MPI_INFO_NULL)
        };
        MPI_Startall(requests.length, requests);
        MPI_Waitall(requests.length, requests, MPI_STATUSES_IGNORE);
        for (int i = 0; i < in.length; i++) {
            assertArrayEquals(i % 5 < 2 ? gathered : exchanged, in[i], "form " + i);
        }
        for (MPI_Request request : requests) {
            MPI_Request_free(request);
        }
        MPI_Comm_free(ring);
    }

    @Spmd({1, 2})
    @Rule({"LGC-006"})
    void shouldRefuseWhatNoBufferHoldsBeforeAnyEffect() {
        MPI_Comm c = MPI_COMM_WORLD;
        int[] one = new int[1];
        int[] other = new int[1];
        long[] many = new long[size()];
        Arrays.fill(many, BEYOND);
        long[] zeros = new long[size()];
        Errors.expect(MPI_ERR_BUFFER, () -> MPI_Bcast_c(one, BEYOND, MPI_INT, 0, c));
        Errors.expect(MPI_ERR_COUNT, () -> MPI_Bcast_c(one, -1, MPI_INT, 0, c));
        Errors.expectOneOf(
                new int[] {MPI_ERR_BUFFER, MPI_ERR_COUNT},
                () -> MPI_Allreduce_c(one, other, BEYOND, MPI_INT, MPI_SUM, c));
        Errors.expect(MPI_ERR_COUNT, () -> MPI_Allgatherv_c(one, 0, MPI_INT, other, many, zeros, MPI_INT, c));
        Errors.expect(MPI_ERR_COUNT, () -> MPI_Iallgatherv_c(one, 0, MPI_INT, other, zeros, many, MPI_INT, c));
        Errors.expect(MPI_ERR_ARG, () -> MPI_Allgatherv_c(one, 0, MPI_INT, other, null, zeros, MPI_INT, c));
    }
}
