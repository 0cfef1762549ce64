package org.javampi.continuations.objects;

import java.lang.reflect.Field;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.AbstractOwnableSynchronizer;
import java.util.concurrent.locks.AbstractQueuedSynchronizer;

/** Which objects of a program can be saved, and which of their fields are left out because a new life fills them. */
final class SavableObjects {
    private static final Set<String> LEFT = Set.of(
            "java.lang.Throwable.backtrace",
            "java.lang.ref.Reference.next",
            "java.lang.ref.Reference.discovered",
            "java.util.concurrent.locks.AbstractQueuedSynchronizer.head",
            "java.util.concurrent.locks.AbstractQueuedSynchronizer.tail",
            "java.util.concurrent.locks.AbstractQueuedSynchronizer$ConditionObject.firstWaiter",
            "java.util.concurrent.locks.AbstractQueuedSynchronizer$ConditionObject.lastWaiter");

    /** Types of the JDK, with what is said of their objects. */
    private record Refused(String type, String what, String remedy) {}

    private static final String ANEW = "open it anew after each call, or close it before";

    private static final List<Refused> REFUSED = List.of(
            new Refused("java.lang.Thread", "a thread that has not ended", "let it end before"),
            new Refused("java.lang.Process", "another process", "wait for its end before"),
            new Refused("java.net.Socket", "an open connection", ANEW),
            new Refused("java.net.ServerSocket", "an open connection", ANEW),
            new Refused("java.net.DatagramSocket", "an open connection", ANEW),
            new Refused("java.nio.channels.Channel", "an open file or connection", ANEW),
            new Refused("java.nio.channels.Selector", "open connections", ANEW),
            new Refused("java.io.FileInputStream", "an open file", ANEW),
            new Refused("java.io.FileOutputStream", "an open file", ANEW),
            new Refused("java.io.RandomAccessFile", "an open file", ANEW),
            new Refused("java.io.FileDescriptor", "an open file", ANEW),
            new Refused("java.util.zip.ZipFile", "an open file", ANEW),
            new Refused("java.util.zip.Inflater", "memory outside the heap", ANEW),
            new Refused("java.util.zip.Deflater", "memory outside the heap", ANEW),
            new Refused("java.lang.ClassLoader", "a class loader of the program", "load classes by the program's own"),
            new Refused("java.lang.invoke.MethodHandle", "a method handle", "look it up again after each call"),
            new Refused("java.lang.invoke.VarHandle", "a variable handle", "use an atomic class instead"),
            new Refused("java.lang.reflect.AccessibleObject", "a reflected member", "look it up again after each call"),
            new Refused("java.lang.ref.PhantomReference", "a phantom reference", "keep it out of what is saved"),
            new Refused("java.lang.ref.Cleaner", "a cleaner", "keep it out of what is saved"),
            new Refused(
                    "java.security.SecureRandom", "a source of true random numbers", "make it anew after each call"),
            new Refused("java.util.stream.BaseStream", "a stream that is not used up", "collect it before"),
            new Refused("java.util.concurrent.ForkJoinPool", "a pool of threads", "use the common one"),
            new Refused(
                    "java.util.concurrent.ThreadPoolExecutor",
                    "a pool of threads",
                    "shut it down before the call, and make it anew after it"),
            new Refused("java.util.Timer", "a timer and its thread", "make it anew after each call"));

    private static final List<String> PACKAGES = List.of(
            "java.lang",
            "java.lang.ref",
            "java.lang.reflect",
            "java.io",
            "java.nio",
            "java.nio.charset",
            "java.nio.file",
            "java.math",
            "java.net",
            "java.text",
            "java.time",
            "java.time.chrono",
            "java.time.format",
            "java.time.temporal",
            "java.time.zone",
            "java.util",
            "java.util.concurrent",
            "java.util.concurrent.atomic",
            "java.util.concurrent.locks",
            "java.util.function",
            "java.util.random",
            "java.util.regex",
            "java.util.stream",
            "java.util.zip",
            "java.security",
            "jdk.internal.math",
            "jdk.internal.util.random",
            "sun.nio.cs",
            "sun.nio.fs",
            "sun.text",
            "sun.util.calendar",
            "sun.util.locale",
            "sun.security.provider");

    /** Why an object cannot be saved, and the remedy; null if it can. */
    String refusal(Object object, ClassLoader loader) {
        Class<?> type = object.getClass();
        if (object instanceof Class<?>
                || type.isHidden()
                || type.isArray()
                || StandIn.Named.isKnown(object)
                || KnownObject.of(object, loader) != null) {
            return null;
        }
        if (object instanceof AbstractQueuedSynchronizer && isHeldByOther(object)) {
            return "a lock that another thread holds: let it go before";
        }
        for (Class<?> above = type; above != null; above = above.getSuperclass()) {
            String refusal = refusalOf(above);
            if (refusal != null && !isEnded(object)) {
                return type.getName() + " is " + refusal;
            }
        }
        if (type.getClassLoader() == null && !PACKAGES.contains(type.getPackageName())) {
            return type.getName() + " is a class of the JDK that may hold more than data: make it anew after each call";
        }
        return null;
    }

    private static String refusalOf(Class<?> type) {
        for (Refused refused : REFUSED) {
            if (type.getName().equals(refused.type)) {
                return refused.what + ": " + refused.remedy;
            }
        }
        for (Class<?> implemented : type.getInterfaces()) {
            String refusal = refusalOf(implemented);
            if (refusal != null) {
                return refusal;
            }
        }
        return null;
    }

    private static boolean isEnded(Object object) {
        return object instanceof Thread thread && thread.getState() == Thread.State.TERMINATED;
    }

    private static boolean isHeldByOther(Object lock) {
        try {
            Field owner = AbstractOwnableSynchronizer.class.getDeclaredField("exclusiveOwnerThread");
            Object thread = RawMemory.open().reference(lock, RawMemory.open().offsetOf(owner));
            return thread != null && thread != Thread.currentThread();
        } catch (NoSuchFieldException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Brings an object into a state in which its fields say all. */
    void prepare(Object object) {
        if (object instanceof Throwable thrown) {
            // Until it is asked for, the JVM keeps the trace in a form of its own.
            thrown.getStackTrace();
        }
    }

    /** What is saved in place of a field's value. */
    Object instead(Object object, String field, Object value) {
        if (object instanceof Thread && field.equals("inheritedAccessControlContext")) {
            return null;
        }
        return value;
    }

    static boolean isLeft(Field field) {
        return LEFT.contains(field.getDeclaringClass().getName() + "." + field.getName());
    }
}
