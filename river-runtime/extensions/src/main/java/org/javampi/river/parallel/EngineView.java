package org.javampi.river.parallel;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.javampi.river.parallel.engine.EngineTask;

/** Some engines of a set. */
final class EngineView implements View {
    private final EngineCalls calls;
    private final Supplier<SnippetSession> session;
    private final int[] targets;

    EngineView(EngineCalls calls, Supplier<SnippetSession> session, int[] targets) {
        this.calls = calls;
        this.session = session;
        this.targets = targets;
    }

    private <R> Pending<List<R>> all(EngineTask<R> task) {
        return calls.begin(targets, part -> task, EngineView::results);
    }

    @SuppressWarnings("unchecked") // the tasks' own results
    private static <R> List<R> results(List<Object> values) {
        return (List<R>) new ArrayList<>(values);
    }

    @Override
    public void push(String n, Object v) {
        begunPush(n, v).await();
    }

    @Override
    public AsyncResult<List<Object>> pushAsync(String n, Object v) {
        return begunPush(n, v);
    }

    private Pending<List<Object>> begunPush(String n, Object v) {
        calls.learn(v);
        return all(engine -> {
            engine.namespace().put(n, v);
            return null;
        });
    }

    @Override
    public List<Object> pull(String n) {
        return begunPull(n).await();
    }

    @Override
    public AsyncResult<List<Object>> pullAsync(String n) {
        return begunPull(n);
    }

    private Pending<List<Object>> begunPull(String n) {
        return all(engine -> {
            if (!engine.namespace().containsKey(n)) {
                throw new IllegalArgumentException("no variable '" + n + "' at engine " + engine.number() + "; it has "
                        + engine.namespace().keySet());
            }
            return engine.namespace().get(n);
        });
    }

    @Override
    public void scatter(String n, Object array) {
        calls.learn(array);
        Parts.length(array);
        int parts = targets.length;
        calls.begin(
                        targets,
                        part -> {
                            Object own = Parts.part(array, part, parts);
                            return engine -> {
                                engine.namespace().put(n, own);
                                return null;
                            };
                        },
                        values -> values)
                .await();
    }

    @Override
    public Object gather(String n) {
        return Parts.whole(pull(n));
    }

    @Override
    public <R> List<R> apply(EngineFunction<R> f) {
        return begunApply(f).await();
    }

    @Override
    public <R> AsyncResult<List<R>> applyAsync(EngineFunction<R> f) {
        return begunApply(f);
    }

    private <R> Pending<List<R>> begunApply(EngineFunction<R> f) {
        calls.learn(f);
        return all(engine -> f.apply(engine.namespace()));
    }

    @Override
    public <A, R> List<R> map(ElementFunction<A, R> f, List<A> l) {
        return begunMap(f, l).await();
    }

    @Override
    public <A, R> AsyncResult<List<R>> mapAsync(ElementFunction<A, R> f, List<A> l) {
        return begunMap(f, l);
    }

    private <A, R> Pending<List<R>> begunMap(ElementFunction<A, R> f, List<A> l) {
        calls.learn(f);
        l.forEach(one -> calls.learn(one));
        int parts = targets.length;
        return calls.begin(
                targets,
                part -> {
                    @SuppressWarnings("unchecked") // a part of l
                    List<A> own = (List<A>) Parts.part(l, part, parts);
                    return engine -> {
                        List<R> results = new ArrayList<>();
                        for (A one : own) {
                            results.add(f.apply(one));
                        }
                        return results;
                    };
                },
                values -> {
                    List<R> results = new ArrayList<>();
                    values.forEach(part -> results.addAll(EngineView.<R>results(asList(part))));
                    return results;
                });
    }

    @SuppressWarnings("unchecked") // what map's task returns
    private static List<Object> asList(Object part) {
        return (List<Object>) part;
    }

    @Override
    public void execute(String source) {
        session.get().execute(source, targets);
    }
}
