package org.javampi.checkpoint.viewer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.fail;

import java.lang.reflect.Array;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.Map;

/** Compares a living graph of the test's own classes with what has been parsed of it. */
final class Compared {
    private record Pair(Object living, Node parsed) {}

    private final Map<Object, Node> met = new IdentityHashMap<>();
    private final Deque<Pair> open = new ArrayDeque<>();

    static void same(Object living, Node parsed) throws IllegalAccessException {
        Compared compared = new Compared();
        compared.open.add(new Pair(living, parsed));
        while (!compared.open.isEmpty()) {
            Pair pair = compared.open.poll();
            compared.compare(pair.living, pair.parsed);
        }
    }

    private void compare(Object living, Node parsed) throws IllegalAccessException {
        if (living == null) {
            assertEquals(Node.Nothing.NULL, parsed);
        } else if (living instanceof String text) {
            assertEquals(text, ((Node.Text) parsed).text());
        } else if (living instanceof Enum<?> constant) {
            assertEquals(constant.name(), ((Node.Constant) parsed).name());
        } else if (met.containsKey(living)) {
            assertSame(met.get(living), parsed, "one object must stay one");
        } else if (living.getClass().isArray()) {
            met.put(living, parsed);
            Node.Sequence sequence = (Node.Sequence) parsed;
            assertEquals(living.getClass().getName(), sequence.type().name());
            assertEquals(Array.getLength(living), sequence.elements().size());
            boolean primitive = living.getClass().getComponentType().isPrimitive();
            for (int i = 0; i < Array.getLength(living); i++) {
                member(primitive, Array.get(living, i), sequence.elements().get(i));
            }
        } else {
            met.put(living, parsed);
            Node.Instance instance = (Node.Instance) parsed;
            assertEquals(living.getClass().getName(), instance.type().name());
            for (Class<?> c = living.getClass(); c != Object.class; c = c.getSuperclass()) {
                fields(c, living, instance);
            }
        }
    }

    private void fields(Class<?> type, Object living, Node.Instance instance) throws IllegalAccessException {
        for (Node.Part part : instance.parts()) {
            if (part.type().name().equals(type.getName())) {
                for (Field field : type.getDeclaredFields()) {
                    if (!Modifier.isStatic(field.getModifiers()) && !Modifier.isTransient(field.getModifiers())) {
                        field.setAccessible(true);
                        member(
                                field.getType().isPrimitive(),
                                field.get(living),
                                part.fields().get(field.getName()));
                    }
                }
                return;
            }
        }
        fail("no part of class " + type);
    }

    private void member(boolean primitive, Object living, Node parsed) {
        if (primitive) {
            assertEquals(living, ((Node.Primitive) parsed).value());
        } else {
            open.add(new Pair(living, parsed));
        }
    }
}
