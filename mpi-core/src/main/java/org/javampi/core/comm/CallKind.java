package org.javampi.core.comm;

import org.javampi.core.engine.CallCode;
import org.javampi.core.reduce.Operations;
import org.javampi.core.spi.collective.Collective;

/**
 * What the ranks of a communicator call together: a collective, or a function of the library that uses collectives.
 * Calls of different kinds never match, and errors name the function that the program has called.
 */
public enum CallKind {
    // Those of algorithms come first, in the order of their enumeration.
    BARRIER("MPI_Barrier"),
    BCAST("MPI_Bcast"),
    GATHER("MPI_Gather"),
    SCATTER("MPI_Scatter"),
    ALLGATHER("MPI_Allgather"),
    ALLTOALL("MPI_Alltoall"),
    REDUCE("MPI_Reduce"),
    ALLREDUCE("MPI_Allreduce"),
    REDUCE_SCATTER("MPI_Reduce_scatter"),
    SCAN("MPI_Scan"),
    EXSCAN("MPI_Exscan"),
    ALLTOALLW("MPI_Alltoallw"),
    NEIGHBOURS("MPI_Neighbor_alltoall"),
    COMM_DUP("MPI_Comm_dup"),
    COMM_CREATE("MPI_Comm_create"),
    COMM_SPLIT("MPI_Comm_split"),
    COMM_SPLIT_TYPE("MPI_Comm_split_type"),
    CART_CREATE("MPI_Cart_create"),
    CART_SUB("MPI_Cart_sub"),
    GRAPH_CREATE("MPI_Graph_create"),
    INTERCOMM_CREATE("MPI_Intercomm_create"),
    INTERCOMM_MERGE("MPI_Intercomm_merge"),
    FINALIZE("MPI_Finalize");

    private static final CallKind[] ALL = values();

    private final String function;

    CallKind(String function) {
        this.function = function;
    }

    /** The kind of a program's own call. */
    static CallKind of(Collective collective) {
        return ALL[collective.ordinal()];
    }

    /** What the program has called. */
    public String function() {
        return function;
    }

    /** The function of a call as a ledger keeps it. */
    static String function(long what) {
        CallKind kind = ALL[Math.min(CallCode.kind(what), ALL.length - 1)];
        String name = kind.function;
        if (CallCode.isVariant(what)) {
            name += kind == REDUCE_SCATTER ? "_block" : "v";
        }
        if (CallCode.isPrepared(what)) {
            return name + "_init";
        }
        return CallCode.isLater(what) ? "MPI_I" + name.substring(4).toLowerCase(java.util.Locale.ROOT) : name;
    }

    /** A call with all that it names, for errors. */
    static String describe(long what, long length) {
        String text = function(what);
        if (CallCode.kind(what) > EXSCAN.ordinal()) {
            // What the library does inside is not the program's.
            return text;
        }
        int root = CallCode.root(what);
        int operation = CallCode.operation(what);
        String named = root < 0 ? "" : "root " + root;
        if (operation != 0) {
            named += (named.isEmpty() ? "" : ", ") + Operations.name(operation);
        }
        if (length >= 0 && CallCode.kind(what) != BARRIER.ordinal()) {
            named += (named.isEmpty() ? "" : ", ") + length + " bytes";
        }
        return named.isEmpty() ? text : text + " (" + named + ")";
    }
}
