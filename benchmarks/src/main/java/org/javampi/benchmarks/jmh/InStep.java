package org.javampi.benchmarks.jmh;

import static org.javampi.MPI.*;

import org.javampi.collectives.tune.CollectiveCall;
import org.javampi.collectives.tune.CollectiveForm;

/**
 * One rank of a world whose ranks call one collective in step: rank 0 says how often, all call, and
 * all others answer when they are done. MPI must be initialized; the words are {@code COLLECTIVE
 * ALGORITHM BYTES}.
 */
final class InStep implements AutoCloseable {
    private static final int TAG = 1;
    private static final int THE_END = 0;

    private final CollectiveCall call;
    private final int size = MPI_Comm_size(MPI_COMM_WORLD);
    private final int[] times = new int[1];

    InStep(String... words) {
        call = new CollectiveCall(
                MPI_COMM_WORLD,
                CollectiveForm.collective(words[0]),
                CollectiveForm.of(words[0]),
                words[1],
                Integer.parseInt(words[2]));
    }

    /** At rank 0: everybody calls so many times; returns when everybody has. */
    void lead(int calls) {
        tell(calls);
        call.run(calls);
        for (int rank = 1; rank < size; rank++) {
            MPI_Recv(times, 0, MPI_INT, rank, TAG, MPI_COMM_WORLD, MPI_STATUS_IGNORE);
        }
    }

    private void tell(int calls) {
        times[0] = calls;
        for (int rank = 1; rank < size; rank++) {
            MPI_Send(times, 1, MPI_INT, rank, TAG, MPI_COMM_WORLD);
        }
    }

    /** At all others: does what rank 0 says until it says that this is the end. */
    void follow() {
        MPI_Recv(times, 1, MPI_INT, 0, TAG, MPI_COMM_WORLD, MPI_STATUS_IGNORE);
        while (times[0] != THE_END) {
            call.run(times[0]);
            MPI_Send(times, 0, MPI_INT, 0, TAG, MPI_COMM_WORLD);
            MPI_Recv(times, 1, MPI_INT, 0, TAG, MPI_COMM_WORLD, MPI_STATUS_IGNORE);
        }
        call.close();
    }

    /** At rank 0: lets the others go. */
    @Override
    public void close() {
        tell(THE_END);
        call.close();
    }
}
