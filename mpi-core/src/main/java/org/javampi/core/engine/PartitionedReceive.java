package org.javampi.core.engine;

import org.javampi.MPI;
import org.javampi.Predefined;
import org.javampi.core.buffer.Block;
import org.javampi.core.datatype.Datatypes;
import org.javampi.core.failure.MpiFailure;

/**
 * The receiving side of a message in partitions. The sender announces once how it cuts the message:
 *
 * <pre>
 *   | tag of its first partition | number of its partitions | bytes of each |
 * </pre>
 *
 * Announcements meet their receives in order, by the program's tag. From then on each start posts a receive for each
 * partition of the sender; the own partitions, which may be others, are there when those that they overlap are.
 */
public final class PartitionedReceive extends PartitionedRequest {
    private static final long serialVersionUID = 1L;

    /** Numbers of an announcement. */
    static final int ANNOUNCED = 3;

    private static final ReceiveRequest[] UNKNOWN = {};

    private final long[] announced = new long[ANNOUNCED];
    private final ReceiveRequest announcement = own(new ReceiveRequest());
    private final int ownPartitions;
    private final int source;
    private ReceiveRequest[] parts = UNKNOWN;

    /** The announcement has come. */
    private boolean known;

    /** The two sides do not fit; what comes is dropped. */
    private MpiFailure misfit;

    PartitionedReceive(Context way, Block whole, int partitions, int source) {
        context = way;
        ownPartitions = partitions;
        this.source = source;
        block.as(whole);
        announcement.block.set(announced, ANNOUNCED, Datatypes.of(Predefined.LONG), true);
    }

    /** Number of own partitions. */
    public int partitions() {
        return ownPartitions;
    }

    /** Sender's rank. */
    public int source() {
        return source;
    }

    /** Bytes of all partitions. */
    public long byteCount() {
        return block.byteCount();
    }

    /** Waits for the announcement from now on. */
    void await(EngineCore engine, Context announcements, int programsTag) {
        tag = programsTag;
        engine.start(announcement, announcements, source, programsTag);
    }

    @Override
    void start(EngineCore engine) {
        markActive();
        if (known) {
            post(engine);
        } else if (!announcement.background) {
            engine.noteStarted(announcement);
        }
    }

    @Override
    void partIsOver(EngineCore engine, Request part) {
        if (part == announcement) {
            engine.conductor.owe(this);
        } else {
            super.partIsOver(engine, part);
        }
    }

    /** The announcement has come; not in a frame handler. */
    void onAnnounced(EngineCore engine) {
        int partitions = (int) announced[1];
        long each = announced[2];
        if (partitions * each != block.byteCount()) {
            misfit = new MpiFailure(
                    partitions * each > block.byteCount() ? MPI.MPI_ERR_TRUNCATE : MPI.MPI_ERR_COUNT,
                    "rank " + source + " sends " + partitions + " partitions of " + each + " bytes, "
                            + partitions * each + " in all, and this rank receives " + block.byteCount()
                            + ": both must be equal");
        }
        parts = new ReceiveRequest[partitions];
        for (int i = 0; i < partitions; i++) {
            parts[i] = own(new ReceiveRequest());
            if (misfit == null) {
                parts[i].block.slice(block, i * each, each);
            } else {
                parts[i].block.set(null, 0, Datatypes.of(Predefined.BYTE), true);
            }
        }
        known = true;
        if (!isDone()) {
            post(engine);
        }
    }

    private void post(EngineCore engine) {
        failure = misfit;
        open = parts.length;
        if (open == 0) {
            engine.finish(this);
        }
        for (int i = 0; i < parts.length; i++) {
            engine.start(parts[i], context, source, (int) announced[0] + i);
            engine.noteStarted(parts[i]);
        }
    }

    @Override
    void describeParts(WaitDescription description) {
        int first = -1;
        int missing = 0;
        for (int i = 0; i < parts.length; i++) {
            if (!parts[i].isDone()) {
                first = first < 0 ? i : first;
                missing++;
                if (!parts[i].queued) {
                    // Its data is arriving.
                    description.goesOn();
                }
            }
        }
        String what = known ? partitions(first, missing) + " of " + parts.length + " of its" : "MPI_Psend_init of a";
        if (known && missing == 0) {
            description.goesOn();
        }
        description.addStep(context.id, what + " message with tag " + tag, context.providers(source));
    }

    /** Whether the data of an own partition is there. */
    boolean isThere(int partition) {
        if (isDone()) {
            return true;
        }
        if (!known) {
            return false;
        }
        long each = ownPartitions == 0 ? 0 : block.byteCount() / ownPartitions;
        if (each == 0) {
            return open == 0;
        }
        long theirs = announced[2];
        int last = (int) ((each * (partition + 1) - 1) / theirs);
        for (int i = (int) (each * partition / theirs); i <= last && i < parts.length; i++) {
            if (!parts[i].isDone()) {
                return false;
            }
        }
        return misfit == null;
    }
}
