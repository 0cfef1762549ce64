package org.javampi.core.record;

/** The program does not call what it called when it was recorded; the message says where and how. */
final class DivergedException extends Exception {
    private static final long serialVersionUID = 1L;

    DivergedException(String message) {
        super(message);
    }
}
