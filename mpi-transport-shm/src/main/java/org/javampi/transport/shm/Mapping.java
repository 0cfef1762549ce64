package org.javampi.transport.shm;

import java.io.IOException;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Field;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;

/**
 * A mapped file whose mapping ends when it is closed. The JDK's own {@code FileChannel.map} ends one only when the
 * collector finds the buffer, which may be never, and memory behind a file without a name stays taken until then.
 *
 * <p>From Java 22 on the mapping belongs to an arena of {@code java.lang.foreign}, reached by reflection since the
 * sources compile on Java 17. Before, {@code sun.misc.Unsafe.invokeCleaner} ends it, of which later JDKs warn.
 */
final class Mapping implements AutoCloseable {
    /** Null on a JDK that has neither: its collector ends mappings. */
    private static final Way WAY = Way.find();

    private final ByteBuffer bytes;
    private final AutoCloseable end;

    private Mapping(ByteBuffer bytes, AutoCloseable end) {
        this.bytes = bytes;
        this.end = end;
    }

    /** Whether mappings can be ended at once here. */
    static boolean canEnd() {
        return WAY != null;
    }

    /** Maps the first bytes of a file for reading and writing; a file that is shorter grows. */
    static Mapping of(FileChannel file, long byteCount) throws IOException {
        try {
            return WAY == null
                    ? new Mapping(file.map(MapMode.READ_WRITE, 0, byteCount), () -> {})
                    : WAY.map(file, byteCount);
        } catch (IOException | RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException("cannot map " + byteCount + " bytes", e);
        }
    }

    /** What is mapped. */
    ByteBuffer bytes() {
        return bytes;
    }

    /**
     * Ends the mapping, of which no thread may make use any longer. From Java 22 on a thread that does gets an {@link
     * IllegalStateException}; before, it crashes the JVM.
     */
    @Override
    public void close() {
        try {
            end.close();
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException("cannot end a mapping", e);
        }
    }

    /** How this JDK maps files. */
    private interface Way {
        Mapping map(FileChannel file, long byteCount) throws Throwable;

        static Way find() {
            try {
                return Runtime.version().feature() >= 22 ? arenas() : unsafe();
            } catch (ReflectiveOperationException | RuntimeException e) {
                return null;
            }
        }

        private static Way arenas() throws ReflectiveOperationException {
            MethodHandles.Lookup lookup = MethodHandles.publicLookup();
            Class<?> arenaType = Class.forName("java.lang.foreign.Arena");
            Class<?> segmentType = Class.forName("java.lang.foreign.MemorySegment");
            MethodHandle open = lookup.findStatic(arenaType, "ofShared", MethodType.methodType(arenaType))
                    .asType(MethodType.methodType(AutoCloseable.class));
            MethodHandle bytes = MethodHandles.filterReturnValue(
                    lookup.findVirtual(
                            FileChannel.class,
                            "map",
                            MethodType.methodType(segmentType, MapMode.class, long.class, long.class, arenaType)),
                    lookup.findVirtual(segmentType, "asByteBuffer", MethodType.methodType(ByteBuffer.class)));
            MethodHandle map = bytes.asType(MethodType.methodType(
                    ByteBuffer.class, FileChannel.class, MapMode.class, long.class, long.class, AutoCloseable.class));
            return (file, byteCount) -> {
                AutoCloseable arena = (AutoCloseable) open.invokeExact();
                try {
                    return new Mapping(
                            (ByteBuffer) map.invokeExact(file, MapMode.READ_WRITE, 0L, byteCount, arena), arena);
                } catch (Throwable e) {
                    arena.close();
                    throw e;
                }
            };
        }

        private static Way unsafe() throws ReflectiveOperationException {
            Class<?> type = Class.forName("sun.misc.Unsafe");
            Field instance = type.getDeclaredField("theUnsafe");
            instance.setAccessible(true);
            MethodHandle clean = MethodHandles.lookup()
                    .findVirtual(type, "invokeCleaner", MethodType.methodType(void.class, ByteBuffer.class))
                    .bindTo(instance.get(null));
            return (file, byteCount) -> {
                ByteBuffer mapped = file.map(MapMode.READ_WRITE, 0, byteCount);
                return new Mapping(mapped, () -> clean(clean, mapped));
            };
        }

        private static void clean(MethodHandle clean, ByteBuffer mapped) {
            try {
                clean.invokeExact(mapped);
            } catch (RuntimeException | Error e) {
                throw e;
            } catch (Throwable e) {
                throw new IllegalStateException("cannot end a mapping", e);
            }
        }
    }
}
