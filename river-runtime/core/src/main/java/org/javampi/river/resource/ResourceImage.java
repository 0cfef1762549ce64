package org.javampi.river.resource;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.NotSerializableException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.ObjectStreamClass;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.javampi.river.message.AttributeCodec;
import org.javampi.river.message.MalformedMessageException;
import org.javampi.river.message.RiverMessage;
import org.javampi.river.network.Peer;

/**
 * A resource that stands at its receive, or at a send, as attributes: what goes to a file, or to another VM.
 *
 * <pre>
 *  format     2
 *  class      of the resource
 *  resource   its name; parent; deployer
 *  arguments  what it was deployed with
 *  fields     its fields, but static and transient ones, as one serialized map from Class#field; or
 *  frames     its frames and objects, and leftNs, how long its receive may still wait
 *  queue      messages: source, and attributes as bytes
 *  classes    class files that were shipped to its VM, by name; with frames all of its program's
 *  watches    whose ends it hears of: resource, announce, and the VM if that is known
 *  home       the VM that holds what is sent to it, until it is thawed; only with frames, or on the way
 * </pre>
 */
record ResourceImage(Map<String, Object> attributes) {
    private static final int FORMAT = 2;

    /**
     * Takes the image of a resource, in its own thread.
     *
     * @throws IllegalStateException when a field cannot be saved; names it
     */
    static ResourceImage of(LocalResource place, VirtualResource resource, ClassLoader classes) {
        Map<String, Object> image = begin(place);
        image.put("fields", fieldsOf(resource));
        image.put("classes", classes instanceof ShippedLoader shipped ? shipped.files() : Map.of());
        return new ResourceImage(image);
    }

    /**
     * The image of a resource whose frames were left, in its own thread.
     *
     * @param leftNs how long its receive may still wait; negative if it stands in another call
     */
    static ResourceImage ofFrames(LocalResource place, byte[] frames, long leftNs, FreezableClasses classes) {
        Map<String, Object> image = begin(place);
        image.put("frames", frames);
        image.put("leftNs", leftNs);
        image.put("classes", classes.files());
        return new ResourceImage(image);
    }

    private static Map<String, Object> begin(LocalResource place) {
        Map<String, Object> image = new LinkedHashMap<>();
        image.put("format", FORMAT);
        image.put("class", place.className());
        image.put("resource", place.name);
        image.put("parent", place.parent);
        image.put("deployer", place.deployer);
        image.put("arguments", place.arguments);
        image.put("watches", place.river.watchesOf(place));
        return image;
    }

    /** This image, whose resource is waited for by {@code peer}. */
    ResourceImage withHome(Peer peer) {
        Map<String, Object> image = new LinkedHashMap<>(attributes);
        image.put("home", peer.encode());
        return new ResourceImage(image);
    }

    /** This image with the messages that wait. */
    ResourceImage with(List<RiverMessage> queue) {
        List<Map<String, Object>> messages = new ArrayList<>();
        for (RiverMessage message : queue) {
            messages.add(Map.of("source", message.source(), "attributes", AttributeCodec.encode(message.attributes())));
        }
        Map<String, Object> image = new LinkedHashMap<>(attributes);
        image.put("queue", messages);
        return new ResourceImage(image);
    }

    byte[] encode() {
        try {
            return AttributeCodec.encode(attributes);
        } catch (IllegalArgumentException e) {
            throw new IllegalStateException(
                    "resource " + attributes.get("resource") + " cannot be frozen: " + e.getMessage(), e);
        }
    }

    /**
     * Reads what {@link #encode} has written.
     *
     * @throws IllegalArgumentException when it is nothing of the kind
     */
    static ResourceImage decode(byte[] bytes) {
        try {
            Map<String, Object> image = AttributeCodec.decode(ByteBuffer.wrap(bytes));
            if (!Integer.valueOf(FORMAT).equals(image.get("format"))) {
                throw new IllegalArgumentException(
                        "a frozen resource of format " + image.get("format") + " (this is " + FORMAT + ")");
            }
            return new ResourceImage(image);
        } catch (MalformedMessageException e) {
            throw new IllegalArgumentException("these bytes are no frozen resource: " + e.getMessage(), e);
        }
    }

    UUID resource() {
        return (UUID) attributes.get("resource");
    }

    UUID parent() {
        return (UUID) attributes.get("parent");
    }

    UUID deployer() {
        return (UUID) attributes.get("deployer");
    }

    String className() {
        return (String) attributes.get("class");
    }

    List<?> arguments() {
        return (List<?>) attributes.get("arguments");
    }

    /** Its frames and objects; null if it has its fields only. */
    byte[] frames() {
        return (byte[]) attributes.get("frames");
    }

    long leftNs() {
        return (Long) attributes.get("leftNs");
    }

    /** Whose ends it hears of. */
    List<?> watches() {
        return (List<?>) attributes.get("watches");
    }

    /** The VM that holds what is sent to it, or null. */
    Peer home() {
        byte[] bytes = (byte[]) attributes.get("home");
        return bytes == null ? null : Freezer.peer(bytes);
    }

    /** A class file that came along, or null. */
    byte[] fileOf(String name) {
        return (byte[]) ((Map<?, ?>) attributes.get("classes")).get(name);
    }

    /** The messages that waited, in order. */
    List<RiverMessage> queue() {
        List<RiverMessage> messages = new ArrayList<>();
        try {
            for (Object one : (List<?>) attributes.get("queue")) {
                Map<?, ?> message = (Map<?, ?>) one;
                byte[] bytes = (byte[]) message.get("attributes");
                messages.add(
                        new RiverMessage((UUID) message.get("source"), AttributeCodec.decode(ByteBuffer.wrap(bytes))));
            }
        } catch (MalformedMessageException e) {
            throw new IllegalArgumentException("a message of a frozen resource is damaged: " + e.getMessage(), e);
        }
        return messages;
    }

    private static byte[] fieldsOf(VirtualResource resource) {
        Map<String, Object> values = new LinkedHashMap<>();
        for (Field field : fields(resource.getClass())) {
            try {
                field.setAccessible(true);
                Object value = field.get(resource);
                checkSerializable(field, value);
                values.put(nameOf(field), value);
            } catch (IllegalAccessException e) {
                throw new IllegalStateException("field " + nameOf(field) + " cannot be read", e);
            }
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(values);
        } catch (IOException e) {
            throw new IllegalStateException(
                    resource.getClass().getName() + " cannot be frozen: its fields cannot be written: " + e, e);
        }
        return bytes.toByteArray();
    }

    private static void checkSerializable(Field field, Object value) {
        try (ObjectOutputStream out = new ObjectOutputStream(new ByteArrayOutputStream())) {
            out.writeObject(value);
        } catch (NotSerializableException e) {
            throw new IllegalStateException(
                    "field " + nameOf(field) + " cannot be frozen: it refers to a " + e.getMessage()
                            + ", which is not java.io.Serializable; make the field transient, or the class Serializable",
                    e);
        } catch (IOException e) {
            throw new IllegalStateException("field " + nameOf(field) + " cannot be frozen: " + e, e);
        }
    }

    private static List<Field> fields(Class<?> type) {
        List<Field> fields = new ArrayList<>();
        for (Class<?> one = type; one != VirtualResource.class; one = one.getSuperclass()) {
            for (Field field : one.getDeclaredFields()) {
                if (!Modifier.isStatic(field.getModifiers()) && !Modifier.isTransient(field.getModifiers())) {
                    fields.add(field);
                }
            }
        }
        return fields;
    }

    private static String nameOf(Field field) {
        return field.getDeclaringClass().getName() + "#" + field.getName();
    }

    /** Gives a new resource the fields of the image. */
    void restore(VirtualResource resource, ClassLoader classes) throws IOException, ReflectiveOperationException {
        Map<?, ?> values;
        try (ObjectInputStream in = new Input((byte[]) attributes.get("fields"), classes)) {
            values = (Map<?, ?>) in.readObject();
        }
        for (Field field : fields(resource.getClass())) {
            if (values.containsKey(nameOf(field))) {
                field.setAccessible(true);
                field.set(resource, values.get(nameOf(field)));
            }
        }
    }

    private static final class Input extends ObjectInputStream {
        private final ClassLoader classes;

        Input(byte[] bytes, ClassLoader classes) throws IOException {
            super(new ByteArrayInputStream(bytes));
            this.classes = classes;
        }

        @Override
        protected Class<?> resolveClass(ObjectStreamClass description) throws IOException, ClassNotFoundException {
            try {
                return Class.forName(description.getName(), false, classes);
            } catch (ClassNotFoundException e) {
                // Primitive types have no class file.
                return super.resolveClass(description);
            }
        }
    }
}
