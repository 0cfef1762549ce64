package org.javampi.core.binding;

import java.util.Arrays;
import org.javampi.core.engine.Awaited;
import org.javampi.core.engine.Engine;
import org.javampi.core.engine.Request;

/**
 * The operations of one call that completes several: which of them are active, and how to wait for
 * one or for all. One set per thread is kept by the binding and reused, so that such calls make no
 * garbage.
 */
final class RequestSet implements Awaited {
    private RequestHandle[] handles = new RequestHandle[16];

    /** Requests of completed operations, which go back to the engine together. */
    private Request[] spare = new Request[16];

    private int spareCount;
    private int size;
    private int activeCount;
    private boolean forAll;
    private boolean inUse;

    /** Entries before this one are over; only of interest when all are waited for. */
    private int overUpTo;

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
            spare = Arrays.copyOf(spare, size * 2);
        }
        handles[size++] = handle;
        if (handle != null) {
            activeCount++;
        }
    }

    void clear() {
        Arrays.fill(handles, 0, size, null);
        Arrays.fill(spare, 0, spareCount, null);
        spareCount = 0;
        size = 0;
        activeCount = 0;
        overUpTo = 0;
        inUse = false;
    }

    /** Completes one of the operations. */
    void retire(RequestHandle handle) {
        Request request = handle.retire();
        if (request != null) {
            spare[spareCount++] = request;
        }
    }

    /** Gives the requests of completed operations back: one taking of the lock for all of them. */
    void release(Engine engine) {
        if (spareCount > 0) {
            engine.release(spare, spareCount);
            Arrays.fill(spare, 0, spareCount, null);
            spareCount = 0;
        }
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
            if (isDone(i) && handles[i].request != null && handles[i].request.failure() != null) {
                return true;
            }
        }
        return false;
    }

    /** Waits for one, or only looks; nothing to do when none is active. */
    void awaitAny(Engine engine, boolean wait) {
        forAll = false;
        awaitOrTest(engine, wait);
    }

    /** Waits for all, or only looks; answers whether all are over. */
    boolean awaitAll(Engine engine, boolean wait) {
        forAll = true;
        awaitOrTest(engine, wait);
        return isOver();
    }

    private void awaitOrTest(Engine engine, boolean wait) {
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
        if (!forAll) {
            return activeCount == 0 || firstDone() >= 0;
        }
        while (overUpTo < size && (handles[overUpTo] == null || handles[overUpTo].isDone())) {
            overUpTo++;
        }
        return overUpTo == size;
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
