package org.javampi.core.image;

import java.io.Externalizable;
import java.io.Serializable;
import java.lang.reflect.Array;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Set;
import org.javampi.Predefined;

/** Finds where in a program's objects the one is that cannot be saved. */
public final class UnserializableObject {
    private final ArrayDeque<Place> open = new ArrayDeque<>();
    private final Set<Object> seen = Collections.newSetFromMap(new IdentityHashMap<>());

    private record Place(String path, Object object) {}

    private UnserializableObject() {}

    /**
     * Path of the first object below {@code roots} that is not Serializable, as a program writes
     * it: {@code heat.solver.lock}; null when none is found.
     */
    public static String find(Map<String, ?> roots) {
        UnserializableObject search = new UnserializableObject();
        roots.forEach(search::visit);
        while (!search.open.isEmpty()) {
            Place place = search.open.poll();
            Object object = place.object;
            if (!(object instanceof Serializable)) {
                return place.path + ": " + object.getClass().getName() + " is not Serializable";
            }
            search.descend(place.path, object);
        }
        return null;
    }

    private void visit(String path, Object object) {
        if (object == null
                || object instanceof ByteBuffer
                || object.getClass().getName().startsWith("org.javampi.core.")
                || object.getClass().getEnclosingClass() == Predefined.class
                || !seen.add(object)) {
            return;
        }
        open.add(new Place(path, object));
    }

    private void descend(String path, Object object) {
        Class<?> type = object.getClass();
        if (type.isArray()) {
            if (!type.getComponentType().isPrimitive()) {
                for (int i = 0; i < Array.getLength(object); i++) {
                    visit(path + "[" + i + "]", Array.get(object, i));
                }
            }
        } else if (object instanceof Collection<?> collection) {
            int i = 0;
            for (Object element : collection) {
                visit(path + "[" + i++ + "]", element);
            }
        } else if (object instanceof Map<?, ?> map) {
            map.forEach((key, value) -> {
                visit(path + ".key", key);
                visit(path + "[" + key + "]", value);
            });
        } else if (!type.getName().startsWith("java.") && !type.isEnum() && !(object instanceof Externalizable)) {
            descendFields(path, object, type);
        }
    }

    private void descendFields(String path, Object object, Class<?> type) {
        for (Class<?> c = type; c != null && c != Object.class; c = c.getSuperclass()) {
            for (Field field : c.getDeclaredFields()) {
                int modifiers = field.getModifiers();
                if (!Modifier.isStatic(modifiers)
                        && !Modifier.isTransient(modifiers)
                        && !field.getType().isPrimitive()
                        && field.trySetAccessible()) {
                    try {
                        visit(path + "." + field.getName(), field.get(object));
                    } catch (IllegalAccessException e) {
                        throw new IllegalStateException(field + " was made accessible", e);
                    }
                }
            }
        }
    }
}
