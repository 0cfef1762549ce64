package org.javampi.core.engine;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What an engine holds when nothing is on the way: posted receives and early messages of each
 * context in their order, sends that wait for their receive, the attached buffer, and the counts of
 * each pair of ranks. Peers are world ranks here and nothing else: no host, no transport.
 */
public final class EngineImage implements Serializable {
    private static final long serialVersionUID = 1L;

    @SuppressWarnings("serial") // an ArrayList
    private final List<ContextImage> contexts = new ArrayList<>();

    @SuppressWarnings("serial") // an ArrayList
    private final List<PeerImage> peers = new ArrayList<>();

    private final AttachedBuffer.Image attachedBuffer;

    private record ContextImage(long id, ReceiveRequest[] posted, MessageImage[] unexpected) implements Serializable {}

    private record MessageImage(
            int worldRank,
            int source,
            int tag,
            int sequence,
            long byteCount,
            boolean synchronous,
            byte[] payload,
            SendRequest local)
            implements Serializable {}

    private record PeerImage(
            int worldRank,
            int nextSequence,
            int sentCost,
            int acknowledgedCost,
            int consumedCost,
            int reportedCost,
            int[] sequences,
            SendRequest[] awaiting)
            implements Serializable {}

    /**
     * One line of what a checkpoint holds, for people.
     *
     * @param kind "message", "announced" (its data is still with its sender), "receive" or "send"
     * @param context name of the communicator's context
     * @param source rank of the sender in it; -1 for any
     * @param dest world rank of the receiver; -1 when it is this rank
     * @param tag -1 for any
     * @param byteCount size of the message, or room of the receive
     */
    public record Item(String kind, long context, int source, int dest, int tag, long byteCount) {}

    private EngineImage(AttachedBuffer.Image attachedBuffer) {
        this.attachedBuffer = attachedBuffer;
    }

    /** Under the engine lock, when {@link Engine#isQuiet}. */
    static EngineImage of(EngineCore engine, AttachedBuffer attached) {
        EngineImage image = new EngineImage(attached.image());
        // By id, so that equal states have equal images.
        Map<Long, Context> ordered = new TreeMap<>();
        engine.inbound.contexts().forEach(context -> ordered.put(context.id, context));
        for (Context context : ordered.values()) {
            if (!context.posted.isEmpty() || !context.unexpected.isEmpty()) {
                image.contexts.add(
                        new ContextImage(context.id, context.posted.toArray(), image(context.unexpected.toArray())));
            }
        }
        for (Peer peer : engine.peers()) {
            if (peer != null) {
                image.peers.add(image(peer));
            }
        }
        return image;
    }

    private static MessageImage[] image(Message[] messages) {
        MessageImage[] images = new MessageImage[messages.length];
        for (int i = 0; i < images.length; i++) {
            Message m = messages[i];
            byte[] payload = null;
            if (m.isEager()) {
                payload = new byte[(int) m.byteCount];
                m.region.getBytes(m.offset, payload, 0, payload.length);
            }
            images[i] = new MessageImage(
                    m.peer.worldRank, m.source, m.tag, m.sequence, m.byteCount, m.synchronous, payload, m.local);
        }
        return images;
    }

    private static PeerImage image(Peer peer) {
        int[] sequences = new int[peer.awaiting.size()];
        SendRequest[] awaiting = new SendRequest[sequences.length];
        int i = 0;
        for (int sequence : new TreeMap<>(peer.awaiting).keySet()) {
            sequences[i] = sequence;
            awaiting[i++] = peer.awaiting.get(sequence);
        }
        return new PeerImage(
                peer.worldRank,
                peer.nextSequence,
                peer.sentCost,
                peer.acknowledgedCost,
                peer.consumedCost,
                peer.reportedCost,
                sequences,
                awaiting);
    }

    /** Under the lock of a fresh engine that nothing has used yet. */
    void revive(EngineCore engine, AttachedBuffer attached) {
        for (PeerImage image : peers) {
            Peer peer = engine.peer(image.worldRank);
            peer.nextSequence = image.nextSequence;
            peer.sentCost = image.sentCost;
            peer.acknowledgedCost = image.acknowledgedCost;
            peer.consumedCost = image.consumedCost;
            peer.reportedCost = image.reportedCost;
            for (int i = 0; i < image.sequences.length; i++) {
                peer.awaiting.put(image.sequences[i], image.awaiting[i]);
                engine.noteStarted(image.awaiting[i]);
            }
        }
        for (ContextImage image : contexts) {
            Context context = engine.inbound.context(image.id);
            for (ReceiveRequest receive : image.posted) {
                context.posted.add(receive);
                engine.noteStarted(receive);
            }
            for (MessageImage message : image.unexpected) {
                revive(engine, context, message);
            }
        }
        attached.revive(attachedBuffer);
    }

    private static void revive(EngineCore engine, Context context, MessageImage image) {
        Peer peer = engine.peer(image.worldRank);
        engine.deliveries.revive(
                context,
                peer,
                image.source,
                image.tag,
                image.sequence,
                image.synchronous,
                image.byteCount,
                image.payload,
                image.local);
        if (image.local != null) {
            engine.noteStarted(image.local);
        }
    }

    /** What is under way, for people; {@code ownRank} is the world rank of the engine. */
    public List<Item> items(int ownRank) {
        List<Item> items = new ArrayList<>();
        for (ContextImage c : contexts) {
            for (MessageImage m : c.unexpected) {
                String kind = m.payload != null ? "message" : "announced";
                items.add(new Item(kind, c.id, m.source, ownRank, m.tag, m.byteCount));
            }
            for (ReceiveRequest r : c.posted) {
                items.add(new Item("receive", c.id, r.wantedSource, ownRank, r.tag, r.capacity));
            }
        }
        for (PeerImage peer : peers) {
            for (SendRequest s : peer.awaiting) {
                items.add(new Item("send", s.context.id, s.context.rank(), peer.worldRank, s.tag, s.byteCount));
            }
        }
        return items;
    }
}
