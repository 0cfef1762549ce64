package org.javampi.core.engine;

import java.io.UncheckedIOException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.List;
import org.javampi.MPI;
import org.javampi.Predefined;
import org.javampi.core.datatype.Datatype;
import org.javampi.core.datatype.Datatypes;
import org.javampi.core.engine.SendRequest.Mode;
import org.javampi.core.failure.MpiFailure;
import org.javampi.core.spi.transport.Endpoint;
import org.javampi.core.spi.transport.NoRoomException;
import org.javampi.core.spi.transport.Transport;

/**
 * The inner life of an engine: its state, how operations start and end, and progress. Everything
 * here is called under the lock, by the engine's own parts, unless it says otherwise. {@link
 * Engine} adds what callers see.
 */
abstract class EngineCore {
    /** MPI_ERR_TRUNCATE; the engine does not call the facade. */
    static final int ERR_TRUNCATE = MPI.MPI_ERR_TRUNCATE;

    static final int ERR_OTHER = MPI.MPI_ERR_OTHER;

    private static final VarHandle CALLER_PROGRESS;

    static {
        try {
            CALLER_PROGRESS = MethodHandles.lookup().findVarHandle(EngineCore.class, "callerProgress", int.class);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    final int rank;
    private final Cores cores;
    private final EngineSettings settings;
    final Transport[] transports;
    private final Peer[] peers;
    final EngineLock lock = new EngineLock();

    /** Told by pools; the agent sees to it. */
    final PoolSurplus surplus = new PoolSurplus(this::wakeAgent);

    final RequestPool pool = new RequestPool(surplus);
    final Outbound outbound;
    final Deliveries deliveries;
    final Inbound inbound;
    final Waiting waiting;
    final ProgressAgent agent;
    final Conductor conductor;
    final Polling polling;

    /**
     * Counts the progress that callers make; the agent looks whether it stands still. Plain, as is
     * the count below: a volatile store would cost each call a fence, and the agent may well see an
     * old value.
     */
    private int callerProgress;

    /** Non-blocking operations that are not over. Changed under the lock. */
    private int backgroundCount;

    /** Frames in which ranks have asked each other for their calls, and have answered. Under the lock. */
    long wordsExchanged;

    volatile MpiFailure broken;
    boolean leaving;

    EngineCore(
            int rank,
            int size,
            short epoch,
            EngineSettings settings,
            List<Transport> transports,
            Sleeper sleeper,
            Cores cores) {
        this.rank = rank;
        this.cores = cores;
        this.settings = settings;
        this.transports = transports.toArray(new Transport[0]);
        peers = new Peer[size];
        outbound = new Outbound(this, settings, epoch);
        deliveries = new Deliveries(this, outbound);
        inbound = new Inbound(this, outbound, deliveries, epoch);
        waiting = new Waiting(this, sleeper, settings, cores);
        conductor = new Conductor(this);
        polling = new Polling(this);
        agent = new ProgressAgent(this, waiting, "javampi-progress-" + rank);
    }

    /** Ends all waiting with {@code failure}: the job is lost. Any thread. */
    public final void fail(MpiFailure failure) {
        if (broken == null) {
            broken = failure;
        }
        waiting.wakeSleeper();
    }

    /** Whether each rank of the host can have a core. */
    public final boolean hasCoresToSpare() {
        return cores.areToSpare();
    }

    /** What has broken the engine, or null. */
    public final MpiFailure failure() {
        return broken;
    }

    EngineLock lock() {
        return lock;
    }

    Transport[] transports() {
        return transports;
    }

    Peer peer(int worldRank) {
        Peer peer = peers[worldRank];
        return peer != null ? peer : (peers[worldRank] = meet(worldRank));
    }

    private Peer meet(int worldRank) {
        if (worldRank == rank) {
            return new Peer(worldRank, null, settings.eagerBytes());
        }
        for (Transport transport : transports) {
            if (transport.reaches(worldRank)) {
                Endpoint endpoint = reach(worldRank, transport);
                int limit = Math.min(settings.eagerBytes(), endpoint.maxFrameBytes() - Header.BYTES);
                return new Peer(worldRank, endpoint, limit);
            }
        }
        throw new MpiFailure(
                ERR_OTHER,
                "no transport reaches rank " + worldRank + ": it lives on another host; allow tcp with --transport");
    }

    private static Endpoint reach(int worldRank, Transport transport) {
        try {
            return transport.endpoint(worldRank);
        } catch (NoRoomException | UncheckedIOException e) {
            throw new MpiFailure(ERR_OTHER, e.getMessage());
        }
    }

    /** By world rank; null for those that were never met. */
    Peer[] peers() {
        return peers;
    }

    final void start(SendRequest send, Context context, int dest, int tag, Mode mode) {
        send.context = context;
        send.tag = tag;
        send.mode = mode;
        send.byteCount = send.block.byteCount();
        send.peer = peer(context.worldRank(dest));
        send.cancelling = false;
        send.overtaken = false;
        send.markActive();
        if (send.peer.endpoint == null) {
            deliveries.sendToSelf(send, send.peer);
        } else {
            outbound.start(send);
        }
    }

    final void start(ReceiveRequest receive, Context context, int source, int tag) {
        receive.context = context;
        receive.wantedSource = source;
        receive.tag = tag;
        receive.capacity = receive.block.byteCount();
        receive.markActive();
        Message message = context.unexpected.find(source, tag);
        if (message == null) {
            context.posted.add(receive);
        } else {
            context.unexpected.remove(message);
            inbound.forgetIfOver(context);
            deliveries.take(message, receive);
            outbound.flush();
        }
    }

    /** Starts the receive of a message that a probe has taken. */
    final void start(ReceiveRequest receive, Context matched, MatchedMessage which) {
        receive.context = matched;
        receive.wantedSource = which.source();
        receive.tag = which.tag();
        receive.capacity = receive.block.byteCount();
        receive.markActive();
        Message message = matched.unexpected.find(peer(which.worldRank()), which.sequence());
        matched.unexpected.remove(message);
        inbound.forgetIfOver(matched);
        deliveries.take(message, receive);
        outbound.flush();
    }

    final void set(Request request, Object buffer, long count, Datatype type, boolean receive) {
        boolean set = false;
        try {
            request.block.set(buffer, count, type, receive);
            set = true;
        } finally {
            if (!set) {
                recycle(request);
            }
        }
    }

    final void cancel(ReceiveRequest receive) {
        if (receive.queued) {
            receive.context.posted.remove(receive);
            inbound.forgetIfOver(receive.context);
            receive.cancelled = true;
            finish(receive);
        }
    }

    final void cancel(SendRequest send) {
        if (send.cancelling || send.cancelled) {
            return;
        }
        Peer peer = send.peer;
        if (peer.endpoint == null) {
            cancelLocal(send, peer);
        } else if (!send.isDone() && send.stage == SendRequest.Stage.QUEUED) {
            peer.unqueue(send);
            send.cancelled = true;
            finish(send);
        } else if (send.stage != SendRequest.Stage.STREAMING) {
            send.cancelling = true;
            send.overtaken = send.isDone();
            if (send.overtaken) {
                send.markActive();
                noteStarted(send);
            }
            peer.cancelling.put(send.sequence, send);
            outbound.answer(peer, Header.CANCEL, (byte) 0, send.sequence);
            waiting.wakeLeader();
        }
    }

    private void cancelLocal(SendRequest send, Peer self) {
        Message message = send.context.unexpected.find(self, send.sequence);
        if (message != null) {
            send.context.unexpected.remove(message);
            inbound.forgetIfOver(send.context);
            deliveries.discard(message);
            send.cancelled = true;
            if (!send.isDone()) {
                finish(send);
            }
        }
    }

    /** The operation is over: data and outcome stand. */
    void finish(Request request) {
        if (request instanceof SendRequest && ((SendRequest) request).cancelling) {
            ((SendRequest) request).overtaken = true;
            return;
        }
        request.markDone();
        if (request.background) {
            request.background = false;
            backgroundCount--;
        }
        Thread waiter = request.waiter;
        if (waiter != null) {
            waiting.wake(waiter);
        }
        if (request.detached) {
            settle(request);
        }
    }

    /** An operation that no handle names is over. */
    private void settle(Request request) {
        if (request.whole != null) {
            request.whole.partIsOver(this, request);
        } else if (request.owner == null) {
            if (request instanceof ReceiveRequest receive
                    && receive.context.hearer != null
                    && receive.block.base() instanceof byte[] words) {
                receive.context.hearer.onWords(receive.source, words);
            }
            recycle(request);
        } else {
            conductor.settled(request.owner);
        }
    }

    /** Leaves an operation that is under way to the agent while no caller waits for it. */
    final void noteStarted(Request request) {
        if (!request.isDone()) {
            request.background = true;
            backgroundCount++;
            agent.noteWork();
            if (hasBacklog()) {
                // A sleeping thread must watch for room; what arrives wakes it anyway.
                waiting.wakeLeader();
            }
        }
    }

    /** Takes a message out of the queue and forgets what it carries; its sender is not left waiting. */
    final void drop(Context way, Message message) {
        takeAside(way, message, new byte[0]);
    }

    /** Takes a message out of the queue for what hears the context, see {@link #settle}. */
    final void takeAside(Context way, Message message, byte[] room) {
        ReceiveRequest receive = pool.receive();
        receive.block.set(room, room.length, Datatypes.of(Predefined.BYTE), true);
        receive.context = way;
        receive.capacity = room.length;
        receive.markActive();
        receive.detached = true;
        way.unexpected.remove(message);
        deliveries.take(message, receive);
    }

    /** Nothing that calls wait for in {@code way} will come: ends their sends and receives, and all that follow. */
    final void giveUp(Context way, MpiFailure failure) {
        way.trouble = failure;
        for (ReceiveRequest receive : way.posted.toArray()) {
            receive.failure = failure;
            cancel(receive);
        }
        for (Peer peer : peers) {
            if (peer != null) {
                peer.sendsIn(way).forEach(send -> giveUp(send, failure));
            }
        }
    }

    private void giveUp(SendRequest send, MpiFailure failure) {
        if (send.stage == SendRequest.Stage.QUEUED) {
            send.peer.unqueue(send);
        } else {
            // It has been announced: another request answers when the receiver asks for the data.
            SendRequest rest = pool.send();
            rest.standFor(send);
            send.peer.awaiting.put(send.sequence, rest);
        }
        send.failure = failure;
        send.cancelled = true;
        finish(send);
    }

    /** Whether a thread of this rank waits in {@code way} for that rank of it. */
    final boolean waitsFor(Context way, int source) {
        for (Standing standing = waiting.standings().first(); standing != null; standing = standing.next) {
            WaitDescription description = new WaitDescription();
            standing.awaited.describe(description);
            for (PendingOperation operation : description.operations()) {
                if (operation.context() == way.id
                        && operation.providers().length == 1
                        && operation.providers()[0] == way.worldRank(source)
                        && !standing.awaited.isOver()) {
                    return true;
                }
            }
        }
        return false;
    }

    /** A wait lasts: asks those ranks that it needs for their calls, where it is one in a collective. */
    final void inquire(Awaited awaited, long waitedNs) {
        WaitDescription description = new WaitDescription();
        awaited.describe(description);
        for (PendingOperation operation : description.operations()) {
            CallLedger ledger = operation.context() < 0 ? null : inbound.context(operation.context()).ledger;
            if (ledger != null && operation.providers().length == 1) {
                ledger.onLongWait(operation.providers()[0], waitedNs);
            }
        }
    }

    final void recycle(Request request) {
        request.detached = false;
        pool.recycle(request);
    }

    /** Waits with the lock held on entry and on return, released in between. */
    final void awaitLocked(Awaited awaited) {
        if (!awaited.isOver()) {
            progressAsCaller();
            if (!awaited.isOver()) {
                waiting.await(awaited);
            }
        }
    }

    int progressAsCaller() {
        callerProgress++;
        return progress();
    }

    /** A look has found nothing, and the lock is released: others may need the core. */
    final void returnWithNothing(boolean longSince) {
        if (longSince) {
            waiting.tellOfLongWait();
        }
        waiting.yieldIfCrowded();
        polling.onReturn();
    }

    /** Frames sent and received, but for those in which ranks ask each other for their calls. */
    final long trafficOfProgram() {
        long frames = -wordsExchanged;
        for (Peer peer : peers) {
            if (peer != null) {
                frames += peer.framesSent + peer.framesReceived;
            }
        }
        return frames;
    }

    /** Takes in what has arrived and sends what has waited; answers how many frames moved. */
    int progress() {
        MpiFailure failure = broken;
        if (failure != null) {
            throw failure;
        }
        int frames = 0;
        for (Transport transport : transports) {
            frames += transport.poll(inbound);
        }
        if (!outbound.isIdle()) {
            frames += outbound.flush();
            // Not idle either when a schedule can go on: a spinning caller looks at one thing only.
            conductor.conduct();
        }
        return frames;
    }

    boolean hasBacklog() {
        return !outbound.isIdle();
    }

    /** Any thread. */
    int callerProgress() {
        return (int) CALLER_PROGRESS.getOpaque(this);
    }

    int backgroundCount() {
        return backgroundCount;
    }

    private void wakeAgent() {
        agent.noteWork();
    }

    /**
     * Gives back memory that has lain unused since the last call; notes surplus as long as there is
     * more than pools may always keep.
     */
    void trim() {
        surplus.clear();
        boolean more = deliveries.trim() | pool.trim();
        for (Context context : inbound.contexts()) {
            more |= context.trim();
        }
        if (more) {
            surplus.note();
        }
    }

    /** The way to {@code worldRank} is gone. In order when this rank is leaving, too. */
    void lose(int worldRank, String reason) {
        Peer peer = peers[worldRank];
        if (peer != null) {
            peer.lost = true;
        }
        if (!leaving) {
            fail(new MpiFailure(
                    ERR_OTHER,
                    "rank " + rank + " has lost rank " + worldRank + ": " + reason + "; the job cannot go on"));
        }
    }

    /** Over when nothing is left to send. */
    final class Drained implements Awaited {
        @Override
        public boolean isOver() {
            if (!outbound.isIdle()) {
                return false;
            }
            for (Transport transport : transports) {
                if (!transport.isFlushed()) {
                    return false;
                }
            }
            return true;
        }

        @Override
        public boolean isUntold() {
            return true;
        }

        @Override
        public void setWaiter(Thread thread) {
            // Nobody tells when the last byte has left: the waiting looks again by itself.
        }
    }
}
