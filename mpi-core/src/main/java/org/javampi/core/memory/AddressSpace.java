package org.javampi.core.memory;

import java.io.InvalidObjectException;
import java.io.ObjectInputStream;
import java.io.Serializable;
import java.lang.ref.WeakReference;
import java.nio.ByteBuffer;
import java.util.ArrayList;
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
    private static final int SWEEP_EVERY = 1024;

    private final transient TreeMap<Long, Range> ranges = new TreeMap<>();
    private transient long next = FIRST;
    private transient int untilSweep = SWEEP_EVERY;

    /** An empty address space. */
    public AddressSpace() {}

    private record Range(long start, long byteCount, Memory memory, WeakReference<Object> buffer) {}

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
                            + ": only primitive arrays and ByteBuffers have addresses");
        }
        int position = base instanceof ByteBuffer ? ((ByteBuffer) base).position() : 0;
        return start(base, memory) + position + (long) index * memory.elementBytes();
    }

    private synchronized long start(Object base, Memory memory) {
        for (Range range : ranges.values()) {
            if (range.buffer.get() == base) {
                return range.start;
            }
        }
        sweep();
        long start = next;
        long byteCount = memory.byteLength(base);
        ranges.put(start, new Range(start, byteCount, memory, new WeakReference<>(base)));
        next = (start + byteCount + GAP + GAP - 1) / GAP * GAP;
        return start;
    }

    private void sweep() {
        if (--untilSweep == 0) {
            untilSweep = SWEEP_EVERY;
            ranges.values().removeIf(range -> range.buffer.get() == null);
        }
    }

    private synchronized Range resolve(long address, long length) {
        Map.Entry<Long, Range> entry = ranges.floorEntry(address);
        if (entry != null) {
            Range range = entry.getValue();
            if (address - range.start + length <= range.byteCount && range.buffer.get() != null) {
                return range;
            }
        }
        throw new MpiFailure(
                MPI.MPI_ERR_BUFFER,
                "address "
                        + address
                        + " with "
                        + length
                        + " bytes lies in no buffer that MPI_Address knows: take addresses from"
                        + " MPI_Address and keep the buffer reachable");
    }

    /** Refuses bytes that are in no buffer. */
    public void check(long address, long length) {
        resolve(address, length);
    }

    /** Gives {@code substitute}, a buffer of the same kind and size, the addresses of another. */
    public synchronized void rebase(Object original, Object substitute) {
        ranges.replaceAll((start, range) -> range.buffer.get() == original
                ? new Range(start, range.byteCount, range.memory, new WeakReference<>(substitute))
                : range);
    }

    /** The buffers that are alive with their addresses, as they are written. */
    private record Written(long[] starts, Object[] buffers, long next) implements Serializable {
        private Object readResolve() {
            AddressSpace space = new AddressSpace();
            for (int i = 0; i < starts.length; i++) {
                Memory memory = Memory.of(buffers[i]);
                space.ranges.put(
                        starts[i],
                        new Range(starts[i], memory.byteLength(buffers[i]), memory, new WeakReference<>(buffers[i])));
            }
            space.next = next;
            return space;
        }
    }

    private synchronized Object writeReplace() {
        List<Long> starts = new ArrayList<>();
        List<Object> buffers = new ArrayList<>();
        for (Range range : ranges.values()) {
            Object buffer = range.buffer.get();
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
            range.memory.store(range.buffer.get(), address - range.start, target, index, length);
        }

        @Override
        public void load(Object base, long address, Region source, int index, int length) {
            Range range = ((AddressSpace) base).resolve(address, length);
            range.memory.load(range.buffer.get(), address - range.start, source, index, length);
        }
    }
}
