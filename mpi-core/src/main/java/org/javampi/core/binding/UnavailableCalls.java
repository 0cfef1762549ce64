package org.javampi.core.binding;

import org.javampi.Binding;
import org.javampi.MPI_Comm;
import org.javampi.MPI_Datatype;
import org.javampi.MPI_Request;

/**
 * The functions whose engine is still to come. Each fails in the same clear way; the chapters below
 * this class in the chain take them over one by one, until nothing is left here and the class goes.
 */
abstract class UnavailableCalls extends Binding {
    UnavailableCalls() {}

    /** Reports MPI_ERR_OTHER for {@code function}. */
    abstract int unavailable(String function);

    @Override
    public int MPI_Bsend(
            Object buf, int count, MPI_Datatype datatype, int dest, int tag, MPI_Comm comm) {
        return unavailable("MPI_Bsend");
    }

    @Override
    public int MPI_Buffer_attach(Object buffer, int size) {
        return unavailable("MPI_Buffer_attach");
    }

    @Override
    public int MPI_Buffer_detach(Object[] buffer_addr, int[] size) {
        return unavailable("MPI_Buffer_detach");
    }

    @Override
    public int MPI_Ibsend(
            Object buf,
            int count,
            MPI_Datatype datatype,
            int dest,
            int tag,
            MPI_Comm comm,
            MPI_Request[] request) {
        return unavailable("MPI_Ibsend");
    }

    @Override
    public int MPI_Bsend_init(
            Object buf,
            int count,
            MPI_Datatype datatype,
            int dest,
            int tag,
            MPI_Comm comm,
            MPI_Request[] request) {
        return unavailable("MPI_Bsend_init");
    }

    @Override
    public int MPI_Intercomm_create(
            MPI_Comm local_comm,
            int local_leader,
            MPI_Comm peer_comm,
            int remote_leader,
            int tag,
            MPI_Comm[] newintercomm) {
        return unavailable("MPI_Intercomm_create");
    }

    @Override
    public int MPI_Intercomm_merge(MPI_Comm intercomm, boolean high, MPI_Comm[] newintracomm) {
        return unavailable("MPI_Intercomm_merge");
    }

    @Override
    public int MPI_Cart_create(
            MPI_Comm comm_old,
            int ndims,
            int[] dims,
            boolean[] periods,
            boolean reorder,
            MPI_Comm[] comm_cart) {
        return unavailable("MPI_Cart_create");
    }

    @Override
    public int MPI_Dims_create(int nnodes, int ndims, int[] dims) {
        return unavailable("MPI_Dims_create");
    }

    @Override
    public int MPI_Graph_create(
            MPI_Comm comm_old,
            int nnodes,
            int[] index,
            int[] edges,
            boolean reorder,
            MPI_Comm[] comm_graph) {
        return unavailable("MPI_Graph_create");
    }

    @Override
    public int MPI_Topo_test(MPI_Comm comm, int[] status) {
        return unavailable("MPI_Topo_test");
    }

    @Override
    public int MPI_Graphdims_get(MPI_Comm comm, int[] nnodes, int[] nedges) {
        return unavailable("MPI_Graphdims_get");
    }

    @Override
    public int MPI_Graph_get(MPI_Comm comm, int maxindex, int maxedges, int[] index, int[] edges) {
        return unavailable("MPI_Graph_get");
    }

    @Override
    public int MPI_Cartdim_get(MPI_Comm comm, int[] ndims) {
        return unavailable("MPI_Cartdim_get");
    }

    @Override
    public int MPI_Cart_get(
            MPI_Comm comm, int maxdims, int[] dims, boolean[] periods, int[] coords) {
        return unavailable("MPI_Cart_get");
    }

    @Override
    public int MPI_Cart_rank(MPI_Comm comm, int[] coords, int[] rank) {
        return unavailable("MPI_Cart_rank");
    }

    @Override
    public int MPI_Cart_coords(MPI_Comm comm, int rank, int maxdims, int[] coords) {
        return unavailable("MPI_Cart_coords");
    }

    @Override
    public int MPI_Graph_neighbors_count(MPI_Comm comm, int rank, int[] nneighbors) {
        return unavailable("MPI_Graph_neighbors_count");
    }

    @Override
    public int MPI_Graph_neighbors(MPI_Comm comm, int rank, int maxneighbors, int[] neighbors) {
        return unavailable("MPI_Graph_neighbors");
    }

    @Override
    public int MPI_Cart_shift(
            MPI_Comm comm, int direction, int disp, int[] rank_source, int[] rank_dest) {
        return unavailable("MPI_Cart_shift");
    }

    @Override
    public int MPI_Cart_sub(MPI_Comm comm, boolean[] remain_dims, MPI_Comm[] newcomm) {
        return unavailable("MPI_Cart_sub");
    }

    @Override
    public int MPI_Cart_map(
            MPI_Comm comm, int ndims, int[] dims, boolean[] periods, int[] newrank) {
        return unavailable("MPI_Cart_map");
    }

    @Override
    public int MPI_Graph_map(MPI_Comm comm, int nnodes, int[] index, int[] edges, int[] newrank) {
        return unavailable("MPI_Graph_map");
    }
}
