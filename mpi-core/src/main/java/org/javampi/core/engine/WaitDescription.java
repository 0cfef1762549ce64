package org.javampi.core.engine;

import java.util.ArrayList;
import java.util.List;
import org.javampi.core.buffer.Block;
import org.javampi.core.engine.PendingOperation.Kind;
import org.javampi.core.engine.SendRequest.Stage;

/** What a wait needs to be over, as {@link Awaited#describe} tells it. Under the engine lock. */
public final class WaitDescription {
    private final List<PendingOperation> operations = new ArrayList<>();
    private boolean any;
    private boolean moving;

    WaitDescription() {}

    /** One of the operations is enough. */
    public void anyIsEnough() {
        any = true;
    }

    /** It goes on by itself, or what it needs is not known. */
    public void goesOn() {
        moving = true;
    }

    /** It needs one of these world ranks to act, within the collective context {@code context}. */
    public void addStep(long context, int... providers) {
        addStep(context, "", providers);
    }

    /** The same, with words on what it is a step of. */
    void addStep(long context, String note, int... providers) {
        operations.add(PendingOperation.step(context, note, providers));
    }

    /** It needs a request to be done. */
    public void add(Request request) {
        if (request.isDone()) {
            if (any) {
                moving = true;
            }
        } else if (request instanceof SendRequest) {
            add((SendRequest) request);
        } else if (request instanceof ReceiveRequest) {
            add((ReceiveRequest) request);
        } else if (request instanceof ProbeRequest) {
            add(Kind.PROBE, request, ((ProbeRequest) request).wantedSource);
        } else if (request instanceof Schedule) {
            add((Schedule) request);
        } else if (request instanceof PartitionedRequest) {
            ((PartitionedRequest) request).describeParts(this);
        } else {
            moving = true;
        }
    }

    /** A schedule that stands needs all messages of its step. */
    private void add(Schedule schedule) {
        Step step = schedule.stage == Schedule.Stage.PARKED ? schedule.step(schedule.position) : null;
        if (step == null || step.kind != Step.Kind.AWAIT) {
            moving = true;
            return;
        }
        int before = operations.size();
        String note = schedule.order().describe(schedule);
        for (int i = step.first; i < step.end; i++) {
            Request message = schedule.step(i).request;
            if (message != null && !message.isDone()) {
                add(message);
            }
        }
        for (int i = before; i < operations.size(); i++) {
            PendingOperation message = operations.get(i);
            operations.set(i, PendingOperation.step(message.context(), note, message.providers()));
        }
        moving |= operations.size() == before;
    }

    private void add(SendRequest send) {
        if (send.cancelling || send.stage == Stage.STREAMING) {
            moving = true;
            return;
        }
        operations.add(operation(
                Kind.SEND, send, send.context.rankOf(send.peer.worldRank), send.byteCount, send.peer.worldRank));
    }

    private void add(ReceiveRequest receive) {
        if (!receive.queued) {
            // Its message is arriving.
            moving = true;
            return;
        }
        add(Kind.RECEIVE, receive, receive.wantedSource);
    }

    private void add(Kind kind, Request request, int source) {
        Context context = request.context;
        operations.add(operation(kind, request, source, request.block.byteCount(), context.providers(source)));
    }

    static PendingOperation operation(Kind kind, Request request, int partner, long byteCount, int... providers) {
        Block block = request.block;
        return new PendingOperation(
                kind, request.context.id, partner, request.tag, block.count(), block.type(), byteCount, providers, "");
    }

    List<PendingOperation> operations() {
        return operations;
    }

    boolean isAny() {
        return any;
    }

    boolean isMoving() {
        return moving;
    }
}
