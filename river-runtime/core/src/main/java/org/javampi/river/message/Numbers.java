package org.javampi.river.message;

/** When values of different numeric types are the same. */
final class Numbers {
    private Numbers() {}

    static boolean isWhole(Object value) {
        return value instanceof Long || value instanceof Integer || value instanceof Short || value instanceof Byte;
    }

    static boolean isBroken(Object value) {
        return value instanceof Double || value instanceof Float;
    }
}
