package mpi;

import static org.javampi.MPI.MPI_Cancel;
import static org.javampi.MPI.MPI_REQUEST_NULL;
import static org.javampi.MPI.MPI_Request_free;
import static org.javampi.MPI.MPI_Request_get_status;
import static org.javampi.MPI.MPI_Test;
import static org.javampi.MPI.MPI_Testall;
import static org.javampi.MPI.MPI_Testany;
import static org.javampi.MPI.MPI_Testsome;
import static org.javampi.MPI.MPI_Wait;
import static org.javampi.MPI.MPI_Waitall;
import static org.javampi.MPI.MPI_Waitany;
import static org.javampi.MPI.MPI_Waitsome;

import java.util.Arrays;
import org.javampi.MPI_Request;

/** An operation under way. */
public class Request implements Freeable {
    /** What remains to be done here when the operation is complete. */
    interface Completion {
        void run(Status status);
    }

    /** The handle, as the C-shaped API takes it; it nulls it when a request that is not persistent is complete. */
    final MPI_Request[] handle = {MPI_REQUEST_NULL};

    private Completion completion;

    /** A request without an operation. */
    Request() {}

    /** Runs {@code action} once, when the operation is complete. */
    final void whenComplete(Completion action) {
        completion = action;
    }

    final Status completed(Status status) {
        status.filled();
        Completion action = completion;
        if (action != null) {
            completion = null;
            if (!status.isCancelled()) {
                action.run(status);
            }
        }
        return status;
    }

    private Status completed(Status status, int position) {
        status.index = position;
        return completed(status);
    }

    // ---- mpiJava

    /** Waits until the operation is complete. */
    public Status Wait() {
        Status status = new Status();
        MPIException.check(MPI_Wait(handle, status));
        return completed(status);
    }

    /** The status if the operation is complete, else null. */
    public Status Test() {
        boolean[] flag = new boolean[1];
        Status status = new Status();
        MPIException.check(MPI_Test(handle, flag, status));
        return flag[0] ? completed(status) : null;
    }

    /** Whether there is no operation, or it is complete and its result taken. */
    public boolean Is_null() {
        return handle[0] == MPI_REQUEST_NULL;
    }

    /** Gives the request up; the operation goes on. */
    public void Free() {
        free();
    }

    /** Asks MPI to take the operation back. It must be waited for all the same. */
    public void Cancel() {
        cancel();
    }

    /** Waits for all. */
    public static Status[] Waitall(Request[] r) {
        return waitAllStatus(r);
    }

    /** Waits for one; its position is in the status. */
    public static Status Waitany(Request[] r) {
        return waitAnyStatus(r);
    }

    /** Waits for at least one; their positions are in the statuses. Null if none is active. */
    public static Status[] Waitsome(Request[] r) {
        return waitSomeStatus(r);
    }

    /** The statuses if all are complete, else null. */
    public static Status[] Testall(Request[] r) {
        return testAllStatus(r);
    }

    /** The status of one that is complete, its position in it; null if none is. */
    public static Status Testany(Request[] r) {
        return testAnyStatus(r);
    }

    /** The statuses of those that are complete, their positions in them; null if none is active. */
    public static Status[] Testsome(Request[] r) {
        return testSomeStatus(r);
    }

    /** Does nothing. */
    @Override
    @SuppressWarnings({"removal", "deprecation"})
    public void finalize() {}

    // ---- Open MPI

    /** Gives the request up; the operation goes on. */
    @Override
    public void free() {
        if (!Is_null()) {
            MPIException.check(MPI_Request_free(handle));
        }
    }

    /** Asks MPI to take the operation back. It must be waited for all the same. */
    public void cancel() {
        MPIException.check(MPI_Cancel(handle));
    }

    /** Whether there is no operation, or it is complete and its result taken. */
    public boolean isNull() {
        return Is_null();
    }

    /** Waits until the operation is complete. */
    public Status waitStatus() {
        return Wait();
    }

    /** Waits until the operation is complete. */
    public void waitFor() {
        Wait();
    }

    /** The status if the operation is complete, else null. */
    public Status testStatus() {
        return Test();
    }

    /** Whether the operation is complete. */
    public boolean test() {
        return Test() != null;
    }

    /** The status if the operation is complete, else null. The request stays. */
    public Status getStatus() {
        boolean[] flag = new boolean[1];
        Status status = new Status();
        MPIException.check(MPI_Request_get_status(handle[0], flag, status));
        return flag[0] ? status.filled() : null;
    }

    /** Waits for one; its position is in the status. */
    public static Status waitAnyStatus(Request[] requests) {
        MPI_Request[] handles = handles(requests);
        int[] index = new int[1];
        Status status = new Status();
        int code = MPI_Waitany(handles.length, handles, index, status);
        return ofOne(requests, handles, index[0], status, code);
    }

    /** Waits for one; answers its position, {@link MPI#UNDEFINED} if none is active. */
    public static int waitAny(Request[] requests) {
        return waitAnyStatus(requests).index;
    }

    /** The status of one that is complete, its position in it; null if none is. */
    public static Status testAnyStatus(Request[] requests) {
        MPI_Request[] handles = handles(requests);
        int[] index = new int[1];
        boolean[] flag = new boolean[1];
        Status status = new Status();
        int code = MPI_Testany(handles.length, handles, index, flag, status);
        return code == MPI.SUCCESS && !flag[0] ? null : ofOne(requests, handles, index[0], status, code);
    }

    /** Position of one that is complete; {@link MPI#UNDEFINED} if none is. */
    public static int testAny(Request[] requests) {
        Status status = testAnyStatus(requests);
        return status == null ? MPI.UNDEFINED : status.index;
    }

    private static Status ofOne(Request[] requests, MPI_Request[] handles, int index, Status status, int code) {
        take(requests, handles);
        MPIException.check(code);
        return index < 0 ? status.filled(MPI.UNDEFINED) : requests[index].completed(status, index);
    }

    /** Waits for all. */
    public static Status[] waitAllStatus(Request[] requests) {
        MPI_Request[] handles = handles(requests);
        Status[] statuses = statuses(handles.length);
        int code = MPI_Waitall(handles.length, handles, statuses);
        return ofAll(requests, handles, statuses, code);
    }

    /** Waits for all. */
    public static void waitAll(Request[] requests) {
        waitAllStatus(requests);
    }

    /** The statuses if all are complete, else null. */
    public static Status[] testAllStatus(Request[] requests) {
        MPI_Request[] handles = handles(requests);
        boolean[] flag = new boolean[1];
        Status[] statuses = statuses(handles.length);
        int code = MPI_Testall(handles.length, handles, flag, statuses);
        return code == MPI.SUCCESS && !flag[0] ? null : ofAll(requests, handles, statuses, code);
    }

    /** Whether all are complete. */
    public static boolean testAll(Request[] requests) {
        return testAllStatus(requests) != null;
    }

    private static Status[] ofAll(Request[] requests, MPI_Request[] handles, Status[] statuses, int code) {
        take(requests, handles);
        checkEach(code, statuses, statuses.length);
        for (int i = 0; i < statuses.length; i++) {
            if (requests[i] == null) {
                statuses[i].filled(i);
            } else {
                requests[i].completed(statuses[i], i);
            }
        }
        return statuses;
    }

    /** Waits for at least one; their positions are in the statuses. Null if none is active. */
    public static Status[] waitSomeStatus(Request[] requests) {
        return some(requests, true);
    }

    /** Waits for at least one; answers their positions. Null if none is active. */
    public static int[] waitSome(Request[] requests) {
        return positions(waitSomeStatus(requests));
    }

    /** The statuses of those that are complete, their positions in them; null if none is active. */
    public static Status[] testSomeStatus(Request[] requests) {
        return some(requests, false);
    }

    /** Positions of those that are complete; null if none is active. */
    public static int[] testSome(Request[] requests) {
        return positions(testSomeStatus(requests));
    }

    private static Status[] some(Request[] requests, boolean waits) {
        MPI_Request[] handles = handles(requests);
        int[] number = new int[1];
        int[] indices = new int[handles.length];
        Status[] statuses = statuses(handles.length);
        int code = waits
                ? MPI_Waitsome(handles.length, handles, number, indices, statuses)
                : MPI_Testsome(handles.length, handles, number, indices, statuses);
        take(requests, handles);
        checkEach(code, statuses, Math.max(0, number[0]));
        if (number[0] < 0) {
            return null;
        }
        for (int i = 0; i < number[0]; i++) {
            requests[indices[i]].completed(statuses[i], indices[i]);
        }
        return Arrays.copyOf(statuses, number[0]);
    }

    private static int[] positions(Status[] statuses) {
        if (statuses == null) {
            return null;
        }
        int[] positions = new int[statuses.length];
        for (int i = 0; i < positions.length; i++) {
            positions[i] = statuses[i].index;
        }
        return positions;
    }

    /** The code of the operation that has failed, where the call says that one has. */
    private static void checkEach(int code, Status[] statuses, int count) {
        if (code == MPI.ERR_IN_STATUS) {
            for (int i = 0; i < count; i++) {
                if (statuses[i].MPI_ERROR != MPI.SUCCESS && statuses[i].MPI_ERROR != MPI.ERR_PENDING) {
                    MPIException.check(statuses[i].MPI_ERROR);
                }
            }
        }
        MPIException.check(code);
    }

    private static Status[] statuses(int count) {
        Status[] statuses = new Status[count];
        for (int i = 0; i < count; i++) {
            statuses[i] = new Status();
        }
        return statuses;
    }

    /** Elements that are null in Java stand for no operation. */
    static MPI_Request[] handles(Request[] requests) {
        MPI_Request[] handles = new MPI_Request[requests.length];
        for (int i = 0; i < handles.length; i++) {
            handles[i] = requests[i] == null ? MPI_REQUEST_NULL : requests[i].handle[0];
        }
        return handles;
    }

    static void take(Request[] requests, MPI_Request[] handles) {
        for (int i = 0; i < handles.length; i++) {
            if (requests[i] != null && requests[i].handle[0] != handles[i]) {
                requests[i].handle[0] = handles[i];
            }
        }
    }
}
