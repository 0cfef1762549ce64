package org.javampi.continuations.objects;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.ArrayList;
import java.util.List;

/** Values that thread-local variables have for the program's main thread. */
final class ThreadValues {
    private static final Class<?> MAP = named("java.lang.ThreadLocal$ThreadLocalMap");
    private static final MethodHandle GET_MAP = method(ThreadLocal.class, "getMap", MAP, Thread.class);
    private static final MethodHandle GET_ENTRY =
            method(MAP, "getEntry", named(MAP.getName() + "$Entry"), ThreadLocal.class);

    private record Value(ThreadLocal<Object> local, Object value) {}

    private final List<Value> values = new ArrayList<>();

    /** Of a map's two steps, because the method that takes both at once has other names in other versions of the JDK. */
    private static MethodHandle method(Class<?> owner, String name, Class<?> result, Class<?> argument) {
        try {
            MethodHandles.Lookup lookup = RawMemory.open().trusted();
            return lookup.findVirtual(owner, name, MethodType.methodType(result, argument));
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("this JDK does not tell whether a thread-local variable has a value", e);
        }
    }

    private static Class<?> named(String name) {
        try {
            return Class.forName(name);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException("this JDK keeps thread-local variables otherwise", e);
        }
    }

    /** Whether the calling thread has a value; looking for it makes none. */
    static boolean isPresent(ThreadLocal<?> local) {
        try {
            Object map = GET_MAP.invoke(local, Thread.currentThread());
            return map != null && GET_ENTRY.invoke(map, local) != null;
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
