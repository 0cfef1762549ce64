package org.javampi.conformance.pointtopoint;

import static org.javampi.MPI.*;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;
import org.javampi.MPI_Comm;
import org.javampi.MPI_Status;
import org.javampi.conformance.harness.Rule;
import org.javampi.conformance.harness.Spmd;

/** Source, destination, tag, communicator and count (MPI-1.1 §3.2.3 to §3.2.5). */
class EnvelopeTest {
    @Spmd({2, 3})
    @Rule({"P2P-002", "P2P-012", "P2P-038"})
    void shouldCarryAnEnvelopeWhenThereIsNoData() {
        int rank = MPI_Comm_rank(MPI_COMM_WORLD);
        if (rank == 0) {
            MPI_Send(new int[] {1}, 0, MPI_INT, 1, 5, MPI_COMM_WORLD);
            MPI_Send(null, 0, MPI_INT, 1, 6, MPI_COMM_WORLD);
            MPI_Send(new int[0], 0, MPI_INT, 1, 7, MPI_COMM_WORLD);
        } else if (rank == 1) {
            int[] room = {-1, -2, -3, -4, -5};
            int[] untouched = room.clone();
            MPI_Status status = new MPI_Status();
            MPI_Recv(room, 5, MPI_INT, 0, 5, MPI_COMM_WORLD, status);
            assertEquals(5, status.MPI_TAG);
            assertEquals(0, status.MPI_SOURCE);
            assertEquals(0, MPI_Get_count(status, MPI_INT));
            MPI_Recv(room, 0, MPI_INT, 0, 6, MPI_COMM_WORLD, status);
            assertEquals(6, status.MPI_TAG);
            assertEquals(0, MPI_Get_count(status, MPI_INT));
            MPI_Recv(null, 0, MPI_INT, 0, 7, MPI_COMM_WORLD, status);
            assertEquals(7, status.MPI_TAG);
            assertEquals(0, MPI_Get_count(status, MPI_INT));
            assertArrayEquals(untouched, room);
        }
    }

    @Spmd({2})
    @Rule({"P2P-038"})
    void shouldAllowANullBufferWhenTheTypeIsEmpty() {
        int rank = MPI_Comm_rank(MPI_COMM_WORLD);
        var empty = MPI_Type_contiguous(0, MPI_INT);
        MPI_Type_commit(empty);
        if (rank == 0) {
            MPI_Send(null, 9, empty, 1, 1, MPI_COMM_WORLD);
        } else {
            MPI_Status status = MPI_Recv(null, 9, empty, 0, 1, MPI_COMM_WORLD);
            assertEquals(0, MPI_Get_count(status, MPI_BYTE));
        }
        MPI_Type_free(empty);
    }

    @Spmd({2})
    @Rule({"P2P-003", "P2P-045"})
    void shouldBringEveryTagUnchanged() {
        int rank = MPI_Comm_rank(MPI_COMM_WORLD);
        int upperBound = upperBound();
        assertTrue(upperBound >= 32_767, () -> "MPI_TAG_UB is " + upperBound);
        int[] tags = new int[40];
        int n = 0;
        tags[n++] = 0;
        tags[n++] = 32_767;
        tags[n++] = upperBound - 1;
        tags[n++] = upperBound;
        for (long power = 1; power <= upperBound; power *= 2) {
            tags[n++] = (int) power;
        }
        MPI_Status status = new MPI_Status();
        int[] value = new int[1];
        for (int i = 0; i < n; i++) {
            value[0] = tags[i];
            if (rank == 0) {
                MPI_Send(value, 1, MPI_INT, 1, tags[i], MPI_COMM_WORLD);
                MPI_Recv(value, 1, MPI_INT, 1, MPI_ANY_TAG, MPI_COMM_WORLD, status);
                assertEquals(tags[i], status.MPI_TAG);
            } else {
                MPI_Recv(value, 1, MPI_INT, 0, tags[i], MPI_COMM_WORLD, status);
                assertEquals(tags[i], status.MPI_TAG);
                assertEquals(tags[i], value[0]);
                MPI_Send(value, 1, MPI_INT, 0, tags[i], MPI_COMM_WORLD);
            }
        }
    }

    private static int upperBound() {
        Object[] value = new Object[1];
        boolean[] flag = new boolean[1];
        MPI_Attr_get(MPI_COMM_WORLD, MPI_TAG_UB, value, flag);
        assertTrue(flag[0]);
        return (Integer) value[0];
    }

    @Spmd({3, 5})
    @Rule({"P2P-008", "P2P-025"})
    void shouldTellTheSourceWhenAnySourceIsAccepted() {
        int rank = MPI_Comm_rank(MPI_COMM_WORLD);
        int size = MPI_Comm_size(MPI_COMM_WORLD);
        int each = 20;
        if (rank == 0) {
            int[] next = new int[size];
            int[] value = new int[2];
            MPI_Status status = new MPI_Status();
            for (int i = 0; i < each * (size - 1); i++) {
                MPI_Recv(value, 2, MPI_INT, MPI_ANY_SOURCE, 3, MPI_COMM_WORLD, status);
                assertEquals(value[0], status.MPI_SOURCE);
                assertEquals(next[value[0]]++, value[1]);
            }
            int[] expected = new int[size];
            Arrays.fill(expected, each);
            expected[0] = 0;
            assertArrayEquals(expected, next);
        } else {
            for (int i = 0; i < each; i++) {
                MPI_Send(new int[] {rank, i}, 2, MPI_INT, 0, 3, MPI_COMM_WORLD);
            }
        }
    }

    @Spmd({2})
    @Rule({"P2P-009", "P2P-020"})
    void shouldTellTheTagWhenAnyTagIsAccepted() {
        int rank = MPI_Comm_rank(MPI_COMM_WORLD);
        long seed = 20_090;
        Random random = new Random(seed);
        MPI_Status status = new MPI_Status();
        for (int i = 0; i < 200; i++) {
            int tag = random.nextInt(Integer.MAX_VALUE);
            if (rank == 0) {
                MPI_Send(new int[] {i}, 1, MPI_INT, 1, tag, MPI_COMM_WORLD);
            } else {
                int[] value = new int[1];
                MPI_Recv(value, 1, MPI_INT, 0, MPI_ANY_TAG, MPI_COMM_WORLD, status);
                assertEquals(tag, status.MPI_TAG, "seed " + seed + ", message " + i);
                assertEquals(i, value[0], "seed " + seed);
            }
        }
    }

    @Spmd({2, 3})
    @Rule({"P2P-010", "PRB-004"})
    void shouldMatchOnlyOnTheCommunicatorOfTheSend() {
        int rank = MPI_Comm_rank(MPI_COMM_WORLD);
        MPI_Comm copy = MPI_Comm_dup(MPI_COMM_WORLD);
        for (int count : new int[] {1, 300_000}) {
            int[] data = new int[count];
            if (rank == 0) {
                data[count - 1] = 4;
                var send = MPI_Isend(data, count, MPI_INT, 1, 1, copy);
                Signal.to(1);
                MPI_Wait(send);
                Signal.from(1);
            } else if (rank == 1) {
                Signal.from(0);
                MPI_Status status = MPI_Probe(MPI_ANY_SOURCE, MPI_ANY_TAG, copy);
                assertEquals(count, MPI_Get_count(status, MPI_INT));
                for (int i = 0; i < 20; i++) {
                    assertFalse(MPI_Iprobe(MPI_ANY_SOURCE, MPI_ANY_TAG, MPI_COMM_WORLD, status));
                }
                MPI_Recv(data, count, MPI_INT, MPI_ANY_SOURCE, MPI_ANY_TAG, copy, status);
                assertEquals(4, data[count - 1]);
                Signal.to(0);
            }
        }
        MPI_Comm_free(copy);
    }

    @Spmd({3, 4})
    @Rule({"P2P-040"})
    void shouldCountRanksInTheGroupOfTheCommunicator() {
        int rank = MPI_Comm_rank(MPI_COMM_WORLD);
        int size = MPI_Comm_size(MPI_COMM_WORLD);
        MPI_Comm reversed = MPI_Comm_split(MPI_COMM_WORLD, 0, -rank);
        int own = MPI_Comm_rank(reversed);
        assertEquals(size - 1 - rank, own);
        int[] value = {rank};
        if (own == 0) {
            MPI_Status status = new MPI_Status();
            for (int source = size - 1; source > 0; source--) {
                MPI_Recv(value, 1, MPI_INT, source, 1, reversed, status);
                assertEquals(source, status.MPI_SOURCE);
                assertEquals(size - 1 - source, value[0]);
            }
            for (int i = 1; i < size; i++) {
                MPI_Probe(MPI_ANY_SOURCE, 2, reversed, status);
                int probed = status.MPI_SOURCE;
                MPI_Recv(value, 1, MPI_INT, MPI_ANY_SOURCE, 2, reversed, status);
                assertEquals(size - 1 - status.MPI_SOURCE, value[0]);
                assertTrue(probed > 0 && probed < size);
            }
        } else {
            MPI_Send(value, 1, MPI_INT, 0, 1, reversed);
            MPI_Send(value, 1, MPI_INT, 0, 2, reversed);
        }
        MPI_Comm_free(reversed);
    }

    @Spmd({2})
    @Rule({"P2P-012", "P2P-043"})
    void shouldTakeShorterMessagesAndLeaveTheRestAlone() {
        int rank = MPI_Comm_rank(MPI_COMM_WORLD);
        int room = 100;
        int[] data = new int[room];
        for (int n = 0; n <= room; n++) {
            if (rank == 0) {
                Arrays.fill(data, n);
                MPI_Send(data, n, MPI_INT, 1, 1, MPI_COMM_WORLD);
            } else {
                Arrays.fill(data, -7);
                MPI_Status status = MPI_Recv(data, room, MPI_INT, 0, 1, MPI_COMM_WORLD);
                assertEquals(n, MPI_Get_count(status, MPI_INT));
                for (int i = 0; i < room; i++) {
                    assertEquals(i < n ? n : -7, data[i]);
                }
            }
        }
    }

    @Spmd({2})
    @Rule({"P2P-012", "P2P-043"})
    void shouldLeaveTheRestAloneWhenTheShorterMessageIsLong() {
        int rank = MPI_Comm_rank(MPI_COMM_WORLD);
        int room = 1 << 20;
        byte[] data = new byte[room];
        int n = room - 12_345;
        if (rank == 0) {
            Arrays.fill(data, (byte) 1);
            MPI_Send(data, n, MPI_BYTE, 1, 1, MPI_COMM_WORLD);
        } else {
            Arrays.fill(data, (byte) 9);
            MPI_Status status = MPI_Recv(data, room, MPI_BYTE, 0, 1, MPI_COMM_WORLD);
            assertEquals(n, MPI_Get_count(status, MPI_BYTE));
            for (int i = 0; i < room; i++) {
                assertEquals(i < n ? 1 : 9, data[i]);
            }
        }
    }
}
