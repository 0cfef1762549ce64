package org.javampi.river.parallel.engine;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import jdk.jshell.execution.LoaderDelegate;
import jdk.jshell.execution.LocalExecutionControl;
import jdk.jshell.spi.ExecutionControl.ClassBytecodes;
import jdk.jshell.spi.ExecutionControl.ClassInstallException;
import jdk.jshell.spi.ExecutionControl.EngineTerminationException;
import jdk.jshell.spi.ExecutionControl.InternalException;
import jdk.jshell.spi.ExecutionControl.NotImplementedException;
import jdk.jshell.spi.ExecutionControl.ResolutionException;
import jdk.jshell.spi.ExecutionControl.RunException;
import jdk.jshell.spi.ExecutionControl.StoppedException;
import jdk.jshell.spi.ExecutionControl.UserException;

/**
 * Runs source that a JShell elsewhere has compiled, at this engine: the JDK's executor, which runs snippets in a thread
 * of their own and can stop them, with classes that have come from there.
 */
public final class Snippets {
    private static final long GRACE_MS = 300;

    private final EngineNamespace namespace;
    private final Installed loader;
    private final LocalExecutionControl control;
    private volatile ThreadGroup running;

    Snippets(ClassLoader parent, EngineNamespace namespace) {
        this.namespace = namespace;
        loader = new Installed(parent);
        control = new LocalExecutionControl(loader);
    }

    /** Classes of snippets, by the names that JShell gives them. */
    private static final class Installed extends ClassLoader implements LoaderDelegate {
        private final Map<String, byte[]> files = new ConcurrentHashMap<>();

        Installed(ClassLoader parent) {
            super(parent);
        }

        @Override
        public void load(ClassBytecodes[] all) throws ClassInstallException {
            boolean[] loaded = new boolean[all.length];
            try {
                for (ClassBytecodes one : all) {
                    files.put(one.name(), one.bytecodes());
                }
                for (int i = 0; i < all.length; i++) {
                    Class.forName(all[i].name(), false, this);
                    loaded[i] = true;
                }
            } catch (ClassNotFoundException | LinkageError e) {
                throw new ClassInstallException(e.toString(), loaded);
            }
        }

        @Override
        public Class<?> findClass(String name) throws ClassNotFoundException {
            Class<?> there = findLoadedClass(name);
            if (there != null) {
                return there;
            }
            byte[] file = files.get(name);
            if (file == null) {
                throw new ClassNotFoundException(name);
            }
            return defineClass(name, file, 0, file.length);
        }

        @Override
        public void classesRedefined(ClassBytecodes[] all) {
            // Never: JShell compiles anew under another name instead.
        }

        @Override
        public void addToClasspath(String path) {
            // Classes come from the caller.
        }
    }

    ClassLoader loader() {
        return loader;
    }

    /** Takes classes that have been compiled, by name. */
    public void load(Map<String, byte[]> classes)
            throws ClassInstallException, NotImplementedException, EngineTerminationException {
        control.load(classes.entrySet().stream()
                .map(one -> new ClassBytecodes(one.getKey(), one.getValue()))
                .toArray(ClassBytecodes[]::new));
    }

    /** Runs a snippet; answers its value as JShell shows it. */
    public SnippetOutcome invoke(String type, String method) throws EngineTerminationException, InternalException {
        running = Thread.currentThread().getThreadGroup();
        try {
            return SnippetOutcome.value(control.invoke(type, method));
        } catch (UserException e) {
            return new SnippetOutcome(null, e.causeExceptionClass(), e.getMessage(), e.getStackTrace(), false);
        } catch (ResolutionException e) {
            return new SnippetOutcome(
                    null,
                    IllegalStateException.class.getName(),
                    "something that it needs is declared, but not yet defined",
                    e.getStackTrace(),
                    false);
        } catch (StoppedException e) {
            return new SnippetOutcome(null, null, null, new StackTraceElement[0], true);
        } catch (RunException e) {
            throw new IllegalStateException("the JDK's executor has failed: " + e, e);
        } finally {
            running = null;
        }
    }

    /** A variable that source has declared: the static field of a class. */
    public void bind(String name, String type, String field) throws ReflectiveOperationException {
        Field found = Class.forName(type, true, loader).getDeclaredField(field);
        found.setAccessible(true);
        namespace.bind(name, found);
    }

    /** Interrupts the snippet that runs; one that does not heed it is stopped. False when none runs. */
    boolean stop() {
        ThreadGroup group = running;
        if (group == null) {
            return false;
        }
        Thread[] threads = new Thread[group.activeCount() + 8];
        int count = group.enumerate(threads, true);
        Arrays.stream(threads, 0, count)
                .filter(one -> one.getThreadGroup() != group)
                .forEach(Thread::interrupt);
        Thread force = new Thread(
                () -> {
                    try {
                        Thread.sleep(GRACE_MS);
                        if (running == group) {
                            control.stop();
                        }
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    } catch (EngineTerminationException | InternalException e) {
                        System.err.println("river: a snippet cannot be stopped: " + e.getMessage());
                    }
                },
                "engine-stop");
        force.setDaemon(true);
        force.start();
        return true;
    }

    /** Types by which compiled source can speak of the namespace's variables that it has not declared. */
    Map<String, String> undeclared() {
        Map<String, String> types = new LinkedHashMap<>();
        for (Map.Entry<String, Object> one : namespace.entrySet()) {
            if (!namespace.isBound(one.getKey())) {
                types.put(one.getKey(), typeName(one.getValue()));
            }
        }
        return types;
    }

    private static String typeName(Object value) {
        Class<?> type = value == null ? Object.class : value.getClass();
        Class<?> item = type;
        while (item.isArray()) {
            item = item.getComponentType();
        }
        if (item.isPrimitive() || isNameable(item)) {
            return type.getCanonicalName();
        }
        for (Class<?> known : new Class<?>[] {List.class, Map.class, Set.class, Number.class}) {
            if (known.isInstance(value)) {
                return known.getName();
            }
        }
        return Object.class.getName();
    }

    private static boolean isNameable(Class<?> type) {
        return Modifier.isPublic(type.getModifiers())
                && type.getCanonicalName() != null
                && (type.getEnclosingClass() == null || isNameable(type.getEnclosingClass()))
                && type.getModule().isExported(type.getPackageName());
    }
}
