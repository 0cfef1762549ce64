package org.javampi.river.parallel;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Engines that have failed in one call, each with its cause. The message names four of them and counts the others; the
 * first failure is the cause.
 */
public class CompositeException extends EngineException {
    private static final long serialVersionUID = 1;
    private static final int PRINTED = 4;

    private final transient Map<Integer, Throwable> failures;

    /**
     * Failures of a call.
     *
     * @param failures by engine, in order
     * @param engines how many the call was for
     * @param what they are: {@code engine}, or {@code part} of a balanced call
     * @param names what people call each
     */
    CompositeException(Map<Integer, Throwable> failures, int engines, String what, Map<Integer, String> names) {
        super(text(failures, engines, what, names), failures.values().iterator().next());
        this.failures = Collections.unmodifiableMap(new LinkedHashMap<>(failures));
    }

    private static String text(Map<Integer, Throwable> failures, int engines, String what, Map<Integer, String> names) {
        StringBuilder text = new StringBuilder();
        text.append(failures.size()).append(" of ").append(engines).append(' ').append(what);
        text.append(engines == 1 ? "" : "s");
        text.append(failures.size() == 1 ? " has failed:" : " have failed:");
        int printed = 0;
        for (Map.Entry<Integer, Throwable> one : failures.entrySet()) {
            if (printed == PRINTED) {
                text.append("\n  and ").append(failures.size() - PRINTED).append(" more");
                break;
            }
            text.append("\n  [").append(one.getKey()).append("] ");
            text.append(cause(names.get(one.getKey()), one.getValue()));
            printed++;
        }
        return text.toString();
    }

    private static String cause(String name, Throwable thrown) {
        String text = thrown instanceof EngineException ? thrown.getMessage() : thrown.toString();
        return text.startsWith(name + " ") ? text : name + ": " + text;
    }

    /** The failures by number of the engine. */
    public Map<Integer, Throwable> failures() {
        return failures;
    }
}
