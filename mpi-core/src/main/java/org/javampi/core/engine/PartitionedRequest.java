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

    /** Makes {@code part} one of this message. */
    final <R extends Request> R own(R part) {
        part.whole = this;
        part.detached = true;
        return part;
    }
}
