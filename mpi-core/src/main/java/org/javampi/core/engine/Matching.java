package org.javampi.core.engine;

/** The rule by which a receive takes a message (MPI-1.1 §3.2.4), within one context. */
final class Matching {
    /** Wildcard for a source or a tag: MPI_ANY_SOURCE, MPI_ANY_TAG. */
    static final int ANY = -1;

    private Matching() {}

    static boolean accepts(int wantedSource, int wantedTag, int source, int tag) {
        return (wantedSource == source || wantedSource == ANY) && (wantedTag == tag || wantedTag == ANY);
    }
}
