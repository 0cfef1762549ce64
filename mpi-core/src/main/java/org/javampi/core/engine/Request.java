package org.javampi.core.engine;

import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.Serializable;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import org.javampi.core.buffer.Block;
import org.javampi.core.failure.MpiFailure;
import org.javampi.core.image.ImageInput;

/**
 * One send or receive under way. Requests belong to the engine, which pools them; what a program
 * holds is a handle of the binding. Fields are guarded by the engine lock, but for the state, which
 * any thread may read: a thread that reads "done" sees the outcome and the data.
 */
public abstract class Request implements Awaited, Serializable {
    private static final long serialVersionUID = 1L;

    private static final VarHandle STATE;
    private static final int ACTIVE = 0;
    private static final int DONE = 1;

    static {
        try {
            STATE = MethodHandles.lookup().findVarHandle(Request.class, "state", int.class);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    final Block block = new Block();
    transient Context context;
    int tag;

    /** Neighbours in the one list that the request stands in. */
    transient Request next;

    transient Request previous;

    /** Parked until this request is done; null while nobody is. */
    transient Thread waiter;

    /** Whether the background agent cares for it: true for non-blocking operations. */
    transient boolean background;

    /** The schedule that it is a message of; null for one of the program's. */
    Schedule owner;

    /** The message in partitions that it is a part of, or null. */
    PartitionedRequest whole;

    /** Not the program's to complete: freed while active, so that it goes back to the pool by itself, a schedule's, or a part. */
    boolean detached;

    boolean cancelled;
    MpiFailure failure;

    @SuppressWarnings("unused") // through STATE
    private int state = DONE;

    Request() {}

    /** Whether the operation is over. Any thread. */
    public final boolean isDone() {
        return (int) STATE.getAcquire(this) == DONE;
    }

    @Override
    public final boolean isOver() {
        return isDone();
    }

    @Override
    public final void setWaiter(Thread thread) {
        waiter = thread;
    }

    @Override
    public final void describe(WaitDescription description) {
        description.add(this);
    }

    /** Whether it is over because it was cancelled. Once done. */
    public final boolean isCancelled() {
        return cancelled;
    }

    /** What went wrong, or null. Once done. */
    public final MpiFailure failure() {
        return failure;
    }

    /** Makes a chain of requests that are done and the caller's: this one, then {@code others}. */
    public final Request before(Request others) {
        next = others;
        return this;
    }

    /** The data, for the caller that fills in the arguments. */
    public final Block block() {
        return block;
    }

    final void markActive() {
        cancelled = false;
        failure = null;
        STATE.setOpaque(this, ACTIVE);
    }

    final void markDone() {
        // Pairs with the acquire in isDone: outcome and data first.
        STATE.setRelease(this, DONE);
    }

    /** Writes it without its place in the engine's lists, which {@link EngineImage} has. */
    private void writeObject(ObjectOutputStream out) throws IOException {
        out.defaultWriteObject();
        out.writeBoolean(context != null);
        if (context != null) {
            out.writeLong(context.id);
        }
    }

    private void readObject(ObjectInputStream in) throws IOException, ClassNotFoundException {
        in.defaultReadObject();
        if (in.readBoolean()) {
            context = ((ImageInput) in).part(Engine.class).inbound.context(in.readLong());
        }
    }
}
