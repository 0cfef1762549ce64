package org.javampi.river.parallel;

import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/** A call of several parts, each at one engine. Any thread. */
final class Pending<T> extends CompletableFuture<T> implements AsyncResult<T> {
    private final String what;
    private final String[] names;
    private final int[] engines;
    private final Function<List<Object>, T> finish;
    private final Runnable ender;
    private final Object[] values;
    private final Map<Integer, Throwable> failures = new LinkedHashMap<>();
    private final Map<Integer, StringBuilder> outputs = new LinkedHashMap<>();
    private final boolean[] over;
    private int done;

    /**
     * A call.
     *
     * @param what the parts are called
     * @param engines where each part is
     * @param names of these engines
     * @param finish makes the result of the parts' values
     * @param ender ends the parts
     */
    Pending(String what, int[] engines, String[] names, Function<List<Object>, T> finish, Runnable ender) {
        this.what = what;
        this.engines = engines;
        this.names = names;
        this.finish = finish;
        this.ender = ender;
        values = new Object[engines.length];
        over = new boolean[engines.length];
    }

    /** A part has its value, or has failed. */
    void complete(int part, Object value, Throwable failure) {
        synchronized (this) {
            if (over[part]) {
                return;
            }
            over[part] = true;
            values[part] = value;
            if (failure != null) {
                failures.put(part, failure);
            }
            done++;
            if (done < engines.length) {
                return;
            }
        }
        finishNow();
    }

    void finishIfEmpty() {
        if (engines.length == 0) {
            finishNow();
        }
    }

    private void finishNow() {
        if (failures.isEmpty()) {
            try {
                complete(finish.apply(Arrays.asList(values)));
            } catch (RuntimeException e) {
                completeExceptionally(e);
            }
            return;
        }
        Map<Integer, Throwable> byEngine = new LinkedHashMap<>();
        Map<Integer, String> named = new LinkedHashMap<>();
        for (int part = 0; part < engines.length; part++) {
            if (failures.containsKey(part)) {
                byEngine.put(engines[part], failures.get(part));
                named.put(engines[part], names[part]);
            }
        }
        completeExceptionally(new CompositeException(byEngine, engines.length, what, named));
    }

    synchronized void print(int part, String text) {
        outputs.computeIfAbsent(engines[part], engine -> new StringBuilder()).append(text);
    }

    @Override
    public boolean ready() {
        return isDone();
    }

    @Override
    public T get(Duration d) throws Exception {
        try {
            return get(d.toNanos(), TimeUnit.NANOSECONDS);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof Exception cause ? cause : e;
        }
    }

    /** Waits for the result; an interrupt ends the call. */
    T await() {
        try {
            return get();
        } catch (InterruptedException e) {
            abort();
            Thread.currentThread().interrupt();
            throw new EngineException(
                    "interrupted while engines were waited for; what they do was interrupted, too", e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                // Where the call was made is of more use than the thread that has heard of its end.
                cause.addSuppressed(new IllegalStateException("called here"));
                throw cause;
            }
            throw new EngineException(e.getCause().toString(), e.getCause());
        }
    }

    @Override
    public synchronized int progress() {
        return done;
    }

    /** Interrupts the engines; the call ends when they have answered. */
    void interrupt() {
        ender.run();
    }

    @Override
    public void abort() {
        ender.run();
        completeExceptionally(new EngineException("the call was aborted"));
    }

    @Override
    public synchronized String stdout(int engine) {
        StringBuilder text = outputs.get(engine);
        return text == null ? "" : text.toString();
    }
}
