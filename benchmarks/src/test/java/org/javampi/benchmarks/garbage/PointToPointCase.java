package org.javampi.benchmarks.garbage;

import static org.javampi.MPI.*;

import java.nio.ByteBuffer;
import org.javampi.MPI_Datatype;
import org.javampi.MPI_Request;
import org.javampi.MPI_Status;

/** Calls of two ranks that must make no garbage, in C form with arrays that are used again. */
enum PointToPointCase {
    SEND_AND_RECEIVE {
        @Override
        Runnable prepare(int bytes, int other) {
            byte[] data = new byte[bytes];
            return there(
                    () -> MPI_Send(data, bytes, MPI_BYTE, other, TAG, MPI_COMM_WORLD), receive(data, bytes, other));
        }
    },
    RECEIVE_OF_ANYTHING_WITH_A_STATUS {
        @Override
        Runnable prepare(int bytes, int other) {
            double[] data = new double[bytes / 8];
            MPI_Status status = new MPI_Status();
            int[] count = new int[1];
            return there(() -> MPI_Ssend(data, bytes / 8, MPI_DOUBLE, other, TAG, MPI_COMM_WORLD), () -> {
                MPI_Probe(MPI_ANY_SOURCE, MPI_ANY_TAG, MPI_COMM_WORLD, status);
                MPI_Recv(data, bytes / 8, MPI_DOUBLE, MPI_ANY_SOURCE, MPI_ANY_TAG, MPI_COMM_WORLD, status);
                MPI_Get_count(status, MPI_DOUBLE, count);
            });
        }
    },
    BUFFERED_SEND {
        @Override
        Runnable prepare(int bytes, int other) {
            byte[] data = new byte[bytes];
            MPI_Buffer_attach(new byte[4 * (bytes + MPI_BSEND_OVERHEAD)], 4 * (bytes + MPI_BSEND_OVERHEAD));
            return there(
                    () -> MPI_Bsend(data, bytes, MPI_BYTE, other, TAG, MPI_COMM_WORLD), receive(data, bytes, other));
        }
    },
    SENDRECV {
        @Override
        Runnable prepare(int bytes, int other) {
            byte[] out = new byte[bytes];
            byte[] in = new byte[bytes];
            return () -> MPI_Sendrecv(
                    out,
                    bytes,
                    MPI_BYTE,
                    other,
                    TAG,
                    in,
                    bytes,
                    MPI_BYTE,
                    other,
                    TAG,
                    MPI_COMM_WORLD,
                    MPI_STATUS_IGNORE);
        }
    },
    SENDRECV_REPLACE {
        @Override
        Runnable prepare(int bytes, int other) {
            byte[] data = new byte[bytes];
            return () -> MPI_Sendrecv_replace(
                    data, bytes, MPI_BYTE, other, TAG, other, TAG, MPI_COMM_WORLD, MPI_STATUS_IGNORE);
        }
    },
    PERSISTENT_START_AND_WAIT {
        @Override
        Runnable prepare(int bytes, int other) {
            byte[] data = new byte[bytes];
            MPI_Request[] send = new MPI_Request[1];
            MPI_Request[] receive = new MPI_Request[1];
            MPI_Send_init(data, bytes, MPI_BYTE, other, TAG, MPI_COMM_WORLD, send);
            MPI_Recv_init(data, bytes, MPI_BYTE, other, TAG, MPI_COMM_WORLD, receive);
            MPI_Status status = new MPI_Status();
            return there(
                    () -> {
                        MPI_Start(send);
                        MPI_Wait(send, status);
                    },
                    () -> {
                        MPI_Start(receive);
                        MPI_Wait(receive, status);
                    });
        }
    },
    PERSISTENT_STARTALL_AND_WAITALL {
        @Override
        Runnable prepare(int bytes, int other) {
            MPI_Request[] requests = persistent(bytes, other);
            MPI_Status[] statuses = {new MPI_Status(), new MPI_Status()};
            return () -> {
                MPI_Startall(2, requests);
                MPI_Waitall(2, requests, statuses);
            };
        }
    },
    PERSISTENT_WITH_TEST {
        @Override
        Runnable prepare(int bytes, int other) {
            MPI_Request[] requests = persistent(bytes, other);
            boolean[] done = new boolean[1];
            return () -> {
                MPI_Startall(2, requests);
                do {
                    MPI_Testall(2, requests, done, MPI_STATUSES_IGNORE);
                } while (!done[0]);
            };
        }
    },
    PERSISTENT_WITH_WAITANY {
        @Override
        Runnable prepare(int bytes, int other) {
            MPI_Request[] requests = persistent(bytes, other);
            int[] index = new int[1];
            return () -> {
                MPI_Startall(2, requests);
                MPI_Waitany(2, requests, index, MPI_STATUS_IGNORE);
                MPI_Waitany(2, requests, index, MPI_STATUS_IGNORE);
            };
        }
    },
    PARTITIONS {
        @Override
        Runnable prepare(int bytes, int other) {
            MPI_Request[] requests = new MPI_Request[2];
            requests[0] =
                    MPI_Precv_init(new byte[bytes], 2, bytes / 2, MPI_BYTE, other, TAG, MPI_COMM_WORLD, MPI_INFO_NULL);
            requests[1] =
                    MPI_Psend_init(new byte[bytes], 4, bytes / 4, MPI_BYTE, other, TAG, MPI_COMM_WORLD, MPI_INFO_NULL);
            return () -> {
                MPI_Startall(2, requests);
                for (int partition = 3; partition >= 0; partition--) {
                    MPI_Pready(partition, requests[1]);
                }
                MPI_Waitall(2, requests, MPI_STATUSES_IGNORE);
            };
        }
    },
    DERIVED_TYPE {
        @Override
        Runnable prepare(int bytes, int other) {
            int items = bytes / 8;
            double[] data = new double[2 * items];
            MPI_Datatype[] column = new MPI_Datatype[1];
            MPI_Type_vector(items, 1, 2, MPI_DOUBLE, column);
            MPI_Type_commit(column);
            MPI_Datatype type = column[0];
            return there(() -> MPI_Send(data, 1, type, other, TAG, MPI_COMM_WORLD), () -> {
                MPI_Recv(data, 1, type, other, TAG, MPI_COMM_WORLD, MPI_STATUS_IGNORE);
            });
        }
    },
    DIRECT_BUFFER {
        @Override
        Runnable prepare(int bytes, int other) {
            ByteBuffer data = ByteBuffer.allocateDirect(bytes);
            return there(
                    () -> MPI_Send(data, bytes, MPI_BYTE, other, TAG, MPI_COMM_WORLD), receive(data, bytes, other));
        }
    },
    PACK_AND_UNPACK {
        @Override
        Runnable prepare(int bytes, int other) {
            int[] items = new int[bytes / 4];
            byte[] packed = new byte[bytes];
            int[] position = new int[1];
            return () -> {
                position[0] = 0;
                MPI_Pack(items, bytes / 4, MPI_INT, packed, bytes, position, MPI_COMM_WORLD);
                position[0] = 0;
                MPI_Unpack(packed, bytes, position, items, bytes / 4, MPI_INT, MPI_COMM_WORLD);
            };
        }
    };

    private static final int TAG = 7;

    /** Allocates; what it answers is called by both ranks alike. Value forms would allocate. */
    abstract Runnable prepare(int bytes, int other);

    /** Rank 0 sends and rank 1 receives, then the other way. */
    private static Runnable there(Runnable send, Runnable receive) {
        boolean first = MPI_Comm_rank(MPI_COMM_WORLD) == 0;
        Runnable one = first ? send : receive;
        Runnable two = first ? receive : send;
        return () -> {
            one.run();
            two.run();
        };
    }

    private static Runnable receive(Object data, int bytes, int other) {
        return () -> MPI_Recv(data, bytes, MPI_BYTE, other, TAG, MPI_COMM_WORLD, MPI_STATUS_IGNORE);
    }

    /** A receive and a send, to be started together at both ranks. */
    private static MPI_Request[] persistent(int bytes, int other) {
        byte[] out = new byte[bytes];
        byte[] in = new byte[bytes];
        MPI_Request[] send = new MPI_Request[1];
        MPI_Request[] receive = new MPI_Request[1];
        MPI_Send_init(out, bytes, MPI_BYTE, other, TAG, MPI_COMM_WORLD, send);
        MPI_Recv_init(in, bytes, MPI_BYTE, other, TAG, MPI_COMM_WORLD, receive);
        return new MPI_Request[] {receive[0], send[0]};
    }
}
