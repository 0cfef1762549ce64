package org.javampi.river.parallel.engine;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Map;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.javampi.river.farm.ObjectBytes;
import org.javampi.river.parallel.engine.EngineMessage.Kind;

/**
 * An engine: a namespace, and a thread that carries out what comes for it, one call after the other. What its threads
 * print goes to the caller.
 */
public final class Engine {
    private final int number;
    private final int size;
    private final Consumer<EngineMessage> outlet;
    private final Map<String, Object> host;
    private final EngineNamespace namespace = new EngineNamespace();
    private final LinkedBlockingQueue<EngineMessage> calls = new LinkedBlockingQueue<>();
    private final EngineLoader classes;
    private final ThreadGroup threads;
    private final Runnable onLeave;
    private Snippets snippets;
    private Runnable restoreOutput;

    /** Under this object's lock. */
    private Thread thread;

    private long current;
    private boolean closed;

    /**
     * An engine; {@link #start} makes it work.
     *
     * @param number its own, from 0
     * @param size how many there are
     * @param parent has the classes of the program that it lives in
     * @param group its threads become part of that
     * @param host what tasks can ask about the place, by name
     * @param outlet takes messages to the caller; must not throw
     * @param onLeave when the caller has left
     */
    public Engine(
            int number,
            int size,
            ClassLoader parent,
            ThreadGroup group,
            Map<String, Object> host,
            Consumer<byte[]> outlet,
            Runnable onLeave) {
        this.number = number;
        this.size = size;
        this.host = Map.copyOf(host);
        this.outlet = message -> outlet.accept(message.encoded());
        this.onLeave = onLeave;
        classes = new EngineLoader(parent, this.outlet);
        threads = new ThreadGroup(group, "engine-" + number);
    }

    /** Begins to work. */
    public synchronized void start() {
        restoreOutput =
                CapturedOutput.install(threads, text -> outlet.accept(EngineMessage.of(Kind.OUTPUT, callNow(), text)));
        thread = new Thread(threads, this::run, "engine-" + number);
        thread.setDaemon(true);
        thread.start();
    }

    /** Its number, from 0. */
    public int number() {
        return number;
    }

    /** How many engines there are. */
    public int size() {
        return size;
    }

    /** Variables that are there although nobody has put them, unless one of the same name is put or declared. */
    public void offer(Supplier<Map<String, Object>> variables) {
        namespace.offer(variables);
    }

    /** Its variables. */
    public Map<String, Object> namespace() {
        return namespace;
    }

    /** Something about the place; null when it does not know. */
    public Object host(String name) {
        return host.get(name);
    }

    /** What runs compiled source here. */
    public Snippets snippets() {
        if (snippets == null) {
            snippets = new Snippets(classes, namespace);
        }
        return snippets;
    }

    /** Types of variables that source has not declared, by name. */
    public Map<String, String> undeclared() {
        return snippets().undeclared();
    }

    private synchronized long callNow() {
        return current;
    }

    /** A message of the caller; does not wait. */
    public void onMessage(byte[] bytes) {
        EngineMessage message = EngineMessage.decoded(bytes);
        switch (message.kind()) {
            case CALL -> calls.add(message);
            case INTERRUPT -> interrupt(message.call());
            case CLASS -> classes.answer(message.text(), message.bytes());
            case LEAVE -> close();
            default -> throw new IllegalStateException("an engine is not told " + message.kind());
        }
    }

    private synchronized void interrupt(long call) {
        if (current == call) {
            if (snippets == null || !snippets.stop()) {
                thread.interrupt();
            }
        } else if (calls.removeIf(waiting -> waiting.call() == call)) {
            outlet.accept(EngineMessage.of(Kind.FAILURE, call, "it was ended before it was begun"));
        }
    }

    private void run() {
        namespace.enter();
        try {
            while (true) {
                EngineMessage message = calls.take();
                if (!begin(message.call())) {
                    return;
                }
                Thread.currentThread().setContextClassLoader(snippets().loader());
                EngineMessage answer = perform(message);
                begin(0);
                outlet.accept(answer);
            }
        } catch (InterruptedException e) {
            // The caller has left.
            Thread.currentThread().interrupt();
        }
    }

    private synchronized boolean begin(long call) {
        current = call;
        if (call == 0 && !closed) {
            // The interrupt of a call that is over is not the next one's.
            Thread.interrupted();
        }
        return !closed;
    }

    private EngineMessage perform(EngineMessage message) {
        try {
            EngineTask<?> task =
                    (EngineTask<?>) ObjectBytes.read(message.bytes(), snippets().loader());
            byte[] result = ObjectBytes.of(task.run(this), "the result");
            return new EngineMessage(Kind.RESULT, message.call(), "", result);
        } catch (Throwable thrown) {
            // Whatever a task throws, its Errors included, is its caller's to hear of.
            StringWriter stack = new StringWriter();
            thrown.printStackTrace(new PrintWriter(stack, true));
            byte[] bytes;
            try {
                bytes = ObjectBytes.of(thrown, "the exception");
            } catch (IllegalArgumentException e) {
                bytes = new byte[0];
            }
            return new EngineMessage(
                    Kind.FAILURE, message.call(), stack.toString().stripTrailing(), bytes);
        }
    }

    /** Ends it: what runs is interrupted. */
    public void close() {
        synchronized (this) {
            if (closed) {
                return;
            }
            closed = true;
            if (snippets == null || !snippets.stop()) {
                thread.interrupt();
            }
            restoreOutput.run();
        }
        classes.close();
        onLeave.run();
    }
}
