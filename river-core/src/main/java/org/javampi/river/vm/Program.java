package org.javampi.river.vm;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;

/** A program's {@code main}, found as the java launcher finds it. */
final class Program {
    private Program() {}

    /** Runs a main with its arguments. */
    @FunctionalInterface
    interface Main {
        void accept(String[] arguments) throws Throwable;
    }

    static Main main(ClassLoader loader, String className) throws Exception {
        Class<?> type;
        try {
            type = Class.forName(className, false, loader);
        } catch (ClassNotFoundException e) {
            throw new IllegalArgumentException(
                    "class "
                            + className
                            + " is not on the class path "
                            + System.getProperty("java.class.path")
                            + ": check its name and package, or name its place with -cp",
                    e);
        }
        Method main;
        try {
            main = type.getMethod("main", String[].class);
        } catch (NoSuchMethodException e) {
            throw new IllegalArgumentException(
                    "class " + className + " has no public static void main(String[])", e);
        }
        if (!Modifier.isStatic(main.getModifiers())) {
            throw new IllegalArgumentException("main of class " + className + " is not static");
        }
        main.setAccessible(true);
        return arguments -> {
            try {
                main.invoke(null, (Object) arguments);
            } catch (InvocationTargetException e) {
                throw e.getCause();
            }
        };
    }
}
