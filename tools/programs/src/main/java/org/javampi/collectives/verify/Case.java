package org.javampi.collectives.verify;

import static org.javampi.MPI.MPI_Comm_rank;

import org.javampi.MPI_Comm;

/** What the cases of a verification have in common: their ranks, their inputs, how they fail. */
class Case {
    final MPI_Comm comm;
    final Reference reference;
    final int rank;
    final int size;

    /** The form of the calls. */
    Calls calls = Calls.BLOCKING;

    Case(MPI_Comm comm, Reference reference) {
        this.comm = comm;
        this.reference = reference;
        rank = MPI_Comm_rank(comm);
        size = reference.size();
    }

    final IllegalStateException differs(String what, int element, String found) {
        return new IllegalStateException(what
                + ", rank "
                + rank
                + " of "
                + size
                + ", seed "
                + reference.seed()
                + ": element "
                + element
                + " is "
                + found
                + ", not what the naive reference has");
    }
}
