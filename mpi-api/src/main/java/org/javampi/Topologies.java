package org.javampi;

/** The functions of the standard's chapter, in C form and value form. */
abstract class Topologies extends Communicators {
    Topologies() {}

    /**
     * Makes a communicator whose ranks lie on a grid. (MPI-1.1 §6.5.1.)
     *
     * <p>Errors: MPI_ERR_ARG, MPI_ERR_COMM, MPI_ERR_DIMS, MPI_ERR_TOPOLOGY.
     */
    public static int MPI_Cart_create(
            MPI_Comm comm_old,
            int ndims,
            int[] dims,
            boolean[] periods,
            boolean reorder,
            MPI_Comm[] comm_cart) {
        return Calls.tool().MPI_Cart_create(comm_old, ndims, dims, periods, reorder, comm_cart);
    }

    /**
     * Makes a communicator whose ranks lie on a grid. (MPI-1.1 §6.5.1.)
     *
     * <p>Errors: MPI_ERR_ARG, MPI_ERR_COMM, MPI_ERR_DIMS, MPI_ERR_TOPOLOGY.
     */
    public static MPI_Comm MPI_Cart_create(
            MPI_Comm comm_old, int ndims, int[] dims, boolean[] periods, boolean reorder) {
        MPI_Comm[] comm_cart = new MPI_Comm[1];
        Calls.check(
                Calls.tool().MPI_Cart_create(comm_old, ndims, dims, periods, reorder, comm_cart));
        return comm_cart[0];
    }

    /**
     * Finds balanced sizes of a grid for so many nodes. (MPI-1.1 §6.5.2.)
     *
     * <p>Errors: MPI_ERR_ARG, MPI_ERR_DIMS.
     */
    public static int MPI_Dims_create(int nnodes, int ndims, int[] dims) {
        return Calls.tool().MPI_Dims_create(nnodes, ndims, dims);
    }

    /**
     * Makes a communicator whose ranks are nodes of a graph. (MPI-1.1 §6.5.3.)
     *
     * <p>Errors: MPI_ERR_ARG, MPI_ERR_COMM, MPI_ERR_TOPOLOGY.
     */
    public static int MPI_Graph_create(
            MPI_Comm comm_old,
            int nnodes,
            int[] index,
            int[] edges,
            boolean reorder,
            MPI_Comm[] comm_graph) {
        return Calls.tool().MPI_Graph_create(comm_old, nnodes, index, edges, reorder, comm_graph);
    }

    /**
     * Makes a communicator whose ranks are nodes of a graph. (MPI-1.1 §6.5.3.)
     *
     * <p>Errors: MPI_ERR_ARG, MPI_ERR_COMM, MPI_ERR_TOPOLOGY.
     */
    public static MPI_Comm MPI_Graph_create(
            MPI_Comm comm_old, int nnodes, int[] index, int[] edges, boolean reorder) {
        MPI_Comm[] comm_graph = new MPI_Comm[1];
        Calls.check(
                Calls.tool().MPI_Graph_create(comm_old, nnodes, index, edges, reorder, comm_graph));
        return comm_graph[0];
    }

    /**
     * Tells what topology a communicator has. (MPI-1.1 §6.5.4.)
     *
     * <p>Errors: MPI_ERR_ARG, MPI_ERR_COMM.
     */
    public static int MPI_Topo_test(MPI_Comm comm, int[] status) {
        return Calls.tool().MPI_Topo_test(comm, status);
    }

    /**
     * Tells what topology a communicator has. (MPI-1.1 §6.5.4.)
     *
     * <p>Errors: MPI_ERR_ARG, MPI_ERR_COMM.
     */
    public static int MPI_Topo_test(MPI_Comm comm) {
        int[] status = new int[1];
        Calls.check(Calls.tool().MPI_Topo_test(comm, status));
        return status[0];
    }

    /**
     * Tells how many nodes and edges a graph has. (MPI-1.1 §6.5.4.)
     *
     * <p>Errors: MPI_ERR_ARG, MPI_ERR_COMM, MPI_ERR_TOPOLOGY.
     */
    public static int MPI_Graphdims_get(MPI_Comm comm, int[] nnodes, int[] nedges) {
        return Calls.tool().MPI_Graphdims_get(comm, nnodes, nedges);
    }

    /**
     * Copies a graph into arrays. (MPI-1.1 §6.5.4.)
     *
     * <p>Errors: MPI_ERR_ARG, MPI_ERR_COMM, MPI_ERR_TOPOLOGY.
     */
    public static int MPI_Graph_get(
            MPI_Comm comm, int maxindex, int maxedges, int[] index, int[] edges) {
        return Calls.tool().MPI_Graph_get(comm, maxindex, maxedges, index, edges);
    }

    /**
     * Tells how many dimensions a grid has. (MPI-1.1 §6.5.4.)
     *
     * <p>Errors: MPI_ERR_ARG, MPI_ERR_COMM, MPI_ERR_TOPOLOGY.
     */
    public static int MPI_Cartdim_get(MPI_Comm comm, int[] ndims) {
        return Calls.tool().MPI_Cartdim_get(comm, ndims);
    }

    /**
     * Tells how many dimensions a grid has. (MPI-1.1 §6.5.4.)
     *
     * <p>Errors: MPI_ERR_ARG, MPI_ERR_COMM, MPI_ERR_TOPOLOGY.
     */
    public static int MPI_Cartdim_get(MPI_Comm comm) {
        int[] ndims = new int[1];
        Calls.check(Calls.tool().MPI_Cartdim_get(comm, ndims));
        return ndims[0];
    }

    /**
     * Tells a grid's sizes, which of them wrap around, and where this process is. (MPI-1.1 §6.5.4.)
     *
     * <p>Errors: MPI_ERR_ARG, MPI_ERR_COMM, MPI_ERR_DIMS, MPI_ERR_TOPOLOGY.
     */
    public static int MPI_Cart_get(
            MPI_Comm comm, int maxdims, int[] dims, boolean[] periods, int[] coords) {
        return Calls.tool().MPI_Cart_get(comm, maxdims, dims, periods, coords);
    }

    /**
     * Finds the rank at a place of a grid. (MPI-1.1 §6.5.4.)
     *
     * <p>Errors: MPI_ERR_ARG, MPI_ERR_COMM, MPI_ERR_RANK, MPI_ERR_TOPOLOGY.
     */
    public static int MPI_Cart_rank(MPI_Comm comm, int[] coords, int[] rank) {
        return Calls.tool().MPI_Cart_rank(comm, coords, rank);
    }

    /**
     * Finds the rank at a place of a grid. (MPI-1.1 §6.5.4.)
     *
     * <p>Errors: MPI_ERR_ARG, MPI_ERR_COMM, MPI_ERR_RANK, MPI_ERR_TOPOLOGY.
     */
    public static int MPI_Cart_rank(MPI_Comm comm, int[] coords) {
        int[] rank = new int[1];
        Calls.check(Calls.tool().MPI_Cart_rank(comm, coords, rank));
        return rank[0];
    }

    /**
     * Finds the place of a rank on a grid. (MPI-1.1 §6.5.4.)
     *
     * <p>Errors: MPI_ERR_ARG, MPI_ERR_COMM, MPI_ERR_DIMS, MPI_ERR_RANK, MPI_ERR_TOPOLOGY.
     */
    public static int MPI_Cart_coords(MPI_Comm comm, int rank, int maxdims, int[] coords) {
        return Calls.tool().MPI_Cart_coords(comm, rank, maxdims, coords);
    }

    /**
     * Finds the place of a rank on a grid. (MPI-1.1 §6.5.4.)
     *
     * <p>Errors: MPI_ERR_ARG, MPI_ERR_COMM, MPI_ERR_DIMS, MPI_ERR_RANK, MPI_ERR_TOPOLOGY.
     */
    public static int[] MPI_Cart_coords(MPI_Comm comm, int rank, int maxdims) {
        int[] coords = new int[Math.max(0, maxdims)];
        Calls.check(Calls.tool().MPI_Cart_coords(comm, rank, maxdims, coords));
        return coords;
    }

    /**
     * Tells how many neighbours a node has. (MPI-1.1 §6.5.4.)
     *
     * <p>Errors: MPI_ERR_ARG, MPI_ERR_COMM, MPI_ERR_RANK, MPI_ERR_TOPOLOGY.
     */
    public static int MPI_Graph_neighbors_count(MPI_Comm comm, int rank, int[] nneighbors) {
        return Calls.tool().MPI_Graph_neighbors_count(comm, rank, nneighbors);
    }

    /**
     * Tells how many neighbours a node has. (MPI-1.1 §6.5.4.)
     *
     * <p>Errors: MPI_ERR_ARG, MPI_ERR_COMM, MPI_ERR_RANK, MPI_ERR_TOPOLOGY.
     */
    public static int MPI_Graph_neighbors_count(MPI_Comm comm, int rank) {
        int[] nneighbors = new int[1];
        Calls.check(Calls.tool().MPI_Graph_neighbors_count(comm, rank, nneighbors));
        return nneighbors[0];
    }

    /**
     * Lists the neighbours of a node. (MPI-1.1 §6.5.4.)
     *
     * <p>Errors: MPI_ERR_ARG, MPI_ERR_COMM, MPI_ERR_RANK, MPI_ERR_TOPOLOGY.
     */
    public static int MPI_Graph_neighbors(
            MPI_Comm comm, int rank, int maxneighbors, int[] neighbors) {
        return Calls.tool().MPI_Graph_neighbors(comm, rank, maxneighbors, neighbors);
    }

    /**
     * Lists the neighbours of a node. (MPI-1.1 §6.5.4.)
     *
     * <p>Errors: MPI_ERR_ARG, MPI_ERR_COMM, MPI_ERR_RANK, MPI_ERR_TOPOLOGY.
     */
    public static int[] MPI_Graph_neighbors(MPI_Comm comm, int rank, int maxneighbors) {
        int[] neighbors = new int[Math.max(0, maxneighbors)];
        Calls.check(Calls.tool().MPI_Graph_neighbors(comm, rank, maxneighbors, neighbors));
        return neighbors;
    }

    /**
     * Finds whom to receive from and send to when data moves along a dimension. (MPI-1.1 §6.5.5.)
     *
     * <p>Errors: MPI_ERR_ARG, MPI_ERR_COMM, MPI_ERR_DIMS, MPI_ERR_TOPOLOGY.
     */
    public static int MPI_Cart_shift(
            MPI_Comm comm, int direction, int disp, int[] rank_source, int[] rank_dest) {
        return Calls.tool().MPI_Cart_shift(comm, direction, disp, rank_source, rank_dest);
    }

    /**
     * Cuts a grid into grids of fewer dimensions. (MPI-1.1 §6.5.6.)
     *
     * <p>Errors: MPI_ERR_ARG, MPI_ERR_COMM, MPI_ERR_TOPOLOGY.
     */
    public static int MPI_Cart_sub(MPI_Comm comm, boolean[] remain_dims, MPI_Comm[] newcomm) {
        return Calls.tool().MPI_Cart_sub(comm, remain_dims, newcomm);
    }

    /**
     * Cuts a grid into grids of fewer dimensions. (MPI-1.1 §6.5.6.)
     *
     * <p>Errors: MPI_ERR_ARG, MPI_ERR_COMM, MPI_ERR_TOPOLOGY.
     */
    public static MPI_Comm MPI_Cart_sub(MPI_Comm comm, boolean[] remain_dims) {
        MPI_Comm[] newcomm = new MPI_Comm[1];
        Calls.check(Calls.tool().MPI_Cart_sub(comm, remain_dims, newcomm));
        return newcomm[0];
    }

    /**
     * Proposes a rank for this process on a grid. (MPI-1.1 §6.5.7.)
     *
     * <p>Errors: MPI_ERR_ARG, MPI_ERR_COMM, MPI_ERR_DIMS, MPI_ERR_TOPOLOGY.
     */
    public static int MPI_Cart_map(
            MPI_Comm comm, int ndims, int[] dims, boolean[] periods, int[] newrank) {
        return Calls.tool().MPI_Cart_map(comm, ndims, dims, periods, newrank);
    }

    /**
     * Proposes a rank for this process on a grid. (MPI-1.1 §6.5.7.)
     *
     * <p>Errors: MPI_ERR_ARG, MPI_ERR_COMM, MPI_ERR_DIMS, MPI_ERR_TOPOLOGY.
     */
    public static int MPI_Cart_map(MPI_Comm comm, int ndims, int[] dims, boolean[] periods) {
        int[] newrank = new int[1];
        Calls.check(Calls.tool().MPI_Cart_map(comm, ndims, dims, periods, newrank));
        return newrank[0];
    }

    /**
     * Proposes a rank for this process in a graph. (MPI-1.1 §6.5.7.)
     *
     * <p>Errors: MPI_ERR_ARG, MPI_ERR_COMM, MPI_ERR_TOPOLOGY.
     */
    public static int MPI_Graph_map(
            MPI_Comm comm, int nnodes, int[] index, int[] edges, int[] newrank) {
        return Calls.tool().MPI_Graph_map(comm, nnodes, index, edges, newrank);
    }

    /**
     * Proposes a rank for this process in a graph. (MPI-1.1 §6.5.7.)
     *
     * <p>Errors: MPI_ERR_ARG, MPI_ERR_COMM, MPI_ERR_TOPOLOGY.
     */
    public static int MPI_Graph_map(MPI_Comm comm, int nnodes, int[] index, int[] edges) {
        int[] newrank = new int[1];
        Calls.check(Calls.tool().MPI_Graph_map(comm, nnodes, index, edges, newrank));
        return newrank[0];
    }
}
