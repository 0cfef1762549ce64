package mpi;

import static org.javampi.MPI.MPI_Allgather;
import static org.javampi.MPI.MPI_Allgatherv;
import static org.javampi.MPI.MPI_Alltoall;
import static org.javampi.MPI.MPI_Alltoallv;
import static org.javampi.MPI.MPI_BYTE;
import static org.javampi.MPI.MPI_Bcast;
import static org.javampi.MPI.MPI_Gather;
import static org.javampi.MPI.MPI_Gatherv;
import static org.javampi.MPI.MPI_INT;
import static org.javampi.MPI.MPI_LONG;
import static org.javampi.MPI.MPI_Scatter;
import static org.javampi.MPI.MPI_Scatterv;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import org.javampi.GrowingBuffer;
import org.javampi.MPI_Comm;

/**
 * Collective operations on objects: first the lengths of what is serialized, then the bytes. Reductions are made in
 * order of ranks, so that they need not be commutative.
 */
final class ObjectCollectives {
    private final MPI_Comm comm;
    private final int rank;
    private final int size;

    ObjectCollectives(MPI_Comm comm, int rank, int size) {
        this.comm = comm;
        this.rank = rank;
        this.size = size;
    }

    static byte[] bytes(GrowingBuffer buffer) {
        try {
            return buffer.input(buffer.size()).readNBytes(ObjectCodec.length(buffer));
        } catch (IOException e) {
            throw new MPIException(e);
        }
    }

    void bcast(Object buffer, int offset, int count, Datatype type, int root) {
        boolean isRoot = rank == root;
        GrowingBuffer bytes = isRoot ? ObjectCodec.encode(buffer, offset, count, type) : new GrowingBuffer();
        long[] length = {isRoot ? ObjectCodec.length(bytes) : 0};
        MPIException.check(MPI_Bcast(length, 1, MPI_LONG, root, comm));
        bytes.extend(length[0]);
        MPIException.check(MPI_Bcast(bytes, (int) length[0], MPI_BYTE, root, comm));
        if (!isRoot) {
            ObjectCodec.decode(bytes.input(length[0]), length[0], buffer, offset, count, type);
        }
    }

    void gather(ObjectPart send, ObjectPart receive, int root) {
        boolean isRoot = rank == root;
        byte[] own = own(send);
        int[] lengths = new int[isRoot ? size : 0];
        MPIException.check(MPI_Gather(new int[] {own.length}, 1, MPI_INT, lengths, 1, MPI_INT, root, comm));
        int[] starts = starts(lengths);
        byte[] all = new byte[isRoot ? starts[size] : 0];
        MPIException.check(MPI_Gatherv(own, own.length, MPI_BYTE, all, lengths, starts, MPI_BYTE, root, comm));
        if (isRoot) {
            decodeAll(all, lengths, starts, receive);
        }
    }

    void allgather(ObjectPart send, ObjectPart receive) {
        byte[] own = own(send);
        int[] lengths = new int[size];
        MPIException.check(MPI_Allgather(new int[] {own.length}, 1, MPI_INT, lengths, 1, MPI_INT, comm));
        int[] starts = starts(lengths);
        byte[] all = new byte[starts[size]];
        MPIException.check(MPI_Allgatherv(own, own.length, MPI_BYTE, all, lengths, starts, MPI_BYTE, comm));
        decodeAll(all, lengths, starts, receive);
    }

    void scatter(ObjectPart send, ObjectPart receive, int root) {
        boolean isRoot = rank == root;
        byte[][] parts = isRoot ? parts(send) : new byte[0][];
        int[] lengths = lengths(parts);
        int[] own = new int[1];
        MPIException.check(MPI_Scatter(lengths, 1, MPI_INT, own, 1, MPI_INT, root, comm));
        byte[] bytes = new byte[own[0]];
        MPIException.check(
                MPI_Scatterv(joined(parts), lengths, starts(lengths), MPI_BYTE, bytes, own[0], MPI_BYTE, root, comm));
        decode(bytes, 0, bytes.length, receive.buffer(), receive.offset(), receive.count(0), receive.type());
    }

    void alltoall(ObjectPart send, ObjectPart receive) {
        byte[][] parts = parts(send);
        int[] lengths = lengths(parts);
        int[] incoming = new int[size];
        MPIException.check(MPI_Alltoall(lengths, 1, MPI_INT, incoming, 1, MPI_INT, comm));
        int[] starts = starts(incoming);
        byte[] all = new byte[starts[size]];
        MPIException.check(MPI_Alltoallv(
                joined(parts), lengths, starts(lengths), MPI_BYTE, all, incoming, starts, MPI_BYTE, comm));
        decodeAll(all, incoming, starts, receive);
    }

    // ---- Reductions

    void reduce(
            Object send, int sendOffset, Object receive, int receiveOffset, int count, Datatype type, Op op, int root) {
        Object[][] operands = new Object[rank == root ? size : 0][];
        collect(send, sendOffset, count, type, operands, root);
        if (rank == root) {
            store(combined(operands, size - 1, type, op), receive, receiveOffset, count, type);
        }
    }

    void allreduce(Object send, int sendOffset, Object receive, int receiveOffset, int count, Datatype type, Op op) {
        Object[][] operands = new Object[size][];
        collect(send, sendOffset, count, type, operands, -1);
        store(combined(operands, size - 1, type, op), receive, receiveOffset, count, type);
    }

    void scan(Object send, int sendOffset, Object receive, int receiveOffset, int count, Datatype type, Op op) {
        Object[][] operands = new Object[size][];
        collect(send, sendOffset, count, type, operands, -1);
        store(combined(operands, rank, type, op), receive, receiveOffset, count, type);
    }

    void reduceScatter(
            Object send, int sendOffset, Object receive, int receiveOffset, int[] counts, Datatype type, Op op) {
        Object[][] operands = new Object[size][];
        collect(send, sendOffset, Arrays.stream(counts).sum(), type, operands, -1);
        Object[] all = combined(operands, size - 1, type, op);
        int items = type.Size();
        int start = starts(counts)[rank] * items;
        Object[] own = Arrays.copyOfRange(all, start, start + counts[rank] * items);
        store(own, receive, receiveOffset, counts[rank], type);
    }

    /** Fetches the operands of all ranks, at {@code root} or, if it is -1, at all. */
    private void collect(Object send, int offset, int count, Datatype type, Object[][] operands, int root) {
        int objects = count * type.Size();
        Object[] all = new Object[operands.length * objects];
        ObjectPart own = ObjectPart.of(send, offset, count, type);
        ObjectPart target = ObjectPart.of(all, 0, objects, MPI.OBJECT);
        if (root < 0) {
            allgather(own, target);
        } else {
            gather(own, target, root);
        }
        for (int i = 0; i < operands.length; i++) {
            operands[i] = Arrays.copyOfRange(all, i * objects, (i + 1) * objects);
        }
    }

    /** {@code operands[0] op ... op operands[last]}: right operands take the results, so it begins at the last. */
    private static Object[] combined(Object[][] operands, int last, Datatype type, Op op) {
        Object[] result = operands[last];
        for (int i = last - 1; i >= 0; i--) {
            op.applyToObjects(operands[i], result, result.length, type == MPI.OBJECT ? type : MPI.OBJECT);
        }
        return result;
    }

    private static void store(Object[] result, Object buffer, int offset, int count, Datatype type) {
        GrowingBuffer bytes = ObjectCodec.encode(result, 0, result.length, MPI.OBJECT);
        ObjectCodec.decode(bytes.input(bytes.size()), bytes.size(), buffer, offset, count, type);
    }

    // ---- Parts

    private static byte[] own(ObjectPart part) {
        return bytes(ObjectCodec.encode(part.buffer(), part.offset(), part.count(0), part.type()));
    }

    private byte[][] parts(ObjectPart send) {
        byte[][] parts = new byte[size][];
        for (int i = 0; i < size; i++) {
            parts[i] = send.encode(i);
        }
        return parts;
    }

    private static int[] lengths(byte[][] parts) {
        return Arrays.stream(parts).mapToInt(part -> part.length).toArray();
    }

    private static byte[] joined(byte[][] parts) {
        int[] starts = starts(lengths(parts));
        byte[] all = new byte[starts[parts.length]];
        for (int i = 0; i < parts.length; i++) {
            System.arraycopy(parts[i], 0, all, starts[i], parts[i].length);
        }
        return all;
    }

    /** Where each part begins, and behind the last where all end. */
    private static int[] starts(int[] lengths) {
        int[] starts = new int[lengths.length + 1];
        for (int i = 0; i < lengths.length; i++) {
            try {
                starts[i + 1] = Math.addExact(starts[i], lengths[i]);
            } catch (ArithmeticException e) {
                throw new MPIException(
                        MPI.ERR_COUNT,
                        "the objects of all ranks take more than " + Integer.MAX_VALUE
                                + " bytes serialized: exchange them in several calls");
            }
        }
        return starts;
    }

    private void decodeAll(byte[] all, int[] lengths, int[] starts, ObjectPart receive) {
        for (int i = 0; i < size; i++) {
            decode(all, starts[i], lengths[i], receive.buffer(), receive.start(i), receive.count(i), receive.type());
        }
    }

    private static void decode(
            byte[] bytes, int start, int length, Object buffer, int offset, int count, Datatype type) {
        ObjectCodec.decode(new ByteArrayInputStream(bytes, start, length), length, buffer, offset, count, type);
    }
}
