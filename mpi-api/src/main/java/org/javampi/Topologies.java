package org.javampi;

/** Topologies functions. */
abstract class Topologies extends Communicators {
    Topologies() {}

    /** New communicator with a cartesian topology; surplus processes get MPI_COMM_NULL. */
    public static int MPI_Cart_create(
            MPI_Comm comm_old,
            int ndims,
            int[] dims,
            boolean[] periods,
            boolean reorder,
            MPI_Comm[] comm_cart) {
        return Calls.tool().MPI_Cart_create(comm_old, ndims, dims, periods, reorder, comm_cart);
    }

    /** New communicator with a cartesian topology; surplus processes get MPI_COMM_NULL. */
    public static MPI_Comm MPI_Cart_create(
            MPI_Comm comm_old, int ndims, int[] dims, boolean[] periods, boolean reorder) {
        MPI_Comm[] comm_cart = new MPI_Comm[1];
        Calls.check(
                Calls.tool().MPI_Cart_create(comm_old, ndims, dims, periods, reorder, comm_cart));
        return comm_cart[0];
    }

    /** Fills the zero entries of dims with a balanced factorisation of nnodes, non-increasing. */
    public static int MPI_Dims_create(int nnodes, int ndims, int[] dims) {
        return Calls.tool().MPI_Dims_create(nnodes, ndims, dims);
    }

    /** New communicator with a general graph topology; surplus processes get MPI_COMM_NULL. */
    public static int MPI_Graph_create(
            MPI_Comm comm_old,
            int nnodes,
            int[] index,
            int[] edges,
            boolean reorder,
            MPI_Comm[] comm_graph) {
        return Calls.tool().MPI_Graph_create(comm_old, nnodes, index, edges, reorder, comm_graph);
    }

    /** New communicator with a general graph topology; surplus processes get MPI_COMM_NULL. */
    public static MPI_Comm MPI_Graph_create(
            MPI_Comm comm_old, int nnodes, int[] index, int[] edges, boolean reorder) {
        MPI_Comm[] comm_graph = new MPI_Comm[1];
        Calls.check(
                Calls.tool().MPI_Graph_create(comm_old, nnodes, index, edges, reorder, comm_graph));
        return comm_graph[0];
    }

    /** MPI_GRAPH, MPI_CART or MPI_UNDEFINED. */
    public static int MPI_Topo_test(MPI_Comm comm, int[] status) {
        return Calls.tool().MPI_Topo_test(comm, status);
    }

    /** MPI_GRAPH, MPI_CART or MPI_UNDEFINED. */
    public static int MPI_Topo_test(MPI_Comm comm) {
        int[] status = new int[1];
        Calls.check(Calls.tool().MPI_Topo_test(comm, status));
        return status[0];
    }

    /** Number of nodes and of edge entries of the graph topology. */
    public static int MPI_Graphdims_get(MPI_Comm comm, int[] nnodes, int[] nedges) {
        return Calls.tool().MPI_Graphdims_get(comm, nnodes, nedges);
    }

    /** Copies index and edges of the graph topology into caller arrays. */
    public static int MPI_Graph_get(
            MPI_Comm comm, int maxindex, int maxedges, int[] index, int[] edges) {
        return Calls.tool().MPI_Graph_get(comm, maxindex, maxedges, index, edges);
    }

    /** Number of cartesian dimensions. */
    public static int MPI_Cartdim_get(MPI_Comm comm, int[] ndims) {
        return Calls.tool().MPI_Cartdim_get(comm, ndims);
    }

    /** Number of cartesian dimensions. */
    public static int MPI_Cartdim_get(MPI_Comm comm) {
        int[] ndims = new int[1];
        Calls.check(Calls.tool().MPI_Cartdim_get(comm, ndims));
        return ndims[0];
    }

    /** dims, periods and the caller's coordinates. */
    public static int MPI_Cart_get(
            MPI_Comm comm, int maxdims, int[] dims, boolean[] periods, int[] coords) {
        return Calls.tool().MPI_Cart_get(comm, maxdims, dims, periods, coords);
    }

    /** Coordinates to rank, wrapping periodic dimensions. */
    public static int MPI_Cart_rank(MPI_Comm comm, int[] coords, int[] rank) {
        return Calls.tool().MPI_Cart_rank(comm, coords, rank);
    }

    /** Coordinates to rank, wrapping periodic dimensions. */
    public static int MPI_Cart_rank(MPI_Comm comm, int[] coords) {
        int[] rank = new int[1];
        Calls.check(Calls.tool().MPI_Cart_rank(comm, coords, rank));
        return rank[0];
    }

    /** Rank to coordinates. */
    public static int MPI_Cart_coords(MPI_Comm comm, int rank, int maxdims, int[] coords) {
        return Calls.tool().MPI_Cart_coords(comm, rank, maxdims, coords);
    }

    /** Rank to coordinates. */
    public static int[] MPI_Cart_coords(MPI_Comm comm, int rank, int maxdims) {
        int[] coords = new int[Math.max(0, maxdims)];
        Calls.check(Calls.tool().MPI_Cart_coords(comm, rank, maxdims, coords));
        return coords;
    }

    /** Number of neighbours of a rank. */
    public static int MPI_Graph_neighbors_count(MPI_Comm comm, int rank, int[] nneighbors) {
        return Calls.tool().MPI_Graph_neighbors_count(comm, rank, nneighbors);
    }

    /** Number of neighbours of a rank. */
    public static int MPI_Graph_neighbors_count(MPI_Comm comm, int rank) {
        int[] nneighbors = new int[1];
        Calls.check(Calls.tool().MPI_Graph_neighbors_count(comm, rank, nneighbors));
        return nneighbors[0];
    }

    /** Ranks of the neighbours of a rank, in edge-list order. */
    public static int MPI_Graph_neighbors(
            MPI_Comm comm, int rank, int maxneighbors, int[] neighbors) {
        return Calls.tool().MPI_Graph_neighbors(comm, rank, maxneighbors, neighbors);
    }

    /** Ranks of the neighbours of a rank, in edge-list order. */
    public static int[] MPI_Graph_neighbors(MPI_Comm comm, int rank, int maxneighbors) {
        int[] neighbors = new int[Math.max(0, maxneighbors)];
        Calls.check(Calls.tool().MPI_Graph_neighbors(comm, rank, maxneighbors, neighbors));
        return neighbors;
    }

    /**
     * Source and destination ranks for a shift along one dimension; MPI_PROC_NULL off a
     * non-periodic edge.
     */
    public static int MPI_Cart_shift(
            MPI_Comm comm, int direction, int disp, int[] rank_source, int[] rank_dest) {
        return Calls.tool().MPI_Cart_shift(comm, direction, disp, rank_source, rank_dest);
    }

    /** Splits a grid into lower-dimensional sub-grids, keeping the flagged dimensions. */
    public static int MPI_Cart_sub(MPI_Comm comm, boolean[] remain_dims, MPI_Comm[] newcomm) {
        return Calls.tool().MPI_Cart_sub(comm, remain_dims, newcomm);
    }

    /** Splits a grid into lower-dimensional sub-grids, keeping the flagged dimensions. */
    public static MPI_Comm MPI_Cart_sub(MPI_Comm comm, boolean[] remain_dims) {
        MPI_Comm[] newcomm = new MPI_Comm[1];
        Calls.check(Calls.tool().MPI_Cart_sub(comm, remain_dims, newcomm));
        return newcomm[0];
    }

    /** Rank that the caller would get in a reordered grid, MPI_UNDEFINED when outside. */
    public static int MPI_Cart_map(
            MPI_Comm comm, int ndims, int[] dims, boolean[] periods, int[] newrank) {
        return Calls.tool().MPI_Cart_map(comm, ndims, dims, periods, newrank);
    }

    /** Rank that the caller would get in a reordered grid, MPI_UNDEFINED when outside. */
    public static int MPI_Cart_map(MPI_Comm comm, int ndims, int[] dims, boolean[] periods) {
        int[] newrank = new int[1];
        Calls.check(Calls.tool().MPI_Cart_map(comm, ndims, dims, periods, newrank));
        return newrank[0];
    }

    /** Rank that the caller would get in a reordered graph, MPI_UNDEFINED when outside. */
    public static int MPI_Graph_map(
            MPI_Comm comm, int nnodes, int[] index, int[] edges, int[] newrank) {
        return Calls.tool().MPI_Graph_map(comm, nnodes, index, edges, newrank);
    }

    /** Rank that the caller would get in a reordered graph, MPI_UNDEFINED when outside. */
    public static int MPI_Graph_map(MPI_Comm comm, int nnodes, int[] index, int[] edges) {
        int[] newrank = new int[1];
        Calls.check(Calls.tool().MPI_Graph_map(comm, nnodes, index, edges, newrank));
        return newrank[0];
    }
}
