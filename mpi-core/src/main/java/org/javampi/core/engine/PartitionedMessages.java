package org.javampi.core.engine;

import org.javampi.Predefined;
import org.javampi.core.buffer.Block;
import org.javampi.core.datatype.Datatypes;
import org.javampi.core.failure.MpiFailure;

/**
 * Messages in partitions, which the sender marks ready one by one (MPI-4.1 §4.2). Any thread; as for {@link Engine}.
 */
public final class PartitionedMessages {
    private final EngineCore core;
    private final BlockMessages blocks;

    PartitionedMessages(EngineCore core, BlockMessages blocks) {
        this.core = core;
        this.blocks = blocks;
    }

    /**
     * A message in partitions to be started repeatedly, announced to its receiver and not started.
     *
     * @param announcements context of the announcements
     * @param way context of the partitions
     * @param tag the program's
     * @param firstTag tag of the first partition in {@code way}; this one and the following ones are not used otherwise
     * @param whole data of all partitions, equally long
     */
    public PartitionedSend prepareSend(
            Context announcements, Context way, Block whole, int partitions, int dest, int tag, int firstTag) {
        PartitionedSend send = new PartitionedSend(way, whole, partitions, dest, tag, firstTag, core.rank);
        long[] words = {firstTag, partitions, partitions == 0 ? 0 : whole.byteCount() / partitions};
        Block announcement = new Block();
        announcement.set(words, words.length, Datatypes.of(Predefined.LONG), false);
        blocks.sendAside(announcements, dest, tag, announcement);
        return send;
    }

    /** The receiving side of the same, with partitions of its own. */
    public PartitionedReceive prepareReceive(
            Context announcements, Context way, Block whole, int partitions, int source, int tag) {
        PartitionedReceive receive = new PartitionedReceive(way, whole, partitions, source);
        core.lock.acquire();
        try {
            receive.await(core, announcements, tag);
            // The announcement may have been here already.
            core.conductor.conduct();
        } finally {
            core.lock.release();
        }
        return receive;
    }

    /** Starts a message in partitions that is not active. */
    public void start(PartitionedRequest request) {
        core.lock.acquire();
        try {
            request.start(core);
        } finally {
            core.lock.release();
        }
    }

    /**
     * Sends partitions {@code low .. high} of an active message. Any thread.
     *
     * @throws MpiFailure MPI_ERR_ARG when one of them has been sent already; then none is
     */
    public void markReady(PartitionedSend send, int low, int high) {
        core.lock.acquire();
        try {
            for (int i = low; i <= high; i++) {
                send.checkNotReady(i);
            }
            for (int i = low; i <= high; i++) {
                send.send(core, i);
            }
        } finally {
            core.lock.release();
        }
    }

    /** As above, the first {@code length} of {@code partitions}, which are all different. */
    public void markReady(PartitionedSend send, int length, int[] partitions) {
        core.lock.acquire();
        try {
            for (int i = 0; i < length; i++) {
                send.checkNotReady(partitions[i]);
            }
            for (int i = 0; i < length; i++) {
                send.send(core, partitions[i]);
            }
        } finally {
            core.lock.release();
        }
    }

    /** Makes some progress and tells whether an own partition of an active message has come. */
    public boolean hasArrived(PartitionedReceive receive, int partition) {
        boolean longSince;
        core.lock.acquire();
        try {
            core.polling.onLook();
            if (!receive.isThere(partition)) {
                core.progressAsCaller();
            }
            if (receive.isThere(partition)) {
                core.polling.onFound();
                return true;
            }
            longSince = core.polling.onNothing(receive);
        } finally {
            core.lock.release();
        }
        core.returnWithNothing(longSince);
        return false;
    }
}
