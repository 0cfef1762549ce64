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

    /**
     * @param whole data of all partitions, equally long
     * @param firstTag tag of the first partition's message; the others have the following ones
     */
    PartitionedSend(Context way, Block whole, int partitions, int dest, int firstTag) {
        context = way;
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
