package org.javampi.conformance.pointtopoint;

import static org.javampi.MPI.*;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.javampi.MPI_Datatype;
import org.javampi.MPI_Request;
import org.javampi.conformance.harness.Errors;
import org.javampi.conformance.harness.Rule;
import org.javampi.conformance.harness.Spmd;

/** Arguments that no send, receive or probe can have (MPI-1.1 §3.2, §3.7 to §3.10). */
class ArgumentErrorsTest {
    private static final int NO_RANK = -5;

    /** All calls that send {@code count} items must fail, and no message may leave. */
    private static void expectOfSends(int errorClass, Object buf, int count, MPI_Datatype type, int dest, int tag) {
        for (Sending sending : Sending.values()) {
            Errors.expect(errorClass, () -> sending.start(buf, count, type, dest, tag, MPI_COMM_WORLD));
        }
        byte[] room = new byte[8];
        Errors.expect(
                errorClass,
                () -> MPI_Sendrecv(buf, count, type, dest, tag, room, 8, MPI_BYTE, MPI_PROC_NULL, 1, MPI_COMM_WORLD));
        Errors.expect(
                errorClass, () -> MPI_Sendrecv_replace(buf, count, type, dest, tag, MPI_PROC_NULL, 1, MPI_COMM_WORLD));
        assertFalse(MPI_Iprobe(MPI_ANY_SOURCE, MPI_ANY_TAG, MPI_COMM_WORLD, MPI_STATUS_IGNORE));
    }

    /** All calls that receive must fail, and take no message: one to oneself waits. */
    private static void expectOfReceives(
            int errorClass, Object buf, int count, MPI_Datatype type, int source, int tag) {
        int rank = MPI_Comm_rank(MPI_COMM_WORLD);
        byte[] data = {6};
        MPI_Request send = MPI_Isend(data, 1, MPI_BYTE, rank, 0, MPI_COMM_WORLD);
        Errors.expect(errorClass, () -> MPI_Recv(buf, count, type, source, tag, MPI_COMM_WORLD));
        Errors.expect(errorClass, () -> MPI_Irecv(buf, count, type, source, tag, MPI_COMM_WORLD));
        Errors.expect(errorClass, () -> MPI_Recv_init(buf, count, type, source, tag, MPI_COMM_WORLD));
        Errors.expect(
                errorClass,
                () -> MPI_Sendrecv(data, 1, MPI_BYTE, rank, 0, buf, count, type, source, tag, MPI_COMM_WORLD));
        Errors.expect(
                errorClass,
                () -> MPI_Sendrecv_replace(buf, count, type, MPI_PROC_NULL, 0, source, tag, MPI_COMM_WORLD));
        MPI_Recv(data, 1, MPI_BYTE, rank, 0, MPI_COMM_WORLD);
        assertEquals(6, data[0]);
        MPI_Wait(send);
        assertFalse(MPI_Iprobe(MPI_ANY_SOURCE, MPI_ANY_TAG, MPI_COMM_WORLD, MPI_STATUS_IGNORE));
    }

    @Spmd({1, 2})
    @Rule({"P2P-004"})
    void shouldRefuseToSendWhenTheTagIsNone() {
        int[] data = new int[1];
        for (int tag : new int[] {-1, MPI_ANY_TAG, -7, Integer.MIN_VALUE}) {
            expectOfSends(MPI_ERR_TAG, data, 1, MPI_INT, 0, tag);
        }
    }

    @Spmd({1, 2})
    @Rule({"P2P-005"})
    void shouldRefuseToSendWhenTheDestinationIsNone() {
        int size = MPI_Comm_size(MPI_COMM_WORLD);
        assertNotEquals(MPI_PROC_NULL, NO_RANK);
        assertNotEquals(MPI_ANY_SOURCE, NO_RANK);
        int[] data = new int[1];
        for (int dest : new int[] {size, NO_RANK, MPI_ANY_SOURCE, Integer.MAX_VALUE}) {
            expectOfSends(MPI_ERR_RANK, data, 1, MPI_INT, dest, 1);
        }
    }

    @Spmd({1, 2})
    @Rule({"P2P-006"})
    void shouldRefuseToReceiveWhenSourceOrTagIsNone() {
        int size = MPI_Comm_size(MPI_COMM_WORLD);
        int[] data = new int[1];
        for (int source : new int[] {size, NO_RANK, Integer.MAX_VALUE}) {
            expectOfReceives(MPI_ERR_RANK, data, 1, MPI_INT, source, 1);
        }
        for (int tag : new int[] {-7, Integer.MIN_VALUE}) {
            expectOfReceives(MPI_ERR_TAG, data, 1, MPI_INT, 0, tag);
        }
    }

    @Spmd({1, 2})
    @Rule({"PRB-014"})
    void shouldRefuseToProbeWhenSourceOrTagIsNone() {
        int size = MPI_Comm_size(MPI_COMM_WORLD);
        for (int source : new int[] {size, NO_RANK}) {
            Errors.expect(MPI_ERR_RANK, () -> MPI_Probe(source, 1, MPI_COMM_WORLD));
            Errors.expect(MPI_ERR_RANK, () -> MPI_Iprobe(source, 1, MPI_COMM_WORLD, MPI_STATUS_IGNORE));
        }
        Errors.expect(MPI_ERR_TAG, () -> MPI_Probe(0, -7, MPI_COMM_WORLD));
        Errors.expect(MPI_ERR_TAG, () -> MPI_Iprobe(0, -7, MPI_COMM_WORLD, MPI_STATUS_IGNORE));
    }

    @Spmd({1})
    @Rule({"P2P-016"})
    void shouldRefuseANegativeCount() {
        int[] data = new int[1];
        for (int count : new int[] {-1, Integer.MIN_VALUE}) {
            expectOfSends(MPI_ERR_COUNT, data, count, MPI_INT, 0, 1);
            expectOfReceives(MPI_ERR_COUNT, data, count, MPI_INT, 0, 1);
        }
    }

    @Spmd({1})
    @Rule({"P2P-017"})
    void shouldRefuseATypeThatCannotCommunicate() {
        byte[] data = new byte[16];
        MPI_Datatype uncommitted = MPI_Type_contiguous(2, MPI_BYTE);
        for (MPI_Datatype type : List.of(MPI_DATATYPE_NULL, MPI_LB, MPI_UB, uncommitted)) {
            expectOfSends(MPI_ERR_TYPE, data, 1, type, 0, 1);
            expectOfReceives(MPI_ERR_TYPE, data, 1, type, 0, 1);
        }
        MPI_Type_free(uncommitted);
        expectOfSends(MPI_ERR_TYPE, data, 1, uncommitted, 0, 1);
        expectOfReceives(MPI_ERR_TYPE, data, 1, uncommitted, 0, 1);
    }

    @Spmd({1})
    @Rule({"P2P-039"})
    void shouldRefuseANullBufferWhenThereIsDataToMove() {
        byte[] attached = new byte[4 + MPI_BSEND_OVERHEAD];
        MPI_Buffer_attach(attached, attached.length);
        expectOfSends(MPI_ERR_BUFFER, null, 1, MPI_INT, 0, 1);
        expectOfReceives(MPI_ERR_BUFFER, null, 1, MPI_INT, 0, 1);
        MPI_Buffer_detach();
    }

    @Spmd({1})
    @Rule({"CAN-013"})
    void shouldRefuseToCancelWhatIsNotUnderWay() {
        Errors.expect(MPI_ERR_REQUEST, () -> MPI_Cancel(MPI_REQUEST_NULL));
        Errors.expect(MPI_ERR_REQUEST, () -> MPI_Cancel(new MPI_Request[] {MPI_REQUEST_NULL}));
        MPI_Request inactive = MPI_Recv_init(new int[1], 1, MPI_INT, 0, 1, MPI_COMM_WORLD);
        Errors.expect(MPI_ERR_REQUEST, () -> MPI_Cancel(inactive));
        MPI_Start(inactive);
        MPI_Cancel(inactive);
        assertTrue(MPI_Test_cancelled(MPI_Wait(inactive)));
        MPI_Request_free(inactive);
    }
}
