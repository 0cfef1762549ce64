package org.javampi.core.binding;

import java.util.function.Supplier;
import org.javampi.MPI;
import org.javampi.MPI_Comm;
import org.javampi.MPI_Datatype;
import org.javampi.MPI_Request;
import org.javampi.Predefined;
import org.javampi.core.comm.Communicator;
import org.javampi.core.datatype.Datatype;
import org.javampi.core.engine.SendRequest.Mode;
import org.javampi.core.failure.MpiFailure;
import org.javampi.job.RankHost;

/** Persistent requests (MPI-1.1 §3.9). */
abstract class PersistentCalls extends InterCommunicatorCalls {
    PersistentCalls(Supplier<RankHost> rankHosts) {
        super(rankHosts);
    }

    @Override
    public int MPI_Send_init(
            Object buf, int count, MPI_Datatype datatype, int dest, int tag, MPI_Comm comm, MPI_Request[] request) {
        return prepareSend("MPI_Send_init", buf, count, datatype, dest, tag, comm, request, Mode.STANDARD);
    }

    @Override
    public int MPI_Send_init_c(
            Object buf, long count, MPI_Datatype datatype, int dest, int tag, MPI_Comm comm, MPI_Request[] request) {
        return prepareSend("MPI_Send_init_c", buf, count, datatype, dest, tag, comm, request, Mode.STANDARD);
    }

    @Override
    public int MPI_Ssend_init(
            Object buf, int count, MPI_Datatype datatype, int dest, int tag, MPI_Comm comm, MPI_Request[] request) {
        return prepareSend("MPI_Ssend_init", buf, count, datatype, dest, tag, comm, request, Mode.SYNCHRONOUS);
    }

    @Override
    public int MPI_Ssend_init_c(
            Object buf, long count, MPI_Datatype datatype, int dest, int tag, MPI_Comm comm, MPI_Request[] request) {
        return prepareSend("MPI_Ssend_init_c", buf, count, datatype, dest, tag, comm, request, Mode.SYNCHRONOUS);
    }

    @Override
    public int MPI_Rsend_init(
            Object buf, int count, MPI_Datatype datatype, int dest, int tag, MPI_Comm comm, MPI_Request[] request) {
        return prepareSend("MPI_Rsend_init", buf, count, datatype, dest, tag, comm, request, Mode.READY);
    }

    @Override
    public int MPI_Rsend_init_c(
            Object buf, long count, MPI_Datatype datatype, int dest, int tag, MPI_Comm comm, MPI_Request[] request) {
        return prepareSend("MPI_Rsend_init_c", buf, count, datatype, dest, tag, comm, request, Mode.READY);
    }

    private int prepareSend(
            String function,
            Object buf,
            long count,
            MPI_Datatype datatype,
            int dest,
            int tag,
            MPI_Comm comm,
            MPI_Request[] request,
            Mode mode) {
        return guard(function, comm, c -> {
            Datatype type = sendArguments(c, buf, count, datatype, dest, tag);
            checkOut(request, "request");
            request[0] = dest == Predefined.PROC_NULL
                    ? PersistentHandle.ofNullProcess(c)
                    : PersistentHandle.of(c, c.engine().prepareSend(resolve(buf), count, type), dest, tag, mode);
        });
    }

    @Override
    public int MPI_Recv_init(
            Object buf, int count, MPI_Datatype datatype, int source, int tag, MPI_Comm comm, MPI_Request[] request) {
        return prepareReceive("MPI_Recv_init", buf, count, datatype, source, tag, comm, request);
    }

    @Override
    public int MPI_Recv_init_c(
            Object buf, long count, MPI_Datatype datatype, int source, int tag, MPI_Comm comm, MPI_Request[] request) {
        return prepareReceive("MPI_Recv_init_c", buf, count, datatype, source, tag, comm, request);
    }

    private int prepareReceive(
            String function,
            Object buf,
            long count,
            MPI_Datatype datatype,
            int source,
            int tag,
            MPI_Comm comm,
            MPI_Request[] request) {
        return guard(function, comm, c -> {
            Datatype type = receiveArguments(c, buf, count, datatype, source, tag);
            checkOut(request, "request");
            request[0] = source == Predefined.PROC_NULL
                    ? PersistentHandle.ofNullProcess(c)
                    : PersistentHandle.of(c, c.engine().prepareReceive(resolve(buf), count, type), source, tag, null);
        });
    }

    @Override
    public int MPI_Start(MPI_Request[] request) {
        try {
            rank();
            checkOut(request, "request");
        } catch (MpiFailure failure) {
            return raise(null, "MPI_Start", failure);
        }
        return MPI_Start(request[0]);
    }

    @Override
    public int MPI_Start(MPI_Request request) {
        RequestHandle handle = null;
        try {
            handle = startable(request);
            handle.start();
            return MPI.MPI_SUCCESS;
        } catch (MpiFailure failure) {
            return raise(scope(handle), "MPI_Start", failure);
        }
    }

    @Override
    public int MPI_Startall(int count, MPI_Request[] array_of_requests) {
        Communicator scope = null;
        try {
            rank();
            checkCount(count, "count");
            checkRoom(array_of_requests, count, "array_of_requests");
            for (int i = 0; i < count; i++) {
                scope = startable(array_of_requests[i]).communicator;
            }
            for (int i = 0; i < count; i++) {
                ((RequestHandle) array_of_requests[i]).start();
            }
            return MPI.MPI_SUCCESS;
        } catch (MpiFailure failure) {
            return raise(scope, "MPI_Startall", failure);
        }
    }

    private RequestHandle startable(MPI_Request request) {
        RequestHandle handle = handle(request);
        if (handle != null && handle.isPersistent() && !handle.isStale() && !handle.active) {
            return handle;
        }
        throw new MpiFailure(
                MPI.MPI_ERR_REQUEST,
                handle == null
                        ? "request is MPI_REQUEST_NULL: only persistent requests are started"
                        : !handle.isPersistent()
                                ? "the request is not persistent"
                                : handle.active
                                        ? "the request is active already: complete it first"
                                        : "the request has been freed");
    }
}
