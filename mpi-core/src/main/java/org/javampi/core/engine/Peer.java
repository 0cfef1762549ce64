package org.javampi.core.engine;

import java.util.ArrayList;
import java.util.List;
import org.agrona.collections.Int2ObjectHashMap;
import org.javampi.core.spi.transport.Endpoint;

/**
 * What this rank knows of one rank it talks to. Made at first contact; guarded by the engine lock.
 */
final class Peer {
    final int worldRank;

    /** The way there; null for this rank itself. */
    final Endpoint endpoint;

    /** Messages that can travel whole. */
    final int eagerLimit;

    /** Sends that wait for their turn, oldest first: a later one must not overtake. */
    SendRequest queueHead;

    SendRequest queueTail;

    /** Long messages whose data is leaving, oldest first. */
    SendRequest streamHead;

    SendRequest streamTail;

    /** Short answers that wait for room; see {@link Outbound}. */
    final LongQueue answers = new LongQueue();

    /** Sends that the peer has still to say something about, by sequence. */
    final Int2ObjectHashMap<SendRequest> awaiting = new Int2ObjectHashMap<>();

    /** Sends whose cancellation has not been answered, by sequence. */
    final Int2ObjectHashMap<SendRequest> cancelling = new Int2ObjectHashMap<>();

    /** Receives whose long message is arriving, by sequence. */
    final Int2ObjectHashMap<ReceiveRequest> arriving = new Int2ObjectHashMap<>();

    /**
     * Whether it stands in the engine's list of peers with something to send, and its successor
     * there.
     */
    boolean busy;

    Peer nextBusy;

    int nextSequence;

    /**
     * Flow control of eager messages: running totals, modulo 2^32, of what was sent and of what the
     * peer says it has consumed; and the same for the other direction.
     */
    int sentCost;

    int acknowledgedCost;
    int consumedCost;
    int reportedCost;

    boolean lost;

    /**
     * Frames that have left for it, and that have come from it; they agree when none is on the way.
     */
    long framesSent;

    long framesReceived;

    Peer(int worldRank, Endpoint endpoint, int eagerLimit) {
        this.worldRank = worldRank;
        this.endpoint = endpoint;
        this.eagerLimit = eagerLimit;
    }

    /** What an eager message counts: its bytes and what keeping it costs. */
    static int cost(int byteCount) {
        return byteCount + 64;
    }

    /** Sends in {@code way} that wait: for their turn, or to be asked for. */
    List<SendRequest> sendsIn(Context way) {
        List<SendRequest> found = new ArrayList<>();
        for (Request send = queueHead; send != null; send = send.next) {
            if (send.context == way) {
                found.add((SendRequest) send);
            }
        }
        for (SendRequest send : awaiting.values()) {
            if (send.context == way && !send.detached) {
                found.add(send);
            }
        }
        return found;
    }

    boolean hasQueue() {
        return queueHead != null;
    }

    void enqueue(SendRequest send) {
        send.next = null;
        send.previous = queueTail;
        if (queueTail == null) {
            queueHead = send;
        } else {
            queueTail.next = send;
        }
        queueTail = send;
    }

    /** Puts the send back that was taken from the front. */
    void requeueFirst(SendRequest send) {
        send.previous = null;
        send.next = queueHead;
        if (queueHead == null) {
            queueTail = send;
        } else {
            queueHead.previous = send;
        }
        queueHead = send;
    }

    void unqueue(SendRequest send) {
        if (send.previous == null) {
            queueHead = (SendRequest) send.next;
        } else {
            send.previous.next = send.next;
        }
        if (send.next == null) {
            queueTail = (SendRequest) send.previous;
        } else {
            send.next.previous = send.previous;
        }
        send.next = null;
        send.previous = null;
    }

    void addStream(SendRequest send) {
        send.next = null;
        if (streamTail == null) {
            streamHead = send;
        } else {
            streamTail.next = send;
        }
        streamTail = send;
    }

    void removeFirstStream() {
        SendRequest first = streamHead;
        streamHead = (SendRequest) first.next;
        if (streamHead == null) {
            streamTail = null;
        }
        first.next = null;
    }

    /** Whether nothing is on the way to or from it but what may lie for ever. */
    boolean isQuiet() {
        return isIdle() && cancelling.isEmpty() && arriving.isEmpty();
    }

    /** What is on the way, in words. */
    String unrest() {
        String what = queueHead != null
                ? "a message waits for room on its way to"
                : streamHead != null
                        ? "data of a long message goes to"
                        : !answers.isEmpty()
                                ? "an answer waits for room on its way to"
                                : !cancelling.isEmpty()
                                        ? "a message to be cancelled waits for the answer of"
                                        : "data of a long message comes from";
        return what + " rank " + worldRank;
    }

    boolean isIdle() {
        return queueHead == null && streamHead == null && answers.isEmpty();
    }
}
