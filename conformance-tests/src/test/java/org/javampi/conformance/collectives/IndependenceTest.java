package org.javampi.conformance.collectives;

import static org.javampi.MPI.*;
import static org.javampi.conformance.collectives.Rows.*;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;
import java.util.Set;
import org.javampi.MPI_Comm;
import org.javampi.MPI_Request;
import org.javampi.MPI_Status;
import org.javampi.conformance.harness.Rule;
import org.javampi.conformance.harness.Spmd;

/**
 * Collectives do not meet point-to-point traffic, each other, or collectives of other communicators
 * (MPI-1.1 §4.1, §4.12).
 */
class IndependenceTest {
    private static final int LARGE = 1 << 20;

    @Spmd({2, 3, 4})
    @Rule({"COL-002", "COL-030"})
    void shouldLeaveAPendingWildcardReceiveAlone() {
        int n = size();
        int[] got = {-1};
        MPI_Request pending = MPI_Irecv(got, 1, MPI_INT, MPI_ANY_SOURCE, MPI_ANY_TAG, MPI_COMM_WORLD);
        for (int count : new int[] {0, 1, 50, 5000, 80_000}) {
            Everything.check(MPI_COMM_WORLD, count, count % n);
            assertFalse(MPI_Test(pending, MPI_STATUS_IGNORE), "after " + count + " items");
        }
        assertFalse(MPI_Iprobe(MPI_ANY_SOURCE, MPI_ANY_TAG, MPI_COMM_WORLD, new MPI_Status()));
        MPI_Barrier(MPI_COMM_WORLD);
        MPI_Send(new int[] {rank()}, 1, MPI_INT, (rank() + 1) % n, 4, MPI_COMM_WORLD);
        MPI_Status status = MPI_Wait(pending);
        assertEquals((rank() + n - 1) % n, got[0]);
        assertEquals(4, status.MPI_TAG);
    }

    /** Messages with the lowest and the highest tag wait while all collectives run. */
    @Spmd({2, 3})
    @Rule({"COL-030", "COL-002"})
    void shouldLeaveAllTagsToTheProgram() {
        int n = size();
        int highest = (Integer) MPI_Attr_get(MPI_COMM_WORLD, MPI_TAG_UB);
        int[] tags = {0, 1, 2, 100, 32_767, highest - 1, highest};
        MPI_Request[] sends = new MPI_Request[tags.length];
        for (int i = 0; i < tags.length; i++) {
            sends[i] = MPI_Isend(new int[] {tags[i]}, 1, MPI_INT, (rank() + 1) % n, tags[i], MPI_COMM_WORLD);
        }
        Everything.check(MPI_COMM_WORLD, 300, n - 1);
        for (int i = tags.length - 1; i >= 0; i--) {
            int[] got = new int[1];
            MPI_Recv(got, 1, MPI_INT, (rank() + n - 1) % n, tags[i], MPI_COMM_WORLD);
            assertEquals(tags[i], got[0]);
        }
        MPI_Waitall(tags.length, sends, MPI_STATUSES_IGNORE);
    }

    @Spmd({3, 4, 5})
    @Rule({"COL-003"})
    void shouldKeepCommunicatorsApartThatOverlap() {
        Random delays = new Random(rank());
        int half = rank() % 2;
        MPI_Comm copy = MPI_Comm_dup(MPI_COMM_WORLD);
        MPI_Comm group = MPI_Comm_split(MPI_COMM_WORLD, half, -rank());
        int members = MPI_Comm_size(group);
        for (int i = 0; i < 150; i++) {
            int[] value = new int[1];
            dawdle(delays);
            int[] fromRoot = {rank() == i % size() ? 3 * i : -1};
            if (half == i % 2) {
                // this half has its own collective first, the other one after the common ones
                MPI_Allreduce(new int[] {i}, value, 1, MPI_INT, MPI_SUM, group);
                assertEquals(members * i, value[0]);
            }
            MPI_Bcast(fromRoot, 1, MPI_INT, i % size(), MPI_COMM_WORLD);
            assertEquals(3 * i, fromRoot[0]);
            dawdle(delays);
            MPI_Allreduce(new int[] {rank() + i}, value, 1, MPI_INT, MPI_MAX, copy);
            assertEquals(size() - 1 + i, value[0]);
            if (half != i % 2) {
                MPI_Allreduce(new int[] {i}, value, 1, MPI_INT, MPI_SUM, group);
                assertEquals(members * i, value[0]);
            }
        }
        MPI_Comm_free(copy);
        MPI_Comm_free(group);
    }

    @Spmd({3, 5})
    @Rule({"COL-004"})
    void shouldKeepSuccessiveCollectivesApart() {
        int n = size();
        Random delays = new Random(100 + rank());
        for (int i = 0; i < 1000; i++) {
            int root = i % n;
            int[] data = {rank() == root ? i : -1, rank() == root ? -i : -1};
            MPI_Bcast(data, 2, MPI_INT, root, MPI_COMM_WORLD);
            assertArrayEquals(new int[] {i, -i}, data);
            if (i % 5 == 0) {
                int[] sum = new int[1];
                MPI_Reduce(new int[] {rank() + i}, sum, 1, MPI_INT, MPI_SUM, root, MPI_COMM_WORLD);
                assertEquals(rank() == root ? n * (n - 1) / 2 + n * i : 0, sum[0]);
            }
            if (i % 17 == rank()) {
                dawdle(delays);
            }
        }
    }

    /** Rank 0 is far ahead: it may not wait for anybody, and its blocks arrive in order. */
    @Spmd({2, 3})
    @Rule({"COL-004", "COL-005"})
    void shouldKeepCollectivesApartWhenTheRootRunsAhead() {
        int rounds = 300;
        if (rank() == 0) {
            for (int i = 0; i < rounds; i++) {
                int[] buffer = filled(1 + i % 7, i);
                MPI_Bcast(buffer, buffer.length, MPI_INT, 0, MPI_COMM_WORLD);
                // the buffer is free again: nobody may see this
                Arrays.fill(buffer, -1);
            }
        } else {
            dawdle(new Random(1));
            for (int i = 0; i < rounds; i++) {
                int[] buffer = new int[1 + i % 7];
                MPI_Bcast(buffer, buffer.length, MPI_INT, 0, MPI_COMM_WORLD);
                assertArrayEquals(filled(1 + i % 7, i), buffer);
            }
        }
        MPI_Barrier(MPI_COMM_WORLD);
    }

    @Spmd({2, 3, 5})
    @Rule({"COL-005"})
    void shouldFreeBuffersOnReturn() {
        for (int count : new int[] {1, 3000, 200_000}) {
            for (int root = 0; root < size(); root++) {
                int[] mine = row(rank(), 1, count);
                int[] all = rank() == root ? new int[size() * count] : null;
                MPI_Gather(mine, count, MPI_INT, all, count, MPI_INT, root, MPI_COMM_WORLD);
                Arrays.fill(mine, -1);
                int[] result = new int[count];
                int[] operand = filled(count, rank() + 1);
                MPI_Reduce(operand, result, count, MPI_INT, MPI_SUM, root, MPI_COMM_WORLD);
                Arrays.fill(operand, -1);
                if (rank() == root) {
                    assertArrayEquals(rows(size(), 1, count), all);
                    assertArrayEquals(filled(count, size() * (size() + 1) / 2), result);
                }
                int[] data = rank() == root ? row(root, 2, count) : new int[count];
                MPI_Bcast(data, count, MPI_INT, root, MPI_COMM_WORLD);
                boolean right = Arrays.equals(row(root, 2, count), data);
                Arrays.fill(data, -1);
                assertTrue(right, "Bcast of " + count + " from " + root);
            }
        }
        MPI_Barrier(MPI_COMM_WORLD);
    }

    /** MPI-1.1 example 4.24: the wildcard may take either message first. */
    @Spmd({3})
    @Rule({"COL-025"})
    void shouldAllowEitherMatchingAroundABroadcast() {
        for (int i = 0; i < 50; i++) {
            int[] data = {rank() == 0 ? i : -1};
            int[] got = new int[2];
            switch (rank()) {
                case 0 -> {
                    MPI_Bcast(data, 1, MPI_INT, 0, MPI_COMM_WORLD);
                    MPI_Send(new int[] {0}, 1, MPI_INT, 1, 3, MPI_COMM_WORLD);
                }
                case 1 -> {
                    MPI_Recv(at(got, 0), 1, MPI_INT, MPI_ANY_SOURCE, 3, MPI_COMM_WORLD);
                    MPI_Bcast(data, 1, MPI_INT, 0, MPI_COMM_WORLD);
                    MPI_Recv(at(got, 1), 1, MPI_INT, MPI_ANY_SOURCE, 3, MPI_COMM_WORLD);
                    assertTrue(Set.of(0, 2).contains(got[0]));
                    assertEquals(2, got[0] + got[1]);
                }
                default -> {
                    MPI_Send(new int[] {2}, 1, MPI_INT, 1, 3, MPI_COMM_WORLD);
                    MPI_Bcast(data, 1, MPI_INT, 0, MPI_COMM_WORLD);
                }
            }
            assertEquals(i, data[0]);
            MPI_Barrier(MPI_COMM_WORLD);
        }
    }

    /** Rank 1 waits in a barrier that rank 0 enters after a send that needs rank 1. */
    @Spmd({2, 3})
    @Rule({"COL-026"})
    void shouldGoOnWithMessagesWhileInACollective() {
        for (int i = 0; i < 3; i++) {
            int[] data = rank() == 0 ? filled(LARGE, i) : new int[LARGE];
            MPI_Request receive = MPI_REQUEST_NULL;
            if (rank() == 1) {
                receive = MPI_Irecv(data, LARGE, MPI_INT, 0, 2, MPI_COMM_WORLD);
            } else if (rank() == 0) {
                MPI_Ssend(data, LARGE, MPI_INT, 1, 2, MPI_COMM_WORLD);
            }
            MPI_Barrier(MPI_COMM_WORLD);
            int[] sum = new int[1];
            MPI_Allreduce(new int[] {1}, sum, 1, MPI_INT, MPI_SUM, MPI_COMM_WORLD);
            assertEquals(size(), sum[0]);
            MPI_Wait(receive);
            if (rank() == 1) {
                assertArrayEquals(filled(LARGE, i), data);
            }
        }
    }

    private static void dawdle(Random delays) {
        for (int i = delays.nextInt(40); i > 0; i--) {
            Thread.yield();
        }
    }
}
