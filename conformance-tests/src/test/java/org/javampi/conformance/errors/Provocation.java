package org.javampi.conformance.errors;

import java.util.Arrays;
import java.util.Map;
import java.util.function.Consumer;

/**
 * One way to make a call fail: what is spoilt in arguments that are valid otherwise.
 *
 * @param what for messages
 * @param spoilt the argument that a form must have to be provoked like this; null for any form
 * @param spoil changes the arguments
 * @param after cleans up behind the failed call
 * @param isLate whether the call fails in the end only, after effects
 */
record Provocation(
        String what,
        String spoilt,
        Consumer<Map<String, Object>> spoil,
        Consumer<Map<String, Object>> after,
        boolean isLate) {
    /** {@code value} as the argument {@code name}. */
    static Provocation of(String name, Object value) {
        return of(name, value, arguments -> {});
    }

    /** {@code value} as the argument {@code name}, and further changes. */
    static Provocation of(String name, Object value, Consumer<Map<String, Object>> more) {
        return new Provocation(
                name + " = " + text(value),
                name,
                arguments -> {
                    more.accept(arguments);
                    arguments.put(name, value);
                },
                arguments -> {},
                false);
    }

    /** Whatever {@code spoil} does. */
    static Provocation of(String what, Consumer<Map<String, Object>> spoil, Consumer<Map<String, Object>> after) {
        return new Provocation(what, null, spoil, after, false);
    }

    /** Whatever {@code spoil} does, which the call finds out at its end. */
    static Provocation late(String what, Consumer<Map<String, Object>> spoil, Consumer<Map<String, Object>> after) {
        return new Provocation(what, null, spoil, after, true);
    }

    private static String text(Object value) {
        String listed = Arrays.deepToString(new Object[] {value});
        return listed.substring(1, listed.length() - 1);
    }
}
