package org.javampi.river.nws.server;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.Arrays;
import org.javampi.river.nws.space.Content;
import org.javampi.river.nws.space.FileContent;
import org.javampi.river.nws.space.HeapContent;

/**
 * Collects the bytes of a value as they come. Short ones stay in memory, which grows with the bytes that have come, not
 * with the length that was announced; long ones go to a file. When the file fails the rest is dropped and the failure
 * kept.
 */
final class ContentSink {
    private static final int FIRST_BYTES = 4_096;

    private final long size;
    private final Spool spool;
    private byte[] heap;
    private Path file;
    private FileChannel channel;
    private long got;
    private IOException failure;

    ContentSink(long size, Spool spool) {
        this.size = size;
        this.spool = spool;
        if (size < Spool.LONG_BYTES) {
            heap = new byte[(int) Math.min(size, FIRST_BYTES)];
        } else {
            try {
                file = spool.newFile();
                channel = spool.create(file);
            } catch (IOException e) {
                failure = e;
            }
        }
    }

    /** How many bytes are still to come. */
    long missing() {
        return size - got;
    }

    /** Takes what belongs to the value. */
    void take(ByteBuffer in) {
        int count = (int) Math.min(in.remaining(), size - got);
        if (heap != null) {
            if (got + count > heap.length) {
                heap = Arrays.copyOf(heap, (int) Math.min(size, Math.max(got + count, heap.length * 2L)));
            }
            in.get(heap, (int) got, count);
        } else {
            ByteBuffer part = in.duplicate().limit(in.position() + count);
            in.position(in.position() + count);
            write(part);
        }
        got += count;
    }

    private void write(ByteBuffer part) {
        try {
            while (failure == null && part.hasRemaining()) {
                channel.write(part);
            }
        } catch (IOException e) {
            failure = e;
        }
    }

    /**
     * The value, complete.
     *
     * @throws IOException when its file has failed
     */
    Content finish() throws IOException {
        if (heap != null) {
            return new HeapContent(heap);
        }
        if (failure == null) {
            try {
                spool.complete(channel);
                return new FileContent(file, size, channel);
            } catch (IOException e) {
                failure = e;
            }
        }
        abandon();
        throw new IOException(
                "a value of " + size + " bytes cannot be kept in " + spool.directory() + ": " + failure, failure);
    }

    /** The value will not be complete. */
    void abandon() {
        if (file != null) {
            new FileContent(file, size, channel).release();
        }
    }
}
