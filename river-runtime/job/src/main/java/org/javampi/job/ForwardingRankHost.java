package org.javampi.job;

import java.net.InetAddress;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.javampi.job.control.CheckpointOrder;
import org.javampi.job.control.CheckpointReport;
import org.javampi.job.hang.RankState;
import org.javampi.river.trust.Secret;

/**
 * A rank's place as something between it and its runtime shows it: all is the place's, but for what a subclass says
 * otherwise. Any thread.
 */
public abstract class ForwardingRankHost implements RankHost {
    private final RankHost place;

    /** Shows {@code place}. */
    protected ForwardingRankHost(RankHost place) {
        this.place = place;
    }

    /** What is behind it. */
    protected final RankHost place() {
        return place;
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
        place.publish(key, value);
    }

    @Override
    public CompletionStage<String> lookup(int rank, String key) {
        return place.lookup(rank, key);
    }

    @Override
    public void report(CheckpointReport report) {
        place.report(report);
    }

    @Override
    public void onOrders(Consumer<CheckpointOrder> listener) {
        place.onOrders(listener);
    }

    @Override
    public void onLook(RankState.Source source) {
        place.onLook(source);
    }

    @Override
    public RankState.Source looked() {
        return place.looked();
    }

    @Override
    public void onRegistered(Supplier<Map<String, Object>> objects) {
        place.onRegistered(objects);
    }

    @Override
    public Map<String, Object> registered() {
        return place.registered();
    }

    @Override
    public long inputPosition() {
        return place.inputPosition();
    }

    @Override
    public void readInputFrom(long position) {
        place.readInputFrom(position);
    }

    @Override
    public void waiting() {
        place.waiting();
    }

    @Override
    public void finding(String text) {
        place.finding(text);
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
    public void end(String message) {
        place.end(message);
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
