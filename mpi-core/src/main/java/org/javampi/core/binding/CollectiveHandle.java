package org.javampi.core.binding;

import org.javampi.CollectiveSteps;
import org.javampi.MPI;
import org.javampi.core.comm.Communicator;
import org.javampi.core.comm.Prepared;
import org.javampi.core.engine.PendingOperation;
import org.javampi.core.engine.Request;
import org.javampi.core.engine.Schedule;
import org.javampi.core.failure.MpiFailure;

/**
 * What a program holds of a collective that does not block (MPI-4.1 §6.12), or of a persistent one
 * (§6.13). While it is active it can neither be cancelled nor freed: other ranks take part.
 */
class CollectiveHandle extends RequestHandle implements Prepared {
    private static final long serialVersionUID = 1L;

    private final boolean persistent;

    /** Of a persistent one: the program has freed it. */
    private boolean freed;

    /** What one that is not persistent has done inside; null where no tool asks. */
    private transient CollectiveSteps steps;

    CollectiveHandle(Communicator communicator, Schedule schedule) {
        super(communicator, schedule, 0, false, false);
        persistent = schedule.isPersistent();
        active = false;
        communicator.hold();
        if (persistent) {
            communicator.preparedRequests().note(this);
        }
    }

    /** A call that is started now. */
    static CollectiveHandle started(Communicator communicator, Schedule schedule) {
        CollectiveHandle handle = new CollectiveHandle(communicator, schedule);
        handle.start();
        return handle;
    }

    /** A call that is prepared for MPI_Start. */
    static CollectiveHandle prepared(Communicator communicator, Schedule schedule) {
        return new CollectiveHandle(communicator, schedule);
    }

    @Override
    boolean isPersistent() {
        return persistent;
    }

    @Override
    void start() {
        communicator.checkCollectives();
        if (persistent) {
            communicator.sharedCalls().checkTrouble();
        }
        communicator.engine().start((Schedule) request, true);
        active = true;
    }

    @Override
    public PendingOperation idle() {
        return active || freed
                ? null
                : PendingOperation.step(
                        communicator.collective().id(),
                        ((Schedule) request).text(),
                        communicator.remoteGroup().worldRanks());
    }

    @Override
    boolean isStale() {
        return persistent ? freed : !active;
    }

    @Override
    void cancel() {
        throw new MpiFailure(
                MPI.MPI_ERR_REQUEST,
                "the request is of a collective: other ranks take part in it, so that it cannot be cancelled;"
                        + " complete it");
    }

    @Override
    void checkFreeable() {
        if (active) {
            throw new MpiFailure(
                    MPI.MPI_ERR_REQUEST,
                    "the request is of a collective that is active: other ranks take part in it; complete it before"
                            + " it is freed");
        }
    }

    @Override
    void free() {
        super.free();
        freed = true;
        communicator.preparedRequests().forget(this);
        communicator.letGo();
    }

    /** What it did inside when it was last started; null while it is active, and where that is not kept. */
    final CollectiveSteps steps() {
        return active || freed ? null : persistent ? stepsOf((Schedule) request) : steps;
    }

    private static CollectiveSteps stepsOf(Schedule schedule) {
        return schedule.log() == null ? null : schedule.log().steps();
    }

    @Override
    Request retire() {
        if (persistent) {
            active = false;
            return null;
        }
        steps = stepsOf((Schedule) request);
        Request schedule = super.retire();
        communicator.letGo();
        return schedule;
    }

    @Override
    public String toString() {
        return (persistent ? "persistent collective" : "collective") + " request on " + communicator;
    }
}
