package org.javampi.core.engine;

/** Requests that are not in use. Guarded by the engine lock. */
final class RequestPool {
    private Request spareSend;
    private Request spareReceive;
    private Request spareProbe;

    SendRequest send() {
        Request spare = spareSend;
        if (spare == null) {
            return new SendRequest();
        }
        spareSend = spare.next;
        spare.next = null;
        return (SendRequest) spare;
    }

    ReceiveRequest receive() {
        Request spare = spareReceive;
        if (spare == null) {
            return new ReceiveRequest();
        }
        spareReceive = spare.next;
        spare.next = null;
        return (ReceiveRequest) spare;
    }

    ProbeRequest probe() {
        Request spare = spareProbe;
        if (spare == null) {
            return new ProbeRequest();
        }
        spareProbe = spare.next;
        spare.next = null;
        return (ProbeRequest) spare;
    }

    /** Takes a request back, unless it is still under way: that one is left to the collector. */
    void recycle(Request request) {
        if (!request.isDone()) {
            return;
        }
        request.block.clear();
        request.waiter = null;
        request.failure = null;
        if (request instanceof SendRequest) {
            request.next = spareSend;
            spareSend = request;
        } else if (request instanceof ReceiveRequest) {
            request.next = spareReceive;
            spareReceive = request;
        } else {
            request.next = spareProbe;
            spareProbe = request;
        }
    }
}
