package org.javampi.job;

import java.net.InetAddress;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.javampi.job.control.CheckpointOrder;
import org.javampi.job.control.CheckpointReport;
import org.javampi.job.hang.HangWatch;
import org.javampi.job.hang.RankState;
import org.javampi.river.trust.Secret;

/**
 * What a virtual machine gives a virtual resource that it hosts: its name, its world, the
 * directory, and the way out. A resource knows no host, no process and no other machine: it asks
 * here. Any thread.
 */
public interface RankHost {
    /** The resource's name: the same on every host, in every life. */
    UUID resource();

    /** Which life of the resource this is, from 0; counts up when it is thawed elsewhere. */
    int incarnation();

    /** Names the job. */
    UUID job();

    /** This resource's position among the job's resources, 0..size()-1: its world rank. */
    int rank();

    /** Number of resources of the job; fixed for its life. */
    int size();

    /** The name of resource {@code rank}. */
    UUID resourceOf(int rank);

    /**
     * Which host resource {@code rank} lives on now, as a small number: equal numbers, same host.
     */
    int hostOf(int rank);

    /** Name of the class whose {@code main} the program began with; empty when no launcher has named it. */
    default String mainClass() {
        return "";
    }

    /** Name of this host, as people call it. */
    String hostName();

    /** What every connection of the job proves to know. Not to be changed or printed. */
    Secret secret();

    /** The interface on which this host's resources listen: loopback for a job on one host. */
    InetAddress bindAddress();

    /** A setting's text ({@code --transport} is {@code transport}), or null when it is not set. */
    String setting(String key);

    /**
     * Tells the directory {@code key = value} about this resource. Returns at once.
     *
     * @param key names of different parts of a runtime begin differently: {@code tcp.address}
     * @param value never changed once published
     */
    void publish(String key, String value);

    /**
     * What resource {@code rank} has published as {@code key}.
     *
     * @return completes, in any thread, as soon as it has; never if it never does
     */
    CompletionStage<String> lookup(int rank, String key);

    /** Tells the coordinator of checkpoints. Returns at once; goes nowhere when there is none. */
    void report(CheckpointReport report);

    /**
     * Hears the coordinator of checkpoints from now on. Called once, before {@link #joined}; the
     * listener is called by a thread of the VM and must not wait.
     */
    void onOrders(Consumer<CheckpointOrder> listener);

    /**
     * Lets the machine that watches the job ask what this rank waits for. Called before {@link #joined}.
     *
     * @param source answers from any thread, until {@link #left}
     */
    default void onLook(RankState.Source source) {
        // Of a rank whose job nobody watches.
    }

    /** What {@link #onLook} has named; null before and after the rank's part in the job. */
    default RankState.Source looked() {
        return null;
    }

    /** Lets visitors of this rank, such as a console, see the objects that its program has registered, by name. */
    default void onRegistered(Supplier<Map<String, Object>> objects) {
        // Of a rank that nobody visits.
    }

    /** What the program has registered, by name: the objects themselves. */
    default Map<String, Object> registered() {
        return Map.of();
    }

    /** How many bytes of standard input this rank's program has read, in its earlier lives too. */
    default long inputPosition() {
        return 0;
    }

    /** Lets standard input of this rank's program go on behind so many bytes, as {@link #inputPosition} has told. */
    default void readInputFrom(long position) {
        // Of a rank that has none of its own.
    }

    /**
     * A thread of this rank has waited for {@link HangWatch#LONG_WAIT_MS}. Called once for each such wait, by that
     * thread; returns at once.
     */
    default void waiting() {
        // Of a rank whose job nobody watches.
    }

    /**
     * This rank's calls show a mistake of its program, which goes on. Returns at once.
     *
     * @param text what is wrong, without the rank
     */
    default void finding(String text) {
        System.err.println("rank " + rank() + ": check: " + text);
    }

    /**
     * Runs something that leaves a file of the job's, named as {@link JobFiles} says, where others
     * see it. The resource's machine does not end itself meanwhile, so that it removes the file if
     * nobody else does.
     *
     * @param action runs once, in the calling thread; what it throws comes out here
     * @return what it has made
     */
    default <T> T leavingFiles(Supplier<T> action) {
        return action.get();
    }

    /**
     * The resource has joined: from now its VM ending without {@link #left} is a failure of the
     * job.
     */
    void joined();

    /** The resource has left in order and may end at any time. */
    void left();

    /**
     * This resource's part is over, where its program stands. In a VM of its own this ends the VM, with status 0; in a
     * world inside one VM it returns, and the caller unwinds.
     *
     * @param message reaches the user
     */
    default void end(String message) {
        System.out.flush();
        System.err.println(message);
        System.err.flush();
        left();
    }

    /**
     * This resource has found that it cannot reach another one. Ends the job, but lets the cause be
     * named first when the machine that watches the other one knows it. Returns as {@link #abort}
     * does.
     *
     * @param message which one, and how that showed
     */
    void lost(String message);

    /**
     * Ends the whole job. In a VM of its own this does not return; in a world inside one VM it
     * returns, and the caller unwinds.
     *
     * @param status the job's exit status
     * @param message reaches the user who started the job before it ends
     */
    void abort(int status, String message);
}
