package org.javampi.core.comm;

import org.javampi.core.spi.collective.Collective;

/** What the messages of schedules call the collectives that they belong to. */
final class CallKinds {
    /** Each pair of ranks exchanges a block of its own. */
    static final int PIECES = 24;

    /** Neighbours of a topology exchange blocks. */
    static final int NEIGHBOURS = 25;

    /** Of a collective between two groups: this, and its ordinal. */
    static final int BETWEEN_GROUPS = 12;

    private CallKinds() {}

    /** The function of a kind, for errors. */
    static String name(int kind) {
        Collective[] all = Collective.values();
        return switch (kind) {
            case PIECES -> "MPI_Alltoallw";
            case NEIGHBOURS -> "a neighbourhood collective";
            default ->
                kind < BETWEEN_GROUPS
                        ? all[Math.min(kind, all.length - 1)].function()
                        : all[Math.min(kind - BETWEEN_GROUPS, all.length - 1)].function() + " between two groups";
        };
    }
}
