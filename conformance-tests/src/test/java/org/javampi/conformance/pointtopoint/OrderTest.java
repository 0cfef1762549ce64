package org.javampi.conformance.pointtopoint;

import static org.javampi.MPI.*;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.javampi.MPI_Status;
import org.javampi.conformance.harness.Rule;
import org.javampi.conformance.harness.Spmd;

/** In which order messages are received (MPI-1.1 §3.5). */
class OrderTest {
    @Spmd({2, 3})
    @Rule({"P2P-019", "GEN-023"})
    void shouldReceiveMessagesOfOneSenderInSendingOrder() {
        int rank = MPI_Comm_rank(MPI_COMM_WORLD);
        int[] number = new int[1];
        if (rank == 1) {
            for (number[0] = 0; number[0] < 1000; number[0]++) {
                MPI_Send(number, 1, MPI_INT, 0, 7, MPI_COMM_WORLD);
            }
        } else if (rank == 0) {
            MPI_Status status = new MPI_Status();
            for (int i = 0; i < 1000; i++) {
                MPI_Recv(number, 1, MPI_INT, 1, 7, MPI_COMM_WORLD, status);
                assertEquals(i, number[0]);
                assertEquals(1, status.MPI_SOURCE);
            }
        }
    }
}
