package org.javampi.freezing;

import java.io.IOException;
import java.io.InputStream;
import java.io.ObjectInputStream;
import java.io.ObjectStreamClass;
import org.javampi.continuations.objects.ObjectReader;
import org.javampi.continuations.objects.StandIn;

/** Reads what {@link GraphOutput} has written. */
final class GraphInput extends ObjectInputStream {
    private final ClassLoader loader;
    private final ObjectReader reader;

    /** @param loader has the program's classes */
    GraphInput(InputStream in, ClassLoader loader, ObjectReader reader) throws IOException {
        super(in);
        this.loader = loader;
        this.reader = reader;
        enableResolveObject(true);
    }

    @Override
    protected Object resolveObject(Object read) {
        if (read instanceof OwnMemory memory) {
            return memory.restored();
        }
        return read instanceof StandIn standIn ? standIn.resolve(reader) : read;
    }

    @Override
    protected Class<?> resolveClass(ObjectStreamClass description) throws IOException, ClassNotFoundException {
        try {
            return Class.forName(description.getName(), false, loader);
        } catch (ClassNotFoundException e) {
            // Primitive types have no class file.
            return super.resolveClass(description);
        }
    }
}
