package org.javampi.transport.shm;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import org.javampi.core.spi.transport.Region;

/**
 * Memory of some ranks of a host: a sparse file of zeros, mapped by all of them, whose name the
 * last to come removes. Whoever comes first makes it; nobody waits.
 *
 * <pre>
 *  0             ranks that have opened it
 *  64 ...        what is shared
 * </pre>
 */
final class SharedFile {
    private static final int HEADER_BYTES = 64;

    private SharedFile() {}

    static Region open(Path path, int participants, int byteCount) {
        try (FileChannel channel =
                FileChannel.open(
                        path,
                        Set.of(
                                StandardOpenOption.CREATE,
                                StandardOpenOption.READ,
                                StandardOpenOption.WRITE),
                        PosixFilePermissions.asFileAttribute(
                                PosixFilePermissions.fromString("rw-------")))) {
            long length = (long) HEADER_BYTES + byteCount;
            if (channel.size() < length) {
                // Every rank writes the same zero, so it does not matter who comes first.
                channel.write(ByteBuffer.allocate(1), length - 1);
            }
            ByteBuffer all = channel.map(MapMode.READ_WRITE, 0, length);
            if (new Region(all).getAndAddInt(0, 1) + 1 == participants) {
                Files.deleteIfExists(path);
            }
            return new Region(all.slice(HEADER_BYTES, byteCount));
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "cannot open " + byteCount + " bytes of shared memory at " + path, e);
        }
    }
}
