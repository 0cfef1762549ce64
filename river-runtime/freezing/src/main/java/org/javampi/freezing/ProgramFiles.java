package org.javampi.freezing;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/** The class files of a program, and which classes are the program's. Any thread. */
final class ProgramFiles {
    /** Of the runtime and what it is made of: each VM has them, once. */
    private static final List<String> RUNTIME =
            List.of("org/javampi/", "org/agrona/", "org/objectweb/asm/", "picocli/", "org/junit/");

    private final Function<String, byte[]> source;

    /** By internal name; empty for classes that are not the program's. */
    private final Map<String, Optional<byte[]>> known = new ConcurrentHashMap<>();

    /** Of the class files that {@code source} has, by names of classes. */
    ProgramFiles(Function<String, byte[]> source) {
        this.source = source;
    }

    /** A class file, by internal name; null for a class that is not the program's. */
    byte[] bytes(String name) {
        return known.computeIfAbsent(name, this::read).orElse(null);
    }

    /** As {@link #bytes}. */
    InputStream open(String name) {
        byte[] bytes = bytes(name);
        return bytes == null ? null : new ByteArrayInputStream(bytes);
    }

    /** Those that have been read, by name. */
    Map<String, byte[]> all() {
        Map<String, byte[]> all = new ConcurrentHashMap<>();
        known.forEach((name, bytes) -> bytes.ifPresent(file -> all.put(name.replace('/', '.'), file)));
        return all;
    }

    private Optional<byte[]> read(String name) {
        boolean isOthers = name.startsWith("[")
                || RUNTIME.stream().anyMatch(name::startsWith)
                || ClassLoader.getPlatformClassLoader().getResource(name + ".class") != null;
        return isOthers ? Optional.empty() : Optional.ofNullable(source.apply(name.replace('/', '.')));
    }
}
