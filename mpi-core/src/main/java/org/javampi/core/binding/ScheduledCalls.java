package org.javampi.core.binding;

import java.util.function.Supplier;
import org.javampi.MPI;
import org.javampi.MPI_Comm;
import org.javampi.MPI_Info;
import org.javampi.MPI_Request;
import org.javampi.core.comm.Communicator;
import org.javampi.core.engine.Engine;
import org.javampi.core.engine.Schedule;
import org.javampi.core.failure.MpiFailure;
import org.javampi.job.RankHost;

/** The three things that a function does with a recorded call: it starts it, prepares it for starts, or carries it out. */
abstract class ScheduledCalls extends CollectiveRecordings {
    ScheduledCalls(Supplier<RankHost> rankHosts) {
        super(rankHosts);
    }

    /** Records a call and starts it (MPI-4.1 §6.12). */
    final int start(String function, MPI_Comm comm, MPI_Request[] request, Recording recording) {
        Communicator c = null;
        try {
            c = communicator(comm);
            checkOut(request, "request");
            Schedule schedule = recording.of(c, c.scheduledCollectives().forRepeatedStarts(false));
            request[0] = CollectiveHandle.started(c, schedule);
            return MPI.MPI_SUCCESS;
        } catch (MpiFailure failure) {
            return raise(c, function, failure);
        }
    }

    /** Records a call once, to be replayed by each MPI_Start (MPI-4.1 §6.13, §8.8). */
    final int prepare(String function, MPI_Comm comm, MPI_Info info, MPI_Request[] request, Recording recording) {
        Communicator c = null;
        try {
            c = communicator(comm);
            hints(info);
            checkOut(request, "request");
            Schedule schedule = recording.of(c, c.scheduledCollectives().forRepeatedStarts(true));
            request[0] = CollectiveHandle.prepared(c, schedule);
            return MPI.MPI_SUCCESS;
        } catch (MpiFailure failure) {
            return raise(c, function, failure);
        }
    }

    /** Records a call, starts it and waits for its end. */
    final int carryOut(String function, MPI_Comm comm, Recording recording) {
        Communicator c = null;
        try {
            c = communicator(comm);
            Schedule schedule = recording.of(c, c.scheduledCollectives().forRepeatedStarts(false));
            carryOut(c, schedule);
            return MPI.MPI_SUCCESS;
        } catch (MpiFailure failure) {
            return raise(c, function, failure);
        }
    }

    private static void carryOut(Communicator communicator, Schedule schedule) {
        Engine engine = communicator.engine();
        engine.start(schedule, false);
        engine.await(schedule);
        MpiFailure failure = schedule.failure();
        communicator.sharedCalls().noteCarriedOut(schedule);
        engine.release(schedule);
        if (failure != null) {
            throw failure;
        }
    }
}
