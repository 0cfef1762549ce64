package org.javampi.conformance.communicators;

import static org.javampi.MPI.*;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.javampi.MPI_Comm;
import org.javampi.MPI_Group;
import org.javampi.MPI_Request;
import org.javampi.MPI_Status;
import org.javampi.conformance.harness.Errors;
import org.javampi.conformance.harness.Rule;
import org.javampi.conformance.harness.Spmd;

/** Communicators (MPI-1.1 §5.4). */
class CommunicatorsTest {
    private static int rank() {
        return MPI_Comm_rank(MPI_COMM_WORLD);
    }

    private static int size() {
        return MPI_Comm_size(MPI_COMM_WORLD);
    }

    static void free(MPI_Comm... comms) {
        for (MPI_Comm comm : comms) {
            if (comm != MPI_COMM_NULL) {
                MPI_Comm_free(new MPI_Comm[] {comm});
            }
        }
    }

    /** World ranks of the members, by communicator rank. */
    static int[] members(MPI_Comm comm) {
        int[] all = new int[MPI_Comm_size(comm)];
        MPI_Allgather(new int[] {rank()}, 1, MPI_INT, all, 1, MPI_INT, comm);
        return all;
    }

    @Spmd({1, 4})
    @Rule({"COM-001", "GEN-021"})
    void shouldHaveEverybodyInTheWorldAndOneselfInSelf() {
        int[] all = members(MPI_COMM_WORLD);
        for (int r = 0; r < all.length; r++) {
            assertEquals(r, all[r]);
        }
        assertEquals(1, MPI_Comm_size(MPI_COMM_SELF));
        assertEquals(0, MPI_Comm_rank(MPI_COMM_SELF));
        int[] extremes = new int[2];
        MPI_Allreduce(new int[] {size(), -size()}, extremes, 2, MPI_INT, MPI_MAX, MPI_COMM_WORLD);
        assertEquals(size(), extremes[0]);
        assertEquals(size(), -extremes[1]);
    }

    @Spmd(4)
    @Rule({"COM-002", "COM-003", "GEN-001"})
    void shouldCompareByGroupAndContext() {
        MPI_Comm dup = MPI_Comm_dup(MPI_COMM_WORLD);
        MPI_Comm reversed = MPI_Comm_split(MPI_COMM_WORLD, 0, -rank());
        MPI_Comm half = MPI_Comm_split(MPI_COMM_WORLD, rank() / 2, 0);
        MPI_Comm copy = dup;
        assertSame(dup, copy);
        assertEquals(MPI_IDENT, MPI_Comm_compare(dup, copy));
        assertEquals(MPI_CONGRUENT, MPI_Comm_compare(MPI_COMM_WORLD, dup));
        assertEquals(MPI_SIMILAR, MPI_Comm_compare(MPI_COMM_WORLD, reversed));
        assertEquals(MPI_UNEQUAL, MPI_Comm_compare(MPI_COMM_WORLD, half));
        MPI_Comm[] array = {dup};
        MPI_Comm_free(array);
        assertSame(MPI_COMM_NULL, array[0]);
        assertNotSame(MPI_COMM_NULL, copy);
        free(reversed, half);
    }

    @Spmd(3)
    @Rule({"COM-004", "COM-021", "COL-002", "P2P-010"})
    void shouldBeMadeWhileMessagesArePending() {
        int[] data = new int[1];
        MPI_Request pending = MPI_Irecv(data, 1, MPI_INT, MPI_ANY_SOURCE, MPI_ANY_TAG, MPI_COMM_WORLD);
        MPI_Comm dup = MPI_Comm_dup(MPI_COMM_WORLD);
        MPI_Comm split = MPI_Comm_split(dup, 0, rank());
        int left = (rank() + size() - 1) % size();
        int right = (rank() + 1) % size();
        int[] library = new int[1];
        MPI_Sendrecv(
                new int[] {100 + rank()}, 1, MPI_INT, right, 0, library, 1, MPI_INT, left, 0, dup, MPI_STATUS_IGNORE);
        assertEquals(100 + left, library[0]);
        MPI_Barrier(split);
        assertFalse(MPI_Test(pending, MPI_STATUS_IGNORE));
        MPI_Barrier(MPI_COMM_WORLD);
        MPI_Send(new int[] {rank()}, 1, MPI_INT, right, 5, MPI_COMM_WORLD);
        MPI_Wait(pending, MPI_STATUS_IGNORE);
        assertEquals(left, data[0]);
        free(dup, split);
    }

    @Spmd({2, 5})
    @Rule({"COM-005", "COM-006", "COM-013", "COM-007"})
    void shouldBeCreatedFromGroups() {
        MPI_Group world = MPI_Comm_group(MPI_COMM_WORLD);
        int n = (size() + 1) / 2;
        int[] ranks = new int[n];
        for (int i = 0; i < n; i++) {
            ranks[i] = size() - 1 - 2 * i;
        }
        MPI_Group group = MPI_Group_incl(world, n, ranks);
        int key = MPI_Keyval_create(MPI_DUP_FN, MPI_NULL_DELETE_FN, null);
        MPI_Comm parent = MPI_Comm_dup(MPI_COMM_WORLD);
        MPI_Attr_put(parent, key, "x");
        MPI_Comm made = MPI_Comm_create(parent, group);
        int mine = MPI_Group_rank(group);
        MPI_Comm split = MPI_Comm_split(parent, mine == MPI_UNDEFINED ? MPI_UNDEFINED : 0, mine);
        if (mine == MPI_UNDEFINED) {
            assertSame(MPI_COMM_NULL, made);
            assertSame(MPI_COMM_NULL, split);
        } else {
            assertEquals(mine, MPI_Comm_rank(made));
            assertArrayEquals(ranks, members(made));
            assertEquals(MPI_CONGRUENT, MPI_Comm_compare(made, split));
            boolean[] flag = {true};
            MPI_Attr_get(made, key, new Object[1], flag);
            assertFalse(flag[0]);
            MPI_Attr_get(split, key, new Object[1], flag);
            assertFalse(flag[0]);
            assertEquals(MPI_UNDEFINED, MPI_Topo_test(made));
        }
        assertSame(MPI_COMM_NULL, MPI_Comm_create(parent, MPI_GROUP_EMPTY));
        MPI_Group one = MPI_Comm_group(MPI_COMM_SELF);
        if (size() > 1) {
            Errors.expect(MPI_ERR_GROUP, () -> MPI_Comm_create(MPI_COMM_SELF, world));
        }
        MPI_Group_free(new MPI_Group[] {one});
        MPI_Keyval_free(new int[] {key});
        free(made, split, parent);
    }

    @Spmd({1, 5, 8})
    @Rule({"COM-008", "COM-009", "COM-010", "COM-011", "COM-012"})
    void shouldSplitByColorAndKey() {
        MPI_Comm third = MPI_Comm_split(MPI_COMM_WORLD, rank() % 3, 0);
        int[] all = members(third);
        for (int i = 0; i < all.length; i++) {
            assertEquals(rank() % 3 + 3 * i, all[i]);
        }
        MPI_Comm pairs = MPI_Comm_split(MPI_COMM_WORLD, 7, -(rank() / 2));
        all = members(pairs);
        List<Integer> expected = new ArrayList<>();
        for (int pair = (size() - 1) / 2; pair >= 0; pair--) {
            for (int r = 2 * pair; r < Math.min(size(), 2 * pair + 2); r++) {
                expected.add(r);
            }
        }
        assertArrayEquals(expected.stream().mapToInt(i -> i).toArray(), all);
        int key = rank() == 0 ? Integer.MAX_VALUE : rank() == 1 ? Integer.MIN_VALUE : rank();
        MPI_Comm extreme = MPI_Comm_split(MPI_COMM_WORLD, Integer.MAX_VALUE, key);
        assertEquals(rank() == 0 ? size() - 1 : rank() - 1, MPI_Comm_rank(extreme));
        MPI_Comm some = MPI_Comm_split(MPI_COMM_WORLD, rank() % 2 == 0 ? 1 : MPI_UNDEFINED, 0);
        assertEquals(rank() % 2 == 0, some != MPI_COMM_NULL);
        assertSame(MPI_COMM_NULL, MPI_Comm_split(MPI_COMM_WORLD, MPI_UNDEFINED, 0));
        if (size() == 1) {
            Errors.expect(MPI_ERR_ARG, () -> MPI_Comm_split(MPI_COMM_WORLD, -5, 0));
        }
        free(third, pairs, extreme, some);
    }

    @Spmd(2)
    @Rule({"COM-015", "GEN-004", "GEN-005"})
    void shouldNotFreePredefinedOnes() {
        for (MPI_Comm comm : new MPI_Comm[] {MPI_COMM_WORLD, MPI_COMM_SELF, MPI_COMM_NULL}) {
            Errors.expect(MPI_ERR_COMM, () -> MPI_Comm_free(new MPI_Comm[] {comm}));
        }
        Errors.expect(MPI_ERR_COMM, () -> MPI_Comm_size(MPI_COMM_NULL));
        assertEquals(2, MPI_Comm_size(MPI_COMM_WORLD));
    }

    @Spmd(2)
    @Rule({"COM-016", "COM-020"})
    void shouldComeAndGoWithoutEnd() {
        int key = MPI_Keyval_create(MPI_NULL_COPY_FN, MPI_NULL_DELETE_FN, null);
        for (int i = 0; i < 5000; i++) {
            MPI_Comm[] dup = {MPI_Comm_dup(MPI_COMM_WORLD)};
            boolean[] flag = {true};
            MPI_Attr_get(dup[0], key, new Object[1], flag);
            assertFalse(flag[0]);
            MPI_Attr_put(dup[0], key, i);
            assertFalse(MPI_Iprobe(MPI_ANY_SOURCE, MPI_ANY_TAG, dup[0], MPI_STATUS_IGNORE));
            MPI_Comm_free(dup);
            free(MPI_Comm_split(MPI_COMM_WORLD, rank() == 0 ? 0 : MPI_UNDEFINED, 0));
        }
        MPI_Keyval_free(new int[] {key});
    }

    @Spmd(2)
    @Rule("COM-017")
    void shouldExistInNumbers() {
        MPI_Comm[] all = new MPI_Comm[1000];
        for (int i = 0; i < all.length; i++) {
            all[i] = MPI_Comm_dup(MPI_COMM_WORLD);
        }
        int[] word = new int[1];
        for (int i = all.length - 1; i >= 0; i--) {
            MPI_Sendrecv(
                    new int[] {i},
                    1,
                    MPI_INT,
                    1 - rank(),
                    1,
                    word,
                    1,
                    MPI_INT,
                    1 - rank(),
                    1,
                    all[i],
                    MPI_STATUS_IGNORE);
            assertEquals(i, word[0]);
        }
        free(all);
    }

    @Spmd(2)
    @Rule("COM-018")
    void shouldKeepMessagesThatComeEarly() {
        for (int round = 0; round < 50; round++) {
            MPI_Comm split = MPI_Comm_split(MPI_COMM_WORLD, 0, rank());
            int[] word = {round};
            if (rank() == 0) {
                MPI_Send(word, 1, MPI_INT, 1, 3, split);
                MPI_Recv(word, 1, MPI_INT, 1, 4, split, MPI_STATUS_IGNORE);
            } else {
                word[0] = -1;
                MPI_Recv(word, 1, MPI_INT, 0, 3, split, MPI_STATUS_IGNORE);
                assertEquals(round, word[0]);
                MPI_Send(word, 1, MPI_INT, 0, 4, split);
            }
            free(split);
        }
    }

    @Spmd(5)
    @Rule({"COM-019", "COL-003", "P2P-040"})
    void shouldKeepTheContextsOfOverlappingGroupsApart() {
        Random random = new Random(20261121);
        List<MPI_Comm> mine = new ArrayList<>(List.of(MPI_COMM_WORLD));
        // The same drawing at all ranks: which communicator is split, by what.
        for (int round = 0; round < 20; round++) {
            int colors = 1 + random.nextInt(3);
            int shift = random.nextInt(5);
            MPI_Comm next = MPI_Comm_split(MPI_COMM_WORLD, (rank() + shift) % colors, (rank() * shift) % 5);
            mine.add(next);
        }
        for (MPI_Comm comm : mine) {
            int n = MPI_Comm_size(comm);
            int me = MPI_Comm_rank(comm);
            int[] word = new int[1];
            MPI_Status status = new MPI_Status();
            MPI_Sendrecv(
                    new int[] {mine.indexOf(comm)},
                    1,
                    MPI_INT,
                    (me + 1) % n,
                    0,
                    word,
                    1,
                    MPI_INT,
                    MPI_ANY_SOURCE,
                    MPI_ANY_TAG,
                    comm,
                    status);
            assertEquals(mine.indexOf(comm), word[0]);
            assertEquals((me + n - 1) % n, status.MPI_SOURCE);
        }
        mine.remove(0);
        free(mine.toArray(new MPI_Comm[0]));
        assertTrue(mine.size() == 20);
    }
}
