package org.javampi.core.runtime;

import java.net.InetAddress;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.javampi.job.RankHost;
import org.javampi.job.control.CheckpointOrder;
import org.javampi.job.control.CheckpointReport;
import org.javampi.river.trust.Secret;

/**
 * Where a rank lives that has ended MPI and begins again: the same place, but what it publishes has names of its own,
 * since published values never change. It takes no part in checkpoints.
 */
public final class LaterSession implements RankHost {
    private final RankHost place;
    private final String prefix;

    /**
     * A later session in the same place.
     *
     * @param number how many sessions there were before
     */
    public LaterSession(RankHost place, int number) {
        this.place = place instanceof LaterSession ? ((LaterSession) place).place : place;
        prefix = "session" + number + ".";
    }

    @Override
    public UUID resource() {
        return place.resource();
    }

    @Override
    public int incarnation() {
        return place.incarnation();
    }

    @Override
    public UUID job() {
        return place.job();
    }

    @Override
    public int rank() {
        return place.rank();
    }

    @Override
    public int size() {
        return place.size();
    }

    @Override
    public UUID resourceOf(int rank) {
        return place.resourceOf(rank);
    }

    @Override
    public int hostOf(int rank) {
        return place.hostOf(rank);
    }

    @Override
    public String mainClass() {
        return place.mainClass();
    }

    @Override
    public String hostName() {
        return place.hostName();
    }

    @Override
    public Secret secret() {
        return place.secret();
    }

    @Override
    public InetAddress bindAddress() {
        return place.bindAddress();
    }

    @Override
    public String setting(String key) {
        return place.setting(key);
    }

    @Override
    public void publish(String key, String value) {
        place.publish(prefix + key, value);
    }

    @Override
    public CompletionStage<String> lookup(int rank, String key) {
        return place.lookup(rank, prefix + key);
    }

    @Override
    public void report(CheckpointReport report) {
        // No checkpoint waits for it: the rank has said that it leaves when the first session ended.
    }

    @Override
    public void onOrders(Consumer<CheckpointOrder> listener) {
        // No order concerns it, for the same reason.
    }

    @Override
    public <T> T leavingFiles(Supplier<T> action) {
        return place.leavingFiles(action);
    }

    @Override
    public void joined() {
        place.joined();
    }

    @Override
    public void left() {
        place.left();
    }

    @Override
    public void finding(String text) {
        place.finding(text);
    }

    @Override
    public void lost(String message) {
        place.lost(message);
    }

    @Override
    public void abort(int status, String message) {
        place.abort(status, message);
    }
}
