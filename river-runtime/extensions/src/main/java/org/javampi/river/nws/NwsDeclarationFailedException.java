package org.javampi.river.nws;

/** The variable has another mode already. */
public class NwsDeclarationFailedException extends NwsException {
    private static final long serialVersionUID = 1;

    /** Says which variable, and both modes. */
    public NwsDeclarationFailedException(String m) {
        super(m);
    }
}
