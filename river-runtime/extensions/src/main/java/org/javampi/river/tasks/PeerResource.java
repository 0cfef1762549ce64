package org.javampi.river.tasks;

import static org.javampi.river.message.Constraint.from;

import java.io.IOException;
import java.util.Map;
import java.util.UUID;
import org.javampi.river.farm.ObjectBytes;
import org.javampi.river.message.RiverMessage;
import org.javampi.river.rai.RemoteAccess;
import org.javampi.river.rai.RemoteVr;
import org.javampi.river.resource.VirtualResource;

/** A task of a fine general list while it runs: a resource, so that the others can send to it and hear of its end. */
final class PeerResource<I, R> extends VirtualResource {
    private final TaskInput<I, R> input;
    private final DependentFunction<I, R> function;
    private final ClassLoader classes;
    private UUID[] peers;
    private R result;

    PeerResource(TaskInput<I, R> input, DependentFunction<I, R> function, ClassLoader classes) {
        this.input = input;
        this.function = function;
        this.classes = classes;
    }

    @Override
    protected void run() throws Exception {
        Thread.currentThread().setContextClassLoader(classes);
        RemoteVr hub = RemoteAccess.to(input.hub());
        peers = (UUID[]) hub.call(HubResource.JOIN, input.task(), name());
        TaskContext.enter(new TaskContext(input.allowed(), input.task(), input.count(), hub, this));
        result = function.eval(input.value(), input.earlier());
    }

    /** What the task has returned. */
    R result() {
        return result;
    }

    void sendTo(int task, Object value) throws InterruptedException {
        send(peers[task], Map.of("value", ObjectBytes.of(value, "a value for task " + task)));
    }

    Object receiveFrom(int task) throws InterruptedException {
        RiverMessage message = recv(from(peers[task]));
        try {
            return ObjectBytes.read(message.getBytes("value"), classes);
        } catch (IOException | ClassNotFoundException e) {
            throw new IllegalStateException("the value of task " + task + " cannot be read here: " + e, e);
        }
    }
}
