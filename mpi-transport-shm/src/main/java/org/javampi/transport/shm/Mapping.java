package org.javampi.transport.shm;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Field;
import java.nio.ByteBuffer;

/**
 * Ends a mapping at once. The JDK does so only when its collector finds the buffer, which may be
 * never, and memory behind a file without a name stays taken until then. The one way to do it on
 * every JDK from 17 on is {@code sun.misc.Unsafe.invokeCleaner}, which is there for this purpose; where
 * it is missing, the collector does it.
 */
final class Mapping {
    private static final MethodHandle UNMAP = find();

    private Mapping() {}

    private static MethodHandle find() {
        try {
            Class<?> unsafe = Class.forName("sun.misc.Unsafe");
            Field instance = unsafe.getDeclaredField("theUnsafe");
            instance.setAccessible(true);
            return MethodHandles.lookup()
                    .findVirtual(unsafe, "invokeCleaner", MethodType.methodType(void.class, ByteBuffer.class))
                    .bindTo(instance.get(null));
        } catch (ReflectiveOperationException | RuntimeException e) {
            // A JDK without it.
            return null;
        }
    }

    /** Whether mappings can be ended at once here. */
    static boolean canEnd() {
        return UNMAP != null;
    }

    /**
     * Ends the mapping of {@code mapped}, as {@code FileChannel.map} has answered it. A thread that touches the
     * memory afterwards crashes the JVM: nobody may be left that can.
     */
    static void end(ByteBuffer mapped) {
        if (UNMAP == null) {
            return;
        }
        try {
            UNMAP.invoke(mapped);
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException("cannot end a mapping", e);
        }
    }
}
