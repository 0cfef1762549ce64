package org.javampi.checkpoint;

import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.javampi.job.control.CheckpointOrder;
import org.javampi.job.control.CheckpointReport;

/**
 * The calls of a resource that knows no points, and its side of the way to a common place. A collective is never left in
 * the middle: first all resources come to where as many collectives are over in each group (the collective clock of Xu
 * and Cooperman, 2024), then each stands at its next call, or in the call that it waits in.
 *
 * <pre>
 *   coordinator: HOLD ........... TARGETS ... TARGETS ........... STOP_AT ............. THAW or ABANDON
 *   resource:    begins no more   goes on to its targets,         stands at any call    goes on
 *   HELD         collectives      HELD when there
 * </pre>
 *
 * Any thread; collectives are announced by the thread that calls them.
 */
public final class CallGate {
    private static final long LINGER_NS = 200_000_000;

    private enum Phase {
        FREE,
        HOLDING,
        GATHERING,
        STOPPING
    }

    private final Consumer<CheckpointReport> coordinator;
    private final Freezable resource;
    private final Supplier<long[]> groups;
    private final CollectiveCounts counts = new CollectiveCounts();
    private Map<Long, Long> targets = new TreeMap<>();
    private Phase phase = Phase.FREE;
    private long epoch;
    private long passed;
    private volatile boolean stopWanted;

    /** Changes whenever a thread that stands at a collective has to look again. */
    private volatile long changes;

    /**
     * A gate that is open.
     *
     * @param resource waits while it stands before a collective
     * @param groups the groups that the resource is a member of now
     */
    public CallGate(Consumer<CheckpointReport> coordinator, Freezable resource, Supplier<long[]> groups) {
        this.coordinator = coordinator;
        this.resource = resource;
        this.groups = groups;
    }

    /** Whether the resource is to stand at the call that it makes or waits in. */
    public boolean isStopWanted() {
        return stopWanted;
    }

    /**
     * The resource is about to begin a collective of a group; waits while it may not.
     *
     * @return false if it is to stand here instead
     */
    public boolean enter(long group) {
        long since = System.nanoTime();
        boolean announced = false;
        while (true) {
            long seen;
            synchronized (this) {
                if (phase == Phase.STOPPING) {
                    if (announced) {
                        counts.undo(group);
                    }
                    return false;
                }
                if (phase == Phase.FREE || phase == Phase.GATHERING && mayBegin(group, announced)) {
                    if (!announced) {
                        counts.begin(group);
                        reportWhileGathering();
                    }
                    return true;
                }
                if (!announced && phase == Phase.GATHERING && isImpatient(since)) {
                    // Another resource may wait for what this one sends behind the collective. It is entered when the
                    // coordinator has taken note: it may have told all to stand meanwhile.
                    counts.begin(group);
                    announced = true;
                    report();
                }
                seen = changes;
            }
            long now = seen;
            boolean isPatient = !announced;
            resource.await(() -> changes != now || isPatient && isImpatient(since));
        }
    }

    private static boolean isImpatient(long since) {
        return System.nanoTime() - since > LINGER_NS;
    }

    /** Up to the targets; beyond them only on the way to others. */
    private boolean mayBegin(long group, boolean announced) {
        if (announced) {
            return counts.begun(group) <= targets.getOrDefault(group, 0L);
        }
        know();
        return counts.begun(group) < targets.getOrDefault(group, 0L) || !counts.haveReached(targets);
    }

    private void know() {
        for (long group : groups.get()) {
            counts.know(group);
        }
    }

    /** A collective that was entered is over for this resource. */
    public synchronized void leave(long group) {
        counts.end(group);
        reportWhileGathering();
    }

    private void reportWhileGathering() {
        if (phase == Phase.GATHERING) {
            report();
        }
    }

    private void report() {
        know();
        coordinator.accept(
                new CheckpointReport(CheckpointReport.Verb.HELD, epoch, passed, counts.toReport(), "counts"));
    }

    /** The resource cannot stand where it is, because of {@code why}. Waits until it may go on. */
    public void obstructed(String why) {
        long now;
        synchronized (this) {
            if (phase != Phase.STOPPING) {
                return;
            }
            coordinator.accept(CheckpointReport.of(CheckpointReport.Verb.OBSTRUCTED, epoch, 0, why));
            now = changes;
        }
        resource.await(() -> changes != now);
    }

    synchronized void onHold(long heldEpoch, long passedPoints) {
        epoch = heldEpoch;
        passed = passedPoints;
        targets = new TreeMap<>();
        phase = Phase.HOLDING;
        report();
    }

    synchronized void onTargets(CheckpointOrder order) {
        if (order.epoch() == epoch && phase != Phase.FREE) {
            targets = CollectiveCounts.targets(order.text());
            phase = Phase.GATHERING;
            changes++;
        }
    }

    synchronized void onStop() {
        phase = Phase.STOPPING;
        stopWanted = true;
        changes++;
    }

    /** @param together whether all resources stood, so that their counts were equal */
    synchronized void onRelease(boolean together) {
        if (together) {
            counts.clear();
        }
        phase = Phase.FREE;
        stopWanted = false;
        changes++;
    }
}
