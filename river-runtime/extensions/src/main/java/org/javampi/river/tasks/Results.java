package org.javampi.river.tasks;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;
import org.javampi.river.farm.Crew;
import org.javampi.river.farm.Ended;
import org.javampi.river.farm.Outcome;
import org.javampi.river.farm.Work;

/**
 * Notes each result, passes it on as long as the callback takes it, and lets tasks begin that come after it. Outcomes
 * come one after the other, under the work's lock; arguments are made in other threads.
 */
final class Results<R> implements Listener<R> {
    private final List<TaskResult<R>> results;
    private final Consumer<TaskResult<R>> callback;
    private RuntimeException failure;
    private Work<?, R> work;
    private TaskGraph graph;

    /** How many tasks each one still waits for. */
    private int[] waitsFor;

    Results(int count, Consumer<TaskResult<R>> callback) {
        results = Collections.synchronizedList(new ArrayList<>(Collections.nCopies(count, null)));
        this.callback = callback;
    }

    @Override
    public void begin(Crew crew, Work<?, R> newWork, TaskGraph newGraph) {
        work = newWork;
        graph = newGraph;
        if (graph.isEmpty()) {
            crew.farm().submit(work);
            return;
        }
        waitsFor = new int[work.count()];
        crew.farm().submit(work.gated());
        for (int task = 0; task < waitsFor.length; task++) {
            waitsFor[task] = graph.before(task).size();
        }
        List<Integer> first = new ArrayList<>();
        for (int task = 0; task < waitsFor.length; task++) {
            if (waitsFor[task] == 0) {
                first.add(task);
            }
        }
        first.forEach(work::release);
    }

    @Override
    public ArrayList<R> values(Collection<Integer> tasks) {
        ArrayList<R> values = new ArrayList<>();
        tasks.forEach(task -> values.add(results.get(task).value()));
        return values;
    }

    @Override
    public void accept(Outcome<R> outcome) {
        TaskResult<R> result = new TaskResult<>(outcome);
        results.set(outcome.index(), result);
        if (failure == null) {
            try {
                callback.accept(result);
            } catch (RuntimeException e) {
                // The run fails with it, once the other tasks have ended.
                failure = e;
            }
        }
        if (waitsFor == null) {
            return;
        }
        if (outcome.ended() == Ended.OK) {
            for (int task : graph.after(outcome.index())) {
                waitsFor[task]--;
                if (waitsFor[task] == 0) {
                    work.release(task);
                }
            }
        } else if (outcome.ended() != Ended.SKIPPED) {
            String why = "task " + outcome.index() + ", which it comes after, is " + result.status();
            graph.allAfter(outcome.index()).forEach(task -> work.skip(task, why));
        }
    }

    List<TaskResult<R>> all() {
        return Collections.unmodifiableList(results);
    }

    void rethrow() {
        if (failure != null) {
            throw failure;
        }
    }
}
