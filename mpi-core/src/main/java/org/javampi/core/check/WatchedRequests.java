package org.javampi.core.check;

import java.util.regex.Pattern;
import org.javampi.MPI;
import org.javampi.MPI_Request;
import org.javampi.ObservedTool;

/**
 * Notes requests of calls that are neither a send nor a receive of the program's: collectives that do not block or are
 * persistent, duplications, and messages in partitions. Each must be completed, and persistent ones freed.
 */
abstract class WatchedRequests extends ObservedTool {
    private static final Pattern STARTING = Pattern.compile("MPI_(I[a-z_]+|Comm_idup(_with_info)?|\\w+_init)(_c)?");

    /** Sends and receives, which other layers know more of. */
    private static final Pattern MESSAGES =
            Pattern.compile("MPI_(I[bsr]?send|Im?recv|Isendrecv(_replace)?|([BSR]s|S)end_init|Recv_init)(_c)?");

    /** A call has made a request. */
    abstract void noted(MPI_Request request, String function, boolean persistent);

    @Override
    protected final Object onCall(String function, Object[] arguments) {
        return null;
    }

    @Override
    protected final void onReturn(String function, Object begun, int code, Object[] arguments) {
        if (code == MPI.MPI_SUCCESS
                && arguments.length > 0
                && arguments[arguments.length - 1] instanceof MPI_Request[] request
                && STARTING.matcher(function).matches()
                && !MESSAGES.matcher(function).matches()) {
            noted(request[0], function, function.endsWith("_init") || function.endsWith("_init_c"));
        }
    }
}
