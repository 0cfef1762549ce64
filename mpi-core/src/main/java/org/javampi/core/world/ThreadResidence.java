package org.javampi.core.world;

import java.net.InetAddress;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import org.javampi.job.RankHost;
import org.javampi.job.control.CheckpointOrder;
import org.javampi.job.control.CheckpointReport;
import org.javampi.job.hang.RankState;
import org.javampi.river.trust.Secret;

/** The rankHost of a rank that is a thread of a {@link World}. */
final class ThreadResidence implements RankHost {
    private final World world;
    private final int rank;

    ThreadResidence(World world, int rank) {
        this.world = world;
        this.rank = rank;
    }

    @Override
    public UUID resource() {
        return resourceOf(rank);
    }

    @Override
    public int incarnation() {
        return world.incarnation();
    }

    @Override
    public UUID job() {
        return world.job();
    }

    @Override
    public int rank() {
        return rank;
    }

    @Override
    public int size() {
        return world.size();
    }

    @Override
    public UUID resourceOf(int anyRank) {
        return world.resourceOf(anyRank);
    }

    @Override
    public int hostOf(int anyRank) {
        return world.hostOf(anyRank);
    }

    @Override
    public String hostName() {
        return "host" + world.hostOf(rank);
    }

    @Override
    public Secret secret() {
        return world.secret();
    }

    @Override
    public InetAddress bindAddress() {
        return InetAddress.getLoopbackAddress();
    }

    @Override
    public String setting(String key) {
        return key.equals("host") ? Integer.toString(hostOf(rank)) : world.setting(key);
    }

    @Override
    public void publish(String key, String value) {
        world.directory().entry(rank, key).complete(value);
    }

    @Override
    public CompletionStage<String> lookup(int anyRank, String key) {
        return world.directory().entry(anyRank, key);
    }

    @Override
    public void report(CheckpointReport report) {
        world.checkpoints().onReport(rank, report);
    }

    @Override
    public void onOrders(Consumer<CheckpointOrder> listener) {
        world.checkpoints().listen(rank, listener);
    }

    @Override
    public void onLook(RankState.Source source) {
        world.watch().onLook(rank, source);
    }

    @Override
    public void waiting() {
        world.watch().onWaiting();
    }

    @Override
    public void finding(String text) {
        world.finding(rank, text);
    }

    @Override
    public void joined() {
        world.watch().onJoined(rank);
        world.checkpoints().onJoined(rank);
    }

    @Override
    public void left() {
        world.watch().onLeft(rank);
    }

    @Override
    public void lost(String message) {
        world.abort(rank, 1, message);
    }

    @Override
    public void abort(int status, String message) {
        world.abort(rank, status, message);
    }
}
