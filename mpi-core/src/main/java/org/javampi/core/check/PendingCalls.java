package org.javampi.core.check;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.javampi.MPI_Comm;
import org.javampi.MPI_Request;
import org.javampi.MPI_Status;
import org.javampi.core.buffer.Block;

/** Operations that were started and not completed, by their handles, and persistent requests. Any thread. */
final class PendingCalls {
    private final Map<MPI_Request, Pending> all = new IdentityHashMap<>();

    /** Communicators on which a receive was given up: what it has taken is not known. */
    private final List<MPI_Comm> givenUp = new ArrayList<>();

    /** One of them: either a send or a receive, or another operation, of which only its line is known. */
    private static final class Pending {
        final String function;
        final String place;
        final SendCall send;
        final ReceiveCall receive;
        final boolean persistent;
        boolean active;
        Block data;
        long sum;
        long number;

        Pending(String function, String place, SendCall send, ReceiveCall receive, boolean persistent) {
            this.function = function;
            this.place = place;
            this.send = send;
            this.receive = receive;
            this.persistent = persistent;
        }
    }

    /** A send; {@code data} is null where there is none. */
    synchronized void add(MPI_Request request, SendCall call, Block data, boolean persistent) {
        Pending pending = new Pending(call.function(), call.place(), call, null, persistent);
        pending.data = data;
        all.put(request, pending);
    }

    synchronized void add(MPI_Request request, ReceiveCall call, boolean persistent) {
        Pending pending = new Pending(call.function(), call.place(), null, call, persistent);
        pending.active = !persistent;
        all.put(request, pending);
    }

    /** Neither a send nor a receive whose message is known: a collective, a duplication, a message in partitions. */
    synchronized void addOther(MPI_Request request, String function, String place, boolean persistent) {
        Pending pending = new Pending(function, place, null, null, persistent);
        pending.active = !persistent;
        all.put(request, pending);
    }

    /** An operation begins: now, or again. */
    synchronized void onStarted(MPI_Request request, Watch watch) {
        Pending pending = all.get(request);
        if (pending == null) {
            return;
        }
        pending.active = true;
        if (pending.send != null) {
            pending.number = request.messageNumber();
            pending.sum = pending.data == null ? 0 : Checksum.of(pending.data);
            watch.sent(pending.send, pending.number);
        }
    }

    /** An operation has been completed. */
    synchronized void onCompleted(MPI_Request request, MPI_Status status, Watch watch) {
        Pending pending = all.get(request);
        if (pending == null || !pending.active) {
            return;
        }
        pending.active = false;
        if (!pending.persistent) {
            all.remove(request);
        }
        if (pending.send != null) {
            if (pending.data != null && Checksum.of(pending.data) != pending.sum) {
                watch.tell("the buffer of " + pending.function + " at " + pending.place
                        + " was changed before the operation was completed");
            }
            if (status.isCancelled()) {
                watch.withdrawn(pending.send, pending.number);
            }
        } else if (pending.receive != null && !status.isCancelled()) {
            watch.received(pending.receive, status.MPI_SOURCE, status.messageNumber());
        }
    }

    /** The program has freed a request. */
    synchronized void onFreed(MPI_Request request) {
        Pending pending = all.remove(request);
        if (pending != null && pending.active && pending.receive != null) {
            givenUp.add(pending.receive.comm());
        }
    }

    /** Communicators on which messages may have been received by requests that were freed. */
    synchronized List<MPI_Comm> givenUp() {
        return List.copyOf(givenUp);
    }

    /** Those that are left, in words. */
    synchronized List<String> leaks() {
        Map<String, Integer> counts = new TreeMap<>();
        for (Pending pending : all.values()) {
            String what = pending.function + " at " + pending.place
                    + (pending.active || !pending.persistent ? " was never completed" : " was never freed");
            counts.merge("request of " + what, 1, Integer::sum);
        }
        return counts.entrySet().stream()
                .map(entry -> entry.getKey() + (entry.getValue() == 1 ? "" : " (" + entry.getValue() + " times)"))
                .toList();
    }
}
