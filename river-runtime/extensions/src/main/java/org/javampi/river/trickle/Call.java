package org.javampi.river.trickle;

import java.util.List;
import org.javampi.river.farm.Ended;
import org.javampi.river.farm.Outcome;
import org.javampi.river.farm.TaskFailure;

/** A call's handle, completed by the farm. */
final class Call<R> implements Handle<R> {
    /** Null until it is over. Under this object's lock. */
    private Outcome<R> outcome;

    synchronized void complete(Outcome<R> result) {
        outcome = result;
        notifyAll();
    }

    @Override
    public synchronized boolean isDone() {
        return outcome != null;
    }

    @Override
    public R get() throws InterruptedException {
        TaskFailure failure = failure();
        if (failure != null) {
            throw new TrickleException(1, List.of(failure));
        }
        return value();
    }

    /** Waits for the end; answers what went wrong, or null. */
    synchronized TaskFailure failure() throws InterruptedException {
        while (outcome == null) {
            wait();
        }
        return outcome.ended() == Ended.OK ? null : outcome.failure();
    }

    /** The result of a call that is over. */
    synchronized R value() {
        return outcome.value();
    }
}
