package org.javampi.transport.shm;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.file.Files;
import java.nio.file.Path;
import org.javampi.core.spi.transport.Region;

/**
 * Memory of some ranks of a host: a sparse file of zeros, mapped by all of them, whose name the
 * last to come removes. The first rank makes it; no rank waits.
 *
 * <pre>
 *  0             ranks that have opened it
 *  60            see {@link MeetingFile}
 *  64 ...        what is shared
 * </pre>
 */
final class SharedFile implements AutoCloseable {
    private static final int HEADER_BYTES = 64;

    private final FileChannel channel;
    private final int participants;
    private final Region region;

    private SharedFile(FileChannel channel, int participants, Region region) {
        this.channel = channel;
        this.participants = participants;
        this.region = region;
    }

    /**
     * Opens the file.
     *
     * @param member number of this rank among those of the host
     */
    static SharedFile open(Path path, int participants, int member, int byteCount) {
        try {
            return Uninterrupted.again(() -> join(path, participants, member, byteCount));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot open " + byteCount + " bytes of shared memory at " + path, e);
        }
    }

    private static SharedFile join(Path path, int participants, int member, int byteCount) throws IOException {
        FileChannel channel = MeetingFile.open(path, member);
        long length = (long) HEADER_BYTES + byteCount;
        if (channel.size() < length) {
            // Every rank writes the same zero, so it does not matter who comes first.
            channel.write(ByteBuffer.allocate(1), length - 1);
        }
        ByteBuffer all = channel.map(MapMode.READ_WRITE, 0, length);
        if (new Region(all).getAndAddInt(0, 1) + 1 == participants) {
            Files.deleteIfExists(path);
        }
        Region shared = new Region(all.slice(HEADER_BYTES, byteCount));
        return new SharedFile(channel, participants, shared);
    }

    /** What is shared; it outlives this object. */
    Region region() {
        return region;
    }

    /** Whether everybody has opened it, so that it needs to be held no longer. */
    boolean isComplete() {
        ByteBuffer count = ByteBuffer.allocate(Integer.BYTES).order(ByteOrder.nativeOrder());
        try {
            int length = Uninterrupted.once(() -> channel.read(count, 0));
            return length == Integer.BYTES && count.getInt(0) == participants;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read shared memory", e);
        }
    }

    /** Closes the file, not what is mapped. */
    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot close shared memory", e);
        }
    }
}
