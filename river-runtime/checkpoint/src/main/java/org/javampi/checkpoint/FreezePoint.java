package org.javampi.checkpoint;

import java.util.ArrayDeque;
import java.util.function.Consumer;
import org.javampi.job.control.CheckpointOrder;
import org.javampi.job.control.CheckpointReport;

/**
 * The places in one resource's program at which it may be frozen, and its side of the protocol.
 *
 * <p>The program passes points, counted from 1. All resources of a job pass the same points, so
 * that a number names a place in all of them; which one is agreed on is the largest count among
 * them and one more, because no rank may be asked to stand where it has been. Passing costs one
 * uncontended lock while nothing is due.
 *
 * <pre>
 *   coordinator: HOLD ......... STOP_AT n ............. COUNT ... COUNT  CAPTURE ........ THAW ........... COMMITTED
 *   resource:    HELD passed    ARRIVED n (stands)      COUNTED          CAPTURED (copy)  goes on; WRITTEN
 * </pre>
 */
public final class FreezePoint {
    /** Steps at which a {@link Fault} can strike. */
    public static final int ARRIVED = 1;

    public static final int COUNTED = 2;
    public static final int CAPTURED = 3;
    public static final int THAWED = 4;
    public static final int WRITING = 5;
    public static final int WRITTEN = 6;
    public static final int COMMITTED = 7;

    private static final long NEVER = Long.MAX_VALUE;
    private static final long UNREST_NS = 20_000_000;

    private final int rank;
    private final Freezable resource;
    private final Consumer<CheckpointReport> coordinator;
    private final Fault fault;
    private final long every;
    private final ArrayDeque<CheckpointOrder> orders = new ArrayDeque<>();
    private long passed;
    private long target = NEVER;
    private boolean held;
    private volatile PartWriter writing;

    /** It has been decided that the resource stands, until THAW or ABANDON has come. */
    private boolean standing;

    /** The point where it stands, or has stood. */
    private long place;

    /** Number of the last ABANDON that has come. */
    private long released;

    /** What {@link #released} was when it was decided that the resource stands. */
    private long stoodAfter;

    /** Where a resource stands that knows no points; null for one that does. */
    private CallGate gate;

    /**
     * The points of one resource.
     *
     * @param passed points that its earlier life had passed
     * @param every stand at each point that is a multiple of this; 0 for only when asked
     * @param coordinator where reports go
     */
    public FreezePoint(
            int rank,
            Freezable resource,
            long passed,
            long every,
            Fault fault,
            Consumer<CheckpointReport> coordinator) {
        this.rank = rank;
        this.resource = resource;
        this.passed = passed;
        this.every = every;
        this.fault = fault;
        this.coordinator = coordinator;
        target = nextMultiple();
    }

    /** From now on the resource stands at calls, see {@link #standAtCall}, and passes no points. */
    public synchronized void standAtCallsOf(CallGate calls) {
        gate = calls;
        target = NEVER;
    }

    private long nextMultiple() {
        return every == 0 ? NEVER : (passed / every + 1) * every;
    }

    /** Points passed so far, those of earlier lives included. */
    public synchronized long passed() {
        return passed;
    }

    /**
     * Passes the next point, or stands there until the checkpoint is made.
     *
     * @param due whether every resource knows that it is to stand here
     * @param before called when it is going to stand
     * @return whether a checkpoint was made here
     */
    public boolean pass(boolean due, Runnable before) {
        long point;
        boolean decided;
        synchronized (this) {
            point = passed + 1;
            if (!due && !held && point != target) {
                passed = point;
                return false;
            }
            decided = due || point == target;
            if (decided) {
                beginToStand();
            }
        }
        if (!decided && !decide(point)) {
            return false;
        }
        before.run();
        return stand(point);
    }

    /** Waits until it is known whether to stand at {@code point}; passes it when not. */
    private boolean decide(long point) {
        while (true) {
            resource.await(() -> isDecided(point));
            synchronized (this) {
                if (point == target) {
                    beginToStand();
                    return true;
                }
                // Or the next HOLD has come since: it has been told of fewer points.
                if (!held) {
                    passed = point;
                    return false;
                }
            }
        }
    }

    /**
     * Stands at a call, as {@link CallGate#isStopWanted} has asked, until the checkpoint is made or is given up.
     *
     * @return whether it was made
     */
    public boolean standAtCall() {
        long point;
        synchronized (this) {
            if (!gate.isStopWanted()) {
                return false;
            }
            point = target;
            passed = point - 1;
            beginToStand();
        }
        return stand(point);
    }

    private void beginToStand() {
        standing = true;
        place = passed + 1;
        stoodAfter = released;
    }

    private synchronized boolean isDecided(long point) {
        return point == target || !held;
    }

    private boolean stand(long point) {
        // An ABANDON that is on its way to a resource that is on its way here lets it go at once:
        // by the number the coordinator knows that this arrival is past.
        coordinator.accept(CheckpointReport.of(CheckpointReport.Verb.ARRIVED, stoodAfter, point));
        boolean taken = false;
        while (true) {
            CheckpointOrder order = nextOrder();
            fault.reached(order.verb() == CheckpointOrder.Verb.COUNT ? ARRIVED : 0, order.epoch());
            switch (order.verb()) {
                case COUNT -> count(order);
                case CAPTURE -> taken = capture(order, point);
                default -> {
                    // THAW or ABANDON: nothing else is queued.
                    taken &= order.verb() == CheckpointOrder.Verb.THAW;
                    fault.reached(THAWED, order.epoch());
                    return taken;
                }
            }
        }
    }

    /**
     * The resource may pass: from now on, and not from when its thread hears of it, because the
     * next HOLD and STOP_AT may come before that and must find the state that they are about.
     */
    private void letGo(CheckpointOrder order) {
        if (standing) {
            passed = place;
            standing = false;
            orders.add(order);
        }
        held = false;
        target = gate == null ? nextMultiple() : NEVER;
        if (gate != null) {
            gate.onRelease(order.verb() == CheckpointOrder.Verb.THAW);
        }
    }

    private CheckpointOrder nextOrder() {
        resource.await(this::hasOrder);
        synchronized (this) {
            return orders.poll();
        }
    }

    private synchronized boolean hasOrder() {
        return !orders.isEmpty();
    }

    private void count(CheckpointOrder order) {
        long deadline = System.nanoTime() + UNREST_NS;
        String unrest = resource.unrest();
        while (!unrest.isEmpty() && System.nanoTime() - deadline < 0) {
            Thread.yield();
            unrest = resource.unrest();
        }
        // Unrest before counts: what comes in between the two, the counts of its sender show.
        coordinator.accept(new CheckpointReport(
                CheckpointReport.Verb.COUNTED, order.epoch(), order.number(), resource.frameCounts(), unrest));
        fault.reached(COUNTED, order.epoch());
    }

    private boolean capture(CheckpointOrder order, long point) {
        try {
            synchronized (this) {
                // What is saved has passed this point.
                passed = point;
            }
            Freezable.Image image = resource.capture(order.epoch());
            fault.reached(CAPTURED, order.epoch());
            coordinator.accept(CheckpointReport.of(CheckpointReport.Verb.CAPTURED, order.epoch(), image.byteCount()));
            PartWriter writer = new PartWriter(rank, image, order, fault, coordinator);
            writing = writer;
            Thread thread = new Thread(writer, "river-checkpoint-" + rank);
            thread.setDaemon(true);
            thread.start();
            return true;
        } catch (Freezable.Unsavable e) {
            coordinator.accept(CheckpointReport.of(CheckpointReport.Verb.FAILED, order.epoch(), 0, e.getMessage()));
            return false;
        }
    }

    /** Name of a resource's file in a checkpoint. */
    public static String partName(int rank) {
        return "rank-" + rank + ".part";
    }

    /** The program asks for a checkpoint at the next point that all can stand at. */
    public void want() {
        coordinator.accept(CheckpointReport.of(CheckpointReport.Verb.WANTED, 0, 0));
    }

    /**
     * The resource leaves: no further point will come. Waits until its last image is written, or
     * need not be.
     */
    public void leave() {
        // First of all: nobody is to stand and wait for who waits for a disk.
        coordinator.accept(CheckpointReport.of(CheckpointReport.Verb.LEAVING, 0, 0));
        PartWriter writer = writing;
        try {
            if (writer != null) {
                writer.await();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void drop(long epoch) {
        PartWriter writer = writing;
        if (writer != null) {
            writer.drop(epoch);
        }
    }

    /** An order has come. Any thread; never waits. */
    public void onOrder(CheckpointOrder order) {
        synchronized (this) {
            switch (order.verb()) {
                case HOLD -> {
                    if (gate == null) {
                        held = true;
                        coordinator.accept(CheckpointReport.of(CheckpointReport.Verb.HELD, order.epoch(), passed));
                    } else {
                        gate.onHold(order.epoch(), passed);
                    }
                }
                case TARGETS -> {
                    if (gate != null) {
                        gate.onTargets(order);
                    }
                }
                case STOP_AT -> {
                    target = order.number();
                    held = false;
                    if (gate != null) {
                        gate.onStop();
                    }
                }
                case ABANDON -> {
                    released = order.number();
                    letGo(order);
                }
                case THAW -> letGo(order);
                case DROPPED -> drop(order.epoch());
                case COMMITTED -> fault.reached(COMMITTED, order.epoch());
                default -> orders.add(order);
            }
        }
        resource.nudge();
    }
}
