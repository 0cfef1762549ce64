package org.javampi.core.record;

import org.javampi.CheckpointListener;
import org.javampi.Checkpoints;

/** The points of a program that marks them, written down as they are passed. */
final class RecordingPoints implements Checkpoints {
    private final Checkpoints below;
    private final Journal journal;
    private final Encoder head = new Encoder();

    /** Listeners of this point have been told that the rank stands. */
    private boolean hasStood;

    RecordingPoints(Checkpoints below, Journal journal) {
        this.below = below;
        this.journal = journal;
    }

    /** The rank has joined. */
    void begin() {
        below.listen(new CheckpointListener() {
            @Override
            public void before() {
                hasStood = true;
            }
        });
    }

    @Override
    public <T> T register(String name, T object) {
        return below.register(name, object);
    }

    @Override
    public void unregister(String name) {
        below.unregister(name);
    }

    @Override
    public void listen(CheckpointListener listener) {
        below.listen(listener);
    }

    @Override
    public boolean pass(boolean due) {
        journal.onPoint();
        hasStood = false;
        boolean taken = below.pass(due);
        journal.append(head.clear().putByte(Journal.POINT).put(hasStood).put(taken));
        return taken;
    }

    @Override
    public void request() {
        below.request();
    }

    @Override
    public boolean isRestarted() {
        return below.isRestarted();
    }

    @Override
    public long passed() {
        return below.passed();
    }
}
