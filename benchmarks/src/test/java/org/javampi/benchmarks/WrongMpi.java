package org.javampi.benchmarks;

import static org.javampi.MPI.MPI_BYTE;
import static org.javampi.MPI.MPI_PROC_NULL;
import static org.javampi.MPI.MPI_REQUEST_NULL;

import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.List;
import org.javampi.Location;
import org.javampi.MPI_Comm;
import org.javampi.MPI_Datatype;
import org.javampi.MPI_Op;
import org.javampi.MPI_Request;
import org.javampi.MPI_Status;
import org.javampi.Tool;

/** Implementations of MPI that are wrong, each in another way: a check that passes one of them checks nothing. */
public final class WrongMpi {
    /** Messages before the one that something happens to. */
    private static final int GOOD_ONES = 10;

    private static final int SOME = 50;

    private WrongMpi() {}

    /** What is done under a wrong implementation. */
    @FunctionalInterface
    public interface Work {
        /** Does it. */
        void run() throws Exception;
    }

    /** Does {@code work}; worlds that it starts have the wrong implementation. */
    public static void with(Class<? extends Tool> wrong, Work work) throws Exception {
        System.setProperty("javampi.tools", wrong.getName());
        try {
            work.run();
        } finally {
            System.clearProperty("javampi.tools");
        }
    }

    /** Spoils the numbers of {@code buffer} from one index to another. */
    private static void spoil(Object buffer, int from, int to) {
        for (int i = from; i < to; i++) {
            if (buffer instanceof byte[] bytes) {
                bytes[i] ^= 1;
            } else if (buffer instanceof int[] ints) {
                ints[i] ^= 1;
            } else if (buffer instanceof long[] longs) {
                longs[i] ^= 1;
            } else if (buffer instanceof double[] doubles) {
                doubles[i] += 1;
            } else {
                throw new IllegalArgumentException("cannot spoil " + buffer);
            }
        }
    }

    private static void spoilAll(Object buffer) {
        spoil(buffer, 0, Array.getLength(buffer));
    }

    /** One number, or some of those that a place of a larger array receives. */
    private static void spoilSome(Object buffer) {
        if (buffer instanceof Location place) {
            int from = place.index();
            spoil(place.base(), from, Math.min(from + SOME, Array.getLength(place.base())));
            return;
        }
        int inside = Array.getLength(buffer) / 4;
        spoil(buffer, inside, inside + 1);
    }

    /** Reductions give other numbers. */
    public static final class Reductions extends Tool {
        @Override
        public int MPI_Allreduce(
                Object sendbuf, Object recvbuf, int count, MPI_Datatype datatype, MPI_Op op, MPI_Comm comm) {
            int code = super.MPI_Allreduce(sendbuf, recvbuf, count, datatype, op, comm);
            spoilAll(recvbuf);
            return code;
        }

        @Override
        public int MPI_Reduce(
                Object sendbuf, Object recvbuf, int count, MPI_Datatype datatype, MPI_Op op, int root, MPI_Comm comm) {
            int code = super.MPI_Reduce(sendbuf, recvbuf, count, datatype, op, root, comm);
            if (recvbuf != null && recvbuf.getClass().isArray()) {
                spoilAll(recvbuf);
            }
            return code;
        }
    }

    /** Some numbers of what is moved between ranks are other ones. */
    public static final class Transfers extends Tool {
        private final List<Object> persistent = new ArrayList<>();

        @Override
        public int MPI_Alltoall(
                Object sendbuf,
                int sendcount,
                MPI_Datatype sendtype,
                Object recvbuf,
                int recvcount,
                MPI_Datatype recvtype,
                MPI_Comm comm) {
            int code = super.MPI_Alltoall(sendbuf, sendcount, sendtype, recvbuf, recvcount, recvtype, comm);
            // Numbers of items that are to come would make MPI itself refuse the next call.
            if (!(recvbuf instanceof int[])) {
                spoilSome(recvbuf);
            }
            return code;
        }

        @Override
        public int MPI_Alltoallv(
                Object sendbuf,
                int[] sendcounts,
                int[] sdispls,
                MPI_Datatype sendtype,
                Object recvbuf,
                int[] recvcounts,
                int[] rdispls,
                MPI_Datatype recvtype,
                MPI_Comm comm) {
            int code = super.MPI_Alltoallv(
                    sendbuf, sendcounts, sdispls, sendtype, recvbuf, recvcounts, rdispls, recvtype, comm);
            spoilSome(recvbuf);
            return code;
        }

        @Override
        public int MPI_Sendrecv(
                Object sendbuf,
                int sendcount,
                MPI_Datatype sendtype,
                int dest,
                int sendtag,
                Object recvbuf,
                int recvcount,
                MPI_Datatype recvtype,
                int source,
                int recvtag,
                MPI_Comm comm,
                MPI_Status status) {
            int code = super.MPI_Sendrecv(
                    sendbuf, sendcount, sendtype, dest, sendtag, recvbuf, recvcount, recvtype, source, recvtag, comm,
                    status);
            if (source != MPI_PROC_NULL) {
                spoilSome(recvbuf);
            }
            return code;
        }

        @Override
        public int MPI_Recv_init(
                Object buf,
                int count,
                MPI_Datatype datatype,
                int source,
                int tag,
                MPI_Comm comm,
                MPI_Request[] request) {
            persistent.add(buf);
            return super.MPI_Recv_init(buf, count, datatype, source, tag, comm, request);
        }

        @Override
        public int MPI_Waitall(int count, MPI_Request[] requests, MPI_Status[] statuses) {
            int code = super.MPI_Waitall(count, requests, statuses);
            persistent.forEach(WrongMpi::spoilSome);
            return code;
        }
    }

    /** The last byte of long messages is another one. */
    public static final class TornMessages extends Tool {
        @Override
        public int MPI_Isend(
                Object buf, int count, MPI_Datatype datatype, int dest, int tag, MPI_Comm comm, MPI_Request[] request) {
            if (Array.getLength(buf) > GOOD_ONES) {
                spoil(buf, Array.getLength(buf) - 1, Array.getLength(buf));
            }
            return super.MPI_Isend(buf, count, datatype, dest, tag, comm, request);
        }
    }

    /** A message does not arrive. */
    public static final class LostMessage extends Tool {
        private int sent;

        @Override
        public int MPI_Isend(
                Object buf, int count, MPI_Datatype datatype, int dest, int tag, MPI_Comm comm, MPI_Request[] request) {
            if (++sent == GOOD_ONES) {
                request[0] = MPI_REQUEST_NULL;
                return 0;
            }
            return super.MPI_Isend(buf, count, datatype, dest, tag, comm, request);
        }
    }

    /** A message arrives twice. */
    public static final class DoubledMessage extends Tool {
        private int sent;

        @Override
        public int MPI_Isend(
                Object buf, int count, MPI_Datatype datatype, int dest, int tag, MPI_Comm comm, MPI_Request[] request) {
            if (++sent == GOOD_ONES) {
                super.MPI_Isend(buf, count, datatype, dest, tag, comm, request);
            }
            return super.MPI_Isend(buf, count, datatype, dest, tag, comm, request);
        }
    }

    /** At the end, a message arrives that nobody has sent. */
    public static final class InventedMessage extends Tool {
        @Override
        public int MPI_Barrier(MPI_Comm comm) {
            int[] rank = new int[1];
            super.MPI_Comm_rank(comm, rank);
            super.MPI_Isend(new byte[1], 1, MPI_BYTE, rank[0], 1, comm, new MPI_Request[1]);
            return super.MPI_Barrier(comm);
        }
    }
}
