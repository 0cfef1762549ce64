package org.javampi.job.vm;

/**
 * There is no program to run. Its message is all that is printed: a stack would show this runtime
 * and nothing of the user's.
 */
final class NoProgramException extends Exception {
    private static final long serialVersionUID = 1L;

    /** A message that says what is missing and what to do. */
    NoProgramException(String message) {
        super(message, null, false, false);
    }

    @Override
    public String toString() {
        return getMessage();
    }
}
