package org.javampi.core.engine;

import java.util.Arrays;
import org.javampi.MPI;
import org.javampi.core.buffer.Block;
import org.javampi.core.failure.MpiFailure;

/** The sending side of a message in partitions: each leaves when it is said to be ready. */
public final class PartitionedSend extends PartitionedRequest {
    private static final long serialVersionUID = 1L;

    private final SendRequest[] parts;
    private final boolean[] ready;
    private final int dest;
    private final int firstTag;

    /** Own world rank. */
    private final int self;

    /**
     * @param whole data of all partitions, equally long
     * @param programsTag of the whole message
     * @param firstTag tag of the first partition's message; the others have the following ones
     * @param self own world rank
     */
    PartitionedSend(Context way, Block whole, int partitions, int dest, int programsTag, int firstTag, int self) {
        context = way;
        tag = programsTag;
        this.self = self;
        this.dest = dest;
        this.firstTag = firstTag;
        block.as(whole);
        parts = new SendRequest[partitions];
        ready = new boolean[partitions];
        long each = partitions == 0 ? 0 : whole.byteCount() / partitions;
        for (int i = 0; i < partitions; i++) {
            parts[i] = own(new SendRequest());
            parts[i].block.slice(whole, i * each, each);
        }
    }

    /** Number of partitions. */
    public int partitions() {
        return parts.length;
    }

    @Override
    void start(EngineCore engine) {
        Arrays.fill(ready, false);
        open = parts.length;
        markActive();
        if (open == 0) {
            engine.finish(this);
        }
    }

    @Override
    void describeParts(WaitDescription description) {
        int first = -1;
        int missing = 0;
        int unsent = 0;
        for (int i = 0; i < parts.length; i++) {
            if (!ready[i]) {
                first = first < 0 ? i : first;
                missing++;
            } else if (!parts[i].isDone()) {
                unsent++;
            }
        }
        String message = " of " + parts.length + " of a send to rank " + dest + ", tag " + tag;
        if (missing > 0) {
            description.addStep(context.id, "MPI_Pready of " + partitions(first, missing) + message, self);
        }
        if (unsent > 0) {
            description.addStep(
                    context.id, unsent + " partitions" + message + " to be received", context.worldRank(dest));
        }
    }

    /** Refuses a partition that has been said to be ready before. */
    void checkNotReady(int partition) {
        if (ready[partition]) {
            throw new MpiFailure(
                    MPI.MPI_ERR_ARG,
                    "partition " + partition + " has been marked ready already: once in each start is enough");
        }
    }

    /** Sends a partition. */
    void send(EngineCore engine, int partition) {
        ready[partition] = true;
        SendRequest part = parts[partition];
        engine.start(part, context, dest, firstTag + partition, SendRequest.Mode.STANDARD);
        engine.noteStarted(part);
    }
}
