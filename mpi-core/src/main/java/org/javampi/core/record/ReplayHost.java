package org.javampi.core.record;

import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import org.javampi.core.runtime.SilentTransport;
import org.javampi.job.ForwardingRankHost;
import org.javampi.job.RankHost;
import org.javampi.job.control.CheckpointOrder;
import org.javampi.job.control.CheckpointReport;

/**
 * Where a rank lives that is replayed alone: it sees the world that it was a rank of, and hears nothing of the others.
 * Its place is the only rank of a job of its own.
 */
public final class ReplayHost extends ForwardingRankHost {
    /** Setting: the directory of a {@link org.javampi.checkpoint.Recording}. */
    public static final String RECORDING = "replay.dir";

    /** Setting: the rank that is replayed. */
    public static final String RANK = "replay.rank";

    /** Setting: number of ranks of the job that was recorded. */
    public static final String SIZE = "replay.size";

    /** Setting: the checkpoint behind which it is replayed, 0 for the program's start. */
    public static final String EPOCH = "replay.at";

    private final int rank;
    private final int size;

    private ReplayHost(RankHost place) {
        super(place);
        rank = Integer.parseInt(place.setting(RANK));
        size = Integer.parseInt(place.setting(SIZE));
    }

    /** What a rank in {@code place} sees: {@code place} itself, unless it is replayed. */
    public static RankHost of(RankHost place) {
        return place.setting(RECORDING) == null ? place : new ReplayHost(place);
    }

    @Override
    public UUID resource() {
        return resourceOf(rank);
    }

    @Override
    public int rank() {
        return rank;
    }

    @Override
    public int size() {
        return size;
    }

    @Override
    public UUID resourceOf(int anyRank) {
        return new UUID(job().getMostSignificantBits(), anyRank);
    }

    @Override
    public int hostOf(int anyRank) {
        return 0;
    }

    @Override
    public String setting(String key) {
        return key.equals("transport") ? SilentTransport.NAME : super.setting(key);
    }

    @Override
    public void publish(String key, String value) {
        // Nobody asks.
    }

    @Override
    public CompletionStage<String> lookup(int anyRank, String key) {
        return new CompletableFuture<>();
    }

    @Override
    public void report(CheckpointReport report) {
        // No checkpoints are made of it.
    }

    @Override
    public void onOrders(Consumer<CheckpointOrder> listener) {
        // No orders come, for the same reason.
    }
}
