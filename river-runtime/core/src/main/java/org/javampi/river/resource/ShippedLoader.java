package org.javampi.river.resource;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Loads classes that this VM lacks from the VM that deploys them. What this VM has itself, it uses.
 * One loader per deploying program, so that two programs' classes of one name stay apart, and a
 * changed class comes with the next start of its program.
 */
final class ShippedLoader extends ClassLoader {
    static {
        registerAsParallelCapable();
    }

    private final Source source;
    private final Map<String, byte[]> shipped = new ConcurrentHashMap<>();

    ShippedLoader(Source source) {
        super(VirtualResource.class.getClassLoader());
        this.source = source;
    }

    /** Where class files come from. */
    @FunctionalInterface
    interface Source {
        /** The class file, or null when the deploying VM lacks it, too. */
        byte[] bytesOf(String className) throws ClassNotFoundException;
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
        byte[] bytes = source.bytesOf(name);
        if (bytes == null) {
            throw new ClassNotFoundException(name + " is neither on this VM nor on the one that deploys");
        }
        shipped.put(name, bytes);
        return defineClass(name, bytes, 0, bytes.length);
    }

    /** The file of a class that this loader knows or can get, to ship it on; null for no other. */
    byte[] fileOf(String className) throws ClassNotFoundException {
        byte[] bytes = shipped.get(className);
        return bytes != null ? bytes : source.bytesOf(className);
    }

    /** The files of all classes that it has got so far, by name. */
    Map<String, byte[]> files() {
        return Map.copyOf(shipped);
    }
}
