package org.javampi.conformance.requests;

import static org.javampi.MPI.*;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.util.Arrays;
import org.javampi.MPI_Request;
import org.javampi.MPI_Status;
import org.javampi.conformance.harness.Rule;
import org.javampi.conformance.harness.Spmd;

/** Examples 3.15 and 3.16 of MPI-1.1 §3.7.5: one server, many clients. */
class ClientServerExamplesTest {
    private static final int TAG = 2;
    private static final int JOBS = 40;

    private static int rank() {
        return MPI_Comm_rank(MPI_COMM_WORLD);
    }

    private static int size() {
        return MPI_Comm_size(MPI_COMM_WORLD);
    }

    /** What client {@code client} asks for as its job {@code n}. */
    private static int question(int client, int n) {
        return client * 1000 + n;
    }

    /** A client sends its jobs one after the other, and awaits the end of each send. */
    private static void client() {
        int[] a = new int[1];
        for (int n = 0; n < JOBS; n++) {
            a[0] = question(rank(), n);
            MPI_Request request = MPI_Isend(a, 1, MPI_INT, 0, TAG, MPI_COMM_WORLD);
            MPI_Wait(request);
        }
    }

    private static void receive(int[] a, MPI_Request[] requests, int i) {
        requests[i] = MPI_Irecv(at(a, i), 1, MPI_INT, i + 1, TAG, MPI_COMM_WORLD);
    }

    /** Example 3.15: the server takes one at a time; some clients may starve, but all end. */
    @Spmd({2, 3, 5})
    @Rule({"MUL-001", "MUL-002", "MUL-003", "MUL-004"})
    void shouldServeOneAtATime() {
        if (rank() > 0) {
            client();
            return;
        }
        int clients = size() - 1;
        int[] served = new int[clients];
        int[] a = new int[clients];
        MPI_Request[] requests = new MPI_Request[clients];
        for (int i = 0; i < clients; i++) {
            receive(a, requests, i);
        }
        int[] index = new int[1];
        MPI_Status status = new MPI_Status();
        for (int n = 0; n < clients * JOBS; n++) {
            MPI_Waitany(clients, requests, index, status);
            int i = index[0];
            assertSame(MPI_REQUEST_NULL, requests[i]);
            assertEquals(i + 1, status.MPI_SOURCE);
            assertEquals(question(i + 1, served[i]++), a[i]);
            if (served[i] < JOBS) {
                receive(a, requests, i);
            }
        }
        MPI_Waitany(clients, requests, index, status);
        assertEquals(MPI_UNDEFINED, index[0]);
        int[] all = new int[clients];
        Arrays.fill(all, JOBS);
        assertArrayEquals(all, served);
    }

    /** Example 3.16: the server takes all that have come; none starves. */
    @Spmd({2, 3, 5})
    @Rule({"MUL-017", "MUL-018", "MUL-020"})
    void shouldServeAllThatHaveCome() {
        if (rank() > 0) {
            client();
            return;
        }
        int clients = size() - 1;
        int[] served = new int[clients];
        int[] a = new int[clients];
        MPI_Request[] requests = new MPI_Request[clients];
        for (int i = 0; i < clients; i++) {
            receive(a, requests, i);
        }
        int[] outcount = new int[1];
        int[] indices = new int[clients];
        MPI_Status[] statuses = new MPI_Status[clients];
        Arrays.setAll(statuses, i -> new MPI_Status());
        int done = 0;
        while (done < clients * JOBS) {
            MPI_Waitsome(clients, requests, outcount, indices, statuses);
            for (int k = 0; k < outcount[0]; k++, done++) {
                int i = indices[k];
                assertEquals(i + 1, statuses[k].MPI_SOURCE);
                assertEquals(1, MPI_Get_count(statuses[k], MPI_INT));
                assertEquals(question(i + 1, served[i]++), a[i]);
                if (served[i] < JOBS) {
                    receive(a, requests, i);
                }
            }
        }
        MPI_Waitsome(clients, requests, outcount, indices, statuses);
        assertEquals(MPI_UNDEFINED, outcount[0]);
        int[] all = new int[clients];
        Arrays.fill(all, JOBS);
        assertArrayEquals(all, served);
    }

    /** The same server with persistent receives, and clients that get an answer. */
    @Spmd({2, 3, 5})
    @Rule({"MUL-005", "PER-014", "PER-004"})
    void shouldServeWithPersistentReceives() {
        if (rank() > 0) {
            int[] a = new int[1];
            for (int n = 0; n < JOBS; n++) {
                a[0] = question(rank(), n);
                MPI_Send(a, 1, MPI_INT, 0, TAG, MPI_COMM_WORLD);
                MPI_Recv(a, 1, MPI_INT, 0, TAG, MPI_COMM_WORLD);
                assertEquals(2 * question(rank(), n), a[0]);
            }
            return;
        }
        int clients = size() - 1;
        int[] a = new int[clients];
        int[] served = new int[clients];
        MPI_Request[] requests = new MPI_Request[clients];
        for (int i = 0; i < clients; i++) {
            requests[i] = MPI_Recv_init(at(a, i), 1, MPI_INT, i + 1, TAG, MPI_COMM_WORLD);
        }
        MPI_Startall(clients, requests);
        for (int n = 0; n < clients * JOBS; n++) {
            int i = MPI_Waitany(clients, requests, MPI_STATUS_IGNORE);
            assertNotSame(MPI_REQUEST_NULL, requests[i]);
            MPI_Send(new int[] {2 * a[i]}, 1, MPI_INT, i + 1, TAG, MPI_COMM_WORLD);
            if (++served[i] < JOBS) {
                MPI_Start(requests[i]);
            }
        }
        for (MPI_Request request : requests) {
            MPI_Request_free(request);
        }
    }
}
