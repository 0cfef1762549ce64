package org.javampi.river.farm;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.NotSerializableException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.ObjectStreamClass;
import java.io.OutputStream;
import java.lang.reflect.Proxy;

/** Objects as bytes, by Java's serialization, read with the classes of a certain loader. */
public final class ObjectBytes {
    private ObjectBytes() {}

    /**
     * An object's bytes.
     *
     * @param what the object for people, such as "the argument"
     * @throws IllegalArgumentException when it, or something that it refers to, cannot be serialized; names the class
     */
    public static byte[] of(Object value, String what) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        write(value, what, bytes);
        return bytes.toByteArray();
    }

    /** As {@link #of}, to a stream. */
    static void write(Object value, String what, OutputStream to) {
        try {
            ObjectOutputStream out = new ObjectOutputStream(to);
            out.writeObject(value);
            out.flush();
        } catch (NotSerializableException e) {
            throw new IllegalArgumentException(
                    what
                            + " cannot travel: it contains or captures an object of class "
                            + e.getMessage()
                            + ", which is not java.io.Serializable; make the class Serializable, or make the object"
                            + " where it is used",
                    e);
        } catch (IOException e) {
            throw new IllegalArgumentException(what + " cannot be written: " + e, e);
        }
    }

    /**
     * The object whose bytes these are.
     *
     * @param classes finds its classes
     * @throws IOException when the bytes are none of an object
     * @throws ClassNotFoundException when {@code classes} lacks a class of its
     */
    public static Object read(byte[] bytes, ClassLoader classes) throws IOException, ClassNotFoundException {
        return read(new ByteArrayInputStream(bytes), classes);
    }

    /** A stream of objects, which finds their classes by {@code classes}. */
    public static ObjectInputStream open(InputStream from, ClassLoader classes) throws IOException {
        return new Input(from, classes);
    }

    /** As {@link #read(byte[], ClassLoader)}, from a stream. */
    static Object read(InputStream from, ClassLoader classes) throws IOException, ClassNotFoundException {
        return new Input(from, classes).readObject();
    }

    private static final class Input extends ObjectInputStream {
        private final ClassLoader classes;

        Input(InputStream in, ClassLoader classes) throws IOException {
            super(in);
            this.classes = classes;
        }

        @Override
        protected Class<?> resolveClass(ObjectStreamClass description) throws IOException, ClassNotFoundException {
            try {
                return Class.forName(description.getName(), false, classes);
            } catch (ClassNotFoundException e) {
                // Primitive types have no class file; what nobody has fails there by its name.
                return super.resolveClass(description);
            }
        }

        @Override
        protected Class<?> resolveProxyClass(String[] interfaces) throws ClassNotFoundException {
            Class<?>[] types = new Class<?>[interfaces.length];
            for (int i = 0; i < types.length; i++) {
                types[i] = Class.forName(interfaces[i], false, classes);
            }
            return Proxy.newProxyInstance(classes, types, (proxy, method, arguments) -> null)
                    .getClass();
        }
    }
}
