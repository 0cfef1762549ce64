package org.javampi.core.comm;

import java.util.ArrayList;
import java.util.List;
import org.javampi.Predefined;
import org.javampi.core.buffer.Block;
import org.javampi.core.datatype.Datatypes;
import org.javampi.core.engine.Context;
import org.javampi.core.engine.Engine;
import org.javampi.core.engine.ReceiveRequest;
import org.javampi.core.engine.Request;
import org.javampi.core.engine.SendRequest.Mode;
import org.javampi.core.failure.MpiFailure;
import org.javampi.core.reduce.Operation;
import org.javampi.core.reduce.Workspace;
import org.javampi.core.spi.collective.Channel;
import org.javampi.core.spi.transport.Region;

/** A communicator's collective context as algorithms see it, over the engine. */
public final class CollectiveChannel implements Channel {
    private static final int TAG = 0;
    private static final int STAGING = 32 * 1024;

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
    private Region staging;

    /** Memory that one collective after the other borrows. */
    private static final class Scratch {
        private final Block block = new Block();
        private Object memory;
        private long byteCount;
    }

    CollectiveChannel(Communicator communicator) {
        this.communicator = communicator;
        engine = communicator.engine();
        context = communicator.collective();
        nothing.set(null, 0, Datatypes.of(Predefined.BYTE), false);
    }

    /** Takes back what the last collective has borrowed. */
    void begin() {
        partsUsed = 0;
        scratchesUsed = 0;
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
        engine.send(context, dest, TAG, data, Mode.STANDARD);
    }

    @Override
    public void receive(Block data, int source) {
        engine.receive(context, source, TAG, data);
    }

    @Override
    public void exchange(Block out, int dest, Block in, int source) {
        engine.exchange(context, dest, TAG, out, source, TAG, in);
    }

    @Override
    public void startSend(Block data, int dest) {
        remember(engine.startSend(context, dest, TAG, data));
    }

    @Override
    public void startReceive(Block data, int source) {
        remember(engine.startReceive(context, source, TAG, data));
    }

    private void remember(Request request) {
        if (startedCount == started.length) {
            started = java.util.Arrays.copyOf(started, startedCount * 2);
        }
        started[startedCount++] = request;
    }

    @Override
    public void completeAll() {
        MpiFailure failure = null;
        for (int i = 0; i < startedCount; i++) {
            Request request = started[i];
            engine.await(request);
            if (request instanceof ReceiveRequest && request.failure() != null) {
                failure = request.failure();
            }
            engine.release(request);
            started[i] = null;
        }
        startedCount = 0;
        if (failure != null) {
            throw failure;
        }
    }

    @Override
    public Block part(Block whole, long firstItem, int items) {
        if (partsUsed == parts.size()) {
            parts.add(new Block());
        }
        Block part = parts.get(partsUsed++);
        part.part(whole, firstItem, items);
        return part;
    }

    @Override
    public Block nothing() {
        return nothing;
    }

    @Override
    public Block scratch(Block like, int items) {
        if (scratchesUsed == scratches.size()) {
            scratches.add(new Scratch());
        }
        Scratch scratch = scratches.get(scratchesUsed++);
        if (like.memory() == null || items == 0) {
            scratch.block.set(null, 0, like.type(), true);
            return scratch.block;
        }
        long low = lowest(like, items);
        long bytes = highest(like, items) - low;
        if (scratch.memory == null
                || scratch.byteCount < bytes
                || org.javampi.core.memory.Memory.of(scratch.memory) != like.memory().own()) {
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

    private static long highest(Block like, int items) {
        long last = (items - 1L) * like.type().extent();
        return like.type().trueUpperBound() + Math.max(0, last);
    }

    @Override
    public void copy(Block from, Block to) {
        if (staging == null) {
            staging = Region.allocate(STAGING);
        }
        long bytes = Math.min(from.byteCount(), to.byteCount());
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
