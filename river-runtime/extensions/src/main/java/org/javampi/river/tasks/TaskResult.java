package org.javampi.river.tasks;

import java.time.Duration;
import org.javampi.river.farm.Outcome;

/** What became of a task. */
public class TaskResult<R> {
    private final int task;
    private final Status status;
    private final int attempts;
    private final R value;
    private final Throwable failure;
    private final String vm;
    private final long durationNs;

    TaskResult(Outcome<R> outcome) {
        task = outcome.index();
        status = switch (outcome.ended()) {
            case OK -> Status.OK;
            case FAILED -> Status.FAILED;
            case TIMED_OUT -> Status.TIMED_OUT;
            case LOST -> Status.LOST;
            case SKIPPED -> Status.SKIPPED;
        };
        attempts = outcome.attempts();
        value = outcome.value();
        failure = outcome.failure();
        vm = outcome.worker();
        durationNs = outcome.durationNs();
    }

    /** Which task, counted from 0. */
    public int task() {
        return task;
    }

    /** How it has ended. */
    public Status status() {
        return status;
    }

    /** How often it was begun. */
    public int attempts() {
        return attempts;
    }

    /** What it has returned; null unless it is OK. */
    public R value() {
        return value;
    }

    /**
     * What went wrong in the last attempt: the message names task, attempt, VM, how that has ended, its last lines and
     * what to do; the cause is what the task has thrown. Null when it is OK.
     */
    public Throwable failure() {
        return failure;
    }

    /** The VM of the last attempt: host, beginning of its name, process; null when there was none. */
    public String vm() {
        return vm;
    }

    /** How long the last attempt took. */
    public Duration duration() {
        return Duration.ofNanos(durationNs);
    }

    @Override
    public String toString() {
        return "task " + task + " " + status + (failure == null ? "" : ": " + failure.getMessage());
    }
}
