package org.javampi.conformance.communicators;

import static org.javampi.MPI.*;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.javampi.MPI_Comm;
import org.javampi.MPI_Info;
import org.javampi.MPI_Request;
import org.javampi.conformance.harness.Errors;
import org.javampi.conformance.harness.Rule;
import org.javampi.conformance.harness.Spmd;

/** Duplicates that are made without blocking (MPI-4.1 §7.4.2). */
class DuplicationTest {
    private static int rank() {
        return MPI_Comm_rank(MPI_COMM_WORLD);
    }

    private static int size() {
        return MPI_Comm_size(MPI_COMM_WORLD);
    }

    @Spmd({1, 2, 3, 5})
    @Rule({"IDU-001", "IDU-002"})
    void shouldMakeCommunicatorsWhileOtherCollectivesAreUnderWay() {
        MPI_Comm[][] duplicates = new MPI_Comm[3][1];
        int[] sum = new int[1];
        MPI_Request[] requests = {
            MPI_Comm_idup(MPI_COMM_WORLD, duplicates[0]),
            MPI_Iallreduce(new int[] {rank()}, sum, 1, MPI_INT, MPI_SUM, MPI_COMM_WORLD),
            MPI_Comm_idup(MPI_COMM_WORLD, duplicates[1]),
            MPI_Comm_idup(MPI_COMM_WORLD, duplicates[2])
        };
        MPI_Comm early = duplicates[0][0];
        Errors.expect(MPI_ERR_COMM, () -> MPI_Comm_rank(early));
        MPI_Waitall(4, requests, MPI_STATUSES_IGNORE);
        assertEquals(size() * (size() - 1) / 2, sum[0]);
        for (MPI_Comm[] duplicate : duplicates) {
            assertEquals(MPI_CONGRUENT, MPI_Comm_compare(MPI_COMM_WORLD, duplicate[0]));
            int[] all = new int[size()];
            MPI_Allgather(new int[] {rank()}, 1, MPI_INT, all, 1, MPI_INT, duplicate[0]);
            for (int r = 0; r < size(); r++) {
                assertEquals(r, all[r]);
            }
        }
        assertEquals(early, duplicates[0][0]);
        // Messages of the duplicates do not meet.
        int[] in = new int[3];
        int next = (rank() + 1) % size();
        MPI_Request[] sends = new MPI_Request[3];
        for (int i = 0; i < 3; i++) {
            sends[i] = MPI_Isend(new int[] {10 + i}, 1, MPI_INT, next, 0, duplicates[i][0]);
        }
        for (int i = 2; i >= 0; i--) {
            int[] one = new int[1];
            MPI_Recv(one, 1, MPI_INT, MPI_ANY_SOURCE, 0, duplicates[i][0], MPI_STATUS_IGNORE);
            in[i] = one[0];
        }
        MPI_Waitall(3, sends, MPI_STATUSES_IGNORE);
        assertArrayEquals(new int[] {10, 11, 12}, in);
        for (MPI_Comm[] duplicate : duplicates) {
            MPI_Comm_free(duplicate);
        }
    }

    @Spmd({1, 2})
    @Rule({"IDU-003"})
    void shouldCopyAttributesWhenItIsCalledAndGiveHints() {
        int[] key = new int[1];
        MPI_Comm_create_keyval(MPI_COMM_DUP_FN, MPI_COMM_NULL_DELETE_FN, key, null);
        MPI_Comm[] parent = {MPI_Comm_dup(MPI_COMM_WORLD)};
        MPI_Comm_set_attr(parent[0], key[0], "before");
        MPI_Info[] info = {MPI_Info_create()};
        MPI_Info_set(info[0], "colour", "green");
        MPI_Comm[] duplicate = new MPI_Comm[1];
        MPI_Request[] request = {MPI_Comm_idup_with_info(parent[0], info[0], duplicate)};
        MPI_Comm_set_attr(parent[0], key[0], "after");
        MPI_Info_set(info[0], "colour", "red");
        MPI_Wait(request, MPI_STATUS_IGNORE);
        Object[] value = new Object[1];
        boolean[] flag = new boolean[1];
        MPI_Comm_get_attr(duplicate[0], key[0], value, flag);
        assertTrue(flag[0]);
        assertEquals("before", value[0]);
        MPI_Info[] used = {MPI_Comm_get_info(duplicate[0])};
        String[] text = new String[1];
        int[] length = {10};
        MPI_Info_get_string(used[0], "colour", length, text, flag);
        assertEquals("green", text[0]);
        MPI_Info_free(used);
        MPI_Info_free(info);
        MPI_Comm_free(duplicate);
        MPI_Comm_free(parent);
        MPI_Comm_free_keyval(key);
    }

    @Spmd({2, 3, 5})
    @Rule({"IDU-004"})
    void shouldDuplicateInterCommunicatorsAndGrids() {
        boolean first = rank() % 2 == 0;
        MPI_Comm[] local = {MPI_Comm_split(MPI_COMM_WORLD, first ? 0 : 1, rank())};
        MPI_Comm[] inter = {MPI_Intercomm_create(local[0], 0, MPI_COMM_WORLD, first ? 1 : 0, 9)};
        MPI_Comm[] duplicate = new MPI_Comm[1];
        MPI_Request[] request = {MPI_Comm_idup(inter[0], duplicate)};
        MPI_Wait(request, MPI_STATUS_IGNORE);
        assertEquals(MPI_CONGRUENT, MPI_Comm_compare(inter[0], duplicate[0]));
        int[] sum = new int[1];
        MPI_Allreduce(new int[] {first ? 1 : 100}, sum, 1, MPI_INT, MPI_SUM, duplicate[0]);
        assertEquals(MPI_Comm_remote_size(inter[0]) * (first ? 100 : 1), sum[0]);
        MPI_Comm[] merged = {MPI_Intercomm_merge(duplicate[0], !first)};
        assertEquals(size(), MPI_Comm_size(merged[0]));
        MPI_Comm_free(merged);
        MPI_Comm_free(duplicate);
        MPI_Comm_free(inter);
        MPI_Comm_free(local);
        MPI_Comm[] grid = {MPI_Cart_create(MPI_COMM_WORLD, 1, new int[] {size()}, new boolean[] {true}, false)};
        request[0] = MPI_Comm_idup(grid[0], duplicate);
        MPI_Wait(request, MPI_STATUS_IGNORE);
        assertEquals(MPI_CART, MPI_Topo_test(duplicate[0]));
        MPI_Comm_free(duplicate);
        MPI_Comm_free(grid);
    }

    @Spmd({1, 2})
    @Rule({"IDU-005"})
    void shouldRefuseWrongArgumentsAndGivingUp() {
        MPI_Comm[] out = {MPI_COMM_NULL};
        Errors.expect(MPI_ERR_COMM, () -> MPI_Comm_idup(MPI_COMM_NULL, out));
        Errors.expect(MPI_ERR_ARG, () -> MPI_Comm_idup(MPI_COMM_WORLD, new MPI_Comm[0]));
        Errors.expect(MPI_ERR_INFO, () -> MPI_Comm_idup_with_info(MPI_COMM_WORLD, null, out));
        assertEquals(MPI_COMM_NULL, out[0]);
        MPI_Request[] request = {MPI_Comm_idup(MPI_COMM_WORLD, out)};
        Errors.expect(MPI_ERR_REQUEST, () -> MPI_Request_free(request));
        Errors.expect(MPI_ERR_REQUEST, () -> MPI_Cancel(request));
        Errors.expect(MPI_ERR_COMM, () -> MPI_Comm_free(out));
        MPI_Wait(request, MPI_STATUS_IGNORE);
        MPI_Comm_free(out);
    }
}
