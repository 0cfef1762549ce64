package org.javampi;

/**
 * A profiling tool (MPI-1.1 chapter 8): extend it, override the functions of interest, call {@code
 * super} for the function itself, and name the class in {@code META-INF/services/org.javampi.Tool}
 * on the program's class path. MPI_ names enter the outermost tool, PMPI_ names the runtime; calls
 * inside the runtime use neither. One instance serves one rank. Several tools stack in the order in
 * which ServiceLoader finds them.
 */
public abstract class Tool extends Binding {
    private Binding next;

    protected Tool() {}

    public final void onto(Binding layerBelow) {
        next = layerBelow;
    }

    @Override
    public final Checkpoints checkpoints() {
        return next.checkpoints();
    }

    @Override
    public MPIException exception(int errorcode) {
        return next.exception(errorcode);
    }

    @Override
    public int MPI_Finalized(boolean[] flag) {
        return next.MPI_Finalized(flag);
    }

    @Override
    public int MPI_Send(Object buf, int count, MPI_Datatype datatype, int dest, int tag, MPI_Comm comm) {
        return next.MPI_Send(buf, count, datatype, dest, tag, comm);
    }

    @Override
    public int MPI_Recv(
            Object buf, int count, MPI_Datatype datatype, int source, int tag, MPI_Comm comm, MPI_Status status) {
        return next.MPI_Recv(buf, count, datatype, source, tag, comm, status);
    }

    @Override
    public int MPI_Get_count(MPI_Status status, MPI_Datatype datatype, int[] count) {
        return next.MPI_Get_count(status, datatype, count);
    }

    @Override
    public int MPI_Bsend(Object buf, int count, MPI_Datatype datatype, int dest, int tag, MPI_Comm comm) {
        return next.MPI_Bsend(buf, count, datatype, dest, tag, comm);
    }

    @Override
    public int MPI_Ssend(Object buf, int count, MPI_Datatype datatype, int dest, int tag, MPI_Comm comm) {
        return next.MPI_Ssend(buf, count, datatype, dest, tag, comm);
    }

    @Override
    public int MPI_Rsend(Object buf, int count, MPI_Datatype datatype, int dest, int tag, MPI_Comm comm) {
        return next.MPI_Rsend(buf, count, datatype, dest, tag, comm);
    }

    @Override
    public int MPI_Buffer_attach(Object buffer, int size) {
        return next.MPI_Buffer_attach(buffer, size);
    }

    @Override
    public int MPI_Buffer_detach(Object[] buffer_addr, int[] size) {
        return next.MPI_Buffer_detach(buffer_addr, size);
    }

    @Override
    public int MPI_Isend(
            Object buf, int count, MPI_Datatype datatype, int dest, int tag, MPI_Comm comm, MPI_Request[] request) {
        return next.MPI_Isend(buf, count, datatype, dest, tag, comm, request);
    }

    @Override
    public int MPI_Ibsend(
            Object buf, int count, MPI_Datatype datatype, int dest, int tag, MPI_Comm comm, MPI_Request[] request) {
        return next.MPI_Ibsend(buf, count, datatype, dest, tag, comm, request);
    }

    @Override
    public int MPI_Issend(
            Object buf, int count, MPI_Datatype datatype, int dest, int tag, MPI_Comm comm, MPI_Request[] request) {
        return next.MPI_Issend(buf, count, datatype, dest, tag, comm, request);
    }

    @Override
    public int MPI_Irsend(
            Object buf, int count, MPI_Datatype datatype, int dest, int tag, MPI_Comm comm, MPI_Request[] request) {
        return next.MPI_Irsend(buf, count, datatype, dest, tag, comm, request);
    }

    @Override
    public int MPI_Irecv(
            Object buf, int count, MPI_Datatype datatype, int source, int tag, MPI_Comm comm, MPI_Request[] request) {
        return next.MPI_Irecv(buf, count, datatype, source, tag, comm, request);
    }

    @Override
    public int MPI_Wait(MPI_Request[] request, MPI_Status status) {
        return next.MPI_Wait(request, status);
    }

    @Override
    public int MPI_Test(MPI_Request[] request, boolean[] flag, MPI_Status status) {
        return next.MPI_Test(request, flag, status);
    }

    @Override
    public int MPI_Request_free(MPI_Request[] request) {
        return next.MPI_Request_free(request);
    }

    @Override
    public int MPI_Waitany(int count, MPI_Request[] array_of_requests, int[] index, MPI_Status status) {
        return next.MPI_Waitany(count, array_of_requests, index, status);
    }

    @Override
    public int MPI_Testany(int count, MPI_Request[] array_of_requests, int[] index, boolean[] flag, MPI_Status status) {
        return next.MPI_Testany(count, array_of_requests, index, flag, status);
    }

    @Override
    public int MPI_Waitall(int count, MPI_Request[] array_of_requests, MPI_Status[] array_of_statuses) {
        return next.MPI_Waitall(count, array_of_requests, array_of_statuses);
    }

    @Override
    public int MPI_Testall(int count, MPI_Request[] array_of_requests, boolean[] flag, MPI_Status[] array_of_statuses) {
        return next.MPI_Testall(count, array_of_requests, flag, array_of_statuses);
    }

    @Override
    public int MPI_Waitsome(
            int incount,
            MPI_Request[] array_of_requests,
            int[] outcount,
            int[] array_of_indices,
            MPI_Status[] array_of_statuses) {
        return next.MPI_Waitsome(incount, array_of_requests, outcount, array_of_indices, array_of_statuses);
    }

    @Override
    public int MPI_Testsome(
            int incount,
            MPI_Request[] array_of_requests,
            int[] outcount,
            int[] array_of_indices,
            MPI_Status[] array_of_statuses) {
        return next.MPI_Testsome(incount, array_of_requests, outcount, array_of_indices, array_of_statuses);
    }

    @Override
    public int MPI_Iprobe(int source, int tag, MPI_Comm comm, boolean[] flag, MPI_Status status) {
        return next.MPI_Iprobe(source, tag, comm, flag, status);
    }

    @Override
    public int MPI_Probe(int source, int tag, MPI_Comm comm, MPI_Status status) {
        return next.MPI_Probe(source, tag, comm, status);
    }

    @Override
    public int MPI_Cancel(MPI_Request[] request) {
        return next.MPI_Cancel(request);
    }

    @Override
    public int MPI_Test_cancelled(MPI_Status status, boolean[] flag) {
        return next.MPI_Test_cancelled(status, flag);
    }

    @Override
    public int MPI_Send_init(
            Object buf, int count, MPI_Datatype datatype, int dest, int tag, MPI_Comm comm, MPI_Request[] request) {
        return next.MPI_Send_init(buf, count, datatype, dest, tag, comm, request);
    }

    @Override
    public int MPI_Bsend_init(
            Object buf, int count, MPI_Datatype datatype, int dest, int tag, MPI_Comm comm, MPI_Request[] request) {
        return next.MPI_Bsend_init(buf, count, datatype, dest, tag, comm, request);
    }

    @Override
    public int MPI_Ssend_init(
            Object buf, int count, MPI_Datatype datatype, int dest, int tag, MPI_Comm comm, MPI_Request[] request) {
        return next.MPI_Ssend_init(buf, count, datatype, dest, tag, comm, request);
    }

    @Override
    public int MPI_Rsend_init(
            Object buf, int count, MPI_Datatype datatype, int dest, int tag, MPI_Comm comm, MPI_Request[] request) {
        return next.MPI_Rsend_init(buf, count, datatype, dest, tag, comm, request);
    }

    @Override
    public int MPI_Recv_init(
            Object buf, int count, MPI_Datatype datatype, int source, int tag, MPI_Comm comm, MPI_Request[] request) {
        return next.MPI_Recv_init(buf, count, datatype, source, tag, comm, request);
    }

    @Override
    public int MPI_Start(MPI_Request[] request) {
        return next.MPI_Start(request);
    }

    @Override
    public int MPI_Startall(int count, MPI_Request[] array_of_requests) {
        return next.MPI_Startall(count, array_of_requests);
    }

    @Override
    public int MPI_Sendrecv(
            Object sendbuf,
            int sendcount,
            MPI_Datatype sendtype,
            int dest,
            int sendtag,
            Object recvbuf,
            int recvcount,
            MPI_Datatype recvtype,
            int source,
            int recvtag,
            MPI_Comm comm,
            MPI_Status status) {
        return next.MPI_Sendrecv(
                sendbuf, sendcount, sendtype, dest, sendtag, recvbuf, recvcount, recvtype, source, recvtag, comm,
                status);
    }

    @Override
    public int MPI_Sendrecv_replace(
            Object buf,
            int count,
            MPI_Datatype datatype,
            int dest,
            int sendtag,
            int source,
            int recvtag,
            MPI_Comm comm,
            MPI_Status status) {
        return next.MPI_Sendrecv_replace(buf, count, datatype, dest, sendtag, source, recvtag, comm, status);
    }

    @Override
    public int MPI_Type_contiguous(int count, MPI_Datatype oldtype, MPI_Datatype[] newtype) {
        return next.MPI_Type_contiguous(count, oldtype, newtype);
    }

    @Override
    public int MPI_Type_vector(int count, int blocklength, int stride, MPI_Datatype oldtype, MPI_Datatype[] newtype) {
        return next.MPI_Type_vector(count, blocklength, stride, oldtype, newtype);
    }

    @Override
    public int MPI_Type_hvector(int count, int blocklength, long stride, MPI_Datatype oldtype, MPI_Datatype[] newtype) {
        return next.MPI_Type_hvector(count, blocklength, stride, oldtype, newtype);
    }

    @Override
    public int MPI_Type_indexed(
            int count,
            int[] array_of_blocklengths,
            int[] array_of_displacements,
            MPI_Datatype oldtype,
            MPI_Datatype[] newtype) {
        return next.MPI_Type_indexed(count, array_of_blocklengths, array_of_displacements, oldtype, newtype);
    }

    @Override
    public int MPI_Type_hindexed(
            int count,
            int[] array_of_blocklengths,
            long[] array_of_displacements,
            MPI_Datatype oldtype,
            MPI_Datatype[] newtype) {
        return next.MPI_Type_hindexed(count, array_of_blocklengths, array_of_displacements, oldtype, newtype);
    }

    @Override
    public int MPI_Type_struct(
            int count,
            int[] array_of_blocklengths,
            long[] array_of_displacements,
            MPI_Datatype[] array_of_types,
            MPI_Datatype[] newtype) {
        return next.MPI_Type_struct(count, array_of_blocklengths, array_of_displacements, array_of_types, newtype);
    }

    @Override
    public int MPI_Address(Object location, long[] address) {
        return next.MPI_Address(location, address);
    }

    @Override
    public int MPI_Type_extent(MPI_Datatype datatype, long[] extent) {
        return next.MPI_Type_extent(datatype, extent);
    }

    @Override
    public int MPI_Type_size(MPI_Datatype datatype, int[] size) {
        return next.MPI_Type_size(datatype, size);
    }

    @Override
    public int MPI_Type_lb(MPI_Datatype datatype, long[] displacement) {
        return next.MPI_Type_lb(datatype, displacement);
    }

    @Override
    public int MPI_Type_ub(MPI_Datatype datatype, long[] displacement) {
        return next.MPI_Type_ub(datatype, displacement);
    }

    @Override
    public int MPI_Type_commit(MPI_Datatype[] datatype) {
        return next.MPI_Type_commit(datatype);
    }

    @Override
    public int MPI_Type_free(MPI_Datatype[] datatype) {
        return next.MPI_Type_free(datatype);
    }

    @Override
    public int MPI_Get_elements(MPI_Status status, MPI_Datatype datatype, int[] count) {
        return next.MPI_Get_elements(status, datatype, count);
    }

    @Override
    public int MPI_Pack(
            Object inbuf,
            int incount,
            MPI_Datatype datatype,
            Object outbuf,
            int outsize,
            int[] position,
            MPI_Comm comm) {
        return next.MPI_Pack(inbuf, incount, datatype, outbuf, outsize, position, comm);
    }

    @Override
    public int MPI_Unpack(
            Object inbuf,
            int insize,
            int[] position,
            Object outbuf,
            int outcount,
            MPI_Datatype datatype,
            MPI_Comm comm) {
        return next.MPI_Unpack(inbuf, insize, position, outbuf, outcount, datatype, comm);
    }

    @Override
    public int MPI_Pack_size(int incount, MPI_Datatype datatype, MPI_Comm comm, int[] size) {
        return next.MPI_Pack_size(incount, datatype, comm, size);
    }

    @Override
    public int MPI_Barrier(MPI_Comm comm) {
        return next.MPI_Barrier(comm);
    }

    @Override
    public int MPI_Bcast(Object buffer, int count, MPI_Datatype datatype, int root, MPI_Comm comm) {
        return next.MPI_Bcast(buffer, count, datatype, root, comm);
    }

    @Override
    public int MPI_Gather(
            Object sendbuf,
            int sendcount,
            MPI_Datatype sendtype,
            Object recvbuf,
            int recvcount,
            MPI_Datatype recvtype,
            int root,
            MPI_Comm comm) {
        return next.MPI_Gather(sendbuf, sendcount, sendtype, recvbuf, recvcount, recvtype, root, comm);
    }

    @Override
    public int MPI_Gatherv(
            Object sendbuf,
            int sendcount,
            MPI_Datatype sendtype,
            Object recvbuf,
            int[] recvcounts,
            int[] displs,
            MPI_Datatype recvtype,
            int root,
            MPI_Comm comm) {
        return next.MPI_Gatherv(sendbuf, sendcount, sendtype, recvbuf, recvcounts, displs, recvtype, root, comm);
    }

    @Override
    public int MPI_Scatter(
            Object sendbuf,
            int sendcount,
            MPI_Datatype sendtype,
            Object recvbuf,
            int recvcount,
            MPI_Datatype recvtype,
            int root,
            MPI_Comm comm) {
        return next.MPI_Scatter(sendbuf, sendcount, sendtype, recvbuf, recvcount, recvtype, root, comm);
    }

    @Override
    public int MPI_Scatterv(
            Object sendbuf,
            int[] sendcounts,
            int[] displs,
            MPI_Datatype sendtype,
            Object recvbuf,
            int recvcount,
            MPI_Datatype recvtype,
            int root,
            MPI_Comm comm) {
        return next.MPI_Scatterv(sendbuf, sendcounts, displs, sendtype, recvbuf, recvcount, recvtype, root, comm);
    }

    @Override
    public int MPI_Allgather(
            Object sendbuf,
            int sendcount,
            MPI_Datatype sendtype,
            Object recvbuf,
            int recvcount,
            MPI_Datatype recvtype,
            MPI_Comm comm) {
        return next.MPI_Allgather(sendbuf, sendcount, sendtype, recvbuf, recvcount, recvtype, comm);
    }

    @Override
    public int MPI_Allgatherv(
            Object sendbuf,
            int sendcount,
            MPI_Datatype sendtype,
            Object recvbuf,
            int[] recvcounts,
            int[] displs,
            MPI_Datatype recvtype,
            MPI_Comm comm) {
        return next.MPI_Allgatherv(sendbuf, sendcount, sendtype, recvbuf, recvcounts, displs, recvtype, comm);
    }

    @Override
    public int MPI_Alltoall(
            Object sendbuf,
            int sendcount,
            MPI_Datatype sendtype,
            Object recvbuf,
            int recvcount,
            MPI_Datatype recvtype,
            MPI_Comm comm) {
        return next.MPI_Alltoall(sendbuf, sendcount, sendtype, recvbuf, recvcount, recvtype, comm);
    }

    @Override
    public int MPI_Alltoallv(
            Object sendbuf,
            int[] sendcounts,
            int[] sdispls,
            MPI_Datatype sendtype,
            Object recvbuf,
            int[] recvcounts,
            int[] rdispls,
            MPI_Datatype recvtype,
            MPI_Comm comm) {
        return next.MPI_Alltoallv(sendbuf, sendcounts, sdispls, sendtype, recvbuf, recvcounts, rdispls, recvtype, comm);
    }

    @Override
    public int MPI_Reduce(
            Object sendbuf, Object recvbuf, int count, MPI_Datatype datatype, MPI_Op op, int root, MPI_Comm comm) {
        return next.MPI_Reduce(sendbuf, recvbuf, count, datatype, op, root, comm);
    }

    @Override
    public int MPI_Op_create(MPI_User_function function, boolean commute, MPI_Op[] op) {
        return next.MPI_Op_create(function, commute, op);
    }

    @Override
    public int MPI_Op_free(MPI_Op[] op) {
        return next.MPI_Op_free(op);
    }

    @Override
    public int MPI_Allreduce(
            Object sendbuf, Object recvbuf, int count, MPI_Datatype datatype, MPI_Op op, MPI_Comm comm) {
        return next.MPI_Allreduce(sendbuf, recvbuf, count, datatype, op, comm);
    }

    @Override
    public int MPI_Reduce_scatter(
            Object sendbuf, Object recvbuf, int[] recvcounts, MPI_Datatype datatype, MPI_Op op, MPI_Comm comm) {
        return next.MPI_Reduce_scatter(sendbuf, recvbuf, recvcounts, datatype, op, comm);
    }

    @Override
    public int MPI_Scan(Object sendbuf, Object recvbuf, int count, MPI_Datatype datatype, MPI_Op op, MPI_Comm comm) {
        return next.MPI_Scan(sendbuf, recvbuf, count, datatype, op, comm);
    }

    @Override
    public int MPI_Group_size(MPI_Group group, int[] size) {
        return next.MPI_Group_size(group, size);
    }

    @Override
    public int MPI_Group_rank(MPI_Group group, int[] rank) {
        return next.MPI_Group_rank(group, rank);
    }

    @Override
    public int MPI_Group_translate_ranks(MPI_Group group1, int n, int[] ranks1, MPI_Group group2, int[] ranks2) {
        return next.MPI_Group_translate_ranks(group1, n, ranks1, group2, ranks2);
    }

    @Override
    public int MPI_Group_compare(MPI_Group group1, MPI_Group group2, int[] result) {
        return next.MPI_Group_compare(group1, group2, result);
    }

    @Override
    public int MPI_Comm_group(MPI_Comm comm, MPI_Group[] group) {
        return next.MPI_Comm_group(comm, group);
    }

    @Override
    public int MPI_Group_union(MPI_Group group1, MPI_Group group2, MPI_Group[] newgroup) {
        return next.MPI_Group_union(group1, group2, newgroup);
    }

    @Override
    public int MPI_Group_intersection(MPI_Group group1, MPI_Group group2, MPI_Group[] newgroup) {
        return next.MPI_Group_intersection(group1, group2, newgroup);
    }

    @Override
    public int MPI_Group_difference(MPI_Group group1, MPI_Group group2, MPI_Group[] newgroup) {
        return next.MPI_Group_difference(group1, group2, newgroup);
    }

    @Override
    public int MPI_Group_incl(MPI_Group group, int n, int[] ranks, MPI_Group[] newgroup) {
        return next.MPI_Group_incl(group, n, ranks, newgroup);
    }

    @Override
    public int MPI_Group_excl(MPI_Group group, int n, int[] ranks, MPI_Group[] newgroup) {
        return next.MPI_Group_excl(group, n, ranks, newgroup);
    }

    @Override
    public int MPI_Group_range_incl(MPI_Group group, int n, int[][] ranges, MPI_Group[] newgroup) {
        return next.MPI_Group_range_incl(group, n, ranges, newgroup);
    }

    @Override
    public int MPI_Group_range_excl(MPI_Group group, int n, int[][] ranges, MPI_Group[] newgroup) {
        return next.MPI_Group_range_excl(group, n, ranges, newgroup);
    }

    @Override
    public int MPI_Group_free(MPI_Group[] group) {
        return next.MPI_Group_free(group);
    }

    @Override
    public int MPI_Comm_size(MPI_Comm comm, int[] size) {
        return next.MPI_Comm_size(comm, size);
    }

    @Override
    public int MPI_Comm_rank(MPI_Comm comm, int[] rank) {
        return next.MPI_Comm_rank(comm, rank);
    }

    @Override
    public int MPI_Comm_compare(MPI_Comm comm1, MPI_Comm comm2, int[] result) {
        return next.MPI_Comm_compare(comm1, comm2, result);
    }

    @Override
    public int MPI_Comm_dup(MPI_Comm comm, MPI_Comm[] newcomm) {
        return next.MPI_Comm_dup(comm, newcomm);
    }

    @Override
    public int MPI_Comm_create(MPI_Comm comm, MPI_Group group, MPI_Comm[] newcomm) {
        return next.MPI_Comm_create(comm, group, newcomm);
    }

    @Override
    public int MPI_Comm_split(MPI_Comm comm, int color, int key, MPI_Comm[] newcomm) {
        return next.MPI_Comm_split(comm, color, key, newcomm);
    }

    @Override
    public int MPI_Comm_free(MPI_Comm[] comm) {
        return next.MPI_Comm_free(comm);
    }

    @Override
    public int MPI_Comm_test_inter(MPI_Comm comm, boolean[] flag) {
        return next.MPI_Comm_test_inter(comm, flag);
    }

    @Override
    public int MPI_Comm_remote_size(MPI_Comm comm, int[] size) {
        return next.MPI_Comm_remote_size(comm, size);
    }

    @Override
    public int MPI_Comm_remote_group(MPI_Comm comm, MPI_Group[] group) {
        return next.MPI_Comm_remote_group(comm, group);
    }

    @Override
    public int MPI_Intercomm_create(
            MPI_Comm local_comm,
            int local_leader,
            MPI_Comm peer_comm,
            int remote_leader,
            int tag,
            MPI_Comm[] newintercomm) {
        return next.MPI_Intercomm_create(local_comm, local_leader, peer_comm, remote_leader, tag, newintercomm);
    }

    @Override
    public int MPI_Intercomm_merge(MPI_Comm intercomm, boolean high, MPI_Comm[] newintracomm) {
        return next.MPI_Intercomm_merge(intercomm, high, newintracomm);
    }

    @Override
    public int MPI_Keyval_create(
            MPI_Copy_function copy_fn, MPI_Delete_function delete_fn, int[] keyval, Object extra_state) {
        return next.MPI_Keyval_create(copy_fn, delete_fn, keyval, extra_state);
    }

    @Override
    public int MPI_Keyval_free(int[] keyval) {
        return next.MPI_Keyval_free(keyval);
    }

    @Override
    public int MPI_Attr_put(MPI_Comm comm, int keyval, Object attribute_val) {
        return next.MPI_Attr_put(comm, keyval, attribute_val);
    }

    @Override
    public int MPI_Attr_get(MPI_Comm comm, int keyval, Object[] attribute_val, boolean[] flag) {
        return next.MPI_Attr_get(comm, keyval, attribute_val, flag);
    }

    @Override
    public int MPI_Attr_delete(MPI_Comm comm, int keyval) {
        return next.MPI_Attr_delete(comm, keyval);
    }

    @Override
    public int MPI_Cart_create(
            MPI_Comm comm_old, int ndims, int[] dims, boolean[] periods, boolean reorder, MPI_Comm[] comm_cart) {
        return next.MPI_Cart_create(comm_old, ndims, dims, periods, reorder, comm_cart);
    }

    @Override
    public int MPI_Dims_create(int nnodes, int ndims, int[] dims) {
        return next.MPI_Dims_create(nnodes, ndims, dims);
    }

    @Override
    public int MPI_Graph_create(
            MPI_Comm comm_old, int nnodes, int[] index, int[] edges, boolean reorder, MPI_Comm[] comm_graph) {
        return next.MPI_Graph_create(comm_old, nnodes, index, edges, reorder, comm_graph);
    }

    @Override
    public int MPI_Topo_test(MPI_Comm comm, int[] status) {
        return next.MPI_Topo_test(comm, status);
    }

    @Override
    public int MPI_Graphdims_get(MPI_Comm comm, int[] nnodes, int[] nedges) {
        return next.MPI_Graphdims_get(comm, nnodes, nedges);
    }

    @Override
    public int MPI_Graph_get(MPI_Comm comm, int maxindex, int maxedges, int[] index, int[] edges) {
        return next.MPI_Graph_get(comm, maxindex, maxedges, index, edges);
    }

    @Override
    public int MPI_Cartdim_get(MPI_Comm comm, int[] ndims) {
        return next.MPI_Cartdim_get(comm, ndims);
    }

    @Override
    public int MPI_Cart_get(MPI_Comm comm, int maxdims, int[] dims, boolean[] periods, int[] coords) {
        return next.MPI_Cart_get(comm, maxdims, dims, periods, coords);
    }

    @Override
    public int MPI_Cart_rank(MPI_Comm comm, int[] coords, int[] rank) {
        return next.MPI_Cart_rank(comm, coords, rank);
    }

    @Override
    public int MPI_Cart_coords(MPI_Comm comm, int rank, int maxdims, int[] coords) {
        return next.MPI_Cart_coords(comm, rank, maxdims, coords);
    }

    @Override
    public int MPI_Graph_neighbors_count(MPI_Comm comm, int rank, int[] nneighbors) {
        return next.MPI_Graph_neighbors_count(comm, rank, nneighbors);
    }

    @Override
    public int MPI_Graph_neighbors(MPI_Comm comm, int rank, int maxneighbors, int[] neighbors) {
        return next.MPI_Graph_neighbors(comm, rank, maxneighbors, neighbors);
    }

    @Override
    public int MPI_Cart_shift(MPI_Comm comm, int direction, int disp, int[] rank_source, int[] rank_dest) {
        return next.MPI_Cart_shift(comm, direction, disp, rank_source, rank_dest);
    }

    @Override
    public int MPI_Cart_sub(MPI_Comm comm, boolean[] remain_dims, MPI_Comm[] newcomm) {
        return next.MPI_Cart_sub(comm, remain_dims, newcomm);
    }

    @Override
    public int MPI_Cart_map(MPI_Comm comm, int ndims, int[] dims, boolean[] periods, int[] newrank) {
        return next.MPI_Cart_map(comm, ndims, dims, periods, newrank);
    }

    @Override
    public int MPI_Graph_map(MPI_Comm comm, int nnodes, int[] index, int[] edges, int[] newrank) {
        return next.MPI_Graph_map(comm, nnodes, index, edges, newrank);
    }

    @Override
    public int MPI_Get_processor_name(String[] name, int[] resultlen) {
        return next.MPI_Get_processor_name(name, resultlen);
    }

    @Override
    public int MPI_Errhandler_create(MPI_Handler_function function, MPI_Errhandler[] errhandler) {
        return next.MPI_Errhandler_create(function, errhandler);
    }

    @Override
    public int MPI_Errhandler_set(MPI_Comm comm, MPI_Errhandler errhandler) {
        return next.MPI_Errhandler_set(comm, errhandler);
    }

    @Override
    public int MPI_Errhandler_get(MPI_Comm comm, MPI_Errhandler[] errhandler) {
        return next.MPI_Errhandler_get(comm, errhandler);
    }

    @Override
    public int MPI_Errhandler_free(MPI_Errhandler[] errhandler) {
        return next.MPI_Errhandler_free(errhandler);
    }

    @Override
    public int MPI_Error_string(int errorcode, String[] string, int[] resultlen) {
        return next.MPI_Error_string(errorcode, string, resultlen);
    }

    @Override
    public int MPI_Error_class(int errorcode, int[] errorclass) {
        return next.MPI_Error_class(errorcode, errorclass);
    }

    @Override
    public double MPI_Wtime() {
        return next.MPI_Wtime();
    }

    @Override
    public double MPI_Wtick() {
        return next.MPI_Wtick();
    }

    @Override
    public int MPI_Init(String[] args) {
        return next.MPI_Init(args);
    }

    @Override
    public int MPI_Finalize() {
        return next.MPI_Finalize();
    }

    @Override
    public int MPI_Initialized(boolean[] flag) {
        return next.MPI_Initialized(flag);
    }

    @Override
    public int MPI_Abort(MPI_Comm comm, int errorcode) {
        return next.MPI_Abort(comm, errorcode);
    }

    @Override
    public int MPI_Get_version(int[] version, int[] subversion) {
        return next.MPI_Get_version(version, subversion);
    }

    @Override
    public int MPI_Pcontrol(int level, Object... args) {
        return next.MPI_Pcontrol(level, args);
    }
}
