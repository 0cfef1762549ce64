package org.javampi.conformance.requests;

import static org.javampi.MPI.*;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.javampi.MPI_Datatype;
import org.javampi.MPI_Request;
import org.javampi.MPI_Status;
import org.javampi.conformance.harness.Rule;
import org.javampi.conformance.harness.Spmd;
import org.javampi.conformance.pointtopoint.Sending;

/**
 * What has been started completes although the partner computes (MPI-1.1 §3.5, §3.7.4): the partner
 * goes on only after the other has told it, without MPI, that it is done.
 */
class ProgressTest {
    private static final int[] LENGTHS = {1, 16_000, 17_000, 1 << 20};
    private static final int LONGEST = 1 << 20;

    private final byte[] data = new byte[LONGEST];
    private NoticeBoard board;
    private int rank;

    private void open() {
        board = NoticeBoard.open();
        rank = MPI_Comm_rank(MPI_COMM_WORLD);
    }

    /**
     * Rank 0 begins, computes until rank 1 has done its part, and ends; rank 1 does its part while
     * rank 0 computes.
     */
    private void whileRank0Computes(Runnable part) {
        if (rank == 0) {
            board.post("computing");
            board.computeUntil("done");
        } else {
            board.computeUntil("computing");
            part.run();
            board.post("done");
        }
    }

    private void fill(int length, int value) {
        Arrays.fill(data, 0, length, (byte) value);
    }

    private void assertFilled(int length, int value, String what) {
        assertEquals(value, data[0], what);
        assertEquals(value, data[length / 2], what);
        assertEquals(value, data[length - 1], what);
    }

    @Spmd
    @Rule({"NB-012", "P2P-026"})
    void shouldReceiveWhenTheSenderComputes() {
        open();
        attach();
        for (Sending sending : Sending.values()) {
            if (sending.isBlocking() && !sending.isBuffered() || sending.isReady()) {
                continue;
            }
            for (int n : LENGTHS) {
                MPI_Request send = MPI_REQUEST_NULL;
                if (rank == 0) {
                    fill(n, n % 100 + 1);
                    send = sending.start(data, n, MPI_BYTE, 1, 5, MPI_COMM_WORLD);
                } else {
                    fill(n, 0);
                }
                whileRank0Computes(() -> MPI_Recv(data, n, MPI_BYTE, 0, 5, MPI_COMM_WORLD, MPI_STATUS_IGNORE));
                assertFilled(n, n % 100 + 1, sending + " of " + n);
                if (rank == 0) {
                    sending.finish(send);
                }
            }
        }
        MPI_Buffer_detach();
        board.close();
    }

    private static void attach() {
        byte[] room = new byte[LONGEST + MPI_BSEND_OVERHEAD];
        MPI_Buffer_attach(room, room.length);
    }

    @Spmd
    @Rule({"NB-013", "P2P-026"})
    void shouldSendWhenTheReceiverComputes() {
        open();
        attach();
        for (Sending sending : Sending.values()) {
            for (int n : LENGTHS) {
                MPI_Request receive = MPI_REQUEST_NULL;
                if (rank == 0) {
                    fill(n, 0);
                    receive = MPI_Irecv(data, n, MPI_BYTE, 1, 5, MPI_COMM_WORLD);
                } else {
                    fill(n, n % 100 + 1);
                }
                whileRank0Computes(() -> sending.send(data, n, MPI_BYTE, 0, 5, MPI_COMM_WORLD));
                if (rank == 0) {
                    MPI_Wait(receive, MPI_STATUS_IGNORE);
                }
                assertFilled(n, n % 100 + 1, sending + " of " + n);
            }
        }
        MPI_Buffer_detach();
        board.close();
    }

    @Spmd
    @Rule({"NB-012", "NB-013"})
    void shouldCompleteByEachCallWhenThePartnerComputes() {
        open();
        for (int way = 0; way < 4; way++) {
            int how = way;
            for (boolean rank0Sends : new boolean[] {true, false}) {
                MPI_Request[] mine = {
                    (rank == 0) == rank0Sends
                            ? MPI_Isend(data, LONGEST, MPI_BYTE, 1 - rank, 5, MPI_COMM_WORLD)
                            : MPI_Irecv(data, LONGEST, MPI_BYTE, 1 - rank, 5, MPI_COMM_WORLD)
                };
                whileRank0Computes(() -> complete(how, mine));
                MPI_Wait(mine, MPI_STATUS_IGNORE);
            }
        }
        board.close();
    }

    private static void complete(int way, MPI_Request[] one) {
        boolean[] flag = {false};
        switch (way) {
            case 0 -> MPI_Waitany(1, one, new int[1], MPI_STATUS_IGNORE);
            case 1 -> MPI_Waitsome(1, one, new int[1], new int[1], MPI_STATUSES_IGNORE);
            case 2 -> MPI_Waitall(1, one, MPI_STATUSES_IGNORE);
            default -> {
                while (!flag[0]) {
                    MPI_Test(one, flag, MPI_STATUS_IGNORE);
                }
            }
        }
    }

    @Spmd
    @Rule({"NB-012", "NB-013"})
    void shouldMoveDerivedTypesWhenThePartnerComputes() {
        open();
        int n = 100_000;
        MPI_Datatype[] type = new MPI_Datatype[1];
        MPI_Type_vector(n, 1, 2, MPI_INT, type);
        MPI_Type_commit(type);
        for (boolean rank0Sends : new boolean[] {true, false}) {
            int[] values = new int[2 * n];
            boolean sends = (rank == 0) == rank0Sends;
            Arrays.setAll(values, i -> sends ? i : -1);
            MPI_Request request = sends
                    ? MPI_Isend(values, 1, type[0], 1 - rank, 5, MPI_COMM_WORLD)
                    : MPI_Irecv(values, 1, type[0], 1 - rank, 5, MPI_COMM_WORLD);
            whileRank0Computes(() -> MPI_Wait(request, MPI_STATUS_IGNORE));
            MPI_Wait(request, MPI_STATUS_IGNORE);
            for (int i = 0; i < 2 * n - 1; i++) {
                assertEquals(sends || i % 2 == 0 ? i : -1, values[i]);
            }
        }
        MPI_Type_free(type);
        board.close();
    }

    @Spmd
    @Rule({"NB-016", "PER-010"})
    void shouldDeliverWhatHasBeenFreedWhenTheSenderComputes() {
        open();
        for (boolean persistent : new boolean[] {false, true}) {
            fill(LONGEST, rank == 0 ? 7 : 0);
            if (rank == 0) {
                Sending sending = persistent ? Sending.SEND_INIT : Sending.ISEND;
                MPI_Request send = sending.start(data, LONGEST, MPI_BYTE, 1, 5, MPI_COMM_WORLD);
                MPI_Request_free(send);
            }
            whileRank0Computes(() -> MPI_Recv(data, LONGEST, MPI_BYTE, 0, 5, MPI_COMM_WORLD, MPI_STATUS_IGNORE));
            assertFilled(LONGEST, 7, "freed");
        }
        board.close();
    }

    @Spmd
    @Rule({"CAN-001", "CAN-003", "CAN-005"})
    void shouldCancelWhenThePartnerComputes() {
        open();
        for (int n : LENGTHS) {
            whileRank0Computes(() -> {
                assertCancelled(MPI_Issend(data, n, MPI_BYTE, 0, 5, MPI_COMM_WORLD));
                assertCancelled(MPI_Isend(data, n, MPI_BYTE, 0, 5, MPI_COMM_WORLD));
                assertCancelled(MPI_Irecv(data, n, MPI_BYTE, 0, 5, MPI_COMM_WORLD));
            });
        }
        board.close();
    }

    private static void assertCancelled(MPI_Request request) {
        MPI_Cancel(request);
        MPI_Status status = MPI_Wait(request);
        assertTrue(MPI_Test_cancelled(status));
    }

    @Spmd({3, 4})
    @Rule("P2P-026")
    void shouldNotNeedRanksThatTakeNoPart() {
        open();
        if (rank == 0) {
            board.computeUntil("done");
        } else if (rank < 3) {
            for (int n : LENGTHS) {
                if (rank == 1) {
                    MPI_Ssend(data, n, MPI_BYTE, 2, 5, MPI_COMM_WORLD);
                    MPI_Recv(data, n, MPI_BYTE, 2, 6, MPI_COMM_WORLD, MPI_STATUS_IGNORE);
                } else {
                    MPI_Recv(data, n, MPI_BYTE, 1, 5, MPI_COMM_WORLD, MPI_STATUS_IGNORE);
                    MPI_Send(data, n, MPI_BYTE, 1, 6, MPI_COMM_WORLD);
                }
            }
            if (rank == 1) {
                board.post("done");
                MPI_Send(null, 0, MPI_BYTE, 3 % MPI_Comm_size(MPI_COMM_WORLD), 7, MPI_COMM_WORLD);
            }
        }
        if (rank == 3 % MPI_Comm_size(MPI_COMM_WORLD)) {
            // Blocked meanwhile, when there are four.
            MPI_Recv(null, 0, MPI_BYTE, 1, 7, MPI_COMM_WORLD, MPI_STATUS_IGNORE);
        }
        board.close();
    }
}
