package org.javampi.core.engine;

import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.Serializable;
import org.javampi.core.buffer.Block;
import org.javampi.core.image.ImageInput;
import org.javampi.core.reduce.Operation;

/** One thing that a {@link Schedule} does. Refilled with each recording. */
final class Step implements Serializable {
    private static final long serialVersionUID = 1L;

    /** What it does. */
    enum Kind {
        /** Starts to send {@link #one} to {@link #partner}. */
        SEND,
        /** Starts to receive {@link #one} from {@link #partner}. */
        RECEIVE,
        /** Waits for what steps {@link #first} to {@link #end} - 1 have started. */
        AWAIT,
        /** Copies {@link #one} to {@link #other}. */
        COPY,
        /** {@code other = one operation other}. */
        COMBINE
    }

    Kind kind;
    final Block one = new Block();
    final Block other = new Block();
    Operation operation;
    transient Context context;

    /** A rank in the group that the context sends to. */
    int partner;

    int first;
    int end;

    /** The message under way; null before it has been started and after it has been waited for. */
    Request request;

    Step as(Kind newKind) {
        kind = newKind;
        return this;
    }

    void clear() {
        one.clear();
        other.clear();
        operation = null;
        context = null;
    }

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
