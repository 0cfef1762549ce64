package org.javampi.river.trickle;

import java.util.UUID;

/** One virtual machine of a Trickle. */
public interface VmHandle {
    /**
     * Calls a function there and waits for its result.
     *
     * @throws Exception what the function has thrown; or {@link TrickleException} when the VM is gone
     */
    <A, R> R call(Fn<A, R> fn, A x) throws Exception;

    /** Stores a copy of a value there: functions read it by {@link Trickle#local}. */
    void put(String n, Object v);

    /** A copy of the value that is stored there under a name, or null. */
    <T> T get(String n);

    /** The resource there by which functions run: what they export belongs to it. */
    UUID resource();

    /** Its host, the beginning of its name, and its process, for people. */
    @Override
    String toString();
}
