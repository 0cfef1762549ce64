package org.javampi.mpirun;

import static org.javampi.MPI.MPI_ANY_SOURCE;
import static org.javampi.MPI.MPI_ANY_TAG;
import static org.javampi.MPI.MPI_COMM_WORLD;
import static org.javampi.MPI.MPI_Comm_rank;
import static org.javampi.MPI.MPI_Comm_split;
import static org.javampi.MPI.MPI_DOUBLE;
import static org.javampi.MPI.MPI_Finalize;
import static org.javampi.MPI.MPI_INT;
import static org.javampi.MPI.MPI_Init;
import static org.javampi.MPI.MPI_Irecv;
import static org.javampi.MPI.MPI_Isend;
import static org.javampi.MPI.MPI_Recv;
import static org.javampi.MPI.MPI_STATUS_IGNORE;
import static org.javampi.MPI.MPI_Send;
import static org.javampi.MPI.MPI_Wait;

import java.io.Serializable;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.javampi.Checkpoint;
import org.javampi.MPI_Comm;
import org.javampi.MPI_Request;

/** Three ranks that are frozen twice while messages of every kind are under way. */
public final class Waiting {
    private static final int LONG = 100_000;

    private Waiting() {}

    /** What is registered. */
    static final class State implements Serializable {
        private static final long serialVersionUID = 1L;

        int step;
        double[] field = new double[LONG];
        int[] small = new int[2];
        int[] later = new int[2];
        MPI_Comm turned;

        @SuppressWarnings("serial") // a TreeMap
        final Map<String, List<Integer>> table = new TreeMap<>(Map.of("a key", List.of(5, 7)));

        final State self = this;
    }

    /** No arguments. */
    public static void main(String[] args) {
        MPI_Init(args);
        int rank = MPI_Comm_rank(MPI_COMM_WORLD);
        State state = Checkpoint.register("state", new State());
        Checkpoint.register("counts", state.small);
        state.turned = MPI_Comm_split(MPI_COMM_WORLD, 0, -rank);
        MPI_Request receive = null;
        MPI_Request send = null;
        if (rank == 1) {
            MPI_Send(state.small, 2, MPI_INT, 2, 7, MPI_COMM_WORLD);
            // Rank 2 of the world is rank 0 here.
            send = MPI_Isend(state.field, LONG, MPI_DOUBLE, 0, 9, state.turned);
        } else if (rank == 0) {
            receive = MPI_Irecv(state.later, 2, MPI_INT, MPI_ANY_SOURCE, MPI_ANY_TAG, state.turned);
        }
        Checkpoint.take();
        state.step++;
        if (rank == 2) {
            MPI_Recv(state.small, 2, MPI_INT, 1, 7, MPI_COMM_WORLD, MPI_STATUS_IGNORE);
            state.field[17] = 1.5;
            state.field[99_999] = 2.5;
        }
        Checkpoint.take();
        if (rank == 2) {
            MPI_Recv(state.field, LONG, MPI_DOUBLE, 1, 9, state.turned, MPI_STATUS_IGNORE);
            MPI_Send(state.small, 2, MPI_INT, 2, 1, state.turned);
        }
        if (rank == 1) {
            MPI_Wait(send, MPI_STATUS_IGNORE);
        } else if (rank == 0) {
            MPI_Wait(receive, MPI_STATUS_IGNORE);
        }
        MPI_Finalize();
    }
}
