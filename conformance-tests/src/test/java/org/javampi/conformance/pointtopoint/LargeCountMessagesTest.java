package org.javampi.conformance.pointtopoint;

import static org.javampi.MPI.*;
import static org.javampi.PMPI.PMPI_Send;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.util.Arrays;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.javampi.MPI_Comm;
import org.javampi.MPI_Datatype;
import org.javampi.MPI_Message;
import org.javampi.MPI_Request;
import org.javampi.MPI_Status;
import org.javampi.conformance.harness.Errors;
import org.javampi.conformance.harness.Rule;
import org.javampi.conformance.harness.Spmd;

/** Messages with large counts (MPI-4.1 §2.5.8 and §3.2.2). */
class LargeCountMessagesTest {
    private static final long BEYOND = 5_000_000_000L;
    private static final MPI_Comm WORLD = MPI_COMM_WORLD;

    private static int rank() {
        return MPI_Comm_rank(WORLD);
    }

    private static int size() {
        return MPI_Comm_size(WORLD);
    }

    /** Each rank sends to the next in every form, and receives in every form. */
    @Spmd({1, 2, 3})
    @Rule({"LGC-001"})
    void shouldSendAndReceiveInEveryForm() {
        int next = (rank() + 1) % size();
        int before = (rank() + size() - 1) % size();
        int[] out = {rank(), 7};
        byte[] room = new byte[4096];
        MPI_Buffer_attach_c(room, room.length);
        int tag = 0;
        send(before, tag++, () -> MPI_Request.class.cast(MPI_Isend_c(out, 2, MPI_INT, next, 0, WORLD)));
        send(before, tag++, () -> MPI_Issend_c(out, 2, MPI_INT, next, 1, WORLD));
        send(before, tag++, () -> MPI_Ibsend_c(out, 2, MPI_INT, next, 2, WORLD));
        send(before, tag++, () -> MPI_Isend(out, 2L, MPI_INT, next, 3, WORLD));
        send(before, tag++, () -> started(MPI_Send_init_c(out, 2, MPI_INT, next, 4, WORLD)));
        send(before, tag++, () -> started(MPI_Ssend_init_c(out, 2, MPI_INT, next, 5, WORLD)));
        send(before, tag++, () -> started(MPI_Bsend_init_c(out, 2, MPI_INT, next, 6, WORLD)));
        Object[] address = new Object[1];
        long[] length = new long[1];
        MPI_Buffer_detach_c(address, length);
        assertSame(room, address[0]);
        assertEquals(room.length, length[0]);
        // Receives, each of a message that waits for it.
        receive(next, before, in -> MPI_Recv_c(in, 2, MPI_INT, before, 9, WORLD, MPI_STATUS_IGNORE));
        receive(next, before, in -> MPI_Recv(in, 2L, MPI_INT, before, 9, WORLD));
        receive(next, before, in -> MPI_Wait(MPI_Irecv_c(in, 2, MPI_INT, before, 9, WORLD)));
        receive(next, before, in -> {
            MPI_Request[] request = {MPI_Recv_init_c(in, 2, MPI_INT, before, 9, WORLD)};
            MPI_Start(request);
            MPI_Wait(request, MPI_STATUS_IGNORE);
            MPI_Request_free(request);
        });
        receive(next, before, in -> {
            MPI_Message[] message = {MPI_Mprobe(before, 9, WORLD, MPI_STATUS_IGNORE)};
            MPI_Mrecv_c(in, 2, MPI_INT, message, MPI_STATUS_IGNORE);
        });
        receive(next, before, in -> {
            MPI_Message[] message = {MPI_Mprobe(before, 9, WORLD, MPI_STATUS_IGNORE)};
            MPI_Wait(MPI_Imrecv_c(in, 2, MPI_INT, message));
        });
        int[] in = new int[2];
        MPI_Sendrecv_c(out, 2, MPI_INT, next, 8, in, 2, MPI_INT, before, 8, WORLD, MPI_STATUS_IGNORE);
        assertArrayEquals(new int[] {before, 7}, in);
        int[] again = new int[2];
        MPI_Wait(MPI_Isendrecv_c(out, 2, MPI_INT, next, 8, again, 2, MPI_INT, before, 8, WORLD));
        assertArrayEquals(in, again);
        int[] same = out.clone();
        MPI_Sendrecv_replace_c(same, 2, MPI_INT, next, 8, before, 8, WORLD, MPI_STATUS_IGNORE);
        assertArrayEquals(in, same);
        same = out.clone();
        MPI_Wait(MPI_Isendrecv_replace_c(same, 2, MPI_INT, next, 8, before, 8, WORLD));
        assertArrayEquals(in, same);
    }

    private static MPI_Request started(MPI_Request request) {
        MPI_Start(request);
        return request;
    }

    private static void send(int before, int tag, Supplier<MPI_Request> form) {
        MPI_Request request = form.get();
        int[] in = new int[2];
        MPI_Recv(in, 2, MPI_INT, before, tag, WORLD, MPI_STATUS_IGNORE);
        MPI_Wait(request, MPI_STATUS_IGNORE);
        assertArrayEquals(new int[] {before, 7}, in, "tag " + tag);
    }

    private static void receive(int next, int before, Consumer<int[]> form) {
        MPI_Request request = MPI_Isend(new int[] {rank(), 3}, 2, MPI_INT, next, 9, WORLD);
        int[] in = new int[2];
        form.accept(in);
        MPI_Wait(request, MPI_STATUS_IGNORE);
        assertArrayEquals(new int[] {before, 3}, in);
    }

    @Spmd({2})
    @Rule({"LGC-001"})
    void shouldSendInBlockingFormsWithOverloads() {
        int[] data = {5};
        if (rank() == 0) {
            byte[] room = new byte[4096];
            MPI_Buffer_attach(room, (long) room.length);
            MPI_Send_c(data, 1, MPI_INT, 1, 0, WORLD);
            MPI_Ssend_c(data, 1, MPI_INT, 1, 0, WORLD);
            MPI_Bsend_c(data, 1, MPI_INT, 1, 0, WORLD);
            MPI_Send(data, 1L, MPI_INT, 1, 0, WORLD);
            MPI_Ssend(data, 1L, MPI_INT, 1, 0, WORLD);
            MPI_Bsend(data, 1L, MPI_INT, 1, 0, WORLD);
            PMPI_Send(data, 1L, MPI_INT, 1, 0, WORLD);
            MPI_Recv(new int[0], 0, MPI_INT, 1, 1, WORLD, MPI_STATUS_IGNORE);
            MPI_Rsend_c(data, 1, MPI_INT, 1, 2, WORLD);
            MPI_Wait(MPI_Irsend_c(data, 1, MPI_INT, 1, 3, WORLD));
            MPI_Request[] request = {MPI_Rsend_init_c(data, 1, MPI_INT, 1, 4, WORLD)};
            MPI_Start(request);
            MPI_Wait(request, MPI_STATUS_IGNORE);
            MPI_Request_free(request);
            MPI_Buffer_detach();
        } else {
            MPI_Request[] ready = new MPI_Request[3];
            int[][] in = new int[3][1];
            for (int i = 0; i < 3; i++) {
                ready[i] = MPI_Irecv(in[i], 1, MPI_INT, 0, 2 + i, WORLD);
            }
            for (int i = 0; i < 7; i++) {
                int[] one = new int[1];
                MPI_Recv(one, 1, MPI_INT, 0, 0, WORLD, MPI_STATUS_IGNORE);
                assertEquals(5, one[0]);
            }
            MPI_Send(new int[0], 0, MPI_INT, 0, 1, WORLD);
            MPI_Waitall(3, ready, MPI_STATUSES_IGNORE);
            assertEquals(15, in[0][0] + in[1][0] + in[2][0]);
        }
    }

    @Spmd(value = 2, processes = false, everywhere = false)
    @Rule({"LGC-003"})
    void shouldCarryMoreBytesThanAnIntCounts() {
        // The same 4 MiB, 600 times: 2.5 GB in one message, out of and into little memory.
        int block = 4 << 20;
        long bytes = 600L * block;
        MPI_Datatype[] type = {MPI_Type_create_hvector_c(600, block, 0, MPI_BYTE)};
        MPI_Type_commit(type);
        byte[] data = new byte[block];
        if (rank() == 0) {
            Arrays.fill(data, (byte) 9);
            MPI_Send_c(data, 1, type[0], 1, 0, WORLD);
        } else {
            MPI_Status status = new MPI_Status();
            MPI_Recv_c(data, 1, type[0], 0, 0, WORLD, status);
            assertEquals(bytes, MPI_Get_count_c(status, MPI_BYTE));
            assertEquals(bytes, MPI_Get_elements_c(status, type[0]));
            assertEquals(1, MPI_Get_count_c(status, type[0]));
            assertEquals(MPI_UNDEFINED, MPI_Get_count(status, MPI_BYTE));
            assertEquals(MPI_UNDEFINED, MPI_Get_elements(status, MPI_BYTE));
            assertEquals(9, data[block - 1]);
        }
        MPI_Type_free(type);
    }

    @Spmd({1, 2})
    @Rule({"LGC-003", "LGC-006"})
    void shouldCountMoreItemsThanAnIntAndRefuseWhatIsNotThere() {
        MPI_Datatype[] empty = {MPI_Type_contiguous_c(0, MPI_INT)};
        MPI_Type_commit(empty);
        int next = (rank() + 1) % size();
        MPI_Request request = MPI_Isend_c(null, BEYOND, empty[0], next, 0, WORLD);
        MPI_Status status = new MPI_Status();
        MPI_Recv_c(null, BEYOND, empty[0], MPI_ANY_SOURCE, 0, WORLD, status);
        MPI_Wait(request);
        assertEquals(0, MPI_Get_count_c(status, MPI_BYTE));
        MPI_Type_free(empty);
        byte[] few = new byte[10];
        Errors.expect(MPI_ERR_BUFFER, () -> MPI_Send_c(few, BEYOND, MPI_BYTE, next, 0, WORLD));
        Errors.expect(MPI_ERR_BUFFER, () -> MPI_Recv_c(few, BEYOND, MPI_BYTE, next, 0, WORLD, status));
        Errors.expect(MPI_ERR_COUNT, () -> MPI_Send_c(few, -1, MPI_BYTE, next, 0, WORLD));
        Errors.expect(MPI_ERR_COUNT, () -> MPI_Recv_c(few, Long.MIN_VALUE, MPI_BYTE, next, 0, WORLD, status));
        Errors.expect(MPI_ERR_COUNT, () -> MPI_Send_c(few, Long.MAX_VALUE, MPI_LONG, next, 0, WORLD));
    }
}
