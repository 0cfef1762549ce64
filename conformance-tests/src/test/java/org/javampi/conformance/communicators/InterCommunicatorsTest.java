package org.javampi.conformance.communicators;

import static org.javampi.MPI.*;
import static org.javampi.conformance.communicators.CommunicatorsTest.free;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.javampi.MPI_Comm;
import org.javampi.MPI_Errhandler;
import org.javampi.MPI_Group;
import org.javampi.MPI_Request;
import org.javampi.MPI_Status;
import org.javampi.conformance.harness.Errors;
import org.javampi.conformance.harness.Rule;
import org.javampi.conformance.harness.Spmd;

/** Inter-communicators (MPI-1.1 §5.6). */
class InterCommunicatorsTest {
    private static int rank() {
        return MPI_Comm_rank(MPI_COMM_WORLD);
    }

    private static int size() {
        return MPI_Comm_size(MPI_COMM_WORLD);
    }

    /** Rank 0 alone on one side, all others on the other; leaders are 0 and the last rank. */
    private static MPI_Comm local() {
        return MPI_Comm_split(MPI_COMM_WORLD, rank() == 0 ? 0 : 1, rank());
    }

    private static MPI_Comm join(MPI_Comm local) {
        boolean alone = rank() == 0;
        int leader = alone ? 0 : size() - 2;
        boolean leads = MPI_Comm_rank(local) == leader;
        return MPI_Intercomm_create(
                local, leader, leads ? MPI_COMM_WORLD : MPI_COMM_NULL, leads ? (alone ? size() - 1 : 0) : -1, 12);
    }

    @Spmd({2, 3, 6})
    @Rule({"ICM-001", "ICM-002", "ICM-005", "V12-005", "GEN-014"})
    void shouldJoinGroupsOfAnySize() {
        MPI_Comm local = local();
        MPI_Comm inter = join(local);
        assertTrue(MPI_Comm_test_inter(inter));
        assertFalse(MPI_Comm_test_inter(local));
        assertEquals(MPI_Comm_size(local), MPI_Comm_size(inter));
        assertEquals(MPI_Comm_rank(local), MPI_Comm_rank(inter));
        assertEquals(size() - MPI_Comm_size(local), MPI_Comm_remote_size(inter));
        MPI_Group mine = MPI_Comm_group(inter);
        MPI_Group theirs = MPI_Comm_remote_group(inter);
        assertEquals(MPI_IDENT, MPI_Group_compare(mine, MPI_Comm_group(local)));
        assertEquals(0, MPI_Group_size(MPI_Group_intersection(mine, theirs)));
        assertEquals(size(), MPI_Group_size(MPI_Group_union(mine, theirs)));
        free(inter, local);
    }

    @Spmd({3, 5})
    @Rule({"ICM-003", "ICM-004", "ICM-013", "SR-013"})
    void shouldAddressTheRemoteGroup() {
        MPI_Comm local = local();
        MPI_Comm inter = join(local);
        int there = MPI_Comm_remote_size(inter);
        int me = MPI_Comm_rank(inter);
        MPI_Request[] sends = new MPI_Request[there];
        int[][] words = new int[there][];
        // The same tags on the peer communicator: they must not be mistaken.
        MPI_Request stray = MPI_Irecv(new int[1], 1, MPI_INT, MPI_ANY_SOURCE, MPI_ANY_TAG, MPI_COMM_WORLD);
        for (int dest = 0; dest < there; dest++) {
            words[dest] = new int[] {1000 * me + dest};
            sends[dest] = MPI_Isend(words[dest], 1, MPI_INT, dest, 3, inter);
        }
        MPI_Status status = new MPI_Status();
        boolean[] seen = new boolean[there];
        for (int i = 0; i < there; i++) {
            MPI_Probe(MPI_ANY_SOURCE, 3, inter, status);
            int[] word = new int[1];
            MPI_Recv(word, 1, MPI_INT, status.MPI_SOURCE, 3, inter, status);
            assertEquals(1000 * status.MPI_SOURCE + me, word[0]);
            assertFalse(seen[status.MPI_SOURCE]);
            seen[status.MPI_SOURCE] = true;
        }
        MPI_Waitall(there, sends, MPI_STATUSES_IGNORE);
        assertFalse(MPI_Test(stray, MPI_STATUS_IGNORE));
        MPI_Cancel(stray);
        MPI_Wait(stray, status);
        assertTrue(MPI_Test_cancelled(status));
        MPI_Recv(null, 0, MPI_INT, MPI_PROC_NULL, 0, inter, status);
        assertEquals(MPI_PROC_NULL, status.MPI_SOURCE);
        Errors.expect(MPI_ERR_RANK, () -> MPI_Send(null, 0, MPI_INT, there, 0, inter));
        if (me == 0) {
            int[] got = new int[1];
            MPI_Sendrecv(new int[] {rank()}, 1, MPI_INT, 0, 8, got, 1, MPI_INT, 0, 8, inter, status);
            assertEquals(rank() == 0 ? 1 : 0, got[0]);
            int[] in = new int[1];
            MPI_Request receive = MPI_Recv_init(in, 1, MPI_INT, 0, 9, inter);
            MPI_Start(receive);
            MPI_Send(new int[] {5}, 1, MPI_INT, 0, 9, inter);
            MPI_Wait(receive, MPI_STATUS_IGNORE);
            assertEquals(5, in[0]);
            MPI_Request_free(receive);
        }
        free(inter, local);
    }

    @Spmd(6)
    @Rule("ICM-006")
    void shouldTellConcurrentConstructionsApartByTag() {
        // Three groups in a ring, each joined to both others at the same time.
        int color = rank() % 3;
        MPI_Comm local = MPI_Comm_split(MPI_COMM_WORLD, color, rank());
        MPI_Comm[] joined = new MPI_Comm[3];
        int[][] order = {{1, 2}, {2, 0}, {0, 1}};
        for (int other : color == 1 ? new int[] {0, 2} : order[color]) {
            int tag = color + other;
            joined[other] = MPI_Intercomm_create(local, 0, MPI_COMM_WORLD, other, tag);
        }
        for (int other = 0; other < 3; other++) {
            if (other != color) {
                int[] got = new int[1];
                int me = MPI_Comm_rank(local);
                MPI_Sendrecv(
                        new int[] {color}, 1, MPI_INT, me, 0, got, 1, MPI_INT, me, 0, joined[other], MPI_STATUS_IGNORE);
                assertEquals(other, got[0]);
                free(joined[other]);
            }
        }
        free(local);
    }

    @Spmd(4)
    @Rule({"ICM-008", "ICM-009", "ATT-018", "PCK-014"})
    void shouldBeDuplicatedComparedAndFreed() {
        MPI_Comm local = local();
        MPI_Comm inter = join(local);
        int key = MPI_Keyval_create(MPI_DUP_FN, MPI_NULL_DELETE_FN, null);
        MPI_Attr_put(inter, key, "kept");
        MPI_Comm dup = MPI_Comm_dup(inter);
        Object[] value = new Object[1];
        MPI_Attr_get(dup, key, value, new boolean[1]);
        assertEquals("kept", value[0]);
        assertEquals(MPI_CONGRUENT, MPI_Comm_compare(inter, dup));
        assertEquals(MPI_IDENT, MPI_Comm_compare(inter, inter));
        assertEquals(MPI_UNEQUAL, MPI_Comm_compare(inter, MPI_COMM_WORLD));
        MPI_Comm turned = MPI_Comm_split(local, 0, -MPI_Comm_rank(local));
        boolean alone = rank() == 0;
        MPI_Comm other = MPI_Intercomm_create(turned, 0, MPI_COMM_WORLD, alone ? size() - 1 : 0, 3);
        assertEquals(MPI_SIMILAR, MPI_Comm_compare(inter, other));
        int[] word = {-1};
        if (MPI_Comm_rank(inter) == 0) {
            byte[] unit = new byte[4];
            int[] position = {0};
            MPI_Pack(new int[] {44}, 1, MPI_INT, unit, 4, position, dup);
            MPI_Request send = MPI_Isend(unit, 4, MPI_PACKED, 0, 1, dup);
            assertFalse(MPI_Iprobe(MPI_ANY_SOURCE, MPI_ANY_TAG, inter, MPI_STATUS_IGNORE));
            MPI_Recv(word, 1, MPI_INT, 0, 1, dup, MPI_STATUS_IGNORE);
            MPI_Wait(send, MPI_STATUS_IGNORE);
            assertEquals(44, word[0]);
        }
        MPI_Keyval_free(new int[] {key});
        free(inter, dup, turned, other, local);
    }

    @Spmd({2, 5})
    @Rule({"ICM-010", "ICM-011"})
    void shouldMergeInTheAgreedOrder() {
        MPI_Comm local = local();
        MPI_Comm inter = join(local);
        for (int way = 0; way < 4; way++) {
            boolean high = (way >> (rank() == 0 ? 0 : 1) & 1) != 0;
            MPI_Comm merged = MPI_Intercomm_merge(inter, high);
            assertFalse(MPI_Comm_test_inter(merged));
            int[] all = CommunicatorsTest.members(merged);
            int[] first = new int[size()];
            MPI_Allreduce(all, first, size(), MPI_INT, MPI_MAX, MPI_COMM_WORLD);
            assertArrayEquals(all, first, "the same order at all ranks");
            if (way == 1) {
                assertEquals(0, all[size() - 1]);
            } else if (way == 2) {
                assertEquals(0, all[0]);
            }
            MPI_Comm grid = MPI_Cart_create(merged, 1, new int[] {size()}, new boolean[] {true}, false);
            MPI_Comm split = MPI_Comm_split(merged, 0, 0);
            assertEquals(size(), MPI_Comm_size(split));
            free(grid, split, merged);
        }
        free(inter, local);
    }

    @Spmd(4)
    @Rule({"ICM-012", "V12-006", "ERR-004"})
    void shouldTakeTheErrorHandlerOfTheLocalCommunicator() {
        MPI_Comm local = local();
        MPI_Errhandler wanted = rank() == 0 ? MPI_ERRORS_RETURN : MPI_ERRORS_THROW_EXCEPTIONS;
        MPI_Errhandler_set(local, wanted);
        MPI_Comm inter = join(local);
        MPI_Errhandler_set(local, MPI_ERRORS_ARE_FATAL);
        assertSame(wanted, MPI_Errhandler_get(inter));
        MPI_Comm merged = MPI_Intercomm_merge(inter, false);
        assertSame(wanted, MPI_Errhandler_get(merged));
        free(merged, inter, local);
    }

    @Spmd(3)
    @Rule({"ICM-007", "ICM-014", "ICM-015", "COL-010"})
    void shouldRefuseWhatTheStandardDoesNotAllow() {
        MPI_Comm local = local();
        MPI_Comm inter = join(local);
        int[] word = new int[1];
        Errors.expect(MPI_ERR_COMM, () -> MPI_Scan(word, new int[1], 1, MPI_INT, MPI_SUM, inter));
        Errors.expect(MPI_ERR_COMM, () -> MPI_Cart_create(inter, 1, new int[] {1}, new boolean[1], false));
        Errors.expect(MPI_ERR_COMM, () -> MPI_Comm_remote_size(local));
        Errors.expect(MPI_ERR_COMM, () -> MPI_Comm_remote_group(local));
        Errors.expect(MPI_ERR_TAG, () -> MPI_Intercomm_create(local, 0, MPI_COMM_WORLD, 0, MPI_ANY_TAG));
        // What is wrong at the leader only is an error of its whole group.
        int leader = MPI_Comm_size(local) - 1;
        Errors.expectOneOf(
                new int[] {MPI_ERR_RANK, MPI_ERR_COMM},
                () -> MPI_Intercomm_create(local, leader, MPI_COMM_WORLD, 99, 1));
        free(inter, local);
    }
}
