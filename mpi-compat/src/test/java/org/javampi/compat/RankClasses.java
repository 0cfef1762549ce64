package org.javampi.compat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** Defines package mpi and the programs anew for a rank, so that their statics are its own. */
final class RankClasses extends ClassLoader {
    static {
        registerAsParallelCapable();
    }

    RankClasses(ClassLoader parent) {
        super(parent);
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        synchronized (getClassLoadingLock(name)) {
            Class<?> loaded = findLoadedClass(name);
            if (loaded != null) {
                return loaded;
            }
            boolean own = name.startsWith("mpi.")
                    || name.startsWith("org.javampi.compat.programs.") && !name.endsWith(".OnRanks");
            return own ? define(name) : super.loadClass(name, resolve);
        }
    }

    private Class<?> define(String name) throws ClassNotFoundException {
        try (InputStream in = getParent().getResourceAsStream(name.replace('.', '/') + ".class")) {
            if (in == null) {
                throw new ClassNotFoundException(name);
            }
            byte[] bytes = in.readAllBytes();
            return defineClass(name, bytes, 0, bytes.length);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
