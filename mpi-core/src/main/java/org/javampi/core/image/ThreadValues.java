package org.javampi.core.image;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodType;
import java.util.ArrayList;
import java.util.List;

/** Values that thread-local variables have for the rank's main thread. */
final class ThreadValues {
    private static final MethodHandle IS_PRESENT = isPresentMethod();

    private record Value(ThreadLocal<Object> local, Object value) {}

    private final List<Value> values = new ArrayList<>();

    private static MethodHandle isPresentMethod() {
        try {
            return RawMemory.open()
                    .trusted()
                    .findVirtual(ThreadLocal.class, "isPresent", MethodType.methodType(boolean.class));
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("this JDK does not tell whether a thread-local variable has a value", e);
        }
    }

    /** Whether the calling thread has a value; looking for it makes none. */
    static boolean isPresent(ThreadLocal<?> local) {
        try {
            return (boolean) IS_PRESENT.invoke(local);
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }

    /** Notes a value; null instead of the variable for none. */
    @SuppressWarnings("unchecked")
    void add(ThreadLocal<?> local, Object value) {
        if (local != null) {
            values.add(new Value((ThreadLocal<Object>) local, value));
        }
    }

    /** Gives the calling thread all that were noted, when their variables are complete. */
    void set() {
        values.forEach(value -> value.local.set(value.value));
    }
}
