package org.javampi.core.spi.transport;

import java.net.InetAddress;
import java.nio.channels.Selector;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import org.javampi.river.trust.Secret;

/** What a transport may know of the rank it serves. Immutable but for the directory. Any thread. */
public interface TransportContext {
    /** World rank of this process. */
    int rank();

    /** Number of ranks of the job. */
    int size();

    /** Names the job; part of every name that a transport leaves where others can see it. */
    UUID jobId();

    /**
     * The life of the job that frames belong to: 0, and one more with each rollback. Frames of
     * another life must not be delivered.
     */
    int epoch();

    /**
     * What every connection proves to know before anything else is read from it.
     */
    Secret secret();

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

    /**
     * A setting as the user gave it.
     *
     * @param key as {@code --set} has it: {@code shm.dir}
     * @param fallback answered when it is not set
     * @return its text, of which nothing has been checked
     */
    String setting(String key, String fallback);

    /**
     * Tells all ranks of the job {@code key = value} about this rank. Returns at once.
     *
     * @param key with the transport's name before it, since all transports share the directory:
     *     {@code tcp.address}
     * @param value never changed once published
     */
    void publish(String key, String value);

    /**
     * What {@code peer} has published as {@code key}.
     *
     * @param peer world rank
     * @return completes, in any thread, as soon as the peer has published it; never if it never
     *     does
     */
    CompletionStage<String> lookup(int peer, String key);

    /**
     * Runs something that leaves a file, named {@code javampi-<job>-<epoch>-...}, where others see
     * it: the process does not end itself meanwhile, and removes the file when it does.
     *
     * @param action runs once, in the calling thread; what it throws comes out here
     * @return what it has made
     */
    default <T> T leavingFiles(Supplier<T> action) {
        return action.get();
    }
}
