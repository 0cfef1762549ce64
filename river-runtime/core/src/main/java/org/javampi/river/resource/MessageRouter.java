package org.javampi.river.resource;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.BooleanSupplier;
import org.javampi.river.message.AttributeCodec;
import org.javampi.river.message.LostException;
import org.javampi.river.message.MalformedMessageException;
import org.javampi.river.message.Receipt;
import org.javampi.river.message.RiverMessage;
import org.javampi.river.network.LongBody;
import org.javampi.river.network.Network;
import org.javampi.river.network.Peer;
import org.javampi.river.network.UnreachableException;

/**
 * Brings messages to resources, on this VM and on others.
 *
 * <pre>
 *  destination 16 | source 16 | attributes, as {@link AttributeCodec} writes them
 * </pre>
 */
final class MessageRouter {
    /** Two 64-bit halves each for who a message is for and who it is from. */
    private static final int ENVELOPE_BYTES = 4 * Long.BYTES;

    private final Network network;
    private final UUID self;
    private final LocalResources residents;
    private final ControlResource control;
    private final Directory directory;
    private final SendWindows windows;
    private final AtomicLong undeliverable = new AtomicLong();

    /**
     * Shared while a message goes to where its receiver was found, here or elsewhere; held alone while a resource comes here
     * from another VM. So what has gone to that VM from here is on its way before the resource is found here.
     */
    private final ReadWriteLock arrivals = new ReentrantReadWriteLock();

    MessageRouter(
            Network network,
            LocalResources residents,
            ControlResource control,
            Directory directory,
            SendWindows windows) {
        this.network = network;
        self = network.self().machine();
        this.residents = residents;
        this.control = control;
        this.directory = directory;
        this.windows = windows;
    }

    /** Messages that came for resources which were not here any more. */
    long undeliverableMessages() {
        return undeliverable.get();
    }

    /**
     * Sends to resources wherever they live; waits while a connection takes no more, or a queue is full.
     *
     * @throws LostException the first loss, when all have been tried
     * @throws org.javampi.river.message.SuspendedException when the sender is to stand still, and nothing has been sent
     */
    void send(UUID source, Iterable<UUID> destinations, Map<String, ?> attributes) throws InterruptedException {
        LocalResource sender = residents.find(source);
        boolean isFirst = true;
        boolean isLong = AttributeCodec.arrayBytes(attributes) > Ledger.WINDOW_BYTES;
        byte[] bytes = isLong ? null : AttributeCodec.encode(attributes);
        LongBody body = isLong ? body(attributes) : null;
        long byteCount = isLong ? body.byteCount() : bytes.length;
        LostException loss = null;
        for (UUID destination : destinations) {
            try {
                UUID machine = directory.locate(destination);
                if (!destination.equals(machine)) {
                    BooleanSupplier isStopWanted = isFirst && sender != null ? sender::isStopWanted : () -> false;
                    windows.take(source, destination, machine, byteCount + Ledger.MESSAGE_BYTES, isStopWanted);
                }
                arrivals.readLock().lock();
                try {
                    // It may have come here while its sender waited for room.
                    machine = residents.find(destination) != null ? self : machine;
                    if (!isLong) {
                        forward(machine, source, destination, bytes, true);
                    } else if (machine.equals(self)) {
                        forward(machine, source, destination, AttributeCodec.encode(attributes), true);
                    } else {
                        stream(machine, source, destination, body);
                    }
                } finally {
                    arrivals.readLock().unlock();
                }
            } catch (LostException e) {
                loss = loss == null ? e : loss;
            }
            isFirst = false;
        }
        if (loss != null) {
            throw loss;
        }
    }

    /** A resource that comes from another VM can be found here from now on. */
    void register(LocalResource arrival) {
        arrivals.writeLock().lock();
        try {
            residents.register(arrival);
        } finally {
            arrivals.writeLock().unlock();
        }
    }

    /** Sends from a thread that must not wait, to a resource on a certain VM. */
    void transmit(UUID machine, UUID source, UUID destination, Map<String, ?> attributes) {
        try {
            forward(machine, source, destination, AttributeCodec.encode(attributes), false);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw directory.lost(destination, machine, "this thread was interrupted");
        }
    }

    private void forward(UUID machine, UUID source, UUID destination, byte[] bytes, boolean patient)
            throws InterruptedException {
        if (machine.equals(self)) {
            try {
                // Encoded and decoded here, too: what is received is nobody else's.
                deliver(machine, source, destination, ByteBuffer.wrap(bytes));
            } catch (MalformedMessageException e) {
                throw new IllegalStateException("what was just written cannot be read", e);
            }
            return;
        }
        try {
            network.send(machine, patient, envelope(source, destination), bytes);
        } catch (UnreachableException e) {
            throw directory.lost(destination, machine, e.getMessage());
        }
    }

    /** Sends a message that is too long to be copied first: piece by piece, while the sender waits. */
    private void stream(UUID machine, UUID source, UUID destination, LongBody body) throws InterruptedException {
        try {
            network.send(machine, envelope(source, destination), body);
        } catch (UnreachableException e) {
            throw directory.lost(destination, machine, e.getMessage());
        }
    }

    private static LongBody body(Map<String, ?> attributes) {
        long byteCount = AttributeCodec.count(attributes);
        return new LongBody() {
            @Override
            public long byteCount() {
                return byteCount;
            }

            @Override
            public void writeTo(OutputStream out) throws IOException {
                AttributeCodec.write(attributes, out);
            }
        };
    }

    private static byte[] envelope(UUID source, UUID destination) {
        return ByteBuffer.allocate(ENVELOPE_BYTES)
                .putLong(destination.getMostSignificantBits())
                .putLong(destination.getLeastSignificantBits())
                .putLong(source.getMostSignificantBits())
                .putLong(source.getLeastSignificantBits())
                .array();
    }

    private void deliver(UUID from, UUID source, UUID destination, ByteBuffer attributes)
            throws MalformedMessageException {
        int bytes = attributes.remaining();
        deliver(from, destination, new RiverMessage(source, AttributeCodec.decode(attributes)), bytes);
    }

    private void deliver(UUID from, UUID destination, RiverMessage message, long bytes) {
        if (destination.equals(self)) {
            control.onMessage(from, message);
            return;
        }
        arrivals.readLock().lock();
        try {
            deliverHere(from, destination, message, bytes);
        } finally {
            arrivals.readLock().unlock();
        }
    }

    /** To a resource here, or to where it has moved: before another one of that name comes here, or behind that. */
    private void deliverHere(UUID from, UUID destination, RiverMessage message, long bytes) {
        LocalResource resident = residents.find(destination);
        if (resident != null) {
            resident.deliver(message, new Receipt(from, bytes + Ledger.MESSAGE_BYTES));
            return;
        }
        UUID elsewhere = residents.movedTo(destination);
        if (elsewhere != null) {
            passOn(elsewhere, destination, message, from);
            transmit(from, self, from, Map.of("credit", destination, "bytes", bytes + Ledger.MESSAGE_BYTES));
            return;
        }
        undeliverable.incrementAndGet();
        Ending end = residents.endingOf(destination);
        String why = (end == null ? Ending.unknown() : end).text();
        transmit(from, self, from, Map.of("gone", destination, "text", why));
    }

    /** Passes a message on to the VM that its receiver has moved to, with what that one needs to answer its sender. */
    void passOn(UUID machine, UUID destination, RiverMessage message, UUID from) {
        Map<String, Object> parcel = new LinkedHashMap<>();
        parcel.put("pass", destination);
        parcel.put("source", message.source());
        parcel.put("attributes", message.attributes());
        Peer home = network.find(from);
        if (home != null) {
            parcel.put("home", home.encode());
        }
        transmit(machine, self, machine, parcel);
    }

    /** A VM passes on a message for a resource that has moved here. */
    void onPassed(UUID from, RiverMessage parcel) throws IOException {
        UUID source = parcel.getUuid("source");
        if (parcel.has("home")) {
            Peer home = Peer.decode(ByteBuffer.wrap(parcel.getBytes("home")));
            network.remember(home);
            directory.onHeard(source, home.machine());
        }
        @SuppressWarnings("unchecked") // names are strings in all messages
        Map<String, Object> attributes = (Map<String, Object>) parcel.get("attributes");
        UUID destination = parcel.getUuid("pass");
        LocalResource resident = residents.find(destination);
        if (resident != null && resident.takePassed(new RiverMessage(source, attributes))) {
            return;
        }
        deliver(from, source, destination, ByteBuffer.wrap(AttributeCodec.encode(attributes)));
    }

    /** A message has come from another VM. */
    void onMessage(Peer from, ByteBuffer body) throws IOException {
        if (body.remaining() < ENVELOPE_BYTES) {
            throw new IOException("a message of " + body.remaining() + " bytes");
        }
        UUID destination = new UUID(body.getLong(), body.getLong());
        UUID source = new UUID(body.getLong(), body.getLong());
        int bytes = body.remaining();
        onMessage(from, destination, new RiverMessage(source, AttributeCodec.decode(body)), bytes);
    }

    /** A long message comes from another VM. */
    void onLongMessage(Peer from, InputStream body, long byteCount) throws IOException {
        ByteBuffer envelope = ByteBuffer.wrap(body.readNBytes(ENVELOPE_BYTES));
        if (envelope.remaining() < ENVELOPE_BYTES) {
            throw new EOFException("its connection has ended inside a message");
        }
        UUID destination = new UUID(envelope.getLong(), envelope.getLong());
        UUID source = new UUID(envelope.getLong(), envelope.getLong());
        long bytes = byteCount - ENVELOPE_BYTES;
        onMessage(from, destination, new RiverMessage(source, AttributeCodec.decode(body, bytes)), bytes);
    }

    private void onMessage(Peer from, UUID destination, RiverMessage message, long bytes) {
        UUID source = message.source();
        if (!source.equals(from.machine())) {
            directory.onHeard(source, from.machine());
        }
        try {
            deliver(from.machine(), destination, message, bytes);
        } catch (LostException e) {
            // Its own answer has found it gone: the thread that reads its connection reports that.
            undeliverable.incrementAndGet();
        }
    }
}
