package org.javampi.conformance.collectives;

import static org.javampi.MPI.*;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.javampi.MPIException;
import org.javampi.MPI_Comm;
import org.javampi.conformance.harness.Spmd;

/** The total where the standard wants the count of each rank is a beginner's mistake: the message says so. */
class CountsPerRankTest {
    @Spmd(value = 1, everywhere = false)
    void shouldSayThatTheCountIsThatOfEachRank() {
        MPI_Comm comm = MPI_Comm_dup(MPI_COMM_WORLD);
        MPI_Comm_set_errhandler(comm, MPI_ERRORS_RETURN);
        String whole = message(comm, 8);
        assertTrue(whole.contains("make the buffer larger or the count smaller"), whole);
        assertEquals(-1, whole.indexOf("of each rank"), whole);
        MPI_Comm_free(comm);
    }

    @Spmd(value = 4, everywhere = false)
    void shouldSayThatTheTotalIsNotAskedFor() {
        MPI_Comm comm = MPI_Comm_dup(MPI_COMM_WORLD);
        MPI_Comm_set_errhandler(comm, MPI_ERRORS_RETURN);
        if (MPI_Comm_rank(comm) == 0) {
            String total = message(MPI_COMM_WORLD, 4);
            assertTrue(total.contains("(the count 4 is that of each rank, not of all 4)"), total);
        }
        MPI_Comm_free(comm);
    }

    private static String message(MPI_Comm comm, int count) {
        MPI_Comm_set_errhandler(comm, MPI_ERRORS_RETURN);
        return assertThrows(MPIException.class, () -> {
                    int code = MPI_Gather(new int[count], 1, MPI_INT, new int[4], count, MPI_INT, 0, comm);
                    throw new MPIException(code, code, text(code));
                })
                .getMessage();
    }

    private static String text(int code) {
        String[] text = new String[1];
        MPI_Error_string(code, text, new int[1]);
        return text[0];
    }
}
