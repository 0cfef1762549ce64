package org.javampi.conformance.collectives;

import static org.javampi.MPI.*;
import static org.javampi.conformance.collectives.Rows.*;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.javampi.MPI_Comm;
import org.javampi.MPI_Datatype;
import org.javampi.MPI_Request;
import org.javampi.conformance.harness.Errors;
import org.javampi.conformance.harness.Rule;
import org.javampi.conformance.harness.Spmd;
import org.junit.jupiter.api.function.Executable;

/** Memory that is sent from and received into at once is refused (MPI-1.1 §2.2, §4.1). */
class OverlappingBuffersTest {
    private static void refused(Executable call) {
        Errors.expect(MPI_ERR_BUFFER, call);
    }

    @Spmd({1, 3})
    @Rule({"GEN-009"})
    void shouldRefuseOneBufferInEachFunction() {
        MPI_Comm comm = MPI_COMM_WORLD;
        int n = size();
        int[] a = new int[n];
        int[] ones = filled(n, 1);
        int[] places = new int[n];
        for (int i = 0; i < n; i++) {
            places[i] = i;
        }
        int self = rank();
        refused(() -> MPI_Gather(a, 1, MPI_INT, a, 1, MPI_INT, self, comm));
        refused(() -> MPI_Gatherv(a, 1, MPI_INT, a, ones, places, MPI_INT, self, comm));
        refused(() -> MPI_Scatter(a, 1, MPI_INT, a, 1, MPI_INT, self, comm));
        refused(() -> MPI_Scatterv(a, ones, places, MPI_INT, a, 1, MPI_INT, self, comm));
        refused(() -> MPI_Allgather(a, 1, MPI_INT, a, 1, MPI_INT, comm));
        refused(() -> MPI_Allgatherv(a, 1, MPI_INT, a, ones, places, MPI_INT, comm));
        refused(() -> MPI_Alltoall(a, 1, MPI_INT, a, 1, MPI_INT, comm));
        refused(() -> MPI_Alltoallv(a, ones, places, MPI_INT, a, ones, places, MPI_INT, comm));
        refused(() -> MPI_Reduce(a, a, n, MPI_INT, MPI_SUM, self, comm));
        refused(() -> MPI_Allreduce(a, a, n, MPI_INT, MPI_SUM, comm));
        refused(() -> MPI_Reduce_scatter(a, a, ones, MPI_INT, MPI_SUM, comm));
        refused(() -> MPI_Reduce_scatter_block(a, a, 1, MPI_INT, MPI_SUM, comm));
        refused(() -> MPI_Scan(a, a, n, MPI_INT, MPI_SUM, comm));
        refused(() -> MPI_Reduce_local(a, a, n, MPI_INT, MPI_SUM));
        MPI_Request[] r = new MPI_Request[1];
        refused(() -> MPI_Igather(a, 1, MPI_INT, a, 1, MPI_INT, self, comm, r));
        refused(() -> MPI_Iscatter(a, 1, MPI_INT, a, 1, MPI_INT, self, comm, r));
        refused(() -> MPI_Iallgather(a, 1, MPI_INT, a, 1, MPI_INT, comm, r));
        refused(() -> MPI_Ialltoall(a, 1, MPI_INT, a, 1, MPI_INT, comm, r));
        refused(() -> MPI_Iallreduce(a, a, n, MPI_INT, MPI_SUM, comm, r));
        refused(() -> MPI_Iscan(a, a, n, MPI_INT, MPI_SUM, comm, r));
    }

    @Spmd({1, 2})
    @Rule({"GEN-009"})
    void shouldRefuseOverlappingParts() {
        MPI_Comm comm = MPI_COMM_WORLD;
        int[] a = new int[10];
        refused(() -> MPI_Allreduce(at(a, 0), at(a, 3), 4, MPI_INT, MPI_SUM, comm));
        refused(() -> MPI_Allreduce(at(a, 3), a, 4, MPI_INT, MPI_SUM, comm));
        refused(() -> MPI_Gather(at(a, 1), 2, MPI_INT, a, 2, MPI_INT, rank(), comm));
        ByteBuffer bytes = ByteBuffer.allocateDirect(64).order(ByteOrder.nativeOrder());
        refused(() -> MPI_Allreduce(bytes, at(bytes, 12), 4, MPI_INT, MPI_SUM, comm));
        byte[] array = new byte[64];
        ByteBuffer wrapped = ByteBuffer.wrap(array).order(ByteOrder.nativeOrder());
        refused(() -> MPI_Allreduce(array, wrapped, 4, MPI_INT, MPI_SUM, comm));
    }

    @Spmd({1, 2})
    @Rule({"GEN-009", "COL-012"})
    void shouldAcceptPartsOfOneBufferThatAreApart() {
        int n = size();
        int[] a = {rank() + 1, 7, -1, -1, -1, -1};
        MPI_Allreduce(a, at(a, 2), 2, MPI_INT, MPI_SUM, MPI_COMM_WORLD);
        assertArrayEquals(new int[] {rank() + 1, 7, n * (n + 1) / 2, 7 * n, -1, -1}, a);
        // Columns of one matrix, whose ranges overlap and whose bytes do not.
        MPI_Datatype column = onInts(3, 2);
        int[] m = {1, 0, 2, 0, 3, 0};
        MPI_Reduce(m, at(m, 1), 1, MPI_INT, MPI_SUM, 0, MPI_COMM_WORLD);
        m[1] = 0;
        int[] counts = {1};
        if (n == 1) {
            MPI_Alltoallv(m, counts, new int[1], column, at(m, 1), counts, new int[1], column, MPI_COMM_WORLD);
            assertArrayEquals(new int[] {1, 1, 2, 2, 3, 3}, m);
        }
        MPI_Type_free(column);
        ByteBuffer bytes = ByteBuffer.allocateDirect(32).order(ByteOrder.nativeOrder());
        bytes.putInt(0, 5);
        MPI_Allreduce(bytes, at(bytes, 4), 1, MPI_INT, MPI_SUM, MPI_COMM_WORLD);
        assertEquals(5 * n, bytes.getInt(4));
    }

    private static MPI_Datatype onInts(int items, int stride) {
        MPI_Datatype type = MPI_Type_vector(items, 1, stride, MPI_INT);
        MPI_Type_commit(type);
        return type;
    }

    /** C programs pass anything where nothing is moved, but no object that is no buffer. */
    @Spmd({1})
    @Rule({"COL-032", "P2P-001"})
    void shouldRefuseWhatIsNoBufferWhereNothingIsMoved() {
        Integer none = 5;
        MPI_Request[] r = new MPI_Request[1];
        refused(() -> MPI_Send(none, 1, MPI_INT, MPI_PROC_NULL, 0, MPI_COMM_WORLD));
        refused(() -> MPI_Send(none, 0, MPI_INT, MPI_PROC_NULL, 0, MPI_COMM_WORLD));
        refused(() -> MPI_Send("text", 0, MPI_INT, 0, 0, MPI_COMM_WORLD));
        refused(() -> MPI_Ssend(none, 1, MPI_INT, MPI_PROC_NULL, 0, MPI_COMM_WORLD));
        refused(() -> MPI_Bsend(none, 1, MPI_INT, MPI_PROC_NULL, 0, MPI_COMM_WORLD));
        refused(() -> MPI_Isend(none, 1, MPI_INT, MPI_PROC_NULL, 0, MPI_COMM_WORLD, r));
        refused(() -> MPI_Ibsend(none, 1, MPI_INT, MPI_PROC_NULL, 0, MPI_COMM_WORLD, r));
        refused(() -> MPI_Send_init(none, 1, MPI_INT, MPI_PROC_NULL, 0, MPI_COMM_WORLD, r));
        refused(() -> MPI_Recv(none, 1, MPI_INT, MPI_PROC_NULL, 0, MPI_COMM_WORLD, MPI_STATUS_IGNORE));
        refused(() -> MPI_Irecv(none, 1, MPI_INT, MPI_PROC_NULL, 0, MPI_COMM_WORLD, r));
        refused(() -> MPI_Recv_init(none, 1, MPI_INT, MPI_PROC_NULL, 0, MPI_COMM_WORLD, r));
        refused(() ->
                MPI_Sendrecv_replace(none, 1, MPI_INT, MPI_PROC_NULL, 0, 0, 0, MPI_COMM_WORLD, MPI_STATUS_IGNORE));
        refused(() -> MPI_Sendrecv_replace(
                none, 1, MPI_INT, MPI_PROC_NULL, 0, MPI_PROC_NULL, 0, MPI_COMM_WORLD, MPI_STATUS_IGNORE));
        MPI_Send(null, 1, MPI_INT, MPI_PROC_NULL, 0, MPI_COMM_WORLD);
        MPI_Send(new int[0], 1, MPI_INT, MPI_PROC_NULL, 0, MPI_COMM_WORLD);
    }

    @Spmd({1, 2})
    @Rule({"COL-022"})
    void shouldNoticeThatTheOwnPieceOfAnExchangeIsLonger() {
        int n = size();
        Errors.expect(
                MPI_ERR_COUNT, () -> MPI_Alltoall(new int[n], 1, MPI_INT, new int[2 * n], 2, MPI_INT, MPI_COMM_WORLD));
        MPI_Request[] r = new MPI_Request[1];
        Errors.expect(
                MPI_ERR_COUNT,
                () -> MPI_Ialltoall(new int[n], 1, MPI_INT, new int[2 * n], 2, MPI_INT, MPI_COMM_WORLD, r));
    }
}
