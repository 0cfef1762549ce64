package org.javampi;

/** What javampi offers beyond the standard: {@code import static org.javampi.MPIX.*}. */
public final class MPIX {
    /**
     * Key of the attribute that chooses a communicator's collective algorithms. {@link
     * MPI#MPI_Attr_put} takes a String of rules as in {@code javampirun --coll}, or an algorithm of
     * the program's own (an object of {@code org.javampi.core.spi.collective.Algorithm}). All ranks
     * must put the same, between collectives; later values go before earlier ones and before the
     * launcher's; MPI_Comm_dup copies them; MPI_Attr_delete goes back to the launcher's rules.
     */
    public static final int MPIX_COLLECTIVE_ALGORITHMS = 8;

    /** For {@link #MPIX_Comm_restrict}: no communication at all. */
    public static final int MPIX_NONE = 0;

    /** For {@link #MPIX_Comm_restrict}: collectives, and no messages between two ranks. */
    public static final int MPIX_COLLECTIVE_ONLY = 1;

    /** For {@link #MPIX_Comm_restrict}: messages between two ranks, and no collectives. */
    public static final int MPIX_POINT_TO_POINT_ONLY = 2;

    /** For {@link #MPIX_Comm_restrict}: everything, as at first. */
    public static final int MPIX_ALL = 3;

    private MPIX() {}

    /**
     * Says which communication this rank may begin on a communicator from now on. A call that is not allowed throws an
     * {@link MPIException} at once, whatever the communicator's error handler is, and has no effect. So a part of a
     * program that must not communicate is found by its first attempt, not by a deadlock.
     *
     * <p>Local: other ranks are not asked. What was begun before is completed as ever, by MPI_Wait for example.
     * Communicators that are made of this one get the same restriction. MPI_Comm_free and MPI_Finalize are always
     * allowed.
     *
     * @param allowed {@link #MPIX_NONE}, {@link #MPIX_COLLECTIVE_ONLY}, {@link #MPIX_POINT_TO_POINT_ONLY} or {@link
     *     #MPIX_ALL}
     * @return an error code: MPI_ERR_ARG for any other value
     */
    public static int MPIX_Comm_restrict(MPI_Comm comm, int allowed) {
        return Attachment.top().MPIX_Comm_restrict(comm, allowed);
    }

    /**
     * For tools: what the last blocking collective of this rank on a communicator did inside. The first call for a
     * communicator returns null, and from then on its collectives are recorded; without it that costs nothing. Local.
     *
     * @return null before the first recorded collective, and for an inter-communicator or an invalid one
     */
    public static CollectiveSteps MPIX_Comm_collective_steps(MPI_Comm comm) {
        return Attachment.top().MPIX_Comm_collective_steps(comm);
    }

    /**
     * For tools: what a collective that does not block, or is persistent, did inside when it was last started. Kept for
     * collectives that begin, or are prepared, after {@link #MPIX_Comm_collective_steps} was called for their
     * communicator. The handle may be stale: keep a copy before the request is completed. Local.
     *
     * @return null while it is active, for another request, and where it is not kept
     */
    public static CollectiveSteps MPIX_Request_collective_steps(MPI_Request request) {
        return Attachment.top().MPIX_Request_collective_steps(request);
    }
}
