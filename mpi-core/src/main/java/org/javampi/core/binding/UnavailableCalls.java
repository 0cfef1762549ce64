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
}
