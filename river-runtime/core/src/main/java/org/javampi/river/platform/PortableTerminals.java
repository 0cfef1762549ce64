package org.javampi.river.platform;

import java.io.Console;
import java.io.IOException;
import java.lang.reflect.Method;
import java.util.List;

/** By {@link System#console}, which speaks for standard input and standard output together. */
final class PortableTerminals implements Terminals {
    private static final List<String> READER_GONE =
            List.of("Broken pipe", "The pipe is being closed", "The pipe has been ended");

    @Override
    public boolean isTerminal(int stream) {
        Console console = stream == 2 ? null : System.console();
        return console != null && isTerminal(console);
    }

    /** From Java 22 on there is a console without a terminal, too, and a method that says so. */
    private static boolean isTerminal(Console console) {
        try {
            Method method = Console.class.getMethod("isTerminal");
            return (Boolean) method.invoke(console);
        } catch (NoSuchMethodException e) {
            return true;
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("cannot ask the console whether it is a terminal", e);
        }
    }

    /** By what POSIX says, and Windows in English. */
    @Override
    public boolean hasLostReader(int stream, IOException failure) {
        return failure.getMessage() != null && READER_GONE.contains(failure.getMessage());
    }

    @Override
    public boolean isInForeground() {
        return true;
    }
}
