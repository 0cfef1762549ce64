package org.javampi.continuations.objects;

import java.util.Arrays;
import java.util.List;

/** What each JVM has one of, or each program: never written, always found. */
enum KnownObject {
    OUT,
    ERR,
    IN,
    PROPERTIES,
    ENVIRONMENT,
    MAIN_THREAD,
    THREAD_GROUP,
    PROGRAM_LOADER,
    SYSTEM_LOADER,
    PLATFORM_LOADER;

    private static final List<KnownObject> ALL = Arrays.asList(values());

    /** The one here; called by the program's main thread. */
    Object find(ClassLoader loader) {
        return switch (this) {
            case OUT -> System.out;
            case ERR -> System.err;
            case IN -> System.in;
            case PROPERTIES -> System.getProperties();
            case ENVIRONMENT -> System.getenv();
            case MAIN_THREAD -> Thread.currentThread();
            case THREAD_GROUP -> Thread.currentThread().getThreadGroup();
            case PROGRAM_LOADER -> loader;
            case SYSTEM_LOADER -> ClassLoader.getSystemClassLoader();
            case PLATFORM_LOADER -> ClassLoader.getPlatformClassLoader();
        };
    }

    /** Which of them an object is, or null. */
    static KnownObject of(Object object, ClassLoader loader) {
        for (KnownObject known : ALL) {
            if (known.find(loader) == object) {
                return known;
            }
        }
        return null;
    }
}
