package org.javampi.core.comm;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.javampi.MPI;
import org.javampi.Predefined;
import org.javampi.core.buffer.Block;
import org.javampi.core.datatype.Datatype;
import org.javampi.core.datatype.Datatypes;
import org.javampi.core.engine.Context;
import org.javampi.core.engine.Engine;
import org.javampi.core.engine.ReceiveRequest;
import org.javampi.core.engine.Request;
import org.javampi.core.engine.SendRequest.Mode;
import org.javampi.core.failure.MpiFailure;
import org.javampi.core.memory.Memory;
import org.javampi.core.reduce.Operation;
import org.javampi.core.reduce.Workspace;
import org.javampi.core.spi.collective.Board;
import org.javampi.core.spi.collective.Channel;
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
final class CollectiveChannel implements Channel {
    private static final int STAGING = 32 * 1024;
    private static final int COLLECTIVE_SHIFT = 8;
    private static final int CALL_SHIFT = 12;
    private static final int CALLS = 0xffff;
    private static final int ALGORITHMS = 0xff;

    private final Communicator communicator;
    private final Engine engine;
    private final Context context;
    private final Workspace workspace = new Workspace();
    private final Block nothing = new Block();
    private final List<Block> parts = new ArrayList<>();
    private final List<Scratch> scratches = new ArrayList<>();
    private Request[] started = new Request[16];
    private int startedCount;
    private int partsUsed;
    private int scratchesUsed;
    private int[][] numbers = new int[2][0];
    private int numbersUsed;

    /** What algorithms have borrowed; the first {@link #lentCount} are in use. */
    private final List<Object> lent = new ArrayList<>();

    private int lentCount;
    private Region staging;
    private int tag;
    private int calls;
    private long rounds;
    private long messages;
    private long bytes;
    private int hosts;
    private Channel onHost;
    private Channel betweenHosts;
    private SharedBoard board;

    /** Memory that one collective after the other borrows. */
    private static final class Scratch {
        private final Block block = new Block();
        private Object memory;
        private long byteCount;
    }

    CollectiveChannel(Communicator communicator, int callsBefore) {
        this.communicator = communicator;
        calls = callsBefore;
        engine = communicator.engine();
        context = communicator.collective();
        nothing.set(null, 0, Datatypes.of(Predefined.BYTE), false);
    }

    /** Takes back what the last collective has borrowed. */
    void begin(Collective collective, int algorithm) {
        partsUsed = 0;
        scratchesUsed = 0;
        numbersUsed = 0;
        lentCount = 0;
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
                            + communicator
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
                        + communicator
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
        for (int i = 0; i < partsUsed; i++) {
            parts.get(i).clear();
        }
        startedCount = 0;
    }

    @Override
    public int rank() {
        return communicator.rank();
    }

    @Override
    public int size() {
        return communicator.size();
    }

    @Override
    public int hostOf(int rank) {
        return communicator.hostOf(rank);
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
    public Block part(Block whole, long firstItem, int items) {
        Block part = borrow();
        part.part(whole, firstItem, items);
        return part;
    }

    @Override
    public Block slice(Block whole, long firstByte, long byteCount) {
        Block slice = borrow();
        slice.slice(whole, firstByte, byteCount);
        return slice;
    }

    private Block borrow() {
        if (partsUsed == parts.size()) {
            parts.add(new Block());
        }
        return parts.get(partsUsed++);
    }

    @Override
    public Block packed(long byteCount) {
        if (byteCount > Integer.MAX_VALUE - 8) {
            throw new MpiFailure(
                    MPI.MPI_ERR_OTHER,
                    "the algorithm needs "
                            + byteCount
                            + " bytes in one piece, more than a Java array has: choose one that"
                            + " does not gather pieces, such as a linear one");
        }
        Scratch scratch = nextScratch();
        Datatype type = Datatypes.of(Predefined.PACKED);
        if (byteCount == 0) {
            scratch.block.set(null, 0, type, true);
            return scratch.block;
        }
        if (!(scratch.memory instanceof ByteBuffer) || scratch.byteCount < byteCount) {
            scratch.memory = ByteBuffer.allocateDirect((int) byteCount);
            scratch.byteCount = byteCount;
        }
        scratch.block.place(scratch.memory, 0, (int) byteCount, type);
        return scratch.block;
    }

    private Scratch nextScratch() {
        if (scratchesUsed == scratches.size()) {
            scratches.add(new Scratch());
        }
        return scratches.get(scratchesUsed++);
    }

    @Override
    public int hosts() {
        if (hosts == 0) {
            Set<Integer> all = new HashSet<>();
            for (int rank = 0; rank < size(); rank++) {
                all.add(hostOf(rank));
            }
            hosts = all.size();
        }
        return hosts;
    }

    @Override
    public Channel onHost() {
        if (onHost == null) {
            int[] members = IntStream.range(0, size())
                    .filter(r -> hostOf(r) == hostOf(rank()))
                    .toArray();
            onHost = new PartChannel(this, members, 1);
        }
        return onHost;
    }

    @Override
    public Channel betweenHosts() {
        if (onHost().rank() != 0) {
            return null;
        }
        if (betweenHosts == null) {
            Set<Integer> seen = new HashSet<>();
            int[] members =
                    IntStream.range(0, size()).filter(r -> seen.add(hostOf(r))).toArray();
            betweenHosts = new PartChannel(this, members, members.length);
        }
        return betweenHosts;
    }

    /** Whether its ranks have memory in common. */
    boolean hasBoard() {
        return size() == 1 || sharedMemory() != null;
    }

    private SharedMemory sharedMemory() {
        return engine.sharedMemory(communicator.group().worldRanks());
    }

    @Override
    public Board board() {
        if (board == null) {
            SharedMemory memory = sharedMemory();
            if (memory == null && size() > 1) {
                throw new IllegalStateException(communicator + " has no shared memory");
            }
            board = SharedBoard.open(
                    this,
                    engine,
                    memory,
                    context.id(),
                    rank(),
                    communicator.group().worldRanks());
            board.begin(tag);
        }
        return board;
    }

    /** A rank that has not taken part in everything on the board, or -1. */
    int laggard() {
        return board == null ? -1 : board.laggard();
    }

    @Override
    public Block nothing() {
        return nothing;
    }

    @Override
    public <T> T borrow(Class<T> kind, Supplier<T> maker) {
        int found = lentCount;
        while (found < lent.size() && lent.get(found).getClass() != kind) {
            found++;
        }
        if (found == lent.size()) {
            lent.add(maker.get());
        }
        Object one = lent.get(found);
        lent.set(found, lent.get(lentCount));
        lent.set(lentCount++, one);
        return kind.cast(one);
    }

    @Override
    public int[] numbers(int length) {
        int index = numbersUsed++;
        if (index == numbers.length) {
            numbers = Arrays.copyOf(numbers, 2 * index);
        }
        if (numbers[index] == null || numbers[index].length < length) {
            numbers[index] = new int[length];
        }
        return numbers[index];
    }

    @Override
    public Block scratch(Block like, int items) {
        Scratch scratch = nextScratch();
        if (like.memory() == null || items == 0) {
            scratch.block.set(null, 0, like.type(), true);
            return scratch.block;
        }
        long low = lowest(like, items);
        long bytes = highest(like, items) - low;
        if (scratch.memory == null
                || scratch.byteCount < bytes
                || Memory.of(scratch.memory) != like.memory().own()) {
            scratch.memory = like.memory().allocate(bytes);
            scratch.byteCount = bytes;
        }
        scratch.block.place(scratch.memory, -low, items, like.type());
        return scratch.block;
    }

    private static long lowest(Block like, int items) {
        long last = (items - 1L) * like.type().extent();
        return Math.min(0, like.type().trueLowerBound() + Math.min(0, last)) & -8;
    }

    /** Whole items, so that a function may copy what lies between its data too. */
    private static long highest(Block like, int items) {
        long last = (items - 1L) * like.type().extent();
        return Math.max(like.type().trueUpperBound(), like.type().upperBound()) + Math.max(0, last);
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
