package org.javampi.core.testing.transport;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.nio.channels.Selector;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import org.javampi.core.spi.transport.TransportContext;
import org.javampi.river.trust.Secret;

/** A rank of a job that lives in one test; all its ranks are on this host. */
final class TestContext implements TransportContext, AutoCloseable {
    private final int rank;
    private final int size;
    private final UUID jobId;
    private final Secret secret;
    private final Directory directory;
    private final Map<String, String> settings;
    private final Selector selector;

    TestContext(int rank, int size, UUID jobId, Secret secret, Directory directory, Map<String, String> settings) {
        this.rank = rank;
        this.size = size;
        this.jobId = jobId;
        this.secret = secret;
        this.directory = directory;
        this.settings = settings;
        try {
            selector = Selector.open();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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
    public UUID jobId() {
        return jobId;
    }

    @Override
    public int epoch() {
        return 0;
    }

    @Override
    public Secret secret() {
        return secret;
    }

    @Override
    public InetAddress bindAddress() {
        return InetAddress.getLoopbackAddress();
    }

    @Override
    public int hostSize() {
        return size;
    }

    @Override
    public int hostIndex(int peer) {
        return peer;
    }

    @Override
    public Selector selector() {
        return selector;
    }

    @Override
    public String setting(String key, String fallback) {
        return settings.getOrDefault(key, fallback);
    }

    @Override
    public void publish(String key, String value) {
        directory.entry(rank, key).complete(value);
    }

    @Override
    public CompletionStage<String> lookup(int peer, String key) {
        return directory.entry(peer, key);
    }

    @Override
    public void close() throws IOException {
        selector.close();
    }
}
