package org.javampi.core.image;

import java.lang.reflect.Array;
import java.lang.reflect.Field;
import java.lang.reflect.InaccessibleObjectException;
import java.lang.reflect.Modifier;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Gives an object that a program has made anew the state of the one that was saved, and its place
 * in the graph.
 */
public final class Refill {
    private Refill() {}

    /**
     * Takes from an object what {@link #copy} will replace, so that it is not in memory beside what is read for it. An
     * object that cannot be filled stays as it is.
     */
    public static void clear(Object given) {
        if (given instanceof Object[] array) {
            Arrays.fill(array, null);
        } else if (given instanceof Collection<?> collection) {
            collection.clear();
        } else if (given instanceof Map<?, ?> map) {
            map.clear();
        } else if (isFillable(given.getClass())) {
            clearFields(given);
        }
    }

    private static void clearFields(Object given) {
        for (Field field : fields(given.getClass())) {
            if (!field.getType().isPrimitive() && field.trySetAccessible()) {
                try {
                    field.set(given, null);
                } catch (IllegalAccessException e) {
                    throw new IllegalStateException(field + " was made accessible", e);
                }
            }
        }
    }

    private static boolean isFillable(Class<?> type) {
        return !type.isArray()
                && !type.isRecord()
                && !type.isEnum()
                && !type.isHidden()
                && !type.getName().startsWith("java.lang.");
    }

    /** Those that are saved. */
    private static List<Field> fields(Class<?> type) {
        List<Field> fields = new ArrayList<>();
        for (Class<?> c = type; c != Object.class; c = c.getSuperclass()) {
            for (Field field : c.getDeclaredFields()) {
                int modifiers = field.getModifiers();
                if (!Modifier.isStatic(modifiers) && !Modifier.isTransient(modifiers)) {
                    fields.add(field);
                }
            }
        }
        return fields;
    }

    /**
     * Copies the fields, elements or entries of {@code saved} to {@code given}.
     *
     * @throws IllegalArgumentException when they are not of the same kind, or cannot be filled
     */
    public static void copy(String name, Object saved, Object given) {
        Class<?> type = given.getClass();
        if (saved.getClass() != type) {
            throw new IllegalArgumentException(name
                    + " is a "
                    + type.getTypeName()
                    + ", but the checkpoint has a "
                    + saved.getClass().getTypeName()
                    + " under this name");
        }
        if (type.isArray()) {
            int length = Array.getLength(saved);
            if (Array.getLength(given) != length) {
                throw new IllegalArgumentException(
                        name + " has " + Array.getLength(given) + " elements, the array in the checkpoint " + length);
            }
            System.arraycopy(saved, 0, given, 0, length);
        } else if (given instanceof Collection<?> collection) {
            copyElements((Collection<?>) saved, collection);
        } else if (given instanceof Map<?, ?> map) {
            copyEntries((Map<?, ?>) saved, map);
        } else {
            copyFields(name, saved, given);
        }
    }

    @SuppressWarnings("unchecked")
    private static void copyElements(Collection<?> saved, Collection<?> given) {
        given.clear();
        ((Collection<Object>) given).addAll(saved);
    }

    @SuppressWarnings("unchecked")
    private static void copyEntries(Map<?, ?> saved, Map<?, ?> given) {
        given.clear();
        ((Map<Object, Object>) given).putAll(saved);
    }

    private static void copyFields(String name, Object saved, Object given) {
        Class<?> type = given.getClass();
        if (!isFillable(type)) {
            throw new IllegalArgumentException(name
                    + " is a "
                    + type.getTypeName()
                    + ", which cannot be filled: put it into a field of an object of your"
                    + " own and register that");
        }
        for (Field field : fields(type)) {
            set(name, field, saved, given);
        }
    }

    private static void set(String name, Field field, Object saved, Object given) {
        try {
            field.setAccessible(true);
            Object value = field.get(saved);
            // Those that point back at the object itself point at the new one.
            field.set(given, value == saved ? given : value);
        } catch (IllegalAccessException | InaccessibleObjectException e) {
            throw new IllegalArgumentException(
                    name
                            + "."
                            + field.getName()
                            + " cannot be filled ("
                            + e.getMessage()
                            + "): register an object of a class of your own",
                    e);
        }
    }

    /** All references in {@code graph} to {@code saved} become references to {@code given}. */
    public static void substitute(Object graph, Object saved, Object given) {
        Set<Object> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        ArrayDeque<Object> open = new ArrayDeque<>();
        visit(graph, seen, open);
        while (!open.isEmpty()) {
            Object object = open.poll();
            if (object instanceof Object[] array) {
                for (int i = 0; i < array.length; i++) {
                    if (array[i] == saved) {
                        array[i] = given;
                    }
                    visit(array[i], seen, open);
                }
            } else {
                substituteFields(object, saved, given, seen, open);
            }
        }
    }

    private static void substituteFields(
            Object object, Object saved, Object given, Set<Object> seen, ArrayDeque<Object> open) {
        for (Class<?> c = object.getClass(); c != null; c = c.getSuperclass()) {
            for (Field field : c.getDeclaredFields()) {
                if (field.getType().isPrimitive()
                        || Modifier.isStatic(field.getModifiers())
                        || !field.trySetAccessible()) {
                    continue;
                }
                try {
                    Object value = field.get(object);
                    if (value == saved) {
                        field.set(object, given);
                        value = given;
                    }
                    visit(value, seen, open);
                } catch (IllegalAccessException e) {
                    throw new IllegalStateException(field + " was made accessible", e);
                }
            }
        }
    }

    /** Objects of the program's own classes, and arrays of objects; the JDK's are closed. */
    private static void visit(Object object, Set<Object> seen, ArrayDeque<Object> open) {
        if (object == null) {
            return;
        }
        Class<?> type = object.getClass();
        boolean inside = type.isArray()
                ? !type.getComponentType().isPrimitive()
                : !type.getName().startsWith("java.")
                        && !type.getName().startsWith("org.javampi.core.")
                        && !type.isRecord()
                        && !type.isHidden();
        if (inside && seen.add(object)) {
            open.add(object);
        }
    }
}
