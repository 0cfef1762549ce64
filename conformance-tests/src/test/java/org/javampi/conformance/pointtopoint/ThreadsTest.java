package org.javampi.conformance.pointtopoint;

import static org.javampi.MPI.*;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.javampi.conformance.Worlds;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Any thread may call at any time, and a blocked call blocks its own thread only. */
@Timeout(200)
class ThreadsTest {
    private static final int THREADS = 5;
    private static final int ROUNDS = 400;
    private static final int LAST = 1000;

    @Test
    void shouldServeManyThreadsWhileOneIsBlocked() {
        Worlds.overAll(
                2,
                rank -> {
                    MPI_Init();
                    ConcurrentLinkedQueue<Throwable> failures = new ConcurrentLinkedQueue<>();
                    List<Thread> threads = new ArrayList<>();
                    threads.add(start(failures, () -> receiveLast(rank)));
                    for (int tag = 0; tag < THREADS; tag++) {
                        int own = tag;
                        threads.add(start(failures, () -> pingPong(rank, own)));
                    }
                    for (Thread thread : threads.subList(1, threads.size())) {
                        thread.join();
                    }
                    MPI_Send(new int[] {rank}, 1, MPI_INT, 1 - rank, LAST, MPI_COMM_WORLD);
                    threads.get(0).join();
                    assertEquals(List.of(), List.copyOf(failures));
                    MPI_Finalize();
                });
    }

    private static Thread start(ConcurrentLinkedQueue<Throwable> failures, Runnable body) {
        Thread thread =
                new Thread(
                        () -> {
                            try {
                                body.run();
                            } catch (Throwable thrown) {
                                failures.add(thrown);
                            }
                        });
        thread.start();
        return thread;
    }

    private static void receiveLast(int rank) {
        int[] value = new int[1];
        MPI_Recv(value, 1, MPI_INT, 1 - rank, LAST, MPI_COMM_WORLD);
        assertEquals(1 - rank, value[0]);
    }

    private static void pingPong(int rank, int tag) {
        for (int i = 0; i < ROUNDS; i++) {
            int length = i % 50 == 0 ? 100_000 : i;
            int[] data = new int[length + 1];
            data[length] = tag * ROUNDS + i;
            int[] got = new int[length + 1];
            MPI_Sendrecv(
                    data,
                    length + 1,
                    MPI_INT,
                    1 - rank,
                    tag,
                    got,
                    length + 1,
                    MPI_INT,
                    1 - rank,
                    tag,
                    MPI_COMM_WORLD,
                    MPI_STATUS_IGNORE);
            assertEquals(data[length], got[length]);
        }
    }
}
