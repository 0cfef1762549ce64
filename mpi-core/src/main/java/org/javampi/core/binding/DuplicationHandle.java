package org.javampi.core.binding;

import org.javampi.core.comm.Communicator;
import org.javampi.core.comm.Duplication;
import org.javampi.core.engine.Request;
import org.javampi.core.engine.Schedule;

/** What a program holds of MPI_Comm_idup (MPI-4.1 §7.4.2): the duplicate is made when it is completed. */
final class DuplicationHandle extends CollectiveHandle {
    private static final long serialVersionUID = 1L;

    private final Duplication duplication;

    private DuplicationHandle(Communicator parent, Schedule schedule, Duplication duplication) {
        super(parent, schedule);
        this.duplication = duplication;
    }

    /** A call that is started now. */
    static DuplicationHandle started(Communicator parent, Schedule schedule, Duplication duplication) {
        DuplicationHandle handle = new DuplicationHandle(parent, schedule, duplication);
        handle.start();
        return handle;
    }

    @Override
    Request retire() {
        boolean made = !hasFailed();
        Request schedule = super.retire();
        if (made) {
            duplication.complete();
        }
        return schedule;
    }
}
