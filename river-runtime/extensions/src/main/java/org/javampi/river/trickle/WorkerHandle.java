package org.javampi.river.trickle;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.javampi.river.farm.FarmFunction;
import org.javampi.river.farm.Namespace;
import org.javampi.river.farm.TaskFailure;
import org.javampi.river.farm.Worker;

/** A VM of a Trickle, by its worker. */
final class WorkerHandle implements VmHandle {
    private final Trickle trickle;
    private final Worker worker;

    WorkerHandle(Trickle trickle, Worker worker) {
        this.trickle = trickle;
        this.worker = worker;
    }

    @Override
    public <A, R> R call(Fn<A, R> fn, A x) throws Exception {
        Call<R> call = trickle.callOn(worker, fn::apply, fn.getClass(), x);
        TaskFailure failure = call.failure();
        if (failure == null) {
            return call.value();
        }
        if (failure.getCause() instanceof Exception thrown) {
            thrown.addSuppressed(failure);
            throw thrown;
        }
        throw new TrickleException(1, List.of(failure));
    }

    @Override
    public void put(String n, Object v) {
        Objects.requireNonNull(n, "name");
        FarmFunction<Object, Boolean> store = value -> {
            if (value == null) {
                Namespace.here().remove(n);
            } else {
                Namespace.here().put(n, value);
            }
            return true;
        };
        finish(trickle.callOn(worker, store, v == null ? Trickle.class : v.getClass(), v));
    }

    @Override
    @SuppressWarnings("unchecked") // the caller knows what was stored
    public <T> T get(String n) {
        FarmFunction<String, Object> load = name -> Namespace.here().get(name);
        return (T) finish(trickle.callOn(worker, load, Trickle.class, n));
    }

    private static <R> R finish(Call<R> call) {
        try {
            return call.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while a VM was waited for", e);
        }
    }

    @Override
    public UUID resource() {
        return worker.resource();
    }

    @Override
    public String toString() {
        return worker.describe();
    }
}
