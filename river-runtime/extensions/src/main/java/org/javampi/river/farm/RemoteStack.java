package org.javampi.river.farm;

/** Stands for an exception of a VM whose class is not known here, or which cannot travel: its text and stack as text. */
public final class RemoteStack extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** What {@code Throwable.printStackTrace} has printed there. */
    RemoteStack(String printed) {
        super(printed);
    }

    @Override
    public synchronized Throwable fillInStackTrace() {
        // The stack is in the text.
        return this;
    }
}
