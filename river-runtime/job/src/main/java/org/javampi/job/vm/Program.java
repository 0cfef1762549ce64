package org.javampi.job.vm;

import java.io.File;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.net.URI;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;

/** A program's {@code main}, found as the java launcher finds it. */
final class Program {
    private Program() {}

    /** Runs a main with its arguments. */
    @FunctionalInterface
    interface Main {
        void accept(String[] arguments) throws Throwable;
    }

    /**
     * Finds the main of {@code className}.
     *
     * @param classPath where {@code loader} looks, for the message
     * @throws NoProgramException when there is none
     */
    static Main main(ClassLoader loader, String className, String classPath) throws NoProgramException {
        Class<?> type;
        try {
            type = Class.forName(className, false, loader);
        } catch (ClassNotFoundException e) {
            throw new NoProgramException("class "
                    + className
                    + " is not on the class path "
                    + usersPart(classPath)
                    + ": "
                    + remedy(className));
        }
        Method main = declared(type);
        if (main == null) {
            throw new NoProgramException("class " + className + " has no public static void main(String[])");
        }
        return Modifier.isStatic(main.getModifiers()) ? calling(main) : calling(main, type);
    }

    /** As today's java launcher does, on any Java: main need be neither public nor static. */
    private static Method declared(Class<?> type) {
        for (Class<?> c = type; c != null; c = c.getSuperclass()) {
            for (Method method : c.getDeclaredMethods()) {
                if (method.getName().equals("main")
                        && method.getReturnType() == void.class
                        && Arrays.equals(method.getParameterTypes(), new Class<?>[] {String[].class})) {
                    return method;
                }
            }
        }
        return null;
    }

    /** The main of an object that is made for it. */
    private static Main calling(Method main, Class<?> type) throws NoProgramException {
        Constructor<?> constructor;
        try {
            constructor = type.getDeclaredConstructor();
        } catch (NoSuchMethodException e) {
            throw new NoProgramException("main of class " + type.getName()
                    + " is not static, and the class has no constructor without parameters to make an object of it");
        }
        constructor.setAccessible(true);
        main.setAccessible(true);
        return arguments -> {
            try {
                main.invoke(constructor.newInstance(), (Object) arguments);
            } catch (InvocationTargetException e) {
                throw e.getCause();
            }
        };
    }

    /** By a method handle: since Java 18 the first call by reflection makes classes for 5 ms. */
    private static Main calling(Method main) {
        main.setAccessible(true);
        try {
            MethodHandle handle = MethodHandles.lookup()
                    .unreflect(main)
                    .asFixedArity()
                    .asType(MethodType.methodType(void.class, String[].class));
            // A block: as an expression the call would be one that answers an Object.
            return arguments -> {
                handle.invokeExact(arguments);
            };
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(main + " was made accessible, but is not", e);
        }
    }

    /** A source file goes by its name with the ending, which is easily left out. */
    private static String remedy(String className) {
        File source = new File(className.replace('.', '/') + ".java");
        return source.isFile()
                ? "did you mean the source file " + source + "?"
                : "check its name and package, or name its place with -cp";
    }

    /** The class path without the folder of jars that this runtime itself is in. */
    private static String usersPart(String classPath) {
        Path own = Path.of(URI.create(Program.class
                        .getProtectionDomain()
                        .getCodeSource()
                        .getLocation()
                        .toString()))
                .getParent();
        return Arrays.stream(classPath.split(File.pathSeparator))
                .filter(entry -> !own.equals(Path.of(entry).toAbsolutePath().getParent()))
                .collect(Collectors.joining(File.pathSeparator));
    }
}
