package org.javampi.river.tasks;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.UUID;
import org.javampi.river.rai.RemoteAccess;
import org.javampi.river.resource.River;

/**
 * What travels to a VM with a task.
 *
 * @param hub where the list's hub is, or null
 * @param value the program's own
 * @param earlier what the tasks have returned that this one comes after
 */
record TaskInput<I, R>(Communication allowed, int task, int count, UUID hub, I value, ArrayList<R> earlier)
        implements Serializable {
    /** Runs the task, in the calling thread or, where tasks talk to each other, in a resource of its own. */
    R perform(DependentFunction<I, R> function) throws Exception {
        if (allowed != Communication.FINE_GENERAL) {
            TaskContext.enter(new TaskContext(allowed, task, count, hub == null ? null : RemoteAccess.to(hub), null));
            try {
                return function.eval(value, earlier);
            } finally {
                TaskContext.enter(null);
            }
        }
        PeerResource<I, R> peer =
                new PeerResource<>(this, function, Thread.currentThread().getContextClassLoader());
        River.currentResource().river().run(peer);
        return peer.result();
    }
}
