package org.javampi.core.engine;

import java.util.function.UnaryOperator;
import org.javampi.MPI_Status;
import org.javampi.core.datatype.Datatype;

/**
 * Looks at messages before they are received (MPI-1.1 §3.8), and receives those that a probe has taken for itself
 * (MPI-4.1 §3.8.2). Any thread; as for {@link Engine}.
 */
public final class Probes {
    private final EngineCore core;

    /** What the last look was for, in the shape of a probe that waits. */
    private final ProbeRequest looked = new ProbeRequest();

    Probes(EngineCore core) {
        this.core = core;
    }

    /** The sender of a message that has met no receive in {@code context}, or -1. */
    public int earlySource(Context context) {
        core.lock.acquire();
        try {
            core.progressAsCaller();
            Message message = context.unexpected.first();
            return message == null ? -1 : message.source;
        } finally {
            core.lock.release();
        }
    }

    /** Whether a message waits that matches; fills {@code status} when one does. */
    public boolean probe(Context context, int source, int tag, MPI_Status status) {
        boolean longSince;
        core.lock.acquire();
        try {
            Message message = look(context, source, tag);
            if (message != null) {
                if (status != null) {
                    status.record(message.source, message.tag, message.byteCount, false);
                }
                return true;
            }
            longSince = hasLookedForLong(context, source, tag);
        } finally {
            core.lock.release();
        }
        core.returnWithNothing(longSince);
        return false;
    }

    private Message look(Context context, int source, int tag) {
        core.polling.onLook();
        Message message = context.unexpected.find(source, tag);
        if (message == null) {
            core.progressAsCaller();
            message = context.unexpected.find(source, tag);
        }
        if (message != null) {
            core.polling.onFound();
        }
        return message;
    }

    private boolean hasLookedForLong(Context context, int source, int tag) {
        looked.context = context;
        looked.wantedSource = source;
        looked.tag = tag;
        looked.markActive();
        boolean longSince = core.polling.onNothing(looked);
        looked.context = null;
        return longSince;
    }

    /** Waits for a message that matches, without receiving it. */
    public void await(Context context, int source, int tag, MPI_Status status) {
        await(context, source, tag, status, probe -> probe);
    }

    /**
     * The same, as long as the wait is not over for another reason.
     *
     * @param wait what is waited for instead of the message alone
     * @return whether there is a message
     */
    public boolean await(Context context, int source, int tag, MPI_Status status, UnaryOperator<Awaited> wait) {
        core.lock.acquire();
        try {
            Message message = context.unexpected.find(source, tag);
            ProbeRequest probe = core.pool.probe();
            probe.context = context;
            probe.wantedSource = source;
            probe.tag = tag;
            if (message != null) {
                probe.found(message);
            } else {
                probe.markActive();
                context.addProbe(probe);
                try {
                    core.awaitLocked(wait.apply(probe));
                } finally {
                    context.removeProbe(probe);
                    core.inbound.forgetIfOver(context);
                }
            }
            boolean found = probe.isDone();
            if (found && status != null) {
                status.record(probe.source, probe.foundTag, probe.byteCount, false);
            }
            core.pool.recycle(probe);
            return found;
        } finally {
            core.lock.release();
        }
    }

    /**
     * Takes the first message that fits out of {@code context} and keeps it in {@code matched}, where only {@link
     * #receive} finds it.
     *
     * @param wait whether to wait for one
     * @return null when there is none and the caller does not wait
     */
    public MatchedMessage take(Context context, Context matched, int source, int tag, boolean wait) {
        boolean longSince;
        core.lock.acquire();
        try {
            Message message = wait ? context.unexpected.find(source, tag) : look(context, source, tag);
            while (message == null && wait) {
                awaitMessage(context, source, tag);
                // Null again when another thread was faster.
                message = context.unexpected.find(source, tag);
            }
            if (message != null) {
                context.unexpected.remove(message);
                matched.unexpected.add(message);
                core.inbound.forgetIfOver(context);
                return new MatchedMessage(
                        message.peer.worldRank, message.sequence, message.source, message.tag, message.byteCount);
            }
            longSince = hasLookedForLong(context, source, tag);
        } finally {
            core.lock.release();
        }
        core.returnWithNothing(longSince);
        return null;
    }

    private void awaitMessage(Context context, int source, int tag) {
        ProbeRequest probe = core.pool.probe();
        probe.context = context;
        probe.wantedSource = source;
        probe.tag = tag;
        probe.markActive();
        context.addProbe(probe);
        try {
            core.awaitLocked(probe);
        } finally {
            context.removeProbe(probe);
        }
        core.pool.recycle(probe);
    }

    /** Receives a message that was taken by a probe; fills {@code status} unless it is null. */
    public void receive(
            Context matched, MatchedMessage which, Object buffer, long count, Datatype type, MPI_Status status) {
        core.lock.acquire();
        try {
            ReceiveRequest receive = core.pool.receive();
            try {
                receive.block.set(buffer, count, type, true);
                core.start(receive, matched, which);
                core.awaitLocked(receive);
                receive.complete(status);
            } finally {
                core.recycle(receive);
            }
        } finally {
            core.lock.release();
        }
    }

    /** Starts to receive a message that was taken by a probe. */
    public ReceiveRequest startReceive(
            Context matched, MatchedMessage which, Object buffer, long count, Datatype type) {
        core.lock.acquire();
        try {
            ReceiveRequest receive = core.pool.receive();
            core.set(receive, buffer, count, type, true);
            core.start(receive, matched, which);
            core.noteStarted(receive);
            return receive;
        } finally {
            core.lock.release();
        }
    }
}
