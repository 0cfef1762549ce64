package org.javampi.core.engine;

import java.io.Serializable;
import java.util.ArrayDeque;
import java.util.List;
import org.javampi.MPI;
import org.javampi.Predefined;
import org.javampi.core.buffer.Block;
import org.javampi.core.datatype.Datatype;
import org.javampi.core.datatype.Datatypes;
import org.javampi.core.engine.SendRequest.Mode;
import org.javampi.core.failure.MpiFailure;
import org.javampi.core.spi.transport.Region;

/**
 * The buffer of buffered mode (MPI-1.1 §3.6): a ring in the program's own memory. Each message
 * takes its packed bytes and {@link MPI#MPI_BSEND_OVERHEAD}, in one piece, after the one before it
 * or at the start of the buffer; messages that have left give their room back in the order they
 * came.
 *
 * <pre>
 *   0           head                  tail            capacity
 *   |   free     | oldest ... newest  |     free       |        or, once around,
 *   | ... newest |       free         | oldest ...     |
 *                tail                 head
 * </pre>
 *
 * Guarded by the engine lock. Any thread.
 */
public final class AttachedBuffer {
    private static final int STAGING_BYTES = 32 * 1024;

    private final Engine engine;
    private final Block memory = new Block();
    private final Block source = new Block();
    private final ArrayDeque<BufferedSend> messages = new ArrayDeque<>();
    private final ArrayDeque<BufferedSend> spare = new ArrayDeque<>();
    private Object attached;
    private int capacity;
    private boolean detaching;
    private Region staging;

    AttachedBuffer(Engine engine) {
        this.engine = engine;
    }

    /**
     * Takes {@code size} bytes of {@code buffer} into use.
     *
     * @throws MpiFailure MPI_ERR_BUFFER when one is attached already or this one is too small
     */
    public void attach(Object buffer, int size) {
        engine.lock.acquire();
        try {
            if (attached != null) {
                throw new MpiFailure(
                        MPI.MPI_ERR_BUFFER,
                        "a buffer of " + capacity + " bytes is attached already: MPI_Buffer_detach it first");
            }
            memory.set(buffer, size, Datatypes.of(Predefined.BYTE), true);
            attached = buffer;
            capacity = size;
        } finally {
            engine.lock.release();
        }
    }

    /** Bytes attached; 0 when nothing is. */
    public int capacity() {
        engine.lock.acquire();
        try {
            return capacity;
        } finally {
            engine.lock.release();
        }
    }

    /**
     * Waits until every message has left the buffer, and gives the buffer back.
     *
     * @return what was attached, or null
     */
    public Object detach() {
        engine.lock.acquire();
        try {
            detaching = true;
            while (!messages.isEmpty()) {
                engine.awaitLocked(messages.peekFirst().request);
                reclaim();
            }
            Object detached = attached;
            attached = null;
            capacity = 0;
            memory.clear();
            return detached;
        } finally {
            detaching = false;
            engine.lock.release();
        }
    }

    /** Copies the message and starts to send it; the program's data may change at once. */
    public void send(Context context, int dest, int tag, Object buffer, long count, Datatype type) {
        engine.lock.acquire();
        try {
            try {
                source.set(buffer, count, type, false);
                start(false, context, dest, tag, source);
            } finally {
                source.clear();
            }
        } finally {
            engine.lock.release();
        }
    }

    /** As {@link #send}; the caller keeps the answer as long as it may cancel the message. */
    public BufferedSend startSend(Context context, int dest, int tag, Object buffer, long count, Datatype type) {
        engine.lock.acquire();
        try {
            try {
                source.set(buffer, count, type, false);
                return start(true, context, dest, tag, source);
            } finally {
                source.clear();
            }
        } finally {
            engine.lock.release();
        }
    }

    /** As {@link #startSend}, of data that has been described before. */
    public BufferedSend startSend(Context context, int dest, int tag, Block data) {
        engine.lock.acquire();
        try {
            return start(true, context, dest, tag, data);
        } finally {
            engine.lock.release();
        }
    }

    /** The buffer, the messages in it, and which of their handles the program still has. */
    record Image(Object buffer, int capacity, BufferedSend[] messages) implements Serializable {}

    /** Under the engine lock. */
    Image image() {
        reclaim();
        return new Image(attached, capacity, messages.toArray(new BufferedSend[0]));
    }

    /** Under the engine lock, before anything is attached. */
    void revive(Image image) {
        if (image.buffer != null) {
            memory.set(image.buffer, image.capacity, Datatypes.of(Predefined.BYTE), true);
            attached = image.buffer;
            capacity = image.capacity;
            messages.addAll(List.of(image.messages));
        }
    }

    /** The messages lie in another buffer of the same kind and size from now on. Exclusively. */
    public void rebase(Object original, Object substitute) {
        memory.rebase(original, substitute);
        attached = attached == original ? substitute : attached;
    }

    private BufferedSend start(boolean held, Context context, int dest, int tag, Block data) {
        long byteCount = data.byteCount();
        long room = byteCount + MPI.MPI_BSEND_OVERHEAD;
        int start = findRoom(room);
        BufferedSend message = spare.isEmpty() ? new BufferedSend() : spare.pop();
        message.start = start;
        message.end = start + (int) room;
        message.held = held;
        Block slot = message.request.block;
        slot.part(memory, start, (int) byteCount);
        copy(data, slot);
        messages.addLast(message);
        engine.start(message.request, context, dest, tag, Mode.STANDARD);
        engine.noteStarted(message.request);
        return message;
    }

    /** First byte of {@code room} free ones in one piece. */
    private int findRoom(long room) {
        if (attached == null || detaching) {
            throw new MpiFailure(
                    MPI.MPI_ERR_BUFFER,
                    "no buffer is attached: MPI_Buffer_attach one of at least "
                            + room
                            + " bytes (packed size and MPI_BSEND_OVERHEAD of each message)");
        }
        reclaim();
        int start = tryFindRoom(room);
        if (start < 0) {
            engine.progressAsCaller();
            reclaim();
            start = tryFindRoom(room);
        }
        if (start < 0) {
            throw new MpiFailure(
                    MPI.MPI_ERR_BUFFER,
                    "the message needs "
                            + room
                            + " bytes in one piece, of the attached "
                            + capacity
                            + " bytes "
                            + inUse()
                            + " are taken by "
                            + messages.size()
                            + " messages that have not left: attach a larger buffer");
        }
        return start;
    }

    private int tryFindRoom(long room) {
        if (messages.isEmpty()) {
            return room <= capacity ? 0 : -1;
        }
        int head = messages.peekFirst().start;
        int tail = messages.peekLast().end;
        boolean wrapped = messages.peekLast().start < head;
        if (room <= (wrapped ? head : capacity) - tail) {
            return tail;
        }
        return !wrapped && room <= head ? 0 : -1;
    }

    private long inUse() {
        long bytes = 0;
        for (BufferedSend message : messages) {
            bytes += message.end - message.start;
        }
        return bytes;
    }

    private void reclaim() {
        while (!messages.isEmpty() && messages.peekFirst().request.isDone()) {
            BufferedSend message = messages.pollFirst();
            if (!message.held) {
                message.request.block.clear();
                spare.push(message);
            }
        }
    }

    private void copy(Block from, Block to) {
        if (staging == null) {
            staging = Region.allocate(STAGING_BYTES);
        }
        long bytes = from.byteCount();
        for (long position = 0; position < bytes; position += STAGING_BYTES) {
            int length = (int) Math.min(STAGING_BYTES, bytes - position);
            from.pack(position, staging, 0, length);
            to.unpack(position, staging, 0, length);
        }
    }
}
