package org.javampi.core.check;

import java.util.Arrays;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.javampi.MPI;
import org.javampi.MPI_Comm;
import org.javampi.MPI_Datatype;
import org.javampi.MPI_Message;
import org.javampi.MPI_Request;
import org.javampi.MPI_Status;
import org.javampi.Predefined;
import org.javampi.core.buffer.Block;

/**
 * Watches sends and receives: what each message has been, whether a buffer changes while its send is under way, and
 * what is never completed. A blocking send is one that does not block, told to its receiver, and waited for.
 */
abstract class WatchedMessages extends WatchedObjects {
    private final PendingCalls pending = new PendingCalls();

    /** Messages that matching probes have taken, with their communicators. */
    private final Map<MPI_Message, MPI_Comm> probed = Collections.synchronizedMap(new IdentityHashMap<>());

    /** The rank's watch; a failure as the binding's own before MPI_Init and after MPI_Finalize. */
    abstract Watch watch();

    /** Whether there is one. */
    abstract boolean isWatched();

    final PendingCalls pending() {
        return pending;
    }

    private static SendCall call(String function, int count, MPI_Datatype datatype, int dest, int tag, MPI_Comm comm) {
        return new SendCall(function, CallSite.here(), count, datatype, dest, tag, comm);
    }

    private int started(int code, MPI_Request[] request, Supplier<SendCall> call, Block data, boolean persistent) {
        if (code == MPI.MPI_SUCCESS) {
            SendCall made = call.get();
            if (made.dest() == Predefined.PROC_NULL) {
                pending.addCollective(request[0], made.function(), made.place());
                return code;
            }
            pending.add(request[0], made, data, persistent);
            if (!persistent) {
                pending.onStarted(request[0], watch());
            }
        }
        return code;
    }

    // ---- Sends

    @Override
    public int MPI_Send(Object buf, int count, MPI_Datatype datatype, int dest, int tag, MPI_Comm comm) {
        MPI_Request[] request = new MPI_Request[1];
        int code = super.MPI_Isend(buf, count, datatype, dest, tag, comm, request);
        if (code != MPI.MPI_SUCCESS) {
            return code;
        }
        if (dest != Predefined.PROC_NULL) {
            watch().sent(
                            new SendCall("MPI_Send", CallSite.here(), count, datatype, dest, tag, comm),
                            request[0].messageNumber());
        }
        return super.MPI_Wait(request, Predefined.STATUS_IGNORE);
    }

    @Override
    public int MPI_Bsend(Object buf, int count, MPI_Datatype datatype, int dest, int tag, MPI_Comm comm) {
        MPI_Request[] request = new MPI_Request[1];
        int code = super.MPI_Ibsend(buf, count, datatype, dest, tag, comm, request);
        if (code != MPI.MPI_SUCCESS) {
            return code;
        }
        if (dest != Predefined.PROC_NULL) {
            watch().sent(
                            new SendCall("MPI_Bsend", CallSite.here(), count, datatype, dest, tag, comm),
                            request[0].messageNumber());
        }
        return super.MPI_Wait(request, Predefined.STATUS_IGNORE);
    }

    @Override
    public int MPI_Ssend(Object buf, int count, MPI_Datatype datatype, int dest, int tag, MPI_Comm comm) {
        MPI_Request[] request = new MPI_Request[1];
        int code = super.MPI_Issend(buf, count, datatype, dest, tag, comm, request);
        if (code != MPI.MPI_SUCCESS) {
            return code;
        }
        if (dest != Predefined.PROC_NULL) {
            watch().sent(
                            new SendCall("MPI_Ssend", CallSite.here(), count, datatype, dest, tag, comm),
                            request[0].messageNumber());
        }
        return super.MPI_Wait(request, Predefined.STATUS_IGNORE);
    }

    @Override
    public int MPI_Rsend(Object buf, int count, MPI_Datatype datatype, int dest, int tag, MPI_Comm comm) {
        MPI_Request[] request = new MPI_Request[1];
        int code = super.MPI_Irsend(buf, count, datatype, dest, tag, comm, request);
        if (code != MPI.MPI_SUCCESS) {
            return code;
        }
        if (dest != Predefined.PROC_NULL) {
            watch().sent(
                            new SendCall("MPI_Rsend", CallSite.here(), count, datatype, dest, tag, comm),
                            request[0].messageNumber());
        }
        return super.MPI_Wait(request, Predefined.STATUS_IGNORE);
    }

    @Override
    public int MPI_Isend(
            Object buf, int count, MPI_Datatype datatype, int dest, int tag, MPI_Comm comm, MPI_Request[] request) {
        Block data = isWatched() ? watch().outgoing(buf, count, datatype) : null;
        int code = super.MPI_Isend(buf, count, datatype, dest, tag, comm, request);
        return started(code, request, () -> call("MPI_Isend", count, datatype, dest, tag, comm), data, false);
    }

    @Override
    public int MPI_Ibsend(
            Object buf, int count, MPI_Datatype datatype, int dest, int tag, MPI_Comm comm, MPI_Request[] request) {
        Block data = isWatched() ? watch().outgoing(buf, count, datatype) : null;
        int code = super.MPI_Ibsend(buf, count, datatype, dest, tag, comm, request);
        return started(code, request, () -> call("MPI_Ibsend", count, datatype, dest, tag, comm), data, false);
    }

    @Override
    public int MPI_Issend(
            Object buf, int count, MPI_Datatype datatype, int dest, int tag, MPI_Comm comm, MPI_Request[] request) {
        Block data = isWatched() ? watch().outgoing(buf, count, datatype) : null;
        int code = super.MPI_Issend(buf, count, datatype, dest, tag, comm, request);
        return started(code, request, () -> call("MPI_Issend", count, datatype, dest, tag, comm), data, false);
    }

    @Override
    public int MPI_Irsend(
            Object buf, int count, MPI_Datatype datatype, int dest, int tag, MPI_Comm comm, MPI_Request[] request) {
        Block data = isWatched() ? watch().outgoing(buf, count, datatype) : null;
        int code = super.MPI_Irsend(buf, count, datatype, dest, tag, comm, request);
        return started(code, request, () -> call("MPI_Irsend", count, datatype, dest, tag, comm), data, false);
    }

    @Override
    public int MPI_Send_init(
            Object buf, int count, MPI_Datatype datatype, int dest, int tag, MPI_Comm comm, MPI_Request[] request) {
        Block data = isWatched() ? watch().outgoing(buf, count, datatype) : null;
        int code = super.MPI_Send_init(buf, count, datatype, dest, tag, comm, request);
        return started(code, request, () -> call("MPI_Send_init", count, datatype, dest, tag, comm), data, true);
    }

    @Override
    public int MPI_Bsend_init(
            Object buf, int count, MPI_Datatype datatype, int dest, int tag, MPI_Comm comm, MPI_Request[] request) {
        Block data = isWatched() ? watch().outgoing(buf, count, datatype) : null;
        int code = super.MPI_Bsend_init(buf, count, datatype, dest, tag, comm, request);
        return started(code, request, () -> call("MPI_Bsend_init", count, datatype, dest, tag, comm), data, true);
    }

    @Override
    public int MPI_Ssend_init(
            Object buf, int count, MPI_Datatype datatype, int dest, int tag, MPI_Comm comm, MPI_Request[] request) {
        Block data = isWatched() ? watch().outgoing(buf, count, datatype) : null;
        int code = super.MPI_Ssend_init(buf, count, datatype, dest, tag, comm, request);
        return started(code, request, () -> call("MPI_Ssend_init", count, datatype, dest, tag, comm), data, true);
    }

    @Override
    public int MPI_Rsend_init(
            Object buf, int count, MPI_Datatype datatype, int dest, int tag, MPI_Comm comm, MPI_Request[] request) {
        Block data = isWatched() ? watch().outgoing(buf, count, datatype) : null;
        int code = super.MPI_Rsend_init(buf, count, datatype, dest, tag, comm, request);
        return started(code, request, () -> call("MPI_Rsend_init", count, datatype, dest, tag, comm), data, true);
    }

    @Override
    public int MPI_Irecv(
            Object buf, int count, MPI_Datatype datatype, int source, int tag, MPI_Comm comm, MPI_Request[] request) {
        int code = super.MPI_Irecv(buf, count, datatype, source, tag, comm, request);
        if (code == MPI.MPI_SUCCESS) {
            pending.add(request[0], new ReceiveCall("MPI_Irecv", CallSite.here(), count, datatype, comm), false);
        }
        return code;
    }

    @Override
    public int MPI_Recv_init(
            Object buf, int count, MPI_Datatype datatype, int source, int tag, MPI_Comm comm, MPI_Request[] request) {
        int code = super.MPI_Recv_init(buf, count, datatype, source, tag, comm, request);
        if (code == MPI.MPI_SUCCESS) {
            pending.add(request[0], new ReceiveCall("MPI_Recv_init", CallSite.here(), count, datatype, comm), true);
        }
        return code;
    }

    // ---- Receives

    @Override
    public int MPI_Recv(
            Object buf, int count, MPI_Datatype datatype, int source, int tag, MPI_Comm comm, MPI_Status status) {
        MPI_Status own = own(status);
        int code = super.MPI_Recv(buf, count, datatype, source, tag, comm, own);
        if (code == MPI.MPI_SUCCESS) {
            received("MPI_Recv", count, datatype, comm, own);
        }
        return code;
    }

    private void received(String function, int count, MPI_Datatype datatype, MPI_Comm comm, MPI_Status status) {
        watch().received(
                        new ReceiveCall(function, CallSite.here(), count, datatype, comm),
                        status.MPI_SOURCE,
                        status.messageNumber());
    }

    @Override
    public int MPI_Mprobe(int source, int tag, MPI_Comm comm, MPI_Message[] message, MPI_Status status) {
        int code = super.MPI_Mprobe(source, tag, comm, message, status);
        if (code == MPI.MPI_SUCCESS) {
            probed.put(message[0], comm);
        }
        return code;
    }

    @Override
    public int MPI_Improbe(
            int source, int tag, MPI_Comm comm, boolean[] flag, MPI_Message[] message, MPI_Status status) {
        int code = super.MPI_Improbe(source, tag, comm, flag, message, status);
        if (code == MPI.MPI_SUCCESS && flag[0]) {
            probed.put(message[0], comm);
        }
        return code;
    }

    @Override
    public int MPI_Mrecv(Object buf, int count, MPI_Datatype datatype, MPI_Message[] message, MPI_Status status) {
        MPI_Comm comm = message == null ? null : probed.remove(message[0]);
        MPI_Status own = own(status);
        int code = super.MPI_Mrecv(buf, count, datatype, message, own);
        if (code == MPI.MPI_SUCCESS && comm != null) {
            received("MPI_Mrecv", count, datatype, comm, own);
        }
        return code;
    }

    @Override
    public int MPI_Imrecv(Object buf, int count, MPI_Datatype datatype, MPI_Message[] message, MPI_Request[] request) {
        MPI_Comm comm = message == null ? null : probed.remove(message[0]);
        int code = super.MPI_Imrecv(buf, count, datatype, message, request);
        if (code == MPI.MPI_SUCCESS && comm != null) {
            pending.add(request[0], new ReceiveCall("MPI_Imrecv", CallSite.here(), count, datatype, comm), false);
        }
        return code;
    }

    // ---- Both

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
        MPI_Request[] receive = new MPI_Request[1];
        int code = super.MPI_Irecv(recvbuf, recvcount, recvtype, source, recvtag, comm, receive);
        if (code != MPI.MPI_SUCCESS) {
            return code;
        }
        return exchange(
                "MPI_Sendrecv",
                sendbuf,
                sendtype,
                new SendCall("MPI_Sendrecv", CallSite.here(), sendcount, sendtype, dest, sendtag, comm),
                sendcount,
                receive,
                new ReceiveCall("MPI_Sendrecv", CallSite.here(), recvcount, recvtype, comm),
                status);
    }

    /** Sends what {@code call} says as {@code count} items, and waits for both. */
    private int exchange(
            String function,
            Object buf,
            MPI_Datatype type,
            SendCall call,
            int count,
            MPI_Request[] receive,
            ReceiveCall receives,
            MPI_Status status) {
        MPI_Request[] send = new MPI_Request[1];
        int code = super.MPI_Isend(buf, count, type, call.dest(), call.tag(), call.comm(), send);
        if (code != MPI.MPI_SUCCESS) {
            super.MPI_Cancel(receive);
            super.MPI_Wait(receive, Predefined.STATUS_IGNORE);
            return code;
        }
        if (call.dest() != Predefined.PROC_NULL) {
            watch().sent(call, send[0].messageNumber());
        }
        code = super.MPI_Wait(send, Predefined.STATUS_IGNORE);
        MPI_Status own = own(status);
        int second = super.MPI_Wait(receive, own);
        if (second == MPI.MPI_SUCCESS) {
            received(function, receives.count(), receives.type(), receives.comm(), own);
        }
        return code != MPI.MPI_SUCCESS ? code : second;
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
        int[] size = new int[1];
        int code = super.MPI_Pack_size(count, datatype, comm, size);
        byte[] packed = new byte[Math.max(0, size[0])];
        int[] length = new int[1];
        if (code == MPI.MPI_SUCCESS) {
            code = super.MPI_Pack(buf, count, datatype, packed, packed.length, length, comm);
        }
        MPI_Request[] receive = new MPI_Request[1];
        if (code == MPI.MPI_SUCCESS) {
            code = super.MPI_Irecv(buf, count, datatype, source, recvtag, comm, receive);
        }
        if (code != MPI.MPI_SUCCESS) {
            return code;
        }
        return exchange(
                "MPI_Sendrecv_replace",
                packed,
                Predefined.PACKED,
                new SendCall("MPI_Sendrecv_replace", CallSite.here(), count, datatype, dest, sendtag, comm),
                length[0],
                receive,
                new ReceiveCall("MPI_Sendrecv_replace", CallSite.here(), count, datatype, comm),
                status);
    }

    @Override
    public int MPI_Isendrecv(
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
            MPI_Request[] request) {
        int code = super.MPI_Isendrecv(
                sendbuf, sendcount, sendtype, dest, sendtag, recvbuf, recvcount, recvtype, source, recvtag, comm,
                request);
        if (code == MPI.MPI_SUCCESS) {
            pending.add(
                    request[0], new ReceiveCall("MPI_Isendrecv", CallSite.here(), recvcount, recvtype, comm), false);
        }
        return code;
    }

    @Override
    public int MPI_Isendrecv_replace(
            Object buf,
            int count,
            MPI_Datatype datatype,
            int dest,
            int sendtag,
            int source,
            int recvtag,
            MPI_Comm comm,
            MPI_Request[] request) {
        int code = super.MPI_Isendrecv_replace(buf, count, datatype, dest, sendtag, source, recvtag, comm, request);
        if (code == MPI.MPI_SUCCESS) {
            pending.add(
                    request[0],
                    new ReceiveCall("MPI_Isendrecv_replace", CallSite.here(), count, datatype, comm),
                    false);
        }
        return code;
    }

    // ---- Persistent requests

    @Override
    public int MPI_Start(MPI_Request[] request) {
        int code = super.MPI_Start(request);
        if (code == MPI.MPI_SUCCESS) {
            pending.onStarted(request[0], watch());
        }
        return code;
    }

    @Override
    public int MPI_Startall(int count, MPI_Request[] array_of_requests) {
        int code = super.MPI_Startall(count, array_of_requests);
        if (code == MPI.MPI_SUCCESS) {
            for (int i = 0; i < count; i++) {
                pending.onStarted(array_of_requests[i], watch());
            }
        }
        return code;
    }

    @Override
    public int MPI_Request_free(MPI_Request[] request) {
        MPI_Request freed = request == null || request.length == 0 ? null : request[0];
        int code = super.MPI_Request_free(request);
        if (code == MPI.MPI_SUCCESS) {
            pending.onFreed(freed);
        }
        return code;
    }

    // ---- Completion

    private static MPI_Status own(MPI_Status status) {
        return status == Predefined.STATUS_IGNORE ? new MPI_Status() : status;
    }

    private static MPI_Status[] own(MPI_Status[] statuses, int count) {
        if (statuses != Predefined.STATUSES_IGNORE || count < 0) {
            return statuses;
        }
        MPI_Status[] own = new MPI_Status[count];
        Arrays.setAll(own, i -> new MPI_Status());
        return own;
    }

    private static List<MPI_Request> copy(int count, MPI_Request[] requests) {
        return requests == null
                ? List.of()
                : Arrays.asList(Arrays.copyOf(requests, Math.max(0, Math.min(count, requests.length))));
    }

    private void completed(MPI_Request request, MPI_Status status) {
        pending.onCompleted(request, status, watch());
    }

    @Override
    public int MPI_Wait(MPI_Request[] request, MPI_Status status) {
        List<MPI_Request> before = copy(1, request);
        MPI_Status own = own(status);
        int code = super.MPI_Wait(request, own);
        if (code == MPI.MPI_SUCCESS) {
            completed(before.get(0), own);
        }
        return code;
    }

    @Override
    public int MPI_Test(MPI_Request[] request, boolean[] flag, MPI_Status status) {
        List<MPI_Request> before = copy(1, request);
        MPI_Status own = own(status);
        int code = super.MPI_Test(request, flag, own);
        if (code == MPI.MPI_SUCCESS && flag[0]) {
            completed(before.get(0), own);
        }
        return code;
    }

    @Override
    public int MPI_Waitany(int count, MPI_Request[] array_of_requests, int[] index, MPI_Status status) {
        List<MPI_Request> before = copy(count, array_of_requests);
        MPI_Status own = own(status);
        int code = super.MPI_Waitany(count, array_of_requests, index, own);
        if (code == MPI.MPI_SUCCESS && index[0] != MPI.MPI_UNDEFINED) {
            completed(before.get(index[0]), own);
        }
        return code;
    }

    @Override
    public int MPI_Testany(int count, MPI_Request[] array_of_requests, int[] index, boolean[] flag, MPI_Status status) {
        List<MPI_Request> before = copy(count, array_of_requests);
        MPI_Status own = own(status);
        int code = super.MPI_Testany(count, array_of_requests, index, flag, own);
        if (code == MPI.MPI_SUCCESS && flag[0] && index[0] != MPI.MPI_UNDEFINED) {
            completed(before.get(index[0]), own);
        }
        return code;
    }

    @Override
    public int MPI_Waitall(int count, MPI_Request[] array_of_requests, MPI_Status[] array_of_statuses) {
        List<MPI_Request> before = copy(count, array_of_requests);
        MPI_Status[] own = own(array_of_statuses, count);
        int code = super.MPI_Waitall(count, array_of_requests, own);
        if (code == MPI.MPI_SUCCESS) {
            allCompleted(before, own);
        }
        return code;
    }

    private void allCompleted(List<MPI_Request> requests, MPI_Status[] statuses) {
        for (int i = 0; i < requests.size(); i++) {
            completed(requests.get(i), statuses[i]);
        }
    }

    @Override
    public int MPI_Testall(int count, MPI_Request[] array_of_requests, boolean[] flag, MPI_Status[] array_of_statuses) {
        List<MPI_Request> before = copy(count, array_of_requests);
        MPI_Status[] own = own(array_of_statuses, count);
        int code = super.MPI_Testall(count, array_of_requests, flag, own);
        if (code == MPI.MPI_SUCCESS && flag[0]) {
            allCompleted(before, own);
        }
        return code;
    }

    @Override
    public int MPI_Waitsome(
            int incount,
            MPI_Request[] array_of_requests,
            int[] outcount,
            int[] array_of_indices,
            MPI_Status[] array_of_statuses) {
        List<MPI_Request> before = copy(incount, array_of_requests);
        MPI_Status[] own = own(array_of_statuses, incount);
        int code = super.MPI_Waitsome(incount, array_of_requests, outcount, array_of_indices, own);
        return someCompleted(code, before, outcount, array_of_indices, own);
    }

    @Override
    public int MPI_Testsome(
            int incount,
            MPI_Request[] array_of_requests,
            int[] outcount,
            int[] array_of_indices,
            MPI_Status[] array_of_statuses) {
        List<MPI_Request> before = copy(incount, array_of_requests);
        MPI_Status[] own = own(array_of_statuses, incount);
        int code = super.MPI_Testsome(incount, array_of_requests, outcount, array_of_indices, own);
        return someCompleted(code, before, outcount, array_of_indices, own);
    }

    private int someCompleted(int code, List<MPI_Request> requests, int[] count, int[] indices, MPI_Status[] statuses) {
        if (code == MPI.MPI_SUCCESS && count[0] != MPI.MPI_UNDEFINED) {
            for (int i = 0; i < count[0]; i++) {
                completed(requests.get(indices[i]), statuses[i]);
            }
        }
        return code;
    }
}
