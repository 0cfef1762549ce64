package org.javampi.river.farm;

/** One task of a work from when it is handed out first until it has its outcome. Guarded by its farm's lock. */
final class Task {
    final Work<?, ?> work;
    final int index;

    /** Where it must run, or null. */
    final Driver pinned;

    /** How often it was begun. */
    int attempts;

    /** How many VMs run it now. */
    int copies;

    /** When it was begun last, by the JVM's clock. */
    long begunNs;

    volatile boolean done;

    Task(Work<?, ?> work, int index, Driver pinned) {
        this.work = work;
        this.index = index;
        this.pinned = pinned;
    }

    /** For people: {@code task 3 of 10 of forkWork, attempt 1 of 3}. */
    String describe() {
        return "task " + index + " of " + work.count() + " of " + work.name() + ", attempt " + Math.max(1, attempts)
                + " of " + work.policy().attempts();
    }
}
