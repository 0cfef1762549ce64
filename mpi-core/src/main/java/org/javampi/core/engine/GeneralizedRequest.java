package org.javampi.core.engine;

/** An operation that the program carries out itself (MPI-4.1 §13.2): over when the program says so. */
public final class GeneralizedRequest extends Request {
    private static final long serialVersionUID = 1L;

    /** One that is under way. */
    public GeneralizedRequest() {
        markActive();
    }
}
