package org.javampi.conformance.communicators;

import static org.javampi.MPI.*;
import static org.javampi.MPIX.*;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.javampi.CollectiveSteps;
import org.javampi.MPI_Comm;
import org.javampi.MPI_Datatype;
import org.javampi.MPI_Request;
import org.javampi.conformance.harness.Spmd;

/** What a tool hears of the messages inside a collective. */
class CollectiveStepsTest {
    /** Peer, bytes and 1 for a receive. */
    private static List<List<Long>> messages(CollectiveSteps inside) {
        List<List<Long>> messages = new ArrayList<>();
        long[] steps = inside.steps();
        for (int at = 0; at < steps.length; at += CollectiveSteps.FIELDS) {
            messages.add(List.of(
                    steps[at + CollectiveSteps.PEER],
                    steps[at + CollectiveSteps.BYTES],
                    steps[at + CollectiveSteps.IS_RECEIVE]));
            assertTrue(at == 0 || steps[at] >= steps[at - CollectiveSteps.FIELDS], "in the order of time");
        }
        return messages;
    }

    @Spmd(value = 4, everywhere = false)
    void shouldNameAlgorithmRoundsAndMessages() {
        MPI_Comm comm = MPI_Comm_dup(MPI_COMM_WORLD);
        MPI_Attr_put(comm, MPIX_COLLECTIVE_ALGORITHMS, "bcast=binomial; barrier=dissemination");
        MPI_Barrier(comm);
        assertNull(MPIX_Comm_collective_steps(comm), "nothing is kept before the first question");
        long rank = MPI_Comm_rank(comm);
        MPI_Bcast(new int[3], 3, MPI_INT, 0, comm);
        CollectiveSteps bcast = MPIX_Comm_collective_steps(comm);
        assertEquals("binomial", bcast.algorithm());
        List<List<List<Long>>> expected = List.of(
                List.of(List.of(2L, 12L, 0L), List.of(1L, 12L, 0L)),
                List.of(List.of(0L, 12L, 1L)),
                List.of(List.of(0L, 12L, 1L), List.of(3L, 12L, 0L)),
                List.of(List.of(2L, 12L, 1L)));
        assertEquals(expected.get((int) rank), messages(bcast));
        MPI_Barrier(comm);
        CollectiveSteps barrier = MPIX_Comm_collective_steps(comm);
        assertEquals("dissemination", barrier.algorithm());
        assertEquals(2, barrier.rounds());
        assertEquals(
                List.of(
                        List.of((rank + 1) % 4, 0L, 0L),
                        List.of((rank + 3) % 4, 0L, 1L),
                        List.of((rank + 2) % 4, 0L, 0L),
                        List.of((rank + 2) % 4, 0L, 1L)),
                messages(barrier));
        assertNull(MPIX_Comm_collective_steps(MPI_COMM_NULL));
        MPI_Comm_free(new MPI_Comm[] {comm});
    }

    @Spmd(value = 4, everywhere = false)
    void shouldTellThemOfOthersWhenTheyAreOver() {
        MPI_Comm comm = MPI_Comm_dup(MPI_COMM_WORLD);
        MPI_Attr_put(comm, MPIX_COLLECTIVE_ALGORITHMS, "bcast=linear; barrier=dissemination");
        assertNull(MPIX_Comm_collective_steps(comm));
        long rank = MPI_Comm_rank(comm);
        MPI_Request begun = MPI_Ibcast(new int[3], 3, MPI_INT, 1, comm);
        assertNull(MPIX_Request_collective_steps(begun), "it is active");
        MPI_Wait(begun);
        CollectiveSteps bcast = MPIX_Request_collective_steps(begun);
        assertEquals("linear", bcast.algorithm());
        assertEquals(
                rank == 1
                        ? Set.of(List.of(0L, 12L, 0L), List.of(2L, 12L, 0L), List.of(3L, 12L, 0L))
                        : Set.of(List.of(1L, 12L, 1L)),
                Set.copyOf(messages(bcast)));
        MPI_Request repeated = MPI_Barrier_init(comm, MPI_INFO_NULL);
        for (int start = 0; start < 2; start++) {
            MPI_Start(repeated);
            MPI_Wait(repeated);
            CollectiveSteps barrier = MPIX_Request_collective_steps(repeated);
            assertEquals("dissemination", barrier.algorithm());
            assertEquals(2, barrier.rounds());
            assertEquals(4, messages(barrier).size(), "of one start");
        }
        MPI_Request_free(new MPI_Request[] {repeated});
        MPI_Alltoallw(
                new int[4],
                new int[] {1, 1, 1, 1},
                new int[] {0, 4, 8, 12},
                new MPI_Datatype[] {MPI_INT, MPI_INT, MPI_INT, MPI_INT},
                new int[4],
                new int[] {1, 1, 1, 1},
                new int[] {0, 4, 8, 12},
                new MPI_Datatype[] {MPI_INT, MPI_INT, MPI_INT, MPI_INT},
                comm);
        assertEquals(6, messages(MPIX_Comm_collective_steps(comm)).size(), "of a blocking one that is carried out so");
        assertNull(MPIX_Request_collective_steps(MPI_REQUEST_NULL));
        MPI_Comm_free(new MPI_Comm[] {comm});
    }
}
