package org.javampi;

/** The functions of the standard's chapter, in C form and value form. */
abstract class Topologies extends Communicators {
    Topologies() {}

    /**
     * Makes a communicator whose ranks lie on a grid. (MPI-1.1 §6.5.1.)
     *
     * <p>Errors: MPI_ERR_ARG, MPI_ERR_COMM, MPI_ERR_DIMS, MPI_ERR_TOPOLOGY.
     *
     * @param comm_old communicator whose processes are arranged
     * @param ndims number of dimensions
     * @param dims length of each dimension
     * @param periods whether each dimension wraps around
     * @param reorder whether ranks may be dealt out anew
     * @param comm_cart out: communicator with the grid, or MPI_COMM_NULL, at element 0
     * @return MPI_SUCCESS, or an error code when the handler returns
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
     *
     * @param comm_old communicator whose processes are arranged
     * @param ndims number of dimensions
     * @param dims length of each dimension
     * @param periods whether each dimension wraps around
     * @param reorder whether ranks may be dealt out anew
     * @return the communicator, or MPI_COMM_NULL where the caller is not in it
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
     *
     * @param nnodes number of nodes
     * @param ndims number of dimensions
     * @param dims in and out: entries that are 0 are filled, others kept
     * @return MPI_SUCCESS, or an error code when the handler returns
     */
    public static int MPI_Dims_create(int nnodes, int ndims, int[] dims) {
        return Calls.tool().MPI_Dims_create(nnodes, ndims, dims);
    }

    /**
     * Makes a communicator whose ranks are nodes of a graph. (MPI-1.1 §6.5.3.)
     *
     * <p>Errors: MPI_ERR_ARG, MPI_ERR_COMM, MPI_ERR_TOPOLOGY.
     *
     * @param comm_old communicator whose processes are arranged
     * @param nnodes number of nodes
     * @param index running totals of neighbours of nodes 0 to i
     * @param edges neighbours of all nodes, one list behind the other
     * @param reorder whether ranks may be dealt out anew
     * @param comm_graph out: communicator with the graph, or MPI_COMM_NULL, at element 0
     * @return MPI_SUCCESS, or an error code when the handler returns
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
     *
     * @param comm_old communicator whose processes are arranged
     * @param nnodes number of nodes
     * @param index running totals of neighbours of nodes 0 to i
     * @param edges neighbours of all nodes, one list behind the other
     * @param reorder whether ranks may be dealt out anew
     * @return the communicator, or MPI_COMM_NULL where the caller is not in it
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
     *
     * @param comm communicator of the call
     * @param status out: MPI_CART, MPI_GRAPH or MPI_UNDEFINED, at element 0
     * @return MPI_SUCCESS, or an error code when the handler returns
     */
    public static int MPI_Topo_test(MPI_Comm comm, int[] status) {
        return Calls.tool().MPI_Topo_test(comm, status);
    }

    /**
     * Tells what topology a communicator has. (MPI-1.1 §6.5.4.)
     *
     * <p>Errors: MPI_ERR_ARG, MPI_ERR_COMM.
     *
     * @param comm communicator of the call
     * @return the value itself; errors that the handler would return are thrown
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
     *
     * @param comm communicator of the call
     * @param nnodes out: the number of nodes, at element 0
     * @param nedges out: entries of the edge list, at element 0
     * @return MPI_SUCCESS, or an error code when the handler returns
     */
    public static int MPI_Graphdims_get(MPI_Comm comm, int[] nnodes, int[] nedges) {
        return Calls.tool().MPI_Graphdims_get(comm, nnodes, nedges);
    }

    /**
     * Copies a graph into arrays. (MPI-1.1 §6.5.4.)
     *
     * <p>Errors: MPI_ERR_ARG, MPI_ERR_COMM, MPI_ERR_TOPOLOGY.
     *
     * @param comm communicator of the call
     * @param maxindex room in {@code index}
     * @param maxedges room in {@code edges}
     * @param index out: the running totals as given
     * @param edges out: the neighbour lists as given
     * @return MPI_SUCCESS, or an error code when the handler returns
     */
    public static int MPI_Graph_get(
            MPI_Comm comm, int maxindex, int maxedges, int[] index, int[] edges) {
        return Calls.tool().MPI_Graph_get(comm, maxindex, maxedges, index, edges);
    }

    /**
     * Tells how many dimensions a grid has. (MPI-1.1 §6.5.4.)
     *
     * <p>Errors: MPI_ERR_ARG, MPI_ERR_COMM, MPI_ERR_TOPOLOGY.
     *
     * @param comm communicator of the call
     * @param ndims out: the number of dimensions, at element 0
     * @return MPI_SUCCESS, or an error code when the handler returns
     */
    public static int MPI_Cartdim_get(MPI_Comm comm, int[] ndims) {
        return Calls.tool().MPI_Cartdim_get(comm, ndims);
    }

    /**
     * Tells how many dimensions a grid has. (MPI-1.1 §6.5.4.)
     *
     * <p>Errors: MPI_ERR_ARG, MPI_ERR_COMM, MPI_ERR_TOPOLOGY.
     *
     * @param comm communicator of the call
     * @return the value itself; errors that the handler would return are thrown
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
     *
     * @param comm communicator of the call
     * @param maxdims room in the output arrays
     * @param dims out: length of each dimension
     * @param periods out: whether each dimension wraps around
     * @param coords out: own coordinates
     * @return MPI_SUCCESS, or an error code when the handler returns
     */
    public static int MPI_Cart_get(
            MPI_Comm comm, int maxdims, int[] dims, boolean[] periods, int[] coords) {
        return Calls.tool().MPI_Cart_get(comm, maxdims, dims, periods, coords);
    }

    /**
     * Finds the rank at a place of a grid. (MPI-1.1 §6.5.4.)
     *
     * <p>Errors: MPI_ERR_ARG, MPI_ERR_COMM, MPI_ERR_RANK, MPI_ERR_TOPOLOGY.
     *
     * @param comm communicator of the call
     * @param coords coordinates, one per dimension
     * @param rank out: the rank there, at element 0
     * @return MPI_SUCCESS, or an error code when the handler returns
     */
    public static int MPI_Cart_rank(MPI_Comm comm, int[] coords, int[] rank) {
        return Calls.tool().MPI_Cart_rank(comm, coords, rank);
    }

    /**
     * Finds the rank at a place of a grid. (MPI-1.1 §6.5.4.)
     *
     * <p>Errors: MPI_ERR_ARG, MPI_ERR_COMM, MPI_ERR_RANK, MPI_ERR_TOPOLOGY.
     *
     * @param comm communicator of the call
     * @param coords coordinates, one per dimension
     * @return the value itself; errors that the handler would return are thrown
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
     *
     * @param comm communicator of the call
     * @param rank rank whose coordinates are wanted
     * @param maxdims room in the output arrays
     * @param coords out: the coordinates
     * @return MPI_SUCCESS, or an error code when the handler returns
     */
    public static int MPI_Cart_coords(MPI_Comm comm, int rank, int maxdims, int[] coords) {
        return Calls.tool().MPI_Cart_coords(comm, rank, maxdims, coords);
    }

    /**
     * Finds the place of a rank on a grid. (MPI-1.1 §6.5.4.)
     *
     * <p>Errors: MPI_ERR_ARG, MPI_ERR_COMM, MPI_ERR_DIMS, MPI_ERR_RANK, MPI_ERR_TOPOLOGY.
     *
     * @param comm communicator of the call
     * @param rank rank whose coordinates are wanted
     * @param maxdims room in the output arrays
     * @return the values
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
     *
     * @param comm communicator of the call
     * @param rank rank whose neighbours are counted
     * @param nneighbors out: the number of neighbours, at element 0
     * @return MPI_SUCCESS, or an error code when the handler returns
     */
    public static int MPI_Graph_neighbors_count(MPI_Comm comm, int rank, int[] nneighbors) {
        return Calls.tool().MPI_Graph_neighbors_count(comm, rank, nneighbors);
    }

    /**
     * Tells how many neighbours a node has. (MPI-1.1 §6.5.4.)
     *
     * <p>Errors: MPI_ERR_ARG, MPI_ERR_COMM, MPI_ERR_RANK, MPI_ERR_TOPOLOGY.
     *
     * @param comm communicator of the call
     * @param rank rank whose neighbours are counted
     * @return the value itself; errors that the handler would return are thrown
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
     *
     * @param comm communicator of the call
     * @param rank rank whose neighbours are wanted
     * @param maxneighbors room in the output array
     * @param neighbors out: ranks of the neighbours
     * @return MPI_SUCCESS, or an error code when the handler returns
     */
    public static int MPI_Graph_neighbors(
            MPI_Comm comm, int rank, int maxneighbors, int[] neighbors) {
        return Calls.tool().MPI_Graph_neighbors(comm, rank, maxneighbors, neighbors);
    }

    /**
     * Lists the neighbours of a node. (MPI-1.1 §6.5.4.)
     *
     * <p>Errors: MPI_ERR_ARG, MPI_ERR_COMM, MPI_ERR_RANK, MPI_ERR_TOPOLOGY.
     *
     * @param comm communicator of the call
     * @param rank rank whose neighbours are wanted
     * @param maxneighbors room in the output array
     * @return the values
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
     *
     * @param comm communicator of the call
     * @param direction dimension to shift along, from 0
     * @param disp steps, up or down
     * @param rank_source out: who sends here, or MPI_PROC_NULL, at element 0
     * @param rank_dest out: to whom this rank sends, or MPI_PROC_NULL, at element 0
     * @return MPI_SUCCESS, or an error code when the handler returns
     */
    public static int MPI_Cart_shift(
            MPI_Comm comm, int direction, int disp, int[] rank_source, int[] rank_dest) {
        return Calls.tool().MPI_Cart_shift(comm, direction, disp, rank_source, rank_dest);
    }

    /**
     * Cuts a grid into grids of fewer dimensions. (MPI-1.1 §6.5.6.)
     *
     * <p>Errors: MPI_ERR_ARG, MPI_ERR_COMM, MPI_ERR_TOPOLOGY.
     *
     * @param comm communicator of the call
     * @param remain_dims which dimensions are kept
     * @param newcomm out: the part of the grid, at element 0
     * @return MPI_SUCCESS, or an error code when the handler returns
     */
    public static int MPI_Cart_sub(MPI_Comm comm, boolean[] remain_dims, MPI_Comm[] newcomm) {
        return Calls.tool().MPI_Cart_sub(comm, remain_dims, newcomm);
    }

    /**
     * Cuts a grid into grids of fewer dimensions. (MPI-1.1 §6.5.6.)
     *
     * <p>Errors: MPI_ERR_ARG, MPI_ERR_COMM, MPI_ERR_TOPOLOGY.
     *
     * @param comm communicator of the call
     * @param remain_dims which dimensions are kept
     * @return the communicator, or MPI_COMM_NULL where the caller is not in it
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
     *
     * @param comm communicator of the call
     * @param ndims number of dimensions
     * @param dims length of each dimension
     * @param periods whether each dimension wraps around
     * @param newrank out: rank of the caller, or MPI_UNDEFINED, at element 0
     * @return MPI_SUCCESS, or an error code when the handler returns
     */
    public static int MPI_Cart_map(
            MPI_Comm comm, int ndims, int[] dims, boolean[] periods, int[] newrank) {
        return Calls.tool().MPI_Cart_map(comm, ndims, dims, periods, newrank);
    }

    /**
     * Proposes a rank for this process on a grid. (MPI-1.1 §6.5.7.)
     *
     * <p>Errors: MPI_ERR_ARG, MPI_ERR_COMM, MPI_ERR_DIMS, MPI_ERR_TOPOLOGY.
     *
     * @param comm communicator of the call
     * @param ndims number of dimensions
     * @param dims length of each dimension
     * @param periods whether each dimension wraps around
     * @return the value itself; errors that the handler would return are thrown
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
     *
     * @param comm communicator of the call
     * @param nnodes number of nodes
     * @param index running totals of neighbours of nodes 0 to i
     * @param edges neighbours of all nodes, one list behind the other
     * @param newrank out: rank of the caller, or MPI_UNDEFINED, at element 0
     * @return MPI_SUCCESS, or an error code when the handler returns
     */
    public static int MPI_Graph_map(
            MPI_Comm comm, int nnodes, int[] index, int[] edges, int[] newrank) {
        return Calls.tool().MPI_Graph_map(comm, nnodes, index, edges, newrank);
    }

    /**
     * Proposes a rank for this process in a graph. (MPI-1.1 §6.5.7.)
     *
     * <p>Errors: MPI_ERR_ARG, MPI_ERR_COMM, MPI_ERR_TOPOLOGY.
     *
     * @param comm communicator of the call
     * @param nnodes number of nodes
     * @param index running totals of neighbours of nodes 0 to i
     * @param edges neighbours of all nodes, one list behind the other
     * @return the value itself; errors that the handler would return are thrown
     */
    public static int MPI_Graph_map(MPI_Comm comm, int nnodes, int[] index, int[] edges) {
        int[] newrank = new int[1];
        Calls.check(Calls.tool().MPI_Graph_map(comm, nnodes, index, edges, newrank));
        return newrank[0];
    }
}
