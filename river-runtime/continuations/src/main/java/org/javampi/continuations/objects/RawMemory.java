package org.javampi.continuations.objects;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Field;

/**
 * Fields of any object as they lie in memory, private ones too; for images of programs that do not help. The launcher
 * starts JVMs with {@value #OPTION}; without it JDKs from 24 on warn on the screen.
 */
final class RawMemory {
    static final String OPTION = "--add-exports=java.base/jdk.internal.misc=ALL-UNNAMED";

    private static final long HEADER = 0;
    private static final int HASH_BITS = 0x7fffffff;
    private static final RawMemory INSTANCE = new RawMemory();

    private final MethodHandle getReference;
    private final MethodHandle putReference;
    private final MethodHandle getLong;
    private final MethodHandle putLong;
    private final MethodHandle getInt;
    private final MethodHandle putInt;
    private final MethodHandle getShort;
    private final MethodHandle putShort;
    private final MethodHandle getByte;
    private final MethodHandle putByte;
    private final MethodHandle compareAndSetLong;
    private final MethodHandle allocate;
    private final MethodHandle fieldOffset;
    private final MethodHandle staticOffset;
    private final MethodHandle staticBase;
    private final MethodHandle isUninitialised;
    private final MethodHandles.Lookup trusted;

    /** How far left an object's identity hash stands in the first word of its header; -1 where that is not known. */
    private final int hashShift;

    private RawMemory() {
        try {
            Class<?> type = Class.forName("jdk.internal.misc.Unsafe");
            Module own = RawMemory.class.getModule();
            MethodHandles.Lookup lookup =
                    Object.class.getModule().isExported(type.getPackageName(), own) ? MethodHandles.lookup() : around();
            Object unsafe = lookup.findStatic(type, "getUnsafe", MethodType.methodType(type))
                    .invoke();
            getReference = bind(lookup, unsafe, "getReference", Object.class, Object.class, long.class);
            putReference = bind(lookup, unsafe, "putReference", void.class, Object.class, long.class, Object.class);
            getLong = bind(lookup, unsafe, "getLong", long.class, Object.class, long.class);
            putLong = bind(lookup, unsafe, "putLong", void.class, Object.class, long.class, long.class);
            getInt = bind(lookup, unsafe, "getInt", int.class, Object.class, long.class);
            putInt = bind(lookup, unsafe, "putInt", void.class, Object.class, long.class, int.class);
            getShort = bind(lookup, unsafe, "getShort", short.class, Object.class, long.class);
            putShort = bind(lookup, unsafe, "putShort", void.class, Object.class, long.class, short.class);
            getByte = bind(lookup, unsafe, "getByte", byte.class, Object.class, long.class);
            putByte = bind(lookup, unsafe, "putByte", void.class, Object.class, long.class, byte.class);
            compareAndSetLong = bind(
                    lookup,
                    unsafe,
                    "compareAndSetLong",
                    boolean.class,
                    Object.class,
                    long.class,
                    long.class,
                    long.class);
            allocate = bind(lookup, unsafe, "allocateInstance", Object.class, Class.class);
            fieldOffset = bind(lookup, unsafe, "objectFieldOffset", long.class, Field.class);
            staticOffset = bind(lookup, unsafe, "staticFieldOffset", long.class, Field.class);
            staticBase = bind(lookup, unsafe, "staticFieldBase", Object.class, Field.class);
            isUninitialised = bind(lookup, unsafe, "shouldBeInitialized", boolean.class, Class.class);
            Field all = MethodHandles.Lookup.class.getDeclaredField("IMPL_LOOKUP");
            trusted = (MethodHandles.Lookup)
                    getReference.invoke((Object) staticBase.invoke(all), (long) staticOffset.invoke(all));
            hashShift = findHashShift();
        } catch (Throwable e) {
            throw new IllegalStateException(
                    "the state of a program that does not help cannot be reached: start it by javampirun --transparent"
                            + " or river, or give the JVM " + OPTION + " (" + e + ")",
                    e);
        }
    }

    /** Without the option: by a class that is there for all; newer JDKs warn of it. */
    private static MethodHandles.Lookup around() throws ReflectiveOperationException {
        Class<?> type = Class.forName("sun.misc.Unsafe");
        Field only = type.getDeclaredField("theUnsafe");
        only.setAccessible(true);
        Object unsafe = only.get(null);
        Field all = MethodHandles.Lookup.class.getDeclaredField("IMPL_LOOKUP");
        Object base = type.getMethod("staticFieldBase", Field.class).invoke(unsafe, all);
        Object offset = type.getMethod("staticFieldOffset", Field.class).invoke(unsafe, all);
        return (MethodHandles.Lookup)
                type.getMethod("getObject", Object.class, long.class).invoke(unsafe, base, offset);
    }

    private static MethodHandle bind(
            MethodHandles.Lookup lookup, Object unsafe, String name, Class<?> result, Class<?>... arguments)
            throws ReflectiveOperationException {
        return lookup.findVirtual(unsafe.getClass(), name, MethodType.methodType(result, arguments))
                .bindTo(unsafe);
    }

    static RawMemory open() {
        return INSTANCE;
    }

    /** May look up and call whatever there is. */
    MethodHandles.Lookup trusted() {
        return trusted;
    }

    long offsetOf(Field field) {
        try {
            return (long) fieldOffset.invoke(field);
        } catch (Throwable e) {
            throw unreachable(e);
        }
    }

    long staticOffsetOf(Field field) {
        try {
            return (long) staticOffset.invoke(field);
        } catch (Throwable e) {
            throw unreachable(e);
        }
    }

    Object staticBaseOf(Field field) {
        try {
            return staticBase.invoke(field);
        } catch (Throwable e) {
            throw unreachable(e);
        }
    }

    Object staticReference(Field field) {
        return reference(staticBaseOf(field), staticOffsetOf(field));
    }

    boolean isInitialised(Class<?> type) {
        try {
            return !(boolean) isUninitialised.invoke(type);
        } catch (Throwable e) {
            throw unreachable(e);
        }
    }

    /** An object whose constructor does not run. */
    Object allocate(Class<?> type) {
        try {
            return allocate.invoke(type);
        } catch (Throwable e) {
            throw unreachable(e);
        }
    }

    Object reference(Object object, long offset) {
        try {
            return (Object) getReference.invokeExact(object, offset);
        } catch (Throwable e) {
            throw unreachable(e);
        }
    }

    void putReference(Object object, long offset, Object value) {
        try {
            putReference.invokeExact(object, offset, value);
        } catch (Throwable e) {
            throw unreachable(e);
        }
    }

    /** The bits of a primitive field of that many bytes. */
    long bits(Object object, long offset, int bytes) {
        try {
            return switch (bytes) {
                case 1 -> (byte) getByte.invokeExact(object, offset);
                case 2 -> (short) getShort.invokeExact(object, offset);
                case 4 -> (int) getInt.invokeExact(object, offset);
                default -> (long) getLong.invokeExact(object, offset);
            };
        } catch (Throwable e) {
            throw unreachable(e);
        }
    }

    void putBits(Object object, long offset, int bytes, long value) {
        try {
            switch (bytes) {
                case 1 -> putByte.invokeExact(object, offset, (byte) value);
                case 2 -> putShort.invokeExact(object, offset, (short) value);
                case 4 -> putInt.invokeExact(object, offset, (int) value);
                default -> putLong.invokeExact(object, offset, value);
            }
        } catch (Throwable e) {
            throw unreachable(e);
        }
    }

    // ---- Identity hash codes

    /**
     * The identity hash of an object that has got one; 0 where nobody has asked for it. Maps of keys without a hashCode
     * of their own keep to it.
     */
    int identityHash(Object object) {
        if (hashShift < 0) {
            return 0;
        }
        long word = bits(object, HEADER, Long.BYTES);
        boolean isPlain = (word & 3) == 1;
        // An object with a monitor has its header elsewhere, and is asked.
        return isPlain ? (int) (word >>> hashShift) & HASH_BITS : System.identityHashCode(object);
    }

    /** Gives a new object its identity hash of an earlier life; without effect where it has one already. */
    void setIdentityHash(Object object, int hash) {
        if (hashShift < 0 || hash == 0) {
            return;
        }
        try {
            boolean done = false;
            while (!done) {
                long word = bits(object, HEADER, Long.BYTES);
                boolean isFree = (word & 3) == 1 && ((word >>> hashShift) & HASH_BITS) == 0;
                // A collector may change its own bits of the word meanwhile.
                done = !isFree
                        || (boolean)
                                compareAndSetLong.invokeExact(object, HEADER, word, word | (long) hash << hashShift);
            }
        } catch (Throwable e) {
            throw unreachable(e);
        }
    }

    /** Looks where this JVM keeps it, and whether it can be set. */
    private int findHashShift() {
        for (int shift = 3; shift <= Long.SIZE - Integer.SIZE; shift++) {
            Object asked = new Object();
            int hash = System.identityHashCode(asked);
            long word = bits(asked, HEADER, Long.BYTES);
            if ((word & 3) == 1 && ((word >>> shift) & HASH_BITS) == hash) {
                Object fresh = new Object();
                long before = bits(fresh, HEADER, Long.BYTES);
                putBits(fresh, HEADER, Long.BYTES, before | (long) hash << shift);
                return System.identityHashCode(fresh) == hash ? shift : -1;
            }
        }
        return -1;
    }

    private static IllegalStateException unreachable(Throwable e) {
        if (e instanceof Error error) {
            throw error;
        }
        return new IllegalStateException(e);
    }
}
