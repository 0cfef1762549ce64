package org.javampi.core.engine;

import java.util.Collection;
import org.agrona.collections.Long2ObjectHashMap;
import org.javampi.core.failure.MpiFailure;
import org.javampi.core.spi.transport.FrameHandler;
import org.javampi.core.spi.transport.Region;

/**
 * Takes arriving frames apart: matches messages, moves their data into the receivers' buffers, and
 * leaves what must be answered with {@link Outbound}. Frames come from other processes: what does
 * not fit is reported as loss of the peer, never trusted.
 */
final class Inbound implements FrameHandler {
    private final EngineCore engine;
    private final Outbound outbound;
    private final Deliveries deliveries;
    private final Long2ObjectHashMap<Context> contexts = new Long2ObjectHashMap<>();
    private final short epoch;

    private Context lastContext;
    private long droppedFrames;

    Inbound(EngineCore engine, Outbound outbound, Deliveries deliveries, short epoch) {
        this.engine = engine;
        this.outbound = outbound;
        this.deliveries = deliveries;
        this.epoch = epoch;
    }

    /** The context of that name, made when it is new. */
    Context context(long id) {
        Context last = lastContext;
        if (last != null && last.id == id) {
            return last;
        }
        Context context = contexts.get(id);
        if (context == null) {
            context = new Context(id, engine.surplus);
            contexts.put(id, context);
        }
        lastContext = context;
        return context;
    }

    /**
     * Forgets a context that is over. To be called where its last receive, message or probe may
     * have gone.
     */
    void forgetIfOver(Context context) {
        if (context.isOver()) {
            contexts.remove(context.id, context);
            lastContext = null;
        }
    }

    Collection<Context> contexts() {
        return contexts.values();
    }

    @Override
    public void onFrame(int worldRank, Region region, int offset, int byteCount) {
        if (byteCount < Header.SHORT_BYTES) {
            refuse(worldRank, byteCount);
            return;
        }
        int word = region.getInt(offset + Header.KIND);
        if ((short) (word >>> 16) != epoch) {
            droppedFrames++;
            return;
        }
        Peer peer = engine.peer(worldRank);
        if ((byte) word == Header.SHORT) {
            onShort(peer, region, offset, byteCount);
        } else if (byteCount < Header.BYTES) {
            refuse(worldRank, byteCount);
        } else {
            onFull(peer, region, offset, byteCount, word);
        }
        // Last: without memory for an early message the frame stays where it is and comes again.
        peer.framesReceived++;
    }

    private void refuse(int worldRank, int byteCount) {
        engine.lose(worldRank, "it sent a frame of " + byteCount + " bytes, which is no frame");
    }

    private void onFull(Peer peer, Region region, int offset, int byteCount, int word) {
        peer.acknowledgedCost = region.getInt(offset + Header.CONSUMED);
        int sequence = region.getInt(offset + Header.SEQUENCE);
        byte flags = (byte) (word >>> 8);
        switch ((byte) word) {
            case Header.EAGER -> onEager(peer, region, offset, byteCount, flags, sequence);
            case Header.DATA -> onData(peer, region, offset, byteCount, sequence);
            case Header.REQUEST -> onRequest(peer, region, offset, byteCount, flags, sequence);
            case Header.CLEAR -> onClear(peer, sequence);
            case Header.MATCHED -> onMatched(peer, sequence);
            case Header.CANCEL -> onCancel(peer, region.getLong(offset + Header.CONTEXT), sequence);
            case Header.CANCELLED -> onCancelled(peer, flags, sequence);
            case Header.CREDIT -> outbound.resume(peer);
            default -> engine.lose(peer.worldRank, "it sent a frame of unknown kind " + (byte) word);
        }
    }

    private void onShort(Peer peer, Region region, int offset, int byteCount) {
        onMessage(
                peer,
                context(region.getLong(offset + Header.CONTEXT)),
                Short.toUnsignedInt(region.getShort(offset + Header.SHORT_SOURCE)),
                Short.toUnsignedInt(region.getShort(offset + Header.SHORT_TAG)),
                region.getInt(offset + Header.SHORT_SEQUENCE),
                false,
                region,
                offset + Header.SHORT_BYTES,
                byteCount - Header.SHORT_BYTES);
    }

    private void onEager(Peer peer, Region region, int offset, int byteCount, byte flags, int sequence) {
        onMessage(
                peer,
                context(region.getLong(offset + Header.CONTEXT)),
                region.getInt(offset + Header.SOURCE),
                region.getInt(offset + Header.TAG),
                sequence,
                (flags & Header.SYNCHRONOUS) != 0,
                region,
                offset + Header.BYTES,
                byteCount - Header.BYTES);
    }

    /** A whole message has come; its payload begins at {@code offset}. */
    private void onMessage(
            Peer peer,
            Context context,
            int source,
            int tag,
            int sequence,
            boolean synchronous,
            Region region,
            int offset,
            int length) {
        ReceiveRequest receive = context.posted.take(source, tag);
        if (receive == null) {
            deliveries.keepEager(context, peer, source, tag, sequence, synchronous, region, offset, length);
            return;
        }
        deliveries.fill(receive, region, offset, length);
        deliveries.matched(receive, source, tag, sequence, length);
        outbound.consumed(peer, Peer.cost(length));
        if (synchronous) {
            outbound.answer(peer, Header.MATCHED, (byte) 0, sequence);
        }
        engine.finish(receive);
        forgetIfOver(context);
    }

    private void onRequest(Peer peer, Region region, int offset, int byteCount, byte flags, int sequence) {
        long length = byteCount < Header.BYTES + Long.BYTES ? -1 : region.getLong(offset + Header.BYTES);
        if (length < 0) {
            engine.lose(peer.worldRank, "it announced a message of " + length + " bytes");
            return;
        }
        Context context = context(region.getLong(offset + Header.CONTEXT));
        int source = region.getInt(offset + Header.SOURCE);
        int tag = region.getInt(offset + Header.TAG);
        ReceiveRequest receive = context.posted.take(source, tag);
        if (receive == null) {
            boolean synchronous = (flags & Header.SYNCHRONOUS) != 0;
            deliveries.keepAnnounced(context, peer, source, tag, sequence, synchronous, length);
        } else {
            deliveries.clear(receive, peer, source, tag, sequence, length);
            forgetIfOver(context);
        }
    }

    private void onData(Peer peer, Region region, int offset, int byteCount, int sequence) {
        ReceiveRequest receive = peer.arriving.get(sequence);
        long position = region.getLong(offset + Header.POSITION);
        int length = byteCount - Header.BYTES;
        if (receive == null || position != receive.position || length > receive.arrivingBytes - position) {
            engine.lose(peer.worldRank, "it sent data that nobody has asked for");
            return;
        }
        long room = receive.capacity - position;
        if (room > 0) {
            receive.block.unpack(position, region, offset + Header.BYTES, (int) Math.min(length, room));
        }
        receive.position = position + length;
        if (receive.position == receive.arrivingBytes) {
            peer.arriving.remove(sequence);
            engine.finish(receive);
        }
    }

    private void onClear(Peer peer, int sequence) {
        SendRequest send = peer.awaiting.remove(sequence);
        if (send == null || send.stage != SendRequest.Stage.REQUESTED) {
            engine.lose(peer.worldRank, "it asked for a message that was not announced");
        } else {
            outbound.stream(send);
        }
    }

    private void onMatched(Peer peer, int sequence) {
        SendRequest send = peer.awaiting.remove(sequence);
        if (send == null) {
            engine.lose(peer.worldRank, "it confirmed a message that was not sent");
        } else {
            engine.finish(send);
        }
    }

    private void onCancel(Peer peer, long contextId, int sequence) {
        Context context = context(contextId);
        Message message = context.unexpected.find(peer, sequence);
        if (message != null) {
            context.unexpected.remove(message);
            deliveries.discard(message);
        }
        forgetIfOver(context);
        byte granted = message != null ? Header.GRANTED : 0;
        outbound.answer(peer, Header.CANCELLED, granted, sequence);
    }

    private void onCancelled(Peer peer, byte flags, int sequence) {
        SendRequest send = peer.cancelling.remove(sequence);
        if (send == null) {
            engine.lose(peer.worldRank, "it answered a cancellation that was not asked for");
            return;
        }
        send.cancelling = false;
        if ((flags & Header.GRANTED) != 0) {
            peer.awaiting.remove(sequence);
            send.cancelled = true;
            engine.finish(send);
        } else if (send.overtaken) {
            engine.finish(send);
        }
    }

    @Override
    public void onDisconnect(int peer, String reason) {
        engine.lose(peer, reason);
    }

    /** Frames of another epoch so far. */
    long droppedFrames() {
        return droppedFrames;
    }

    /** The failure of a receive whose message was longer than its buffer. */
    static MpiFailure truncation(ReceiveRequest receive, int source, int tag, long length) {
        return new MpiFailure(
                EngineCore.ERR_TRUNCATE,
                "message of "
                        + length
                        + " bytes from rank "
                        + source
                        + " with tag "
                        + tag
                        + " is longer than the receive buffer of "
                        + receive.capacity
                        + " bytes: the first "
                        + receive.capacity
                        + " were kept; receive with a larger count");
    }
}
