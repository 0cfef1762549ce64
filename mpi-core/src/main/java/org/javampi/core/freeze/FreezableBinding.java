package org.javampi.core.freeze;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntSupplier;
import org.javampi.Binding;
import org.javampi.MPI;
import org.javampi.MPI_Comm;
import org.javampi.MPI_Datatype;
import org.javampi.MPI_Message;
import org.javampi.MPI_Request;
import org.javampi.MPI_Status;
import org.javampi.ObservedTool;
import org.javampi.Predefined;
import org.javampi.checkpoint.CallGate;
import org.javampi.continuations.FreezeSignal;
import org.javampi.core.binding.RankBinding;
import org.javampi.core.comm.Communicator;
import org.javampi.core.group.Group;

/**
 * The binding of a rank whose program is frozen in any call. A call that waits is made of its non-blocking form, so that it
 * can be left while it waits: what it has begun is kept, and found by the call that is made again. In the place of the
 * binding only where that is wanted.
 */
final class FreezableBinding extends ObservedTool {
    /** What a function means for a checkpoint; the others neither wait nor are awaited. */
    private enum Kind {
        COLLECTIVE,
        POLL
    }

    /** Bytes; what is longer is exchanged by the call itself, which cannot be left. */
    private static final long LONGEST_COPY = Integer.MAX_VALUE - 8;

    private static final Map<String, Kind> KINDS = new HashMap<>();

    static {
        for (String name : new String[] {
            "Barrier",
            "Bcast",
            "Gather",
            "Gatherv",
            "Scatter",
            "Scatterv",
            "Allgather",
            "Allgatherv",
            "Alltoall",
            "Alltoallv",
            "Alltoallw",
            "Reduce",
            "Allreduce",
            "Reduce_scatter",
            "Reduce_scatter_block",
            "Scan",
            "Exscan",
            "Neighbor_allgather",
            "Neighbor_allgatherv",
            "Neighbor_alltoall",
            "Neighbor_alltoallv",
            "Neighbor_alltoallw"
        }) {
            String lower = "MPI_I" + name.substring(0, 1).toLowerCase(java.util.Locale.ROOT) + name.substring(1);
            for (String form : new String[] {"MPI_" + name, lower, "MPI_" + name + "_init"}) {
                KINDS.put(form, Kind.COLLECTIVE);
                KINDS.put(form + "_c", Kind.COLLECTIVE);
            }
        }
        for (String name : new String[] {
            "Comm_dup", "Comm_dup_with_info", "Comm_idup", "Comm_idup_with_info", "Comm_create", "Comm_split",
            "Comm_split_type", "Comm_create_group", "Intercomm_create", "Intercomm_merge", "Cart_create", "Cart_sub",
            "Graph_create", "Dist_graph_create", "Dist_graph_create_adjacent"
        }) {
            KINDS.put("MPI_" + name, Kind.COLLECTIVE);
        }
        for (String name : new String[] {"Test", "Testany", "Testall", "Testsome", "Iprobe", "Improbe"}) {
            KINDS.put("MPI_" + name, Kind.POLL);
        }
    }

    /** What calls come to from here: not this object again, which would take them for the program's. */
    private final Binding below;

    private final RankBinding binding;
    private final FreezableProgram program;

    /** What the call has begun that is made again; null when none is. Of the main thread. */
    private MPI_Request[] begun;

    FreezableBinding(Binding next, RankBinding binding, FreezableProgram program) {
        below = next;
        this.binding = binding;
        this.program = program;
        onto(next);
    }

    /** The next call goes on with what it has begun. */
    void resume(MPI_Request[] earlier) {
        begun = earlier;
    }

    // ---- Standing

    private boolean mayStand() {
        return program.isMainThread() && binding.gate() != null;
    }

    /** A call begins: a place to stand. */
    private void pass() {
        if (mayStand() && binding.gate().isStopWanted()) {
            stand(null);
        }
    }

    /** Leaves the program's frames, unless that cannot be: then waits until the others go on. */
    private void stand(MPI_Request[] requests) {
        String obstacle = program.obstacle();
        if (obstacle == null) {
            program.leave(requests);
            throw new FreezeSignal();
        }
        binding.gate().obstructed(obstacle);
    }

    private MPI_Request[] takeBegun() {
        MPI_Request[] earlier = null;
        if (mayStand()) {
            earlier = begun;
            begun = null;
            if (earlier == null) {
                pass();
            }
        }
        return earlier;
    }

    /** Waits for operations of a call; it is left when the rank is to stand. */
    private void await(MPI_Request[] requests, int count, boolean all, boolean areOwn) {
        if (!mayStand()) {
            return;
        }
        while (!binding.awaitUnlessStopped(requests, count, all)) {
            stand(areOwn ? requests : null);
        }
    }

    // ---- Collectives

    private static MPI_Comm communicatorOf(Object[] arguments) {
        for (Object argument : arguments) {
            if (argument instanceof MPI_Comm comm) {
                return comm;
            }
        }
        return null;
    }

    @Override
    protected Object onCall(String function, Object[] arguments) {
        Kind kind = KINDS.get(function);
        if (kind == Kind.POLL) {
            pass();
        } else if (kind == Kind.COLLECTIVE) {
            Communicator communicator = binding.known(communicatorOf(arguments));
            return communicator == null ? null : enter(groupOf(function, communicator, arguments));
        }
        return null;
    }

    /** Who takes part: of one function a part of the communicator only. */
    private static long groupOf(String function, Communicator communicator, Object[] arguments) {
        long group = communicator.contextId();
        if (function.equals("MPI_Comm_create_group")) {
            for (Object argument : arguments) {
                if (argument instanceof Group members) {
                    group = -1 - Math.abs(31 * group + Arrays.hashCode(members.worldRanks()));
                }
            }
        }
        return group;
    }

    @Override
    protected void onReturn(String function, Object entered, int code, Object[] arguments) {
        if (entered instanceof Long group && binding.gate() != null) {
            binding.gate().leave(group);
        }
    }

    private Long enter(long group) {
        CallGate gate = binding.gate();
        if (gate == null) {
            return null;
        }
        while (!gate.enter(group)) {
            if (program.isMainThread()) {
                stand(null);
            } else {
                gate.obstructed("thread " + Thread.currentThread().getName()
                        + " calls MPI, and only the thread of main can be frozen; call from that one");
            }
        }
        return group;
    }

    private int collective(MPI_Comm comm, IntSupplier call) {
        Communicator communicator = binding.known(comm);
        Long entered = communicator == null ? null : enter(communicator.contextId());
        int code = call.getAsInt();
        if (entered != null && binding.gate() != null) {
            binding.gate().leave(entered);
        }
        return code;
    }

    @Override
    public int MPI_Comm_free(MPI_Comm[] comm) {
        return collective(comm == null || comm.length == 0 ? null : comm[0], () -> below.MPI_Comm_free(comm));
    }

    @Override
    public int MPI_Comm_free(MPI_Comm comm) {
        return collective(comm, () -> below.MPI_Comm_free(comm));
    }

    @Override
    public int MPI_Finalize() {
        return collective(Predefined.COMM_WORLD, below::MPI_Finalize);
    }

    @Override
    public int MPI_Start(MPI_Request[] request) {
        return startCollective(request, 1, () -> below.MPI_Start(request));
    }

    @Override
    public int MPI_Startall(int count, MPI_Request[] requests) {
        return startCollective(requests, count, () -> below.MPI_Startall(count, requests));
    }

    private int startCollective(MPI_Request[] requests, int count, IntSupplier call) {
        List<Long> entered = new ArrayList<>();
        for (int i = 0; requests != null && i < Math.min(count, requests.length); i++) {
            Communicator communicator = binding.collectiveOf(requests[i]);
            if (communicator != null) {
                entered.add(enter(communicator.contextId()));
            }
        }
        int code = call.getAsInt();
        for (Long group : entered) {
            if (group != null) {
                binding.gate().leave(group);
            }
        }
        return code;
    }

    // ---- Messages

    /** A send or receive that has been started: waits for it and completes it. */
    private int finish(MPI_Request[] requests, MPI_Status status) {
        await(requests, requests.length, true, true);
        int code = MPI.MPI_SUCCESS;
        for (int i = requests.length - 1; i > 0 && code == MPI.MPI_SUCCESS; i--) {
            code = below.MPI_Wait(requests[i], Predefined.STATUS_IGNORE);
        }
        return code == MPI.MPI_SUCCESS ? below.MPI_Wait(requests[0], status) : code;
    }

    /** Starts a send or receive into the first of one request. */
    private interface Start {
        int into(MPI_Request[] request);
    }

    private int blocking(Start start, MPI_Status status) {
        MPI_Request[] requests = takeBegun();
        if (requests == null) {
            requests = new MPI_Request[1];
            int code = start.into(requests);
            if (code != MPI.MPI_SUCCESS) {
                return code;
            }
        }
        return finish(requests, status);
    }

    private int exchange(Start receive, Start send, MPI_Status status) {
        MPI_Request[] requests = takeBegun();
        if (requests == null) {
            requests = new MPI_Request[2];
            int code = begin(requests, receive, send);
            if (code != MPI.MPI_SUCCESS) {
                return code;
            }
        }
        return finish(requests, status);
    }

    /** Begins both parts of an exchange, or none; the receive is first, as its status is the call's. */
    private int begin(MPI_Request[] requests, Start receive, Start send) {
        MPI_Request[] one = new MPI_Request[1];
        int code = receive.into(one);
        if (code != MPI.MPI_SUCCESS) {
            return code;
        }
        requests[0] = one[0];
        code = send.into(one);
        if (code != MPI.MPI_SUCCESS) {
            below.MPI_Cancel(requests[0]);
            below.MPI_Request_free(requests[0]);
            return code;
        }
        requests[1] = one[0];
        return code;
    }

    @Override
    public int MPI_Send(Object buf, int count, MPI_Datatype datatype, int dest, int tag, MPI_Comm comm) {
        return blocking(
                request -> below.MPI_Isend(buf, count, datatype, dest, tag, comm, request), Predefined.STATUS_IGNORE);
    }

    @Override
    public int MPI_Send_c(Object buf, long count, MPI_Datatype datatype, int dest, int tag, MPI_Comm comm) {
        return blocking(
                request -> below.MPI_Isend_c(buf, count, datatype, dest, tag, comm, request), Predefined.STATUS_IGNORE);
    }

    @Override
    public int MPI_Ssend(Object buf, int count, MPI_Datatype datatype, int dest, int tag, MPI_Comm comm) {
        return blocking(
                request -> below.MPI_Issend(buf, count, datatype, dest, tag, comm, request), Predefined.STATUS_IGNORE);
    }

    @Override
    public int MPI_Ssend_c(Object buf, long count, MPI_Datatype datatype, int dest, int tag, MPI_Comm comm) {
        return blocking(
                request -> below.MPI_Issend_c(buf, count, datatype, dest, tag, comm, request),
                Predefined.STATUS_IGNORE);
    }

    @Override
    public int MPI_Rsend(Object buf, int count, MPI_Datatype datatype, int dest, int tag, MPI_Comm comm) {
        return blocking(
                request -> below.MPI_Irsend(buf, count, datatype, dest, tag, comm, request), Predefined.STATUS_IGNORE);
    }

    @Override
    public int MPI_Rsend_c(Object buf, long count, MPI_Datatype datatype, int dest, int tag, MPI_Comm comm) {
        return blocking(
                request -> below.MPI_Irsend_c(buf, count, datatype, dest, tag, comm, request),
                Predefined.STATUS_IGNORE);
    }

    @Override
    public int MPI_Recv(
            Object buf, int count, MPI_Datatype datatype, int source, int tag, MPI_Comm comm, MPI_Status status) {
        return blocking(request -> below.MPI_Irecv(buf, count, datatype, source, tag, comm, request), status);
    }

    @Override
    public int MPI_Recv_c(
            Object buf, long count, MPI_Datatype datatype, int source, int tag, MPI_Comm comm, MPI_Status status) {
        return blocking(request -> below.MPI_Irecv_c(buf, count, datatype, source, tag, comm, request), status);
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
        return exchange(
                request -> below.MPI_Irecv(recvbuf, recvcount, recvtype, source, recvtag, comm, request),
                request -> below.MPI_Isend(sendbuf, sendcount, sendtype, dest, sendtag, comm, request),
                status);
    }

    @Override
    public int MPI_Sendrecv_c(
            Object sendbuf,
            long sendcount,
            MPI_Datatype sendtype,
            int dest,
            int sendtag,
            Object recvbuf,
            long recvcount,
            MPI_Datatype recvtype,
            int source,
            int recvtag,
            MPI_Comm comm,
            MPI_Status status) {
        return exchange(
                request -> below.MPI_Irecv_c(recvbuf, recvcount, recvtype, source, recvtag, comm, request),
                request -> below.MPI_Isend_c(sendbuf, sendcount, sendtype, dest, sendtag, comm, request),
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
        return replace(buf, count, datatype, dest, sendtag, source, recvtag, comm, status);
    }

    @Override
    public int MPI_Sendrecv_replace_c(
            Object buf,
            long count,
            MPI_Datatype datatype,
            int dest,
            int sendtag,
            int source,
            int recvtag,
            MPI_Comm comm,
            MPI_Status status) {
        return replace(buf, count, datatype, dest, sendtag, source, recvtag, comm, status);
    }

    private int replace(
            Object buf,
            long count,
            MPI_Datatype datatype,
            int dest,
            int sendtag,
            int source,
            int recvtag,
            MPI_Comm comm,
            MPI_Status status) {
        MPI_Request[] requests = takeBegun();
        if (requests != null) {
            return finish(requests, status);
        }
        long[] size = new long[1];
        int code = below.MPI_Pack_size_c(count, datatype, comm, size);
        if (code != MPI.MPI_SUCCESS) {
            return code;
        }
        if (size[0] > LONGEST_COPY) {
            return below.MPI_Sendrecv_replace_c(buf, count, datatype, dest, sendtag, source, recvtag, comm, status);
        }
        // Before the receive begins, which may have its message at once.
        byte[] copy = new byte[(int) size[0]];
        long[] used = new long[1];
        code = below.MPI_Pack_c(buf, count, datatype, copy, copy.length, used, comm);
        if (code != MPI.MPI_SUCCESS) {
            return code;
        }
        requests = new MPI_Request[2];
        code = begin(
                requests,
                request -> below.MPI_Irecv_c(buf, count, datatype, source, recvtag, comm, request),
                request -> below.MPI_Isend_c(copy, used[0], Predefined.PACKED, dest, sendtag, comm, request));
        return code == MPI.MPI_SUCCESS ? finish(requests, status) : code;
    }

    @Override
    public int MPI_Probe(int source, int tag, MPI_Comm comm, MPI_Status status) {
        awaitMessage(source, tag, comm);
        return below.MPI_Probe(source, tag, comm, status);
    }

    @Override
    public int MPI_Mprobe(int source, int tag, MPI_Comm comm, MPI_Message[] message, MPI_Status status) {
        awaitMessage(source, tag, comm);
        return below.MPI_Mprobe(source, tag, comm, message, status);
    }

    private void awaitMessage(int source, int tag, MPI_Comm comm) {
        pass();
        while (mayStand() && !binding.awaitMessageUnlessStopped(source, tag, comm)) {
            stand(null);
        }
    }

    // ---- Completion

    @Override
    public int MPI_Wait(MPI_Request[] request, MPI_Status status) {
        pass();
        await(request, 1, true, false);
        return below.MPI_Wait(request, status);
    }

    @Override
    public int MPI_Wait(MPI_Request request, MPI_Status status) {
        pass();
        await(new MPI_Request[] {request}, 1, true, false);
        return below.MPI_Wait(request, status);
    }

    @Override
    public int MPI_Waitall(int count, MPI_Request[] requests, MPI_Status[] statuses) {
        pass();
        await(requests, count, true, false);
        return below.MPI_Waitall(count, requests, statuses);
    }

    @Override
    public int MPI_Waitany(int count, MPI_Request[] requests, int[] index, MPI_Status status) {
        pass();
        await(requests, count, false, false);
        return below.MPI_Waitany(count, requests, index, status);
    }

    @Override
    public int MPI_Waitsome(int count, MPI_Request[] requests, int[] outcount, int[] indices, MPI_Status[] statuses) {
        pass();
        await(requests, count, false, false);
        return below.MPI_Waitsome(count, requests, outcount, indices, statuses);
    }
}
