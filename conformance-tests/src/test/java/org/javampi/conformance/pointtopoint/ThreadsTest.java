package org.javampi.conformance.pointtopoint;

import static org.javampi.MPI.*;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.javampi.MPI_Request;
import org.javampi.conformance.harness.Rule;
import org.javampi.conformance.harness.Spmd;

/** What goes on while a thread is blocked, computes, or waits for room (MPI-1.1 §3.5). */
class ThreadsTest {
    private static final int THREADS = 5;
    private static final int ROUNDS = 400;
    private static final int LAST = 1000;
    private static final VarHandle BYTES = MethodHandles.arrayElementVarHandle(byte[].class);

    /** Any thread may call at any time, and a blocked call blocks its own thread only. */
    @Spmd({2})
    void shouldServeManyThreadsWhileOneIsBlocked() throws InterruptedException {
        int rank = MPI_Comm_rank(MPI_COMM_WORLD);
        Background blocked = Background.start(() -> receiveLast(rank));
        List<Background> others = new ArrayList<>();
        for (int tag = 0; tag < THREADS; tag++) {
            int own = tag;
            others.add(Background.start(() -> pingPong(rank, own)));
        }
        for (Background other : others) {
            other.join();
        }
        MPI_Send(new int[] {rank}, 1, MPI_INT, 1 - rank, LAST, MPI_COMM_WORLD);
        blocked.join();
    }

    private static void receiveLast(int rank) {
        int[] value = new int[1];
        MPI_Recv(value, 1, MPI_INT, 1 - rank, LAST, MPI_COMM_WORLD);
        assertEquals(1 - rank, value[0]);
    }

    private static void pingPong(int rank, int tag) {
        for (int i = 0; i < ROUNDS; i++) {
            int length = (i % 50 == 0 ? 100_000 : i) + 1;
            int[] data = new int[length];
            data[length - 1] = tag * ROUNDS + i;
            int[] got = new int[length];
            int other = 1 - rank;
            MPI_Sendrecv(
                    data,
                    length,
                    MPI_INT,
                    other,
                    tag,
                    got,
                    length,
                    MPI_INT,
                    other,
                    tag,
                    MPI_COMM_WORLD,
                    MPI_STATUS_IGNORE);
            assertEquals(data[length - 1], got[length - 1]);
        }
    }

    /** Rank 2 is blocked in a receive and rank 0 has a request open that nobody serves yet. */
    @Spmd({3, 4})
    @Rule({"P2P-026"})
    void shouldCompleteAMatchedPairWhateverTheOthersDo() {
        int rank = MPI_Comm_rank(MPI_COMM_WORLD);
        int n = 300_000;
        byte[] data = new byte[n];
        byte[] other = new byte[n];
        if (rank == 0) {
            MPI_Request open = MPI_Issend(other, n, MPI_BYTE, 1, 2, MPI_COMM_WORLD);
            for (int i = 0; i < 20; i++) {
                MPI_Send(data, n, MPI_BYTE, 1, 1, MPI_COMM_WORLD);
                MPI_Recv(data, n, MPI_BYTE, 1, 1, MPI_COMM_WORLD);
            }
            Signal.to(1);
            MPI_Wait(open);
            Signal.to(2);
        } else if (rank == 1) {
            for (int i = 0; i < 20; i++) {
                MPI_Recv(data, n, MPI_BYTE, 0, 1, MPI_COMM_WORLD);
                MPI_Send(data, n, MPI_BYTE, 0, 1, MPI_COMM_WORLD);
            }
            Signal.from(0);
            MPI_Recv(data, n, MPI_BYTE, 0, 2, MPI_COMM_WORLD);
        } else if (rank == 2) {
            Signal.from(0);
        }
    }

    /** The receiver only looks at its buffer once it has posted: the data comes all the same. */
    @Spmd({2})
    @Rule({"P2P-026", "P2P-031"})
    void shouldCompleteAPairWhileTheReceiverComputes() {
        int rank = MPI_Comm_rank(MPI_COMM_WORLD);
        int n = 3 << 20;
        byte[] data = new byte[n];
        byte[] last = new byte[1];
        if (rank == 0) {
            data[n - 1] = 1;
            last[0] = 1;
            Signal.from(1);
            MPI_Send(data, n, MPI_BYTE, 1, 1, MPI_COMM_WORLD);
            MPI_Ssend(last, 1, MPI_BYTE, 1, 2, MPI_COMM_WORLD);
        } else {
            MPI_Request large = MPI_Irecv(data, n, MPI_BYTE, 0, 1, MPI_COMM_WORLD);
            MPI_Request small = MPI_Irecv(last, 1, MPI_BYTE, 0, 2, MPI_COMM_WORLD);
            Signal.to(0);
            while ((byte) BYTES.getVolatile(last, 0) == 0) {
                Thread.onSpinWait();
            }
            assertEquals((byte) 1, (byte) BYTES.getVolatile(data, n - 1));
            MPI_Wait(large, MPI_STATUS_IGNORE);
            MPI_Wait(small, MPI_STATUS_IGNORE);
        }
    }

    /**
     * A flood at a receiver that does not receive: the sender is held up, neither fails, and all
     * arrives. A second thread of the sender tells how far the first has come.
     */
    @Spmd({2})
    @Rule({"P2P-029"})
    void shouldHoldUpAStandardSendWhenTheReceiverDoesNotReceive() throws InterruptedException {
        int rank = MPI_Comm_rank(MPI_COMM_WORLD);
        int n = 40_000;
        int[] data = new int[512];
        int[] sent = new int[1];
        if (rank == 0) {
            AtomicInteger progress = new AtomicInteger();
            Background flood = Background.start(() -> {
                for (int i = 0; i < n; i++) {
                    data[0] = i;
                    MPI_Send(data, data.length, MPI_INT, 1, 1, MPI_COMM_WORLD);
                    progress.set(i + 1);
                }
            });
            do {
                Signal.from(1);
                sent[0] = progress.get();
                MPI_Send(sent, 1, MPI_INT, 1, 2, MPI_COMM_WORLD);
            } while (sent[0] < n);
            flood.join();
        } else {
            int held = untilStanding(sent);
            assertTrue(held < n, () -> held + " messages of 2 KiB were taken in");
            for (int i = 0; i < n; i++) {
                MPI_Recv(data, data.length, MPI_INT, 0, 1, MPI_COMM_WORLD);
                assertEquals(i, data[0]);
            }
            while (sent[0] < n) {
                askForProgress(sent);
            }
        }
    }

    private static int untilStanding(int[] sent) {
        int same = 0;
        int last = -1;
        while (same < 500) {
            askForProgress(sent);
            same = sent[0] == last ? same + 1 : 0;
            last = sent[0];
        }
        return last;
    }

    private static void askForProgress(int[] sent) {
        Signal.to(0);
        MPI_Recv(sent, 1, MPI_INT, 0, 2, MPI_COMM_WORLD);
    }
}
