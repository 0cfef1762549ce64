package org.javampi;

/**
 * What the facade calls and a runtime implements: the C form of every function. Methods keep the
 * names of the standard, so that a tool overrides what it wants to see; the forms that take a
 * handle instead of an array go through the array form unless a runtime does better. Any thread may
 * call.
 */
public abstract class Binding {
    protected Binding() {}

    public abstract MPIException exception(int errorcode);

    /** Checkpoint and restart; no part of the standard. */
    public abstract Checkpoints checkpoints();

    public abstract int MPI_Finalized(boolean[] flag);

    public abstract int MPI_Send(Object buf, int count, MPI_Datatype datatype, int dest, int tag, MPI_Comm comm);

    public abstract int MPI_Recv(
            Object buf, int count, MPI_Datatype datatype, int source, int tag, MPI_Comm comm, MPI_Status status);

    public abstract int MPI_Get_count(MPI_Status status, MPI_Datatype datatype, int[] count);

    public abstract int MPI_Bsend(Object buf, int count, MPI_Datatype datatype, int dest, int tag, MPI_Comm comm);

    public abstract int MPI_Ssend(Object buf, int count, MPI_Datatype datatype, int dest, int tag, MPI_Comm comm);

    public abstract int MPI_Rsend(Object buf, int count, MPI_Datatype datatype, int dest, int tag, MPI_Comm comm);

    public abstract int MPI_Buffer_attach(Object buffer, int size);

    public abstract int MPI_Buffer_detach(Object[] buffer_addr, int[] size);

    public abstract int MPI_Isend(
            Object buf, int count, MPI_Datatype datatype, int dest, int tag, MPI_Comm comm, MPI_Request[] request);

    public abstract int MPI_Ibsend(
            Object buf, int count, MPI_Datatype datatype, int dest, int tag, MPI_Comm comm, MPI_Request[] request);

    public abstract int MPI_Issend(
            Object buf, int count, MPI_Datatype datatype, int dest, int tag, MPI_Comm comm, MPI_Request[] request);

    public abstract int MPI_Irsend(
            Object buf, int count, MPI_Datatype datatype, int dest, int tag, MPI_Comm comm, MPI_Request[] request);

    public abstract int MPI_Irecv(
            Object buf, int count, MPI_Datatype datatype, int source, int tag, MPI_Comm comm, MPI_Request[] request);

    public abstract int MPI_Wait(MPI_Request[] request, MPI_Status status);

    public int MPI_Wait(MPI_Request request, MPI_Status status) {
        return MPI_Wait(new MPI_Request[] {request}, status);
    }

    public abstract int MPI_Test(MPI_Request[] request, boolean[] flag, MPI_Status status);

    public int MPI_Test(MPI_Request request, boolean[] flag, MPI_Status status) {
        return MPI_Test(new MPI_Request[] {request}, flag, status);
    }

    public abstract int MPI_Request_free(MPI_Request[] request);

    public int MPI_Request_free(MPI_Request request) {
        return MPI_Request_free(new MPI_Request[] {request});
    }

    public abstract int MPI_Waitany(int count, MPI_Request[] array_of_requests, int[] index, MPI_Status status);

    public abstract int MPI_Testany(
            int count, MPI_Request[] array_of_requests, int[] index, boolean[] flag, MPI_Status status);

    public abstract int MPI_Waitall(int count, MPI_Request[] array_of_requests, MPI_Status[] array_of_statuses);

    public abstract int MPI_Testall(
            int count, MPI_Request[] array_of_requests, boolean[] flag, MPI_Status[] array_of_statuses);

    public abstract int MPI_Waitsome(
            int incount,
            MPI_Request[] array_of_requests,
            int[] outcount,
            int[] array_of_indices,
            MPI_Status[] array_of_statuses);

    public abstract int MPI_Testsome(
            int incount,
            MPI_Request[] array_of_requests,
            int[] outcount,
            int[] array_of_indices,
            MPI_Status[] array_of_statuses);

    public abstract int MPI_Iprobe(int source, int tag, MPI_Comm comm, boolean[] flag, MPI_Status status);

    public abstract int MPI_Probe(int source, int tag, MPI_Comm comm, MPI_Status status);

    public abstract int MPI_Cancel(MPI_Request[] request);

    public int MPI_Cancel(MPI_Request request) {
        return MPI_Cancel(new MPI_Request[] {request});
    }

    public abstract int MPI_Test_cancelled(MPI_Status status, boolean[] flag);

    public abstract int MPI_Send_init(
            Object buf, int count, MPI_Datatype datatype, int dest, int tag, MPI_Comm comm, MPI_Request[] request);

    public abstract int MPI_Bsend_init(
            Object buf, int count, MPI_Datatype datatype, int dest, int tag, MPI_Comm comm, MPI_Request[] request);

    public abstract int MPI_Ssend_init(
            Object buf, int count, MPI_Datatype datatype, int dest, int tag, MPI_Comm comm, MPI_Request[] request);

    public abstract int MPI_Rsend_init(
            Object buf, int count, MPI_Datatype datatype, int dest, int tag, MPI_Comm comm, MPI_Request[] request);

    public abstract int MPI_Recv_init(
            Object buf, int count, MPI_Datatype datatype, int source, int tag, MPI_Comm comm, MPI_Request[] request);

    public abstract int MPI_Start(MPI_Request[] request);

    public int MPI_Start(MPI_Request request) {
        return MPI_Start(new MPI_Request[] {request});
    }

    public abstract int MPI_Startall(int count, MPI_Request[] array_of_requests);

    public abstract int MPI_Sendrecv(
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
            MPI_Status status);

    public abstract int MPI_Sendrecv_replace(
            Object buf,
            int count,
            MPI_Datatype datatype,
            int dest,
            int sendtag,
            int source,
            int recvtag,
            MPI_Comm comm,
            MPI_Status status);

    public abstract int MPI_Type_contiguous(int count, MPI_Datatype oldtype, MPI_Datatype[] newtype);

    public abstract int MPI_Type_vector(
            int count, int blocklength, int stride, MPI_Datatype oldtype, MPI_Datatype[] newtype);

    public abstract int MPI_Type_hvector(
            int count, int blocklength, long stride, MPI_Datatype oldtype, MPI_Datatype[] newtype);

    public abstract int MPI_Type_indexed(
            int count,
            int[] array_of_blocklengths,
            int[] array_of_displacements,
            MPI_Datatype oldtype,
            MPI_Datatype[] newtype);

    public abstract int MPI_Type_hindexed(
            int count,
            int[] array_of_blocklengths,
            long[] array_of_displacements,
            MPI_Datatype oldtype,
            MPI_Datatype[] newtype);

    public abstract int MPI_Type_struct(
            int count,
            int[] array_of_blocklengths,
            long[] array_of_displacements,
            MPI_Datatype[] array_of_types,
            MPI_Datatype[] newtype);

    public abstract int MPI_Address(Object location, long[] address);

    public abstract int MPI_Type_extent(MPI_Datatype datatype, long[] extent);

    public abstract int MPI_Type_size(MPI_Datatype datatype, int[] size);

    public abstract int MPI_Type_lb(MPI_Datatype datatype, long[] displacement);

    public abstract int MPI_Type_ub(MPI_Datatype datatype, long[] displacement);

    public abstract int MPI_Type_commit(MPI_Datatype[] datatype);

    public int MPI_Type_commit(MPI_Datatype datatype) {
        return MPI_Type_commit(new MPI_Datatype[] {datatype});
    }

    public abstract int MPI_Type_free(MPI_Datatype[] datatype);

    public int MPI_Type_free(MPI_Datatype datatype) {
        return MPI_Type_free(new MPI_Datatype[] {datatype});
    }

    public abstract int MPI_Get_elements(MPI_Status status, MPI_Datatype datatype, int[] count);

    public abstract int MPI_Pack(
            Object inbuf,
            int incount,
            MPI_Datatype datatype,
            Object outbuf,
            int outsize,
            int[] position,
            MPI_Comm comm);

    public abstract int MPI_Unpack(
            Object inbuf,
            int insize,
            int[] position,
            Object outbuf,
            int outcount,
            MPI_Datatype datatype,
            MPI_Comm comm);

    public abstract int MPI_Pack_size(int incount, MPI_Datatype datatype, MPI_Comm comm, int[] size);

    public abstract int MPI_Barrier(MPI_Comm comm);

    public abstract int MPI_Bcast(Object buffer, int count, MPI_Datatype datatype, int root, MPI_Comm comm);

    public abstract int MPI_Gather(
            Object sendbuf,
            int sendcount,
            MPI_Datatype sendtype,
            Object recvbuf,
            int recvcount,
            MPI_Datatype recvtype,
            int root,
            MPI_Comm comm);

    public abstract int MPI_Gatherv(
            Object sendbuf,
            int sendcount,
            MPI_Datatype sendtype,
            Object recvbuf,
            int[] recvcounts,
            int[] displs,
            MPI_Datatype recvtype,
            int root,
            MPI_Comm comm);

    public abstract int MPI_Scatter(
            Object sendbuf,
            int sendcount,
            MPI_Datatype sendtype,
            Object recvbuf,
            int recvcount,
            MPI_Datatype recvtype,
            int root,
            MPI_Comm comm);

    public abstract int MPI_Scatterv(
            Object sendbuf,
            int[] sendcounts,
            int[] displs,
            MPI_Datatype sendtype,
            Object recvbuf,
            int recvcount,
            MPI_Datatype recvtype,
            int root,
            MPI_Comm comm);

    public abstract int MPI_Allgather(
            Object sendbuf,
            int sendcount,
            MPI_Datatype sendtype,
            Object recvbuf,
            int recvcount,
            MPI_Datatype recvtype,
            MPI_Comm comm);

    public abstract int MPI_Allgatherv(
            Object sendbuf,
            int sendcount,
            MPI_Datatype sendtype,
            Object recvbuf,
            int[] recvcounts,
            int[] displs,
            MPI_Datatype recvtype,
            MPI_Comm comm);

    public abstract int MPI_Alltoall(
            Object sendbuf,
            int sendcount,
            MPI_Datatype sendtype,
            Object recvbuf,
            int recvcount,
            MPI_Datatype recvtype,
            MPI_Comm comm);

    public abstract int MPI_Alltoallv(
            Object sendbuf,
            int[] sendcounts,
            int[] sdispls,
            MPI_Datatype sendtype,
            Object recvbuf,
            int[] recvcounts,
            int[] rdispls,
            MPI_Datatype recvtype,
            MPI_Comm comm);

    public abstract int MPI_Reduce(
            Object sendbuf, Object recvbuf, int count, MPI_Datatype datatype, MPI_Op op, int root, MPI_Comm comm);

    public abstract int MPI_Op_create(MPI_User_function function, boolean commute, MPI_Op[] op);

    public abstract int MPI_Op_free(MPI_Op[] op);

    public int MPI_Op_free(MPI_Op op) {
        return MPI_Op_free(new MPI_Op[] {op});
    }

    public abstract int MPI_Allreduce(
            Object sendbuf, Object recvbuf, int count, MPI_Datatype datatype, MPI_Op op, MPI_Comm comm);

    public abstract int MPI_Reduce_scatter(
            Object sendbuf, Object recvbuf, int[] recvcounts, MPI_Datatype datatype, MPI_Op op, MPI_Comm comm);

    public abstract int MPI_Scan(
            Object sendbuf, Object recvbuf, int count, MPI_Datatype datatype, MPI_Op op, MPI_Comm comm);

    public abstract int MPI_Group_size(MPI_Group group, int[] size);

    public abstract int MPI_Group_rank(MPI_Group group, int[] rank);

    public abstract int MPI_Group_translate_ranks(
            MPI_Group group1, int n, int[] ranks1, MPI_Group group2, int[] ranks2);

    public abstract int MPI_Group_compare(MPI_Group group1, MPI_Group group2, int[] result);

    public abstract int MPI_Comm_group(MPI_Comm comm, MPI_Group[] group);

    public abstract int MPI_Group_union(MPI_Group group1, MPI_Group group2, MPI_Group[] newgroup);

    public abstract int MPI_Group_intersection(MPI_Group group1, MPI_Group group2, MPI_Group[] newgroup);

    public abstract int MPI_Group_difference(MPI_Group group1, MPI_Group group2, MPI_Group[] newgroup);

    public abstract int MPI_Group_incl(MPI_Group group, int n, int[] ranks, MPI_Group[] newgroup);

    public abstract int MPI_Group_excl(MPI_Group group, int n, int[] ranks, MPI_Group[] newgroup);

    public abstract int MPI_Group_range_incl(MPI_Group group, int n, int[][] ranges, MPI_Group[] newgroup);

    public abstract int MPI_Group_range_excl(MPI_Group group, int n, int[][] ranges, MPI_Group[] newgroup);

    public abstract int MPI_Group_free(MPI_Group[] group);

    public int MPI_Group_free(MPI_Group group) {
        return MPI_Group_free(new MPI_Group[] {group});
    }

    public abstract int MPI_Comm_size(MPI_Comm comm, int[] size);

    public abstract int MPI_Comm_rank(MPI_Comm comm, int[] rank);

    public abstract int MPI_Comm_compare(MPI_Comm comm1, MPI_Comm comm2, int[] result);

    public abstract int MPI_Comm_dup(MPI_Comm comm, MPI_Comm[] newcomm);

    public abstract int MPI_Comm_create(MPI_Comm comm, MPI_Group group, MPI_Comm[] newcomm);

    public abstract int MPI_Comm_split(MPI_Comm comm, int color, int key, MPI_Comm[] newcomm);

    public abstract int MPI_Comm_free(MPI_Comm[] comm);

    public int MPI_Comm_free(MPI_Comm comm) {
        return MPI_Comm_free(new MPI_Comm[] {comm});
    }

    public abstract int MPI_Comm_test_inter(MPI_Comm comm, boolean[] flag);

    public abstract int MPI_Comm_remote_size(MPI_Comm comm, int[] size);

    public abstract int MPI_Comm_remote_group(MPI_Comm comm, MPI_Group[] group);

    public abstract int MPI_Intercomm_create(
            MPI_Comm local_comm,
            int local_leader,
            MPI_Comm peer_comm,
            int remote_leader,
            int tag,
            MPI_Comm[] newintercomm);

    public abstract int MPI_Intercomm_merge(MPI_Comm intercomm, boolean high, MPI_Comm[] newintracomm);

    public abstract int MPI_Keyval_create(
            MPI_Copy_function copy_fn, MPI_Delete_function delete_fn, int[] keyval, Object extra_state);

    public abstract int MPI_Keyval_free(int[] keyval);

    public int MPI_Keyval_free(int keyval) {
        return MPI_Keyval_free(new int[] {keyval});
    }

    public abstract int MPI_Attr_put(MPI_Comm comm, int keyval, Object attribute_val);

    public abstract int MPI_Attr_get(MPI_Comm comm, int keyval, Object[] attribute_val, boolean[] flag);

    public abstract int MPI_Attr_delete(MPI_Comm comm, int keyval);

    public abstract int MPI_Cart_create(
            MPI_Comm comm_old, int ndims, int[] dims, boolean[] periods, boolean reorder, MPI_Comm[] comm_cart);

    public abstract int MPI_Dims_create(int nnodes, int ndims, int[] dims);

    public abstract int MPI_Graph_create(
            MPI_Comm comm_old, int nnodes, int[] index, int[] edges, boolean reorder, MPI_Comm[] comm_graph);

    public abstract int MPI_Topo_test(MPI_Comm comm, int[] status);

    public abstract int MPI_Graphdims_get(MPI_Comm comm, int[] nnodes, int[] nedges);

    public abstract int MPI_Graph_get(MPI_Comm comm, int maxindex, int maxedges, int[] index, int[] edges);

    public abstract int MPI_Cartdim_get(MPI_Comm comm, int[] ndims);

    public abstract int MPI_Cart_get(MPI_Comm comm, int maxdims, int[] dims, boolean[] periods, int[] coords);

    public abstract int MPI_Cart_rank(MPI_Comm comm, int[] coords, int[] rank);

    public abstract int MPI_Cart_coords(MPI_Comm comm, int rank, int maxdims, int[] coords);

    public abstract int MPI_Graph_neighbors_count(MPI_Comm comm, int rank, int[] nneighbors);

    public abstract int MPI_Graph_neighbors(MPI_Comm comm, int rank, int maxneighbors, int[] neighbors);

    public abstract int MPI_Cart_shift(MPI_Comm comm, int direction, int disp, int[] rank_source, int[] rank_dest);

    public abstract int MPI_Cart_sub(MPI_Comm comm, boolean[] remain_dims, MPI_Comm[] newcomm);

    public abstract int MPI_Cart_map(MPI_Comm comm, int ndims, int[] dims, boolean[] periods, int[] newrank);

    public abstract int MPI_Graph_map(MPI_Comm comm, int nnodes, int[] index, int[] edges, int[] newrank);

    public abstract int MPI_Get_processor_name(String[] name, int[] resultlen);

    public abstract int MPI_Errhandler_create(MPI_Handler_function function, MPI_Errhandler[] errhandler);

    public abstract int MPI_Errhandler_set(MPI_Comm comm, MPI_Errhandler errhandler);

    public abstract int MPI_Errhandler_get(MPI_Comm comm, MPI_Errhandler[] errhandler);

    public abstract int MPI_Errhandler_free(MPI_Errhandler[] errhandler);

    public int MPI_Errhandler_free(MPI_Errhandler errhandler) {
        return MPI_Errhandler_free(new MPI_Errhandler[] {errhandler});
    }

    public abstract int MPI_Error_string(int errorcode, String[] string, int[] resultlen);

    public abstract int MPI_Error_class(int errorcode, int[] errorclass);

    public abstract double MPI_Wtime();

    public abstract double MPI_Wtick();

    public abstract int MPI_Init(String[] args);

    public abstract int MPI_Finalize();

    public abstract int MPI_Initialized(boolean[] flag);

    public abstract int MPI_Abort(MPI_Comm comm, int errorcode);

    public abstract int MPI_Get_version(int[] version, int[] subversion);

    public abstract int MPI_Pcontrol(int level, Object... args);
}
