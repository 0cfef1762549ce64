package org.javampi.job.vm;

import java.io.File;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
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
        Method main = MainMethod.of(type);
        if (main == null) {
            throw new NoProgramException("class " + className + " has no public static void main(String[])");
        }
        return calling(main, type);
    }

    /** By a method handle: since Java 18 the first call by reflection makes classes for 5 ms. */
    private static Main calling(Method main, Class<?> type) throws NoProgramException {
        main.setAccessible(true);
        try {
            MethodHandle handle = MethodHandles.lookup().unreflect(main).asFixedArity();
            if (!Modifier.isStatic(main.getModifiers())) {
                handle = handle.bindTo(MainMethod.instance(type));
            }
            if (main.getParameterCount() == 0) {
                handle = MethodHandles.dropArguments(handle, 0, String[].class);
            }
            handle = handle.asType(MethodType.methodType(void.class, String[].class));
            MethodHandle found = handle;
            // A block: as an expression the call would be one that answers an Object.
            return arguments -> {
                found.invokeExact(arguments);
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
