package org.javampi.core.engine;

import org.javampi.Predefined;
import org.javampi.core.buffer.Block;
import org.javampi.core.datatype.Datatype;
import org.javampi.core.engine.SendRequest.Mode;

/**
 * Messages whose data are blocks, as collective algorithms and the library itself send them: the tag names the call and
 * does not select, and a message of another length than expected is told, not an error. Any thread; as for {@link
 * Engine}.
 */
public final class BlockMessages {
    private final EngineCore core;

    BlockMessages(EngineCore core) {
        this.core = core;
    }

    /** What has come instead of a message of the expected length; filled by the receives below. */
    public static final class Arrival {
        private long byteCount;

        /** Nothing yet. */
        public Arrival() {}

        /** How long the message was. */
        public long byteCount() {
            return byteCount;
        }
    }

    private static void checkTrouble(Context context) {
        if (context.trouble != null) {
            throw context.trouble;
        }
    }

    private static void checkGivenUp(Request request) {
        if (request.cancelled) {
            throw request.failure;
        }
    }

    /** The tag of what a receive that is done has got, or its complement when it was not as long as the buffer. */
    public static int arrived(ReceiveRequest receive, Arrival arrival) {
        checkGivenUp(receive);
        if (receive.hasOtherLength()) {
            arrival.byteCount = receive.messageBytes();
            return ~receive.receivedTag;
        }
        return receive.receivedTag;
    }

    /** Sends a block and returns when it may be changed. */
    public void send(Context context, int dest, int tag, Block data, Mode mode) {
        core.lock.acquire();
        try {
            checkTrouble(context);
            SendRequest send = core.pool.send();
            try {
                send.block.as(data);
                core.start(send, context, dest, tag, mode);
                core.awaitLocked(send);
                checkGivenUp(send);
            } finally {
                core.recycle(send);
            }
        } finally {
            core.lock.release();
        }
    }

    /**
     * Receives the next message from {@code source} into a block, whatever its tag.
     *
     * @return its tag, or the complement of it when it was not as long as the block: {@code arrival} has its length
     */
    public int receive(Context context, int source, Block data, Arrival arrival) {
        core.lock.acquire();
        try {
            checkTrouble(context);
            ReceiveRequest receive = core.pool.receive();
            try {
                receive.block.as(data);
                core.start(receive, context, source, Predefined.ANY_TAG);
                core.awaitLocked(receive);
                return arrived(receive, arrival);
            } finally {
                core.recycle(receive);
            }
        } finally {
            core.lock.release();
        }
    }

    /**
     * Sends one block and receives another at the same time.
     *
     * @return as {@link #receive(Context, int, Block, Arrival)}
     */
    public int exchange(
            Context context, int dest, int sendTag, Block out, int source, int receiveTag, Block in, Arrival arrival) {
        core.lock.acquire();
        try {
            checkTrouble(context);
            SendRequest send = core.pool.send();
            ReceiveRequest receive = core.pool.receive();
            try {
                send.block.as(out);
                receive.block.as(in);
                core.start(receive, context, source, receiveTag);
                core.start(send, context, dest, sendTag, Mode.STANDARD);
                core.awaitLocked(send);
                core.awaitLocked(receive);
                checkGivenUp(send);
                return arrived(receive, arrival);
            } finally {
                core.recycle(send);
                core.recycle(receive);
            }
        } finally {
            core.lock.release();
        }
    }

    /** Starts a send of a block; for callers that complete it before they return to the program. */
    public SendRequest startSend(Context context, int dest, int tag, Block data) {
        core.lock.acquire();
        try {
            checkTrouble(context);
            SendRequest send = core.pool.send();
            send.block.as(data);
            core.start(send, context, dest, tag, Mode.STANDARD);
            return send;
        } finally {
            core.lock.release();
        }
    }

    /**
     * Starts a receive of the next message from {@code source} into a block; for callers that
     * complete it before they return to the program.
     */
    public ReceiveRequest startReceive(Context context, int source, Block data) {
        core.lock.acquire();
        try {
            checkTrouble(context);
            ReceiveRequest receive = core.pool.receive();
            receive.block.as(data);
            core.start(receive, context, source, Predefined.ANY_TAG);
            return receive;
        } finally {
            core.lock.release();
        }
    }

    /** A call ends early: its request leaves the caller's buffer alone from here on. */
    public void abandon(Request request) {
        core.lock.acquire();
        try {
            if (request.isDone()) {
                core.recycle(request);
            } else if (request instanceof ReceiveRequest receive) {
                if (receive.queued) {
                    core.cancel(receive);
                    core.recycle(receive);
                } else {
                    // The sender was asked for the data: they come, and find no room.
                    receive.block.clear();
                    receive.capacity = 0;
                    receive.detached = true;
                }
            } else {
                request.detached = true;
            }
        } finally {
            core.lock.release();
        }
    }

    /** Starts a send that nobody waits for: it ends by itself. The block is the engine's from now on. */
    public void sendAside(Context context, int dest, int tag, Block data) {
        core.lock.acquire();
        try {
            SendRequest send = core.pool.send();
            send.block.as(data);
            startAside(send, context, dest, tag);
        } finally {
            core.lock.release();
        }
    }

    private void startAside(SendRequest send, Context context, int dest, int tag) {
        core.start(send, context, dest, tag, Mode.STANDARD);
        if (send.isDone()) {
            core.recycle(send);
        } else {
            core.noteStarted(send);
            send.detached = true;
        }
    }

    /**
     * Starts a receive and a send of which only the receive is the caller's: the outgoing data is copied, and the send
     * ends by itself.
     */
    public ReceiveRequest startExchange(
            Context context,
            int dest,
            int sendTag,
            Block outgoing,
            int source,
            int receiveTag,
            Object buffer,
            long count,
            Datatype type) {
        core.lock.acquire();
        try {
            ReceiveRequest receive = core.pool.receive();
            core.set(receive, buffer, count, type, true);
            SendRequest send = core.pool.send();
            send.block.copyOf(outgoing);
            core.start(receive, context, source, receiveTag);
            core.noteStarted(receive);
            startAside(send, context, dest, sendTag);
            return receive;
        } finally {
            core.lock.release();
        }
    }
}
