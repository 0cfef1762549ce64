package org.javampi.core.engine;

/** Receives of one context that wait for a message, in the order in which they were posted. */
final class PostedReceives {
    private ReceiveRequest first;
    private ReceiveRequest last;

    void add(ReceiveRequest receive) {
        receive.queued = true;
        receive.previous = last;
        receive.next = null;
        if (last == null) {
            first = receive;
        } else {
            last.next = receive;
        }
        last = receive;
    }

    /** Takes out the first receive that accepts the message, or answers null. */
    ReceiveRequest take(int source, int tag) {
        for (ReceiveRequest r = first; r != null; r = (ReceiveRequest) r.next) {
            if (Matching.accepts(r.wantedSource, r.tag, source, tag)) {
                remove(r);
                return r;
            }
        }
        return null;
    }

    void remove(ReceiveRequest receive) {
        if (receive.previous == null) {
            first = (ReceiveRequest) receive.next;
        } else {
            receive.previous.next = receive.next;
        }
        if (receive.next == null) {
            last = (ReceiveRequest) receive.previous;
        } else {
            receive.next.previous = receive.previous;
        }
        receive.next = null;
        receive.previous = null;
        receive.queued = false;
    }

    boolean isEmpty() {
        return first == null;
    }

    /** All of them in order. */
    ReceiveRequest[] toArray() {
        ReceiveRequest[] all = new ReceiveRequest[size()];
        int i = 0;
        for (ReceiveRequest r = first; r != null; r = (ReceiveRequest) r.next) {
            all[i++] = r;
        }
        return all;
    }

    int size() {
        int n = 0;
        for (Request r = first; r != null; r = r.next) {
            n++;
        }
        return n;
    }
}
