package org.javampi.core.runtime;

import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import org.javampi.job.ForwardingRankHost;
import org.javampi.job.RankHost;
import org.javampi.job.control.CheckpointOrder;
import org.javampi.job.control.CheckpointReport;

/**
 * Where a rank lives that has ended MPI and begins again: the same place, but what it publishes has names of its own,
 * since published values never change. It takes no part in checkpoints.
 */
public final class LaterSession extends ForwardingRankHost {
    private final String prefix;

    /**
     * A later session in the same place.
     *
     * @param number how many sessions there were before
     */
    public LaterSession(RankHost place, int number) {
        super(place instanceof LaterSession earlier ? earlier.place() : place);
        prefix = "session" + number + ".";
    }

    @Override
    public void publish(String key, String value) {
        super.publish(prefix + key, value);
    }

    @Override
    public CompletionStage<String> lookup(int rank, String key) {
        return super.lookup(rank, prefix + key);
    }

    @Override
    public void report(CheckpointReport report) {
        // No checkpoint waits for it: the rank has said that it leaves when the first session ended.
    }

    @Override
    public void onOrders(Consumer<CheckpointOrder> listener) {
        // No order concerns it, for the same reason.
    }
}
