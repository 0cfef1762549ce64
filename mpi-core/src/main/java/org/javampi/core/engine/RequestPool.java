package org.javampi.core.engine;

/** Requests that are not in use. Guarded by the engine lock. */
final class RequestPool {
    private static final int KEPT = 1024;

    private final PoolSurplus surplus;
    private final Stack sends = new Stack();
    private final Stack receives = new Stack();
    private final Stack probes = new Stack();

    /** Spare requests of one kind. */
    private static final class Stack {
        final LowWaterMark level = new LowWaterMark(KEPT);
        Request top;

        /** The request that was put in last, or null. */
        Request pop() {
            Request spare = top;
            if (spare != null) {
                top = spare.next;
                spare.next = null;
                level.fall();
            }
            return spare;
        }

        void push(Request request) {
            request.next = top;
            top = request;
            level.rise();
        }

        boolean trim() {
            for (int unneeded = level.look(); unneeded > 0; unneeded--) {
                top = top.next;
            }
            return level.isHigh();
        }
    }

    RequestPool(PoolSurplus surplus) {
        this.surplus = surplus;
    }

    SendRequest send() {
        Request spare = sends.pop();
        return spare == null ? new SendRequest() : (SendRequest) spare;
    }

    ReceiveRequest receive() {
        Request spare = receives.pop();
        return spare == null ? new ReceiveRequest() : (ReceiveRequest) spare;
    }

    ProbeRequest probe() {
        Request spare = probes.pop();
        return spare == null ? new ProbeRequest() : (ProbeRequest) spare;
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
            push(sends, request);
        } else if (request instanceof ReceiveRequest) {
            push(receives, request);
        } else if (request instanceof Schedule schedule) {
            schedule.order().takeBack(schedule);
        } else if (request instanceof ProbeRequest) {
            push(probes, request);
        }
    }

    private void push(Stack stack, Request request) {
        stack.push(request);
        if (stack.level.isHigh()) {
            surplus.note();
        }
    }

    /** Drops requests that were spare ever since the last call; answers whether many are left. */
    boolean trim() {
        return sends.trim() | receives.trim() | probes.trim();
    }

    /** Requests that lie spare. */
    int size() {
        return sends.level.spare() + receives.level.spare() + probes.level.spare();
    }
}
