package org.javampi.river.parallel.engine;

import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;

/** Loads classes that an engine lacks from its caller. What the engine has itself, it uses. */
final class EngineLoader extends ClassLoader {
    static {
        registerAsParallelCapable();
    }

    private final Consumer<EngineMessage> outlet;
    private final Map<String, CompletableFuture<byte[]>> asked = new ConcurrentHashMap<>();
    private volatile boolean closed;

    EngineLoader(ClassLoader parent, Consumer<EngineMessage> outlet) {
        super(parent);
        this.outlet = outlet;
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
        // Generated for source, or searched for by convention: the caller has none of these.
        if (name.startsWith("REPL.") || name.endsWith("BeanInfo") || name.endsWith("Customizer")) {
            throw new ClassNotFoundException(name);
        }
        CompletableFuture<byte[]> answer = asked.computeIfAbsent(name, key -> {
            CompletableFuture<byte[]> made = new CompletableFuture<>();
            if (closed) {
                made.complete(new byte[0]);
            }
            return made;
        });
        outlet.accept(EngineMessage.of(EngineMessage.Kind.CLASS, 0, name));
        try {
            byte[] file = answer.get();
            if (file.length == 0) {
                throw new ClassNotFoundException(name + " is neither at this engine nor at its caller");
            }
            return defineClass(name, file, 0, file.length);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ClassNotFoundException(name + ": interrupted while it was fetched", e);
        } catch (ExecutionException e) {
            throw new ClassNotFoundException(name, e);
        }
    }

    /** The caller's answer; no bytes when it lacks the class, too. */
    void answer(String name, byte[] file) {
        CompletableFuture<byte[]> waiting = asked.remove(name);
        if (waiting != null) {
            waiting.complete(file);
        }
    }

    /** The caller answers no more. */
    void close() {
        closed = true;
        asked.values().forEach(one -> one.complete(new byte[0]));
    }
}
