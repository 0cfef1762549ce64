package org.javampi.core.comm;

import java.util.function.IntSupplier;
import org.javampi.MPI;
import org.javampi.core.buffer.Block;
import org.javampi.core.engine.Awaited;
import org.javampi.core.engine.CallMark;
import org.javampi.core.engine.Engine;
import org.javampi.core.engine.WaitDescription;
import org.javampi.core.failure.MpiFailure;
import org.javampi.core.spi.collective.Board;
import org.javampi.core.spi.transport.NoRoomException;
import org.javampi.core.spi.transport.Region;
import org.javampi.core.spi.transport.SharedMemory;

/**
 * A communicator's board: records of the ranks' last turns, and an area of each rank for data that are longer.
 *
 * <pre>
 *  0:                           int what the first rank that has looked for room for long data has found: 1 for
 *                               whole areas, 2 for one slot in each half, 3 for none
 *  4:                           int 1 where there are cores for all ranks, 2 where there are not
 *  8:                           int the same as at 0 of data of up to a page: 1 or 3
 *  64:                          {@link TurnRecords records} of rank 0, of rank 1 ...
 *  behind them:                 area of rank 0, of rank 1 ...: half of it for even turns, half for odd
 * </pre>
 *
 * A turn's record is used again a lap later. So one that only writes - the root of a broadcast, a leaf of a reduction -
 * may be a lap ahead of the slowest, who then finds many turns at once: with more ranks than cores that is one change of
 * process for a lap instead of one for each call. The progress in a record only grows, so that a rank which waits for less
 * than it finds goes on. One thread at a time.
 *
 * <p>The slot of a turn begins behind the last one in its half, as long as that lasts, and waits for those who still read
 * what lies there from before: never what the last turn has shown, of which a rank need not say that it has been read.
 * Where cores are far apart, writing over what another core still has in its cache costs twice as much as writing where
 * nobody has looked for long. Data of up to a page keep to the first pages, which stay in the caches.
 */
final class SharedBoard implements Board, Awaited {
    private static final int LARGEST_SLOT = 1 << 20;
    private static final int SMALLEST_SLOT = 1 << 14;
    private static final int ALL_SLOTS = 1 << 23;
    private static final int LARGEST_HALF = 1 << 21;
    private static final int SPINS = 200;
    private static final int LOOKED_OFFSET = 0;
    private static final int CORES_OFFSET = 4;
    private static final int SMALL_OFFSET = 8;
    private static final int ROOM_FOR_HALVES = 1;
    private static final int ROOM_FOR_SLOTS = 2;
    private static final int NO_ROOM = 3;
    private static final int ENOUGH_CORES = 1;
    private static final int FEW_CORES = 2;
    private static final int RECORDS_OFFSET = 64;
    private static final int PAGE = 4096;

    /** Slots begin at lines, which processors fetch in pairs. */
    private static final int LINE = 128;

    /** What fits into a page of each slot keeps to the first pages. */
    private static final int SMALL = PAGE;

    private static final int SMALL_PAGES = 4 * SMALL;

    /** Left to the others of the host by boards that look for room. */
    private static final int RESERVE = 1 << 20;

    private static final Region NOWHERE = Region.allocate(0);

    private final CollectiveChannel channel;
    private final Engine engine;
    private final SharedMemory memory;

    /** Empty once the board is closed: a late caller finds an exception there. */
    private Region region;

    private final TurnRecords records;
    private final int rank;
    private final int size;
    private final int lap;
    private final int areas;
    private final int slotBytes;
    private final int halfBytes;
    private final int[] worldRanks;
    private final long contextId;

    /** Where in their half the own data of the last turns begin and end, by turn modulo the lap. */
    private final int[] begins;

    private final int[] ends;

    /** Where the own slot begins, in even turns and odd: that of this turn, or the last one there. */
    private final int[] places = new int[2];

    /** Where the last data end in each half. */
    private final int[] lastEnds = new int[2];

    /** Up to here, from the place on, nothing lies in a half that has not been read. */
    private final int[] free = new int[2];

    /** Progress of each rank as last seen. */
    private final long[] seen;

    /** A turn that all others are through with, as far as is known. */
    private long read;

    private final int patience;

    /** How many bytes a rank may show in a turn: there is room for them. */
    private long served = TurnRecords.HEAD_BYTES;

    /** How much of a half slots move through. */
    private int usedBytes;

    private final boolean crowded;

    private long turn;
    private boolean clear;

    /** Whether this rank has shown something in this turn. */
    private boolean shown;

    /** What {@link #isOver} looks for. */
    private int wanted;

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
        records = new TurnRecords(region, RECORDS_OFFSET, rank, size);
        lap = TurnRecords.lap(size);
        areas = areas(size);
        slotBytes = slotBytes(size);
        halfBytes = halfBytes(size);
        usedBytes = SMALL_PAGES;
        begins = new int[lap];
        ends = new int[lap];
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
        int records = areas(size);
        int bytes = records + 2 * size * halfBytes(size);
        // Alone, there is nobody to share with; and each rank's MPI_COMM_SELF has the same name.
        Region region = size == 1 ? Region.allocate(bytes) : memory.share(id, size, bytes, records);
        return region == null ? null : new SharedBoard(channel, engine, memory, region, id, rank, worldRanks);
    }

    /** Where areas begin. */
    private static int areas(int size) {
        return (RECORDS_OFFSET + TurnRecords.bytes(size) + LINE - 1) / LINE * LINE;
    }

    private static int slotBytes(int size) {
        return Math.max(SMALLEST_SLOT, Math.min(LARGEST_SLOT, share(size)));
    }

    private static int halfBytes(int size) {
        // A slot that begins small, behind another, may become as long as any.
        return SMALL_PAGES + Math.max(slotBytes(size), Math.min(LARGEST_HALF, share(size)));
    }

    private static int share(int size) {
        return size == 1 ? SMALLEST_SLOT : Integer.highestOneBit(Math.max(1, ALL_SLOTS / size));
    }

    /** The next turns belong to another collective. */
    void begin() {
        records.forget();
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
        if (!shown && turn > 0) {
            // Writers wait until each rank has shown something, also one that had nothing to do.
            done();
        }
        turn++;
        shown = false;
        clear = false;
        begins[recent()] = 0;
        ends[recent()] = 0;
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
        int inHead = inHead(offset, length);
        if (inHead > 0) {
            data.pack(position, records.ownHead(offset + inHead), offset, inHead);
        }
        if (length > inHead) {
            int half = half();
            int end = places[half] + offset + length;
            if (end > free[half]) {
                makeFree(half, end);
            }
            begins[recent()] = places[half];
            lastEnds[half] = Math.max(lastEnds[half], end);
            ends[recent()] = lastEnds[half];
            records.setPlace(places[half]);
            data.pack(position + inHead, region, slot(rank, places[half]) + offset + inHead, length - inHead);
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
            usedBytes = region.getIntAcquire(LOOKED_OFFSET) == ROOM_FOR_HALVES ? halfBytes : slotBytes + SMALL_PAGES;
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
        return hasRoom(SMALL_PAGES) ? ROOM_FOR_HALVES : NO_ROOM;
    }

    private int longRoom() {
        return hasRoom(halfBytes) ? ROOM_FOR_HALVES : hasRoom(slotBytes + SMALL_PAGES) ? ROOM_FOR_SLOTS : NO_ROOM;
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

    /** Waits until everybody has read what the record of this turn held a lap ago, and chooses the slot's place. */
    private void clear() {
        if (clear) {
            return;
        }
        clear = true;
        if (turn - lap > read) {
            lookAhead();
            awaitReaders(turn - lap);
        }
        choosePlace(half());
    }

    /** Looks where everybody was half a lap ago: of those that were there nothing needs to be seen for as long. */
    private void lookAhead() {
        for (int reader = 0; reader < size; reader++) {
            if (reader != rank && seen[reader] < TurnRecords.progress(turn - lap + 1, 1)) {
                long theirs = records.progressOf(reader, turn - (lap >> 1));
                seen[reader] = Math.max(seen[reader], theirs);
            }
        }
    }

    /** Waits until everybody is through with a turn before the last: it has shown something of the next. */
    private void awaitReaders(long last) {
        long slowest = turn;
        for (int reader = 0; reader < size; reader++) {
            awaitProgress(reader, TurnRecords.progress(last + 1, 1));
            if (reader != rank) {
                slowest = Math.min(slowest, TurnRecords.turn(seen[reader]));
            }
        }
        read = slowest - 1;
    }

    /** The slot of this turn begins behind the last data of its half, or where that begins. */
    private void choosePlace(int half) {
        int next = (lastEnds[half] + LINE - 1) / LINE * LINE;
        boolean isSmall = lastEnds[half] - places[half] <= SMALL;
        int most = usedBytes == SMALL_PAGES ? SMALL : slotBytes;
        if (isSmall && next > SMALL_PAGES - SMALL || next + most > usedBytes) {
            next = 0;
        }
        if (next < lastEnds[half]) {
            free[half] = 0;
        }
        places[half] = next;
        lastEnds[half] = next;
    }

    /** Waits until nothing lies before {@code end} that another rank may still read. */
    private void makeFree(int half, int end) {
        int limit = usedBytes;
        for (long last = turn - 2; last > turn - lap && last > 0; last -= 2) {
            int begin = begins[(int) last & lap - 1];
            int behind = ends[(int) last & lap - 1];
            if (begin < end && behind > places[half]) {
                if (last > read) {
                    awaitReaders(last);
                }
                break;
            }
            if (begin >= end && behind > begin) {
                limit = Math.min(limit, begin);
            }
        }
        free[half] = limit;
    }

    private int half() {
        return (int) turn & 1;
    }

    /** Where this turn stands among the last ones. */
    private int recent() {
        return (int) turn & lap - 1;
    }

    @Override
    public void show(int phase) {
        channel.countBoard(1, 0, 0);
        shown = true;
        records.show(turn, phase, channel.ownMark());
        for (int peer = 0; peer < size; peer++) {
            if (peer != rank) {
                memory.wake(worldRanks[peer]);
            }
        }
    }

    @Override
    public void await(int shower, int phase) {
        channel.countBoard(0, 0, shower == rank ? 0 : 1);
        awaitProgress(shower, TurnRecords.progress(turn, phase));
        // Perhaps that of a later lap, of which compare tells.
        long theirs = records.markOf(shower, turn);
        if (theirs != channel.mark()) {
            compare(theirs, shower);
        }
    }

    private void compare(long theirs, int shower) {
        // The mark of a lap on is written when the next turn has been shown.
        boolean ofThisTurn = TurnRecords.turn(records.progressOf(shower, turn + 1)) <= turn;
        if (ofThisTurn || CallMark.ahead((int) theirs, (int) channel.mark()) == 0) {
            channel.onOtherMark((int) theirs, (int) (theirs >>> Integer.SIZE), shower);
        }
    }

    @Override
    public void tell(long number) {
        clear();
        records.tell(number);
    }

    @Override
    public long told(int teller) {
        return records.toldBy(teller, turn);
    }

    private void awaitProgress(int shower, long progress) {
        if (shower == rank || seen[shower] >= progress) {
            return;
        }
        wanted = shower;
        wantedOffset = records.offset(shower, TurnRecords.turn(progress));
        wantedProgress = progress;
        for (int spin = 0; spin < patience && !isOver(); spin++) {
            Thread.onSpinWait();
        }
        if (!isOver()) {
            engine.await(this);
        }
        seen[shower] = records.progressAt(wantedOffset);
        if (seen[shower] < progress) {
            channel.checkTrouble();
        }
    }

    @Override
    public boolean isOver() {
        return records.progressAt(wantedOffset) >= wantedProgress || channel.hasTrouble();
    }

    @Override
    public boolean isUntold() {
        return true;
    }

    @Override
    public void describe(WaitDescription description) {
        description.addStep(contextId, worldRanks[wanted]);
    }

    @Override
    public void setWaiter(Thread thread) {
        // The rank that shows something wakes the other; it is not known which of its threads waits.
    }

    @Override
    public void read(int shower, int offset, Block data, long position, int length) {
        int inHead = inHead(offset, length);
        if (inHead > 0) {
            data.unpack(position, records.headOf(shower, turn, offset + inHead), offset, inHead);
        }
        if (length > inHead) {
            int begin = shower == rank ? places[half()] : records.placeOf(shower, turn);
            data.unpack(position + inHead, region, slot(shower, begin) + offset + inHead, length - inHead);
        }
    }

    /** How many of these bytes of a slot lie in its head. */
    private static int inHead(int offset, int length) {
        return Math.max(0, Math.min(TurnRecords.HEAD_BYTES - offset, length));
    }

    private int slot(int owner, int begin) {
        return areas + (2 * owner + half()) * halfBytes + begin;
    }

    /** The first rank that has not been in all turns of this one, or -1. */
    int laggard() {
        for (int other = 0; other < size; other++) {
            if (TurnRecords.turn(records.progressOf(other, turn)) < turn) {
                return other;
            }
        }
        return -1;
    }

    /** Gives its memory back. Nobody may be in a collective on it. */
    void close() {
        Region closed = region;
        region = NOWHERE;
        records.close();
        if (size > 1) {
            memory.release(closed);
        }
    }
}
