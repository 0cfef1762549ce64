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

    private MPIX() {}
}
