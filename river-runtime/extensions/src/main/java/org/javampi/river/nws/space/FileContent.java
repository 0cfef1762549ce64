package org.javampi.river.nws.space;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.WritableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** A long value, in a file of its own, which is removed with its last user. */
public final class FileContent implements Content {
    private final Path file;
    private final long size;
    private FileChannel channel;
    private int users = 1;

    /**
     * A file that is complete.
     *
     * @param channel open on it, or null: it is opened when it is read
     */
    public FileContent(Path file, long size, FileChannel channel) {
        this.file = file;
        this.size = size;
        this.channel = channel;
    }

    /** Where it is. */
    public Path file() {
        return file;
    }

    @Override
    public long size() {
        return size;
    }

    private FileChannel channel() throws IOException {
        if (channel == null) {
            channel = FileChannel.open(file, StandardOpenOption.READ);
        }
        return channel;
    }

    @Override
    public long writeTo(WritableByteChannel target, long position, long limit) throws IOException {
        long written = channel().transferTo(position, Math.min(limit, size - position), target);
        if (written == 0 && channel.size() < size) {
            throw new IOException(file + " has " + channel.size() + " bytes, not " + size);
        }
        return written;
    }

    @Override
    public ByteBuffer head(int limit) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate((int) Math.min(limit, size));
        int got = 0;
        while (bytes.hasRemaining() && got >= 0) {
            got = channel().read(bytes, bytes.position());
        }
        return bytes.flip();
    }

    @Override
    public void retain() {
        users++;
    }

    @Override
    public void release() {
        users--;
        if (users == 0) {
            try {
                if (channel != null) {
                    channel.close();
                }
                Files.deleteIfExists(file);
            } catch (IOException e) {
                System.err.println("river nws: " + file + " of a deleted value cannot be removed: " + e);
            }
        }
    }
}
