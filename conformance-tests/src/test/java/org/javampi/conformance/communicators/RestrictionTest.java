package org.javampi.conformance.communicators;

import static org.javampi.MPI.*;
import static org.javampi.MPIX.*;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.javampi.MPIException;
import org.javampi.MPI_Comm;
import org.javampi.MPI_Message;
import org.javampi.MPI_Request;
import org.javampi.MPI_Status;
import org.javampi.conformance.harness.Spmd;
import org.junit.jupiter.api.function.Executable;

/** What a program says that it will not do on a communicator throws at once, whatever the error handler is. */
class RestrictionTest {
    private final int[] data = new int[2];

    private static void refused(String text, Executable call) {
        MPIException thrown = assertThrows(MPIException.class, call);
        assertEquals(MPI_ERR_OTHER, thrown.errorClass());
        assertTrue(thrown.getMessage().contains(text), thrown.getMessage());
    }

    private void messagesAreRefused(MPI_Comm comm) {
        String text = "messages between two ranks are not allowed on ";
        MPI_Request[] request = new MPI_Request[1];
        MPI_Status status = new MPI_Status();
        refused(text, () -> MPI_Send(data, 1, MPI_INT, 0, 1, comm));
        refused(text, () -> MPI_Recv(data, 1, MPI_INT, 0, 1, comm, status));
        refused(text, () -> MPI_Isend(data, 1, MPI_INT, 0, 1, comm, request));
        refused(text, () -> MPI_Irecv(data, 1, MPI_INT, 0, 1, comm, request));
        refused(text, () -> MPI_Ssend(data, 1, MPI_INT, 0, 1, comm));
        refused(text, () -> MPI_Probe(0, 1, comm, status));
        refused(text, () -> MPI_Iprobe(0, 1, comm, new boolean[1], status));
        refused(text, () -> MPI_Mprobe(0, 1, comm, new MPI_Message[1], status));
        refused(text, () -> MPI_Sendrecv_replace(data, 1, MPI_INT, 0, 1, 0, 1, comm, status));
        refused(text, () -> MPI_Psend_init(data, 1, 1, MPI_INT, 0, 1, comm, MPI_INFO_NULL, request));
    }

    private void collectivesAreRefused(MPI_Comm comm) {
        String text = "collectives are not allowed on ";
        MPI_Request[] request = new MPI_Request[1];
        MPI_Comm[] made = new MPI_Comm[1];
        refused(text, () -> MPI_Barrier(comm));
        refused(text, () -> MPI_Bcast(data, 1, MPI_INT, 0, comm));
        refused(text, () -> MPI_Iallreduce(data, new int[2], 1, MPI_INT, MPI_SUM, comm, request));
        refused(text, () -> MPI_Barrier_init(comm, MPI_INFO_NULL, request));
        refused(text, () -> MPI_Comm_dup(comm, made));
        refused(text, () -> MPI_Comm_split(comm, 0, 0, made));
    }

    @Spmd(value = 2, everywhere = false)
    void shouldThrowAtOnceWhatIsNotAllowed() {
        MPI_Comm comm = MPI_Comm_dup(MPI_COMM_WORLD);
        MPI_Errhandler_set(comm, MPI_ERRORS_RETURN);
        int other = 1 - MPI_Comm_rank(comm);
        MPI_Request[] early = new MPI_Request[1];
        MPI_Irecv(data, 1, MPI_INT, other, 3, comm, early);
        MPI_Request[] persistent = new MPI_Request[1];
        MPI_Send_init(data, 1, MPI_INT, other, 4, comm, persistent);
        MPI_Send(new int[] {other}, 1, MPI_INT, other, 3, comm);
        assertEquals(MPI_SUCCESS, MPIX_Comm_restrict(comm, MPIX_NONE));
        messagesAreRefused(comm);
        collectivesAreRefused(comm);
        refused("MPIX_Comm_restrict with MPIX_NONE; MPIX_ALL allows all", () -> MPI_Start(persistent));
        // What was begun before is completed, and who is there may be asked.
        assertEquals(MPI_SUCCESS, MPI_Wait(early, MPI_STATUS_IGNORE));
        assertEquals(1 - other, data[0]);
        assertEquals(2, MPI_Comm_size(comm));

        MPIX_Comm_restrict(comm, MPIX_COLLECTIVE_ONLY);
        messagesAreRefused(comm);
        assertEquals(MPI_SUCCESS, MPI_Barrier(comm));
        MPI_Comm child = MPI_Comm_dup(comm);
        messagesAreRefused(child);
        assertEquals(MPI_SUCCESS, MPI_Barrier(child));

        MPIX_Comm_restrict(comm, MPIX_POINT_TO_POINT_ONLY);
        collectivesAreRefused(comm);
        MPI_Status status = new MPI_Status();
        data[0] = other;
        assertEquals(MPI_SUCCESS, MPI_Sendrecv_replace(data, 1, MPI_INT, other, 1, other, 1, comm, status));
        assertEquals(1 - other, data[0]);

        assertEquals(MPI_ERR_ARG, MPI_Error_class(MPIX_Comm_restrict(comm, 4)));
        MPIX_Comm_restrict(comm, MPIX_ALL);
        assertEquals(MPI_SUCCESS, MPI_Barrier(comm));
        MPI_Request_free(persistent);
        MPIX_Comm_restrict(child, MPIX_NONE);
        MPI_Comm_free(new MPI_Comm[] {child});
        MPI_Comm_free(new MPI_Comm[] {comm});
    }
}
