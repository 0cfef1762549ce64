package org.javampi.core.runtime;

import java.util.ArrayList;
import java.util.List;
import org.javampi.core.comm.Communicator;
import org.javampi.core.comm.LastCall;
import org.javampi.core.comm.RankWorld;
import org.javampi.core.engine.PendingOperation;
import org.javampi.core.engine.Waits;
import org.javampi.job.hang.CollectiveCall;
import org.javampi.job.hang.EarlyMessage;
import org.javampi.job.hang.Operation;
import org.javampi.job.hang.RankState;

/** What a rank waits for, in the program's terms: contexts of the engine become communicators. Any thread. */
final class WaitingState implements RankState.Source {
    private static final String NO_COMMUNICATOR = "";

    /** A program may keep thousands of persistent requests. */
    private static final int MOST_IDLE = 256;

    private final RankWorld world;

    WaitingState(RankWorld world) {
        this.world = world;
    }

    @Override
    public RankState look() {
        Waits.Image image = world.engine().waits().look();
        List<RankState.Wait> waits = new ArrayList<>();
        for (Waits.Wait wait : image.waits()) {
            waits.add(new RankState.Wait(
                    wait.thread(),
                    wait.id(),
                    wait.sinceNs(),
                    wait.goesOn(),
                    wait.any(),
                    operations(wait.operations()),
                    collective(wait.operations())));
        }
        List<EarlyMessage> early = new ArrayList<>();
        for (Waits.Early message : image.early()) {
            Communicator communicator = world.owner(message.context());
            if (communicator != null && communicator.begunMessages().id() == message.context()) {
                early.add(new EarlyMessage(
                        communicator.toString(),
                        message.source(),
                        message.sender(),
                        message.tag(),
                        message.byteCount(),
                        message.waits()));
            }
        }
        return new RankState(
                waits,
                poll(image.poll()),
                image.quiet(),
                image.calls(),
                posted(image),
                early,
                image.frames(),
                collectives(),
                idle());
    }

    private RankState.Poll poll(Waits.Poll poll) {
        return poll == null
                ? null
                : new RankState.Poll(
                        poll.thread(),
                        poll.id(),
                        poll.lastedNs(),
                        poll.stack(),
                        poll.tight(),
                        poll.goesOn(),
                        operations(poll.operations()));
    }

    private List<Operation> posted(Waits.Image image) {
        return operations(image.posted()).stream()
                .filter(operation -> operation.kind() == Operation.Kind.RECEIVE)
                .toList();
    }

    private List<Operation> operations(List<PendingOperation> pending) {
        List<Operation> operations = new ArrayList<>();
        for (PendingOperation operation : pending) {
            operations.add(operation(operation));
        }
        return operations;
    }

    private Operation operation(PendingOperation pending) {
        Communicator communicator = world.owner(pending.context());
        boolean own = communicator != null && communicator.begunMessages().id() == pending.context();
        return new Operation(
                own ? kind(pending.kind()) : Operation.Kind.STEP,
                communicator == null ? NO_COMMUNICATOR : communicator.toString(),
                pending.partner(),
                pending.tag(),
                pending.count(),
                pending.datatype() == null ? "" : pending.datatype().toString(),
                pending.byteCount(),
                pending.providers(),
                pending.note());
    }

    /** What persistent requests that are not started would do. */
    private List<Operation> idle() {
        List<Operation> idle = new ArrayList<>();
        for (Communicator communicator : world.communicators()) {
            for (PendingOperation operation : communicator.preparedRequests().idle()) {
                if (idle.size() < MOST_IDLE) {
                    idle.add(operation(operation));
                }
            }
        }
        return idle;
    }

    private static Operation.Kind kind(PendingOperation.Kind kind) {
        return switch (kind) {
            case SEND -> Operation.Kind.SEND;
            case RECEIVE -> Operation.Kind.RECEIVE;
            case PROBE -> Operation.Kind.PROBE;
            case STEP -> Operation.Kind.STEP;
        };
    }

    /** The collective that all of these belong to, or null. */
    private CollectiveCall collective(List<PendingOperation> operations) {
        Communicator communicator = null;
        for (PendingOperation operation : operations) {
            communicator = world.owner(operation.context());
            boolean isSpecial = !operation.note().isEmpty();
            if (communicator == null || isSpecial || communicator.collective().id() != operation.context()) {
                return null;
            }
        }
        return communicator == null ? null : call(communicator);
    }

    private List<CollectiveCall> collectives() {
        List<CollectiveCall> calls = new ArrayList<>();
        for (Communicator communicator : world.communicators()) {
            CollectiveCall call = call(communicator);
            if (call != null) {
                calls.add(call);
            }
        }
        return calls;
    }

    private static CollectiveCall call(Communicator communicator) {
        LastCall last = communicator.sharedCalls().last();
        return last == null
                ? null
                : new CollectiveCall(
                        communicator.contextId(),
                        communicator.toString(),
                        communicator.group().worldRanks(),
                        last.number(),
                        last.function(),
                        last.root());
    }
}
