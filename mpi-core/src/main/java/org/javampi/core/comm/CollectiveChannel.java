package org.javampi.core.comm;

import java.util.Arrays;
import org.javampi.MPI;
import org.javampi.Predefined;
import org.javampi.core.buffer.Block;
import org.javampi.core.buffer.ScratchMemory;
import org.javampi.core.engine.Context;
import org.javampi.core.engine.Engine;
import org.javampi.core.engine.ReceiveRequest;
import org.javampi.core.engine.Request;
import org.javampi.core.engine.SendRequest.Mode;
import org.javampi.core.failure.MpiFailure;
import org.javampi.core.reduce.Operation;
import org.javampi.core.reduce.Workspace;
import org.javampi.core.spi.collective.Board;
import org.javampi.core.spi.collective.Collective;
import org.javampi.core.spi.transport.Region;
import org.javampi.core.spi.transport.SharedMemory;

/**
 * A communicator's collective context as algorithms see it, over the engine.
 *
 * <p>Each message carries as its tag which collective it belongs to:
 *
 * <pre>
 *   27            12 11          8 7           0
 *   | count of calls | collective | algorithm  |
 * </pre>
 *
 * so that ranks which call different collectives, or in different order, find out instead of taking
 * each other's data for their own.
 */
final class CollectiveChannel extends CommunicatorChannel {
    private static final int STAGING = 32 * 1024;
    private static final int COLLECTIVE_SHIFT = 8;
    private static final int CALL_SHIFT = 12;
    private static final int CALLS = 0xffff;
    private static final int ALGORITHMS = 0xff;

    private final Engine engine;
    private final Context context;
    private final Workspace workspace = new Workspace();
    private final ScratchMemory scratches = new ScratchMemory();
    private Request[] started = new Request[16];
    private int startedCount;
    private Region staging;
    private int tag;

    /** Of the last call; {@link LastCall#NO_ROOT} where there is none. */
    private int root;

    private int calls;
    private long rounds;
    private long messages;
    private long bytes;
    private SharedBoard board;

    /** There was no room for a board, or it is closed. */
    private boolean boardless;

    /** As many bytes of each rank have had room on the board. Alone, nothing is ever shown. */
    private long served;

    CollectiveChannel(Communicator communicator, int callsBefore) {
        super(communicator);
        calls = callsBefore;
        engine = communicator.engine();
        context = communicator.collective();
        served = communicator.size() == 1 ? Long.MAX_VALUE : -1;
    }

    /** Takes back what the last collective has borrowed. */
    void begin(Collective collective, int algorithm, int callRoot) {
        root = callRoot;
        takeBack();
        scratches.reclaim();
        calls++;
        tag = (calls & CALLS) << CALL_SHIFT | collective.ordinal() << COLLECTIVE_SHIFT | algorithm & ALGORITHMS;
        rounds = 0;
        messages = 0;
        bytes = 0;
        if (board != null) {
            board.begin(tag);
        }
    }

    /** Collectives that have been called on this communicator. */
    int calls() {
        return calls;
    }

    /** The last call, or null before the first; for people. */
    LastCall lastCall() {
        return calls == 0 ? null : new LastCall(calls, Collective.values()[tag >> COLLECTIVE_SHIFT & 0xf], root);
    }

    /** How often this call has waited for messages. */
    long rounds() {
        return rounds;
    }

    /** Messages that this call has sent. */
    long messages() {
        return messages;
    }

    /** Bytes that this call has sent. */
    long bytes() {
        return bytes;
    }

    void check(int received, int source) {
        if (received != tag) {
            throw new MpiFailure(
                    MPI.MPI_ERR_OTHER,
                    "the ranks of "
                            + communicator()
                            + " do not call the same collectives: this rank is in "
                            + describe(tag)
                            + ", rank "
                            + source
                            + " in "
                            + describe(received)
                            + "; all must make the same calls in the same order, with equal sizes"
                            + " and rules");
        }
    }

    /** The failure of ranks whose calls are the same, but not what they say in them. */
    MpiFailure disagreement(int other) {
        return new MpiFailure(
                MPI.MPI_ERR_OTHER,
                "the ranks of "
                        + communicator()
                        + " do not call the same collectives: this rank and rank "
                        + other
                        + " have named different roots in this call or one before it");
    }

    private static String describe(int tag) {
        return Collective.values()[(tag >> COLLECTIVE_SHIFT) & 0xf].function()
                + " (call "
                + (tag >> CALL_SHIFT & CALLS)
                + ", algorithm "
                + (tag & ALGORITHMS)
                + ")";
    }

    /** A rank has shown bytes on the board, or has waited for another to do so. */
    void countBoard(int shows, long shown, int waits) {
        messages += shows;
        bytes += shown;
        rounds += waits;
    }

    private void count(Block data) {
        messages++;
        bytes += data.byteCount();
    }

    /** Drops references to the program's buffers. */
    void end() {
        clearParts();
        startedCount = 0;
    }

    @Override
    public void send(Block data, int dest) {
        count(data);
        engine.send(context, dest, tag, data, Mode.STANDARD);
    }

    @Override
    public void receive(Block data, int source) {
        rounds++;
        check(engine.receive(context, source, tag, data), source);
    }

    @Override
    public void exchange(Block out, int dest, Block in, int source) {
        rounds++;
        count(out);
        check(engine.exchange(context, dest, tag, out, source, Predefined.ANY_TAG, in), source);
    }

    @Override
    public void startSend(Block data, int dest) {
        count(data);
        remember(engine.startSend(context, dest, tag, data));
    }

    @Override
    public void startReceive(Block data, int source) {
        remember(engine.startReceive(context, source, data));
    }

    private void remember(Request request) {
        if (startedCount == started.length) {
            started = Arrays.copyOf(started, startedCount * 2);
        }
        started[startedCount++] = request;
    }

    @Override
    public void completeAll() {
        rounds++;
        MpiFailure failure = null;
        for (int i = 0; i < startedCount; i++) {
            Request request = started[i];
            engine.await(request);
            try {
                if (request instanceof ReceiveRequest) {
                    check((ReceiveRequest) request);
                }
            } catch (MpiFailure found) {
                // The first says why; those after it may only follow from it.
                failure = failure == null ? found : failure;
            }
            engine.release(request);
            started[i] = null;
        }
        startedCount = 0;
        if (failure != null) {
            throw failure;
        }
    }

    private void check(ReceiveRequest receive) {
        check(receive.receivedTag(), receive.source());
        if (receive.failure() != null) {
            throw receive.failure();
        }
    }

    @Override
    public Block packed(long byteCount) {
        return scratches.packed(byteCount);
    }

    @Override
    public Block scratch(Block like, int items) {
        return scratches.items(like, items);
    }

    /** Whether its ranks have memory in common. */
    boolean hasBoard() {
        return size() == 1 || sharedMemory() != null;
    }

    private SharedMemory sharedMemory() {
        return engine.sharedMemory(communicator().group().worldRanks());
    }

    @Override
    public Board board() {
        if (board == null) {
            SharedMemory memory = sharedMemory();
            if (memory == null && size() > 1) {
                throw new IllegalStateException(communicator() + " has no shared memory");
            }
            board = SharedBoard.open(
                    this,
                    engine,
                    memory,
                    context.id(),
                    rank(),
                    communicator().group().worldRanks());
            if (board == null) {
                boardless = true;
                throw new MpiFailure(
                        MPI.MPI_ERR_OTHER,
                        "there is no room in shared memory for the collectives of " + communicator()
                                + ": make it larger (docker run --shm-size=256m), or choose algorithms"
                                + " without shared memory");
            }
            board.begin(tag);
        }
        return board;
    }

    /**
     * Whether the board has room for a call in which each rank shows so many bytes; the same answer at
     * all ranks. Opens the board when it is the first to ask.
     */
    boolean serves(long bytesEach) {
        return bytesEach <= served || looksWhetherServed(bytesEach);
    }

    private boolean looksWhetherServed(long bytesEach) {
        if (boardless) {
            return false;
        }
        if (board == null) {
            try {
                board();
            } catch (MpiFailure failure) {
                // What it says is no error here: another algorithm does without.
                if (boardless) {
                    return false;
                }
                throw failure;
            }
        }
        boolean serves = board.serves(bytesEach);
        served = serves ? Math.max(served, bytesEach) : served;
        return serves;
    }

    /** Whether its ranks outnumber the cores, as the first on the board has found; false without a board. */
    boolean isCrowded() {
        return size() == 1 ? !engine.hasCoresToSpare() : serves(0) && board.isCrowded();
    }

    /** Gives the board's memory back, when all have read what lies there. */
    void closeBoard() {
        if (board != null) {
            board.close();
            board = null;
            boardless = true;
        }
    }

    /** A rank that has not taken part in everything on the board, or -1. */
    int laggard() {
        return board == null ? -1 : board.laggard();
    }

    @Override
    public void copy(Block from, Block to) {
        long bytes = Math.min(from.byteCount(), to.byteCount());
        if (bytes == 0 || from.tryCopyTo(to, bytes)) {
            return;
        }
        if (staging == null) {
            staging = Region.allocate(STAGING);
        }
        for (long position = 0; position < bytes; position += STAGING) {
            int length = (int) Math.min(STAGING, bytes - position);
            from.pack(position, staging, 0, length);
            to.unpack(position, staging, 0, length);
        }
    }

    @Override
    public void combine(Block in, Block inout, Operation operation) {
        if (inout.count() > 0) {
            operation.apply(in, inout, workspace);
        }
    }
}
