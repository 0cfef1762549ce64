package org.javampi.checkpoint.viewer;

import java.lang.reflect.Array;
import java.util.StringJoiner;

/**
 * One primitive array of a checkpoint.
 *
 * @param type of the elements, such as {@code double}
 * @param hash SHA-256 of the elements as they are stored, in hexadecimal digits
 * @param content its first elements, or all of them: an array of that type
 */
public record SavedArray(String type, int length, String hash, Object content) {
    private static final int SHOWN = 4;
    private static final int HASH_DIGITS = 8;

    /** Whether all elements are at hand. */
    boolean isWhole() {
        return Array.getLength(content) == length;
    }

    /** An element that is at hand. */
    Object element(int index) {
        return Array.get(content, index);
    }

    /** Type, length, first elements and hash. */
    @Override
    public String toString() {
        StringJoiner first = new StringJoiner(", ", " {", length > SHOWN ? ", ...}" : "}");
        for (int i = 0; i < Math.min(SHOWN, length); i++) {
            first.add(Leaves.of(element(i)));
        }
        return type + "[" + length + "]" + first + " #" + hash.substring(0, HASH_DIGITS);
    }
}
