package org.javampi.core.binding;

import java.util.Arrays;
import org.javampi.core.engine.Awaited;
import org.javampi.core.engine.Engine;
import org.javampi.core.engine.WaitDescription;

/**
 * The operations of one call that completes any or some of several: which of them are active, and
 * how to wait for one. One set per thread is kept by the binding and reused, so that such calls
 * make no garbage.
 */
final class RequestSet implements Awaited {
    private RequestHandle[] handles = new RequestHandle[16];

    private int size;
    private int activeCount;
    private boolean inUse;

    /** This set, or a fresh one when a callback of the program has come back here. */
    RequestSet borrow() {
        RequestSet set = inUse ? new RequestSet() : this;
        set.inUse = true;
        return set;
    }

    /** Adds the next entry; null for one that is not active. */
    void add(RequestHandle handle) {
        if (size == handles.length) {
            handles = Arrays.copyOf(handles, size * 2);
        }
        handles[size++] = handle;
        if (handle != null) {
            activeCount++;
        }
    }

    void clear() {
        Arrays.fill(handles, 0, size, null);
        size = 0;
        activeCount = 0;
        inUse = false;
    }

    boolean isEmpty() {
        return activeCount == 0;
    }

    /** The active operation at {@code index}, or null. */
    RequestHandle handle(int index) {
        return handles[index];
    }

    boolean isDone(int index) {
        return handles[index] != null && handles[index].isDone();
    }

    /** Position of the first operation that is over, or -1. */
    int firstDone() {
        for (int i = 0; i < size; i++) {
            if (isDone(i)) {
                return i;
            }
        }
        return -1;
    }

    boolean anyFailed() {
        for (int i = 0; i < size; i++) {
            if (isDone(i) && handles[i].hasFailed()) {
                return true;
            }
        }
        return false;
    }

    /** Waits for one, or only looks; nothing to do when none is active. */
    void awaitAny(Engine engine, boolean wait) {
        if (activeCount == 0) {
            return;
        }
        if (wait) {
            engine.await(this);
        } else {
            engine.test(this);
        }
    }

    @Override
    public boolean isOver() {
        return activeCount == 0 || firstDone() >= 0;
    }

    @Override
    public void describe(WaitDescription description) {
        description.anyIsEnough();
        for (int i = 0; i < size; i++) {
            if (handles[i] != null) {
                AllRequests.add(handles[i].request, description);
            }
        }
    }

    @Override
    public void setWaiter(Thread thread) {
        for (int i = 0; i < size; i++) {
            if (handles[i] != null && handles[i].request != null) {
                handles[i].request.setWaiter(thread);
            }
        }
    }
}
