package org.javampi.core.image;

import java.io.IOException;
import java.io.InputStream;
import java.io.InvalidClassException;
import java.io.ObjectInputFilter;
import java.io.ObjectInputStream;
import java.io.ObjectStreamClass;
import java.io.ObjectStreamField;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.javampi.continuations.objects.ObjectReader;
import org.javampi.continuations.objects.StandIn;

/**
 * Reads what {@link ImageOutput} has written. Objects that need the living runtime to come to life
 * ask for its parts in their {@code readObject}.
 *
 * <p>Only {@link RestorableClasses} are made.
 */
public final class ImageInput extends ObjectInputStream {
    /** Their classes change with their versions; those of other packages are the program's. */
    private static final List<String> RUNTIME = List.of("org.javampi.core.", "org.javampi.continuations.");

    private final ArrayStore arrays;
    private final ClassLoader loader;
    private final RestorableClasses restorable;
    private final Map<Class<?>, Object> parts = new HashMap<>();
    private final List<Object> collected = new ArrayList<>();

    /** Makes the objects of a program that does not help; null for one that does. */
    private ObjectReader program;

    /** The class of the object that was found last in place of what the stream has; not the stream's choice. */
    private Class<?> standsFor;

    /**
     * Reads from {@code in}.
     *
     * @param arrays what has been read of the arrays
     * @param loader finds the program's classes
     * @param restorable judges the classes that come
     */
    public ImageInput(InputStream in, ArrayStore arrays, ClassLoader loader, RestorableClasses restorable)
            throws IOException {
        super(in);
        this.arrays = arrays;
        this.loader = loader;
        this.restorable = restorable;
        enableResolveObject(true);
        setObjectInputFilter(info -> info.serialClass() != null && info.serialClass() == standsFor
                ? ObjectInputFilter.Status.ALLOWED
                : restorable.checkInput(info));
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

    /**
     * The next object.
     *
     * @param given if it is a primitive array that fits, and the one in the checkpoint has not been read yet, that is
     *     read into it: it is the answer then
     */
    Object readInto(Object given) throws IOException, ClassNotFoundException {
        arrays.readInto(ArrayStore.takes(given) ? given : null);
        try {
            return readObject();
        } finally {
            arrays.readInto(null);
        }
    }

    /** What another version of the runtime has saved must not come to life with fields that lack their values. */
    @Override
    protected ObjectStreamClass readClassDescriptor() throws IOException, ClassNotFoundException {
        ObjectStreamClass saved = super.readClassDescriptor();
        if (RUNTIME.stream().anyMatch(saved.getName()::startsWith)) {
            Class<?> type = Class.forName(saved.getName(), false, ImageInput.class.getClassLoader());
            ObjectStreamClass own = ObjectStreamClass.lookupAny(type);
            if (!fields(own).equals(fields(saved))) {
                throw new InvalidClassException(
                        saved.getName(),
                        "another version of javampi has saved it, with the fields " + fields(saved) + ", here it has "
                                + fields(own) + "; restart it with the version that has written it");
            }
        }
        return saved;
    }

    private static Set<String> fields(ObjectStreamClass description) {
        Set<String> fields = new TreeSet<>();
        for (ObjectStreamField field : description.getFields()) {
            String type = field.isPrimitive() ? String.valueOf(field.getTypeCode()) : field.getTypeString();
            fields.add(field.getName() + ":" + type);
        }
        return fields;
    }

    @Override
    protected Class<?> resolveClass(ObjectStreamClass description) throws IOException, ClassNotFoundException {
        Class<?> type;
        try {
            type = Class.forName(description.getName(), false, loader);
        } catch (ClassNotFoundException e) {
            type = super.resolveClass(description);
        }
        String refusal = restorable.refusal(type);
        if (refusal != null) {
            throw new InvalidClassException(refusal);
        }
        return type;
    }

    @Override
    protected Class<?> resolveProxyClass(String[] interfaces) throws InvalidClassException {
        throw new InvalidClassException("a dynamic proxy cannot be restored");
    }

    @Override
    protected Object resolveObject(Object read) throws IOException {
        // Where no program is frozen that does not help, there is no such class.
        if (program != null && read instanceof StandIn standIn) {
            Object object = standIn.resolve(program);
            standsFor = object.getClass();
            return object;
        }
        return read instanceof References.Reference reference ? reference.resolve(arrays) : read;
    }

    /** From now on objects of the program are made by {@code reader}. */
    public void takeProgram(ObjectReader reader) {
        program = reader;
    }

    /** Reads the objects of the program, behind all else. */
    public ProgramState readProgram() throws IOException, ClassNotFoundException {
        return (ProgramState) program.read(this);
    }
}
