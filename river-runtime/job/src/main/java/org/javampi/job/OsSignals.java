package org.javampi.job;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Map;
import java.util.function.Consumer;
import org.javampi.river.platform.Platform;

/**
 * Signals of the operating system. The JDK's own classes for them are called by reflection: the compiler warns of each
 * use, and no option of javac silences it. A signal that the platform does not
 * have, or that the JVM keeps for itself, is left as it is.
 */
public final class OsSignals {
    private static final String SIGNAL = "sun.misc.Signal";
    private static final String HANDLER = "sun.misc.SignalHandler";

    /** Environment variable: the signal that a JVM on Linux keeps for itself, by its number (HotSpot's signals_posix). */
    private static final String KEPT_SIGNAL = "_JAVA_SR_SIGNUM";

    /** A real-time signal, of which nobody has another use. */
    private static final String REAL_TIME = "62";

    private OsSignals() {}

    /** Leaves USR2, which a JVM keeps for itself, to the program of a JVM that is started with {@code environment}. */
    public static void leaveUsr2(Map<String, String> environment) {
        environment.putIfAbsent(KEPT_SIGNAL, REAL_TIME);
    }

    /** From now on a signal does nothing, unless something else handles it later. */
    public static void ignore(String name) {
        try {
            handle(name, Class.forName(HANDLER).getField("SIG_IGN").get(null));
        } catch (ReflectiveOperationException e) {
            // No such classes: signals do what they do.
            return;
        }
    }

    /**
     * From now on a signal calls {@code handler} with its name, in a thread of its own. A signal that this process was
     * started to ignore, as by nohup(1), stays ignored.
     *
     * @param name as kill(1) has it: USR1
     */
    public static void on(String name, Consumer<String> handler) {
        try {
            Class<?> type = Class.forName(HANDLER);
            handle(name, Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (self, method, words) -> {
                switch (method.getName()) {
                    case "handle" -> handler.accept(name);
                    case "hashCode" -> {
                        return System.identityHashCode(self);
                    }
                    case "equals" -> {
                        return self == words[0];
                    }
                    default -> {
                        return HANDLER;
                    }
                }
                return null;
            }));
        } catch (ClassNotFoundException e) {
            // No such classes: signals do what they do.
            return;
        }
    }

    private static void handle(String name, Object handler) {
        if (!Platform.current().processes().hasSignal(name)) {
            return;
        }
        try {
            Class<?> type = Class.forName(SIGNAL);
            Object signal = type.getConstructor(String.class).newInstance(name);
            Method handle = type.getMethod("handle", type, Class.forName(HANDLER));
            Object before = handle.invoke(null, signal, handler);
            Object ignoring = Class.forName(HANDLER).getField("SIG_IGN").get(null);
            if (before == ignoring) {
                handle.invoke(null, signal, ignoring);
            }
        } catch (InvocationTargetException e) {
            // The JVM keeps this signal for itself, or an option of it does.
            return;
        } catch (ReflectiveOperationException e) {
            // No such classes: signals do what they do.
            return;
        }
    }
}
