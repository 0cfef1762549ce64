package org.javampi.core.engine;

import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.javampi.MPI_Status;
import org.javampi.core.buffer.Block;
import org.javampi.core.datatype.Datatype;
import org.javampi.core.engine.SendRequest.Mode;
import org.javampi.core.failure.MpiFailure;
import org.javampi.core.spi.transport.Region;
import org.javampi.core.spi.transport.SharedMemory;
import org.javampi.core.spi.transport.Transport;

/**
 * One rank's message engine: point-to-point communication within contexts, over the transports it
 * is given. Everything above - communicators, collectives, the binding - is made of these calls.
 *
 * <p>Any thread may call. One lock guards the engine's state; it is held for a match or a copy and
 * never while waiting. Blocking calls make no garbage: requests are pooled. Arguments have been
 * checked by the caller, but for the buffer, which is checked here before anything is sent or
 * posted.
 */
public final class Engine extends EngineCore implements AutoCloseable {
    private static final long CLOSING_NS = 1_000_000;
    private static final int LEAST_COPY = 4 * 1024;
    private static final int LONGEST_KEPT_COPY = 1024 * 1024;

    private final AttachedBuffer attachedBuffer = new AttachedBuffer(this);
    private final Quiescence quiescence = new Quiescence(this);
    private final Waits waits = new Waits(this);
    private final BlockMessages blocks = new BlockMessages(this);
    private final Probes probes = new Probes(this);
    private final PartitionedMessages partitions = new PartitionedMessages(this, blocks);

    /** For data that is replaced; null when there is none or it is in use. Guarded by the lock. */
    private Region spareCopy;

    /** What ends calls in which other threads wait when this rank leaves; written once. */
    private volatile MpiFailure ofLeaving;

    /** An engine for {@code rank} over open {@code transports}, best first. */
    public Engine(
            int rank,
            int size,
            short epoch,
            EngineSettings settings,
            List<Transport> transports,
            Sleeper sleeper,
            Cores cores) {
        super(rank, size, epoch, settings, transports, sleeper, cores);
    }

    /** The buffer of buffered mode. */
    public AttachedBuffer attachedBuffer() {
        return attachedBuffer;
    }

    /** This engine at rest, as a checkpoint wants it. */
    public Quiescence quiescence() {
        return quiescence;
    }

    /** What threads wait for, as seen from outside. */
    public Waits waits() {
        return waits;
    }

    /** Messages between the steps of a collective operation. */
    public BlockMessages blocks() {
        return blocks;
    }

    /** Looks at messages before they are received. */
    public Probes probes() {
        return probes;
    }

    /** Messages in partitions. */
    public PartitionedMessages partitions() {
        return partitions;
    }

    /** World rank of this process. */
    public int rank() {
        return rank;
    }

    /** The context named {@code id} with its members; see {@link Context#populate}. */
    public Context open(long id, int ownRank, int[] destinations) {
        lock.acquire();
        try {
            Context context = inbound.context(id);
            context.populate(ownRank, destinations);
            return context;
        } finally {
            lock.release();
        }
    }

    /** The communicator of {@code context} is free: forgets it once nothing is pending in it. */
    public void close(Context context) {
        lock.acquire();
        try {
            context.close();
            inbound.forgetIfOver(context);
        } finally {
            lock.release();
        }
    }

    /** Sends and returns when the buffer may be used again (MPI-1.1 §3.4). */
    public void send(Context context, int dest, int tag, Object buffer, long count, Datatype type, Mode mode) {
        lock.acquire();
        try {
            SendRequest send = pool.send();
            try {
                send.block.set(buffer, count, type, false);
                start(send, context, dest, tag, mode);
                awaitLocked(send);
            } finally {
                recycle(send);
            }
        } finally {
            lock.release();
        }
    }

    /** Receives one message; fills {@code status} unless it is null. */
    public void receive(
            Context context, int source, int tag, Object buffer, long count, Datatype type, MPI_Status status) {
        lock.acquire();
        try {
            ReceiveRequest receive = pool.receive();
            try {
                receive.block.set(buffer, count, type, true);
                start(receive, context, source, tag);
                awaitLocked(receive);
                receive.complete(status);
            } finally {
                recycle(receive);
            }
        } finally {
            lock.release();
        }
    }

    /**
     * Sends and receives at the same time. A negative {@code dest} sends nothing; a {@code source}
     * of Integer.MIN_VALUE receives nothing. The buffer of a half that does nothing is not looked
     * at.
     */
    public void exchange(
            Context context,
            int dest,
            int sendTag,
            Object sendBuffer,
            long sendCount,
            Datatype sendType,
            int source,
            int receiveTag,
            Object receiveBuffer,
            long receiveCount,
            Datatype receiveType,
            MPI_Status status) {
        lock.acquire();
        try {
            SendRequest send = pool.send();
            ReceiveRequest receive = pool.receive();
            try {
                if (dest >= 0) {
                    send.block.set(sendBuffer, sendCount, sendType, false);
                }
                if (source != Integer.MIN_VALUE) {
                    receive.block.set(receiveBuffer, receiveCount, receiveType, true);
                }
                exchange(send, receive, context, dest, sendTag, source, receiveTag, status);
            } finally {
                recycle(send);
                recycle(receive);
            }
        } finally {
            lock.release();
        }
    }

    private void exchange(
            SendRequest send,
            ReceiveRequest receive,
            Context context,
            int dest,
            int sendTag,
            int source,
            int receiveTag,
            MPI_Status status) {
        if (source != Integer.MIN_VALUE) {
            start(receive, context, source, receiveTag);
        }
        if (dest >= 0) {
            start(send, context, dest, sendTag, Mode.STANDARD);
            awaitLocked(send);
        }
        if (source != Integer.MIN_VALUE) {
            awaitLocked(receive);
            receive.complete(status);
        }
    }

    /**
     * Sends the content of a buffer and receives into the same buffer; partners as in {@link
     * #exchange}. The outgoing data is copied, whatever its size: nothing says how long the peer
     * leaves it waiting.
     */
    public void replace(
            Context context,
            int dest,
            int sendTag,
            int source,
            int receiveTag,
            Object buffer,
            long count,
            Datatype type,
            MPI_Status status) {
        lock.acquire();
        try {
            SendRequest send = pool.send();
            ReceiveRequest receive = pool.receive();
            Region memory = null;
            try {
                if (dest >= 0 || source != Integer.MIN_VALUE) {
                    receive.block.set(buffer, count, type, true);
                }
                if (dest >= 0) {
                    memory = copy(receive.block, send.block);
                }
                exchange(send, receive, context, dest, sendTag, source, receiveTag, status);
            } finally {
                if (memory != null && send.isDone()) {
                    spareCopy = memory;
                }
                recycle(send);
                recycle(receive);
            }
        } finally {
            lock.release();
        }
    }

    /**
     * Copies to memory that is to be kept for the next time and is answered, or, if it is long, to
     * memory that is not.
     */
    private Region copy(Block original, Block copy) {
        if (original.byteCount() > LONGEST_KEPT_COPY) {
            copy.copyOf(original);
            return null;
        }
        Region memory = spareCopy;
        // Another thread must not take it while this one waits.
        spareCopy = null;
        if (memory == null || memory.capacity() < original.byteCount()) {
            memory = Region.allocate(Math.max(LEAST_COPY, (int) original.byteCount()));
        }
        copy.copyOf(original, memory);
        return memory;
    }

    /** Starts a send and tells {@code departure} how it has begun. */
    public void startSend(
            Context context,
            int dest,
            int tag,
            Object buffer,
            long count,
            Datatype type,
            Mode mode,
            Departure departure) {
        lock.acquire();
        try {
            SendRequest send = pool.send();
            set(send, buffer, count, type, false);
            start(send, context, dest, tag, mode);
            if (send.isDone()) {
                departure.left(send.sequence);
                recycle(send);
            } else {
                noteStarted(send);
                departure.underWay(send);
            }
        } finally {
            lock.release();
        }
    }

    /**
     * Starts a receive; the caller awaits and releases it, see {@link #await} and {@link #release}.
     */
    public ReceiveRequest startReceive(Context context, int source, int tag, Object buffer, long count, Datatype type) {
        lock.acquire();
        try {
            ReceiveRequest receive = pool.receive();
            set(receive, buffer, count, type, true);
            start(receive, context, source, tag);
            noteStarted(receive);
            return receive;
        } finally {
            lock.release();
        }
    }

    /** Takes in what has arrived, then pauses. */
    public void progress(long pauseNs) {
        lock.acquire();
        try {
            progressAsCaller();
        } finally {
            lock.release();
        }
        LockSupport.parkNanos(this, pauseNs);
    }

    /** A send request of its own for repeated starts, its buffer set; not started. */
    public SendRequest prepareSend(Object buffer, long count, Datatype type) {
        SendRequest send = new SendRequest();
        send.block.set(buffer, count, type, false);
        return send;
    }

    /** A receive request of its own for repeated starts, its buffer set; not started. */
    public ReceiveRequest prepareReceive(Object buffer, long count, Datatype type) {
        ReceiveRequest receive = new ReceiveRequest();
        receive.block.set(buffer, count, type, true);
        return receive;
    }

    /** Starts a prepared send that is done or was never started. */
    public void restart(SendRequest send, Context context, int dest, int tag, Mode mode) {
        lock.acquire();
        try {
            start(send, context, dest, tag, mode);
            noteStarted(send);
        } finally {
            lock.release();
        }
    }

    /** Starts a prepared receive that is done or was never started. */
    public void restart(ReceiveRequest receive, Context context, int source, int tag) {
        lock.acquire();
        try {
            start(receive, context, source, tag);
            noteStarted(receive);
        } finally {
            lock.release();
        }
    }

    /**
     * Starts a schedule: recorded to its end, and not started or over. What can be done at once is done
     * here.
     *
     * @param background whether the program goes on meanwhile, and the agent makes progress for it
     */
    public void start(Schedule schedule, boolean background) {
        lock.acquire();
        try {
            conductor.begin(schedule);
            if (background) {
                noteStarted(schedule);
            }
        } finally {
            lock.release();
        }
    }

    /** Waits until {@code awaited} is over. */
    public void await(Awaited awaited) {
        if (!awaited.isOver()) {
            lock.acquire();
            try {
                awaitLocked(awaited);
            } finally {
                lock.release();
            }
        }
    }

    /** Makes some progress and tells whether {@code awaited} is over. */
    public boolean test(Awaited awaited) {
        if (awaited.isOver()) {
            return true;
        }
        boolean longSince;
        lock.acquire();
        try {
            polling.onLook();
            progressAsCaller();
            if (awaited.isOver()) {
                polling.onFound();
                return true;
            }
            longSince = polling.onNothing(awaited);
        } finally {
            lock.release();
        }
        returnWithNothing(longSince);
        return false;
    }

    /** Gives a request that is done, and was started here, back to the pool. */
    public void release(Request request) {
        lock.acquire();
        try {
            recycle(request);
        } finally {
            lock.release();
        }
    }

    /** As above, {@code first} and those behind it ({@link Request#before}); null for none. */
    public void releaseAll(Request first) {
        if (first == null) {
            return;
        }
        lock.acquire();
        try {
            Request request = first;
            while (request != null) {
                Request following = request.next;
                recycle(request);
                request = following;
            }
        } finally {
            lock.release();
        }
    }

    /**
     * The program has dropped the handle: the request goes on and returns to the pool by itself.
     */
    public void detach(Request request) {
        lock.acquire();
        try {
            if (request.isDone()) {
                recycle(request);
            } else {
                request.detached = true;
            }
        } finally {
            lock.release();
        }
    }

    /** The program says that an operation of its own is over: wakes whichever thread waits for it. Any thread. */
    public void complete(GeneralizedRequest request) {
        lock.acquire();
        try {
            finish(request);
            waiting.wakeLeader();
        } finally {
            lock.release();
        }
    }

    /** Marks a request for cancellation (MPI-1.1 §3.8); it still has to be completed. */
    public void cancel(Request request) {
        lock.acquire();
        try {
            if (request instanceof ReceiveRequest) {
                cancel((ReceiveRequest) request);
            } else {
                cancel((SendRequest) request);
            }
            progressAsCaller();
        } finally {
            lock.release();
        }
    }

    /**
     * Tries to take back a message of a send that was done as soon as it was started; answers a
     * request that tells the outcome once it is done, to be released like any other.
     *
     * @param sequence as {@link Departure#left} told it
     */
    public SendRequest recall(Context context, int dest, int sequence) {
        lock.acquire();
        try {
            SendRequest send = pool.send();
            send.asLeft(context, peer(context.worldRank(dest)), sequence);
            cancel(send);
            progressAsCaller();
            return send;
        } finally {
            lock.release();
        }
    }

    /** What these ranks have in common besides messages, or null when that is nothing. */
    public SharedMemory sharedMemory(int[] worldRanks) {
        for (Transport transport : transports) {
            if (transport instanceof SharedMemory shared && reachesAll(transport, worldRanks)) {
                return shared;
            }
        }
        return null;
    }

    private static boolean reachesAll(Transport transport, int[] worldRanks) {
        for (int worldRank : worldRanks) {
            if (!transport.reaches(worldRank)) {
                return false;
            }
        }
        return true;
    }

    /** Makes a waiting thread look again at what it waits for. Any thread. */
    public void nudge() {
        waiting.wakeSleeper();
    }

    /**
     * Begins to take in what others send. Nothing may come in before an image has been revived, or
     * it would not meet its receive.
     */
    public void begin() {
        agent.start();
    }

    /**
     * Waits until everything that was started has left this rank: queues are empty and the media
     * have it.
     */
    public void drain() {
        lock.acquire();
        try {
            leaving = true;
            awaitLocked(new Drained());
        } finally {
            lock.release();
        }
    }

    /**
     * Refuses to leave while another thread is in a call that waits: what it waits for can no longer
     * come (MPI-2 §8.7: a rank leaves when all its calls have returned).
     */
    public void checkAlone() {
        lock.acquire();
        try {
            if (waiting.hasSleepers()) {
                throw new MpiFailure(
                        ERR_OTHER,
                        waiting.nameOfSleeper() + " still waits in an MPI call: all calls of all threads must have"
                                + " returned before");
            }
        } finally {
            lock.release();
        }
    }

    /** Closes transports; what has not been drained is lost, and so is what other threads wait for. */
    @Override
    public void close() {
        lock.acquire();
        leaving = true;
        lock.release();
        agent.close();
        endOtherCalls();
        lock.acquire();
        try (waiting) {
            for (Transport transport : transports) {
                transport.close();
            }
        } finally {
            lock.release();
        }
    }

    /** Whether a call has failed since this rank has left while it waited. Any thread. */
    public boolean isOfLeaving(MpiFailure failure) {
        return failure == ofLeaving;
    }

    private void endOtherCalls() {
        if (broken == null) {
            ofLeaving = new MpiFailure(
                    ERR_OTHER, "MPI_Finalize was called while this call waited: it can no longer come to an end");
            broken = ofLeaving;
        }
        boolean others = true;
        while (others) {
            waiting.wakeAll();
            lock.acquire();
            others = waiting.hasSleepers();
            lock.release();
            if (others) {
                LockSupport.parkNanos(this, CLOSING_NS);
            }
        }
    }
}
