package org.javampi.transport.shm;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ref.Cleaner;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.javampi.core.spi.transport.Region;

/**
 * Memory of some ranks of a host: sparse files of zeros, each mapped by its ranks, whose name the
 * last of them to come removes. Whoever comes first makes it and decides on its size; nobody waits.
 *
 * <pre>
 *  0             ranks that have opened it
 *  4             bytes that are shared, once decided
 *  4096 ...      what is shared
 * </pre>
 *
 * A mapping ends when nobody refers to it any more and the collector has found that out. What hangs
 * about is therefore counted, and the collector is asked for when it is much.
 */
final class SharedFile {
    private static final int OPENED = 0;
    private static final int BYTES = 4;
    private static final int HEADER_BYTES = 4096;

    /** One of so many parts of the room that is left may be taken at a time. */
    private static final int MODESTY = 8;

    private static final long MUCH = 1L << 28;

    private final AtomicLong mapped = new AtomicLong();
    private final Cleaner cleaner = Cleaner.create();

    Region open(Path path, int participants, int leastBytes, int mostBytes) {
        try (FileChannel channel =
                FileChannel.open(
                        path,
                        Set.of(
                                StandardOpenOption.CREATE,
                                StandardOpenOption.READ,
                                StandardOpenOption.WRITE),
                        PosixFilePermissions.asFileAttribute(
                                PosixFilePermissions.fromString("rw-------")))) {
            extend(channel, HEADER_BYTES);
            Region header = new Region(channel.map(MapMode.READ_WRITE, 0, HEADER_BYTES));
            long room = Files.getFileStore(path).getUsableSpace() / MODESTY;
            header.compareAndSetInt(
                    BYTES, 0, (int) Math.max(leastBytes, Math.min(mostBytes, room)));
            int byteCount = header.getIntAcquire(BYTES);
            extend(channel, (long) HEADER_BYTES + byteCount);
            ByteBuffer memory = channel.map(MapMode.READ_WRITE, HEADER_BYTES, byteCount);
            if (header.getAndAddInt(OPENED, 1) + 1 == participants) {
                Files.deleteIfExists(path);
            }
            note(memory, byteCount);
            return new Region(memory);
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "cannot open " + leastBytes + " bytes of shared memory at " + path, e);
        }
    }

    /**
     * Makes the file long. Every rank writes the same zero, so it does not matter who comes first.
     */
    private static void extend(FileChannel channel, long length) throws IOException {
        if (channel.size() < length) {
            channel.write(ByteBuffer.allocate(1), length - 1);
        }
    }

    private void note(ByteBuffer memory, int byteCount) {
        AtomicLong count = mapped;
        if (count.addAndGet(byteCount) > MUCH) {
            System.gc();
        }
        cleaner.register(memory, () -> count.addAndGet(-byteCount));
    }
}
