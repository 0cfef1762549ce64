package org.javampi.core.engine;

import org.javampi.core.spi.transport.Endpoint;
import org.javampi.core.spi.transport.Region;
import org.javampi.core.spi.transport.UrgentEndpoint;

/**
 * Puts messages on their way: whole when they are short and the peer has room for them, announced
 * otherwise. What finds no room waits in its peer's queues, in order, and goes on at the next
 * progress. Never called from a frame handler: those leave answers in the queues.
 */
final class Outbound {
    private static final int FLAGS_SHIFT = 8;
    private static final int SEQUENCE_SHIFT = 32;
    private static final int CHUNKS = 8;
    private static final long CHUNK_UNIT = 4096;
    private static final int CACHE_LINE = 64;

    private final EngineCore engine;
    private final int window;
    private final int chunkBytes;
    private final short epoch;

    /** Whether the {@link Conductor} has something to do: a call that sends meanwhile leaves that to the next progress. */
    private boolean errand;

    private Peer firstBusy;

    /** Frames committed so far, modulo 2^32. */
    private int framesSent;

    Outbound(EngineCore engine, EngineSettings settings, short epoch) {
        this.engine = engine;
        window = settings.eagerWindowBytes();
        chunkBytes = settings.chunkBytes();
        this.epoch = epoch;
    }

    /** Starts a send to another rank; it may be done when this returns. */
    void start(SendRequest send) {
        Peer peer = send.peer;
        send.sequence = peer.nextSequence++;
        if (peer.hasQueue() || !tryLaunch(send)) {
            send.stage = SendRequest.Stage.QUEUED;
            peer.enqueue(send);
            markBusy(peer);
        }
    }

    /** Queues an answer or a request of a few bytes. */
    void answer(Peer peer, byte kind, byte flags, int sequence) {
        peer.answers.add((long) sequence << SEQUENCE_SHIFT | (flags & 0xff) << FLAGS_SHIFT | kind & 0xff);
        markBusy(peer);
    }

    /** The peer has told of room: what waited for it may go. */
    void resume(Peer peer) {
        if (!peer.isIdle()) {
            markBusy(peer);
        }
    }

    /** The peer has asked for the data. */
    void stream(SendRequest send) {
        send.stage = SendRequest.Stage.STREAMING;
        send.position = 0;
        send.peer.addStream(send);
        markBusy(send.peer);
    }

    /** A schedule can go on: the next progress sees to it, as to messages that wait. */
    void noteErrand() {
        errand = true;
    }

    /** The conductor has nothing to do any more. */
    void endErrand() {
        errand = false;
    }

    boolean isIdle() {
        return firstBusy == null && !errand;
    }

    /**
     * Notes that eager messages have been consumed, and tells the peer when it may be waiting for
     * that.
     */
    void consumed(Peer peer, int cost) {
        peer.consumedCost += cost;
        if (peer.consumedCost - peer.reportedCost > window / 2) {
            peer.reportedCost = peer.consumedCost;
            answer(peer, Header.CREDIT, (byte) 0, 0);
        }
    }

    /**
     * Sends what waits, as far as there is room.
     *
     * @return number of frames that have left
     */
    int flush() {
        int before = framesSent;
        Peer peer = firstBusy;
        firstBusy = null;
        while (peer != null) {
            Peer next = peer.nextBusy;
            peer.busy = false;
            peer.nextBusy = null;
            if (!flush(peer)) {
                markBusy(peer);
            }
            peer = next;
        }
        return framesSent - before;
    }

    /** Whether nothing is left to send to the peer. */
    private boolean flush(Peer peer) {
        if (peer.lost) {
            return true;
        }
        return flushAnswers(peer) && flushQueue(peer) && flushStreams(peer);
    }

    private boolean flushAnswers(Peer peer) {
        while (!peer.answers.isEmpty()) {
            if (!trySendAnswer(peer, peer.answers.peek())) {
                return false;
            }
            peer.answers.remove();
        }
        return true;
    }

    private boolean flushQueue(Peer peer) {
        while (peer.queueHead != null) {
            SendRequest send = peer.queueHead;
            peer.unqueue(send);
            if (!tryLaunch(send)) {
                peer.requeueFirst(send);
                return false;
            }
        }
        return true;
    }

    private boolean flushStreams(Peer peer) {
        while (peer.streamHead != null) {
            if (!trySendChunk(peer, peer.streamHead)) {
                return false;
            }
        }
        return true;
    }

    private boolean tryLaunch(SendRequest send) {
        Peer peer = send.peer;
        if (send.byteCount <= peer.eagerLimit) {
            int cost = Peer.cost((int) send.byteCount);
            if (peer.sentCost - peer.acknowledgedCost + cost <= window) {
                return trySendEager(peer, send, (int) send.byteCount, cost);
            }
        }
        return trySendRequest(peer, send);
    }

    private boolean trySendEager(Peer peer, SendRequest send, int byteCount, int cost) {
        boolean fitsShort = fitsShort(peer, send, byteCount);
        int headerBytes = fitsShort ? Header.SHORT_BYTES : Header.BYTES;
        int at = claim(peer, headerBytes + byteCount);
        if (at < 0) {
            return false;
        }
        Region region = peer.endpoint.region();
        if (fitsShort) {
            writeShort(region, at, send);
        } else {
            writeEnvelope(region, at, peer, send, Header.EAGER);
        }
        send.block.pack(0, region, at + headerBytes, byteCount);
        peer.endpoint.commit();
        peer.sentCost += cost;
        send.stage = SendRequest.Stage.SENT;
        if (send.mode == SendRequest.Mode.SYNCHRONOUS) {
            peer.awaiting.put(send.sequence, send);
        } else {
            engine.finish(send);
        }
        return true;
    }

    /** Whether everything that the peer must know has its place in a frame of kind SHORT. */
    private static boolean fitsShort(Peer peer, SendRequest send, int byteCount) {
        return byteCount <= Header.SHORT_PAYLOAD_LIMIT
                && peer.consumedCost == peer.reportedCost
                && (send.tag | send.context.rank()) >>> Short.SIZE == 0
                && send.mode != SendRequest.Mode.SYNCHRONOUS;
    }

    private boolean trySendRequest(Peer peer, SendRequest send) {
        int at = claim(peer, Header.BYTES + Long.BYTES);
        if (at < 0) {
            return false;
        }
        Region region = peer.endpoint.region();
        writeEnvelope(region, at, peer, send, Header.REQUEST);
        region.putLong(at + Header.BYTES, send.byteCount);
        send.stage = SendRequest.Stage.REQUESTED;
        peer.awaiting.put(send.sequence, send);
        peer.endpoint.commit();
        return true;
    }

    private boolean trySendChunk(Peer peer, SendRequest send) {
        int length = (int) Math.min(chunkBytes(send), send.byteCount - send.position);
        int at = claim(peer, Header.BYTES + length);
        if (at < 0) {
            return false;
        }
        Region region = peer.endpoint.region();
        writeCommon(region, at, peer, Header.DATA, (byte) 0, send.sequence);
        region.putLong(at + Header.POSITION, send.position);
        send.block.pack(send.position, region, at + Header.BYTES, length);
        peer.endpoint.commit();
        send.position += length;
        if (send.position == send.byteCount) {
            peer.removeFirstStream();
            engine.finish(send);
        }
        return true;
    }

    /**
     * Several chunks even for a message that is not much longer than one, so that the receiver
     * copies out while the sender copies in; whole cache lines.
     */
    private int chunkBytes(SendRequest send) {
        Endpoint medium = send.peer.endpoint;
        int longest = medium.largestPieceBytes() - Header.BYTES & -CACHE_LINE;
        long share = send.byteCount / CHUNKS & -CHUNK_UNIT;
        long wanted = Math.max(medium.smallestPieceBytes(), share);
        return (int) Math.min(Math.min(chunkBytes, longest), wanted);
    }

    private boolean trySendAnswer(Peer peer, long answer) {
        int at = claim(peer, Header.BYTES);
        if (at < 0) {
            return false;
        }
        byte kind = (byte) answer;
        int sequence = (int) (answer >>> SEQUENCE_SHIFT);
        Region region = peer.endpoint.region();
        writeCommon(region, at, peer, kind, (byte) (answer >>> FLAGS_SHIFT), sequence);
        if (kind == Header.CANCEL) {
            region.putLong(at + Header.CONTEXT, peer.cancelling.get(sequence).context.id);
            commitUrgently(peer.endpoint);
        } else {
            peer.endpoint.commit();
        }
        return true;
    }

    private static void commitUrgently(Endpoint endpoint) {
        if (endpoint instanceof UrgentEndpoint) {
            ((UrgentEndpoint) endpoint).commitUrgent();
        } else {
            endpoint.commit();
        }
    }

    private int claim(Peer peer, int byteCount) {
        int at = peer.endpoint.claim(byteCount);
        if (at >= 0) {
            framesSent++;
            peer.framesSent++;
        } else if (at == Endpoint.CLOSED) {
            engine.lose(peer.worldRank, "its connection is closed");
        }
        return at;
    }

    private void writeShort(Region region, int at, SendRequest send) {
        region.putInt(at + Header.KIND, Header.SHORT | epoch << 16);
        region.putLong(at + Header.CONTEXT, send.context.id);
        region.putShort(at + Header.SHORT_SOURCE, (short) send.context.rank());
        region.putShort(at + Header.SHORT_TAG, (short) send.tag);
        region.putInt(at + Header.SHORT_SEQUENCE, send.sequence);
    }

    private void writeEnvelope(Region region, int at, Peer peer, SendRequest send, byte kind) {
        boolean synchronous = send.mode == SendRequest.Mode.SYNCHRONOUS;
        writeCommon(region, at, peer, kind, synchronous ? Header.SYNCHRONOUS : 0, send.sequence);
        region.putLong(at + Header.CONTEXT, send.context.id);
        region.putInt(at + Header.SOURCE, send.context.rank());
        region.putInt(at + Header.TAG, send.tag);
    }

    private void writeCommon(Region region, int at, Peer peer, byte kind, byte flags, int sequence) {
        region.putInt(at + Header.KIND, kind & 0xff | (flags & 0xff) << 8 | epoch << 16);
        region.putInt(at + Header.SEQUENCE, sequence);
        region.putInt(at + Header.CONSUMED, peer.consumedCost);
        peer.reportedCost = peer.consumedCost;
    }

    private void markBusy(Peer peer) {
        if (!peer.busy) {
            peer.busy = true;
            peer.nextBusy = firstBusy;
            firstBusy = peer;
        }
    }
}
