package org.javampi.trace;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What a call does, as far as a trace must know. */
enum CallKind {
    /** Sends one message: buffer, count, type, dest, tag, comm. */
    SEND("MPI_Send", "MPI_Bsend", "MPI_Ssend", "MPI_Rsend", "MPI_Isend", "MPI_Ibsend", "MPI_Issend", "MPI_Irsend"),
    /** Receives one: buffer, count, type, source, tag, comm, status. */
    RECEIVE("MPI_Recv"),
    /** Begins to receive one; a request is the last argument. */
    START_RECEIVE("MPI_Irecv"),
    /** Sends one and receives another. */
    EXCHANGE("MPI_Sendrecv", "MPI_Sendrecv_replace"),
    /** Begins to send one and to receive another; a request is the last argument. */
    START_EXCHANGE("MPI_Isendrecv", "MPI_Isendrecv_replace"),
    /** Makes a request that sends each time it is started. */
    PERSISTENT_SEND("MPI_Send_init", "MPI_Bsend_init", "MPI_Ssend_init", "MPI_Rsend_init"),
    /** Makes a request that receives each time it is started. */
    PERSISTENT_RECEIVE("MPI_Recv_init"),
    /** Starts persistent requests. */
    START("MPI_Start", "MPI_Startall"),
    /** Completes requests. */
    COMPLETE(
            "MPI_Wait",
            "MPI_Test",
            "MPI_Waitany",
            "MPI_Testany",
            "MPI_Waitall",
            "MPI_Testall",
            "MPI_Waitsome",
            "MPI_Testsome"),
    /** Waits for a message without receiving it. */
    PROBE("MPI_Probe", "MPI_Iprobe", "MPI_Mprobe", "MPI_Improbe"),
    /** Of all ranks of a communicator; no rank returns before all have come. */
    SYNCHRONIZING(
            "MPI_Barrier",
            "MPI_Allreduce",
            "MPI_Allgather",
            "MPI_Allgatherv",
            "MPI_Alltoall",
            "MPI_Alltoallv",
            "MPI_Alltoallw",
            "MPI_Reduce_scatter",
            "MPI_Reduce_scatter_block",
            "MPI_Comm_dup",
            "MPI_Comm_split",
            "MPI_Comm_create",
            "MPI_Comm_split_type",
            "MPI_Comm_dup_with_info",
            "MPI_Cart_create",
            "MPI_Cart_sub",
            "MPI_Graph_create",
            "MPI_Dist_graph_create",
            "MPI_Dist_graph_create_adjacent"),
    /** Of all ranks; all wait for the root. */
    FROM_ROOT("MPI_Bcast", "MPI_Scatter", "MPI_Scatterv"),
    /** Of all ranks; the root waits for all. */
    TO_ROOT("MPI_Reduce", "MPI_Gather", "MPI_Gatherv"),
    /** Of all ranks; each waits for those before it. */
    PREFIX("MPI_Scan", "MPI_Exscan"),
    /** Of all ranks of a communicator; each waits for its neighbours. */
    NEIGHBOURS(
            "MPI_Neighbor_allgather",
            "MPI_Neighbor_allgatherv",
            "MPI_Neighbor_alltoall",
            "MPI_Neighbor_alltoallv",
            "MPI_Neighbor_alltoallw"),
    /** Begins one of the collectives above; a request is the last argument. */
    START_COLLECTIVE("MPI_Comm_idup", "MPI_Comm_idup_with_info"),
    /** Makes a request of one of them, for MPI_Start. */
    PREPARE_COLLECTIVE(),
    /** Shown, and no more. */
    OTHER(
            "MPI_Mrecv",
            "MPI_Imrecv",
            "MPI_Psend_init",
            "MPI_Precv_init",
            "MPI_Pready",
            "MPI_Pready_range",
            "MPI_Pready_list",
            "MPI_Parrived",
            "MPI_Intercomm_create",
            "MPI_Intercomm_merge",
            "MPI_Init",
            "MPI_Init_thread",
            "MPI_Finalize");

    private static final String PREFIX_OF_NAMES = "MPI_";
    private static final Map<String, CallKind> OF_FUNCTION = new HashMap<>();
    private static final Map<String, CallKind> BLOCKING = new HashMap<>();

    static {
        for (CallKind kind : values()) {
            kind.functions.forEach(function -> OF_FUNCTION.put(function, kind));
        }
        for (CallKind kind : values()) {
            if (kind.isCollective()) {
                kind.functions.forEach(function -> {
                    String name = function.substring(PREFIX_OF_NAMES.length());
                    String begun =
                            PREFIX_OF_NAMES + "I" + name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1);
                    OF_FUNCTION.put(begun, START_COLLECTIVE);
                    BLOCKING.put(begun, kind);
                    OF_FUNCTION.put(function + "_init", PREPARE_COLLECTIVE);
                    BLOCKING.put(function + "_init", kind);
                });
            }
        }
        START_COLLECTIVE.functions.forEach(function -> BLOCKING.put(function, SYNCHRONIZING));
    }

    private final List<String> functions;

    CallKind(String... functions) {
        this.functions = List.of(functions);
    }

    /** Null for a call that a trace does not show. Functions with large counts do what those without do. */
    static CallKind of(String function) {
        return OF_FUNCTION.get(plain(function));
    }

    /** What the blocking form of a collective does that is begun or prepared. */
    static CallKind blocking(String function) {
        return BLOCKING.get(plain(function));
    }

    private static String plain(String function) {
        return function.endsWith("_c") ? function.substring(0, function.length() - 2) : function;
    }

    /** Whether all ranks of a communicator call it and have what it does when it returns. */
    boolean isCollective() {
        return this == SYNCHRONIZING || this == FROM_ROOT || this == TO_ROOT || this == PREFIX || this == NEIGHBOURS;
    }

    /** Whether it has a root. */
    boolean hasRoot() {
        return this == FROM_ROOT || this == TO_ROOT;
    }
}
