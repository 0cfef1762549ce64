package org.javampi.core.image;

import java.io.IOException;
import java.io.InvalidClassException;
import java.io.ObjectOutputStream;
import java.io.ObjectStreamException;
import java.io.OutputStream;
import java.nio.Buffer;
import java.util.Set;
import java.util.TreeSet;
import org.javampi.continuations.objects.ObjectStore;
import org.javampi.continuations.objects.StandIn;

/**
 * Writes a graph of objects as Java's serialization does, but for primitive arrays and ByteBuffers,
 * which go to an {@link ArrayStore}, and predefined handles, which go by name.
 */
public final class ImageOutput extends ObjectOutputStream {
    /** Lines that tell a viewer of the file how the names of the runtime's classes in it begin. */
    public static final String NOTATION = "standIns=" + References.class.getName() + "$\nruntime="
            + References.class.getPackageName().replaceAll("[^.]*$", "") + ",org.javampi.continuations.\n";

    private final ArrayStore arrays;
    private final RestorableClasses restorable;
    private final Set<String> classes = new TreeSet<>();

    /** The objects of a program that does not help; null for one that does. */
    private ObjectStore program;

    /** Why nothing more can be written; null while all goes well. */
    private ObjectStreamException failed;

    /**
     * Writes to {@code out}, and arrays to {@code arrays}.
     *
     * @param restorable judges the classes that are written: those that it refuses cannot be
     */
    public ImageOutput(OutputStream out, ArrayStore arrays, RestorableClasses restorable) throws IOException {
        super(out);
        this.arrays = arrays;
        this.restorable = restorable;
        enableReplaceObject(true);
    }

    @Override
    protected void annotateClass(Class<?> type) throws ObjectStreamException {
        String refusal = restorable.refusal(type);
        if (refusal != null) {
            throw failed == null ? new InvalidClassException(refusal) : failed;
        }
        classes.add(type.getName());
    }

    /** Names of the classes written so far. */
    public Set<String> classes() {
        return classes;
    }

    /** From now on objects of the program go where {@code store} says. */
    public void takeProgram(ObjectStore store) {
        program = store;
    }

    /** Writes the objects of the program, behind all else. */
    public void writeProgram(ProgramState state) throws IOException {
        program.write(this, state);
    }

    @Override
    protected Object replaceObject(Object object) throws IOException {
        if (program != null && object instanceof ObjectStreamException failure) {
            // Objects of the program have stand-ins: this is what the stream itself has failed with, and notes in its
            // end.
            failed = failure;
        }
        if (program != null && object instanceof Buffer) {
            Object shared = fromRuntime(object);
            return shared == object ? References.of(object, arrays) : shared;
        }
        Object reference = References.of(object, arrays);
        return reference == object && program != null && !(object instanceof StandIn) ? fromRuntime(object) : reference;
    }

    private Object fromRuntime(Object object) throws IOException {
        return program.fromRuntime(object, "a buffer of an operation of MPI", "an attribute or callback of MPI");
    }
}
