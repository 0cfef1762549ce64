package org.javampi.conformance.collectives;

import static org.javampi.MPI.*;
import static org.javampi.conformance.collectives.Rows.filled;

import org.javampi.MPI_Comm;
import org.javampi.MPI_Datatype;
import org.javampi.MPI_Op;

/**
 * The collectives with arguments to spoil. Each has room for {@code int}s of as many ranks as the
 * world has.
 */
enum Call {
    BCAST(true, false) {
        @Override
        void make(MPI_Comm comm, int count, MPI_Datatype type, MPI_Op op, int root) {
            MPI_Bcast(room(), count, type, root, comm);
        }
    },
    GATHER(true, false) {
        @Override
        void make(MPI_Comm comm, int count, MPI_Datatype type, MPI_Op op, int root) {
            MPI_Gather(room(), count, type, room(), count, type, root, comm);
        }
    },
    GATHERV(true, false) {
        @Override
        void make(MPI_Comm comm, int count, MPI_Datatype type, MPI_Op op, int root) {
            MPI_Gatherv(room(), count, type, room(), all(count), places(), type, root, comm);
        }
    },
    SCATTER(true, false) {
        @Override
        void make(MPI_Comm comm, int count, MPI_Datatype type, MPI_Op op, int root) {
            MPI_Scatter(room(), count, type, room(), count, type, root, comm);
        }
    },
    SCATTERV(true, false) {
        @Override
        void make(MPI_Comm comm, int count, MPI_Datatype type, MPI_Op op, int root) {
            MPI_Scatterv(room(), all(count), places(), type, room(), count, type, root, comm);
        }
    },
    ALLGATHER(false, false) {
        @Override
        void make(MPI_Comm comm, int count, MPI_Datatype type, MPI_Op op, int root) {
            MPI_Allgather(room(), count, type, room(), count, type, comm);
        }
    },
    ALLGATHERV(false, false) {
        @Override
        void make(MPI_Comm comm, int count, MPI_Datatype type, MPI_Op op, int root) {
            MPI_Allgatherv(room(), count, type, room(), all(count), places(), type, comm);
        }
    },
    ALLTOALL(false, false) {
        @Override
        void make(MPI_Comm comm, int count, MPI_Datatype type, MPI_Op op, int root) {
            MPI_Alltoall(room(), count, type, room(), count, type, comm);
        }
    },
    ALLTOALLV(false, false) {
        @Override
        void make(MPI_Comm comm, int count, MPI_Datatype type, MPI_Op op, int root) {
            MPI_Alltoallv(room(), all(count), places(), type, room(), all(count), places(), type, comm);
        }
    },
    REDUCE(true, true) {
        @Override
        void make(MPI_Comm comm, int count, MPI_Datatype type, MPI_Op op, int root) {
            MPI_Reduce(room(), room(), count, type, op, root, comm);
        }
    },
    ALLREDUCE(false, true) {
        @Override
        void make(MPI_Comm comm, int count, MPI_Datatype type, MPI_Op op, int root) {
            MPI_Allreduce(room(), room(), count, type, op, comm);
        }
    },
    REDUCE_SCATTER(false, true) {
        @Override
        void make(MPI_Comm comm, int count, MPI_Datatype type, MPI_Op op, int root) {
            MPI_Reduce_scatter(room(), room(), all(count), type, op, comm);
        }
    },
    SCAN(false, true) {
        @Override
        void make(MPI_Comm comm, int count, MPI_Datatype type, MPI_Op op, int root) {
            MPI_Scan(room(), room(), count, type, op, comm);
        }
    };

    final boolean hasRoot;
    final boolean reduces;

    Call(boolean hasRoot, boolean reduces) {
        this.hasRoot = hasRoot;
        this.reduces = reduces;
    }

    abstract void make(MPI_Comm comm, int count, MPI_Datatype type, MPI_Op op, int root);

    private static int[] room() {
        return new int[Rows.size()];
    }

    private static int[] all(int count) {
        return filled(Rows.size(), count);
    }

    private static int[] places() {
        int[] places = room();
        for (int r = 0; r < places.length; r++) {
            places[r] = r;
        }
        return places;
    }
}
