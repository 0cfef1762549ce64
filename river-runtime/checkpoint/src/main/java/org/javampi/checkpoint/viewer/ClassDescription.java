package org.javampi.checkpoint.viewer;

import java.util.ArrayList;
import java.util.List;

/** A class as a stream describes it: the class itself need not exist. */
public final class ClassDescription {
    /**
     * A field that is written.
     *
     * @param kind letter of the JVM's descriptor: B C D F I J S Z, L or [
     */
    public record Field(char kind, String name) {
        boolean isPrimitive() {
            return kind != 'L' && kind != '[';
        }
    }

    private static final int WRITE_METHOD = 1;
    private static final int SERIALIZABLE = 2;
    private static final int EXTERNALIZABLE = 4;
    private static final int BLOCK_DATA = 8;

    private final String name;
    private int flags;
    private List<Field> fields = List.of();
    private ClassDescription parent;
    private int depth;
    private boolean complete;

    ClassDescription(String name) {
        this.name = name;
    }

    void complete(int flagBits, List<Field> written, ClassDescription superclass) {
        flags = flagBits;
        fields = written;
        parent = superclass;
        depth = superclass == null ? 1 : superclass.depth + 1;
        complete = true;
    }

    /** Whether all of it has been read; false while it is read. */
    boolean isComplete() {
        return complete;
    }

    /** Number of described classes from it upwards. */
    int depth() {
        return depth;
    }

    /** Binary name, such as {@code java.util.Map$Entry} or {@code [I}. */
    public String name() {
        return name;
    }

    /** The fields that are written, in their order. */
    public List<Field> fields() {
        return fields;
    }

    /** The next described class upwards, or null. */
    public ClassDescription parent() {
        return parent;
    }

    /** Whether the class writes more than its fields. */
    boolean hasWriteMethod() {
        return (flags & WRITE_METHOD) != 0;
    }

    boolean isSerializable() {
        return (flags & SERIALIZABLE) != 0;
    }

    boolean isExternalizable() {
        return (flags & EXTERNALIZABLE) != 0;
    }

    /** Whether what an externalizable class writes can be told from what follows. */
    boolean isFramed() {
        return (flags & BLOCK_DATA) != 0;
    }

    /** From the topmost class down to this one, as their parts are written. */
    List<ClassDescription> lineage() {
        List<ClassDescription> all = new ArrayList<>();
        for (ClassDescription c = this; c != null; c = c.parent) {
            all.add(0, c);
        }
        return all;
    }
}
