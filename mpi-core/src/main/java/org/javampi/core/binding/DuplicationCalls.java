package org.javampi.core.binding;

import java.util.function.Supplier;
import org.javampi.MPI_Comm;
import org.javampi.MPI_Info;
import org.javampi.MPI_Request;
import org.javampi.core.comm.Communicator;
import org.javampi.core.comm.Duplication;
import org.javampi.core.engine.Schedule;
import org.javampi.job.RankHost;

/** Duplicates of communicators that are made without blocking (MPI-4.1 §7.4.2). */
abstract class DuplicationCalls extends LaterCollectiveCalls {
    DuplicationCalls(Supplier<RankHost> rankHosts) {
        super(rankHosts);
    }

    @Override
    public int MPI_Comm_idup(MPI_Comm comm, MPI_Comm[] newcomm, MPI_Request[] request) {
        return guard("MPI_Comm_idup", comm, c -> duplicate(c, new Info(), newcomm, request));
    }

    @Override
    public int MPI_Comm_idup_with_info(MPI_Comm comm, MPI_Info info, MPI_Comm[] newcomm, MPI_Request[] request) {
        return guard("MPI_Comm_idup_with_info", comm, c -> duplicate(c, hints(info), newcomm, request));
    }

    private void duplicate(Communicator c, Info hints, MPI_Comm[] newcomm, MPI_Request[] request) {
        checkOut(newcomm, "newcomm");
        checkOut(request, "request");
        Duplication duplication = Duplication.of(c);
        Communicator duplicate = duplication.duplicate();
        Schedule schedule = duplication.schedule(c.scheduledCollectives().forRepeatedStarts(false));
        DuplicationHandle handle = DuplicationHandle.started(c, schedule, duplication);
        boolean copied = false;
        try {
            // Callbacks may fail; the other ranks wait for this one in any case.
            c.attributes().copyTo(duplicate.attributes(), c.handle(), keyvals());
            copied = true;
        } finally {
            if (!copied) {
                duplicate.attributes().deleteAll(duplicate.handle(), keyvals());
                engine().detach(schedule);
                handle.free();
            }
        }
        duplicate.addHints(hints.pairs());
        newcomm[0] = duplicate;
        request[0] = handle;
    }
}
