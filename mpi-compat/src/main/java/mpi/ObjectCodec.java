package mpi;

import static org.javampi.MPI.MPI_COMM_SELF;
import static org.javampi.MPI.MPI_Pack;

import java.io.IOException;
import java.io.InputStream;
import java.io.InvalidClassException;
import java.io.NotSerializableException;
import java.io.ObjectInputFilter;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.ObjectStreamClass;
import org.javampi.GrowingBuffer;

/** Objects of an array as bytes and back, by Java's serialization. One message is one stream of it. */
final class ObjectCodec {
    private ObjectCodec() {}

    /** The objects that {@code count} items of {@code type} name in {@code buffer}, as a message. */
    static GrowingBuffer encode(Object buffer, int offset, int count, Datatype type) {
        Object[] objects = objects(buffer, count);
        int[] chosen = chosen(objects, offset, count, type);
        GrowingBuffer bytes = new GrowingBuffer();
        int number = chosen != null ? chosen.length : count;
        if (number == 0) {
            return bytes;
        }
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            for (int i = 0; i < number; i++) {
                out.writeObject(objects[chosen != null ? chosen[i] : offset + i]);
            }
        } catch (NotSerializableException e) {
            throw failure(
                    MPI.ERR_TYPE, "cannot send an object of " + e.getMessage() + ": it is not java.io.Serializable", e);
        } catch (IOException e) {
            throw failure(MPI.ERR_TYPE, "cannot serialize the objects to be sent: " + e, e);
        }
        bytes.extend(ObjectCount.paddedLength(bytes.size(), number));
        return bytes;
    }

    /** Bytes of a message as the count of a call. */
    static int length(GrowingBuffer bytes) {
        if (bytes.size() > Integer.MAX_VALUE) {
            throw new MPIException(
                    MPI.ERR_COUNT,
                    "the objects take " + bytes.size() + " bytes serialized, more than " + Integer.MAX_VALUE
                            + ": send them in several messages");
        }
        return (int) bytes.size();
    }

    /** Puts the objects of a message where {@code count} items of {@code type} name them. */
    static void decode(InputStream bytes, long length, Object buffer, int offset, int count, Datatype type) {
        int number = ObjectCount.of(length);
        Object[] objects = objects(buffer, count);
        int[] chosen = chosen(objects, offset, count, type);
        int room = chosen != null ? chosen.length : count;
        if (number > room) {
            throw new MPIException(
                    MPI.ERR_TRUNCATE,
                    "the message has " + number + " objects, but there is room for " + room
                            + ": receive with a larger count");
        }
        if (number == 0) {
            return;
        }
        try (Reader in = new Reader(bytes, objects.getClass().getComponentType().getClassLoader())) {
            for (int i = 0; i < number; i++) {
                objects[chosen != null ? chosen[i] : offset + i] = in.readObject();
            }
        } catch (ArrayStoreException e) {
            throw failure(
                    MPI.ERR_TYPE,
                    "the message has an object of " + e.getMessage() + ", which does not fit into "
                            + objects.getClass().getTypeName(),
                    e);
        } catch (InvalidClassException e) {
            throw failure(MPI.ERR_TYPE, refusal(e), e);
        } catch (ClassNotFoundException e) {
            throw failure(
                    MPI.ERR_TYPE, "the message has an object of " + e.getMessage() + ", a class not found here", e);
        } catch (IOException e) {
            throw failure(
                    MPI.ERR_TYPE,
                    "the message does not hold serialized objects (was it sent with MPI.OBJECT?): " + e,
                    e);
        }
    }

    private static String refusal(InvalidClassException error) {
        return "the objects of the message are refused: " + error.getMessage() + ". Allowed are the program's own"
                + " classes and values of the JDK; -D" + ObjectFilter.PROPERTY + "=PATTERN allows more, such as"
                + " javax.swing.**";
    }

    private static Object[] objects(Object buffer, int count) {
        if (buffer instanceof Object[]) {
            return (Object[]) buffer;
        }
        if (buffer == null && count == 0) {
            return new Object[0];
        }
        throw new MPIException(
                MPI.ERR_BUFFER,
                "MPI.OBJECT needs an array of objects as buffer, not "
                        + (buffer == null ? "null" : buffer.getClass().getTypeName())
                        + ": put it into one, as in new Object[] {x}");
    }

    /** Indices that the items name; null when they are a plain range, which is then inside the array. */
    private static int[] chosen(Object[] objects, int offset, int count, Datatype type) {
        if (type != MPI.OBJECT) {
            return indices(objects.length, offset, count, type);
        }
        if (count < 0) {
            throw new MPIException(MPI.ERR_COUNT, "count " + count + " is negative");
        }
        if (offset < 0 || offset > objects.length - count) {
            throw new MPIException(
                    MPI.ERR_BUFFER,
                    count + " objects from element " + offset + " on are not inside an array of " + objects.length);
        }
        return null;
    }

    /** What the type packs of an array that holds its own indices. */
    private static int[] indices(int length, int offset, int count, Datatype type) {
        int[] own = new int[length];
        for (int i = 0; i < length; i++) {
            own[i] = i;
        }
        int[] packed = new int[count * type.Size()];
        MPIException.check(MPI_Pack(
                Buffers.at(own, offset, type),
                count,
                type.handle,
                packed,
                packed.length * Integer.BYTES,
                new int[1],
                MPI_COMM_SELF));
        return packed;
    }

    private static MPIException failure(int errorClass, String message, Exception cause) {
        MPIException failure = new MPIException(errorClass, message);
        failure.initCause(cause);
        return failure;
    }

    /** Finds classes as the receiving thread and the receiving array do. */
    private static final class Reader extends ObjectInputStream {
        private final ClassLoader ofBuffer;

        Reader(InputStream in, ClassLoader ofBuffer) throws IOException {
            super(in);
            this.ofBuffer = ofBuffer;
            ObjectInputFilter filter = ObjectFilter.ofProgram();
            setObjectInputFilter(filter);
        }

        @Override
        protected Class<?> resolveClass(ObjectStreamClass described) throws IOException, ClassNotFoundException {
            ClassLoader ofThread = Thread.currentThread().getContextClassLoader();
            for (ClassLoader loader : new ClassLoader[] {ofBuffer, ofThread}) {
                if (loader != null) {
                    try {
                        return Class.forName(described.getName(), false, loader);
                    } catch (ClassNotFoundException e) {
                        continue;
                    }
                }
            }
            return super.resolveClass(described);
        }
    }
}
