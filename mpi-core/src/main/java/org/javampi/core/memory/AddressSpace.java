package org.javampi.core.memory;

import java.io.InvalidObjectException;
import java.io.ObjectInputStream;
import java.io.Serializable;
import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.nio.Buffer;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.javampi.Location;
import org.javampi.MPI;
import org.javampi.core.failure.MpiFailure;
import org.javampi.core.spi.transport.Region;

/**
 * A rank's virtual addresses: MPI_Address gives an array or ByteBuffer a range of its own, and
 * MPI_BOTTOM resolves addresses back (MPI-1.1 §3.12.2). Ranges are disjoint with wide gaps, so that
 * an address that has left its buffer is in no other one. A buffer that the program has dropped is
 * forgotten: its addresses become wild. Thread-safe.
 */
public final class AddressSpace implements Serializable {
    private static final long serialVersionUID = 1L;

    static final Memory MEMORY = new Resolving();

    private static final long FIRST = 1L << 32;
    private static final long GAP = 1L << 20;

    private final transient TreeMap<Long, Range> ranges = new TreeMap<>();

    /** The range of each buffer: many programs ask for the address of every row of a matrix. */
    private final transient Map<Owner, Range> owned = new HashMap<>();

    private final transient ReferenceQueue<Object> dropped = new ReferenceQueue<>();
    private transient long next = FIRST;

    /** An empty address space. */
    public AddressSpace() {}

    /** The one that was found last: a caller that goes through many buffers mostly takes them in turn. */
    private transient Range latest;

    private transient Range newest;

    /** The addresses of one buffer. */
    private static final class Range {
        private final long start;
        private final long byteCount;
        private final Memory memory;
        private final Owner owner;

        /** The one above it, which was made later. */
        private Range next;

        Range(long start, long byteCount, Memory memory, Owner owner) {
            this.start = start;
            this.byteCount = byteCount;
            this.memory = memory;
            this.owner = owner;
        }

        Object buffer() {
            return owner.get();
        }

        boolean has(long address, long length) {
            return address >= start && address - start + length <= byteCount && owner.get() != null;
        }
    }

    /** A buffer that the program may drop; equal to those of the same buffer. */
    private static final class Owner extends WeakReference<Object> {
        private final int hash;

        Owner(Object buffer, ReferenceQueue<Object> dropped) {
            super(buffer, dropped);
            hash = System.identityHashCode(buffer);
        }

        @Override
        public int hashCode() {
            return hash;
        }

        @Override
        public boolean equals(Object other) {
            if (this == other) {
                return true;
            }
            Object buffer = get();
            return buffer != null && other instanceof Owner owner && owner.get() == buffer;
        }
    }

    /** The address of a buffer, or of a place inside it. */
    public long addressOf(Object location) {
        Object base = location instanceof Location ? ((Location) location).base() : location;
        int index = location instanceof Location ? ((Location) location).index() : 0;
        Memory memory = Memory.of(base);
        if (memory == null || base instanceof AddressSpace) {
            throw new MpiFailure(
                    MPI.MPI_ERR_ARG,
                    "location is "
                            + (base == null ? "null" : "a " + base.getClass().getTypeName())
                            + ": only primitive arrays and buffers of java.nio have addresses");
        }
        int position = base instanceof Buffer ? ((Buffer) base).position() : 0;
        return start(base, memory) + ((long) position + index) * memory.elementBytes();
    }

    private synchronized long start(Object base, Memory memory) {
        Range known = owned.get(new Owner(base, null));
        if (known != null) {
            return known.start;
        }
        forgetDropped();
        long start = next;
        long byteCount = lengthOf(base, memory);
        add(start, byteCount, memory, base);
        next = (start + byteCount + GAP + GAP - 1) / GAP * GAP;
        return start;
    }

    /** A ByteBuffer's addresses go up to its capacity: its limit may have changed when they are used. */
    private static long lengthOf(Object base, Memory memory) {
        return base instanceof ByteBuffer ? ((ByteBuffer) base).capacity() : memory.byteLength(base);
    }

    /** Above all others. */
    private void add(long start, long byteCount, Memory memory, Object base) {
        Range range = new Range(start, byteCount, memory, new Owner(base, dropped));
        ranges.put(start, range);
        owned.put(range.owner, range);
        if (newest != null) {
            newest.next = range;
        }
        newest = range;
    }

    private void forgetDropped() {
        for (Object owner = dropped.poll(); owner != null; owner = dropped.poll()) {
            Range range = owned.remove(owner);
            if (range != null) {
                forget(range);
            }
        }
    }

    private void forget(Range range) {
        ranges.remove(range.start);
        Map.Entry<Long, Range> below = ranges.lowerEntry(range.start);
        if (below != null) {
            below.getValue().next = range.next;
        }
        newest = newest == range ? (below == null ? null : below.getValue()) : newest;
        latest = latest == range ? null : latest;
    }

    private synchronized Range resolve(long address, long length) {
        Range range = latest;
        if (range != null && !range.has(address, length)) {
            range = range.next;
        }
        if (range == null || !range.has(address, length)) {
            Map.Entry<Long, Range> entry = ranges.floorEntry(address);
            range = entry == null ? null : entry.getValue();
        }
        if (range == null || !range.has(address, length)) {
            throw wild(address, length);
        }
        latest = range;
        return range;
    }

    private static MpiFailure wild(long address, long length) {
        return new MpiFailure(
                MPI.MPI_ERR_BUFFER,
                "address "
                        + address
                        + " with "
                        + length
                        + " bytes lies in no buffer that MPI_Address knows: take addresses from"
                        + " MPI_Address and keep the buffer reachable");
    }

    /** Refuses bytes that are in no buffer, or beyond the limit that a ByteBuffer has now. */
    public void check(long address, long length) {
        Range range = resolve(address, length);
        if (address - range.start + length > range.memory.byteLength(range.buffer())) {
            throw wild(address, length);
        }
    }

    /** Whether the buffer there, which has been checked, has its bytes in the machine's order: all but ByteBuffers have. */
    public boolean isNative(long address) {
        Object buffer = resolve(address, 0).buffer();
        return !(buffer instanceof ByteBuffer) || ((ByteBuffer) buffer).order() == ByteOrder.nativeOrder();
    }

    /** Gives {@code substitute}, a buffer of the same kind and size, the addresses of another. */
    public synchronized void rebase(Object original, Object substitute) {
        Range range = owned.remove(new Owner(original, null));
        if (range != null) {
            Range moved = new Range(range.start, range.byteCount, range.memory, new Owner(substitute, dropped));
            moved.next = range.next;
            forget(range);
            ranges.put(moved.start, moved);
            owned.put(moved.owner, moved);
            Map.Entry<Long, Range> below = ranges.lowerEntry(moved.start);
            if (below != null) {
                below.getValue().next = moved;
            }
            newest = ranges.lastEntry().getValue();
        }
    }

    /** The buffers that are alive with their addresses, as they are written. */
    private record Written(long[] starts, Object[] buffers, long next) implements Serializable {
        private Object readResolve() {
            AddressSpace space = new AddressSpace();
            for (int i = 0; i < starts.length; i++) {
                Memory memory = Memory.of(buffers[i]);
                space.add(starts[i], lengthOf(buffers[i], memory), memory, buffers[i]);
            }
            space.next = next;
            return space;
        }
    }

    private synchronized Object writeReplace() {
        List<Long> starts = new ArrayList<>();
        List<Object> buffers = new ArrayList<>();
        for (Range range : ranges.values()) {
            Object buffer = range.buffer();
            if (buffer != null) {
                starts.add(range.start);
                buffers.add(buffer);
            }
        }
        return new Written(starts.stream().mapToLong(Long::longValue).toArray(), buffers.toArray(), next);
    }

    private void readObject(ObjectInputStream in) throws InvalidObjectException {
        throw new InvalidObjectException("an address space is written as its ranges");
    }

    private static final class Resolving extends Memory {
        Resolving() {
            super("MPI_BOTTOM", 1, Basics.ALL);
        }

        @Override
        public long byteLength(Object base) {
            return Long.MAX_VALUE;
        }

        @Override
        public Memory own() {
            return ArrayMemories.BYTES;
        }

        @Override
        public Object allocate(long byteCount) {
            return new byte[Math.toIntExact(byteCount)];
        }

        @Override
        public void store(Object base, long address, Region target, int index, int length) {
            Range range = ((AddressSpace) base).resolve(address, length);
            range.memory.store(range.buffer(), address - range.start, target, index, length);
        }

        @Override
        public void load(Object base, long address, Region source, int index, int length) {
            Range range = ((AddressSpace) base).resolve(address, length);
            range.memory.load(range.buffer(), address - range.start, source, index, length);
        }
    }
}
