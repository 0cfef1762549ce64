package mpi;

import static org.javampi.MPI.MPI_BYTE;
import static org.javampi.MPI.MPI_Irecv;
import static org.javampi.MPI.MPI_Isend;
import static org.javampi.MPI.MPI_Issend;
import static org.javampi.MPI.MPI_Recv;
import static org.javampi.MPI.MPI_Send;
import static org.javampi.MPI.MPI_Ssend;

import org.javampi.GrowingBuffer;

/**
 * Messages of serialized objects. One message of MPI carries all objects of a call. The receiver does not know its
 * length before and receives it into a buffer that grows.
 */
final class ObjectMessages {
    private ObjectMessages() {}

    static void send(Communicator comm, GrowingBuffer bytes, int dest, int tag) {
        MPIException.check(
                MPI_Send(bytes, ObjectCodec.length(bytes), MPI_BYTE, Ranks.destination(dest), tag, comm.handle));
    }

    static void ssend(Communicator comm, GrowingBuffer bytes, int dest, int tag) {
        MPIException.check(
                MPI_Ssend(bytes, ObjectCodec.length(bytes), MPI_BYTE, Ranks.destination(dest), tag, comm.handle));
    }

    static Request isend(Communicator comm, GrowingBuffer bytes, int dest, int tag) {
        Request request = new Request();
        MPIException.check(MPI_Isend(
                bytes, ObjectCodec.length(bytes), MPI_BYTE, Ranks.destination(dest), tag, comm.handle, request.handle));
        return request;
    }

    static Request issend(Communicator comm, GrowingBuffer bytes, int dest, int tag) {
        Request request = new Request();
        MPIException.check(MPI_Issend(
                bytes, ObjectCodec.length(bytes), MPI_BYTE, Ranks.destination(dest), tag, comm.handle, request.handle));
        return request;
    }

    /** What has come, to be put into the program's array. */
    record Received(GrowingBuffer bytes) {
        void decode(Object buffer, int offset, int count, Datatype type, Status status) {
            ObjectCodec.decode(bytes.input(status.byteCount()), status.byteCount(), buffer, offset, count, type);
        }
    }

    /** Receives; source and tag are those of the C-shaped API. */
    static Received receive(Communicator comm, int source, int tag, Status status) {
        GrowingBuffer bytes = new GrowingBuffer();
        MPIException.check(MPI_Recv(bytes, Integer.MAX_VALUE, MPI_BYTE, source, tag, comm.handle, status));
        status.filled();
        return new Received(bytes);
    }

    /** Starts a receive; the objects are put into the array by the call that completes the request. */
    static void startReceive(
            Communicator comm,
            int source,
            int tag,
            Object buffer,
            int offset,
            int count,
            Datatype type,
            Request request) {
        GrowingBuffer bytes = new GrowingBuffer();
        MPIException.check(MPI_Irecv(bytes, Integer.MAX_VALUE, MPI_BYTE, source, tag, comm.handle, request.handle));
        request.whenComplete(status -> new Received(bytes).decode(buffer, offset, count, type, status));
    }
}
