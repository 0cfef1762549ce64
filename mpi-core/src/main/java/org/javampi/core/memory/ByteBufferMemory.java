package org.javampi.core.memory;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.javampi.core.spi.transport.Region;

/**
 * A ByteBuffer of any kind as memory, from its index 0 to its limit. Its position does not move.
 *
 * <p>The program may change position and limit while a call is pending. The bounds that the call has
 * checked when it began hold: bytes beyond a limit that has come down since are reached through a
 * duplicate.
 */
final class ByteBufferMemory extends Memory {
    static final ByteBufferMemory INSTANCE = new ByteBufferMemory();

    private ByteBufferMemory() {
        super("ByteBuffer", 1, Basics.ALL);
    }

    @Override
    public long byteLength(Object base) {
        return ((ByteBuffer) base).limit();
    }

    @Override
    public Object allocate(long byteCount) {
        return ByteBuffer.allocate(Math.toIntExact(byteCount)).order(ByteOrder.nativeOrder());
    }

    @Override
    public void store(Object base, long address, Region target, int index, int length) {
        ByteBuffer bytes = (ByteBuffer) base;
        try {
            target.putBytes(index, bytes, (int) address, length);
        } catch (IndexOutOfBoundsException e) {
            target.putBytes(index, whole(bytes, e), (int) address, length);
        }
    }

    @Override
    public void load(Object base, long address, Region source, int index, int length) {
        ByteBuffer bytes = (ByteBuffer) base;
        try {
            source.getBytes(index, bytes, (int) address, length);
        } catch (IndexOutOfBoundsException e) {
            source.getBytes(index, whole(bytes, e), (int) address, length);
        }
    }

    /** The buffer up to its capacity. Nothing has been copied: absolute copies check bounds first. */
    private static ByteBuffer whole(ByteBuffer bytes, IndexOutOfBoundsException cause) {
        if (bytes.limit() == bytes.capacity()) {
            throw cause;
        }
        return bytes.duplicate().clear();
    }
}
