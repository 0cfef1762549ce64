package org.javampi.core.memory;

import java.nio.ByteBuffer;
import org.javampi.core.spi.transport.Region;

/**
 * A ByteBuffer of any kind as memory, from its index 0 to its limit. Its position does not move.
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
        return ByteBuffer.allocate(Math.toIntExact(byteCount));
    }

    @Override
    public void store(Object base, long address, Region target, int index, int length) {
        target.putBytes(index, (ByteBuffer) base, (int) address, length);
    }

    @Override
    public void load(Object base, long address, Region source, int index, int length) {
        source.getBytes(index, (ByteBuffer) base, (int) address, length);
    }
}
