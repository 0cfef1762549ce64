package org.javampi.river.message;

import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * A received message: who has sent it, and its attributes. Immutable but for arrays, which are the
 * receiver's own. The getters name the attribute and the sender when it is missing or of another
 * type.
 */
public final class RiverMessage {
    private final UUID source;
    private final Map<String, Object> attributes;

    /**
     * A message as it has arrived.
     *
     * @param source the virtual resource that has sent it
     * @param attributes what {@link AttributeCodec#decode} has made
     */
    public RiverMessage(UUID source, Map<String, Object> attributes) {
        this.source = source;
        this.attributes = attributes;
    }

    /** The virtual resource that has sent it. */
    public UUID source() {
        return source;
    }

    /** All attributes, in the sender's order. */
    public Map<String, Object> attributes() {
        return attributes;
    }

    /** Whether there is such an attribute. */
    public boolean has(String name) {
        return attributes.containsKey(name);
    }

    /**
     * An attribute's value as it was sent.
     *
     * @throws IllegalArgumentException when the message has none of that name; so all getters
     */
    public Object get(String name) {
        Object value = attributes.get(name);
        if (value == null) {
            throw new IllegalArgumentException(
                    "the message from " + source + " has no attribute '" + name + "'; it has " + attributes.keySet());
        }
        return value;
    }

    /**
     * A text.
     *
     * @throws IllegalArgumentException when there is none of that name, or it is something else
     */
    public String getString(String name) {
        return get(name, String.class);
    }

    /**
     * A whole number of any width.
     *
     * @throws IllegalArgumentException when there is none of that name, or it is something else
     */
    public long getLong(String name) {
        Object value = get(name);
        if (!Numbers.isWhole(value)) {
            throw otherType(name, value, "whole number");
        }
        return ((Number) value).longValue();
    }

    /**
     * A whole number of any width that fits an int.
     *
     * @throws IllegalArgumentException when there is none of that name, it is something else, or
     *     does not fit
     */
    public int getInt(String name) {
        long value = getLong(name);
        if (value != (int) value) {
            throw otherType(name, value, "whole number that fits an int");
        }
        return (int) value;
    }

    /**
     * Any number; a long beyond 2^53 loses its last bits.
     *
     * @throws IllegalArgumentException when there is none of that name, or it is something else
     */
    public double getDouble(String name) {
        if (get(name) instanceof Number number) {
            return number.doubleValue();
        }
        throw otherType(name, get(name), "number");
    }

    /**
     * A truth value.
     *
     * @throws IllegalArgumentException when there is none of that name, or it is something else
     */
    public boolean getBoolean(String name) {
        return get(name, Boolean.class);
    }

    /**
     * A name, such as that of another resource.
     *
     * @throws IllegalArgumentException when there is none of that name, or it is something else
     */
    public UUID getUuid(String name) {
        return get(name, UUID.class);
    }

    /**
     * Bytes: the receiver's own array, the same each time.
     *
     * @throws IllegalArgumentException when there is none of that name, or it is something else
     */
    public byte[] getBytes(String name) {
        return get(name, byte[].class);
    }

    /**
     * A list, whose elements may be of different types.
     *
     * @throws IllegalArgumentException when there is none of that name, or it is something else
     */
    public List<?> getList(String name) {
        return get(name, List.class);
    }

    /**
     * A value of a certain type: {@code get("row", double[].class)}.
     *
     * @param <T> that type
     * @throws IllegalArgumentException when there is none of that name, or it is of another type
     */
    public <T> T get(String name, Class<T> type) {
        Object value = get(name);
        if (!type.isInstance(value)) {
            throw otherType(name, value, type.getSimpleName());
        }
        return type.cast(value);
    }

    private IllegalArgumentException otherType(String name, Object value, String wanted) {
        return new IllegalArgumentException("attribute '"
                + name
                + "' of the message from "
                + source
                + " is no "
                + wanted
                + " but a "
                + value.getClass().getSimpleName()
                + " "
                + value);
    }

    @Override
    public String toString() {
        return "message from " + source + " with " + attributes;
    }
}
