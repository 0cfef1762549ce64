package org.javampi.core.buffer;

import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.Serializable;
import java.nio.Buffer;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.javampi.GrowingBuffer;
import org.javampi.Location;
import org.javampi.MPI;
import org.javampi.Predefined;
import org.javampi.core.datatype.Datatype;
import org.javampi.core.datatype.DatatypeFactory;
import org.javampi.core.datatype.Datatypes;
import org.javampi.core.datatype.Plan;
import org.javampi.core.failure.MpiFailure;
import org.javampi.core.image.ImageInput;
import org.javampi.core.memory.AddressSpace;
import org.javampi.core.memory.Memory;
import org.javampi.core.spi.transport.Region;

/**
 * The data of one transfer: {@code count} items of a datatype in some Java buffer. Mutable so that
 * requests and communicators can keep one and refill it without garbage; owned by its holder.
 */
public final class Block implements Serializable {
    private static final long serialVersionUID = 1L;

    /** Bytes that are copied at a time where one copy cannot do it. */
    private static final int STAGING = 32 * 1024;

    private transient Memory memory;

    @SuppressWarnings("serial") // an array, a ByteBuffer or an AddressSpace: all can be written
    private Object base;

    private long origin;
    private int count;
    private Datatype type;

    /** Packed bytes that are left out at the front, and those that are in: all, but for a slice. */
    private long skipped;

    private long byteCount;

    /** An empty block. */
    public Block() {}

    /**
     * Describes a program's buffer, which is checked whole: its kind against the type, and every
     * byte that the transfer can touch against its bounds.
     *
     * @param buffer an array, a ByteBuffer, a {@link Location}, an {@link AddressSpace} for
     *     MPI_BOTTOM, or null when there is no data
     * @param itemCount items, 0 or more; beyond 2^31 - 1 they are described as one item of a type of so many
     * @throws MpiFailure MPI_ERR_COUNT, MPI_ERR_TYPE or MPI_ERR_BUFFER; the block is empty then
     */
    public void set(Object buffer, long itemCount, Datatype itemType, boolean forReceive) {
        set(buffer, itemCount, itemType, forReceive, 0L);
    }

    /** As above, {@code byteOffset} bytes behind where the buffer begins. */
    public void set(Object buffer, long itemCount, Datatype itemType, boolean forReceive, long byteOffset) {
        set(buffer, itemCount, itemType, forReceive, byteOffset, true);
    }

    /** As {@link #set} for a receive, of one that has begun or ended: what has come into a {@link GrowingBuffer} stays there. */
    public void setReceived(Object buffer, long itemCount, Datatype itemType, long byteOffset) {
        set(buffer, itemCount, itemType, true, byteOffset, false);
    }

    private void set(
            Object buffer, long itemCount, Datatype itemType, boolean forReceive, long byteOffset, boolean begins) {
        if (itemCount > Integer.MAX_VALUE) {
            checkByteCount(itemCount, itemType);
            // Items are counted by an int from here on: one item that has them all.
            set(buffer, 1, DatatypeFactory.contiguous(itemCount, itemType), forReceive, byteOffset, begins);
            return;
        }
        set(buffer, (int) itemCount, itemType, forReceive, byteOffset, begins);
    }

    private void set(
            Object buffer, int itemCount, Datatype itemType, boolean forReceive, long byteOffset, boolean begins) {
        clear();
        if (itemCount < 0) {
            throw new MpiFailure(MPI.MPI_ERR_COUNT, "count " + itemCount + " is negative (allowed 0 and more)");
        }
        Object found = buffer;
        long index = 0;
        if (buffer instanceof Location) {
            found = ((Location) buffer).base();
            index = ((Location) buffer).index();
        }
        if (itemCount == 0 || itemType.size() == 0) {
            checkIsBuffer(found, itemCount, itemType);
            type = itemType;
            count = itemCount;
            return;
        }
        Memory kind = Memory.of(found);
        if (kind == null) {
            throw notABuffer(found, itemCount, itemType);
        }
        checkKind(kind, itemType);
        long start = index * kind.elementBytes() + byteOffset;
        if (found instanceof Buffer) {
            checkOrder((Buffer) found, itemType);
            start += startOf((Buffer) found, forReceive) * (long) kind.elementBytes();
        } else if (begins && found instanceof GrowingBuffer) {
            prepare((GrowingBuffer) found, forReceive ? start + itemCount * itemType.size() : 0);
        }
        checkBounds(kind, found, start, itemCount, itemType);
        memory = kind;
        base = found;
        origin = start;
        count = itemCount;
        type = itemType;
        byteCount = itemCount * itemType.size();
    }

    private static void prepare(GrowingBuffer buffer, long room) {
        if (room > 0) {
            buffer.admit(room);
        } else {
            buffer.confine();
        }
    }

    /** Packed bytes that are there already: all, but for a {@link GrowingBuffer} that more might come into. */
    public long presentBytes() {
        return base instanceof GrowingBuffer buffer
                ? Math.max(0, Math.min(byteCount, buffer.size() - origin - skipped))
                : byteCount;
    }

    /**
     * Describes the start of a buffer of which parts will be used, each checked by {@link
     * #checkPart}.
     */
    public void span(Object buffer, Datatype itemType, boolean forReceive) {
        clear();
        Object found = buffer instanceof Location ? ((Location) buffer).base() : buffer;
        long index = buffer instanceof Location ? ((Location) buffer).index() : 0;
        type = itemType;
        memory = Memory.of(found);
        base = found;
        if (memory == null) {
            if (found != null) {
                throw notABuffer(found, 0, itemType);
            }
            return;
        }
        checkKind(memory, itemType);
        origin = index * memory.elementBytes();
        if (found instanceof Buffer) {
            origin += startOf((Buffer) found, forReceive) * (long) memory.elementBytes();
        }
    }

    /** Refuses a part of a spanned buffer that is not all inside it. */
    public void checkPart(long firstItem, int items) {
        if (items == 0 || type.size() == 0) {
            return;
        }
        if (memory == null) {
            throw notABuffer(base, items, type);
        }
        if (base instanceof ByteBuffer) {
            checkOrder((ByteBuffer) base, type);
        }
        checkBounds(memory, base, origin + firstItem * type.extent(), items, type);
    }

    /** Refuses what is no buffer where data go to no rank and come from none: null, and one of any size, will do. */
    public static void checkIsBuffer(Object buffer, long count, Datatype itemType) {
        Object found = buffer instanceof Location location ? location.base() : buffer;
        if (found != null && Memory.of(found) == null) {
            throw notABuffer(found, count, itemType);
        }
    }

    private static void checkKind(Memory kind, Datatype itemType) {
        if (!kind.accepts(itemType.basics())) {
            throw new MpiFailure(
                    MPI.MPI_ERR_TYPE, "datatype " + itemType + " does not fit " + kind.name() + remedy(kind, itemType));
        }
    }

    /** What to pass instead; for texts, which C programs send as MPI_CHAR, both ways that Java has. */
    private static String remedy(Memory kind, Datatype itemType) {
        boolean text = kind.name().equals("char[]") && itemType.handle() == Predefined.CHAR;
        return text
                ? ": MPI_CHAR is C's char of 1 byte; use MPI_WCHAR with char[], or MPI_CHAR with string.getBytes()"
                : ": use a datatype of its element type, or a byte[] or ByteBuffer";
    }

    /** A typed buffer moves values, whatever order it has underneath. */
    private static void checkOrder(Buffer buffer, Datatype itemType) {
        if (buffer instanceof ByteBuffer
                && itemType.isOrdered()
                && ((ByteBuffer) buffer).order() != ByteOrder.nativeOrder()) {
            throw wrongOrder(itemType);
        }
    }

    private static MpiFailure wrongOrder(Datatype itemType) {
        return new MpiFailure(
                MPI.MPI_ERR_BUFFER,
                "the ByteBuffer has byte order "
                        + opposite()
                        + ", datatype "
                        + itemType
                        + " is in this machine's, "
                        + ByteOrder.nativeOrder()
                        + ": call .order(ByteOrder.nativeOrder()) on the buffer before it is filled or read,"
                        + " or move it as MPI_BYTE");
    }

    private static ByteOrder opposite() {
        return ByteOrder.nativeOrder() == ByteOrder.BIG_ENDIAN ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN;
    }

    private static int startOf(Buffer buffer, boolean forReceive) {
        if (forReceive && buffer.isReadOnly()) {
            throw new MpiFailure(MPI.MPI_ERR_BUFFER, "the ByteBuffer is read-only: nothing can be received");
        }
        return buffer.position();
    }

    private static MpiFailure notABuffer(Object found, long count, Datatype type) {
        if (found == null) {
            return new MpiFailure(
                    MPI.MPI_ERR_BUFFER, "the buffer is null although " + count + " of " + type + " are to be moved");
        }
        if (found == Predefined.IN_PLACE) {
            return new MpiFailure(
                    MPI.MPI_ERR_BUFFER,
                    "MPI_IN_PLACE is not allowed here: pass a buffer (MPI-2 §7.3.3 tells where it" + " is)");
        }
        return new MpiFailure(
                MPI.MPI_ERR_BUFFER,
                "the buffer is of type "
                        + found.getClass().getTypeName()
                        + ": pass a primitive array, a ByteBuffer, at(buffer, index) or MPI_BOTTOM");
    }

    private static void checkBounds(Memory kind, Object buffer, long start, int count, Datatype type) {
        if (buffer instanceof AddressSpace) {
            AddressSpace space = (AddressSpace) buffer;
            Plan.RunVisitor check =
                    type.isOrdered() ? (at, length) -> checkOrdered(space, at, length, type) : space::check;
            for (long item = 0; item < count; item++) {
                type.plan().visit(item * type.extent(), check);
            }
            return;
        }
        checkByteCount(count, type);
        long length = kind.byteLength(buffer);
        if (type.isDense() && start >= 0 && count * type.size() <= length - start) {
            return;
        }
        long low;
        long high;
        try {
            long last = Math.multiplyExact(count - 1L, type.extent());
            long first = Math.addExact(start, type.trueLowerBound());
            long end = Math.addExact(start, type.trueUpperBound());
            low = Math.addExact(first, Math.min(0, last));
            high = Math.addExact(end, Math.max(0, last));
        } catch (ArithmeticException e) {
            low = Long.MIN_VALUE;
            high = Long.MAX_VALUE;
        }
        if (low < 0 || high > length) {
            throw outside(kind, length, start, low, high, count, type);
        }
    }

    private static void checkByteCount(long count, Datatype type) {
        if (Math.multiplyHigh(count, type.size()) != 0 || count * type.size() < 0) {
            throw new MpiFailure(
                    MPI.MPI_ERR_COUNT, count + " items of " + type.size() + " bytes are more than 2^63 - 1 bytes");
        }
    }

    private static void checkOrdered(AddressSpace space, long address, long length, Datatype type) {
        space.check(address, length);
        if (!space.isNative(address)) {
            throw wrongOrder(type);
        }
    }

    private static MpiFailure outside(
            Memory kind, long length, long start, long low, long high, int count, Datatype type) {
        return new MpiFailure(
                MPI.MPI_ERR_BUFFER,
                count
                        + " of "
                        + type
                        + " from byte "
                        + start
                        + " reach "
                        + (high == Long.MAX_VALUE ? "beyond all" : "over bytes " + low + ".." + (high - 1))
                        + " but the "
                        + kind.name()
                        + " has bytes 0.."
                        + (length - 1)
                        + ": make the buffer larger or the count smaller");
    }

    /**
     * Describes memory of the runtime's own, without checks: displacement 0 lies at byte {@code
     * start}.
     */
    public void place(Object buffer, long start, int items, Datatype itemType) {
        memory = Memory.of(buffer);
        base = buffer;
        origin = start;
        count = items;
        type = itemType;
        skipped = 0;
        byteCount = items * itemType.size();
    }

    /**
     * Describes {@code items} items of {@code whole} from item {@code firstItem} on, without
     * checks.
     */
    public void part(Block whole, long firstItem, int items) {
        memory = whole.memory;
        base = whole.base;
        type = whole.type;
        count = items;
        origin = type == null ? 0 : whole.origin + firstItem * type.extent();
        skipped = 0;
        byteCount = type == null ? 0 : items * type.size();
    }

    /** Describes what {@code other} describes. */
    public void as(Block other) {
        memory = other.memory;
        base = other.base;
        type = other.type;
        count = other.count;
        origin = other.origin;
        skipped = other.skipped;
        byteCount = other.byteCount;
    }

    /**
     * Describes {@code length} packed bytes of {@code whole} from {@code firstByte} on, without
     * checks: something to move, not items to compute with.
     */
    public void slice(Block whole, long firstByte, long length) {
        as(whole);
        skipped = whole.skipped + firstByte;
        byteCount = length;
    }

    /**
     * Describes a packed copy of what {@code original} holds now, in memory of its own: outside the
     * heap, where frames are filled from it fastest, or in the heap when it is longer than a region
     * can be.
     *
     * @throws MpiFailure MPI_ERR_OTHER when there is no memory for it; the block is empty then
     */
    public void copyOf(Block original) {
        copyOf(original, Integer.MAX_VALUE);
    }

    /** As above, in {@code memory}, which is long enough. */
    public void copyOf(Block original, Region memory) {
        int bytes = (int) original.byteCount();
        original.pack(0, memory, 0, bytes);
        set(memory.buffer(), bytes, Datatypes.of(Predefined.PACKED), false);
    }

    /** As above, in the heap when it is longer than {@code longestRegion} bytes. */
    void copyOf(Block original, int longestRegion) {
        clear();
        long bytes = original.byteCount();
        try {
            if (bytes <= longestRegion) {
                copyToRegion(original, (int) bytes);
            } else {
                copyToHeap(original, bytes);
            }
        } catch (OutOfMemoryError e) {
            clear();
            throw noMemory(bytes);
        }
    }

    private void copyToRegion(Block original, int bytes) {
        copyOf(original, Region.allocate(bytes));
    }

    private void copyToHeap(Block original, long bytes) {
        long words = (bytes - 1) / Long.BYTES + 1;
        if (words > Integer.MAX_VALUE) {
            throw noMemory(bytes);
        }
        long[] copy = new long[(int) words];
        Memory kind = Memory.of(copy);
        Region staging = Region.allocate(STAGING);
        for (long done = 0; done < bytes; done += STAGING) {
            int length = (int) Math.min(STAGING, bytes - done);
            original.pack(done, staging, 0, length);
            kind.load(copy, done, staging, 0, length);
        }
        place(copy, 0, copy.length, Datatypes.of(Predefined.LONG));
        byteCount = bytes;
    }

    private static MpiFailure noMemory(long bytes) {
        return new MpiFailure(
                MPI.MPI_ERR_OTHER,
                "there is no memory for a copy of the "
                        + bytes
                        + " bytes to be sent: give the JVM more (-Xmx), or use MPI_Sendrecv with a"
                        + " second buffer");
    }

    /**
     * Describes the same place in {@code substitute} where it describes one in {@code original}.
     */
    public void rebase(Object original, Object substitute) {
        if (base == original) {
            base = substitute;
        }
    }

    /** Drops all references. */
    public void clear() {
        memory = null;
        base = null;
        type = null;
        count = 0;
        origin = 0;
        skipped = 0;
        byteCount = 0;
    }

    /** Items of {@link #type}. */
    public int count() {
        return count;
    }

    /** Type of each item. */
    public Datatype type() {
        return type;
    }

    /** How the buffer is reached; null when there is no data. */
    public Memory memory() {
        return memory;
    }

    /** The program's array or ByteBuffer; null when there is no data. */
    public Object base() {
        return base;
    }

    /** Byte address of displacement 0 of the first item. */
    public long origin() {
        return origin;
    }

    /** Packed size of one item. */
    public long itemBytes() {
        return type == null ? 0 : type.size();
    }

    /** Packed size: count times type size, or the length of a slice. */
    public long byteCount() {
        return byteCount;
    }

    /**
     * Copies packed bytes {@code position .. position+length-1} of this block into {@code target}.
     */
    public void pack(long position, Region target, int index, int length) {
        if (length == 0) {
            return;
        }
        if (type.isDense()) {
            memory.store(base, origin + skipped + position, target, index, length);
        } else {
            transfer(true, skipped + position, target, index, length);
        }
    }

    /** Copies {@code length} packed bytes from {@code source} to {@code position} of this block. */
    public void unpack(long position, Region source, int index, int length) {
        if (length == 0) {
            return;
        }
        if (type.isDense()) {
            memory.load(base, origin + skipped + position, source, index, length);
        } else {
            transfer(false, skipped + position, source, index, length);
        }
    }

    /**
     * Copies the first {@code length} packed bytes to {@code target} at once, if both lie in one
     * piece in arrays of one kind; they may overlap.
     *
     * @return false when they do not: nothing has been copied
     */
    public boolean tryCopyTo(Block target, long length) {
        if (memory == null
                || memory != target.memory
                || !type.isDense()
                || !target.type.isDense()
                || !base.getClass().isArray()) {
            return false;
        }
        int width = memory.elementBytes();
        long from = origin + skipped;
        long to = target.origin + target.skipped;
        if ((from | to | length) % width != 0) {
            return false;
        }
        System.arraycopy(base, (int) (from / width), target.base, (int) (to / width), (int) (length / width));
        return true;
    }

    /**
     * Whether {@code other} may have bytes in common with it: both lie in one array or buffer. Where buffers outside the
     * heap lie is not known: two of them count as apart.
     */
    public boolean mayShareMemory(Block other) {
        if (base == null || other.base == null || base instanceof AddressSpace) {
            return false;
        }
        return base == other.base || root() == other.root();
    }

    /** The array that a buffer is a view of, where there is one. */
    private Object root() {
        return base instanceof ByteBuffer buffer && buffer.hasArray() ? buffer.array() : base;
    }

    /** Where index 0 of a buffer lies in its {@link #root}. */
    private long rootOffset() {
        return base instanceof ByteBuffer buffer && buffer.hasArray() ? buffer.arrayOffset() : 0;
    }

    /** Calls {@code visitor} with the runs of bytes that it covers in what it is a view of. Not for slices. */
    void visitRuns(Plan.RunVisitor visitor) {
        long start = rootOffset() + origin;
        if (byteCount == 0) {
            return;
        }
        if (type.isDense()) {
            visitor.run(start + type.trueLowerBound(), byteCount);
            return;
        }
        for (long item = 0; item < count; item++) {
            type.plan().visit(start + item * type.extent(), visitor);
        }
    }

    private void transfer(boolean out, long position, Region region, int index, int length) {
        long size = type.size();
        long item = position / size;
        long inside = position - item * size;
        int done = 0;
        while (done < length) {
            int n = (int) Math.min(size - inside, length - done);
            long at = origin + item * type.extent();
            type.plan().transfer(out, memory, base, at, inside, region, index + done, n);
            done += n;
            inside = 0;
            item++;
        }
    }

    private void readObject(ObjectInputStream in) throws IOException, ClassNotFoundException {
        in.defaultReadObject();
        memory = Memory.of(base);
        ((ImageInput) in).collect(this);
    }
}
