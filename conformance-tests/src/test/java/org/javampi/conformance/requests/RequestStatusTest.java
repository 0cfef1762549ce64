package org.javampi.conformance.requests;

import static org.javampi.MPI.*;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.javampi.MPI_Datatype;
import org.javampi.MPI_Request;
import org.javampi.MPI_Status;
import org.javampi.conformance.harness.Errors;
import org.javampi.conformance.harness.Rule;
import org.javampi.conformance.harness.Spmd;

/** Looking at requests without completing them, and statuses that a program fills (MPI-4.1 §3.7.6, §13.3). */
class RequestStatusTest {
    private static MPI_Request[] receives(int count, int[][] buffers) {
        MPI_Request[] requests = new MPI_Request[count];
        for (int i = 0; i < count; i++) {
            requests[i] = MPI_Irecv(buffers[i], 1, MPI_INT, 0, i, MPI_COMM_WORLD);
        }
        return requests;
    }

    @Spmd(2)
    @Rule({"RGS-001", "RGS-002"})
    void shouldLookAndLeaveTheRequest() {
        if (MPI_Comm_rank(MPI_COMM_WORLD) == 0) {
            MPI_Barrier(MPI_COMM_WORLD);
            MPI_Send(new int[] {5}, 1, MPI_INT, 1, 3, MPI_COMM_WORLD);
            return;
        }
        int[] got = new int[1];
        MPI_Status status = new MPI_Status();
        MPI_Request request = MPI_Irecv(got, 1, MPI_INT, MPI_ANY_SOURCE, 3, MPI_COMM_WORLD);
        assertFalse(MPI_Request_get_status(request, status));
        MPI_Barrier(MPI_COMM_WORLD);
        while (!MPI_Request_get_status(request, status)) {
            Thread.onSpinWait();
        }
        assertEquals(0, status.MPI_SOURCE);
        assertEquals(3, status.MPI_TAG);
        assertTrue(MPI_Request_get_status(request, MPI_STATUS_IGNORE));
        MPI_Status second = MPI_Wait(request);
        assertEquals(1, MPI_Get_count(second, MPI_INT));
        assertEquals(5, got[0]);
        boolean[] flag = new boolean[1];
        MPI_Request_get_status(MPI_REQUEST_NULL, flag, status);
        assertTrue(flag[0]);
        assertEquals(MPI_ANY_SOURCE, status.MPI_SOURCE);
        assertTrue(MPI_Request_get_status(request, status));
        Errors.expect(MPI_ERR_REQUEST, () -> MPI_Request_get_status(null, status));
    }

    @Spmd(2)
    @Rule({"RGS-003", "RGS-004", "RGS-005"})
    void shouldLookAtSeveral() {
        int count = 3;
        if (MPI_Comm_rank(MPI_COMM_WORLD) == 0) {
            MPI_Barrier(MPI_COMM_WORLD);
            MPI_Ssend(new int[] {11}, 1, MPI_INT, 1, 1, MPI_COMM_WORLD);
            MPI_Barrier(MPI_COMM_WORLD);
            MPI_Ssend(new int[] {10}, 1, MPI_INT, 1, 0, MPI_COMM_WORLD);
            MPI_Ssend(new int[] {12}, 1, MPI_INT, 1, 2, MPI_COMM_WORLD);
            return;
        }
        MPI_Request[] requests = receives(count, new int[count][1]);
        int[] index = new int[1];
        int[] indices = new int[count];
        boolean[] flag = {true};
        MPI_Status status = new MPI_Status();
        MPI_Status[] statuses = {new MPI_Status(), new MPI_Status(), new MPI_Status()};
        MPI_Request_get_status_any(count, requests, index, flag, status);
        assertFalse(flag[0]);
        MPI_Request_get_status_some(count, requests, index, indices, statuses);
        assertEquals(0, index[0]);
        MPI_Barrier(MPI_COMM_WORLD);
        do {
            MPI_Request_get_status_any(count, requests, index, flag, status);
        } while (!flag[0]);
        assertEquals(1, index[0]);
        assertEquals(1, status.MPI_TAG);
        MPI_Request_get_status_some(count, requests, index, indices, statuses);
        assertEquals(1, index[0]);
        assertEquals(1, indices[0]);
        assertEquals(1, statuses[0].MPI_TAG);
        MPI_Request_get_status_all(count, requests, flag, statuses);
        assertFalse(flag[0]);
        MPI_Barrier(MPI_COMM_WORLD);
        do {
            MPI_Request_get_status_all(count, requests, flag, statuses);
        } while (!flag[0]);
        assertEquals(2, statuses[2].MPI_TAG);
        MPI_Waitall(count, requests, MPI_STATUSES_IGNORE);
        MPI_Request_get_status_any(count, requests, index, flag, status);
        assertTrue(flag[0]);
        assertEquals(MPI_UNDEFINED, index[0]);
        MPI_Request_get_status_some(count, requests, index, indices, MPI_STATUSES_IGNORE);
        assertEquals(MPI_UNDEFINED, index[0]);
        MPI_Request_get_status_all(count, requests, flag, MPI_STATUSES_IGNORE);
        assertTrue(flag[0]);
        Errors.expect(MPI_ERR_COUNT, () -> MPI_Request_get_status_all(-1, requests, flag, MPI_STATUSES_IGNORE));
    }

    @Spmd(1)
    @Rule({"STA-001", "STA-002", "STA-003"})
    void shouldFillStatuses() {
        MPI_Status status = new MPI_Status();
        MPI_Status_set_source(status, 4);
        MPI_Status_set_tag(status, 5);
        MPI_Status_set_error(status, MPI_ERR_OTHER);
        MPI_Status_set_cancelled(status, true);
        assertEquals(4, MPI_Status_get_source(status));
        assertEquals(4, status.MPI_SOURCE);
        assertEquals(5, MPI_Status_get_tag(status));
        assertEquals(MPI_ERR_OTHER, MPI_Status_get_error(status));
        assertTrue(MPI_Test_cancelled(status));
        MPI_Datatype pair = MPI_Type_contiguous(2, MPI_DOUBLE);
        MPI_Status_set_elements(status, pair, 3);
        assertEquals(3, MPI_Get_elements(status, pair));
        assertEquals(MPI_UNDEFINED, MPI_Get_count(status, pair));
        MPI_Status_set_elements(status, pair, 4);
        assertEquals(2, MPI_Get_count(status, pair));
        assertTrue(MPI_Test_cancelled(status));
        MPI_Datatype mixed = MPI_Type_create_struct(
                2, new int[] {2, 1}, new long[] {0, 8}, new MPI_Datatype[] {MPI_SHORT, MPI_DOUBLE});
        for (int elements = 0; elements < 8; elements++) {
            MPI_Status_set_elements(status, mixed, elements);
            assertEquals(elements, MPI_Get_elements(status, mixed));
        }
        Errors.expect(MPI_ERR_COUNT, () -> MPI_Status_set_elements(status, MPI_INT, -1));
        Errors.expect(MPI_ERR_ARG, () -> MPI_Status_set_tag(MPI_STATUS_IGNORE, 1));
        Errors.expect(MPI_ERR_TYPE, () -> MPI_Status_set_elements(status, MPI_DATATYPE_NULL, 1));
        MPI_Type_free(pair);
        MPI_Type_free(mixed);
    }
}
