package org.javampi.core.buffer;

import org.javampi.core.datatype.Datatype;
import org.javampi.core.spi.transport.Region;

/**
 * The data of one transfer: {@code count} items of a datatype in some Java buffer. Mutable so that requests and
 * communicators can keep one and refill it without garbage; owned by whoever holds it.
 */
public final class Block {
    private Memory memory;
    private Object base;
    private long origin;
    private int count;
    private Datatype type;

    /** Items of {@link #type}. */
    public int count() {
        return count;
    }

    /** Type of each item. */
    public Datatype type() {
        return type;
    }

    /** Packed size: count times type size. */
    public long byteCount() {
        return count * type.size();
    }

    /** Copies packed bytes {@code position .. position+length-1} of this block into {@code target}. */
    public void pack(long position, Region target, int index, int length) {
        memory.store(base, origin + position, target, index, length);
    }

    /** Copies {@code length} packed bytes from {@code source} to {@code position} of this block. */
    public void unpack(long position, Region source, int index, int length) {
        memory.load(base, origin + position, source, index, length);
    }
}
