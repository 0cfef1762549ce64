package org.javampi.benchmarks.garbage;

import static org.javampi.MPI.*;

import org.javampi.MPI_Comm;
import org.javampi.MPI_Request;

/** Persistent collectives whose start and completion must make no garbage. */
enum PersistentCase {
    BARRIER {
        @Override
        MPI_Request request(int bytes, MPI_Comm comm) {
            return MPI_Barrier_init(comm, MPI_INFO_NULL);
        }
    },
    BCAST {
        @Override
        MPI_Request request(int bytes, MPI_Comm comm) {
            return MPI_Bcast_init(new byte[bytes], bytes, MPI_BYTE, 1, comm, MPI_INFO_NULL);
        }
    },
    ALLREDUCE {
        @Override
        MPI_Request request(int bytes, MPI_Comm comm) {
            int items = bytes / Integer.BYTES;
            return MPI_Allreduce_init(new int[items], new int[items], items, MPI_INT, MPI_SUM, comm, MPI_INFO_NULL);
        }
    },
    ALLTOALL_IN_PLACE {
        @Override
        MPI_Request request(int bytes, MPI_Comm comm) {
            byte[] all = new byte[bytes * MPI_Comm_size(comm)];
            return MPI_Alltoall_init(MPI_IN_PLACE, 0, MPI_BYTE, all, bytes, MPI_BYTE, comm, MPI_INFO_NULL);
        }
    };

    /** Makes it, over {@code bytes} per rank. */
    abstract MPI_Request request(int bytes, MPI_Comm comm);

    /** Makes it and answers one start and its completion. */
    Runnable prepare(int bytes) {
        MPI_Request[] request = {request(bytes, MPI_COMM_WORLD)};
        return () -> {
            MPI_Start(request);
            MPI_Wait(request, MPI_STATUS_IGNORE);
        };
    }
}
