package org.javampi.river.parallel;

import java.io.IOException;
import java.util.List;
import java.util.ServiceLoader;
import java.util.stream.IntStream;
import org.javampi.river.parallel.engine.EngineLink;
import org.javampi.river.parallel.engine.EngineProvider;

/**
 * Engines to compute with interactively: namespaces that do what they are told, one thing after the other. They are
 * numbered from 0; those of a job as its ranks. Any thread.
 *
 * <pre>{@code
 * try (Engines e = Engines.connect(4)) {
 *     e.all().scatter("a", new double[] {1, 2, 3, 4});
 *     List<Double> sums = e.all().apply(ns -> DoubleStream.of((double[]) ns.get("a")).sum());
 * }
 * }</pre>
 */
public class Engines implements AutoCloseable {
    private final EngineCalls calls;
    private SnippetSession session;

    private Engines(EngineLink link) {
        calls = new EngineCalls(link);
    }

    /** Takes free VMs of this user's River, and starts on this host what is missing; those end with {@link #close}. */
    public static Engines connect(int n) {
        if (n < 1) {
            throw new IllegalArgumentException("connect(" + n + "): at least 1 engine is needed");
        }
        return new Engines(RiverLink.connect(n));
    }

    /**
     * The ranks of a running job of this user and host. {@link #close} leaves them; the job goes on.
     *
     * @param job the beginning of the job's name, which programs learn from {@code JAVAMPI_JOB}
     * @throws EngineException when there is no such job
     */
    public static Engines of(String job) {
        try {
            for (EngineProvider provider : ServiceLoader.load(EngineProvider.class, Engines.class.getClassLoader())) {
                return new Engines(provider.connect(job));
            }
        } catch (IOException e) {
            throw new EngineException(e.getMessage(), e);
        }
        throw new EngineException("engines of jobs need javampi's console on the class path (lib/*)");
    }

    /** How many there are, those that are lost included. */
    public int size() {
        return calls.link().size();
    }

    /** All engines. */
    public View all() {
        return targets(IntStream.range(0, size()).toArray());
    }

    /** Some engines, by their numbers. */
    public View targets(int... t) {
        for (int one : t) {
            if (one < 0 || one >= size()) {
                throw new IllegalArgumentException("engine " + one + ": there are 0.." + (size() - 1));
            }
        }
        return new EngineView(calls, this::session, t.clone());
    }

    /** Engines as they become free: no retries, no time-out. */
    public Balanced balanced() {
        return new BalancedCalls(calls, 0, List.of(), null);
    }

    /** What compiles source for these engines; for consoles. */
    public synchronized SnippetSession session() {
        if (session == null) {
            session = new SnippetSession(calls);
        }
        return session;
    }

    /** Interrupts whatever the engines do. */
    public void interrupt() {
        calls.interruptAll();
    }

    /** Whether an engine is there. */
    public boolean isAlive(int engine) {
        return calls.isAlive(engine);
    }

    /** Leaves the engines. VMs that were started for them end, leased ones are free again, jobs go on. */
    @Override
    public void close() {
        synchronized (this) {
            if (session != null) {
                session.close();
            }
        }
        calls.close();
    }
}
