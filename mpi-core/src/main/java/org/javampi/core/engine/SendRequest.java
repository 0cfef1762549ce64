package org.javampi.core.engine;

import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import org.javampi.core.image.ImageInput;

/** A send under way: where its message is between the program's buffer and its receive. */
public final class SendRequest extends Request {
    private static final long serialVersionUID = 1L;

    /** Where a send stands. */
    enum Stage {
        /** Waits for its turn or for room; nothing has left. */
        QUEUED,
        /** Has left whole; a synchronous one waits to be matched. */
        SENT,
        /** The peer knows of it; the data waits to be asked for. */
        REQUESTED,
        /** Asked for: the data is leaving. */
        STREAMING,
        /** Stands in this rank's own unexpected queue. */
        LOCAL
    }

    Mode mode;
    transient Peer peer;
    Stage stage;
    int sequence;
    long byteCount;

    /** Bytes that have left, while streaming. */
    long position;

    /** A cancellation has been asked for and not been answered. */
    boolean cancelling;

    /** Finished otherwise while its cancellation was on the way. */
    boolean overtaken;

    SendRequest() {}

    /**
     * How a send completes (MPI-1.1 §3.4); buffered sends are standard ones from the attached
     * buffer.
     */
    public enum Mode {
        STANDARD,
        SYNCHRONOUS,
        READY
    }

    /** What its message is called between sender and receiver, once started. */
    public int sequence() {
        return sequence;
    }

    /** Stands for a send whose message has left and that nobody has kept. */
    void asLeft(Context from, Peer to, int number) {
        context = from;
        peer = to;
        sequence = number;
        mode = Mode.STANDARD;
        stage = Stage.SENT;
        byteCount = 0;
        cancelling = false;
        overtaken = false;
        cancelled = false;
    }

    /** Goes on in the place of {@code other}, whose caller has given it up. */
    void standFor(SendRequest other) {
        block.as(other.block);
        context = other.context;
        tag = other.tag;
        mode = other.mode;
        peer = other.peer;
        stage = other.stage;
        sequence = other.sequence;
        byteCount = other.byteCount;
        cancelling = false;
        overtaken = false;
        markActive();
        detached = true;
    }

    private void writeObject(ObjectOutputStream out) throws IOException {
        out.defaultWriteObject();
        out.writeInt(peer == null ? -1 : peer.worldRank);
    }

    private void readObject(ObjectInputStream in) throws IOException, ClassNotFoundException {
        in.defaultReadObject();
        int worldRank = in.readInt();
        if (worldRank >= 0) {
            peer = ((ImageInput) in).part(Engine.class).peer(worldRank);
        }
    }
}
