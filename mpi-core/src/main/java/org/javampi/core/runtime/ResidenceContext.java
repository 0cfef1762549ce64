package org.javampi.core.runtime;

import java.net.InetAddress;
import java.nio.channels.Selector;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import org.javampi.core.spi.transport.TransportContext;
import org.javampi.job.RankHost;
import org.javampi.river.trust.Secret;

/** Shows a transport the part of its rank's rankHost that it may know. */
final class ResidenceContext implements TransportContext {
    private final RankHost rankHost;
    private final Selector selector;
    private final int[] hostIndex;
    private final int hostSize;

    ResidenceContext(RankHost rankHost, Selector selector) {
        this.rankHost = rankHost;
        this.selector = selector;
        hostIndex = new int[rankHost.size()];
        int ownHost = rankHost.hostOf(rankHost.rank());
        int onHost = 0;
        for (int rank = 0; rank < hostIndex.length; rank++) {
            hostIndex[rank] = rankHost.hostOf(rank) == ownHost ? onHost++ : -1;
        }
        hostSize = onHost;
    }

    @Override
    public int rank() {
        return rankHost.rank();
    }

    @Override
    public int size() {
        return rankHost.size();
    }

    @Override
    public UUID jobId() {
        return rankHost.job();
    }

    @Override
    public int epoch() {
        return rankHost.incarnation();
    }

    @Override
    public Secret secret() {
        return rankHost.secret();
    }

    @Override
    public InetAddress bindAddress() {
        return rankHost.bindAddress();
    }

    @Override
    public int hostSize() {
        return hostSize;
    }

    @Override
    public int hostIndex(int peer) {
        return hostIndex[peer];
    }

    @Override
    public Selector selector() {
        return selector;
    }

    @Override
    public String setting(String key, String fallback) {
        String text = rankHost.setting(key);
        return text == null ? fallback : text;
    }

    @Override
    public void publish(String key, String value) {
        rankHost.publish(key, value);
    }

    @Override
    public CompletionStage<String> lookup(int peer, String key) {
        return rankHost.lookup(peer, key);
    }

    @Override
    public <T> T leavingFiles(Supplier<T> action) {
        return rankHost.leavingFiles(action);
    }
}
