package org.javampi.core.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.javampi.core.engine.PendingOperation.Kind;

/** What a rank's threads wait for, and what waits for the rank: a look from outside. Any thread. */
public final class Waits {
    /** Entries of each kind that one look tells, of queues that may hold millions. */
    private static final int TOLD = 256;

    private static final long SHORT_PAUSE_NS = 1_000_000;
    private static final long MOST_STEPS = 1L << 31;

    private final Engine engine;

    Waits(Engine engine) {
        this.engine = engine;
    }

    /**
     * One thread's wait, or that of a collective that goes on without a thread.
     *
     * @param thread null for a collective in the background
     * @param goesOn what it waits for is over, or on the way, or not known
     */
    public record Wait(
            Thread thread, long id, long sinceNs, boolean goesOn, boolean any, List<PendingOperation> operations) {}

    /** A message, or an announcement, that has met no receive. */
    public record Early(long context, int source, int sender, int tag, long byteCount, boolean waits) {}

    /**
     * A thread that looks for messages again and again and finds none.
     *
     * @param lastedNs from the first look to the last
     * @param stack where one of the latest looks was made
     * @param tight whether nothing else is done between the looks
     * @param goesOn what is looked for is on the way, or not known
     */
    public record Poll(
            Thread thread,
            long id,
            long lastedNs,
            StackTraceElement[] stack,
            boolean tight,
            boolean goesOn,
            List<PendingOperation> operations) {}

    /** One look. @param poll null for none */
    public record Image(
            List<Wait> waits,
            Poll poll,
            boolean quiet,
            int calls,
            List<PendingOperation> posted,
            List<Early> early,
            long[] frames) {}

    /** Has {@code listener} called, by the waiting thread, once for each wait that lasts {@code longMs}. */
    public void onLongWait(long longMs, Runnable listener) {
        engine.lock.acquire();
        try {
            engine.waiting.onLongWait(longMs, listener);
        } finally {
            engine.lock.release();
        }
    }

    /** Looks. */
    public Image look() {
        engine.lock.acquire();
        try {
            List<Wait> waits = new ArrayList<>();
            for (Standing s = engine.waiting.standings().first(); s != null; s = s.next) {
                waits.add(describe(s));
            }
            for (Schedule schedule : engine.conductor.underWay()) {
                waits.add(describe(schedule));
            }
            List<PendingOperation> posted = new ArrayList<>();
            List<Early> early = new ArrayList<>();
            for (Context context : engine.inbound.contexts()) {
                for (ReceiveRequest r = context.posted.first(); r != null && posted.size() < TOLD; ) {
                    posted.add(WaitDescription.operation(
                            Kind.RECEIVE, r, r.wantedSource, r.capacity, context.providers(r.wantedSource)));
                    r = (ReceiveRequest) r.next;
                }
                for (Message m = context.unexpected.first(); m != null && early.size() < TOLD; m = m.next) {
                    boolean waiting = m.synchronous || !m.isEager();
                    early.add(new Early(context.id, m.source, m.peer.worldRank, m.tag, m.byteCount, waiting));
                }
            }
            return new Image(
                    waits,
                    engine.polling.poll(System.nanoTime()),
                    isQuiet(),
                    engine.callerProgress(),
                    posted,
                    early,
                    engine.quiescence().frameCountsLocked());
        } finally {
            engine.lock.release();
        }
    }

    /**
     * Sends of the program that have met no receive, where all ranks have finished their calls. Waits for at most
     * {@code patienceNs} until there are none: the answer of a receiver may be on its way.
     */
    public List<PendingOperation> unreceived(long patienceNs) {
        long deadline = System.nanoTime() + patienceNs;
        List<PendingOperation> found = lookForUnreceived();
        while (!found.isEmpty() && System.nanoTime() < deadline) {
            LockSupport.parkNanos(this, SHORT_PAUSE_NS);
            found = lookForUnreceived();
        }
        return found;
    }

    private List<PendingOperation> lookForUnreceived() {
        engine.lock.acquire();
        try {
            engine.progressAsCaller();
            List<PendingOperation> found = new ArrayList<>();
            for (Peer peer : engine.peers()) {
                if (peer != null) {
                    peer.awaiting.values().forEach(send -> add(found, send));
                }
            }
            for (Context context : engine.inbound.contexts()) {
                for (Message m = context.unexpected.first(); m != null; m = m.next) {
                    if (m.local != null) {
                        add(found, m.local);
                    }
                }
            }
            return found;
        } finally {
            engine.lock.release();
        }
    }

    private static void add(List<PendingOperation> found, SendRequest send) {
        if (send.context.ledger != null) {
            // Of a call that has failed: that was reported.
            return;
        }
        int dest = send.context.rankOf(send.peer.worldRank);
        found.add(WaitDescription.operation(Kind.SEND, send, dest, send.byteCount, send.peer.worldRank));
    }

    private static Wait describe(Standing standing) {
        WaitDescription description = new WaitDescription();
        boolean goesOn = standing.awaited.isOver();
        if (!goesOn) {
            standing.awaited.describe(description);
            // It may have come to its end meanwhile: other threads' memory is looked at without a lock.
            goesOn = description.isMoving() || standing.awaited.isOver();
        }
        return new Wait(
                standing.thread,
                standing.id,
                standing.sinceNs,
                goesOn,
                description.isAny(),
                List.copyOf(description.operations()));
    }

    /** It serves other ranks whatever the program's threads do: it may act when its messages come. */
    private static Wait describe(Schedule schedule) {
        WaitDescription description = new WaitDescription();
        description.add(schedule);
        // Another wait at each step.
        long id = -(schedule.start * MOST_STEPS + schedule.position);
        return new Wait(
                null, id, System.nanoTime(), description.isMoving(), false, List.copyOf(description.operations()));
    }

    private boolean isQuiet() {
        if (!engine.outbound.isIdle() || !engine.conductor.isAtRest()) {
            return false;
        }
        for (Peer peer : engine.peers()) {
            if (peer != null && !peer.isQuiet()) {
                return false;
            }
        }
        return true;
    }
}
