package org.javampi.core.image;

import java.io.Serializable;
import java.lang.reflect.Proxy;
import java.util.Arrays;

/** Names a class so that it can be found, or made, in another JVM: dynamic proxies by what they implement. */
record TypeName(String name, String[] interfaces) implements Serializable {
    private static final String[] NONE = {};

    static TypeName of(Class<?> type) {
        return Proxy.isProxyClass(type)
                ? new TypeName(
                        "",
                        Arrays.stream(type.getInterfaces()).map(Class::getName).toArray(String[]::new))
                : new TypeName(type.getName(), NONE);
    }

    @SuppressWarnings("deprecation") // The class of a proxy without an object of it.
    Class<?> find(ClassLoader loader) {
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
            boolean.class, byte.class, char.class, short.class, int.class, long.class, float.class, double.class, void.class
        }) {
            if (type.getName().equals(name)) {
                return type;
            }
        }
        return null;
    }
}
