package org.javampi.transport.shm;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.util.function.IntPredicate;
import org.javampi.core.spi.transport.Region;
import org.javampi.river.platform.SystemRefusal;
import org.javampi.river.platform.Uninterrupted;

/**
 * Memory of some ranks of a host: a sparse file of zeros, mapped by all of them, whose name the
 * last to come removes. The first rank makes it; no rank waits.
 *
 * <pre>
 *  0             ranks that have opened it
 *  60            see {@link MeetingFile}
 *  64 ...        what is shared
 * </pre>
 *
 * The first to come sets memory aside for what will be written for certain. Where there is none, the
 * file stays empty, and all others find out by that: it is then as long as ranks have opened it, which
 * takes no memory.
 */
final class SharedFile implements AutoCloseable {
    private static final int HEADER_BYTES = 64;

    private final Path path;
    private final FileChannel channel;
    private final int participants;

    /** As it was mapped; null when there was no memory, and once it has been released. */
    private Mapping mapping;

    private final Region region;

    private SharedFile(Path path, FileChannel channel, int participants, Mapping mapping) {
        this.path = path;
        this.channel = channel;
        this.participants = participants;
        this.mapping = mapping;
        region = mapping == null ? null : shared(mapping.bytes());
    }

    private static Region shared(ByteBuffer bytes) {
        return new Region(bytes.slice(HEADER_BYTES, bytes.capacity() - HEADER_BYTES));
    }

    /**
     * Opens the file.
     *
     * @param member number of this rank among those of the host
     * @param firstBytes of the memory that are set aside
     * @param room whether the first to come may set so many bytes aside
     */
    static SharedFile open(Path path, int participants, int member, int byteCount, int firstBytes, IntPredicate room) {
        try {
            return Uninterrupted.run(() -> join(path, participants, member, byteCount, firstBytes, room));
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "cannot open " + byteCount + " bytes of shared memory at " + path + " (" + SystemRefusal.reason(e)
                            + ")",
                    e);
        }
    }

    private static SharedFile join(
            Path path, int participants, int member, int byteCount, int firstBytes, IntPredicate room)
            throws IOException {
        FileChannel channel = MeetingFile.open(path, member);
        boolean joined = false;
        FileLock decision = MeetingFile.decide(channel);
        try {
            long length = (long) HEADER_BYTES + byteCount;
            // Without locks the first cannot be known: then nothing is set aside.
            if (channel.size() == 0 && (decision == null || reserve(channel, HEADER_BYTES + firstBytes, room))) {
                extend(channel, length);
            }
            Mapping mapping = null;
            long opened;
            if (channel.size() >= length) {
                mapping = Mapping.of(channel, length);
                opened = new Region(mapping.bytes()).getAndAddInt(0, 1) + 1;
            } else {
                opened = channel.size() + 1;
                extend(channel, opened);
            }
            if (opened == participants) {
                MeetingFile.onComplete(path);
            }
            joined = true;
            return new SharedFile(path, channel, participants, mapping);
        } finally {
            if (decision != null && decision.isValid()) {
                decision.release();
            }
            if (!joined) {
                channel.close();
            }
        }
    }

    /** Whether there is memory for the first bytes; they are zero then. The file is empty otherwise. */
    private static boolean reserve(FileChannel channel, int byteCount, IntPredicate room) throws IOException {
        if (!room.test(byteCount)) {
            return false;
        }
        ByteBuffer zeros = ByteBuffer.allocate(byteCount);
        try {
            while (zeros.hasRemaining()) {
                channel.write(zeros, zeros.position());
            }
            return true;
        } catch (IOException e) {
            channel.truncate(0);
            return false;
        }
    }

    /** Makes the file longer by a hole, which takes no memory: a mapping does so, and a write would not. */
    private static void extend(FileChannel channel, long length) throws IOException {
        Mapping.of(channel, length).close();
    }

    /** What is shared; null when there was no memory. Not to be touched after {@link #release}. */
    Region region() {
        return region;
    }

    /** Gives this rank's part back: others may still use theirs. */
    void release() {
        if (mapping != null) {
            boolean complete = new Region(mapping.bytes()).getIntAcquire(0) == participants;
            mapping.close();
            mapping = null;
            if (complete) {
                MeetingFile.leave(path);
            }
        }
    }

    /** Whether everybody has opened it, so that it needs to be held no longer. */
    boolean isComplete() {
        ByteBuffer count = ByteBuffer.allocate(Integer.BYTES).order(ByteOrder.nativeOrder());
        try {
            return Uninterrupted.run(() -> region == null
                    ? channel.size() == participants
                    : channel.read(count, 0) == Integer.BYTES && count.getInt(0) == participants);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read shared memory", e);
        }
    }

    /** Closes the file, not what is mapped. */
    @Override
    public void close() {
        // Without memory nothing will be released.
        boolean useless = region == null && channel.isOpen() && isComplete();
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot close shared memory", e);
        }
        if (useless) {
            MeetingFile.leave(path);
        }
    }
}
