package org.javampi.core.image;

import java.io.IOException;
import java.io.ObjectOutputStream;
import java.io.OutputStream;
import java.util.Set;
import java.util.TreeSet;

/**
 * Writes a graph of objects as Java's serialization does, but for primitive arrays and ByteBuffers,
 * which go to an {@link ArrayStore}, and predefined handles, which go by name.
 */
public final class ImageOutput extends ObjectOutputStream {
    private final ArrayStore arrays;
    private final Set<String> classes = new TreeSet<>();

    /** Writes to {@code out}, and arrays to {@code arrays}. */
    public ImageOutput(OutputStream out, ArrayStore arrays) throws IOException {
        super(out);
        this.arrays = arrays;
        enableReplaceObject(true);
    }

    @Override
    protected void annotateClass(Class<?> type) {
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
