package org.javampi.trace;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Arrays;
import org.javampi.MPI;
import org.javampi.MPI_Comm;
import org.javampi.MPI_Datatype;
import org.javampi.MPI_Request;
import org.javampi.MPI_Status;
import org.javampi.ObservedTool;
import org.javampi.PMPI;

/**
 * Records what its rank does, and at MPI_Finalize brings all records to rank 0, which writes the file. {@code javampirun
 * --trace FILE} installs it; without that no call passes here.
 */
public final class TraceTool extends ObservedTool {
    /** System property: the file to write; its ending says of what kind. A dash stands for the terminal. */
    public static final String FILE = "javampi.trace";

    private static final int PIECE = 1 << 24;
    private static final int TAG = 2;

    private final Recorder recorder =
            new Recorder(this::MPIX_Comm_collective_steps, this::MPIX_Request_collective_steps);
    private MPI_Comm own;
    private ClockOffset atStart;

    /** Found by its name. */
    public TraceTool() {}

    @Override
    protected Object onCall(String function, Object[] arguments) {
        CallKind kind = CallKind.of(function);
        if (function.equals("MPI_Finalize")) {
            finish();
        }
        return kind == null || own == null && !function.startsWith("MPI_Init")
                ? null
                : recorder.onCall(kind, arguments);
    }

    @Override
    protected void onReturn(String function, Object begun, int code, Object[] arguments) {
        if (begun == null || code != MPI.MPI_SUCCESS) {
            return;
        }
        recorder.onReturn(CallKind.of(function), function, (Recorder.Begun) begun, arguments);
        if (own == null) {
            MPI_Comm[] made = new MPI_Comm[1];
            PMPI.PMPI_Comm_dup(MPI.MPI_COMM_WORLD, made);
            own = made[0];
            // From now on it is kept.
            MPIX_Comm_collective_steps(MPI.MPI_COMM_WORLD);
            atStart = ClockOffset.measure(own);
        }
    }

    // A status that the program does not want names the sender all the same.

    @Override
    public int MPI_Recv(
            Object buf, int count, MPI_Datatype datatype, int source, int tag, MPI_Comm comm, MPI_Status status) {
        return super.MPI_Recv(buf, count, datatype, source, tag, comm, wanted(status));
    }

    @Override
    public int MPI_Wait(MPI_Request[] request, MPI_Status status) {
        return super.MPI_Wait(request, wanted(status));
    }

    @Override
    public int MPI_Test(MPI_Request[] request, boolean[] flag, MPI_Status status) {
        return super.MPI_Test(request, flag, wanted(status));
    }

    @Override
    public int MPI_Waitany(int count, MPI_Request[] requests, int[] index, MPI_Status status) {
        return super.MPI_Waitany(count, requests, index, wanted(status));
    }

    @Override
    public int MPI_Testany(int count, MPI_Request[] requests, int[] index, boolean[] flag, MPI_Status status) {
        return super.MPI_Testany(count, requests, index, flag, wanted(status));
    }

    @Override
    public int MPI_Waitall(int count, MPI_Request[] requests, MPI_Status[] statuses) {
        return super.MPI_Waitall(count, requests, wanted(count, statuses));
    }

    @Override
    public int MPI_Testall(int count, MPI_Request[] requests, boolean[] flag, MPI_Status[] statuses) {
        return super.MPI_Testall(count, requests, flag, wanted(count, statuses));
    }

    @Override
    public int MPI_Waitsome(int incount, MPI_Request[] requests, int[] outcount, int[] indices, MPI_Status[] statuses) {
        return super.MPI_Waitsome(incount, requests, outcount, indices, wanted(incount, statuses));
    }

    @Override
    public int MPI_Testsome(int incount, MPI_Request[] requests, int[] outcount, int[] indices, MPI_Status[] statuses) {
        return super.MPI_Testsome(incount, requests, outcount, indices, wanted(incount, statuses));
    }

    /** A wrong count is left to the call itself. */
    private static MPI_Status[] wanted(int count, MPI_Status[] statuses) {
        if (statuses != MPI.MPI_STATUSES_IGNORE || count < 0) {
            return statuses;
        }
        MPI_Status[] own = new MPI_Status[count];
        Arrays.setAll(own, i -> new MPI_Status());
        return own;
    }

    private static MPI_Status wanted(MPI_Status status) {
        return status == MPI.MPI_STATUS_IGNORE ? new MPI_Status() : status;
    }

    /** All ranks bring rank 0 what they have. */
    private void finish() {
        if (own == null) {
            return;
        }
        long ended = System.nanoTime();
        ClockOffset atEnd = ClockOffset.measure(own);
        int[] rank = new int[1];
        int[] size = new int[1];
        PMPI.PMPI_Comm_rank(own, rank);
        PMPI.PMPI_Comm_size(own, size);
        byte[] bytes = recorder.record().bytes();
        long[] head = {
            atStart.atNs(),
            atStart.behindNs(),
            atEnd.atNs(),
            atEnd.behindNs(),
            Math.max(atStart.errorNs(), atEnd.errorNs()),
            ended,
            bytes.length
        };
        if (rank[0] > 0) {
            PMPI.PMPI_Send(head, head.length, MPI.MPI_LONG, 0, TAG, own);
            for (int from = 0; from < bytes.length; from += PIECE) {
                PMPI.PMPI_Send(MPI.at(bytes, from), Math.min(PIECE, bytes.length - from), MPI.MPI_BYTE, 0, TAG, own);
            }
        } else {
            Trace.Builder trace = new Trace.Builder(size[0]);
            trace.add(0, head, RankRecord.of(bytes));
            for (int other = 1; other < size[0]; other++) {
                PMPI.PMPI_Recv(head, head.length, MPI.MPI_LONG, other, TAG, own, MPI.MPI_STATUS_IGNORE);
                byte[] theirs = new byte[(int) head[6]];
                for (int from = 0; from < theirs.length; from += PIECE) {
                    PMPI.PMPI_Recv(
                            MPI.at(theirs, from),
                            Math.min(PIECE, theirs.length - from),
                            MPI.MPI_BYTE,
                            other,
                            TAG,
                            own,
                            MPI.MPI_STATUS_IGNORE);
                }
                trace.add(other, head, RankRecord.of(theirs));
            }
            write(trace.build());
        }
        MPI_Comm[] done = {own};
        PMPI.PMPI_Comm_free(done);
        own = null;
    }

    private static void write(Trace trace) {
        String file = System.getProperty(FILE, "trace.html");
        try {
            if (file.equals("-")) {
                System.out.print(new MessageDiagram(trace).text());
                System.out.flush();
            } else {
                TraceFile.write(trace, Path.of(file));
                System.err.println("trace: " + trace.calls() + " calls and " + trace.messages() + " messages of "
                        + trace.ranks() + " ranks in " + file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the trace cannot be written to " + file + ": " + e.getMessage(), e);
        }
    }
}
