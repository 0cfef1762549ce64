package org.javampi.core.binding;

import org.javampi.MPI_Request;
import org.javampi.core.engine.Awaited;
import org.javampi.core.engine.Engine;
import org.javampi.core.engine.Request;
import org.javampi.core.engine.WaitDescription;

/**
 * The operations of one call that completes all of several, while it waits: those that were over
 * are not looked at again. One per thread is kept by the binding and reused, so that such calls
 * make no garbage.
 */
final class AllRequests implements Awaited {
    private MPI_Request[] requests;
    private int count;
    private int overUpTo;

    /** The one that knows who waits, or null. */
    private Request announced;

    /** Waits until the first {@code number} of {@code entries} are over, or only looks. */
    boolean await(Engine engine, MPI_Request[] entries, int number, boolean wait) {
        requests = entries;
        count = number;
        overUpTo = 0;
        try {
            if (wait) {
                engine.await(this);
                return true;
            }
            return engine.test(this);
        } finally {
            requests = null;
        }
    }

    @Override
    public boolean isOver() {
        int next = overUpTo;
        while (next < count && isOver(CompletionCalls.asHandle(requests[next]))) {
            next++;
        }
        overUpTo = next;
        return next == count;
    }

    private static boolean isOver(RequestHandle handle) {
        return handle == null || !handle.active || handle.isDone();
    }

    @Override
    public void describe(WaitDescription description) {
        for (int i = 0; i < count; i++) {
            // The array is the program's: another of its threads may be changing it.
            if (requests[i] instanceof RequestHandle handle && !isOver(handle)) {
                add(handle.request, description);
            }
        }
    }

    static void add(Request request, WaitDescription description) {
        if (request == null) {
            description.goesOn();
        } else {
            description.add(request);
        }
    }

    /** The first that is not over is enough: when it is, the next one is told. */
    @Override
    public void setWaiter(Thread thread) {
        if (announced != null) {
            announced.setWaiter(null);
            announced = null;
        }
        if (thread != null && !isOver()) {
            announced = CompletionCalls.asHandle(requests[overUpTo]).request;
            announced.setWaiter(thread);
        }
    }
}
