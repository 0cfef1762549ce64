package org.javampi.river.trickle;

import java.util.List;

/**
 * Calls have failed: the message lists them all, each with task, VM and what it has thrown; the cause is the first one's
 * and has the stack on the VM.
 */
public final class TrickleException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** More than that nobody reads. */
    private static final int MOST_LISTED = 50;

    private final transient List<? extends RuntimeException> failures;

    TrickleException(int calls, List<? extends RuntimeException> failures) {
        super(
                text(calls, failures),
                failures.get(0).getCause() != null ? failures.get(0).getCause() : failures.get(0));
        this.failures = List.copyOf(failures);
        // The first one's stack is the cause's.
        failures.subList(1, failures.size()).forEach(this::addSuppressed);
    }

    private static String text(int calls, List<? extends RuntimeException> failures) {
        StringBuilder text = new StringBuilder();
        text.append(failures.size()).append(" of ").append(calls).append(calls == 1 ? " call" : " calls");
        text.append(failures.size() == 1 ? " has failed:" : " have failed:");
        failures.stream().limit(MOST_LISTED).forEach(failure -> text.append("\n  ")
                .append(failure.getMessage()));
        if (failures.size() > MOST_LISTED) {
            text.append("\n  and ").append(failures.size() - MOST_LISTED).append(" more: see failures()");
        }
        return text.toString();
    }

    /** Each failure, in the order of the calls. */
    public List<? extends RuntimeException> failures() {
        return failures;
    }
}
