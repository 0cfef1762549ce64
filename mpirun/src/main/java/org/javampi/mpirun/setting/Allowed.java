package org.javampi.mpirun.setting;

import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;

/**
 * The values that a setting may have.
 *
 * @param words what they are, to go behind "give"; empty if anything goes
 * @param test whether a value is one of them
 */
public record Allowed(String words, Predicate<String> test) {
    /** More digits than any setting has, and few enough for a {@code long}. */
    private static final int MOST_DIGITS = 18;

    /** Whatever is written. */
    static final Allowed ANYTHING = new Allowed("", text -> true);

    /** On or off. */
    static final Allowed FLAG = oneOf("true", "false");

    /** A whole number of {@code unit} in limits that belong to it. */
    static Allowed number(String unit, long least, long most) {
        return new Allowed(
                "a number of " + unit + " from " + least + " to " + most, text -> isWithin(text, least, most));
    }

    /** A power of two in limits that belong to it. */
    static Allowed powerOfTwo(String unit, long least, long most) {
        return new Allowed(
                "a power of two from " + least + " to " + most + " " + unit,
                text -> isWithin(text, least, most) && Long.bitCount(Long.parseLong(text)) == 1);
    }

    /** One of some words. */
    static Allowed oneOf(String... names) {
        return new Allowed(String.join(" or ", names), List.of(names)::contains);
    }

    /** Some of some words, with commas between. */
    static Allowed someOf(String... names) {
        return new Allowed(String.join(", ", names) + " or " + String.join(",", names), text -> List.of(names)
                .containsAll(Arrays.asList(text.split(",", -1))));
    }

    private static boolean isWithin(String text, long least, long most) {
        return isNumber(text) && Long.parseLong(text) >= least && Long.parseLong(text) <= most;
    }

    private static boolean isNumber(String text) {
        boolean digits = !text.isEmpty() && text.length() <= MOST_DIGITS;
        for (int i = 0; i < text.length(); i++) {
            digits &= text.charAt(i) >= '0' && text.charAt(i) <= '9';
        }
        return digits;
    }
}
