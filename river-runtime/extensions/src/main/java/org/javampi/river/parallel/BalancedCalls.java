package org.javampi.river.parallel;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.javampi.river.parallel.engine.EngineTask;

/**
 * Calls that go to whichever engine is free. Each engine works at one part at a time. A part that has failed goes to
 * another engine if one is there, as often as retries allow; parts of an engine that dies count as failed.
 */
final class BalancedCalls implements Balanced {
    private final EngineCalls calls;
    private final int retries;
    private final List<AsyncResult<?>> before;
    private final Duration limit;

    BalancedCalls(EngineCalls calls, int retries, List<AsyncResult<?>> before, Duration limit) {
        this.calls = calls;
        this.retries = retries;
        this.before = before;
        this.limit = limit;
    }

    @Override
    public Balanced retries(int n) {
        if (n < 0) {
            throw new IllegalArgumentException("retries(" + n + "): 0 or more");
        }
        return new BalancedCalls(calls, n, before, limit);
    }

    @Override
    public Balanced after(AsyncResult<?>... r) {
        return new BalancedCalls(calls, retries, List.of(r), limit);
    }

    @Override
    public Balanced timeout(Duration d) {
        return new BalancedCalls(calls, retries, before, d);
    }

    @Override
    public <A, R> List<R> map(ElementFunction<A, R> f, List<A> l) {
        calls.learn(f);
        List<EngineTask<?>> tasks = new ArrayList<>();
        for (A one : l) {
            calls.learn(one);
            tasks.add(engine -> f.apply(one));
        }
        return BalancedCalls.<List<R>>cast(begin(tasks, values -> values)).await();
    }

    @SuppressWarnings("unchecked") // the tasks' own results
    private static <T> Pending<T> cast(Pending<?> pending) {
        return (Pending<T>) pending;
    }

    @Override
    public <R> R apply(EngineFunction<R> f) {
        return begunApply(f).await();
    }

    @Override
    public <R> AsyncResult<R> applyAsync(EngineFunction<R> f) {
        return begunApply(f);
    }

    private <R> Pending<R> begunApply(EngineFunction<R> f) {
        calls.learn(f);
        List<EngineTask<?>> one = List.of(engine -> f.apply(engine.namespace()));
        return BalancedCalls.<R>cast(begin(one, values -> values.get(0)));
    }

    private Pending<?> begin(List<EngineTask<?>> tasks, Function<List<Object>, Object> finish) {
        Dealer dealer = new Dealer(tasks, finish);
        CompletableFuture<?>[] first =
                before.stream().map(AsyncResult::toCompletableFuture).toArray(CompletableFuture<?>[]::new);
        CompletableFuture.allOf(first).whenComplete((none, failure) -> {
            if (failure == null) {
                dealer.begin();
            } else {
                dealer.failAll(new EngineException("not begun: a call that it comes after has failed: " + failure));
            }
        });
        return dealer.pending;
    }

    /** One part, until it has ended. */
    private static final class Item {
        final int index;
        final EngineTask<?> task;
        int attempts;
        int lastEngine = -1;

        Item(int index, EngineTask<?> task) {
            this.index = index;
            this.task = task;
        }
    }

    /** Deals parts to engines. */
    private final class Dealer {
        final Pending<?> pending;
        private final Deque<Item> waiting = new ArrayDeque<>();
        private final List<Pending<?>> running = new ArrayList<>();
        private final boolean[] busy = new boolean[calls.link().size()];
        private String lastLoss = "no engine is left";

        Dealer(List<EngineTask<?>> tasks, Function<List<Object>, Object> finish) {
            int[] numbers = new int[tasks.size()];
            String[] names = new String[tasks.size()];
            for (int i = 0; i < numbers.length; i++) {
                numbers[i] = i;
                names[i] = "part " + i;
                waiting.add(new Item(i, tasks.get(i)));
            }
            pending = new Pending<>("part", numbers, names, finish, this::abort);
        }

        void begin() {
            pending.finishIfEmpty();
            deal();
        }

        private void abort() {
            List<Pending<?>> all;
            synchronized (this) {
                waiting.clear();
                all = List.copyOf(running);
            }
            all.forEach(AsyncResult::abort);
        }

        void failAll(EngineException why) {
            List<Item> all;
            synchronized (this) {
                all = new ArrayList<>(waiting);
                waiting.clear();
            }
            all.forEach(item -> pending.complete(item.index, null, why));
        }

        private void deal() {
            boolean hopeless = true;
            for (int engine = 0; engine < busy.length; engine++) {
                Item item = null;
                synchronized (this) {
                    if (calls.isAlive(engine)) {
                        hopeless = false;
                        if (!busy[engine]) {
                            item = next(engine);
                            busy[engine] = item != null;
                        }
                    }
                }
                if (item != null) {
                    begin(engine, item);
                }
            }
            if (hopeless) {
                failAll(new EngineException("no engine is left: " + lastLoss));
            }
        }

        /** The first part that has not failed here just now; else the first. */
        private Item next(int engine) {
            for (Iterator<Item> all = waiting.iterator(); all.hasNext(); ) {
                Item item = all.next();
                if (item.lastEngine != engine) {
                    all.remove();
                    return item;
                }
            }
            boolean others = false;
            for (int other = 0; other < busy.length; other++) {
                others |= other != engine && calls.isAlive(other) && !busy[other];
            }
            return others ? null : waiting.poll();
        }

        private void begin(int engine, Item item) {
            item.attempts++;
            item.lastEngine = engine;
            Pending<?> part = calls.begin(engine, item.task);
            synchronized (this) {
                running.add(part);
            }
            CompletableFuture<Object> attempt = new CompletableFuture<>();
            part.whenComplete((value, failure) -> {
                if (failure == null) {
                    attempt.complete(value);
                } else {
                    attempt.completeExceptionally(failure);
                }
            });
            if (limit != null) {
                CompletableFuture.delayedExecutor(limit.toNanos(), TimeUnit.NANOSECONDS)
                        .execute(() -> {
                            if (attempt.completeExceptionally(new EngineException(calls.name(engine) + ": part "
                                    + item.index + " took longer than " + limit.toMillis() + " ms"))) {
                                part.interrupt();
                            }
                        });
            }
            attempt.whenComplete((value, failure) -> settle(item, value, failure));
            // The engine is free when it has answered, however late: not before.
            part.whenComplete((value, failure) -> {
                synchronized (this) {
                    running.remove(part);
                    busy[engine] = false;
                    if (!calls.isAlive(engine)) {
                        lastLoss = String.valueOf(failure);
                    }
                }
                deal();
            });
        }

        private void settle(Item item, Object value, Throwable failure) {
            if (failure == null) {
                pending.complete(item.index, value, null);
                return;
            }
            if (item.attempts <= retries && !pending.isDone()) {
                synchronized (this) {
                    waiting.addFirst(item);
                }
                deal();
                return;
            }
            pending.complete(item.index, null, BalancedCalls.cause(failure));
        }
    }

    /** What an engine has thrown, without what was wrapped around it. */
    private static Throwable cause(Throwable failure) {
        Throwable own = failure instanceof ExecutionException ? failure.getCause() : failure;
        return own instanceof CompositeException several
                ? several.failures().values().iterator().next()
                : own;
    }
}
