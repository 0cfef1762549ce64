package org.javampi.river.vm;

import java.io.File;
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
    static Main main(ClassLoader loader, String className, String classPath)
            throws NoProgramException {
        Class<?> type;
        try {
            type = Class.forName(className, false, loader);
        } catch (ClassNotFoundException e) {
            throw new NoProgramException(
                    "class "
                            + className
                            + " is not on the class path "
                            + usersPart(classPath)
                            + ": "
                            + remedy(className));
        }
        Method main;
        try {
            main = type.getMethod("main", String[].class);
        } catch (NoSuchMethodException e) {
            throw new NoProgramException(
                    "class " + className + " has no public static void main(String[])");
        }
        if (!Modifier.isStatic(main.getModifiers())) {
            throw new NoProgramException("main of class " + className + " is not static");
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

    /** A source file goes by its name with the ending, which is easily left out. */
    private static String remedy(String className) {
        File source = new File(className.replace('.', '/') + ".java");
        return source.isFile()
                ? "did you mean the source file " + source + "?"
                : "check its name and package, or name its place with -cp";
    }

    /** The class path without the folder of jars that this runtime itself is in. */
    private static String usersPart(String classPath) {
        Path own =
                Path.of(
                                URI.create(
                                        Program.class
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
