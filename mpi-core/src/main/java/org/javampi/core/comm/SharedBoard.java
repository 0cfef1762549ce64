package org.javampi.core.comm;

import java.util.function.IntSupplier;
import org.javampi.MPI;
import org.javampi.core.buffer.Block;
import org.javampi.core.engine.Awaited;
import org.javampi.core.engine.CallLedger;
import org.javampi.core.engine.Engine;
import org.javampi.core.engine.WaitDescription;
import org.javampi.core.failure.MpiFailure;
import org.javampi.core.spi.collective.Board;
import org.javampi.core.spi.transport.NoRoomException;
import org.javampi.core.spi.transport.Region;
import org.javampi.core.spi.transport.SharedMemory;

/**
 * A communicator's board.
 *
 * <pre>
 *  rank r at r * 128:           long progress: turn * 64 + phase, written by r alone
 *            + 8, + 16:         long mark of the call and its length, of even turns and odd
 *            + 24, + 32:        long number told, likewise
 *            + 40, + 48:        first 8 bytes of r's slot, likewise: short data come with the progress
 *            + 72, + 80:        long where in its area the rest of r's slot begins, likewise
 *  64:                          int what the first rank that has looked for room for long data has found: 1 for
 *                               all areas, 2 for one slot in each, 3 for none
 *  68:                          int 1 where there are cores for all ranks, 2 where there are not
 *  192:                         int the same of data of up to a page: 1 or 3
 *  p * 128 + r * 2 * area:      area of r's slots in even turns
 *            + area:            area of r's slots in odd turns
 * </pre>
 *
 * Progress only grows, so that a rank which waits for less than it finds goes on. Two cache lines a
 * rank: processors fetch lines in pairs. One thread at a time.
 *
 * <p>The slot of a turn begins behind what the turn before the last has filled, as long as the area
 * lasts: where cores are far apart, writing over what another core still has in its cache costs
 * twice as much as writing where nobody has looked for long. Short data stay where they are.
 */
final class SharedBoard implements Board, Awaited {
    private static final int STRIDE = 128;
    private static final int TURN_SHIFT = 6;
    private static final int LARGEST_SLOT = 1 << 20;
    private static final int SMALLEST_SLOT = 1 << 14;
    private static final int ALL_SLOTS = 1 << 23;
    private static final int LARGEST_AREA = 1 << 21;
    private static final int SPINS = 200;
    private static final int LOOKED_OFFSET = 64;
    private static final int CORES_OFFSET = 68;
    private static final int ROOM_FOR_AREAS = 1;
    private static final int ROOM_FOR_SLOTS = 2;
    private static final int NO_ROOM = 3;
    private static final int SMALL_OFFSET = STRIDE + 64;
    private static final int PAGE = 4096;
    private static final int ENOUGH_CORES = 1;
    private static final int FEW_CORES = 2;
    private static final int PLACE_OFFSET = 72;
    private static final int LINE = 128;
    private static final int HEAD_OFFSET = 40;
    private static final int HEAD_BYTES = Long.BYTES;

    /** What fits into a page or so of each slot is written over what was there. */
    private static final int SMALL = PAGE;

    /** Left to the others of the host by boards that look for room. */
    private static final int RESERVE = 1 << 20;

    private static final Region NOWHERE = Region.allocate(0);

    private final CollectiveChannel channel;
    private final Engine engine;
    private final SharedMemory memory;

    /** Empty once the board is closed: a late caller finds an exception there. */
    private Region region;

    private final int rank;
    private final int size;
    private final int slotBytes;
    private final int areaBytes;
    private final int[] worldRanks;
    private final long contextId;

    /** Where in its area the own slot begins, in even turns and odd. */
    private final int[] places = new int[2];

    /**
     * The first bytes of this turn's slots: the own one until it is shown, another's to be read.
     */
    private final Region ownHead = Region.allocate(HEAD_BYTES);

    private final Region othersHead = Region.allocate(HEAD_BYTES);
    private boolean headWritten;

    /** What is to be told with the next show. */
    private long toTell;

    private boolean telling;

    /** How much of it the last of these turns has filled. */
    private final int[] filled = new int[2];

    /** Progress of each rank as last seen. */
    private final long[] seen;

    private final int patience;

    /** How many bytes a rank may show in a turn: there is room for them. */
    private long served = HEAD_BYTES;

    /** How much of the area slots move through: all of it where there is memory for that. */
    private int usedBytes;

    private final boolean crowded;

    private long turn;
    private boolean clear;

    /** What {@link #isOver} looks for. */
    private int wantedOffset;

    private long wantedProgress;

    private SharedBoard(
            CollectiveChannel channel,
            Engine engine,
            SharedMemory memory,
            Region region,
            long contextId,
            int rank,
            int[] worldRanks) {
        this.contextId = contextId;
        this.channel = channel;
        this.engine = engine;
        this.memory = memory;
        this.region = region;
        this.rank = rank;
        this.worldRanks = worldRanks;
        size = worldRanks.length;
        slotBytes = slotBytes(size);
        areaBytes = areaBytes(size);
        usedBytes = slotBytes;
        seen = new long[size];
        patience = engine.hasCoresToSpare() ? SPINS : 0;
        // Processes may be bound to different numbers of cores: the first one's word counts.
        region.compareAndSetInt(CORES_OFFSET, 0, engine.hasCoresToSpare() ? ENOUGH_CORES : FEW_CORES);
        crowded = region.getIntAcquire(CORES_OFFSET) == FEW_CORES;
    }

    /**
     * The board named {@code id} of these ranks, this one at position {@code rank}; null, at all of
     * them, where there is no room for it.
     */
    static SharedBoard open(
            CollectiveChannel channel, Engine engine, SharedMemory memory, long id, int rank, int[] worldRanks) {
        int size = worldRanks.length;
        int bytes = size * STRIDE + 2 * size * areaBytes(size);
        // Alone, there is nobody to share with; and each rank's MPI_COMM_SELF has the same name.
        Region region = size == 1 ? Region.allocate(bytes) : memory.share(id, size, bytes, size * STRIDE);
        return region == null ? null : new SharedBoard(channel, engine, memory, region, id, rank, worldRanks);
    }

    private static int slotBytes(int size) {
        if (size == 1) {
            return SMALLEST_SLOT;
        }
        int share = Integer.highestOneBit(Math.max(1, ALL_SLOTS / size));
        return Math.max(SMALLEST_SLOT, Math.min(LARGEST_SLOT, share));
    }

    private static int areaBytes(int size) {
        if (size == 1) {
            return SMALLEST_SLOT;
        }
        int share = Integer.highestOneBit(Math.max(1, ALL_SLOTS / size));
        return Math.max(slotBytes(size), Math.min(LARGEST_AREA, share));
    }

    /** The next turns belong to another collective. */
    void begin() {
        headWritten = false;
        telling = false;
    }

    @Override
    public int slotBytes() {
        return slotBytes;
    }

    @Override
    public boolean isCrowded() {
        return crowded;
    }

    @Override
    public void turn() {
        turn++;
        clear = false;
    }

    @Override
    public void write(Block data, long position, int offset, int length) {
        clear();
        if (offset + length > served && !serves(offset + length)) {
            throw new MpiFailure(
                    MPI.MPI_ERR_OTHER,
                    "there is no room in shared memory for " + (offset + length)
                            + " bytes of each rank of " + channel
                            + ": make it larger (docker run --shm-size=256m), or use --transport tcp");
        }
        channel.countBoard(0, length, 0);
        filled[half()] = Math.max(filled[half()], offset + length);
        int inHead = inHead(offset, length);
        if (inHead > 0) {
            data.pack(position, ownHead, offset, inHead);
            headWritten = true;
        }
        if (length > inHead) {
            data.pack(position + inHead, region, slot(rank) + offset + inHead, length - inHead);
        }
    }

    /**
     * Whether there is room for what each rank may show in a turn of a call that moves {@code bytes}; the
     * same answer at all ranks, what the first has found.
     */
    boolean serves(long bytes) {
        if (bytes > served && size == 1) {
            served = Long.MAX_VALUE;
        }
        if (bytes > served && served < SMALL && found(SMALL_OFFSET, this::smallRoom) != NO_ROOM) {
            served = SMALL;
        }
        if (bytes > served && served == SMALL && found(LOOKED_OFFSET, this::longRoom) != NO_ROOM) {
            // The rank that has looked has begun to use the memory since.
            usedBytes = region.getIntAcquire(LOOKED_OFFSET) == ROOM_FOR_AREAS ? areaBytes : slotBytes;
            served = Long.MAX_VALUE;
        }
        return bytes <= served;
    }

    /** What the first to look has found. */
    private int found(int offset, IntSupplier look) {
        if (region.getIntAcquire(offset) == 0) {
            region.compareAndSetInt(offset, 0, look.getAsInt());
        }
        return region.getIntAcquire(offset);
    }

    private int smallRoom() {
        return hasRoom(2 * PAGE) ? ROOM_FOR_AREAS : NO_ROOM;
    }

    private int longRoom() {
        return hasRoom(areaBytes) ? ROOM_FOR_AREAS : hasRoom(slotBytes) ? ROOM_FOR_SLOTS : NO_ROOM;
    }

    /** For so many bytes in both halves of each rank. */
    private boolean hasRoom(int bytesEach) {
        try {
            memory.expect(2 * size * bytesEach + RESERVE);
            return true;
        } catch (NoRoomException e) {
            return false;
        }
    }

    /**
     * Waits until everybody has read what was shown two turns ago, whose place will be used again.
     */
    private void clear() {
        if (!clear) {
            long read = (turn - 2 << TURN_SHIFT) + DONE;
            for (int reader = 0; reader < size; reader++) {
                awaitProgress(reader, read);
            }
            clear = true;
            if (filled[half()] > SMALL) {
                move();
            }
        }
    }

    /** The slot of this turn begins behind what is in that of two turns ago. */
    private void move() {
        int next = places[half()] + (filled[half()] + LINE - 1) / LINE * LINE;
        places[half()] = next + slotBytes <= usedBytes ? next : 0;
        filled[half()] = 0;
        region.putLong(placeOffset(rank), places[half()]);
    }

    private int placeOffset(int owner) {
        return owner * STRIDE + PLACE_OFFSET + half() * Long.BYTES;
    }

    private int half() {
        return (int) turn & 1;
    }

    @Override
    public void show(int phase) {
        channel.countBoard(1, 0, 0);
        // All of the line that others look at is written at once: they take it away in between.
        if (headWritten) {
            region.putLong(headOffset(rank), ownHead.getLong(0));
            headWritten = false;
        }
        if (telling) {
            region.putLong(toldOffset(rank), toTell);
            telling = false;
        }
        region.putLongRelease(tagOffset(rank), channel.ownMark());
        // Pairs with the acquire in isOver: the slot is written before, the tag too.
        region.putLongRelease(rank * STRIDE, (turn << TURN_SHIFT) + phase);
        for (int peer = 0; peer < size; peer++) {
            if (peer != rank) {
                memory.wake(worldRanks[peer]);
            }
        }
    }

    @Override
    public void await(int shower, int phase) {
        channel.countBoard(0, 0, shower == rank ? 0 : 1);
        awaitProgress(shower, (turn << TURN_SHIFT) + phase);
        // Read before the progress: a tag of two turns on is written after the progress of one.
        long theirs = region.getLongAcquire(tagOffset(shower));
        if (theirs != channel.mark()) {
            compare(theirs, shower);
        }
    }

    private void compare(long theirs, int shower) {
        boolean ofThisTurn = region.getLongAcquire(shower * STRIDE) >> TURN_SHIFT == turn;
        if (ofThisTurn || CallLedger.ahead((int) theirs, (int) channel.mark()) == 0) {
            channel.onOtherMark((int) theirs, (int) (theirs >>> Integer.SIZE), shower);
        }
    }

    private int tagOffset(int shower) {
        return shower * STRIDE + Long.BYTES + half() * Long.BYTES;
    }

    @Override
    public void tell(long number) {
        clear();
        toTell = number;
        telling = true;
    }

    @Override
    public long told(int teller) {
        return region.getLong(toldOffset(teller));
    }

    private int toldOffset(int teller) {
        return teller * STRIDE + 3 * Long.BYTES + half() * Long.BYTES;
    }

    private void awaitProgress(int shower, long progress) {
        if (shower == rank || seen[shower] >= progress) {
            return;
        }
        wantedOffset = shower * STRIDE;
        wantedProgress = progress;
        for (int spin = 0; spin < patience && !isOver(); spin++) {
            Thread.onSpinWait();
        }
        if (!isOver()) {
            engine.await(this);
        }
        seen[shower] = region.getLongAcquire(wantedOffset);
        if (seen[shower] < progress) {
            channel.checkTrouble();
        }
    }

    @Override
    public boolean isOver() {
        return region.getLongAcquire(wantedOffset) >= wantedProgress || channel.hasTrouble();
    }

    @Override
    public boolean isUntold() {
        return true;
    }

    @Override
    public void describe(WaitDescription description) {
        description.addStep(contextId, worldRanks[wantedOffset / STRIDE]);
    }

    @Override
    public void setWaiter(Thread thread) {
        // The rank that shows something wakes the other; it is not known which of its threads waits.
    }

    @Override
    public void read(int shower, int offset, Block data, long position, int length) {
        int inHead = inHead(offset, length);
        if (inHead > 0) {
            data.unpack(position, head(shower), offset, inHead);
        }
        if (length > inHead) {
            data.unpack(position + inHead, region, slot(shower) + offset + inHead, length - inHead);
        }
    }

    /** How many of these bytes of a slot lie in its head. */
    private static int inHead(int offset, int length) {
        return Math.max(0, Math.min(HEAD_BYTES - offset, length));
    }

    private Region head(int owner) {
        if (owner == rank) {
            return ownHead;
        }
        othersHead.putLong(0, region.getLong(headOffset(owner)));
        return othersHead;
    }

    private int headOffset(int owner) {
        return owner * STRIDE + HEAD_OFFSET + half() * HEAD_BYTES;
    }

    private int slot(int owner) {
        int place = owner == rank ? places[half()] : (int) region.getLong(placeOffset(owner));
        return size * STRIDE + (2 * owner + half()) * areaBytes + place;
    }

    /** The first rank that has not been in all turns of this one, or -1. */
    int laggard() {
        for (int other = 0; other < size; other++) {
            if (region.getLongAcquire(other * STRIDE) >> TURN_SHIFT < turn) {
                return other;
            }
        }
        return -1;
    }

    /** Gives its memory back. Nobody may be in a collective on it. */
    void close() {
        Region closed = region;
        region = NOWHERE;
        if (size > 1) {
            memory.release(closed);
        }
    }
}
