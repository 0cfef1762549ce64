package org.javampi.core.record;

import java.util.ArrayList;
import java.util.List;
import org.javampi.CheckpointListener;
import org.javampi.Checkpoints;

/** The points of a program that is replayed: told as they were passed. No checkpoint is taken. */
final class ReplayPoints implements Checkpoints {
    /** Tells of a point: whether it stood and whether a checkpoint was taken; null for neither. */
    @FunctionalInterface
    interface Teller {
        boolean[] next();
    }

    private final Checkpoints below;
    private final Teller teller;
    private final List<CheckpointListener> listeners = new ArrayList<>();
    private long told;

    ReplayPoints(Checkpoints below, Teller teller) {
        this.below = below;
        this.teller = teller;
    }

    @Override
    public <T> T register(String name, T object) {
        T registered = below.register(name, object);
        if (object instanceof CheckpointListener listener) {
            listeners.add(listener);
        }
        return registered;
    }

    @Override
    public void unregister(String name) {
        below.unregister(name);
    }

    @Override
    public void listen(CheckpointListener listener) {
        below.listen(listener);
        listeners.add(listener);
    }

    @Override
    public boolean pass(boolean due) {
        boolean[] point = teller.next();
        told++;
        if (point == null) {
            return false;
        }
        if (point[0]) {
            listeners.forEach(CheckpointListener::before);
            listeners.forEach(listener -> listener.after(point[1]));
        }
        return point[1];
    }

    @Override
    public void request() {
        // Whether it led to a checkpoint is told.
    }

    @Override
    public boolean isRestarted() {
        return below.isRestarted();
    }

    @Override
    public long passed() {
        return below.passed() + told;
    }
}
