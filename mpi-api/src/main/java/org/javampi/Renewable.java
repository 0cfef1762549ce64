package org.javampi;

/** A binding of a rank that can begin again after MPI_Finalize, which the standard does not allow: see {@link Attachment#renew}. */
public interface Renewable {
    /**
     * A binding of the same rank that has not begun yet.
     *
     * @throws IllegalStateException when MPI has not ended here
     */
    Binding renewed();

    /**
     * MPI_Finalize will end the calls in which other threads wait, with an error, where it would refuse to end MPI. For
     * package {@code mpi}: some of its programs end while a thread of theirs still receives.
     */
    void endWaitersWhenLeaving();
}
