package org.javampi.junit;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import org.opentest4j.AssertionFailedError;
import org.opentest4j.TestAbortedException;

/**
 * What a rank threw, in a form that leaves its process and its class loader.
 *
 * @param isPlain whether its message says all: of an expectation that has failed, or of MPI
 * @param isAborted whether an assumption of the test does not hold
 * @param isUnwound whether MPI ended the rank because another one failed
 */
record RankThrowable(
        String type,
        String message,
        List<StackTraceElement> frames,
        RankThrowable cause,
        String expected,
        String actual,
        boolean isPlain,
        boolean isAborted,
        boolean isUnwound)
        implements Serializable {
    private static final String UNWOUND = "the job has ended";
    private static final String ENGINE = "org.javampi.core.";
    private static final String CALLER = "org.javampi.junit.rank.RankBody";
    private static final List<String> INSIDE =
            List.of(ENGINE, "org.javampi.Tool", "org.javampi.junit.rank.SendLog", "org.junit.jupiter.api.");

    static RankThrowable of(Throwable thrown) {
        String expected = null;
        String actual = null;
        if (thrown instanceof AssertionFailedError failed && failed.isExpectedDefined() && failed.isActualDefined()) {
            expected = failed.getExpected().getStringRepresentation();
            actual = failed.getActual().getStringRepresentation();
        }
        return new RankThrowable(
                thrown.getClass().getName(),
                thrown.getMessage(),
                programsFrames(thrown.getStackTrace()),
                thrown.getCause() == null || thrown.getCause() == thrown ? null : of(thrown.getCause()),
                expected,
                actual,
                thrown instanceof AssertionError || thrown.getClass().getName().startsWith(ENGINE),
                thrown instanceof TestAbortedException,
                isUnwound(thrown));
    }

    private static boolean isUnwound(Throwable thrown) {
        for (Throwable t = thrown; t != null; t = t.getCause()) {
            if (t.getMessage() != null && t.getMessage().contains(UNWOUND)) {
                return true;
            }
        }
        return false;
    }

    /** Those of the test and what it calls: neither what calls the test, nor the inside of MPI. */
    private static List<StackTraceElement> programsFrames(StackTraceElement[] frames) {
        List<StackTraceElement> kept = new ArrayList<>();
        for (StackTraceElement frame : frames) {
            if (frame.getClassName().startsWith(CALLER)) {
                break;
            }
            if (INSIDE.stream().noneMatch(frame.getClassName()::startsWith)) {
                kept.add(frame);
            }
        }
        while (!kept.isEmpty() && kept.get(kept.size() - 1).getClassName().matches("(java|jdk)\\..*reflect.*")) {
            kept.remove(kept.size() - 1);
        }
        return kept;
    }

    /** Class and message, then one line for each frame of the test or program. */
    String text() {
        StringBuilder text = new StringBuilder(heading());
        for (StackTraceElement frame : frames) {
            text.append("\n\tat ").append(frame);
        }
        return cause == null ? text.toString() : text + "\ncaused by " + cause.text();
    }

    /** Class and message, or only the message. */
    String heading() {
        return isPlain && message != null ? message : message == null ? type : type + ": " + message;
    }
}
