package org.javampi.river.parallel;

import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.List;

/** Arrays and lists in contiguous parts, the first ones longer by one where it does not divide, and whole again. */
final class Parts {
    private Parts() {}

    /** Where a part begins; that of {@code part + 1} is its end. */
    static int start(int part, int parts, int length) {
        return part * (length / parts) + Math.min(part, length % parts);
    }

    /** How long an array or a list is. */
    static int length(Object whole) {
        if (whole instanceof List<?> list) {
            return list.size();
        }
        if (whole == null || !whole.getClass().isArray()) {
            throw new IllegalArgumentException("an array or a list can be dealt to engines, not "
                    + (whole == null ? "null" : "a " + whole.getClass().getName()));
        }
        return Array.getLength(whole);
    }

    /** A part of an array, as an array of its type, or of a list. */
    static Object part(Object whole, int part, int parts) {
        int length = length(whole);
        int from = start(part, parts, length);
        int to = start(part + 1, parts, length);
        if (whole instanceof List<?> list) {
            return new ArrayList<>(list.subList(from, to));
        }
        Object copy = Array.newInstance(whole.getClass().getComponentType(), to - from);
        System.arraycopy(whole, from, copy, 0, to - from);
        return copy;
    }

    /** The parts as one: arrays of one type as an array, lists as a list, else the parts themselves. */
    static Object whole(List<Object> parts) {
        Object first = parts.isEmpty() ? null : parts.get(0);
        if (first instanceof List<?> && parts.stream().allMatch(List.class::isInstance)) {
            List<Object> all = new ArrayList<>();
            parts.forEach(part -> all.addAll((List<?>) part));
            return all;
        }
        if (first != null
                && first.getClass().isArray()
                && parts.stream().allMatch(part -> part != null && part.getClass() == first.getClass())) {
            int length = parts.stream().mapToInt(Array::getLength).sum();
            Object all = Array.newInstance(first.getClass().getComponentType(), length);
            int at = 0;
            for (Object part : parts) {
                System.arraycopy(part, 0, all, at, Array.getLength(part));
                at += Array.getLength(part);
            }
            return all;
        }
        return new ArrayList<>(parts);
    }
}
