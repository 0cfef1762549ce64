package org.javampi.river.parallel;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.javampi.river.farm.ObjectBytes;
import org.javampi.river.parallel.engine.EngineLink;
import org.javampi.river.parallel.engine.EngineMessage;
import org.javampi.river.parallel.engine.EngineMessage.Kind;
import org.javampi.river.parallel.engine.EngineTask;

/** Calls at engines and their answers. Each call ends: with the engine's answer, or with the engine. Any thread. */
final class EngineCalls implements EngineLink.Listener {
    private final EngineLink link;
    private final AtomicLong numbers = new AtomicLong();
    private final AtomicLong interrupts = new AtomicLong();
    private final Map<Long, Part> open = new ConcurrentHashMap<>();
    private final Map<Integer, String> lost = new ConcurrentHashMap<>();
    private final Set<ClassLoader> loaders = ConcurrentHashMap.newKeySet();

    /** Hears what engines print; for a console. */
    private volatile BiConsumer<Integer, String> printer = (engine, text) -> {};

    /** What one engine does for a call. */
    private record Part(int engine, Pending<?> call, int index) {}

    EngineCalls(EngineLink link) {
        this.link = link;
        loaders.add(EngineCalls.class.getClassLoader());
        link.listen(this);
    }

    EngineLink link() {
        return link;
    }

    void printTo(BiConsumer<Integer, String> newPrinter) {
        printer = newPrinter;
    }

    /** An engine for people. */
    String name(int engine) {
        return "engine " + engine + " (" + link.describe(engine) + ")";
    }

    boolean isAlive(int engine) {
        return !lost.containsKey(engine);
    }

    /** Engines may need classes that this object's class loader has. */
    void learn(Object... objects) {
        for (Object one : objects) {
            ClassLoader loader = one == null ? null : one.getClass().getClassLoader();
            if (loader != null) {
                loaders.add(loader);
            }
        }
        ClassLoader context = Thread.currentThread().getContextClassLoader();
        if (context != null) {
            loaders.add(context);
        }
    }

    /** Begins a task at one engine. */
    <R> Pending<R> begin(int engine, EngineTask<R> task) {
        return begin(new int[] {engine}, part -> task, values -> {
            @SuppressWarnings("unchecked") // the task's own result
            R value = (R) values.get(0);
            return value;
        });
    }

    /**
     * Begins a call.
     *
     * @param engines where
     * @param tasks what, by place in {@code engines}
     * @param finish makes the result of the values
     */
    <T> Pending<T> begin(int[] engines, IntFunction<EngineTask<?>> tasks, Function<List<Object>, T> finish) {
        String[] names = new String[engines.length];
        long[] calls = new long[engines.length];
        for (int i = 0; i < engines.length; i++) {
            names[i] = name(engines[i]);
            calls[i] = numbers.incrementAndGet();
        }
        Pending<T> pending = new Pending<>("engine", engines.clone(), names, finish, () -> interrupt(engines, calls));
        byte[] last = null;
        EngineTask<?> lastTask = null;
        byte[][] messages = new byte[engines.length][];
        for (int i = 0; i < engines.length; i++) {
            // All that can be refused is refused before anything is begun; a task for all is written once.
            EngineTask<?> task = tasks.apply(i);
            learn(task);
            last = task == lastTask ? last : ObjectBytes.of(task, "the call");
            lastTask = task;
            messages[i] = last;
        }
        for (int i = 0; i < engines.length; i++) {
            open.put(calls[i], new Part(engines[i], pending, i));
            String why = lost.get(engines[i]);
            if (why == null) {
                try {
                    link.send(engines[i], new EngineMessage(Kind.CALL, calls[i], "", messages[i]).encoded());
                } catch (IOException e) {
                    onLost(engines[i], e.getMessage());
                }
                why = lost.get(engines[i]);
            }
            if (why != null) {
                fail(calls[i], lostException(engines[i], why));
            }
        }
        pending.finishIfEmpty();
        return pending;
    }

    private EngineException lostException(int engine, String why) {
        return new EngineException(name(engine) + " is lost: " + why);
    }

    private void interrupt(int[] engines, long[] calls) {
        for (int i = 0; i < engines.length; i++) {
            if (open.containsKey(calls[i])) {
                tell(engines[i], EngineMessage.of(Kind.INTERRUPT, calls[i], ""));
            }
        }
    }

    /** How often all was interrupted: who makes several calls in a row looks whether to go on. */
    long interrupts() {
        return interrupts.get();
    }

    /** Interrupts all that runs or waits. */
    void interruptAll() {
        interrupts.incrementAndGet();
        open.forEach((call, part) -> tell(part.engine, EngineMessage.of(Kind.INTERRUPT, call, "")));
    }

    private void tell(int engine, EngineMessage message) {
        try {
            link.send(engine, message.encoded());
        } catch (IOException e) {
            onLost(engine, e.getMessage());
        }
    }

    private void fail(long call, Throwable why) {
        Part part = open.remove(call);
        if (part != null) {
            part.call.complete(part.index, null, why);
        }
    }

    @Override
    public void onMessage(int engine, byte[] bytes) {
        EngineMessage message = EngineMessage.decoded(bytes);
        switch (message.kind()) {
            case CLASS -> tell(engine, new EngineMessage(Kind.CLASS, 0, message.text(), classFile(message.text())));
            case OUTPUT -> {
                Part part = open.get(message.call());
                if (part != null) {
                    part.call.print(part.index, message.text());
                }
                printer.accept(engine, message.text());
            }
            case RESULT -> {
                Part part = open.remove(message.call());
                if (part != null) {
                    finish(part, message.bytes());
                }
            }
            case FAILURE -> fail(message.call(), thrown(engine, message));
            default -> throw new IllegalStateException("an engine does not say " + message.kind());
        }
    }

    private void finish(Part part, byte[] bytes) {
        try {
            part.call.complete(part.index, read(bytes), null);
        } catch (IOException | ClassNotFoundException | RuntimeException e) {
            part.call.complete(
                    part.index, null, new EngineException("the result of " + name(part.engine) + ": " + e, e));
        }
    }

    /** By the classes of the caller. */
    private Object read(byte[] bytes) throws IOException, ClassNotFoundException {
        AtomicReference<ClassNotFoundException> missing = new AtomicReference<>();
        for (ClassLoader loader : loaders) {
            try {
                return ObjectBytes.read(bytes, loader);
            } catch (ClassNotFoundException e) {
                missing.set(e);
            }
        }
        throw missing.get();
    }

    private Throwable thrown(int engine, EngineMessage message) {
        Throwable own = null;
        if (message.bytes().length > 0) {
            try {
                own = (Throwable) read(message.bytes());
            } catch (IOException | ClassNotFoundException | RuntimeException e) {
                // Its text says what it was.
                own = null;
            }
        }
        return own != null ? own : new EngineException(name(engine) + ": " + message.text());
    }

    private byte[] classFile(String name) {
        String file = name.replace('.', '/') + ".class";
        for (ClassLoader loader : loaders) {
            try (InputStream in = loader.getResourceAsStream(file)) {
                if (in != null) {
                    return in.readAllBytes();
                }
            } catch (IOException e) {
                // The engine says which class it misses.
                continue;
            }
        }
        return new byte[0];
    }

    @Override
    public void onLost(int engine, String why) {
        lost.putIfAbsent(engine, why == null ? "its connection has ended" : why);
        open.forEach((call, part) -> {
            if (part.engine == engine) {
                fail(call, lostException(engine, lost.get(engine)));
            }
        });
    }

    void close() {
        for (int engine = 0; engine < link.size(); engine++) {
            if (isAlive(engine)) {
                tell(engine, EngineMessage.of(Kind.LEAVE, 0, ""));
            }
            onLost(engine, "these engines were closed");
        }
        link.close();
    }
}
