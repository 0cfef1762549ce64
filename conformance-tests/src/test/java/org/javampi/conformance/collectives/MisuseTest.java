package org.javampi.conformance.collectives;

import static org.javampi.MPI.*;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.javampi.MPIException;
import org.javampi.MPI_Op;
import org.javampi.conformance.harness.Place;
import org.javampi.conformance.harness.Rule;
import org.javampi.core.world.WorldFailure;
import org.junit.jupiter.api.Test;

/** Programs whose ranks do not agree are told, and end (MPI-1.1 §4.2, §4.9.4). */
class MisuseTest {
    private interface Program {
        void run(int rank);
    }

    private static WorldFailure failing(int ranks, Program program) {
        return assertThrows(WorldFailure.class, () -> Place.SHM.world(ranks).run(rank -> {
            MPI_Init();
            MPI_Errhandler_set(MPI_COMM_WORLD, MPI_ERRORS_THROW_EXCEPTIONS);
            program.run(rank);
            MPI_Finalize();
        }));
    }

    private static void assertTold(WorldFailure failure) {
        MPIException told = assertInstanceOf(MPIException.class, failure.getCause());
        assertEquals(MPI_ERR_OTHER, told.errorClass());
        assertTrue(told.getMessage().contains("do not call the same"), told.getMessage());
    }

    @Test
    @Rule({"COL-001"})
    void shouldTellRanksThatCallDifferentCollectives() {
        int[] data = new int[4];
        assertTold(failing(2, rank -> {
            if (rank == 0) {
                MPI_Bcast(data, 4, MPI_INT, 0, MPI_COMM_WORLD);
                MPI_Barrier(MPI_COMM_WORLD);
            } else {
                MPI_Barrier(MPI_COMM_WORLD);
                MPI_Bcast(data, 4, MPI_INT, 0, MPI_COMM_WORLD);
            }
        }));
    }

    @Test
    @Rule({"COL-001", "COL-009"})
    void shouldTellRanksThatNameDifferentRoots() {
        assertTold(failing(3, rank -> {
            MPI_Bcast(new int[4], 4, MPI_INT, rank == 2 ? 2 : 0, MPI_COMM_WORLD);
            MPI_Barrier(MPI_COMM_WORLD);
            MPI_Barrier(MPI_COMM_WORLD);
        }));
    }

    @Test
    @Rule({"RED-019"})
    void shouldEndTheJobWhenAnOperationsFunctionAborts() {
        WorldFailure failure = failing(2, rank -> {
            MPI_Op op = MPI_Op_create((in, inout, len, type) -> MPI_Abort(MPI_COMM_WORLD, 9), true);
            int[] result = new int[1];
            MPI_Allreduce(new int[1], result, 1, MPI_INT, op, MPI_COMM_WORLD);
        });
        assertEquals(9, failure.status());
    }

    /** What a function throws reaches the program as an error of the reduction. */
    @Test
    @Rule({"RED-019"})
    void shouldReportWhatAnOperationsFunctionThrows() {
        WorldFailure failure = failing(2, rank -> {
            MPI_Op op = MPI_Op_create(
                    (in, inout, len, type) -> {
                        throw new IllegalStateException("overheated");
                    },
                    true);
            int[] result = new int[1];
            MPI_Allreduce(new int[1], result, 1, MPI_INT, op, MPI_COMM_WORLD);
        });
        MPIException told = assertInstanceOf(MPIException.class, failure.getCause());
        assertEquals(MPI_ERR_OP, told.errorClass());
        assertTrue(told.getMessage().contains("overheated"), told.getMessage());
    }
}
