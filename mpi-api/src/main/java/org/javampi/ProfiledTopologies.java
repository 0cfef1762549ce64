package org.javampi;

/** The functions of {@link Topologies} under their PMPI names. */
abstract class ProfiledTopologies extends ProfiledCommunicators {
    ProfiledTopologies() {}

    /** As {@link MPI#MPI_Cart_create}, below all tools. */
    public static int PMPI_Cart_create(
            MPI_Comm comm_old, int ndims, int[] dims, boolean[] periods, boolean reorder, MPI_Comm[] comm_cart) {
        return Calls.binding().MPI_Cart_create(comm_old, ndims, dims, periods, reorder, comm_cart);
    }

    /** As {@link MPI#MPI_Cart_create}, below all tools. */
    public static MPI_Comm PMPI_Cart_create(
            MPI_Comm comm_old, int ndims, int[] dims, boolean[] periods, boolean reorder) {
        MPI_Comm[] comm_cart = new MPI_Comm[1];
        Calls.check(Calls.binding().MPI_Cart_create(comm_old, ndims, dims, periods, reorder, comm_cart));
        return comm_cart[0];
    }

    /** As {@link MPI#MPI_Dims_create}, below all tools. */
    public static int PMPI_Dims_create(int nnodes, int ndims, int[] dims) {
        return Calls.binding().MPI_Dims_create(nnodes, ndims, dims);
    }

    /** As {@link MPI#MPI_Graph_create}, below all tools. */
    public static int PMPI_Graph_create(
            MPI_Comm comm_old, int nnodes, int[] index, int[] edges, boolean reorder, MPI_Comm[] comm_graph) {
        return Calls.binding().MPI_Graph_create(comm_old, nnodes, index, edges, reorder, comm_graph);
    }

    /** As {@link MPI#MPI_Graph_create}, below all tools. */
    public static MPI_Comm PMPI_Graph_create(MPI_Comm comm_old, int nnodes, int[] index, int[] edges, boolean reorder) {
        MPI_Comm[] comm_graph = new MPI_Comm[1];
        Calls.check(Calls.binding().MPI_Graph_create(comm_old, nnodes, index, edges, reorder, comm_graph));
        return comm_graph[0];
    }

    /** As {@link MPI#MPI_Topo_test}, below all tools. */
    public static int PMPI_Topo_test(MPI_Comm comm, int[] status) {
        return Calls.binding().MPI_Topo_test(comm, status);
    }

    /** As {@link MPI#MPI_Topo_test}, below all tools. */
    public static int PMPI_Topo_test(MPI_Comm comm) {
        int[] status = new int[1];
        Calls.check(Calls.binding().MPI_Topo_test(comm, status));
        return status[0];
    }

    /** As {@link MPI#MPI_Graphdims_get}, below all tools. */
    public static int PMPI_Graphdims_get(MPI_Comm comm, int[] nnodes, int[] nedges) {
        return Calls.binding().MPI_Graphdims_get(comm, nnodes, nedges);
    }

    /** As {@link MPI#MPI_Graph_get}, below all tools. */
    public static int PMPI_Graph_get(MPI_Comm comm, int maxindex, int maxedges, int[] index, int[] edges) {
        return Calls.binding().MPI_Graph_get(comm, maxindex, maxedges, index, edges);
    }

    /** As {@link MPI#MPI_Cartdim_get}, below all tools. */
    public static int PMPI_Cartdim_get(MPI_Comm comm, int[] ndims) {
        return Calls.binding().MPI_Cartdim_get(comm, ndims);
    }

    /** As {@link MPI#MPI_Cartdim_get}, below all tools. */
    public static int PMPI_Cartdim_get(MPI_Comm comm) {
        int[] ndims = new int[1];
        Calls.check(Calls.binding().MPI_Cartdim_get(comm, ndims));
        return ndims[0];
    }

    /** As {@link MPI#MPI_Cart_get}, below all tools. */
    public static int PMPI_Cart_get(MPI_Comm comm, int maxdims, int[] dims, boolean[] periods, int[] coords) {
        return Calls.binding().MPI_Cart_get(comm, maxdims, dims, periods, coords);
    }

    /** As {@link MPI#MPI_Cart_rank}, below all tools. */
    public static int PMPI_Cart_rank(MPI_Comm comm, int[] coords, int[] rank) {
        return Calls.binding().MPI_Cart_rank(comm, coords, rank);
    }

    /** As {@link MPI#MPI_Cart_rank}, below all tools. */
    public static int PMPI_Cart_rank(MPI_Comm comm, int[] coords) {
        int[] rank = new int[1];
        Calls.check(Calls.binding().MPI_Cart_rank(comm, coords, rank));
        return rank[0];
    }

    /** As {@link MPI#MPI_Cart_coords}, below all tools. */
    public static int PMPI_Cart_coords(MPI_Comm comm, int rank, int maxdims, int[] coords) {
        return Calls.binding().MPI_Cart_coords(comm, rank, maxdims, coords);
    }

    /** As {@link MPI#MPI_Cart_coords}, below all tools. */
    public static int[] PMPI_Cart_coords(MPI_Comm comm, int rank, int maxdims) {
        int[] coords = new int[Math.max(0, maxdims)];
        Calls.check(Calls.binding().MPI_Cart_coords(comm, rank, maxdims, coords));
        return coords;
    }

    /** As {@link MPI#MPI_Graph_neighbors_count}, below all tools. */
    public static int PMPI_Graph_neighbors_count(MPI_Comm comm, int rank, int[] nneighbors) {
        return Calls.binding().MPI_Graph_neighbors_count(comm, rank, nneighbors);
    }

    /** As {@link MPI#MPI_Graph_neighbors_count}, below all tools. */
    public static int PMPI_Graph_neighbors_count(MPI_Comm comm, int rank) {
        int[] nneighbors = new int[1];
        Calls.check(Calls.binding().MPI_Graph_neighbors_count(comm, rank, nneighbors));
        return nneighbors[0];
    }

    /** As {@link MPI#MPI_Graph_neighbors}, below all tools. */
    public static int PMPI_Graph_neighbors(MPI_Comm comm, int rank, int maxneighbors, int[] neighbors) {
        return Calls.binding().MPI_Graph_neighbors(comm, rank, maxneighbors, neighbors);
    }

    /** As {@link MPI#MPI_Graph_neighbors}, below all tools. */
    public static int[] PMPI_Graph_neighbors(MPI_Comm comm, int rank, int maxneighbors) {
        int[] neighbors = new int[Math.max(0, maxneighbors)];
        Calls.check(Calls.binding().MPI_Graph_neighbors(comm, rank, maxneighbors, neighbors));
        return neighbors;
    }

    /** As {@link MPI#MPI_Cart_shift}, below all tools. */
    public static int PMPI_Cart_shift(MPI_Comm comm, int direction, int disp, int[] rank_source, int[] rank_dest) {
        return Calls.binding().MPI_Cart_shift(comm, direction, disp, rank_source, rank_dest);
    }

    /** As {@link MPI#MPI_Cart_sub}, below all tools. */
    public static int PMPI_Cart_sub(MPI_Comm comm, boolean[] remain_dims, MPI_Comm[] newcomm) {
        return Calls.binding().MPI_Cart_sub(comm, remain_dims, newcomm);
    }

    /** As {@link MPI#MPI_Cart_sub}, below all tools. */
    public static MPI_Comm PMPI_Cart_sub(MPI_Comm comm, boolean[] remain_dims) {
        MPI_Comm[] newcomm = new MPI_Comm[1];
        Calls.check(Calls.binding().MPI_Cart_sub(comm, remain_dims, newcomm));
        return newcomm[0];
    }

    /** As {@link MPI#MPI_Cart_map}, below all tools. */
    public static int PMPI_Cart_map(MPI_Comm comm, int ndims, int[] dims, boolean[] periods, int[] newrank) {
        return Calls.binding().MPI_Cart_map(comm, ndims, dims, periods, newrank);
    }

    /** As {@link MPI#MPI_Cart_map}, below all tools. */
    public static int PMPI_Cart_map(MPI_Comm comm, int ndims, int[] dims, boolean[] periods) {
        int[] newrank = new int[1];
        Calls.check(Calls.binding().MPI_Cart_map(comm, ndims, dims, periods, newrank));
        return newrank[0];
    }

    /** As {@link MPI#MPI_Graph_map}, below all tools. */
    public static int PMPI_Graph_map(MPI_Comm comm, int nnodes, int[] index, int[] edges, int[] newrank) {
        return Calls.binding().MPI_Graph_map(comm, nnodes, index, edges, newrank);
    }

    /** As {@link MPI#MPI_Graph_map}, below all tools. */
    public static int PMPI_Graph_map(MPI_Comm comm, int nnodes, int[] index, int[] edges) {
        int[] newrank = new int[1];
        Calls.check(Calls.binding().MPI_Graph_map(comm, nnodes, index, edges, newrank));
        return newrank[0];
    }
}
