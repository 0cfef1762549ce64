package org.javampi.river.parallel.engine;

import java.io.Serializable;

/**
 * What a snippet has come to at one engine.
 *
 * @param value as JShell shows it; null for none
 * @param exception class of what it has thrown; null when it has thrown nothing
 * @param message of what it has thrown
 * @param stack of what it has thrown
 * @param stopped whether it was stopped
 */
public record SnippetOutcome(String value, String exception, String message, StackTraceElement[] stack, boolean stopped)
        implements Serializable {
    /** It has returned. */
    static SnippetOutcome value(String value) {
        return new SnippetOutcome(value, null, null, new StackTraceElement[0], false);
    }

    /** Whether it has returned. */
    public boolean isWell() {
        return exception == null && !stopped;
    }
}
