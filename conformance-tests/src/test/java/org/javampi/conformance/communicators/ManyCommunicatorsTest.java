package org.javampi.conformance.communicators;

import static org.javampi.MPI.*;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import org.javampi.MPI_Comm;
import org.javampi.conformance.harness.Rule;
import org.javampi.conformance.harness.Spmd;

/** Communicators without end (MPI-1.1 §5.4.2, §5.4.3). */
class ManyCommunicatorsTest {
    @Spmd({1, 2, 5})
    @Rule({"COM-016"})
    void shouldMakeAndFreeAnyNumber() {
        int rank = MPI_Comm_rank(MPI_COMM_WORLD);
        int[] sum = new int[1];
        for (int i = 0; i < 1000; i++) {
            MPI_Comm copy = MPI_Comm_dup(MPI_COMM_WORLD);
            if (i % 100 == 0) {
                MPI_Allreduce(new int[] {i}, sum, 1, MPI_INT, MPI_SUM, copy);
                assertEquals(i * MPI_Comm_size(MPI_COMM_WORLD), sum[0]);
            }
            MPI_Comm_free(copy);
        }
        for (int i = 0; i < 200; i++) {
            MPI_Comm some = MPI_Comm_split(MPI_COMM_WORLD, rank <= i % 3 ? i : MPI_UNDEFINED, i % 2 - rank);
            if (some != MPI_COMM_NULL) {
                MPI_Comm_free(some);
            }
        }
    }

    @Spmd({1, 4, 5})
    @Rule({"COM-008", "COM-011"})
    void shouldOrderMembersByKeyAndLeaveOthersOut() {
        int rank = MPI_Comm_rank(MPI_COMM_WORLD);
        int n = MPI_Comm_size(MPI_COMM_WORLD);
        boolean member = rank % 2 == 0;
        MPI_Comm half = MPI_Comm_split(MPI_COMM_WORLD, member ? 0 : MPI_UNDEFINED, Integer.MIN_VALUE + n - rank);
        if (member) {
            int size = (n + 1) / 2;
            assertEquals(size, MPI_Comm_size(half));
            assertEquals(size - 1 - rank / 2, MPI_Comm_rank(half));
            MPI_Comm_free(half);
        } else {
            assertSame(MPI_COMM_NULL, half);
        }
    }
}
