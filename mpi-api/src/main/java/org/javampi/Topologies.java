package org.javampi;

/** Grids and graphs of ranks (MPI-1.1 chapter 6), in C form and value form. */
@Chapter
abstract class Topologies extends Infos {
    Topologies() {}

    /**
     * Makes a communicator whose ranks lie on a grid. (MPI-1.1 §6.5.1.)
     *
     * <p>Errors: MPI_ERR_ARG, MPI_ERR_COMM, MPI_ERR_DIMS, MPI_ERR_TOPOLOGY.
     *
     * @param comm_old intra-communicator whose processes are arranged; all its ranks call
     * @param ndims dimensions; entries of each array that count
     * @param dims processes along each dimension, at least {@code ndims} entries
     * @param periods whether each dimension wraps around, at least {@code ndims} entries
     * @param reorder whether processes may get other ranks than in {@code comm_old}
     * @param comm_cart out: the communicator with the grid, or MPI_COMM_NULL for a process beyond
     *     its size, at element 0
     * @return MPI_SUCCESS, or an error code when the handler returns
     */
    @Returns("comm_cart")
    public static int MPI_Cart_create(
            MPI_Comm comm_old, int ndims, int[] dims, boolean[] periods, boolean reorder, MPI_Comm[] comm_cart) {
        return Calls.tool().MPI_Cart_create(comm_old, ndims, dims, periods, reorder, comm_cart);
    }

    /**
     * Finds balanced sizes of a grid for so many nodes. (MPI-1.1 §6.5.2.)
     *
     * <p>Errors: MPI_ERR_ARG, MPI_ERR_DIMS.
     *
     * @param nnodes processes to lay out, 1 or more
     * @param ndims dimensions; entries of {@code dims} that count
     * @param dims in and out: entries above 0 are kept and must divide {@code nnodes}, those that
     *     are 0 are filled, the largest first
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
     * @param comm_old intra-communicator whose processes are arranged; all its ranks call
     * @param nnodes nodes, 0 or more
     * @param index entry i: neighbours of nodes 0 to i together; at least {@code nnodes} entries
     * @param edges neighbours of node 0, then of node 1, and so on; as many entries as the last of
     *     {@code index} says
     * @param reorder whether processes may get other ranks than in {@code comm_old}
     * @param comm_graph out: the communicator with the graph, or MPI_COMM_NULL for a process beyond
     *     its size, at element 0
     * @return MPI_SUCCESS, or an error code when the handler returns
     */
    @Returns("comm_graph")
    public static int MPI_Graph_create(
            MPI_Comm comm_old, int nnodes, int[] index, int[] edges, boolean reorder, MPI_Comm[] comm_graph) {
        return Calls.tool().MPI_Graph_create(comm_old, nnodes, index, edges, reorder, comm_graph);
    }

    /**
     * Tells what topology a communicator has. (MPI-1.1 §6.5.4.)
     *
     * <p>Errors: MPI_ERR_ARG, MPI_ERR_COMM.
     *
     * @param comm communicator asked about
     * @param status out: MPI_CART, MPI_GRAPH, or MPI_UNDEFINED for none, at element 0
     * @return MPI_SUCCESS, or an error code when the handler returns
     */
    @Returns("status")
    public static int MPI_Topo_test(MPI_Comm comm, int[] status) {
        return Calls.tool().MPI_Topo_test(comm, status);
    }

    /**
     * Tells how many nodes and edges a graph has. (MPI-1.1 §6.5.4.)
     *
     * <p>Errors: MPI_ERR_ARG, MPI_ERR_COMM, MPI_ERR_TOPOLOGY.
     *
     * @param comm communicator with a graph
     * @param nnodes out: the number of nodes, at element 0
     * @param nedges out: entries of the list of edges, one in each direction, at element 0
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
     * @param comm communicator with a graph
     * @param maxindex entries of {@code index} to fill at most, 0 or more
     * @param maxedges entries of {@code edges} to fill at most, 0 or more
     * @param index out: the running totals that the graph was made of
     * @param edges out: the lists of neighbours that the graph was made of
     * @return MPI_SUCCESS, or an error code when the handler returns
     */
    public static int MPI_Graph_get(MPI_Comm comm, int maxindex, int maxedges, int[] index, int[] edges) {
        return Calls.tool().MPI_Graph_get(comm, maxindex, maxedges, index, edges);
    }

    /**
     * Tells how many dimensions a grid has. (MPI-1.1 §6.5.4.)
     *
     * <p>Errors: MPI_ERR_ARG, MPI_ERR_COMM, MPI_ERR_TOPOLOGY.
     *
     * @param comm communicator with a grid
     * @param ndims out: the number of dimensions, at element 0
     * @return MPI_SUCCESS, or an error code when the handler returns
     */
    @Returns("ndims")
    public static int MPI_Cartdim_get(MPI_Comm comm, int[] ndims) {
        return Calls.tool().MPI_Cartdim_get(comm, ndims);
    }

    /**
     * Tells a grid's sizes, which of them wrap around, and where this process is. (MPI-1.1 §6.5.4.)
     *
     * <p>Errors: MPI_ERR_ARG, MPI_ERR_COMM, MPI_ERR_DIMS, MPI_ERR_TOPOLOGY.
     *
     * @param comm communicator with a grid
     * @param maxdims room in each array, at least the grid's dimensions
     * @param dims out: processes along each dimension
     * @param periods out: whether each dimension wraps around
     * @param coords out: own coordinates, from 0, one for each dimension
     * @return MPI_SUCCESS, or an error code when the handler returns
     */
    public static int MPI_Cart_get(MPI_Comm comm, int maxdims, int[] dims, boolean[] periods, int[] coords) {
        return Calls.tool().MPI_Cart_get(comm, maxdims, dims, periods, coords);
    }

    /**
     * Finds the rank at a place of a grid. (MPI-1.1 §6.5.4.)
     *
     * <p>Errors: MPI_ERR_ARG, MPI_ERR_COMM, MPI_ERR_RANK, MPI_ERR_TOPOLOGY.
     *
     * @param comm communicator with a grid
     * @param coords coordinates, one for each dimension; outside 0 to size - 1 only where the
     *     dimension wraps around
     * @param rank out: the rank there, at element 0
     * @return MPI_SUCCESS, or an error code when the handler returns
     */
    @Returns("rank")
    public static int MPI_Cart_rank(MPI_Comm comm, int[] coords, int[] rank) {
        return Calls.tool().MPI_Cart_rank(comm, coords, rank);
    }

    /**
     * Finds the place of a rank on a grid. (MPI-1.1 §6.5.4.)
     *
     * <p>Errors: MPI_ERR_ARG, MPI_ERR_COMM, MPI_ERR_DIMS, MPI_ERR_RANK, MPI_ERR_TOPOLOGY.
     *
     * @param comm communicator with a grid
     * @param rank rank whose coordinates are wanted
     * @param maxdims room in {@code coords}, at least the grid's dimensions
     * @param coords out: coordinates, from 0, one for each dimension
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
     * @param comm communicator with a grid
     * @param rank rank whose coordinates are wanted
     * @param maxdims room in {@code coords}, at least the grid's dimensions
     * @return coordinates, from 0, one for each dimension, in an array of {@code maxdims} entries
     * @throws MPIException the error, where the C form would return its code
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
     * @param comm communicator with a graph
     * @param rank node whose neighbours are counted
     * @param nneighbors out: the number of neighbours, at element 0
     * @return MPI_SUCCESS, or an error code when the handler returns
     */
    @Returns("nneighbors")
    public static int MPI_Graph_neighbors_count(MPI_Comm comm, int rank, int[] nneighbors) {
        return Calls.tool().MPI_Graph_neighbors_count(comm, rank, nneighbors);
    }

    /**
     * Lists the neighbours of a node. (MPI-1.1 §6.5.4.)
     *
     * <p>Errors: MPI_ERR_ARG, MPI_ERR_COMM, MPI_ERR_RANK, MPI_ERR_TOPOLOGY.
     *
     * @param comm communicator with a graph
     * @param rank node whose neighbours are wanted
     * @param maxneighbors neighbours to list at most, 0 or more
     * @param neighbors out: ranks of the neighbours, in the order of the edges given
     * @return MPI_SUCCESS, or an error code when the handler returns
     */
    public static int MPI_Graph_neighbors(MPI_Comm comm, int rank, int maxneighbors, int[] neighbors) {
        return Calls.tool().MPI_Graph_neighbors(comm, rank, maxneighbors, neighbors);
    }

    /**
     * Lists the neighbours of a node. (MPI-1.1 §6.5.4.)
     *
     * <p>Errors: MPI_ERR_ARG, MPI_ERR_COMM, MPI_ERR_RANK, MPI_ERR_TOPOLOGY.
     *
     * @param comm communicator with a graph
     * @param rank node whose neighbours are wanted
     * @param maxneighbors neighbours to list at most, 0 or more
     * @return ranks of the neighbours, in the order of the edges given, in an array of {@code
     *     maxneighbors} entries
     * @throws MPIException the error, where the C form would return its code
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
     * @param comm communicator with a grid
     * @param direction dimension to shift along, from 0
     * @param disp steps, above 0 towards higher coordinates, below 0 towards lower ones
     * @param rank_source out: the rank to receive from, or MPI_PROC_NULL beyond an edge, at element
     *     0
     * @param rank_dest out: the rank to send to, or MPI_PROC_NULL beyond an edge, at element 0
     * @return MPI_SUCCESS, or an error code when the handler returns
     */
    public static int MPI_Cart_shift(MPI_Comm comm, int direction, int disp, int[] rank_source, int[] rank_dest) {
        return Calls.tool().MPI_Cart_shift(comm, direction, disp, rank_source, rank_dest);
    }

    /**
     * Cuts a grid into grids of fewer dimensions. (MPI-1.1 §6.5.6.)
     *
     * <p>Errors: MPI_ERR_ARG, MPI_ERR_COMM, MPI_ERR_TOPOLOGY.
     *
     * @param comm communicator with a grid; all its ranks call
     * @param remain_dims which dimensions to keep, one entry for each
     * @param newcomm out: the grid of fewer dimensions that this process is in, at element 0
     * @return MPI_SUCCESS, or an error code when the handler returns
     */
    @Returns("newcomm")
    public static int MPI_Cart_sub(MPI_Comm comm, boolean[] remain_dims, MPI_Comm[] newcomm) {
        return Calls.tool().MPI_Cart_sub(comm, remain_dims, newcomm);
    }

    /**
     * Proposes a rank for this process on a grid. (MPI-1.1 §6.5.7.)
     *
     * <p>Errors: MPI_ERR_ARG, MPI_ERR_COMM, MPI_ERR_DIMS, MPI_ERR_TOPOLOGY.
     *
     * @param comm intra-communicator whose processes would be arranged
     * @param ndims dimensions; entries of each array that count
     * @param dims processes along each dimension, at least {@code ndims} entries
     * @param periods whether each dimension wraps around, at least {@code ndims} entries
     * @param newrank out: the rank proposed, or MPI_UNDEFINED for a process beyond the grid's size,
     *     at element 0
     * @return MPI_SUCCESS, or an error code when the handler returns
     */
    @Returns("newrank")
    public static int MPI_Cart_map(MPI_Comm comm, int ndims, int[] dims, boolean[] periods, int[] newrank) {
        return Calls.tool().MPI_Cart_map(comm, ndims, dims, periods, newrank);
    }

    /**
     * Proposes a rank for this process in a graph. (MPI-1.1 §6.5.7.)
     *
     * <p>Errors: MPI_ERR_ARG, MPI_ERR_COMM, MPI_ERR_TOPOLOGY.
     *
     * @param comm intra-communicator whose processes would be arranged
     * @param nnodes nodes, 0 or more
     * @param index entry i: neighbours of nodes 0 to i together; at least {@code nnodes} entries
     * @param edges neighbours of node 0, then of node 1, and so on; as many entries as the last of
     *     {@code index} says
     * @param newrank out: the rank proposed, or MPI_UNDEFINED for a process beyond the graph's
     *     size, at element 0
     * @return MPI_SUCCESS, or an error code when the handler returns
     */
    @Returns("newrank")
    public static int MPI_Graph_map(MPI_Comm comm, int nnodes, int[] index, int[] edges, int[] newrank) {
        return Calls.tool().MPI_Graph_map(comm, nnodes, index, edges, newrank);
    }

    /**
     * Makes a communicator whose ranks are nodes of a graph; each rank names its own edges, in and out. Collective.
     * (MPI-4.1 §8.5.4.)
     *
     * <p>Errors: MPI_ERR_ARG, MPI_ERR_COMM, MPI_ERR_INFO, MPI_ERR_RANK.
     *
     * @param comm_old intra-communicator whose processes are arranged; all its ranks call
     * @param indegree entries of {@code sources}, 0 or more
     * @param sources ranks with an edge to this one; each edge is named at both its ends, as often as it is there
     * @param sourceweights a weight of 0 or more for each, or MPI_UNWEIGHTED, the same at all ranks and for both lists;
     *     MPI_WEIGHTS_EMPTY where there are no edges
     * @param outdegree entries of {@code destinations}, 0 or more
     * @param destinations ranks that this one has an edge to
     * @param destweights a weight of 0 or more for each, or MPI_UNWEIGHTED, or MPI_WEIGHTS_EMPTY where there are no edges
     * @param info hints, or MPI_INFO_NULL; none changes anything
     * @param reorder whether processes may get other ranks than in {@code comm_old}; they keep them
     * @param comm_dist_graph out: the communicator with the graph, at element 0
     * @return MPI_SUCCESS, or an error code when the handler returns
     */
    @Returns("comm_dist_graph")
    public static int MPI_Dist_graph_create_adjacent(
            MPI_Comm comm_old,
            int indegree,
            int[] sources,
            int[] sourceweights,
            int outdegree,
            int[] destinations,
            int[] destweights,
            MPI_Info info,
            boolean reorder,
            MPI_Comm[] comm_dist_graph) {
        return Calls.tool()
                .MPI_Dist_graph_create_adjacent(
                        comm_old,
                        indegree,
                        sources,
                        sourceweights,
                        outdegree,
                        destinations,
                        destweights,
                        info,
                        reorder,
                        comm_dist_graph);
    }

    /**
     * Makes a communicator whose ranks are nodes of a graph; each rank names any of its edges, whichever ranks they join.
     * Collective. (MPI-4.1 §8.5.4.)
     *
     * <p>Errors: MPI_ERR_ARG, MPI_ERR_COMM, MPI_ERR_INFO, MPI_ERR_RANK.
     *
     * @param comm_old intra-communicator whose processes are arranged; all its ranks call
     * @param n nodes of which this rank names outgoing edges, 0 or more
     * @param sources these nodes, as ranks; at least {@code n} entries
     * @param degrees how many edges are named of each of them
     * @param destinations where the edges of the first node lead, then those of the second, and so on
     * @param weights a weight of 0 or more for each edge, or MPI_UNWEIGHTED, the same at all ranks; MPI_WEIGHTS_EMPTY
     *     where no edge is named
     * @param info hints, or MPI_INFO_NULL; none changes anything
     * @param reorder whether processes may get other ranks than in {@code comm_old}; they keep them
     * @param comm_dist_graph out: the communicator with the graph, at element 0; a rank's edges stand in the order of the
     *     ranks that have named them
     * @return MPI_SUCCESS, or an error code when the handler returns
     */
    @Returns("comm_dist_graph")
    public static int MPI_Dist_graph_create(
            MPI_Comm comm_old,
            int n,
            int[] sources,
            int[] degrees,
            int[] destinations,
            int[] weights,
            MPI_Info info,
            boolean reorder,
            MPI_Comm[] comm_dist_graph) {
        return Calls.tool()
                .MPI_Dist_graph_create(
                        comm_old, n, sources, degrees, destinations, weights, info, reorder, comm_dist_graph);
    }

    /**
     * Tells how many edges lead to and from this rank. (MPI-4.1 §8.5.5.)
     *
     * <p>Errors: MPI_ERR_ARG, MPI_ERR_COMM, MPI_ERR_TOPOLOGY.
     *
     * @param comm communicator with a distributed graph
     * @param indegree out: edges to this rank, at element 0
     * @param outdegree out: edges from this rank, at element 0
     * @param weighted out: whether the edges have weights, at element 0
     * @return MPI_SUCCESS, or an error code when the handler returns
     */
    public static int MPI_Dist_graph_neighbors_count(
            MPI_Comm comm, int[] indegree, int[] outdegree, boolean[] weighted) {
        return Calls.tool().MPI_Dist_graph_neighbors_count(comm, indegree, outdegree, weighted);
    }

    /**
     * Lists the ends of the edges to and from this rank, in the order of neighbourhood collectives. (MPI-4.1 §8.5.5.)
     *
     * <p>Errors: MPI_ERR_ARG, MPI_ERR_COMM, MPI_ERR_TOPOLOGY.
     *
     * @param comm communicator with a distributed graph
     * @param maxindegree at most so many edges to this rank are listed; room in the two arrays that follow
     * @param sources out: where edges to this rank come from
     * @param sourceweights out: their weights; untouched without weights, MPI_UNWEIGHTED for a caller that wants none
     * @param maxoutdegree at most so many edges from this rank are listed; room in the two arrays that follow
     * @param destinations out: where edges from this rank lead
     * @param destweights out: their weights; untouched without weights, MPI_UNWEIGHTED for a caller that wants none
     * @return MPI_SUCCESS, or an error code when the handler returns
     */
    public static int MPI_Dist_graph_neighbors(
            MPI_Comm comm,
            int maxindegree,
            int[] sources,
            int[] sourceweights,
            int maxoutdegree,
            int[] destinations,
            int[] destweights) {
        return Calls.tool()
                .MPI_Dist_graph_neighbors(
                        comm, maxindegree, sources, sourceweights, maxoutdegree, destinations, destweights);
    }
}
