package org.javampi.core.image;

/** The program, its JVM or the options of this life are not those of the life that was saved. The message says what differs. */
public final class OtherProgramException extends RuntimeException {
    private static final long serialVersionUID = 1;

    /** With what differs, and what to do about it. */
    public OtherProgramException(String message) {
        super(message);
    }
}
