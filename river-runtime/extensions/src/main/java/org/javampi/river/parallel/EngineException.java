package org.javampi.river.parallel;

/** An engine could not do what it was to do: it is gone, or time was over. The message names it. */
public class EngineException extends RuntimeException {
    private static final long serialVersionUID = 1;

    /** Says which engine and why. */
    public EngineException(String m) {
        super(m);
    }

    /** Says which engine and why. */
    public EngineException(String m, Throwable cause) {
        super(m, cause);
    }
}
