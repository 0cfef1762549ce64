package org.javampi.core.runtime;

import java.net.InetAddress;
import java.nio.channels.Selector;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import org.javampi.core.spi.transport.TransportContext;
import org.javampi.river.Residence;

/** Shows a transport the part of its rank's residence that it may know. */
final class ResidenceContext implements TransportContext {
    private final Residence residence;
    private final Selector selector;
    private final int[] hostIndex;
    private final int hostSize;

    ResidenceContext(Residence residence, Selector selector) {
        this.residence = residence;
        this.selector = selector;
        hostIndex = new int[residence.size()];
        int ownHost = residence.hostOf(residence.rank());
        int onHost = 0;
        for (int rank = 0; rank < hostIndex.length; rank++) {
            hostIndex[rank] = residence.hostOf(rank) == ownHost ? onHost++ : -1;
        }
        hostSize = onHost;
    }

    @Override
    public int rank() {
        return residence.rank();
    }

    @Override
    public int size() {
        return residence.size();
    }

    @Override
    public UUID jobId() {
        return residence.job();
    }

    @Override
    public int epoch() {
        return residence.incarnation();
    }

    @Override
    public byte[] secret() {
        return residence.secret();
    }

    @Override
    public InetAddress bindAddress() {
        return residence.bindAddress();
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
        String text = residence.setting(key);
        return text == null ? fallback : text;
    }

    @Override
    public void publish(String key, String value) {
        residence.publish(key, value);
    }

    @Override
    public CompletionStage<String> lookup(int peer, String key) {
        return residence.lookup(peer, key);
    }

    @Override
    public <T> T leavingFiles(Supplier<T> action) {
        return residence.leavingFiles(action);
    }
}
