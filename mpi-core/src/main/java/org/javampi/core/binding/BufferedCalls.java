package org.javampi.core.binding;

import java.util.function.Supplier;
import org.javampi.MPI;
import org.javampi.MPI_Comm;
import org.javampi.MPI_Datatype;
import org.javampi.MPI_Request;
import org.javampi.Predefined;
import org.javampi.core.buffer.Block;
import org.javampi.core.comm.Communicator;
import org.javampi.core.datatype.Datatype;
import org.javampi.core.engine.AttachedBuffer;
import org.javampi.core.failure.MpiFailure;
import org.javampi.job.RankHost;

/** Buffered mode (MPI-1.1 §3.4 and §3.6). */
abstract class BufferedCalls extends MatchedMessageCalls {
    BufferedCalls(Supplier<RankHost> rankHosts) {
        super(rankHosts);
    }

    @Override
    public int MPI_Buffer_attach(Object buffer, int size) {
        return attach("MPI_Buffer_attach", buffer, size);
    }

    @Override
    public int MPI_Buffer_attach_c(Object buffer, long size) {
        return attach("MPI_Buffer_attach_c", buffer, size);
    }

    private int attach(String function, Object buffer, long size) {
        return guard(function, () -> {
            if (size < 0) {
                throw new MpiFailure(MPI.MPI_ERR_ARG, "size " + size + " is negative (allowed 0 and more)");
            }
            if (size > 0) {
                checkNotNull(buffer, "buffer");
            }
            if (size > Integer.MAX_VALUE) {
                throw new MpiFailure(
                        MPI.MPI_ERR_ARG,
                        "size " + size + " is more than an attached buffer can have (allowed 0.." + Integer.MAX_VALUE
                                + "): pass " + Integer.MAX_VALUE + ", or send in other modes");
            }
            engine().attachedBuffer().attach(buffer, (int) size);
        });
    }

    @Override
    public int MPI_Buffer_detach(Object[] buffer_addr, int[] size) {
        return guard("MPI_Buffer_detach", () -> {
            checkOut(buffer_addr, "buffer_addr");
            checkOut(size, "size");
            AttachedBuffer attached = engine().attachedBuffer();
            size[0] = attached.capacity();
            buffer_addr[0] = attached.detach();
        });
    }

    @Override
    public int MPI_Buffer_detach_c(Object[] buffer_addr, long[] size) {
        return guard("MPI_Buffer_detach_c", () -> {
            checkOut(buffer_addr, "buffer_addr");
            checkOut(size, "size");
            AttachedBuffer attached = engine().attachedBuffer();
            size[0] = attached.capacity();
            buffer_addr[0] = attached.detach();
        });
    }

    @Override
    public int MPI_Bsend(Object buf, int count, MPI_Datatype datatype, int dest, int tag, MPI_Comm comm) {
        return bufferedSend("MPI_Bsend", buf, count, datatype, dest, tag, comm);
    }

    @Override
    public int MPI_Bsend_c(Object buf, long count, MPI_Datatype datatype, int dest, int tag, MPI_Comm comm) {
        return bufferedSend("MPI_Bsend_c", buf, count, datatype, dest, tag, comm);
    }

    private int bufferedSend(
            String function, Object buf, long count, MPI_Datatype datatype, int dest, int tag, MPI_Comm comm) {
        Communicator communicator = null;
        try {
            communicator = communicator(comm);
            Datatype type = sendArguments(communicator, buf, count, datatype, dest, tag);
            if (dest != Predefined.PROC_NULL) {
                communicator
                        .engine()
                        .attachedBuffer()
                        .send(communicator.pointToPoint(), dest, tag, resolve(buf), count, type);
            }
            return MPI.MPI_SUCCESS;
        } catch (MpiFailure failure) {
            return raise(communicator, function, failure);
        }
    }

    @Override
    public int MPI_Ibsend(
            Object buf, int count, MPI_Datatype datatype, int dest, int tag, MPI_Comm comm, MPI_Request[] request) {
        return startBufferedSend("MPI_Ibsend", buf, count, datatype, dest, tag, comm, request);
    }

    @Override
    public int MPI_Ibsend_c(
            Object buf, long count, MPI_Datatype datatype, int dest, int tag, MPI_Comm comm, MPI_Request[] request) {
        return startBufferedSend("MPI_Ibsend_c", buf, count, datatype, dest, tag, comm, request);
    }

    private int startBufferedSend(
            String function,
            Object buf,
            long count,
            MPI_Datatype datatype,
            int dest,
            int tag,
            MPI_Comm comm,
            MPI_Request[] request) {
        Communicator communicator = null;
        try {
            communicator = communicator(comm);
            Datatype type = sendArguments(communicator, buf, count, datatype, dest, tag);
            checkOut(request, "request");
            request[0] = dest == Predefined.PROC_NULL
                    ? RequestHandle.ofNullProcess(communicator)
                    : RequestHandle.ofBuffered(
                            communicator,
                            communicator
                                    .engine()
                                    .attachedBuffer()
                                    .startSend(communicator.pointToPoint(), dest, tag, resolve(buf), count, type));
            return MPI.MPI_SUCCESS;
        } catch (MpiFailure failure) {
            return raise(communicator, function, failure);
        }
    }

    @Override
    public int MPI_Bsend_init(
            Object buf, int count, MPI_Datatype datatype, int dest, int tag, MPI_Comm comm, MPI_Request[] request) {
        return prepareBufferedSend("MPI_Bsend_init", buf, count, datatype, dest, tag, comm, request);
    }

    @Override
    public int MPI_Bsend_init_c(
            Object buf, long count, MPI_Datatype datatype, int dest, int tag, MPI_Comm comm, MPI_Request[] request) {
        return prepareBufferedSend("MPI_Bsend_init_c", buf, count, datatype, dest, tag, comm, request);
    }

    private int prepareBufferedSend(
            String function,
            Object buf,
            long count,
            MPI_Datatype datatype,
            int dest,
            int tag,
            MPI_Comm comm,
            MPI_Request[] request) {
        return guard(function, comm, c -> {
            Datatype type = sendArguments(c, buf, count, datatype, dest, tag);
            checkOut(request, "request");
            if (dest == Predefined.PROC_NULL) {
                request[0] = PersistentHandle.ofNullProcess(c);
                return;
            }
            Block data = new Block();
            data.set(resolve(buf), count, type, false);
            request[0] = PersistentHandle.ofBuffered(c, data, dest, tag);
        });
    }
}
