package org.javampi.core.record;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;

/** What becomes of a call when it is recorded, and when it is replayed. */
enum Treatment {
    /** Depends on this rank's own state alone: it is made each time, and not recorded. */
    LOCAL,
    /** Made each time; what it answered when it was recorded counts. */
    ASKED(
            "Get_processor_name",
            "Cart_map",
            "Graph_map",
            "Info_get",
            "Info_get_string",
            "Info_get_valuelen",
            "Info_get_nkeys",
            "Info_get_nthkey"),
    /** Sends or receives, or looks for a message. */
    MESSAGE(
            "Send",
            "Bsend",
            "Ssend",
            "Rsend",
            "Recv",
            "Mrecv",
            "Sendrecv",
            "Sendrecv_replace",
            "Probe",
            "Iprobe",
            "Mprobe",
            "Improbe"),
    /** Starts an operation that is completed by another call. */
    STARTS("Isend", "Ibsend", "Issend", "Irsend", "Irecv", "Imrecv", "Isendrecv", "Isendrecv_replace"),
    /** Makes an operation that other calls start. */
    PREPARES("Send_init", "Bsend_init", "Ssend_init", "Rsend_init", "Recv_init", "Psend_init", "Precv_init"),
    /** Starts operations that were prepared. */
    RESTARTS("Start", "Startall"),
    /** Makes a partition ready to be sent. */
    READIES("Pready", "Pready_range", "Pready_list"),
    /** Looks whether a partition has arrived. */
    ARRIVES("Parrived"),
    /** Completes operations. */
    COMPLETES("Wait", "Test", "Waitany", "Testany", "Waitall", "Testall", "Waitsome", "Testsome"),
    /** Looks at operations without completing them. */
    LOOKS("Request_get_status", "Request_get_status_any", "Request_get_status_all", "Request_get_status_some"),
    /** Asks for the cancellation of an operation, or gives it up. */
    GIVES_UP("Cancel", "Request_free"),
    /** Begins an operation of the program's own, whose callbacks are called each time. */
    GENERALIZES("Grequest_start"),
    /** A collective that blocks. */
    COLLECTIVE,
    /** Makes a communicator. */
    CONSTRUCTS(
            "Comm_dup",
            "Comm_dup_with_info",
            "Comm_create",
            "Comm_split",
            "Comm_split_type",
            "Comm_create_group",
            "Intercomm_create",
            "Intercomm_merge",
            "Cart_create",
            "Cart_sub",
            "Graph_create",
            "Dist_graph_create",
            "Dist_graph_create_adjacent"),
    /** Makes a communicator that can be used when a request is completed. */
    STARTS_CONSTRUCTION("Comm_idup", "Comm_idup_with_info"),
    /** Ends MPI. */
    FINALIZES("Finalize"),
    /** Ends the job. */
    ABORTS("Abort"),
    /** Unknown: the job is refused that calls it while it is recorded. */
    REFUSED;

    /** What {@code MPI_Gather} and its kin do, without the letter of those that do not block. */
    private static final Set<String> COLLECTIVES = Set.of(
            "barrier",
            "bcast",
            "gather",
            "gatherv",
            "scatter",
            "scatterv",
            "allgather",
            "allgatherv",
            "alltoall",
            "alltoallv",
            "alltoallw",
            "reduce",
            "allreduce",
            "reduce_scatter",
            "reduce_scatter_block",
            "scan",
            "exscan",
            "neighbor_allgather",
            "neighbor_allgatherv",
            "neighbor_alltoall",
            "neighbor_alltoallv",
            "neighbor_alltoallw");

    private static final Set<String> LOCAL_NAMES = Set.of(
            "Get_count",
            "Get_elements",
            "Get_address",
            "Address",
            "Test_cancelled",
            "Buffer_attach",
            "Buffer_detach",
            "Reduce_local",
            "Pack",
            "Unpack",
            "Pack_size",
            "Pack_external",
            "Unpack_external",
            "Pack_external_size",
            "Grequest_complete",
            "Comm_size",
            "Comm_rank",
            "Comm_compare",
            "Comm_group",
            "Comm_free",
            "Comm_test_inter",
            "Comm_remote_size",
            "Comm_remote_group",
            "Comm_create_keyval",
            "Comm_free_keyval",
            "Comm_set_attr",
            "Comm_get_attr",
            "Comm_delete_attr",
            "Comm_set_name",
            "Comm_get_name",
            "Comm_get_info",
            "Comm_set_info",
            "Comm_create_errhandler",
            "Comm_set_errhandler",
            "Comm_get_errhandler",
            "Comm_call_errhandler",
            "Topo_test",
            "Graphdims_get",
            "Graph_get",
            "Cartdim_get",
            "Cart_get",
            "Cart_rank",
            "Cart_coords",
            "Cart_shift",
            "Graph_neighbors_count",
            "Graph_neighbors",
            "Dist_graph_neighbors_count",
            "Dist_graph_neighbors",
            "Dims_create",
            "Init",
            "Init_thread",
            "Initialized",
            "Finalized",
            "Get_version",
            "Get_library_version",
            "Query_thread",
            "Is_thread_main",
            "Pcontrol");

    /** Families of which all functions are local. */
    private static final Set<String> LOCAL_FAMILIES =
            Set.of("Type", "Group", "Status", "Op", "Keyval", "Attr", "Errhandler", "Error", "Add", "Remove", "Info");

    private final Set<String> functions;

    Treatment(String... functions) {
        this.functions = new HashSet<>(Arrays.asList(functions));
    }

    /** Of the function called {@code MPI_} and {@code name}; large counts are told by {@code _c}. */
    static Treatment of(String name) {
        String plain = name.endsWith("_c") ? name.substring(0, name.length() - 2) : name;
        for (Treatment treatment : values()) {
            if (treatment.functions.contains(plain)) {
                return treatment;
            }
        }
        String lower = plain.substring(0, 1).toLowerCase(java.util.Locale.ROOT) + plain.substring(1);
        if (COLLECTIVES.contains(lower)) {
            return COLLECTIVE;
        }
        if (lower.endsWith("_init") && COLLECTIVES.contains(lower.substring(0, lower.length() - 5))) {
            return PREPARES;
        }
        if (lower.startsWith("i") && COLLECTIVES.contains(lower.substring(1))) {
            return STARTS;
        }
        int family = plain.indexOf('_');
        boolean isLocal =
                LOCAL_NAMES.contains(plain) || family > 0 && LOCAL_FAMILIES.contains(plain.substring(0, family));
        return isLocal ? LOCAL : REFUSED;
    }

    /** What a collective of any form does, as {@code gather}; null of another function. */
    static String collectiveOf(String name) {
        String plain = name.endsWith("_c") ? name.substring(0, name.length() - 2) : name;
        String lower = plain.substring(0, 1).toLowerCase(java.util.Locale.ROOT) + plain.substring(1);
        if (lower.endsWith("_init")) {
            lower = lower.substring(0, lower.length() - 5);
        }
        if (COLLECTIVES.contains(lower)) {
            return lower;
        }
        return lower.startsWith("i") && COLLECTIVES.contains(lower.substring(1)) ? lower.substring(1) : null;
    }

    /** Whether the call gives the program a request. */
    boolean makesRequest() {
        return this == STARTS || this == PREPARES || this == STARTS_CONSTRUCTION || this == GENERALIZES;
    }

    /** Whether the call is written down. */
    boolean isRecorded() {
        return this != LOCAL && this != GENERALIZES && this != ABORTS && this != REFUSED;
    }
}
