package org.javampi.river.nws.space;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.WritableByteChannel;

/** A short value, in memory. */
public final class HeapContent implements Content {
    private final byte[] bytes;

    /** Takes the array, not a copy. */
    public HeapContent(byte[] bytes) {
        this.bytes = bytes;
    }

    @Override
    public long size() {
        return bytes.length;
    }

    @Override
    public long writeTo(WritableByteChannel channel, long position, long limit) throws IOException {
        int count = (int) Math.min(limit, bytes.length - position);
        return channel.write(ByteBuffer.wrap(bytes, (int) position, count));
    }

    @Override
    public ByteBuffer head(int limit) {
        return ByteBuffer.wrap(bytes, 0, Math.min(limit, bytes.length)).asReadOnlyBuffer();
    }

    @Override
    public void retain() {
        // The collector knows.
    }

    @Override
    public void release() {
        // The collector knows.
    }
}
