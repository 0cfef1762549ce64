package org.javampi.river.resource;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/** The class files that this VM can ship: those of the loaders of what it has deployed. */
final class ClassShelf {
    private final List<ClassLoader> loaders = new ArrayList<>();

    /** The number by which others ask for classes of the loader of {@code type}. */
    synchronized int numberOf(Class<?> type) {
        ClassLoader own = type.getClassLoader();
        // The JDK's own classes: everybody has them.
        ClassLoader loader = own == null ? ClassLoader.getSystemClassLoader() : own;
        if (loader instanceof FreezableClasses freezable) {
            loader = freezable.original();
        }
        int number = loaders.indexOf(loader);
        if (number < 0) {
            number = loaders.size();
            loaders.add(loader);
        }
        return number;
    }

    /** The loader of that number, or null. */
    synchronized ClassLoader loader(int number) {
        return number < 0 || number >= loaders.size() ? null : loaders.get(number);
    }

    /** A class file, or null when the loader has none of that name. */
    byte[] fileOf(int number, String className) throws ClassNotFoundException {
        ClassLoader loader = loader(number);
        return loader == null ? null : fileOf(loader, className);
    }

    /** A class file that a loader has; null when it has none of that name. */
    static byte[] fileOf(ClassLoader loader, String className) throws ClassNotFoundException {
        String path = className.replace('.', '/') + ".class";
        try (InputStream in = loader.getResourceAsStream(path)) {
            if (in != null) {
                return in.readAllBytes();
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read class " + className, e);
        }
        return loader instanceof ShippedLoader shipped ? shipped.fileOf(className) : null;
    }
}
