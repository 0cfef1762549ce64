package org.javampi.core.binding;

import org.javampi.MPI_Comm;
import org.javampi.MPI_Copy_function;
import org.javampi.MPI_Datatype;
import org.javampi.MPI_Delete_function;
import org.javampi.MPI_Group;
import org.javampi.MPI_Op;
import org.javampi.MPI_Request;
import org.javampi.MPI_Status;
import org.javampi.MPI_User_function;
import org.javampi.Binding;

/**
 * The functions whose engine is still to come. Each fails in the same clear way; the chapters below this class in the
 * chain take them over one by one, until nothing is left here and the class goes.
 */
abstract class UnavailableCalls extends Binding {
    UnavailableCalls() {}

    /** Reports MPI_ERR_OTHER for {@code function}. */
    abstract int unavailable(String function);

    @Override
    public int MPI_Get_count(MPI_Status status, MPI_Datatype datatype, int[] count) {
        return unavailable("MPI_Get_count");
    }

    @Override
    public int MPI_Bsend(Object buf, int count, MPI_Datatype datatype, int dest, int tag, MPI_Comm comm) {
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
    public int MPI_Ibsend(Object buf, int count, MPI_Datatype datatype, int dest, int tag, MPI_Comm comm, MPI_Request[] request) {
        return unavailable("MPI_Ibsend");
    }

    @Override
    public int MPI_Send_init(Object buf, int count, MPI_Datatype datatype, int dest, int tag, MPI_Comm comm, MPI_Request[] request) {
        return unavailable("MPI_Send_init");
    }

    @Override
    public int MPI_Bsend_init(Object buf, int count, MPI_Datatype datatype, int dest, int tag, MPI_Comm comm, MPI_Request[] request) {
        return unavailable("MPI_Bsend_init");
    }

    @Override
    public int MPI_Ssend_init(Object buf, int count, MPI_Datatype datatype, int dest, int tag, MPI_Comm comm, MPI_Request[] request) {
        return unavailable("MPI_Ssend_init");
    }

    @Override
    public int MPI_Rsend_init(Object buf, int count, MPI_Datatype datatype, int dest, int tag, MPI_Comm comm, MPI_Request[] request) {
        return unavailable("MPI_Rsend_init");
    }

    @Override
    public int MPI_Recv_init(Object buf, int count, MPI_Datatype datatype, int source, int tag, MPI_Comm comm, MPI_Request[] request) {
        return unavailable("MPI_Recv_init");
    }

    @Override
    public int MPI_Start(MPI_Request[] request) {
        return unavailable("MPI_Start");
    }

    @Override
    public int MPI_Startall(int count, MPI_Request[] array_of_requests) {
        return unavailable("MPI_Startall");
    }

    @Override
    public int MPI_Type_contiguous(int count, MPI_Datatype oldtype, MPI_Datatype[] newtype) {
        return unavailable("MPI_Type_contiguous");
    }

    @Override
    public int MPI_Type_vector(int count, int blocklength, int stride, MPI_Datatype oldtype, MPI_Datatype[] newtype) {
        return unavailable("MPI_Type_vector");
    }

    @Override
    public int MPI_Type_hvector(int count, int blocklength, long stride, MPI_Datatype oldtype, MPI_Datatype[] newtype) {
        return unavailable("MPI_Type_hvector");
    }

    @Override
    public int MPI_Type_indexed(int count, int[] array_of_blocklengths, int[] array_of_displacements, MPI_Datatype oldtype, MPI_Datatype[] newtype) {
        return unavailable("MPI_Type_indexed");
    }

    @Override
    public int MPI_Type_hindexed(int count, int[] array_of_blocklengths, long[] array_of_displacements, MPI_Datatype oldtype, MPI_Datatype[] newtype) {
        return unavailable("MPI_Type_hindexed");
    }

    @Override
    public int MPI_Type_struct(int count, int[] array_of_blocklengths, long[] array_of_displacements, MPI_Datatype[] array_of_types, MPI_Datatype[] newtype) {
        return unavailable("MPI_Type_struct");
    }

    @Override
    public int MPI_Address(Object location, long[] address) {
        return unavailable("MPI_Address");
    }

    @Override
    public int MPI_Type_extent(MPI_Datatype datatype, long[] extent) {
        return unavailable("MPI_Type_extent");
    }

    @Override
    public int MPI_Type_size(MPI_Datatype datatype, int[] size) {
        return unavailable("MPI_Type_size");
    }

    @Override
    public int MPI_Type_lb(MPI_Datatype datatype, long[] displacement) {
        return unavailable("MPI_Type_lb");
    }

    @Override
    public int MPI_Type_ub(MPI_Datatype datatype, long[] displacement) {
        return unavailable("MPI_Type_ub");
    }

    @Override
    public int MPI_Type_commit(MPI_Datatype[] datatype) {
        return unavailable("MPI_Type_commit");
    }

    @Override
    public int MPI_Type_free(MPI_Datatype[] datatype) {
        return unavailable("MPI_Type_free");
    }

    @Override
    public int MPI_Get_elements(MPI_Status status, MPI_Datatype datatype, int[] count) {
        return unavailable("MPI_Get_elements");
    }

    @Override
    public int MPI_Pack(Object inbuf, int incount, MPI_Datatype datatype, Object outbuf, int outsize, int[] position, MPI_Comm comm) {
        return unavailable("MPI_Pack");
    }

    @Override
    public int MPI_Unpack(Object inbuf, int insize, int[] position, Object outbuf, int outcount, MPI_Datatype datatype, MPI_Comm comm) {
        return unavailable("MPI_Unpack");
    }

    @Override
    public int MPI_Pack_size(int incount, MPI_Datatype datatype, MPI_Comm comm, int[] size) {
        return unavailable("MPI_Pack_size");
    }

    @Override
    public int MPI_Barrier(MPI_Comm comm) {
        return unavailable("MPI_Barrier");
    }

    @Override
    public int MPI_Bcast(Object buffer, int count, MPI_Datatype datatype, int root, MPI_Comm comm) {
        return unavailable("MPI_Bcast");
    }

    @Override
    public int MPI_Gather(Object sendbuf, int sendcount, MPI_Datatype sendtype, Object recvbuf, int recvcount, MPI_Datatype recvtype, int root, MPI_Comm comm) {
        return unavailable("MPI_Gather");
    }

    @Override
    public int MPI_Gatherv(Object sendbuf, int sendcount, MPI_Datatype sendtype, Object recvbuf, int[] recvcounts, int[] displs, MPI_Datatype recvtype, int root, MPI_Comm comm) {
        return unavailable("MPI_Gatherv");
    }

    @Override
    public int MPI_Scatter(Object sendbuf, int sendcount, MPI_Datatype sendtype, Object recvbuf, int recvcount, MPI_Datatype recvtype, int root, MPI_Comm comm) {
        return unavailable("MPI_Scatter");
    }

    @Override
    public int MPI_Scatterv(Object sendbuf, int[] sendcounts, int[] displs, MPI_Datatype sendtype, Object recvbuf, int recvcount, MPI_Datatype recvtype, int root, MPI_Comm comm) {
        return unavailable("MPI_Scatterv");
    }

    @Override
    public int MPI_Allgather(Object sendbuf, int sendcount, MPI_Datatype sendtype, Object recvbuf, int recvcount, MPI_Datatype recvtype, MPI_Comm comm) {
        return unavailable("MPI_Allgather");
    }

    @Override
    public int MPI_Allgatherv(Object sendbuf, int sendcount, MPI_Datatype sendtype, Object recvbuf, int[] recvcounts, int[] displs, MPI_Datatype recvtype, MPI_Comm comm) {
        return unavailable("MPI_Allgatherv");
    }

    @Override
    public int MPI_Alltoall(Object sendbuf, int sendcount, MPI_Datatype sendtype, Object recvbuf, int recvcount, MPI_Datatype recvtype, MPI_Comm comm) {
        return unavailable("MPI_Alltoall");
    }

    @Override
    public int MPI_Alltoallv(Object sendbuf, int[] sendcounts, int[] sdispls, MPI_Datatype sendtype, Object recvbuf, int[] recvcounts, int[] rdispls, MPI_Datatype recvtype, MPI_Comm comm) {
        return unavailable("MPI_Alltoallv");
    }

    @Override
    public int MPI_Reduce(Object sendbuf, Object recvbuf, int count, MPI_Datatype datatype, MPI_Op op, int root, MPI_Comm comm) {
        return unavailable("MPI_Reduce");
    }

    @Override
    public int MPI_Op_create(MPI_User_function function, boolean commute, MPI_Op[] op) {
        return unavailable("MPI_Op_create");
    }

    @Override
    public int MPI_Op_free(MPI_Op[] op) {
        return unavailable("MPI_Op_free");
    }

    @Override
    public int MPI_Allreduce(Object sendbuf, Object recvbuf, int count, MPI_Datatype datatype, MPI_Op op, MPI_Comm comm) {
        return unavailable("MPI_Allreduce");
    }

    @Override
    public int MPI_Reduce_scatter(Object sendbuf, Object recvbuf, int[] recvcounts, MPI_Datatype datatype, MPI_Op op, MPI_Comm comm) {
        return unavailable("MPI_Reduce_scatter");
    }

    @Override
    public int MPI_Scan(Object sendbuf, Object recvbuf, int count, MPI_Datatype datatype, MPI_Op op, MPI_Comm comm) {
        return unavailable("MPI_Scan");
    }

    @Override
    public int MPI_Group_size(MPI_Group group, int[] size) {
        return unavailable("MPI_Group_size");
    }

    @Override
    public int MPI_Group_rank(MPI_Group group, int[] rank) {
        return unavailable("MPI_Group_rank");
    }

    @Override
    public int MPI_Group_translate_ranks(MPI_Group group1, int n, int[] ranks1, MPI_Group group2, int[] ranks2) {
        return unavailable("MPI_Group_translate_ranks");
    }

    @Override
    public int MPI_Group_compare(MPI_Group group1, MPI_Group group2, int[] result) {
        return unavailable("MPI_Group_compare");
    }

    @Override
    public int MPI_Comm_group(MPI_Comm comm, MPI_Group[] group) {
        return unavailable("MPI_Comm_group");
    }

    @Override
    public int MPI_Group_union(MPI_Group group1, MPI_Group group2, MPI_Group[] newgroup) {
        return unavailable("MPI_Group_union");
    }

    @Override
    public int MPI_Group_intersection(MPI_Group group1, MPI_Group group2, MPI_Group[] newgroup) {
        return unavailable("MPI_Group_intersection");
    }

    @Override
    public int MPI_Group_difference(MPI_Group group1, MPI_Group group2, MPI_Group[] newgroup) {
        return unavailable("MPI_Group_difference");
    }

    @Override
    public int MPI_Group_incl(MPI_Group group, int n, int[] ranks, MPI_Group[] newgroup) {
        return unavailable("MPI_Group_incl");
    }

    @Override
    public int MPI_Group_excl(MPI_Group group, int n, int[] ranks, MPI_Group[] newgroup) {
        return unavailable("MPI_Group_excl");
    }

    @Override
    public int MPI_Group_range_incl(MPI_Group group, int n, int[][] ranges, MPI_Group[] newgroup) {
        return unavailable("MPI_Group_range_incl");
    }

    @Override
    public int MPI_Group_range_excl(MPI_Group group, int n, int[][] ranges, MPI_Group[] newgroup) {
        return unavailable("MPI_Group_range_excl");
    }

    @Override
    public int MPI_Group_free(MPI_Group[] group) {
        return unavailable("MPI_Group_free");
    }

    @Override
    public int MPI_Comm_compare(MPI_Comm comm1, MPI_Comm comm2, int[] result) {
        return unavailable("MPI_Comm_compare");
    }

    @Override
    public int MPI_Comm_dup(MPI_Comm comm, MPI_Comm[] newcomm) {
        return unavailable("MPI_Comm_dup");
    }

    @Override
    public int MPI_Comm_create(MPI_Comm comm, MPI_Group group, MPI_Comm[] newcomm) {
        return unavailable("MPI_Comm_create");
    }

    @Override
    public int MPI_Comm_split(MPI_Comm comm, int color, int key, MPI_Comm[] newcomm) {
        return unavailable("MPI_Comm_split");
    }

    @Override
    public int MPI_Comm_free(MPI_Comm[] comm) {
        return unavailable("MPI_Comm_free");
    }

    @Override
    public int MPI_Comm_test_inter(MPI_Comm comm, boolean[] flag) {
        return unavailable("MPI_Comm_test_inter");
    }

    @Override
    public int MPI_Comm_remote_size(MPI_Comm comm, int[] size) {
        return unavailable("MPI_Comm_remote_size");
    }

    @Override
    public int MPI_Comm_remote_group(MPI_Comm comm, MPI_Group[] group) {
        return unavailable("MPI_Comm_remote_group");
    }

    @Override
    public int MPI_Intercomm_create(MPI_Comm local_comm, int local_leader, MPI_Comm peer_comm, int remote_leader, int tag, MPI_Comm[] newintercomm) {
        return unavailable("MPI_Intercomm_create");
    }

    @Override
    public int MPI_Intercomm_merge(MPI_Comm intercomm, boolean high, MPI_Comm[] newintracomm) {
        return unavailable("MPI_Intercomm_merge");
    }

    @Override
    public int MPI_Keyval_create(MPI_Copy_function copy_fn, MPI_Delete_function delete_fn, int[] keyval, Object extra_state) {
        return unavailable("MPI_Keyval_create");
    }

    @Override
    public int MPI_Keyval_free(int[] keyval) {
        return unavailable("MPI_Keyval_free");
    }

    @Override
    public int MPI_Attr_put(MPI_Comm comm, int keyval, Object attribute_val) {
        return unavailable("MPI_Attr_put");
    }

    @Override
    public int MPI_Attr_get(MPI_Comm comm, int keyval, Object[] attribute_val, boolean[] flag) {
        return unavailable("MPI_Attr_get");
    }

    @Override
    public int MPI_Attr_delete(MPI_Comm comm, int keyval) {
        return unavailable("MPI_Attr_delete");
    }

    @Override
    public int MPI_Cart_create(MPI_Comm comm_old, int ndims, int[] dims, boolean[] periods, boolean reorder, MPI_Comm[] comm_cart) {
        return unavailable("MPI_Cart_create");
    }

    @Override
    public int MPI_Dims_create(int nnodes, int ndims, int[] dims) {
        return unavailable("MPI_Dims_create");
    }

    @Override
    public int MPI_Graph_create(MPI_Comm comm_old, int nnodes, int[] index, int[] edges, boolean reorder, MPI_Comm[] comm_graph) {
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
    public int MPI_Cart_get(MPI_Comm comm, int maxdims, int[] dims, boolean[] periods, int[] coords) {
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
    public int MPI_Cart_shift(MPI_Comm comm, int direction, int disp, int[] rank_source, int[] rank_dest) {
        return unavailable("MPI_Cart_shift");
    }

    @Override
    public int MPI_Cart_sub(MPI_Comm comm, boolean[] remain_dims, MPI_Comm[] newcomm) {
        return unavailable("MPI_Cart_sub");
    }

    @Override
    public int MPI_Cart_map(MPI_Comm comm, int ndims, int[] dims, boolean[] periods, int[] newrank) {
        return unavailable("MPI_Cart_map");
    }

    @Override
    public int MPI_Graph_map(MPI_Comm comm, int nnodes, int[] index, int[] edges, int[] newrank) {
        return unavailable("MPI_Graph_map");
    }
}
