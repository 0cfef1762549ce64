package org.javampi.core.check;

import java.util.Arrays;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.javampi.MPI;
import org.javampi.MPI_Comm;
import org.javampi.MPI_Datatype;
import org.javampi.MPI_Message;
import org.javampi.MPI_Request;
import org.javampi.MPI_Status;
import org.javampi.Predefined;
import org.javampi.core.binding.CallSite;
import org.javampi.core.buffer.Block;

/**
 * Watches sends and receives: what each message has been, whether a buffer changes while its send is under way, and
 * what is never completed. A blocking send is one that does not block, told to its receiver, and waited for.
 */
abstract class WatchedMessages extends WatchedLaterObjects {
    /** What JVMs make at most. */
    private static final int LONGEST_ARRAY = Integer.MAX_VALUE - 8;

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

    @Override
    final void noted(MPI_Request request, String function, boolean persistent) {
        pending.addOther(request, function, CallSite.here(), persistent);
    }

    /** Data, partner, tag and communicator of a message. */
    record Envelope(long count, MPI_Datatype type, int partner, int tag, MPI_Comm comm) {}

    /** Starts an operation. */
    @FunctionalInterface
    interface Start {
        int of(MPI_Request[] request);
    }

    /** The data of a send whose buffer is watched; null where nothing is. */
    final Block outgoing(Object buf, long count, MPI_Datatype datatype) {
        return isWatched() ? watch().outgoing(buf, count, datatype) : null;
    }

    private static SendCall call(String function, Envelope envelope) {
        return new SendCall(
                function,
                CallSite.here(),
                envelope.count(),
                envelope.type(),
                envelope.partner(),
                envelope.tag(),
                envelope.comm());
    }

    /** A send that does not block was called, with an answer. */
    final int started(
            String function, Envelope envelope, Block data, boolean persistent, int code, MPI_Request[] request) {
        if (code != MPI.MPI_SUCCESS) {
            return code;
        }
        if (envelope.partner() == Predefined.PROC_NULL) {
            pending.addOther(request[0], function, CallSite.here(), persistent);
            return code;
        }
        pending.add(request[0], call(function, envelope), data, persistent);
        if (!persistent) {
            pending.onStarted(request[0], watch());
        }
        return code;
    }

    /** Sends as {@code start} does, which does not block. */
    final int send(String function, Envelope envelope, Start start) {
        MPI_Request[] request = new MPI_Request[1];
        int code = start.of(request);
        if (code != MPI.MPI_SUCCESS) {
            return code;
        }
        tellSent(function, envelope, request[0]);
        return super.MPI_Wait(request, Predefined.STATUS_IGNORE);
    }

    private void tellSent(String function, Envelope envelope, MPI_Request request) {
        if (envelope.partner() != Predefined.PROC_NULL) {
            watch().sent(call(function, envelope), request.messageNumber());
        }
    }

    /** A receive that does not block was called, with an answer. */
    final int receives(
            String function,
            long count,
            MPI_Datatype datatype,
            MPI_Comm comm,
            boolean persistent,
            int code,
            MPI_Request[] request) {
        if (code == MPI.MPI_SUCCESS) {
            pending.add(request[0], new ReceiveCall(function, CallSite.here(), count, datatype, comm), persistent);
        }
        return code;
    }

    /** A receive has returned. */
    final int received(String function, long count, MPI_Datatype datatype, MPI_Comm comm, MPI_Status status, int code) {
        if (code == MPI.MPI_SUCCESS) {
            watch().received(
                            new ReceiveCall(function, CallSite.here(), count, datatype, comm),
                            status.MPI_SOURCE,
                            status.messageNumber());
        }
        return code;
    }

    /** The communicator of a message that is being received; null where that is not known. */
    final MPI_Comm communicatorOf(MPI_Message[] message) {
        return message == null || message.length == 0 ? null : probed.remove(message[0]);
    }

    /** Starts a receive, sends, and waits for both. */
    final int exchange(String function, Envelope sent, Start send, Envelope awaited, Start receive, MPI_Status status) {
        MPI_Request[] receiving = new MPI_Request[1];
        int code = receive.of(receiving);
        if (code != MPI.MPI_SUCCESS) {
            return code;
        }
        MPI_Request[] sending = new MPI_Request[1];
        code = send.of(sending);
        if (code != MPI.MPI_SUCCESS) {
            super.MPI_Cancel(receiving);
            super.MPI_Wait(receiving, Predefined.STATUS_IGNORE);
            return code;
        }
        tellSent(function, sent, sending[0]);
        code = super.MPI_Wait(sending, Predefined.STATUS_IGNORE);
        MPI_Status own = own(status);
        int second = received(
                function, awaited.count(), awaited.type(), awaited.comm(), own, super.MPI_Wait(receiving, own));
        return code != MPI.MPI_SUCCESS ? code : second;
    }

    /** The same with one buffer, which is packed before it is overwritten. */
    final int exchangeInPlace(String function, Object buf, Envelope sent, Envelope awaited, MPI_Status status) {
        long[] size = new long[1];
        int code = super.MPI_Pack_size_c(sent.count(), sent.type(), sent.comm(), size);
        if (size[0] > LONGEST_ARRAY) {
            MPI_Status own = own(status);
            code = super.MPI_Sendrecv_replace_c(
                    buf,
                    sent.count(),
                    sent.type(),
                    sent.partner(),
                    sent.tag(),
                    awaited.partner(),
                    awaited.tag(),
                    sent.comm(),
                    own);
            return received(function, awaited.count(), awaited.type(), awaited.comm(), own, code);
        }
        byte[] packed = new byte[(int) size[0]];
        long[] length = new long[1];
        if (code == MPI.MPI_SUCCESS) {
            code = super.MPI_Pack_c(buf, sent.count(), sent.type(), packed, packed.length, length, sent.comm());
        }
        return code != MPI.MPI_SUCCESS
                ? code
                : exchange(
                        function,
                        sent,
                        request -> super.MPI_Isend_c(
                                packed, length[0], Predefined.PACKED, sent.partner(), sent.tag(), sent.comm(), request),
                        awaited,
                        request -> super.MPI_Irecv_c(
                                buf,
                                awaited.count(),
                                awaited.type(),
                                awaited.partner(),
                                awaited.tag(),
                                awaited.comm(),
                                request),
                        status);
    }

    // ---- Sends

    @Override
    public int MPI_Send(Object buf, int count, MPI_Datatype datatype, int dest, int tag, MPI_Comm comm) {
        return send(
                "MPI_Send",
                new Envelope(count, datatype, dest, tag, comm),
                request -> super.MPI_Isend(buf, count, datatype, dest, tag, comm, request));
    }

    @Override
    public int MPI_Bsend(Object buf, int count, MPI_Datatype datatype, int dest, int tag, MPI_Comm comm) {
        return send(
                "MPI_Bsend",
                new Envelope(count, datatype, dest, tag, comm),
                request -> super.MPI_Ibsend(buf, count, datatype, dest, tag, comm, request));
    }

    @Override
    public int MPI_Ssend(Object buf, int count, MPI_Datatype datatype, int dest, int tag, MPI_Comm comm) {
        return send(
                "MPI_Ssend",
                new Envelope(count, datatype, dest, tag, comm),
                request -> super.MPI_Issend(buf, count, datatype, dest, tag, comm, request));
    }

    @Override
    public int MPI_Rsend(Object buf, int count, MPI_Datatype datatype, int dest, int tag, MPI_Comm comm) {
        return send(
                "MPI_Rsend",
                new Envelope(count, datatype, dest, tag, comm),
                request -> super.MPI_Irsend(buf, count, datatype, dest, tag, comm, request));
    }

    @Override
    public int MPI_Isend(
            Object buf, int count, MPI_Datatype datatype, int dest, int tag, MPI_Comm comm, MPI_Request[] request) {
        Block data = outgoing(buf, count, datatype);
        int code = super.MPI_Isend(buf, count, datatype, dest, tag, comm, request);
        return started("MPI_Isend", new Envelope(count, datatype, dest, tag, comm), data, false, code, request);
    }

    @Override
    public int MPI_Ibsend(
            Object buf, int count, MPI_Datatype datatype, int dest, int tag, MPI_Comm comm, MPI_Request[] request) {
        Block data = outgoing(buf, count, datatype);
        int code = super.MPI_Ibsend(buf, count, datatype, dest, tag, comm, request);
        return started("MPI_Ibsend", new Envelope(count, datatype, dest, tag, comm), data, false, code, request);
    }

    @Override
    public int MPI_Issend(
            Object buf, int count, MPI_Datatype datatype, int dest, int tag, MPI_Comm comm, MPI_Request[] request) {
        Block data = outgoing(buf, count, datatype);
        int code = super.MPI_Issend(buf, count, datatype, dest, tag, comm, request);
        return started("MPI_Issend", new Envelope(count, datatype, dest, tag, comm), data, false, code, request);
    }

    @Override
    public int MPI_Irsend(
            Object buf, int count, MPI_Datatype datatype, int dest, int tag, MPI_Comm comm, MPI_Request[] request) {
        Block data = outgoing(buf, count, datatype);
        int code = super.MPI_Irsend(buf, count, datatype, dest, tag, comm, request);
        return started("MPI_Irsend", new Envelope(count, datatype, dest, tag, comm), data, false, code, request);
    }

    @Override
    public int MPI_Send_init(
            Object buf, int count, MPI_Datatype datatype, int dest, int tag, MPI_Comm comm, MPI_Request[] request) {
        Block data = outgoing(buf, count, datatype);
        int code = super.MPI_Send_init(buf, count, datatype, dest, tag, comm, request);
        return started("MPI_Send_init", new Envelope(count, datatype, dest, tag, comm), data, true, code, request);
    }

    @Override
    public int MPI_Bsend_init(
            Object buf, int count, MPI_Datatype datatype, int dest, int tag, MPI_Comm comm, MPI_Request[] request) {
        Block data = outgoing(buf, count, datatype);
        int code = super.MPI_Bsend_init(buf, count, datatype, dest, tag, comm, request);
        return started("MPI_Bsend_init", new Envelope(count, datatype, dest, tag, comm), data, true, code, request);
    }

    @Override
    public int MPI_Ssend_init(
            Object buf, int count, MPI_Datatype datatype, int dest, int tag, MPI_Comm comm, MPI_Request[] request) {
        Block data = outgoing(buf, count, datatype);
        int code = super.MPI_Ssend_init(buf, count, datatype, dest, tag, comm, request);
        return started("MPI_Ssend_init", new Envelope(count, datatype, dest, tag, comm), data, true, code, request);
    }

    @Override
    public int MPI_Rsend_init(
            Object buf, int count, MPI_Datatype datatype, int dest, int tag, MPI_Comm comm, MPI_Request[] request) {
        Block data = outgoing(buf, count, datatype);
        int code = super.MPI_Rsend_init(buf, count, datatype, dest, tag, comm, request);
        return started("MPI_Rsend_init", new Envelope(count, datatype, dest, tag, comm), data, true, code, request);
    }

    // ---- Receives

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
    public int MPI_Irecv(
            Object buf, int count, MPI_Datatype datatype, int source, int tag, MPI_Comm comm, MPI_Request[] request) {
        int code = super.MPI_Irecv(buf, count, datatype, source, tag, comm, request);
        return receives("MPI_Irecv", count, datatype, comm, false, code, request);
    }

    @Override
    public int MPI_Recv_init(
            Object buf, int count, MPI_Datatype datatype, int source, int tag, MPI_Comm comm, MPI_Request[] request) {
        int code = super.MPI_Recv_init(buf, count, datatype, source, tag, comm, request);
        return receives("MPI_Recv_init", count, datatype, comm, true, code, request);
    }

    @Override
    public int MPI_Recv(
            Object buf, int count, MPI_Datatype datatype, int source, int tag, MPI_Comm comm, MPI_Status status) {
        MPI_Status own = own(status);
        int code = super.MPI_Recv(buf, count, datatype, source, tag, comm, own);
        return received("MPI_Recv", count, datatype, comm, own, code);
    }

    @Override
    public int MPI_Mrecv(Object buf, int count, MPI_Datatype datatype, MPI_Message[] message, MPI_Status status) {
        MPI_Comm comm = communicatorOf(message);
        MPI_Status own = own(status);
        int code = super.MPI_Mrecv(buf, count, datatype, message, own);
        return comm == null ? code : received("MPI_Mrecv", count, datatype, comm, own, code);
    }

    @Override
    public int MPI_Imrecv(Object buf, int count, MPI_Datatype datatype, MPI_Message[] message, MPI_Request[] request) {
        MPI_Comm comm = communicatorOf(message);
        int code = super.MPI_Imrecv(buf, count, datatype, message, request);
        return comm == null ? code : receives("MPI_Imrecv", count, datatype, comm, false, code, request);
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
        return exchange(
                "MPI_Sendrecv",
                new Envelope(sendcount, sendtype, dest, sendtag, comm),
                request -> super.MPI_Isend(sendbuf, sendcount, sendtype, dest, sendtag, comm, request),
                new Envelope(recvcount, recvtype, source, recvtag, comm),
                request -> super.MPI_Irecv(recvbuf, recvcount, recvtype, source, recvtag, comm, request),
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
        return exchangeInPlace(
                "MPI_Sendrecv_replace",
                buf,
                new Envelope(count, datatype, dest, sendtag, comm),
                new Envelope(count, datatype, source, recvtag, comm),
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
        return receives("MPI_Isendrecv", recvcount, recvtype, comm, false, code, request);
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
        return receives("MPI_Isendrecv_replace", count, datatype, comm, false, code, request);
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

    static MPI_Status own(MPI_Status status) {
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
