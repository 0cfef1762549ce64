package org.javampi.river.tasks;

import org.javampi.river.rai.RemoteVr;

/**
 * What a task that runs may do.
 *
 * @param task which one, from 0
 * @param count how many there are
 * @param hub what it may ask, or null
 * @param peer its way to the others, or null
 */
record TaskContext(Communication allowed, int task, int count, RemoteVr hub, PeerResource<?, ?> peer) {
    /** Set in the thread of a task, and inherited by those that it starts. */
    private static final InheritableThreadLocal<TaskContext> HERE = new InheritableThreadLocal<>();

    /**
     * That of the calling thread.
     *
     * @param primitive who asks, for the message
     * @throws IllegalStateException in a thread that runs no task of a list
     */
    static TaskContext here(String primitive) {
        TaskContext here = HERE.get();
        if (here == null) {
            throw new IllegalStateException(primitive + ": this thread runs no task of a TaskList");
        }
        return here;
    }

    /** The calling thread runs this task until it enters null. */
    static void enter(TaskContext context) {
        if (context == null) {
            HERE.remove();
        } else {
            HERE.set(context);
        }
    }
}
