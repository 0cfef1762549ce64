package org.javampi.river.trickle;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Spliterators;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.javampi.river.farm.Farm;
import org.javampi.river.farm.Outcome;
import org.javampi.river.farm.Policy;
import org.javampi.river.farm.TaskFailure;
import org.javampi.river.farm.Work;

/** The results of chunks as they come; the work begins with the first that is asked for. */
final class ResultStream<A, R> implements Iterator<R> {
    /** Chunks for each VM that may be begun ahead of the consumer. */
    private static final int AHEAD = 8;

    private final Farm farm;
    private final Work<List<A>, R> work;
    private final LinkedBlockingQueue<Outcome<R>> arrived = new LinkedBlockingQueue<>();
    private final List<TaskFailure> failures = new ArrayList<>();
    private boolean begun;
    private int taken;
    private Outcome<R> next;

    ResultStream(Farm farm, Fn<List<A>, R> f, List<A> items, int chunk) {
        this.farm = farm;
        int window = AHEAD * Math.max(1, farm.workers().size());
        work = new Work<>(
                "forkWorkStream",
                Trickle.chunks(items, chunk),
                i -> Trickle.part(items, chunk, i),
                f::apply,
                f.getClass(),
                Policy.standard().withWindow(window),
                arrived::add);
    }

    Stream<R> stream() {
        return StreamSupport.stream(Spliterators.spliteratorUnknownSize(this, 0), false)
                .onClose(this::end);
    }

    private void end() {
        if (begun && work.finished() < work.count()) {
            farm.cancel(work);
        }
    }

    @Override
    public boolean hasNext() {
        if (!begun) {
            begun = true;
            farm.submit(work);
        }
        try {
            while (next == null && taken < work.count()) {
                Outcome<R> outcome = arrived.take();
                taken++;
                work.consumed(1);
                if (outcome.failure() == null) {
                    next = outcome;
                } else {
                    failures.add(outcome.failure());
                }
            }
        } catch (InterruptedException e) {
            farm.cancel(work);
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while results were waited for", e);
        }
        if (next == null && !failures.isEmpty()) {
            List<TaskFailure> all = List.copyOf(failures);
            failures.clear();
            throw new TrickleException(work.count(), all);
        }
        return next != null;
    }

    @Override
    public R next() {
        if (!hasNext()) {
            throw new NoSuchElementException("all " + work.count() + " results have been taken");
        }
        R value = next.value();
        next = null;
        return value;
    }
}
