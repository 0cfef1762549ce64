package org.javampi.core.record;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.zip.CRC32C;
import org.javampi.core.buffer.Block;
import org.javampi.core.spi.transport.Region;

/** Moves a program's data to and from records, in pieces that stay in the cache. One thread. */
final class Staging {
    /** Bytes of the longest piece. */
    static final int BYTES = 128 * 1024;

    private final Region region = Region.allocate(BYTES);
    private final CRC32C sum = new CRC32C();

    /** Takes packed bytes, from position to limit. */
    @FunctionalInterface
    interface Sink {
        void take(ByteBuffer bytes) throws IOException;
    }

    static long byteCount(Block[] blocks) {
        long count = 0;
        for (Block block : blocks) {
            count += block.byteCount();
        }
        return count;
    }

    /** A check sum of what {@code blocks} hold now. */
    int sum(Block[] blocks) {
        sum.reset();
        for (Block block : blocks) {
            for (long at = 0; at < block.byteCount(); at += BYTES) {
                int length = (int) Math.min(BYTES, block.byteCount() - at);
                block.pack(at, region, 0, length);
                sum.update(bytes(length));
            }
        }
        return (int) sum.getValue();
    }

    private ByteBuffer bytes(int length) {
        return region.buffer().duplicate().clear().limit(length);
    }

    /** Gives the first {@code bytes} packed bytes of {@code blocks} to {@code sink}; each piece is as long as it can be. */
    void read(Block[] blocks, long bytes, Sink sink) throws IOException {
        int filled = 0;
        long left = bytes;
        for (Block block : blocks) {
            long end = Math.min(left, block.byteCount());
            for (long at = 0; at < end; ) {
                int length = (int) Math.min(BYTES - filled, end - at);
                block.pack(at, region, filled, length);
                at += length;
                filled += length;
                if (filled == BYTES) {
                    sink.take(bytes(filled));
                    filled = 0;
                }
            }
            left -= end;
        }
        if (filled > 0) {
            sink.take(bytes(filled));
        }
    }

    /** The way back: fills blocks with what comes in pieces. */
    final class Filling {
        private final Block[] blocks;
        private int block;
        private long position;

        Filling(Block[] blocks) {
            this.blocks = blocks;
        }

        /** Unpacks the next {@code count} bytes from {@code source}; answers whether there was room for them. */
        boolean take(ByteBuffer source, int count) {
            int left = count;
            while (left > 0) {
                while (block < blocks.length && position == blocks[block].byteCount()) {
                    block++;
                    position = 0;
                }
                if (block == blocks.length) {
                    return false;
                }
                int length = (int) Math.min(Math.min(left, BYTES), blocks[block].byteCount() - position);
                region.putBytes(0, source, source.position(), length);
                source.position(source.position() + length);
                blocks[block].unpack(position, region, 0, length);
                position += length;
                left -= length;
            }
            return true;
        }
    }
}
