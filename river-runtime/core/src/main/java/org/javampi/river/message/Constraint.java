package org.javampi.river.message;

import java.io.Serializable;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Predicate;

/**
 * What a receiver asks of a message: {@code recv(where("tag").is("result"), from(worker))} takes
 * the first message, in order of arrival, that meets all constraints. Constraints are looked at in
 * the receiver's thread.
 */
public final class Constraint {
    private final String text;
    private final UUID source;
    private final Test test;

    /** Serializable, so that a receive can be made again where its resource has moved to. */
    private interface Test extends Predicate<RiverMessage>, Serializable {}

    private Constraint(String text, UUID source, Test test) {
        this.text = text;
        this.source = source;
        this.test = test;
    }

    /** Begins a constraint on an attribute. */
    public static Attribute where(String name) {
        return new Attribute(Objects.requireNonNull(name, "name"));
    }

    /** The message was sent by {@code resource}. */
    public static Constraint from(UUID resource) {
        Objects.requireNonNull(resource, "resource");
        return new Constraint("from " + resource, resource, message -> resource.equals(message.source()));
    }

    /** Whether a message meets this constraint. */
    public boolean isMetBy(RiverMessage message) {
        return test.test(message);
    }

    /** The only resource whose messages can meet it, or null when any one's may. */
    public UUID source() {
        return source;
    }

    /** What is asked, for people. */
    @Override
    public String toString() {
        return text;
    }

    /** An attribute that a constraint is about. */
    public static final class Attribute {
        private final String name;

        private Attribute(String name) {
            this.name = name;
        }

        /**
         * Its value equals {@code value}: arrays, lists and maps by content, whole numbers by value
         * whatever their width, so {@code is(42)} is met by a long 42.
         */
        public Constraint is(Object value) {
            Objects.requireNonNull(value, "value; isAbsent() asks for no attribute");
            return new Constraint(
                    name + " is " + value,
                    null,
                    message -> same(value, message.attributes().get(name)));
        }

        /** It is there, whatever its value. */
        public Constraint isPresent() {
            return new Constraint(name + " is present", null, message -> message.has(name));
        }

        /** It is not there. */
        public Constraint isAbsent() {
            return new Constraint(name + " is absent", null, message -> !message.has(name));
        }

        /** It is there, and its value passes {@code test}. */
        public Constraint satisfies(Predicate<Object> test) {
            return satisfies(Object.class, test);
        }

        /** It is there, of type {@code type}, and passes {@code test}. */
        public <T> Constraint satisfies(Class<T> type, Predicate<? super T> test) {
            return new Constraint(name + " satisfies a condition", null, message -> {
                Object value = message.attributes().get(name);
                return type.isInstance(value) && test.test(type.cast(value));
            });
        }
    }

    private static boolean same(Object one, Object other) {
        if (Numbers.isWhole(one) && Numbers.isWhole(other)) {
            return ((Number) one).longValue() == ((Number) other).longValue();
        }
        if (Numbers.isBroken(one) && Numbers.isBroken(other)) {
            return Double.compare(((Number) one).doubleValue(), ((Number) other).doubleValue()) == 0;
        }
        if (one instanceof List<?> list && other instanceof List<?> others) {
            return sameList(list, others);
        }
        if (one instanceof Map<?, ?> map && other instanceof Map<?, ?> others) {
            return map.size() == others.size()
                    && map.entrySet().stream().allMatch(entry -> same(entry.getValue(), others.get(entry.getKey())));
        }
        return Objects.deepEquals(one, other);
    }

    private static boolean sameList(List<?> one, List<?> other) {
        if (one.size() != other.size()) {
            return false;
        }
        Iterator<?> others = other.iterator();
        for (Object value : one) {
            if (!same(value, others.next())) {
                return false;
            }
        }
        return true;
    }

    /** The only source that messages meeting all of {@code constraints} can have, or null. */
    static UUID sourceOf(Constraint[] constraints) {
        return Arrays.stream(constraints)
                .map(Constraint::source)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }
}
