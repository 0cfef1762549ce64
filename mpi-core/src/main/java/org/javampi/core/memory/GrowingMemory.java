package org.javampi.core.memory;

import org.javampi.GrowingBuffer;
import org.javampi.core.spi.transport.Region;

/** A {@link GrowingBuffer} as memory: what is loaded beyond its end makes it longer. */
final class GrowingMemory extends Memory {
    static final GrowingMemory INSTANCE = new GrowingMemory();

    private GrowingMemory() {
        super("GrowingBuffer", 1, Basics.ALL);
    }

    @Override
    public long byteLength(Object base) {
        return ((GrowingBuffer) base).limit();
    }

    @Override
    public Memory own() {
        return ArrayMemories.BYTES;
    }

    @Override
    public Object allocate(long byteCount) {
        return ArrayMemories.BYTES.allocate(byteCount);
    }

    @Override
    public void store(Object base, long address, Region target, int index, int length) {
        GrowingBuffer buffer = (GrowingBuffer) base;
        int done = 0;
        while (done < length) {
            byte[] piece = buffer.piece(address + done);
            int inside = buffer.offset(address + done);
            int part = Math.min(length - done, piece.length - inside);
            target.putBytes(index + done, piece, inside, part);
            done += part;
        }
    }

    @Override
    public void load(Object base, long address, Region source, int index, int length) {
        GrowingBuffer buffer = (GrowingBuffer) base;
        buffer.extend(address + length);
        int done = 0;
        while (done < length) {
            byte[] piece = buffer.piece(address + done);
            int inside = buffer.offset(address + done);
            int part = Math.min(length - done, piece.length - inside);
            source.getBytes(index + done, piece, inside, part);
            done += part;
        }
    }
}
