package org.javampi.job.vm;

import java.lang.reflect.Constructor;
import java.lang.reflect.Method;

/**
 * The method that a program begins with, as today's java launcher finds it on any Java: main need be neither public nor
 * static. Since Java 25 (JEP 512) it need have no parameters.
 */
final class MainMethod {
    private static final int BARE_MAINS_SINCE = 25;
    private static final String NAME = "main";

    private MainMethod() {}

    /** The main of a class, or null if it has none. */
    static Method of(Class<?> type) {
        Method withArguments = find(type, String[].class);
        boolean isTaken = withArguments != null || Runtime.version().feature() < BARE_MAINS_SINCE;
        return isTaken ? withArguments : find(type);
    }

    private static Method find(Class<?> type, Class<?>... parameters) {
        for (Class<?> owner = type; owner != null; owner = owner.getSuperclass()) {
            try {
                Method main = owner.getDeclaredMethod(NAME, parameters);
                if (main.getReturnType() == void.class) {
                    return main;
                }
            } catch (NoSuchMethodException e) {
                // Perhaps its superclass has one.
                continue;
            }
        }
        return null;
    }

    /** An object for a main that is not static. */
    static Object instance(Class<?> type) throws NoProgramException {
        try {
            Constructor<?> constructor = type.getDeclaredConstructor();
            constructor.setAccessible(true);
            return constructor.newInstance();
        } catch (NoSuchMethodException e) {
            throw new NoProgramException("main of class " + type.getName()
                    + " is not static, and the class has no constructor without parameters to make an object of it");
        } catch (ReflectiveOperationException e) {
            throw new NoProgramException("an object of class " + type.getName() + " cannot be made: " + e);
        }
    }
}
