package org.javampi.continuations.objects;

import java.io.IOException;
import java.io.ObjectOutputStream;
import java.lang.invoke.SerializedLambda;
import java.lang.reflect.Array;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.nio.Buffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.javampi.continuations.Frame;
import org.javampi.continuations.FrozenStack;
import org.javampi.continuations.objects.FieldLayout.Slot;

/**
 * The objects of a program that does not help, written field by field into a stream that may have a runtime's own before
 * them: what both refer to stays the same on both sides.
 *
 * <pre>
 *  first pass    walks from the roots and gives each object a number
 *  stream        the runtime's state: where it refers to an object of the program, its stand-in
 *                roots, then for each object by number: its fields; -1
 * </pre>
 *
 * A reference is a stand-in, an object of the runtime, or one that the stream itself can write (texts, numbers).
 */
public final class ObjectStore {
    static final int END = -1;

    private final ClassLoader loader;
    private final Set<String> literals;
    private final Map<Object, StandIn> standIns = new IdentityHashMap<>();
    private final List<Object> objects = new ArrayList<>();
    private final Map<Frame, String> places = new IdentityHashMap<>();
    private final Map<Object, Origin> origins = new IdentityHashMap<>();
    private final Map<Class<?>, FieldLayout> layouts = new HashMap<>();
    private final Map<Class<?>, Map<Object, Field>> constants = new HashMap<>();
    private final List<Class<?>> initialised;
    private final SavableObjects savable = new SavableObjects();
    private final Outside outside;

    /** From where an object was met first, for the path to it. */
    private record Origin(Object parent, String step) {}

    /**
     * An empty store.
     *
     * @param loader of the program's classes
     * @param initialised those whose statics belong to the program's state
     * @param literals texts in the program's class files
     * @param outside what hosts the program
     */
    public ObjectStore(ClassLoader loader, List<Class<?>> initialised, Set<String> literals, Outside outside) {
        this.loader = loader;
        this.initialised = initialised;
        this.literals = literals;
        this.outside = outside;
    }

    /** Those of some classes that were initialised. */
    public static List<Class<?>> initialised(List<Class<?>> types) {
        List<Class<?>> found = new ArrayList<>(types);
        found.removeIf(type -> !RawMemory.open().isInitialised(type));
        return found;
    }

    /** What of objects' layout in memory is in what is written: a JVM that differs in it cannot read it. */
    public static String memoryLayout() {
        return DirectPart.layout();
    }

    /**
     * Walks over all that the program's state leads to.
     *
     * @param state the root: has {@code stack}, and what else leads to objects
     * @param framePlaces where each of its frames stands, the innermost first
     * @throws IOException what {@link Outside#unsavable} makes, when an object cannot be saved
     */
    public void walk(Object state, FrozenStack stack, List<String> framePlaces) throws IOException {
        List<Frame> frames = stack.frames();
        for (int i = 0; i < Math.min(frames.size(), framePlaces.size()); i++) {
            places.put(frames.get(i), framePlaces.get(i));
        }
        reference(state, null, "");
        for (Class<?> type : initialised) {
            for (Slot slot : statics(type).slots()) {
                if (slot.bytes() == 0) {
                    Object value = RawMemory.open().reference(slot.base(), slot.offset());
                    reference(value, null, "static " + type.getName() + "." + slot.name());
                }
            }
        }
        for (int next = 0; next < objects.size(); next++) {
            walkInto(objects.get(next));
        }
    }

    private void walkInto(Object object) throws IOException {
        savable.prepare(object);
        if (object instanceof Object[] array) {
            for (int i = 0; i < array.length; i++) {
                reference(array[i], object, "[" + i + "]");
            }
            return;
        }
        for (Slot slot : layout(object.getClass()).slots()) {
            if (slot.bytes() == 0) {
                reference(value(object, slot), object, "." + slot.name());
            }
        }
        if (object instanceof ThreadLocal<?> local && ThreadValues.isPresent(local)) {
            reference(local.get(), object, " (the thread's value)");
        }
    }

    private Object value(Object object, Slot slot) {
        return savable.instead(object, slot.name(), RawMemory.open().reference(object, slot.offset()));
    }

    /**
     * What the runtime's part of the stream has in place of an object that it refers to.
     *
     * @param what of the runtime the object is, for people, if it is a buffer
     * @param other if it is anything else of the program
     */
    public Object fromRuntime(Object object, String what, String other) throws IOException {
        StandIn known = standIns.get(object);
        if (known != null) {
            return known;
        }
        if (object instanceof Buffer) {
            return reference(object, null, what);
        }
        Class<?> type = object.getClass();
        boolean isPrograms = type.getClassLoader() == loader || type.isHidden();
        return isPrograms && !type.getName().startsWith("org.javampi.") ? reference(object, null, other) : object;
    }

    /** Writes the program's part, behind the runtime's. */
    public void write(ObjectOutputStream out, Object state) throws IOException {
        out.writeObject(reference(state, null, ""));
        out.writeInt(initialised.size());
        for (Class<?> type : initialised) {
            out.writeObject(reference(type, null, ""));
            for (Slot slot : statics(type).slots()) {
                write(out, slot.base(), slot, "static " + type.getName() + "." + slot.name(), null);
            }
        }
        // More may come up while they are written.
        for (int next = 0; next < objects.size(); next++) {
            Object object = objects.get(next);
            out.writeInt(next);
            if (object instanceof Object[] array) {
                for (int i = 0; i < array.length; i++) {
                    out.writeObject(reference(array[i], object, "[" + i + "]"));
                }
            } else {
                savable.prepare(object);
                for (Slot slot : layout(object.getClass()).slots()) {
                    write(out, object, slot, "." + slot.name(), object);
                }
                if (object instanceof ThreadLocal<?> local) {
                    boolean isPresent = ThreadValues.isPresent(local);
                    out.writeBoolean(isPresent);
                    out.writeObject(isPresent ? reference(local.get(), object, " (the thread's value)") : null);
                }
            }
        }
        out.writeInt(END);
    }

    private void write(ObjectOutputStream out, Object base, Slot slot, String step, Object parent) throws IOException {
        if (slot.bytes() == 0) {
            Object value = parent == null ? RawMemory.open().reference(base, slot.offset()) : value(base, slot);
            out.writeObject(reference(value, parent, step));
        } else {
            long bits = RawMemory.open().bits(base, slot.offset(), slot.bytes());
            switch (slot.bytes()) {
                case 1 -> out.writeByte((int) bits);
                case 2 -> out.writeShort((int) bits);
                case 4 -> out.writeInt((int) bits);
                default -> out.writeLong(bits);
            }
        }
    }

    private FieldLayout layout(Class<?> type) {
        return layouts.computeIfAbsent(type, of -> FieldLayout.ofObjects(of, SavableObjects::isLeft));
    }

    private static FieldLayout statics(Class<?> type) {
        return FieldLayout.ofStatics(type);
    }

    // ---- References

    private Object reference(Object object, Object parent, String step) throws IOException {
        if (object == null || object instanceof StandIn) {
            return object;
        }
        StandIn known = standIns.get(object);
        if (known != null) {
            return known;
        }
        if (isWrittenAsItIs(object)) {
            return object;
        }
        origins.putIfAbsent(object, new Origin(parent, step));
        if (object instanceof Buffer buffer && buffer.isDirect() && DirectPart.refusal(buffer) != null) {
            throw outside.unsavable(
                    path(object) + ": " + object.getClass().getName() + " is " + DirectPart.refusal(buffer));
        }
        boolean isKnown = outside.nameOf(object) != null || KnownObject.of(object, loader) != null;
        String refusal = isKnown ? null : outside.refusal(object);
        if (refusal == null && !isKnown) {
            refusal = savable.refusal(object, loader);
        }
        if (refusal != null) {
            throw outside.unsavable(path(object) + ": " + refusal);
        }
        StandIn made = standIn(object);
        standIns.put(object, made);
        if (made instanceof StandIn.Made) {
            objects.add(object);
        }
        return made;
    }

    private boolean isWrittenAsItIs(Object object) {
        Class<?> type = object.getClass();
        if (object instanceof String text) {
            return !isLiteral(text) && RawMemory.open().identityHash(text) == 0;
        }
        if (object instanceof Number || object instanceof Character || object instanceof Boolean) {
            return type.getPackageName().equals("java.lang") && !StandIn.Box.isOnly(object);
        }
        return outside.isWritten(object)
                || type.isArray() && type.getComponentType().isPrimitive()
                || object instanceof Buffer buffer
                        && buffer.isDirect()
                        && DirectPart.isRoot(buffer)
                        && DirectPart.refusal(buffer) == null
                || object instanceof Enum<?> constant
                        && constant.getDeclaringClass().getClassLoader() != null
                        && constant.getDeclaringClass().getClassLoader() != loader;
    }

    private boolean isLiteral(String text) {
        return literals.contains(text) && text.intern() == text;
    }

    private StandIn standIn(Object object) throws IOException {
        Class<?> type = object.getClass();
        if (outside.nameOf(object) != null) {
            return new StandIn.OfRuntime(outside.nameOf(object));
        } else if (object instanceof Class<?> named) {
            return new StandIn.Type(named);
        } else if (object instanceof String text) {
            return new StandIn.Text(text, isLiteral(text));
        } else if (StandIn.Box.isOnly(object)) {
            return new StandIn.Box(object);
        } else if (object instanceof Pattern pattern) {
            return new StandIn.Expression(pattern);
        } else if (object instanceof Buffer buffer && buffer.isDirect()) {
            return new DirectPart(buffer);
        } else if (object instanceof Locale locale) {
            return new StandIn.Language(locale);
        } else if (type.isHidden()) {
            return lambda(object);
        }
        if (object instanceof Enum<?> constant && constant.getDeclaringClass().getClassLoader() == null) {
            return new StandIn.Static(constant.getDeclaringClass(), constant.name());
        }
        if (StandIn.Named.isKnown(object)) {
            return new StandIn.Named(object);
        }
        KnownObject common = KnownObject.of(object, loader);
        if (common != null) {
            return new StandIn.Known(common);
        }
        Field constant = type.getClassLoader() == null ? constantOf(object) : null;
        if (constant != null) {
            return new StandIn.Static(constant.getDeclaringClass(), constant.getName());
        }
        int length = type.isArray() ? Array.getLength(object) : -1;
        return new StandIn.Made(
                objects.size(), TypeName.of(type), length, RawMemory.open().identityHash(object));
    }

    private StandIn lambda(Object object) throws IOException {
        SerializedLambda described = LambdaShape.describe(object);
        if (described == null) {
            throw outside.unsavable(
                    path(object) + ": " + object.getClass().getName().replaceAll("/.*", "")
                            + " is an object that the JDK has made for a lambda of its own, and cannot be made again; use a"
                            + " lambda or a class of the program's instead");
        }
        Object[] captured = new Object[described.getCapturedArgCount()];
        for (int i = 0; i < captured.length; i++) {
            captured[i] = reference(described.getCapturedArg(i), object, " (captured " + i + ")");
        }
        return new StandIn.Lambda(
                LambdaShape.of(object, described), captured, RawMemory.open().identityHash(object));
    }

    /** The static final field of the JDK that an object is known by, in its own class or those around it; or null. */
    private Field constantOf(Object object) {
        Class<?> type = object.getClass();
        while (type != null && type != Object.class) {
            for (Class<?> around = type; around != null; around = around.getEnclosingClass()) {
                Field found = constants
                        .computeIfAbsent(around, ObjectStore::constantsOf)
                        .get(object);
                if (found != null) {
                    return found;
                }
            }
            type = type.getSuperclass();
        }
        return null;
    }

    private static Map<Object, Field> constantsOf(Class<?> type) {
        Map<Object, Field> found = new IdentityHashMap<>();
        if (!RawMemory.open().isInitialised(type)) {
            return found;
        }
        for (Field field : type.getDeclaredFields()) {
            if (Modifier.isStatic(field.getModifiers()) && !field.getType().isPrimitive()) {
                Object value = RawMemory.open().staticReference(field);
                if (value != null) {
                    found.putIfAbsent(value, field);
                }
            }
        }
        return found;
    }

    /** How the program would write the way to an object. */
    private String path(Object object) {
        StringBuilder path = new StringBuilder();
        Object at = object;
        while (at != null) {
            Origin origin = origins.get(at);
            if (origin == null) {
                break;
            }
            path.insert(0, origin.step);
            at = origin.parent;
            if (at instanceof Frame frame) {
                String place = places.getOrDefault(
                        frame, frame.method().replace('/', '.').replaceAll("\\(.*", "()"));
                return place + path.toString().replaceFirst("^\\.references", "");
            }
        }
        return path.toString();
    }
}
