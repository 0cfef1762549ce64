package org.javampi.river.parallel;

/** Source that does not compile: nothing was run. */
public class SourceException extends RuntimeException {
    private static final long serialVersionUID = 1;

    /** Says what is wrong, and where. */
    public SourceException(String m) {
        super(m);
    }
}
