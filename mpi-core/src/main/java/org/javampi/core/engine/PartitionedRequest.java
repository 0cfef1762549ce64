package org.javampi.core.engine;

/**
 * A message in partitions (MPI-4.1 §4), to be started again and again. Its parts are ordinary messages, one for each
 * partition of the sender; it is over when all of them are. Guarded by the engine lock.
 */
public abstract class PartitionedRequest extends Request {
    private static final long serialVersionUID = 1L;

    /** Parts that are not over in this start. */
    int open;

    PartitionedRequest() {}

    /** Starts it again. */
    abstract void start(EngineCore engine);

    /** A part is over; in frame handlers too, so that nothing may be started here. */
    void partIsOver(EngineCore engine, Request part) {
        open--;
        if (open == 0) {
            engine.finish(this);
        }
    }

    /** Says which partitions it waits for. */
    abstract void describeParts(WaitDescription description);

    /** {@code partition 3}, or {@code partition 3 and 5 more}. */
    static String partitions(int first, int count) {
        return "partition " + first + (count == 1 ? "" : " and " + (count - 1) + " more");
    }

    /** Makes {@code part} one of this message. */
    final <R extends Request> R own(R part) {
        part.whole = this;
        part.detached = true;
        return part;
    }
}
