package org.javampi.conformance.pointtopoint;

import static org.javampi.MPI.*;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;
import org.javampi.MPIException;
import org.javampi.MPI_Comm;
import org.javampi.MPI_Datatype;
import org.javampi.MPI_Request;
import org.javampi.MPI_Status;
import org.javampi.conformance.harness.Errors;
import org.javampi.conformance.harness.Rule;
import org.javampi.conformance.harness.Spmd;

/** Messages in partitions (MPI-4.1 chapter 4). */
class PartitionedMessagesTest {
    private static final MPI_Comm WORLD = MPI_COMM_WORLD;
    private static final int TAG = 11;

    private static int rank() {
        return MPI_Comm_rank(WORLD);
    }

    private static int size() {
        return MPI_Comm_size(WORLD);
    }

    private static int next() {
        return (rank() + 1) % size();
    }

    private static int before() {
        return (rank() + size() - 1) % size();
    }

    private static void fill(int[] data, int from, int start) {
        Arrays.setAll(data, i -> from * 1_000_000 + start * 100_000 + i);
    }

    private static int[] filled(int length, int from, int start) {
        int[] data = new int[length];
        fill(data, from, start);
        return data;
    }

    /** Around a ring, cut differently at both ends, ready in random order, started again and again. */
    @Spmd({1, 2, 3, 5})
    @Rule({"PAR-001", "PAR-002", "PAR-004"})
    void shouldBringAllPartitionsHoweverBothSidesCut() {
        Random common = new Random(20261206L);
        Random own = new Random(7L + rank());
        for (int round = 0; round < 8; round++) {
            int outCut = 1 + common.nextInt(6);
            int inCut = 1 + common.nextInt(6);
            int length = outCut * inCut * (round < 6 ? common.nextInt(50) : 20_000);
            int[] out = new int[length];
            int[] in = new int[length];
            MPI_Request[] requests = {
                MPI_Precv_init(in, inCut, length / inCut, MPI_INT, before(), TAG, WORLD, MPI_INFO_NULL),
                MPI_Psend_init(out, outCut, length / outCut, MPI_INT, next(), TAG, WORLD, MPI_INFO_NULL)
            };
            for (int start = 0; start < 3; start++) {
                fill(out, rank(), start);
                MPI_Startall(2, requests);
                int[] order = shuffled(outCut, own);
                int half = own.nextInt(outCut + 1);
                MPI_Pready_list(half, order, requests[1]);
                for (int i = half; i < outCut; i++) {
                    MPI_Pready(order[i], requests[1]);
                }
                MPI_Status[] statuses = {new MPI_Status(), new MPI_Status()};
                MPI_Waitall(2, requests, statuses);
                assertArrayEquals(filled(length, before(), start), in);
                assertEquals(before(), statuses[0].MPI_SOURCE);
                assertEquals(TAG, statuses[0].MPI_TAG);
                assertEquals(length, MPI_Get_count(statuses[0], MPI_INT));
                assertTrue(MPI_Parrived(requests[0], inCut - 1), "inactive: all have come");
            }
            MPI_Request_free(requests[0]);
            MPI_Request_free(requests[1]);
        }
    }

    private static int[] shuffled(int count, Random random) {
        int[] order = new int[count];
        for (int i = 0; i < count; i++) {
            int place = random.nextInt(i + 1);
            order[i] = order[place];
            order[place] = i;
        }
        return order;
    }

    @Spmd({2, 3})
    @Rule({"PAR-003"})
    void shouldTellOfEachPartitionWhenItHasCome() {
        int[] out = filled(3000, rank(), 0);
        int[] in = new int[3000];
        MPI_Request[] requests = {
            MPI_Precv_init(in, 6, 500, MPI_INT, before(), TAG, WORLD, MPI_INFO_NULL),
            MPI_Psend_init(out, 3, 1000, MPI_INT, next(), TAG, WORLD, MPI_INFO_NULL)
        };
        MPI_Startall(2, requests);
        assertFalse(MPI_Parrived(requests[0], 0));
        MPI_Pready(1, requests[1]);
        // The sender's middle is the receiver's partitions 2 and 3.
        while (!MPI_Parrived(requests[0], 2) || !MPI_Parrived(requests[0], 3)) {
            Thread.onSpinWait();
        }
        assertArrayEquals(
                Arrays.copyOfRange(filled(3000, before(), 0), 1000, 2000), Arrays.copyOfRange(in, 1000, 2000));
        MPI_Barrier(WORLD);
        assertFalse(MPI_Parrived(requests[0], 1));
        assertFalse(MPI_Parrived(requests[0], 4));
        boolean[] flag = {true};
        MPI_Testall(2, requests, flag, MPI_STATUSES_IGNORE);
        assertFalse(flag[0]);
        MPI_Barrier(WORLD);
        MPI_Pready(0, requests[1]);
        MPI_Pready_range(2, 2, requests[1]);
        MPI_Waitall(2, requests, MPI_STATUSES_IGNORE);
        assertArrayEquals(filled(3000, before(), 0), in);
        MPI_Request_free(requests[0]);
        MPI_Request_free(requests[1]);
    }

    @Spmd({2, 3})
    @Rule({"PAR-004"})
    void shouldLetThreadsMarkPartitionsAtTheSameTime() throws InterruptedException {
        int threads = 4;
        int each = 3;
        int partitions = threads * each;
        int items = 5000;
        int[] out = new int[partitions * items];
        int[] in = new int[partitions * items];
        MPI_Request[] receive = {MPI_Precv_init(in, 2, in.length / 2, MPI_INT, before(), TAG, WORLD, MPI_INFO_NULL)};
        MPI_Request[] send = {MPI_Psend_init(out, partitions, items, MPI_INT, next(), TAG, WORLD, MPI_INFO_NULL)};
        for (int start = 0; start < 4; start++) {
            MPI_Start(receive);
            MPI_Start(send);
            int[] wanted = filled(out.length, rank(), start);
            Thread[] all = new Thread[threads];
            for (int t = 0; t < threads; t++) {
                int first = t * each;
                all[t] = new Thread(() -> {
                    for (int p = first; p < first + each; p++) {
                        System.arraycopy(wanted, p * items, out, p * items, items);
                        MPI_Pready(p, send[0]);
                    }
                });
                all[t].start();
            }
            // Waits before all partitions are ready.
            MPI_Wait(send, MPI_STATUS_IGNORE);
            MPI_Wait(receive, MPI_STATUS_IGNORE);
            for (Thread thread : all) {
                thread.join();
            }
            assertArrayEquals(filled(in.length, before(), start), in);
        }
        MPI_Request_free(send);
        MPI_Request_free(receive);
    }

    @Spmd({2})
    @Rule({"PAR-005"})
    void shouldMatchInTheOrderInWhichRequestsAreMade() {
        int[][] data = new int[3][4];
        MPI_Request[] requests = new MPI_Request[3];
        if (rank() == 0) {
            // Starts, and waits, before the other side has made anything.
            for (int i = 0; i < 3; i++) {
                requests[i] = MPI_Precv_init(data[i], 2, 2, MPI_INT, 1, TAG, WORLD, MPI_INFO_NULL);
            }
            MPI_Startall(3, requests);
            assertFalse(MPI_Parrived(requests[0], 0));
            MPI_Send(new int[0], 0, MPI_INT, 1, 1, WORLD);
            MPI_Waitall(3, requests, MPI_STATUSES_IGNORE);
            for (int i = 0; i < 3; i++) {
                assertArrayEquals(filled(4, i, 1), data[i]);
            }
        } else {
            MPI_Recv(new int[0], 0, MPI_INT, 0, 1, WORLD, MPI_STATUS_IGNORE);
            for (int i = 0; i < 3; i++) {
                fill(data[i], i, 1);
                requests[i] = MPI_Psend_init(data[i], 4, 1, MPI_INT, 0, TAG, WORLD, MPI_INFO_NULL);
            }
            // Ordinary messages with the same tag do not meet them.
            for (int i = 2; i >= 0; i--) {
                MPI_Start(requests[i]);
                MPI_Pready_range(0, 3, requests[i]);
            }
            MPI_Waitall(3, requests, MPI_STATUSES_IGNORE);
        }
        for (MPI_Request request : requests) {
            MPI_Request_free(request);
        }
    }

    @Spmd({2})
    @Rule({"PAR-001", "PAR-006"})
    void shouldServeDerivedTypesEmptyPartitionsAndTheNullProcess() {
        int peer = 1 - rank();
        MPI_Datatype[] column = {MPI_Type_vector(5, 1, 2, MPI_INT)};
        MPI_Type_commit(column);
        int[] out = filled(40, rank(), 0);
        int[] in = new int[20];
        MPI_Request[] requests = {
            MPI_Psend_init(out, 2, 2, column[0], peer, TAG, WORLD, MPI_INFO_NULL),
            MPI_Precv_init(in, 5, 4, MPI_INT, peer, TAG, WORLD, MPI_INFO_NULL),
            MPI_Psend_init(null, 3, 0, MPI_INT, peer, TAG, WORLD, MPI_INFO_NULL),
            MPI_Precv_init(null, 0, 7, MPI_INT, peer, TAG, WORLD, MPI_INFO_NULL),
            MPI_Psend_init(null, 3, 1, MPI_INT, MPI_PROC_NULL, TAG, WORLD, MPI_INFO_NULL),
            MPI_Precv_init(null, 3, 1, MPI_INT, MPI_PROC_NULL, TAG, WORLD, MPI_INFO_NULL)
        };
        MPI_Startall(6, requests);
        MPI_Pready_range(0, 1, requests[0]);
        MPI_Pready_list(3, new int[] {2, 0, 1}, requests[2]);
        MPI_Pready(2, requests[4]);
        assertTrue(MPI_Parrived(requests[5], 1));
        MPI_Status[] statuses = new MPI_Status[6];
        Arrays.setAll(statuses, i -> new MPI_Status());
        MPI_Waitall(6, requests, statuses);
        // Five ints, every second one; the next item begins behind the last.
        int[] expected = new int[20];
        int[] sent = filled(40, peer, 0);
        Arrays.setAll(expected, i -> sent[i / 5 * 9 + i % 5 * 2]);
        assertArrayEquals(expected, in);
        assertEquals(MPI_PROC_NULL, statuses[5].MPI_SOURCE);
        for (MPI_Request request : requests) {
            MPI_Request_free(request);
        }
        MPI_Type_free(column);
    }

    @Spmd({2})
    @Rule({"PAR-007"})
    void shouldRefuseWrongArgumentsAndWrongRequests() {
        int peer = 1 - rank();
        int[] data = new int[4];
        MPI_Request[] out = {MPI_REQUEST_NULL};
        Errors.expect(MPI_ERR_COUNT, () -> MPI_Psend_init(data, -1, 1, MPI_INT, peer, TAG, WORLD, MPI_INFO_NULL, out));
        Errors.expect(MPI_ERR_COUNT, () -> MPI_Psend_init(data, 1, -1, MPI_INT, peer, TAG, WORLD, MPI_INFO_NULL, out));
        Errors.expect(MPI_ERR_BUFFER, () -> MPI_Psend_init(data, 2, 3, MPI_INT, peer, TAG, WORLD, MPI_INFO_NULL, out));
        Errors.expect(MPI_ERR_RANK, () -> MPI_Psend_init(data, 2, 2, MPI_INT, 9, TAG, WORLD, MPI_INFO_NULL, out));
        Errors.expect(MPI_ERR_TAG, () -> MPI_Psend_init(data, 2, 2, MPI_INT, peer, -1, WORLD, MPI_INFO_NULL, out));
        Errors.expect(MPI_ERR_INFO, () -> MPI_Psend_init(data, 2, 2, MPI_INT, peer, TAG, WORLD, null, out));
        Errors.expect(
                MPI_ERR_RANK,
                () -> MPI_Precv_init(data, 2, 2, MPI_INT, MPI_ANY_SOURCE, TAG, WORLD, MPI_INFO_NULL, out));
        Errors.expect(
                MPI_ERR_TAG, () -> MPI_Precv_init(data, 2, 2, MPI_INT, peer, MPI_ANY_TAG, WORLD, MPI_INFO_NULL, out));
        assertEquals(MPI_REQUEST_NULL, out[0]);
        int[] in = new int[4];
        MPI_Request[] send = {MPI_Psend_init(data, 4, 1, MPI_INT, peer, TAG, WORLD, MPI_INFO_NULL)};
        MPI_Request[] receive = {MPI_Precv_init(in, 4, 1, MPI_INT, peer, TAG, WORLD, MPI_INFO_NULL)};
        Errors.expect(MPI_ERR_REQUEST, () -> MPI_Pready(0, send[0]));
        MPI_Start(send);
        MPI_Start(receive);
        Errors.expect(MPI_ERR_ARG, () -> MPI_Pready(4, send[0]));
        Errors.expect(MPI_ERR_ARG, () -> MPI_Pready(-1, send[0]));
        Errors.expect(MPI_ERR_ARG, () -> MPI_Pready_range(2, 1, send[0]));
        Errors.expect(MPI_ERR_ARG, () -> MPI_Pready_list(3, new int[] {0, 1}, send[0]));
        Errors.expect(MPI_ERR_ARG, () -> MPI_Pready_list(3, new int[] {0, 1, 0}, send[0]));
        Errors.expect(MPI_ERR_REQUEST, () -> MPI_Pready(0, receive[0]));
        Errors.expect(MPI_ERR_REQUEST, () -> MPI_Parrived(send[0], 0));
        Errors.expect(MPI_ERR_ARG, () -> MPI_Parrived(receive[0], 4));
        Errors.expect(MPI_ERR_REQUEST, () -> MPI_Parrived(MPI_REQUEST_NULL, 0));
        Errors.expect(MPI_ERR_REQUEST, () -> MPI_Request_free(send));
        Errors.expect(MPI_ERR_REQUEST, () -> MPI_Cancel(receive));
        MPI_Pready(1, send[0]);
        // Partition 1 has gone: the list is refused whole.
        Errors.expect(MPI_ERR_ARG, () -> MPI_Pready_list(2, new int[] {0, 1}, send[0]));
        Errors.expect(MPI_ERR_ARG, () -> MPI_Pready_range(0, 1, send[0]));
        MPI_Pready(0, send[0]);
        MPI_Pready_range(2, 3, send[0]);
        MPI_Wait(send, MPI_STATUS_IGNORE);
        MPI_Wait(receive, MPI_STATUS_IGNORE);
        MPI_Request copy = send[0];
        MPI_Request_free(send);
        MPI_Request_free(receive);
        Errors.expect(MPI_ERR_REQUEST, () -> MPI_Pready(0, copy));
    }

    @Spmd({2})
    @Rule({"PAR-008"})
    void shouldReportSidesOfDifferentLengthAtTheReceiver() {
        for (int receiverItems : new int[] {30_000, 50_000}) {
            MPI_Request[] request = new MPI_Request[1];
            if (rank() == 0) {
                request[0] = MPI_Psend_init(new int[40_000], 4, 10_000, MPI_INT, 1, TAG, WORLD, MPI_INFO_NULL);
                MPI_Start(request);
                MPI_Pready_range(0, 3, request[0]);
                MPI_Wait(request, MPI_STATUS_IGNORE);
            } else {
                int[] in = new int[receiverItems];
                request[0] = MPI_Precv_init(in, 1, receiverItems, MPI_INT, 0, TAG, WORLD, MPI_INFO_NULL);
                MPI_Start(request);
                MPIException thrown = Errors.expect(
                        receiverItems < 40_000 ? MPI_ERR_TRUNCATE : MPI_ERR_COUNT,
                        () -> MPI_Wait(request, MPI_STATUS_IGNORE));
                assertTrue(thrown.getMessage().contains("both must be equal"), thrown.getMessage());
            }
            MPI_Request_free(request);
        }
    }
}
