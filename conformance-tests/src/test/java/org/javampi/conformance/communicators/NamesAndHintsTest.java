package org.javampi.conformance.communicators;

import static org.javampi.MPI.*;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.javampi.MPI_Comm;
import org.javampi.MPI_Info;
import org.javampi.conformance.harness.Errors;
import org.javampi.conformance.harness.Rule;
import org.javampi.conformance.harness.Spmd;

/** Names of communicators, and info objects (MPI-4.1 §7.8, §7.4.4, chapter 10). */
class NamesAndHintsTest {
    @Spmd({1, 2})
    @Rule({"NAM-001", "NAM-002", "NAM-003"})
    void shouldNameCommunicatorsInErrors() {
        assertEquals("MPI_COMM_WORLD", MPI_Comm_get_name(MPI_COMM_WORLD));
        assertEquals("MPI_COMM_SELF", MPI_Comm_get_name(MPI_COMM_SELF));
        MPI_Comm rows = MPI_Comm_dup(MPI_COMM_WORLD);
        assertEquals("", MPI_Comm_get_name(rows));
        MPI_Comm_set_name(rows, " rows of the grid");
        String[] name = new String[1];
        int[] length = new int[1];
        MPI_Comm_get_name(rows, name, length);
        assertEquals(" rows of the grid", name[0]);
        assertEquals(name[0].length(), length[0]);
        String text = Errors.expect(MPI_ERR_RANK, () -> MPI_Send(new int[1], 1, MPI_INT, 99, 0, rows))
                .getMessage();
        assertTrue(text.contains("rows of the grid"), text);
        MPI_Comm copy = MPI_Comm_dup(rows);
        assertEquals("", MPI_Comm_get_name(copy));
        MPI_Comm_set_name(rows, "x".repeat(500));
        assertEquals(MPI_MAX_OBJECT_NAME - 1, MPI_Comm_get_name(rows).length());
        MPI_Comm_set_name(rows, "");
        assertEquals("", MPI_Comm_get_name(rows));
        Errors.expect(MPI_ERR_ARG, () -> MPI_Comm_set_name(rows, null));
        Errors.expect(MPI_ERR_COMM, () -> MPI_Comm_get_name(MPI_COMM_NULL));
        MPI_Comm_free(copy);
        MPI_Comm_free(rows);
    }

    @Spmd(1)
    @Rule({"INF-001", "INF-002", "INF-003", "INF-004"})
    void shouldKeepPairsInOrder() {
        MPI_Info info = MPI_Info_create();
        MPI_Info_set(info, "one", "1");
        MPI_Info_set(info, "two", "zwei");
        MPI_Info_set(info, "one", "first");
        assertEquals(2, MPI_Info_get_nkeys(info));
        assertEquals("one", MPI_Info_get_nthkey(info, 0));
        assertEquals("two", MPI_Info_get_nthkey(info, 1));
        assertEquals("first", MPI_Info_get_string(info, "one"));
        assertNull(MPI_Info_get_string(info, "three"));
        String[] value = {"unchanged"};
        boolean[] flag = new boolean[1];
        int[] room = {0};
        MPI_Info_get_string(info, "one", room, value, flag);
        assertTrue(flag[0]);
        assertEquals("unchanged", value[0]);
        assertEquals(6, room[0]);
        room[0] = 3;
        MPI_Info_get_string(info, "one", room, value, flag);
        assertEquals("fi", value[0]);
        assertEquals(6, room[0]);
        MPI_Info_get(info, "two", 2, value, flag);
        assertEquals("zw", value[0]);
        MPI_Info_get_valuelen(info, "two", room, flag);
        assertEquals(4, room[0]);
        MPI_Info copy = MPI_Info_dup(info);
        MPI_Info_delete(info, "one");
        assertEquals(1, MPI_Info_get_nkeys(info));
        assertEquals(2, MPI_Info_get_nkeys(copy));
        Errors.expect(MPI_ERR_INFO_NOKEY, () -> MPI_Info_delete(info, "one"));
        Errors.expect(MPI_ERR_ARG, () -> MPI_Info_get_nthkey(info, 1));
        Errors.expect(MPI_ERR_INFO_KEY, () -> MPI_Info_set(info, "", "x"));
        Errors.expect(MPI_ERR_INFO_KEY, () -> MPI_Info_set(info, "k".repeat(MPI_MAX_INFO_KEY + 1), "x"));
        Errors.expect(MPI_ERR_INFO_VALUE, () -> MPI_Info_set(info, "k", "v".repeat(MPI_MAX_INFO_VAL + 1)));
        MPI_Info[] handle = {copy};
        MPI_Info_free(handle);
        assertEquals(MPI_INFO_NULL, handle[0]);
        Errors.expect(MPI_ERR_INFO, () -> MPI_Info_get_nkeys(copy));
        Errors.expect(MPI_ERR_INFO, () -> MPI_Info_get_nkeys(MPI_INFO_NULL));
        MPI_Info_free(info);
    }

    @Spmd(2)
    @Rule("INF-005")
    void shouldTellHowTheProgramWasStarted() {
        assertEquals("2", MPI_Info_get_string(MPI_INFO_ENV, "maxprocs"));
        assertEquals("MPI_THREAD_MULTIPLE", MPI_Info_get_string(MPI_INFO_ENV, "thread_level"));
        MPI_Info copy = MPI_Info_create_env(0, null);
        assertEquals(MPI_Info_get_string(MPI_INFO_ENV, "arch"), MPI_Info_get_string(copy, "arch"));
        MPI_Info_free(copy);
        Errors.expect(MPI_ERR_INFO, () -> MPI_Info_set(MPI_INFO_ENV, "arch", "none"));
    }

    @Spmd(2)
    @Rule({"INF-006", "INF-007"})
    void shouldKeepHintsOfCommunicators() {
        MPI_Info info = MPI_Info_create();
        MPI_Info_set(info, "mpi_assert_exact_length", "true");
        int key = MPI_Comm_create_keyval(MPI_COMM_DUP_FN, MPI_COMM_NULL_DELETE_FN, null);
        MPI_Comm_set_attr(MPI_COMM_WORLD, key, "value");
        MPI_Comm comm = MPI_Comm_dup_with_info(MPI_COMM_WORLD, info);
        assertEquals("value", MPI_Comm_get_attr(comm, key));
        MPI_Info_set(info, "mpi_assert_no_any_tag", "false");
        MPI_Info used = MPI_Comm_get_info(comm);
        assertEquals("true", MPI_Info_get_string(used, "mpi_assert_exact_length"));
        assertNull(MPI_Info_get_string(used, "mpi_assert_no_any_tag"));
        MPI_Info_free(used);
        MPI_Comm_set_info(comm, info);
        used = MPI_Comm_get_info(comm);
        assertEquals("false", MPI_Info_get_string(used, "mpi_assert_no_any_tag"));
        MPI_Info_free(used);
        MPI_Comm plain = MPI_Comm_dup(comm);
        used = MPI_Comm_get_info(plain);
        assertEquals(0, MPI_Info_get_nkeys(used));
        MPI_Info_free(used);
        Errors.expect(MPI_ERR_INFO, () -> MPI_Comm_set_info(comm, null));
        MPI_Info_free(info);
        MPI_Comm_delete_attr(MPI_COMM_WORLD, key);
        MPI_Comm_free(plain);
        MPI_Comm_free(comm);
        MPI_Comm_free_keyval(key);
    }

    @Spmd({1, 3, 4})
    @Rule({"SPT-001", "SPT-002"})
    void shouldSplitByHost() {
        int rank = MPI_Comm_rank(MPI_COMM_WORLD);
        int size = MPI_Comm_size(MPI_COMM_WORLD);
        MPI_Comm node = MPI_Comm_split_type(MPI_COMM_WORLD, MPI_COMM_TYPE_SHARED, -rank, MPI_INFO_NULL);
        int members = MPI_Comm_size(node);
        int[] first = new int[1];
        int[] worldRanks = new int[members];
        MPI_Allreduce(new int[] {MPI_Comm_rank(node) == 0 ? members : 0}, first, 1, MPI_INT, MPI_SUM, MPI_COMM_WORLD);
        assertEquals(size, first[0], "each rank is in one of them");
        MPI_Allgather(new int[] {rank}, 1, MPI_INT, worldRanks, 1, MPI_INT, node);
        for (int i = 1; i < members; i++) {
            assertTrue(worldRanks[i] < worldRanks[i - 1], "the key turns the order round");
        }
        MPI_Comm some = MPI_Comm_split_type(
                node, rank == worldRanks[0] ? MPI_COMM_TYPE_SHARED : MPI_UNDEFINED, rank, MPI_INFO_NULL);
        assertEquals(rank != worldRanks[0], some == MPI_COMM_NULL);
        if (some != MPI_COMM_NULL) {
            assertEquals(1, MPI_Comm_size(some));
            MPI_Comm_free(some);
        }
        MPI_Comm_free(node);
        Errors.expect(MPI_ERR_ARG, () -> MPI_Comm_split_type(MPI_COMM_WORLD, 77, 0, MPI_INFO_NULL));
        Errors.expect(MPI_ERR_INFO, () -> MPI_Comm_split_type(MPI_COMM_WORLD, MPI_COMM_TYPE_SHARED, 0, null));
    }

    @Spmd({2, 4})
    @Rule({"CGR-001", "CGR-002"})
    void shouldMakeACommunicatorOfSomeWithoutTheOthers() {
        int rank = MPI_Comm_rank(MPI_COMM_WORLD);
        int size = MPI_Comm_size(MPI_COMM_WORLD);
        int half = size / 2;
        if (rank < half) {
            // The other half does not take part. Members stand in the order of the group.
            int[] ranks = new int[half];
            Arrays.setAll(ranks, i -> half - 1 - i);
            var group = MPI_Group_incl(MPI_Comm_group(MPI_COMM_WORLD), half, ranks);
            MPI_Comm lower = MPI_Comm_create_group(MPI_COMM_WORLD, group, 5);
            assertEquals(half - 1 - rank, MPI_Comm_rank(lower));
            int[] sum = new int[1];
            MPI_Allreduce(new int[] {1}, sum, 1, MPI_INT, MPI_SUM, lower);
            assertEquals(half, sum[0]);
            MPI_Comm_free(lower);
            Errors.expect(MPI_ERR_TAG, () -> MPI_Comm_create_group(MPI_COMM_WORLD, group, -1));
            Errors.expect(MPI_ERR_GROUP, () -> MPI_Comm_create_group(MPI_COMM_WORLD, MPI_GROUP_NULL, 1));
            MPI_Group_free(group);
        }
        var empty = MPI_Comm_create_group(MPI_COMM_WORLD, MPI_GROUP_EMPTY, 1);
        assertEquals(MPI_COMM_NULL, empty);
    }

    @Spmd(2)
    @Rule("CGR-003")
    void shouldKeepCallsOfThreadsApartByTag() throws Exception {
        var group = MPI_Comm_group(MPI_COMM_WORLD);
        MPI_Comm[] made = new MPI_Comm[4];
        Thread[] threads = new Thread[made.length];
        for (int i = 0; i < made.length; i++) {
            int tag = i;
            threads[i] = new Thread(() -> made[tag] = MPI_Comm_create_group(MPI_COMM_WORLD, group, tag));
            threads[i].start();
        }
        for (Thread thread : threads) {
            thread.join();
        }
        int[] got = new int[1];
        int other = 1 - MPI_Comm_rank(MPI_COMM_WORLD);
        for (int i = 0; i < made.length; i++) {
            MPI_Sendrecv(new int[] {i}, 1, MPI_INT, other, 0, got, 1, MPI_INT, other, 0, made[i], MPI_STATUS_IGNORE);
            assertArrayEquals(new int[] {i}, got);
            MPI_Comm_free(made[i]);
        }
        assertFalse(made[0] == made[1]);
        MPI_Group_free(group);
    }
}
