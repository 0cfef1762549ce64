package org.javampi.core.image;

import java.io.IOException;
import java.io.InvalidClassException;
import java.io.ObjectOutputStream;
import java.io.OutputStream;
import java.util.Set;
import java.util.TreeSet;

/**
 * Writes a graph of objects as Java's serialization does, but for primitive arrays and ByteBuffers,
 * which go to an {@link ArrayStore}, and predefined handles, which go by name.
 */
public final class ImageOutput extends ObjectOutputStream {
    /** Lines that tell a viewer of the file how the names of this runtime's classes in it begin. */
    public static final String NOTATION = "standIns=" + References.class.getName() + "$\nruntime="
            + References.class.getPackageName().replaceAll("[^.]*$", "") + "\n";

    private final ArrayStore arrays;
    private final RestorableClasses restorable;
    private final Set<String> classes = new TreeSet<>();

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
    protected void annotateClass(Class<?> type) throws InvalidClassException {
        String refusal = restorable.refusal(type);
        if (refusal != null) {
            throw new InvalidClassException(refusal);
        }
        classes.add(type.getName());
    }

    /** Names of the classes written so far. */
    public Set<String> classes() {
        return classes;
    }

    @Override
    protected Object replaceObject(Object object) {
        return References.of(object, arrays);
    }
}
