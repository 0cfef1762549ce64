package org.javampi.benchmarks.limits;

import java.io.IOException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** A file that two JVMs have mapped, with counters that order what lies beside them. */
final class SharedFile {
    private static final VarHandle LONGS = MethodHandles.byteBufferViewVarHandle(long[].class, ByteOrder.nativeOrder());

    private final MappedByteBuffer bytes;

    private SharedFile(MappedByteBuffer bytes) {
        this.bytes = bytes;
    }

    /** A name for a new file, in memory where the system has a place for that. */
    static Path fresh() throws IOException {
        Path memory = Path.of("/dev/shm");
        return Files.isWritable(memory)
                ? Files.createTempFile(memory, "limit", null)
                : Files.createTempFile("limit", null);
    }

    /** Maps the file, enlarged to {@code size} bytes. */
    static SharedFile map(Path path, int size) throws IOException {
        try (FileChannel file = FileChannel.open(path, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            return new SharedFile(file.map(FileChannel.MapMode.READ_WRITE, 0, size));
        }
    }

    /** A view of all bytes. */
    ByteBuffer bytes() {
        return bytes.duplicate();
    }

    /** Publishes what was written before; pairs with {@link #awaitAtLeast}. */
    void set(int offset, long value) {
        LONGS.setRelease(bytes, offset, value);
    }

    /** Spins until the counter has come so far; what its writer wrote before is visible then. */
    void awaitAtLeast(int offset, long value) {
        while ((long) LONGS.getAcquire(bytes, offset) < value) {
            Thread.onSpinWait();
        }
    }
}
