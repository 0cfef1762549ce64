package org.javampi.conformance.collectives;

import static org.javampi.MPI.*;
import static org.javampi.conformance.collectives.Rows.*;
import static org.junit.jupiter.api.Assertions.assertFalse;

import org.javampi.MPI_Status;
import org.javampi.conformance.harness.Rule;
import org.javampi.conformance.harness.Spmd;

/** Nobody leaves before everybody has entered (MPI-1.1 §4.3). */
class BarrierTest {
    private static final int LOOKS = 100;

    @Spmd({2, 3, 4, 5, 6, 7, 8})
    @Rule({"COL-006"})
    void shouldKeepEverybodyUntilTheLastHasEntered() {
        keepUntilEntered();
    }

    @Spmd(
            value = {9, 13, 16, 17},
            processes = false,
            everywhere = false)
    @Rule({"COL-006"})
    void shouldKeepManyUntilTheLastHasEntered() {
        keepUntilEntered();
    }

    /** Each rank in turn comes late; who leaves tells it. */
    private static void keepUntilEntered() {
        byte[] nothing = {};
        for (int late = 0; late < size(); late++) {
            if (rank() != late) {
                MPI_Barrier(MPI_COMM_WORLD);
                MPI_Send(nothing, 0, MPI_BYTE, late, 9, MPI_COMM_WORLD);
                continue;
            }
            for (int i = 0; i < LOOKS; i++) {
                boolean somebodyHasLeft = MPI_Iprobe(MPI_ANY_SOURCE, 9, MPI_COMM_WORLD, new MPI_Status());
                assertFalse(somebodyHasLeft);
                Thread.yield();
            }
            MPI_Barrier(MPI_COMM_WORLD);
            for (int i = 1; i < size(); i++) {
                MPI_Recv(nothing, 0, MPI_BYTE, MPI_ANY_SOURCE, 9, MPI_COMM_WORLD);
            }
        }
    }
}
