package org.javampi.continuations.objects;

import java.io.Serializable;
import java.lang.reflect.Proxy;
import java.util.Arrays;

/**
 * Names a class so that it can be found, or made, in another JVM: dynamic proxies by what they implement.
 *
 * @param identityHash what maps whose keys are classes go by; 0 for none
 */
record TypeName(String name, String[] interfaces, int identityHash) implements Serializable {
    private static final String[] NONE = {};

    static TypeName of(Class<?> type) {
        int hash = RawMemory.open().identityHash(type);
        return Proxy.isProxyClass(type)
                ? new TypeName(
                        "",
                        Arrays.stream(type.getInterfaces()).map(Class::getName).toArray(String[]::new),
                        hash)
                : new TypeName(type.getName(), NONE, hash);
    }

    /** The class, with its identity hash of an earlier life if nobody here has asked for it yet. */
    Class<?> find(ClassLoader loader) {
        Class<?> found = known(loader);
        RawMemory.open().setIdentityHash(found, identityHash);
        return found;
    }

    @SuppressWarnings("deprecation") // The class of a proxy without an object of it.
    private Class<?> known(ClassLoader loader) {
        try {
            if (!name.isEmpty()) {
                return primitive() != null ? primitive() : Class.forName(name, false, loader);
            }
            Class<?>[] found = new Class<?>[interfaces.length];
            for (int i = 0; i < found.length; i++) {
                found[i] = Class.forName(interfaces[i], false, loader);
            }
            return Proxy.getProxyClass(loader, found);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(
                    "class " + e.getMessage() + " of the checkpoint is not on the class path", e);
        }
    }

    private Class<?> primitive() {
        for (Class<?> type : new Class<?>[] {
            boolean.class,
            byte.class,
            char.class,
            short.class,
            int.class,
            long.class,
            float.class,
            double.class,
            void.class
        }) {
            if (type.getName().equals(name)) {
                return type;
            }
        }
        return null;
    }
}
