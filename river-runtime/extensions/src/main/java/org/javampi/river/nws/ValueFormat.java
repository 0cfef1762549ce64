package org.javampi.river.nws;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputFilter;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.ObjectStreamClass;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.security.CodeSource;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.javampi.river.nws.wire.Descriptor;

/**
 * Java objects as values and back. Texts and byte arrays are plain; other objects are serialised, and read only if they
 * consist of numbers, texts, dates, arrays and the JDK's collections, and of classes of the program that asks for one of
 * them: what another client has stored makes no other class run.
 *
 * @param descriptor what the bytes are
 * @param bytes the value
 */
record ValueFormat(long descriptor, byte[] bytes) {
    private static final int DEEPEST = 1_000;
    private static final int ROOM = 1_024;

    private static final Set<String> COLLECTIONS = Set.of(
            "ArrayList",
            "LinkedList",
            "ArrayDeque",
            "Vector",
            "HashMap",
            "LinkedHashMap",
            "TreeMap",
            "Hashtable",
            "HashSet",
            "LinkedHashSet",
            "TreeSet",
            "BitSet",
            "UUID",
            "Date",
            "Map",
            "Map$Entry",
            "Arrays$ArrayList",
            "CollSer",
            "AbstractMap$SimpleEntry",
            "AbstractMap$SimpleImmutableEntry",
            "KeyValueHolder");

    /** Empty, unmodifiable, synchronized collections and the like. */
    private static final List<String> WRAPPERS = List.of("ImmutableCollections$", "Collections$");

    private static final Set<String> BASIC = Set.of(
            "Object",
            "Number",
            "Boolean",
            "Byte",
            "Character",
            "Short",
            "Integer",
            "Long",
            "Float",
            "Double",
            "String",
            "Enum");

    /**
     * An object as a value.
     *
     * @param what is stored, for the error
     */
    static ValueFormat encode(Object object, String what) {
        if (object instanceof String text) {
            return new ValueFormat(Descriptor.JAVA | Descriptor.TEXT, text.getBytes(UTF_8));
        }
        if (object instanceof byte[] raw) {
            return new ValueFormat(Descriptor.JAVA | Descriptor.TEXT | Descriptor.RAW, raw);
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(object);
        } catch (IOException e) {
            throw new NwsException(what + ": " + object.getClass().getName() + " cannot be serialised: " + e, e);
        }
        return new ValueFormat(Descriptor.JAVA, bytes.toByteArray());
    }

    /**
     * A value as an object.
     *
     * @param asked its class, or null: what needs no asking
     * @param what is read, for the error
     */
    @SuppressWarnings("unchecked")
    static <T> T decode(long descriptor, byte[] bytes, Class<T> asked, String what) {
        Object value;
        if (asked == byte[].class && !(Descriptor.isJava(descriptor) && !Descriptor.isPlain(descriptor))) {
            value = bytes;
        } else if (Descriptor.isText(descriptor) || Descriptor.isPlain(descriptor) && asked == String.class) {
            value = text(bytes);
        } else if (Descriptor.isPlain(descriptor)) {
            value = bytes;
        } else if (Descriptor.isJava(descriptor)) {
            value = deserialised(descriptor, bytes, asked, what);
        } else {
            throw new NwsUnreadableException(
                    what + ": " + bytes.length + " bytes from " + Descriptor.language(descriptor)
                            + ", which Java does not read; ask for byte[].class to get them as they are",
                    null,
                    descriptor,
                    bytes);
        }
        if (asked != null && value != null && !asked.isInstance(value)) {
            throw new NwsUnreadableException(
                    what + ": a " + value.getClass().getTypeName() + ", not a " + asked.getTypeName(),
                    null,
                    descriptor,
                    bytes);
        }
        return (T) value;
    }

    /** Texts of other clients need not be UTF-8; then each byte is a character. */
    static String text(byte[] bytes) {
        try {
            return UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException e) {
            return new String(bytes, ISO_8859_1);
        }
    }

    private static Object deserialised(long descriptor, byte[] bytes, Class<?> asked, String what) {
        Filter filter = new Filter(asked, bytes.length);
        try (ObjectInputStream in = new Input(bytes, filter)) {
            return in.readObject();
        } catch (IOException | ClassNotFoundException | RuntimeException e) {
            String why = filter.refused == null
                    ? "cannot be read: " + e
                    : "has an object of " + filter.refused + ", which is not read unasked: ask for its class, as in"
                            + " fetch(name, " + filter.refused.replaceAll("^.*[.$]", "") + ".class)";
            throw new NwsUnreadableException(
                    what + ": a value of " + bytes.length + " bytes " + why, e, descriptor, bytes);
        }
    }

    /** Classes of the program, wherever it was loaded. */
    private static final class Input extends ObjectInputStream {
        private final ClassLoader loader;

        Input(byte[] bytes, Filter filter) throws IOException {
            super(new ByteArrayInputStream(bytes));
            setObjectInputFilter(filter);
            ClassLoader own = filter.asked == null ? null : filter.asked.getClassLoader();
            ClassLoader context = Thread.currentThread().getContextClassLoader();
            loader = own != null ? own : context != null ? context : ValueFormat.class.getClassLoader();
        }

        @Override
        protected Class<?> resolveClass(ObjectStreamClass description) throws IOException, ClassNotFoundException {
            try {
                return Class.forName(description.getName(), false, loader);
            } catch (ClassNotFoundException e) {
                return super.resolveClass(description);
            }
        }
    }

    /** Which classes may be made. */
    private static final class Filter implements ObjectInputFilter {
        final Class<?> asked;
        private final long longestArray;
        String refused;

        Filter(Class<?> asked, int byteCount) {
            this.asked = asked;
            longestArray = 8L * byteCount + ROOM;
        }

        @Override
        public Status checkInput(FilterInfo info) {
            if (info.depth() > DEEPEST || info.arrayLength() > longestArray) {
                return Status.REJECTED;
            }
            Class<?> type = info.serialClass();
            if (type == null) {
                return Status.UNDECIDED;
            }
            while (type.isArray()) {
                type = type.getComponentType();
            }
            if (type.isPrimitive() || isPlain(type.getName()) || type == asked || isOfProgram(type)) {
                return Status.ALLOWED;
            }
            refused = type.getName();
            return Status.REJECTED;
        }

        private static boolean isPlain(String name) {
            if (name.startsWith("java.util.")) {
                String simple = name.substring("java.util.".length());
                return COLLECTIONS.contains(simple) || WRAPPERS.stream().anyMatch(simple::startsWith);
            }
            if (name.startsWith("java.lang.")) {
                return BASIC.contains(name.substring("java.lang.".length()));
            }
            return name.startsWith("java.time.") || name.startsWith("java.math.");
        }

        /** Classes that came from where the asked one came from. */
        private boolean isOfProgram(Class<?> type) {
            if (asked == null || type.getClassLoader() != asked.getClassLoader()) {
                return false;
            }
            CodeSource source = type.getProtectionDomain().getCodeSource();
            return source != null
                    && Objects.equals(
                            source.getLocation(),
                            asked.getProtectionDomain().getCodeSource().getLocation());
        }
    }
}
