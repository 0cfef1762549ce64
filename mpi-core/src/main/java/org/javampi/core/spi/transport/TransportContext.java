package org.javampi.core.spi.transport;

import java.net.InetAddress;
import java.nio.channels.Selector;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;

/** What a transport may know of the rank it serves. Immutable but for the directory. Any thread. */
public interface TransportContext {
    /** World rank of this process. */
    int rank();

    /** Number of ranks of the job. */
    int size();

    /** Names the job; part of every name that a transport leaves where others can see it. */
    UUID jobId();

    /** The life of the job that frames belong to; counts up with each rollback. */
    int epoch();

    /** What every connection proves to know, before anything else is read from it. */
    byte[] secret();

    /** The interface to listen on: loopback when all ranks are on one host. */
    InetAddress bindAddress();

    /** Number of ranks on this rank's host, itself included. */
    int hostSize();

    /**
     * Position of {@code peer} among the ranks of this host, 0..hostSize()-1, or -1 when it is
     * elsewhere.
     */
    int hostIndex(int peer);

    /** The selector that the rank blocks in; a transport registers its channels with it. */
    Selector selector();

    /** A setting's text, or {@code fallback} when it is not set. */
    String setting(String key, String fallback);

    /** Tells all ranks of the job {@code key = value} about this rank. */
    void publish(String key, String value);

    /**
     * What {@code peer} has published as {@code key}, as soon as it has. Completes in any thread.
     */
    CompletionStage<String> lookup(int peer, String key);

    /**
     * Runs something that leaves a file, named {@code javampi-<job>-...}, where others see it: the
     * process does not end itself meanwhile, and removes the file when it does.
     */
    default <T> T leavingFiles(Supplier<T> action) {
        return action.get();
    }
}
