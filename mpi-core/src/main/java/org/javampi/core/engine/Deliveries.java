package org.javampi.core.engine;

import org.javampi.core.spi.transport.Region;

/** Brings messages and receives together, and keeps the messages that come before their receive. */
final class Deliveries {
    private static final int STAGING_BYTES = 64 * 1024;
    private static final int KEPT_MESSAGES = 1024;

    private final EngineCore engine;
    private final Outbound outbound;
    private final PayloadArena arena;
    private final LowWaterMark spareMessages = new LowWaterMark(KEPT_MESSAGES);
    private Message spare;
    private Region staging;

    Deliveries(EngineCore engine, Outbound outbound) {
        this.engine = engine;
        this.outbound = outbound;
        arena = new PayloadArena(engine.surplus);
    }

    /** Records what a receive has met, and whether it fits. */
    void matched(ReceiveRequest receive, int source, int tag, int sequence, long length) {
        receive.source = source;
        receive.sequence = sequence;
        receive.receivedTag = tag;
        receive.byteCount = Math.min(length, receive.capacity);
        if (length > receive.capacity) {
            receive.failure = Inbound.truncation(receive, source, tag, length);
            receive.fullByteCount = length;
        }
    }

    /** Copies as much of a payload as fits. */
    void fill(ReceiveRequest receive, Region region, int offset, int length) {
        int fitting = (int) Math.min(length, receive.capacity);
        if (fitting > 0) {
            receive.block.unpack(0, region, offset, fitting);
        }
    }

    /** A receive has met an announced message: ask for the data, or confirm when there is none. */
    void clear(ReceiveRequest receive, Peer peer, int source, int tag, int sequence, long length) {
        matched(receive, source, tag, sequence, length);
        if (length == 0) {
            outbound.answer(peer, Header.MATCHED, (byte) 0, sequence);
            engine.finish(receive);
            return;
        }
        receive.position = 0;
        receive.arrivingBytes = length;
        peer.arriving.put(sequence, receive);
        outbound.answer(peer, Header.CLEAR, (byte) 0, sequence);
    }

    /**
     * Copies an early eager message out of its frame, where its payload begins at {@code offset}.
     */
    void keepEager(
            Context context,
            Peer peer,
            int source,
            int tag,
            int sequence,
            boolean synchronous,
            Region region,
            int offset,
            int length) {
        Message message = message(peer, source, tag, sequence, synchronous, length);
        try {
            arena.allocate(message, length);
        } catch (OutOfMemoryError e) {
            recycle(message);
            throw e;
        }
        copy(region, offset, message.region, message.offset, length);
        keep(context, message);
    }

    /** Notes an early announcement. */
    void keepAnnounced(
            Context context, Peer peer, int source, int tag, int sequence, boolean synchronous, long length) {
        keep(context, message(peer, source, tag, sequence, synchronous, length));
    }

    /** Hands an early message to the receive that takes it. The message has left the queue. */
    void take(Message message, ReceiveRequest receive) {
        if (message.local != null) {
            SendRequest send = message.local;
            matched(receive, message.source, message.tag, message.sequence, message.byteCount);
            copyLocally(send, receive);
            engine.finish(send);
            engine.finish(receive);
        } else if (message.isEager()) {
            int length = (int) message.byteCount;
            matched(receive, message.source, message.tag, message.sequence, length);
            fill(receive, message.region, message.offset, length);
            if (message.peer.endpoint != null) {
                outbound.consumed(message.peer, Peer.cost(length));
                if (message.synchronous) {
                    outbound.answer(message.peer, Header.MATCHED, (byte) 0, message.sequence);
                }
            }
            engine.finish(receive);
        } else {
            clear(receive, message.peer, message.source, message.tag, message.sequence, message.byteCount);
        }
        recycle(message);
    }

    /** Forgets an early message that its sender has taken back. */
    void discard(Message message) {
        if (message.isEager() && message.peer.endpoint != null) {
            outbound.consumed(message.peer, Peer.cost((int) message.byteCount));
        }
        recycle(message);
    }

    /** A send of this rank to itself. */
    void sendToSelf(SendRequest send, Peer self) {
        int source = send.context.rank();
        send.sequence = self.nextSequence++;
        ReceiveRequest receive = send.context.posted.take(source, send.tag);
        if (receive != null) {
            matched(receive, source, send.tag, send.sequence, send.byteCount);
            copyLocally(send, receive);
            engine.finish(send);
            engine.finish(receive);
            engine.inbound.forgetIfOver(send.context);
            return;
        }
        boolean synchronous = send.mode == SendRequest.Mode.SYNCHRONOUS;
        Message message = message(self, source, send.tag, send.sequence, synchronous, send.byteCount);
        if (!synchronous && send.byteCount <= self.eagerLimit) {
            int length = (int) send.byteCount;
            arena.allocate(message, length);
            send.block.pack(0, message.region, message.offset, length);
            send.stage = SendRequest.Stage.SENT;
            engine.finish(send);
        } else {
            message.local = send;
            send.stage = SendRequest.Stage.LOCAL;
        }
        keep(send.context, message);
    }

    /** An early message of an image: with its payload, announced, or of this rank to itself. */
    void revive(
            Context context,
            Peer peer,
            int source,
            int tag,
            int sequence,
            boolean synchronous,
            long length,
            byte[] payload,
            SendRequest local) {
        Message message = message(peer, source, tag, sequence, synchronous, length);
        message.local = local;
        if (payload != null) {
            arena.allocate(message, payload.length);
            message.region.putBytes(message.offset, payload, 0, payload.length);
        }
        context.unexpected.add(message);
    }

    private void copyLocally(SendRequest send, ReceiveRequest receive) {
        if (staging == null) {
            staging = Region.allocate(STAGING_BYTES);
        }
        long end = Math.min(send.byteCount, receive.capacity);
        for (long position = 0; position < end; position += STAGING_BYTES) {
            int length = (int) Math.min(STAGING_BYTES, end - position);
            send.block.pack(position, staging, 0, length);
            receive.block.unpack(position, staging, 0, length);
        }
    }

    private void keep(Context context, Message message) {
        context.unexpected.add(message);
        if (context.hearer != null) {
            context.hearer.onWords(message);
            return;
        }
        if (context.order != null) {
            context.order.onEarly(context, message);
            return;
        }
        ProbeRequest probe = context.probes;
        while (probe != null) {
            ProbeRequest next = (ProbeRequest) probe.next;
            if (Matching.accepts(probe.wantedSource, probe.tag, message.source, message.tag) && !probe.isDone()) {
                probe.found(message);
                engine.finish(probe);
            }
            probe = next;
        }
    }

    private Message message(Peer peer, int source, int tag, int sequence, boolean synchronous, long length) {
        Message message = spare;
        if (message == null) {
            message = new Message();
        } else {
            spare = message.next;
            message.next = null;
            spareMessages.fall();
        }
        message.peer = peer;
        message.source = source;
        message.tag = tag;
        message.sequence = sequence;
        message.synchronous = synchronous;
        message.byteCount = length;
        return message;
    }

    private void recycle(Message message) {
        if (message.isEager()) {
            arena.release(message);
        }
        message.local = null;
        message.next = spare;
        spare = message;
        spareMessages.rise();
        if (spareMessages.isHigh()) {
            engine.surplus.note();
        }
    }

    /** Gives back what early messages have left; answers whether there may be more to give. */
    boolean trim() {
        for (int unneeded = spareMessages.look(); unneeded > 0; unneeded--) {
            spare = spare.next;
        }
        return arena.trim() | spareMessages.isHigh();
    }

    /** Bytes held for payloads of early messages. */
    long heldBytes() {
        return arena.heldBytes();
    }

    private static void copy(Region from, int fromIndex, Region to, int toIndex, int length) {
        to.putBytes(toIndex, from.buffer(), fromIndex, length);
    }
}
