package org.javampi.core.binding;

import org.javampi.MPI_Request;
import org.javampi.core.engine.Awaited;
import org.javampi.core.engine.WaitDescription;

/** The operations that a call waits for which may be left before they are over: all of them, or any one. */
final class PendingHandles implements Awaited {
    private final RequestHandle[] handles;
    private final boolean all;

    /** The first {@code count} of {@code requests}; those that are no handles count as over. */
    PendingHandles(MPI_Request[] requests, int count, boolean all) {
        this.all = all;
        handles = new RequestHandle[count];
        for (int i = 0; i < count; i++) {
            handles[i] = requests[i] instanceof RequestHandle handle && handle.active ? handle : null;
        }
    }

    @Override
    public boolean isOver() {
        boolean any = true;
        for (RequestHandle handle : handles) {
            if (handle != null) {
                boolean done = handle.isDone();
                if (done != all) {
                    return done;
                }
                any = false;
            }
        }
        return all || any;
    }

    @Override
    public void setWaiter(Thread thread) {
        for (RequestHandle handle : handles) {
            if (handle != null && handle.request != null) {
                handle.request.setWaiter(thread);
            }
        }
    }

    @Override
    public void describe(WaitDescription description) {
        if (!all) {
            description.anyIsEnough();
        }
        for (RequestHandle handle : handles) {
            if (handle != null && !(all && handle.isDone())) {
                AllRequests.add(handle.request, description);
            }
        }
    }
}
