package org.javampi.conformance.pointtopoint;

import static org.javampi.MPI.*;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.concurrent.atomic.AtomicReference;
import org.javampi.MPI_Request;
import org.javampi.MPI_Status;
import org.javampi.conformance.harness.Place;
import org.javampi.conformance.harness.Rule;
import org.javampi.conformance.harness.Spmd;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Taking back a message that nobody has received (MPI-1.1 §3.8). */
class CancelSendTest {
    private static final int LARGE = 1 << 20;

    @Spmd({2, 3})
    @Rule({"CAN-007", "CAN-003"})
    void shouldTakeBackAMessageThatWaitsAtTheReceiver() {
        int rank = MPI_Comm_rank(MPI_COMM_WORLD);
        Sending[] started = {
            Sending.ISEND, Sending.ISSEND, Sending.IBSEND, Sending.SEND_INIT, Sending.SSEND_INIT, Sending.BSEND_INIT
        };
        byte[] buffer = new byte[LARGE + MPI_BSEND_OVERHEAD];
        MPI_Buffer_attach(buffer, buffer.length);
        for (Sending sending : started) {
            for (int n : new int[] {0, 8, 10_000, LARGE}) {
                byte[] data = new byte[n];
                if (rank == 0) {
                    MPI_Request send = sending.start(data, n, MPI_BYTE, 1, 1, MPI_COMM_WORLD);
                    Signal.to(1);
                    Signal.from(1);
                    MPI_Cancel(send);
                    MPI_Status status = MPI_Wait(send);
                    assertTrue(MPI_Test_cancelled(status), sending + " of " + n + " bytes");
                    sending.finish(send);
                    Signal.roundTrip(1);
                } else if (rank == 1) {
                    Signal.from(0);
                    assertFalse(MPI_Iprobe(0, 2, MPI_COMM_WORLD, MPI_STATUS_IGNORE));
                    Signal.to(0);
                    Signal.from(0);
                    assertFalse(MPI_Iprobe(0, 1, MPI_COMM_WORLD, MPI_STATUS_IGNORE));
                    assertFalse(MPI_Iprobe(MPI_ANY_SOURCE, MPI_ANY_TAG, MPI_COMM_WORLD, MPI_STATUS_IGNORE));
                    Signal.to(0);
                }
            }
        }
        MPI_Buffer_detach();
    }

    @Spmd({1})
    @Rule({"CAN-007"})
    void shouldTakeBackAMessageToItself() {
        for (int n : new int[] {0, 8, LARGE}) {
            byte[] data = new byte[n];
            for (Sending sending : new Sending[] {Sending.ISEND, Sending.ISSEND}) {
                MPI_Request send = sending.start(data, n, MPI_BYTE, 0, 1, MPI_COMM_WORLD);
                MPI_Cancel(send);
                assertTrue(MPI_Test_cancelled(MPI_Wait(send)));
                assertFalse(MPI_Iprobe(0, 1, MPI_COMM_WORLD, MPI_STATUS_IGNORE));
            }
        }
    }

    /** Rank 0 waits until it sees rank 1 inside MPI_Finalize, which no message can tell. */
    @ParameterizedTest
    @EnumSource(names = {"SHM", "TCP"})
    @Rule({"CAN-008"})
    void shouldTakeBackAMessageWhenTheReceiverIsFinalizing(Place place) throws Exception {
        for (int n : new int[] {8, LARGE}) {
            AtomicReference<Thread> receiver = new AtomicReference<>();
            place.world(2).run(rank -> {
                MPI_Init();
                if (rank == 0) {
                    MPI_Request send = MPI_Isend(new byte[n], n, MPI_BYTE, 1, 1, MPI_COMM_WORLD);
                    MPI_Barrier(MPI_COMM_WORLD);
                    MPI_Barrier(MPI_COMM_WORLD);
                    awaitFinalize(receiver.get());
                    MPI_Cancel(send);
                    assertTrue(MPI_Test_cancelled(MPI_Wait(send)));
                } else {
                    receiver.set(Thread.currentThread());
                    MPI_Barrier(MPI_COMM_WORLD);
                    assertFalse(MPI_Iprobe(0, 2, MPI_COMM_WORLD, MPI_STATUS_IGNORE));
                    MPI_Barrier(MPI_COMM_WORLD);
                }
                MPI_Finalize();
            });
        }
    }

    private static void awaitFinalize(Thread thread) {
        while (Arrays.stream(thread.getStackTrace())
                .noneMatch(frame -> frame.getMethodName().equals("MPI_Finalize"))) {
            Thread.onSpinWait();
        }
    }

    @Spmd({2})
    @Rule({"CAN-009", "CAN-007"})
    void shouldForgetAProbedMessageThatIsTakenBack() {
        int rank = MPI_Comm_rank(MPI_COMM_WORLD);
        for (int n : new int[] {1, LARGE}) {
            byte[] data = new byte[n];
            if (rank == 0) {
                MPI_Request send = MPI_Isend(data, n, MPI_BYTE, 1, 1, MPI_COMM_WORLD);
                MPI_Barrier(MPI_COMM_WORLD);
                MPI_Cancel(send);
                assertTrue(MPI_Test_cancelled(MPI_Wait(send)));
                MPI_Barrier(MPI_COMM_WORLD);
                MPI_Send(new byte[] {2}, 1, MPI_BYTE, 1, 1, MPI_COMM_WORLD);
            } else {
                MPI_Status status = MPI_Probe(0, 1, MPI_COMM_WORLD);
                assertEquals(n, MPI_Get_count(status, MPI_BYTE));
                MPI_Barrier(MPI_COMM_WORLD);
                MPI_Barrier(MPI_COMM_WORLD);
                MPI_Recv(data, n, MPI_BYTE, 0, 1, MPI_COMM_WORLD, status);
                assertEquals(1, MPI_Get_count(status, MPI_BYTE));
                assertEquals(2, data[0]);
            }
            MPI_Barrier(MPI_COMM_WORLD);
        }
    }

    /** What the sender is told decides whether the receiver waits for the message. */
    @Spmd({2})
    @Rule({"CAN-004"})
    void shouldEitherTakeTheMessageBackOrDeliverIt() {
        int rank = MPI_Comm_rank(MPI_COMM_WORLD);
        for (int i = 1; i <= 600; i++) {
            int n = i % 10 == 0 ? 30_000 : 1;
            Sending sending = i % 2 == 0 ? Sending.ISEND : Sending.ISSEND;
            int[] data = new int[n];
            if (rank == 0) {
                data[n - 1] = i;
                MPI_Request send = sending.start(data, n, MPI_INT, 1, 1, MPI_COMM_WORLD);
                Signal.to(1);
                for (int spin = 0; spin < i % 30 * 50; spin++) {
                    Thread.onSpinWait();
                }
                MPI_Cancel(send);
                boolean cancelled = MPI_Test_cancelled(MPI_Wait(send));
                int[] told = {cancelled ? 1 : 0};
                MPI_Send(told, 1, MPI_INT, 1, 2, MPI_COMM_WORLD);
                Signal.from(1);
            } else {
                Signal.from(0);
                MPI_Request receive = MPI_Irecv(data, n, MPI_INT, 0, 1, MPI_COMM_WORLD);
                int[] told = new int[1];
                MPI_Recv(told, 1, MPI_INT, 0, 2, MPI_COMM_WORLD);
                if (told[0] == 1) {
                    MPI_Cancel(receive);
                }
                MPI_Status status = MPI_Wait(receive);
                assertEquals(told[0] == 1, MPI_Test_cancelled(status), "message " + i);
                assertEquals(told[0] == 1 ? 0 : i, data[n - 1]);
                Signal.to(0);
            }
        }
    }

    @Spmd({2})
    @Rule({"CAN-010"})
    void shouldTakeBackOnlyTheCurrentRoundOfAPersistentSend() {
        int rank = MPI_Comm_rank(MPI_COMM_WORLD);
        for (int n : new int[] {1, LARGE}) {
            byte[] data = new byte[n];
            if (rank == 0) {
                MPI_Request send = MPI_Ssend_init(data, n, MPI_BYTE, 1, 1, MPI_COMM_WORLD);
                MPI_Status status = new MPI_Status();
                for (int i = 0; i < 3; i++) {
                    MPI_Start(send);
                    MPI_Cancel(send);
                    MPI_Wait(send, status);
                    assertTrue(MPI_Test_cancelled(status));
                }
                data[n - 1] = 4;
                MPI_Barrier(MPI_COMM_WORLD);
                MPI_Start(send);
                MPI_Wait(send, status);
                assertFalse(MPI_Test_cancelled(status));
                MPI_Request_free(send);
            } else {
                MPI_Barrier(MPI_COMM_WORLD);
                MPI_Recv(data, n, MPI_BYTE, 0, 1, MPI_COMM_WORLD);
                assertEquals(4, data[n - 1]);
                assertFalse(MPI_Iprobe(0, 1, MPI_COMM_WORLD, MPI_STATUS_IGNORE));
            }
            MPI_Barrier(MPI_COMM_WORLD);
        }
    }
}
