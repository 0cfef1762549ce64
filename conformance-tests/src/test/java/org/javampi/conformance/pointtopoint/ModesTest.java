package org.javampi.conformance.pointtopoint;

import static org.javampi.MPI.*;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.concurrent.atomic.AtomicBoolean;
import org.javampi.MPI_Request;
import org.javampi.MPI_Status;
import org.javampi.conformance.harness.Rule;
import org.javampi.conformance.harness.Spmd;

/** Standard, synchronous and ready mode, and what all modes share (MPI-1.1 §3.4). */
class ModesTest {
    private static final int[] SIZES = {0, 1, 1 << 20};
    private static final int LARGE = 100_000;

    /** The probe of rank 1 says that the send is under way, the round trips give it time. */
    @Spmd({2, 3})
    @Rule({"P2P-030", "PRB-009"})
    void shouldNotEndASynchronousSendBeforeItsReceiveHasBegun() throws InterruptedException {
        int rank = MPI_Comm_rank(MPI_COMM_WORLD);
        for (int n : SIZES) {
            byte[] data = new byte[n];
            if (rank == 0) {
                AtomicBoolean returned = new AtomicBoolean();
                Background sender = Background.start(() -> {
                    MPI_Ssend(data, n, MPI_BYTE, 1, 1, MPI_COMM_WORLD);
                    returned.set(true);
                });
                for (int i = 0; i < 20; i++) {
                    Signal.echo(1);
                    assertFalse(returned.get());
                }
                Signal.to(1);
                sender.join();
                assertTrue(returned.get());
            } else if (rank == 1) {
                MPI_Probe(0, 1, MPI_COMM_WORLD, MPI_STATUS_IGNORE);
                for (int i = 0; i < 20; i++) {
                    Signal.roundTrip(0);
                }
                Signal.from(0);
                MPI_Recv(data, n, MPI_BYTE, 0, 1, MPI_COMM_WORLD);
            }
        }
    }

    @Spmd({2})
    @Rule({"P2P-030"})
    void shouldNotCompleteASynchronousSendBeforeItsReceiveHasBegun() {
        int rank = MPI_Comm_rank(MPI_COMM_WORLD);
        for (int n : SIZES) {
            byte[] data = new byte[n];
            if (rank == 0) {
                MPI_Request send = MPI_Issend(data, n, MPI_BYTE, 1, 1, MPI_COMM_WORLD);
                for (int i = 0; i < 10; i++) {
                    Signal.roundTrip(1);
                    assertFalse(MPI_Test(send, MPI_STATUS_IGNORE));
                }
                Signal.to(1);
                MPI_Wait(send);
            } else {
                for (int i = 0; i < 10; i++) {
                    Signal.echo(0);
                }
                Signal.from(0);
                MPI_Recv(data, n, MPI_BYTE, 0, 1, MPI_COMM_WORLD);
            }
        }
    }

    /** The receiver waits for another message first: it must not be needed to wait for this one. */
    @Spmd({2})
    @Rule({"P2P-031"})
    void shouldEndASynchronousSendWhenTheReceiveIsPosted() {
        int rank = MPI_Comm_rank(MPI_COMM_WORLD);
        for (int n : SIZES) {
            byte[] data = new byte[n];
            if (rank == 0) {
                MPI_Ssend(data, n, MPI_BYTE, 1, 0, MPI_COMM_WORLD);
                MPI_Send(data, 0, MPI_BYTE, 1, 1, MPI_COMM_WORLD);
            } else {
                MPI_Request receive = MPI_Irecv(data, n, MPI_BYTE, 0, 0, MPI_COMM_WORLD);
                MPI_Recv(data, 0, MPI_BYTE, 0, 1, MPI_COMM_WORLD);
                MPI_Wait(receive);
            }
        }
    }

    @Spmd({2})
    @Rule({"P2P-032"})
    void shouldDeliverAReadySendWhenTheReceiveIsPosted() {
        int rank = MPI_Comm_rank(MPI_COMM_WORLD);
        Sending[] ready = {Sending.RSEND, Sending.IRSEND, Sending.RSEND_INIT};
        for (Sending sending : ready) {
            for (int n : SIZES) {
                byte[] data = new byte[n];
                if (rank == 0) {
                    Arrays.fill(data, (byte) 6);
                    Signal.from(1);
                    sending.send(data, n, MPI_BYTE, 1, 9, MPI_COMM_WORLD);
                } else {
                    MPI_Request receive = MPI_Irecv(data, n, MPI_BYTE, 0, MPI_ANY_TAG, MPI_COMM_WORLD);
                    Signal.to(0);
                    MPI_Status status = MPI_Wait(receive);
                    assertEquals(0, status.MPI_SOURCE);
                    assertEquals(9, status.MPI_TAG);
                    assertEquals(n, MPI_Get_count(status, MPI_BYTE));
                    byte[] expected = new byte[n];
                    Arrays.fill(expected, (byte) 6);
                    assertArrayEquals(expected, data);
                }
            }
        }
    }

    /** Erroneous; what this implementation promises is that the message is delivered. */
    @Spmd({2})
    @Rule({"P2P-033"})
    void shouldDisturbNothingWhenAReadySendComesTooEarly() {
        int rank = MPI_Comm_rank(MPI_COMM_WORLD);
        for (int n : SIZES) {
            byte[] data = new byte[n];
            if (rank == 0) {
                MPI_Request send = MPI_Irsend(data, n, MPI_BYTE, 1, 9, MPI_COMM_WORLD);
                MPI_Send(new byte[] {4}, 1, MPI_BYTE, 1, 1, MPI_COMM_WORLD);
                MPI_Wait(send);
            } else {
                byte[] other = new byte[1];
                MPI_Recv(other, 1, MPI_BYTE, 0, 1, MPI_COMM_WORLD);
                assertEquals(4, other[0]);
                MPI_Recv(data, n, MPI_BYTE, 0, 9, MPI_COMM_WORLD);
            }
        }
    }

    private enum Receiving {
        RECV,
        IRECV,
        RECV_INIT
    }

    @Spmd({2})
    @Rule({"P2P-034"})
    void shouldReceiveEveryModeWithEveryReceive() {
        int rank = MPI_Comm_rank(MPI_COMM_WORLD);
        byte[] buffer = new byte[LARGE + MPI_BSEND_OVERHEAD];
        MPI_Buffer_attach(buffer, buffer.length);
        int number = 0;
        for (Sending sending : Sending.values()) {
            for (Receiving receiving : Receiving.values()) {
                for (int n : new int[] {1, LARGE}) {
                    number++;
                    byte[] data = new byte[n];
                    if (rank == 0) {
                        data[n - 1] = (byte) number;
                        Signal.from(1);
                        sending.send(data, n, MPI_BYTE, 1, 3, MPI_COMM_WORLD);
                    } else {
                        receive(receiving, sending.isReady(), data);
                        assertEquals((byte) number, data[n - 1], sending + " " + receiving);
                    }
                }
            }
        }
        MPI_Buffer_detach();
    }

    private static void receive(Receiving receiving, boolean ready, byte[] data) {
        int n = data.length;
        MPI_Status status = new MPI_Status();
        if (receiving == Receiving.RECV && !ready) {
            Signal.to(0);
            MPI_Recv(data, n, MPI_BYTE, 0, 3, MPI_COMM_WORLD, status);
        } else if (receiving == Receiving.RECV_INIT) {
            MPI_Request request = MPI_Recv_init(data, n, MPI_BYTE, 0, 3, MPI_COMM_WORLD);
            MPI_Start(request);
            Signal.to(0);
            MPI_Wait(request, status);
            MPI_Request_free(request);
        } else {
            MPI_Request request = MPI_Irecv(data, n, MPI_BYTE, 0, 3, MPI_COMM_WORLD);
            Signal.to(0);
            MPI_Wait(request, status);
        }
        assertEquals(n, MPI_Get_count(status, MPI_BYTE));
    }

    /** The receiver looks at the data only after the sender has overwritten its own. */
    @Spmd({2})
    @Rule({"P2P-035"})
    void shouldLetTheBufferBeOverwrittenWhenTheBlockingSendHasReturned() {
        int rank = MPI_Comm_rank(MPI_COMM_WORLD);
        byte[] buffer = new byte[LARGE + MPI_BSEND_OVERHEAD];
        MPI_Buffer_attach(buffer, buffer.length);
        Sending[] blocking = {Sending.SEND, Sending.BSEND, Sending.SSEND, Sending.RSEND};
        for (Sending sending : blocking) {
            for (int n : new int[] {1, 10_000, LARGE}) {
                byte[] expected = new byte[n];
                Arrays.fill(expected, (byte) 7);
                boolean early = sending == Sending.BSEND || sending == Sending.SEND && n < LARGE;
                if (rank == 0) {
                    byte[] data = expected.clone();
                    Signal.from(1);
                    sending.send(data, n, MPI_BYTE, 1, 3, MPI_COMM_WORLD);
                    assertArrayEquals(expected, data);
                    Arrays.fill(data, (byte) 1);
                    Signal.to(1);
                } else {
                    byte[] data = new byte[n];
                    MPI_Request receive = MPI_REQUEST_NULL;
                    if (!early) {
                        receive = MPI_Irecv(data, n, MPI_BYTE, 0, 3, MPI_COMM_WORLD);
                    }
                    Signal.to(0);
                    Signal.from(0);
                    if (early) {
                        receive = MPI_Irecv(data, n, MPI_BYTE, 0, 3, MPI_COMM_WORLD);
                    }
                    MPI_Wait(receive);
                    assertArrayEquals(expected, data, sending + " of " + n + " bytes");
                }
            }
        }
        MPI_Buffer_detach();
    }

    @Spmd({2})
    @Rule({"P2P-035"})
    void shouldNotAlterTheDataThatANonBlockingSendTakes() {
        int rank = MPI_Comm_rank(MPI_COMM_WORLD);
        byte[] buffer = new byte[LARGE + MPI_BSEND_OVERHEAD];
        MPI_Buffer_attach(buffer, buffer.length);
        for (Sending sending : Sending.values()) {
            byte[] expected = new byte[LARGE];
            Arrays.fill(expected, (byte) 7);
            byte[] data = rank == 0 ? expected.clone() : new byte[LARGE];
            if (rank == 0) {
                Signal.from(1);
                sending.send(data, LARGE, MPI_BYTE, 1, 3, MPI_COMM_WORLD);
            } else {
                MPI_Request receive = MPI_Irecv(data, LARGE, MPI_BYTE, 0, 3, MPI_COMM_WORLD);
                Signal.to(0);
                MPI_Wait(receive);
            }
            assertArrayEquals(expected, data, sending.toString());
        }
        MPI_Buffer_detach();
    }

    /** The sender completes its send only when it has been told that the receive is over. */
    @Spmd({2})
    @Rule({"P2P-036"})
    void shouldCompleteAReceiveBeforeTheSenderCompletesItsSend() {
        int rank = MPI_Comm_rank(MPI_COMM_WORLD);
        for (Sending sending : new Sending[] {Sending.ISEND, Sending.ISSEND, Sending.SSEND_INIT}) {
            for (int n : SIZES) {
                byte[] data = new byte[n];
                if (rank == 0) {
                    MPI_Request send = sending.start(data, n, MPI_BYTE, 1, 3, MPI_COMM_WORLD);
                    Signal.from(1);
                    sending.finish(send);
                } else {
                    MPI_Recv(data, n, MPI_BYTE, 0, 3, MPI_COMM_WORLD);
                    Signal.to(0);
                }
            }
        }
    }

    @Spmd({2, 4})
    @Rule({"P2P-028"})
    void shouldBufferSmallStandardSendsThatMeetHeadToHead() {
        int rank = MPI_Comm_rank(MPI_COMM_WORLD);
        int partner = rank ^ 1;
        for (int n : new int[] {1, 1024, 8 * 1024}) {
            byte[] out = new byte[n];
            Arrays.fill(out, (byte) rank);
            byte[] in = new byte[n];
            MPI_Send(out, n, MPI_BYTE, partner, 1, MPI_COMM_WORLD);
            MPI_Recv(in, n, MPI_BYTE, partner, 1, MPI_COMM_WORLD);
            assertEquals(partner, in[n - 1]);
        }
    }
}
