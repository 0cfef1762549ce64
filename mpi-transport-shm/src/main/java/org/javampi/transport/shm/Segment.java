package org.javampi.transport.shm;

import static org.javampi.transport.shm.SegmentLayout.HEADER_BYTES;
import static org.javampi.transport.shm.SegmentLayout.MAGIC;
import static org.javampi.transport.shm.SegmentLayout.MAGIC_OFFSET;
import static org.javampi.transport.shm.SegmentLayout.OPENED_OFFSET;
import static org.javampi.transport.shm.SegmentLayout.RING_BYTES_OFFSET;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import org.javampi.core.spi.transport.Region;
import org.javampi.river.platform.SystemRefusal;
import org.javampi.river.platform.Uninterrupted;

/**
 * One rank's mapping of the file that the ranks of a host share. The file has a name only until the
 * last of them has opened it, where the system can do that; from then on it lives as long as a process maps it, so
 * that nothing survives a crash; what a crash before that leaves, the next job removes ({@link MeetingFile}).
 * Rings are mapped on first use, many to a window, so that neither address space nor the kernel's
 * table of mappings grows with silent peers.
 */
final class Segment implements AutoCloseable {
    private static final long WINDOW_BYTES = 1L << 30;
    private static final int LONGEST_WRITE = 64 * 1024;

    private final Path path;
    private final FileChannel channel;
    private final SegmentLayout layout;
    private final Region control;
    private final int ringsPerWindow;
    private final ByteBuffer[] windows;

    private Segment(Path path, FileChannel channel, SegmentLayout layout) throws IOException {
        this.path = path;
        this.channel = channel;
        this.layout = layout;
        control = map(0, SegmentLayout.ringsOffset(layout.ranks));
        ringsPerWindow = (int) Math.max(1, WINDOW_BYTES / layout.ringStride());
        long rings = (long) layout.ranks * layout.ranks;
        windows = new ByteBuffer[Math.toIntExact((rings + ringsPerWindow - 1) / ringsPerWindow)];
    }

    /**
     * Opens, and if need be creates, the segment at {@code path}; removes its name when this rank
     * is the last of {@code ranks}.
     *
     * @param member number of this rank among them
     * @param ringBytes wanted room per ring; the first rank's wish holds for all
     */
    static Segment open(Path path, int ranks, int member, int ringBytes) {
        try {
            return Uninterrupted.run(() -> join(path, ranks, member, ringBytes));
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "cannot open the shared-memory segment " + path + " (" + SystemRefusal.reason(e) + ")", e);
        }
    }

    private static Segment join(Path path, int ranks, int member, int ringBytes) throws IOException {
        FileChannel channel = MeetingFile.open(path, member);
        boolean joined = false;
        FileLock decision = MeetingFile.decide(channel);
        try {
            // Without locks the first cannot be known: then a store may find no memory.
            if (channel.size() == 0 && decision != null) {
                reserve(channel, 0, SegmentLayout.ringsOffset(ranks));
            }
            MappedHeader header = new MappedHeader(channel);
            SegmentLayout layout = new SegmentLayout(ranks, header.agreeOnRingBytes(ringBytes));
            extend(channel, layout.fileBytes());
            Segment segment = new Segment(path, channel, layout);
            if (header.countOpening() == ranks) {
                MeetingFile.onComplete(path);
            }
            joined = true;
            return segment;
        } finally {
            if (decision != null && decision.isValid()) {
                decision.release();
            }
            if (!joined) {
                channel.close();
            }
        }
    }

    SegmentLayout layout() {
        return layout;
    }

    /** Header, control blocks and attachment rows. */
    Region control() {
        return control;
    }

    /** The ring from {@code sender} to {@code receiver}, its header included. */
    Region ring(int receiver, int sender) {
        long index = (long) receiver * layout.ranks + sender;
        int window = (int) (index / ringsPerWindow);
        int position = (int) (index % ringsPerWindow) * layout.ringStride();
        return new Region(window(window).slice(position, layout.ringStride()));
    }

    /**
     * Gives memory to the ring from {@code sender} to {@code receiver}, which nobody has used yet:
     * where there is none left, that is an error here and not a fault of some later store.
     *
     * @throws IOException there is no memory left
     */
    void reserve(int receiver, int sender) throws IOException {
        long start = layout.ringOffset(receiver, sender);
        Uninterrupted.run(() -> {
            reserve(channel, start, start + layout.ringStride());
            return null;
        });
    }

    /** Writes zeros from {@code start} to {@code end}, which takes the memory that a hole does not have. */
    private static void reserve(FileChannel channel, long start, long end) throws IOException {
        ByteBuffer zeros = ByteBuffer.allocate((int) Math.min(LONGEST_WRITE, end - start));
        for (long at = start; at < end; at += zeros.position()) {
            zeros.clear().limit((int) Math.min(zeros.capacity(), end - at));
            channel.write(zeros, at);
        }
    }

    private ByteBuffer window(int index) {
        if (windows[index] == null) {
            long start = layout.ringOffset(0, 0) + (long) index * ringsPerWindow * layout.ringStride();
            long length = Math.min((long) ringsPerWindow * layout.ringStride(), layout.fileBytes() - start);
            try {
                windows[index] = Uninterrupted.run(() -> channel.map(MapMode.READ_WRITE, start, length));
            } catch (IOException e) {
                throw new UncheckedIOException(
                        "cannot map " + length + " bytes of the shared-memory segment (" + SystemRefusal.reason(e)
                                + ")",
                        e);
            }
        }
        return windows[index];
    }

    private Region map(long position, long length) throws IOException {
        return new Region(channel.map(MapMode.READ_WRITE, position, length));
    }

    private static void extend(FileChannel channel, long fileBytes) throws IOException {
        if (channel.size() < fileBytes) {
            // One byte at the end makes the file long; the hole before it takes no memory. Every
            // rank
            // writes the same zero, so it does not matter who comes first.
            channel.write(ByteBuffer.allocate(1), fileBytes - 1);
        }
    }

    /**
     * Closes the file. What is mapped stays so until it is unreachable: views may still be in use.
     */
    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot close the shared-memory segment", e);
        }
        if (control.getIntAcquire(OPENED_OFFSET) == layout.ranks) {
            MeetingFile.leave(path);
        }
    }

    /** The first page, mapped before the size of the rest is known. */
    private static final class MappedHeader {
        private final Region header;

        MappedHeader(FileChannel channel) throws IOException {
            extend(channel, HEADER_BYTES);
            header = new Region(channel.map(MapMode.READ_WRITE, 0, HEADER_BYTES));
            header.compareAndSetInt(MAGIC_OFFSET, 0, MAGIC);
            if (header.getIntAcquire(MAGIC_OFFSET) != MAGIC) {
                throw new IOException("the file is no javampi segment of this version");
            }
        }

        int agreeOnRingBytes(int wanted) {
            header.compareAndSetInt(RING_BYTES_OFFSET, 0, wanted);
            return header.getIntAcquire(RING_BYTES_OFFSET);
        }

        int countOpening() {
            return header.getAndAddInt(OPENED_OFFSET, 1) + 1;
        }
    }
}
