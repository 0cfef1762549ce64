package org.javampi.freezing;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Arrays;

/** Runs a program so that its resources can be frozen in the middle of a call: main class, then its arguments. */
public final class ProgramMain {
    private ProgramMain() {}

    /**
     * Calls the program's main method.
     *
     * @throws Throwable what that throws
     */
    public static void main(String[] words) throws Throwable {
        RewritingLoader loader = new RewritingLoader(words[0], ClassLoader.getSystemClassLoader(), ProgramMain::file);
        Thread.currentThread().setContextClassLoader(loader);
        Method main = Class.forName(words[0], true, loader).getMethod("main", String[].class);
        main.setAccessible(true);
        try {
            main.invoke(null, (Object) Arrays.copyOfRange(words, 1, words.length));
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    private static byte[] file(String className) {
        try (InputStream in = ClassLoader.getSystemResourceAsStream(className.replace('.', '/') + ".class")) {
            return in == null ? null : in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read class " + className, e);
        }
    }
}
