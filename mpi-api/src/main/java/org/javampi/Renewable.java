package org.javampi;

/** A binding of a rank that can begin again after MPI_Finalize, which the standard does not allow: see {@link Attachment#renew}. */
public interface Renewable {
    /**
     * A binding of the same rank that has not begun yet.
     *
     * @throws IllegalStateException when MPI has not ended here
     */
    Binding renewed();
}
