package org.javampi.checkpoint.log;

import java.io.Closeable;
import java.io.IOException;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.zip.CRC32C;
import org.javampi.river.platform.Uninterrupted;
import org.javampi.river.trust.PrivateFiles;

/**
 * A file to which records are added one by one. They are written to mapped memory, so that a record costs no system call
 * and is in the file as soon as {@link #append} has returned, also when the process is killed right then. One thread.
 *
 * <pre>
 *  +----------+----------+----------+----------+------------------+
 *  |  length  | ~length  |  CRC32C  |  number  | content          |  a record; all words little-endian
 *  +----------+----------+----------+----------+------------------+
 *  0          4          8          12         16
 * </pre>
 *
 * The length is written last: a record whose length is 0 is not there. Numbers count from 0.
 */
public final class RecordOutput implements Closeable {
    /** Bytes before the content of a record. */
    static final int HEAD_BYTES = 16;

    static final int LENGTH = 0;
    static final int LENGTH_CHECK = 4;
    static final int SUM = 8;
    static final int NUMBER = 12;

    /** The longest content of a record, in bytes. */
    public static final int LONGEST = 1 << 28;

    private static final int FIRST_WINDOW = 64 * 1024;
    private static final int LARGEST_WINDOW = 4 * 1024 * 1024;
    private static final int ZEROS = 64 * 1024;

    private final FileChannel file;
    private final CRC32C sum = new CRC32C();
    private MappedByteBuffer window;
    private int windowBytes = FIRST_WINDOW;

    /** Where the window begins in the file, and how much of the file is there. */
    private long start;

    private long allocated;
    private int number;

    /** Makes the file, which must not exist. */
    public RecordOutput(Path path) throws IOException {
        file = Uninterrupted.run(() -> PrivateFiles.create(path, StandardOpenOption.READ, StandardOpenOption.WRITE));
    }

    /**
     * Adds a record made of two parts.
     *
     * @param head its first {@code headBytes} bytes
     * @param body the rest, from position to limit; unchanged
     * @throws IOException when the disk has no room; what was added before is there
     */
    public void append(byte[] head, int headBytes, ByteBuffer body) throws IOException {
        int length = headBytes + body.remaining();
        reserve(HEAD_BYTES + length);
        int at = window.position();
        window.put(at + HEAD_BYTES, head, 0, headBytes);
        window.put(at + HEAD_BYTES + headBytes, body, body.position(), body.remaining());
        sum.reset();
        sum.update(head, 0, headBytes);
        sum.update(body.duplicate());
        window.putInt(at + LENGTH_CHECK, ~length);
        window.putInt(at + SUM, (int) sum.getValue());
        window.putInt(at + NUMBER, number++);
        // A process that is killed leaves what stood in memory: the length must not stand there before the rest does.
        VarHandle.releaseFence();
        window.putInt(at + LENGTH, length);
        window.position(at + HEAD_BYTES + length);
    }

    private void reserve(int bytes) throws IOException {
        if (window != null && window.remaining() >= bytes) {
            return;
        }
        start += window == null ? 0 : window.position();
        long size = Math.max(windowBytes, bytes);
        windowBytes = Math.min(LARGEST_WINDOW, 2 * windowBytes);
        // The program's thread writes here, which may be interrupted.
        window = Uninterrupted.run(() -> {
            allocate(start + size);
            return file.map(MapMode.READ_WRITE, start, size);
        });
        window.order(ByteOrder.LITTLE_ENDIAN);
    }

    /** Writes zeros: a full disk must be an exception here, and not the end of the process when memory is touched. */
    private void allocate(long end) throws IOException {
        ByteBuffer zeros = ByteBuffer.allocateDirect(ZEROS);
        while (allocated < end) {
            zeros.clear().limit((int) Math.min(ZEROS, end - allocated));
            while (zeros.hasRemaining()) {
                allocated += file.write(zeros, allocated);
            }
        }
    }

    /** Records so far. */
    public int count() {
        return number;
    }

    /** Cuts off what was reserved. */
    @Override
    public void close() throws IOException {
        Uninterrupted.run(() -> {
            try (file) {
                cut(start + (window == null ? 0 : window.position()));
            }
            return null;
        });
    }

    private void cut(long end) {
        try {
            file.truncate(end);
        } catch (IOException e) {
            // A system that lets no mapped file shrink: zeros behind the last record are its end as well.
            window = null;
        }
    }
}
