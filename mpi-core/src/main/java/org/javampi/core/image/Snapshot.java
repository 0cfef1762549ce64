package org.javampi.core.image;

import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.javampi.core.memory.Memory;
import org.javampi.core.spi.transport.Region;

/**
 * Bytes that are copied at one moment and written later: a growing run of pieces of {@link
 * SpareMemory}. Filled by one thread, then read by another.
 */
public final class Snapshot extends OutputStream {
    private final SpareMemory spare;
    private final List<Region> pieces = new ArrayList<>();
    private Region last;

    /** Bytes used of the last piece. */
    private int used;

    /** An empty one. */
    public Snapshot(SpareMemory spare) {
        this.spare = spare;
    }

    /** Makes room for at least a byte. */
    private int room() {
        if (last == null || used == last.capacity()) {
            last = spare.take();
            pieces.add(last);
            used = 0;
        }
        return last.capacity() - used;
    }

    @Override
    public void write(int value) {
        room();
        last.putByte(used++, (byte) value);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) {
        int done = 0;
        while (done < length) {
            int n = Math.min(length - done, room());
            last.putBytes(used, bytes, offset + done, n);
            used += n;
            done += n;
        }
    }

    /** Adds all elements of a primitive array. */
    void writeArray(Object array) {
        Memory memory = Memory.of(array);
        long bytes = memory.byteLength(array);
        long done = 0;
        while (done < bytes) {
            int n = (int) Math.min(bytes - done, room());
            memory.store(array, done, last, used, n);
            used += n;
            done += n;
        }
    }

    /** Bytes so far. */
    public long byteCount() {
        long before = 0;
        for (Region piece : pieces) {
            before += piece.capacity();
        }
        return last == null ? 0 : before - last.capacity() + used;
    }

    /** Its bytes, in order, each buffer from its position to its limit. */
    public List<ByteBuffer> content() {
        List<ByteBuffer> content = new ArrayList<>();
        for (Region piece : pieces) {
            ByteBuffer bytes = piece.buffer().duplicate().clear();
            content.add(piece == last ? bytes.limit(used) : bytes);
        }
        return content;
    }

    /** Its memory may be used again; it is empty then. */
    public void release() {
        spare.give(pieces);
        pieces.clear();
        last = null;
    }
}
