package org.javampi.continuations.objects;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;

/** The fields of a class that an image has, in one order: those of its objects, or its statics. */
final class FieldLayout {
    /**
     * A field in memory.
     *
     * @param base what its offset counts from; null for a field of an object
     * @param bytes its size; 0 for a reference
     */
    record Slot(String name, Object base, long offset, int bytes) {}

    private final List<Slot> slots;

    private FieldLayout(List<Slot> slots) {
        this.slots = slots;
    }

    /** Of the objects of a class, its superclass's first. */
    static FieldLayout ofObjects(Class<?> type, Predicate<Field> left) {
        List<Slot> slots = new ArrayList<>();
        if (type.getSuperclass() != null) {
            slots.addAll(ofObjects(type.getSuperclass(), left).slots);
        }
        for (Field field : sorted(type)) {
            if (!Modifier.isStatic(field.getModifiers()) && !left.test(field)) {
                slots.add(new Slot(field.getName(), null, RawMemory.open().offsetOf(field), bytes(field.getType())));
            }
        }
        return new FieldLayout(slots);
    }

    /** The statics of a class itself, but for constants, which are in its class file. */
    static FieldLayout ofStatics(Class<?> type) {
        List<Slot> slots = new ArrayList<>();
        for (Field field : sorted(type)) {
            if (Modifier.isStatic(field.getModifiers())) {
                RawMemory memory = RawMemory.open();
                slots.add(new Slot(
                        field.getName(),
                        memory.staticBaseOf(field),
                        memory.staticOffsetOf(field),
                        bytes(field.getType())));
            }
        }
        return new FieldLayout(slots);
    }

    List<Slot> slots() {
        return slots;
    }

    private static List<Field> sorted(Class<?> type) {
        List<Field> fields = new ArrayList<>(List.of(type.getDeclaredFields()));
        fields.sort(Comparator.comparing(Field::getName));
        return fields;
    }

    private static int bytes(Class<?> type) {
        if (!type.isPrimitive()) {
            return 0;
        }
        if (type == long.class || type == double.class) {
            return Long.BYTES;
        }
        if (type == int.class || type == float.class) {
            return Integer.BYTES;
        }
        return type == short.class || type == char.class ? Short.BYTES : 1;
    }
}
