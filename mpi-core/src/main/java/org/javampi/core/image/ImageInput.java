package org.javampi.core.image;

import java.io.IOException;
import java.io.InputStream;
import java.io.InvalidClassException;
import java.io.ObjectInputFilter;
import java.io.ObjectInputStream;
import java.io.ObjectStreamClass;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Reads what {@link ImageOutput} has written. Objects that need the living runtime to come to life
 * ask for its parts in their {@code readObject}.
 *
 * <p>Only classes that the checkpoint says it contains are made, of the program, of javampi, and of
 * the parts of the JDK that hold data: what the program's class path holds besides is out of reach
 * of a forged file.
 */
public final class ImageInput extends ObjectInputStream {
    private static final String[] DATA_PACKAGES = {
        "java.lang.", "java.util.", "java.math.", "java.time.", "java.net.", "java.io.File", "java.text.", "java.nio."
    };

    private static final String[] REFUSED = {"java.", "javax.", "jdk.", "sun.", "com.sun.", "org.agrona."};

    private final ArrayStore arrays;
    private final ClassLoader loader;
    private final Set<String> expected;
    private final Map<Class<?>, Object> parts = new HashMap<>();
    private final List<Object> collected = new ArrayList<>();

    /**
     * Reads from {@code in}.
     *
     * @param arrays what has been read of the arrays
     * @param loader finds the program's classes
     * @param expected names of the classes that may come
     */
    public ImageInput(InputStream in, ArrayStore arrays, ClassLoader loader, Set<String> expected) throws IOException {
        super(in);
        this.arrays = arrays;
        this.loader = loader;
        this.expected = expected;
        enableResolveObject(true);
        setObjectInputFilter(this::judge);
    }

    private ObjectInputFilter.Status judge(ObjectInputFilter.FilterInfo info) {
        Class<?> type = info.serialClass();
        if (type == null) {
            return ObjectInputFilter.Status.UNDECIDED;
        }
        while (type.isArray()) {
            type = type.getComponentType();
        }
        String name = type.getName();
        if (type.isPrimitive() || isData(name)) {
            return ObjectInputFilter.Status.ALLOWED;
        }
        for (String refused : REFUSED) {
            if (name.startsWith(refused)) {
                return ObjectInputFilter.Status.REJECTED;
            }
        }
        return ObjectInputFilter.Status.ALLOWED;
    }

    private static boolean isData(String name) {
        for (String allowed : DATA_PACKAGES) {
            if (name.startsWith(allowed)) {
                return true;
            }
        }
        return false;
    }

    /** Offers a part of the living runtime to the objects that are read. */
    public <T> void offer(Class<T> type, T part) {
        parts.put(type, part);
    }

    /** The part of that type. */
    public <T> T part(Class<T> type) {
        Object part = parts.get(type);
        if (part == null) {
            throw new IllegalStateException("no " + type.getName() + " to revive objects with");
        }
        return type.cast(part);
    }

    /** Notes an object that may have to be told of changes when the graph has been read. */
    public void collect(Object object) {
        collected.add(object);
    }

    /** What has been noted. */
    public List<Object> collected() {
        return collected;
    }

    @Override
    protected Class<?> resolveClass(ObjectStreamClass description) throws IOException, ClassNotFoundException {
        String name = description.getName();
        if (!expected.contains(name)) {
            throw new InvalidClassException(name, "the checkpoint does not list this class");
        }
        try {
            return Class.forName(name, false, loader);
        } catch (ClassNotFoundException e) {
            return super.resolveClass(description);
        }
    }

    @Override
    protected Class<?> resolveProxyClass(String[] interfaces) throws InvalidClassException {
        throw new InvalidClassException("a dynamic proxy cannot be restored");
    }

    @Override
    protected Object resolveObject(Object object) {
        return object instanceof References.Reference reference ? reference.resolve(arrays) : object;
    }
}
