package org.javampi.river.rai;

/**
 * A remote call has thrown something whose class is not known here, or that the called method does not declare; or it was
 * refused. What has thrown there is the cause, with its stack there.
 */
public class RemoteException extends RuntimeException {
    private static final long serialVersionUID = 1;

    /** A failure with its text. */
    public RemoteException(String m) {
        super(m);
    }

    RemoteException(String m, Throwable cause) {
        super(m, cause);
    }
}
