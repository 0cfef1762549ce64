package org.javampi.river.rai;

import org.javampi.river.message.LostException;

/**
 * What a resource exports, used from here. Arguments and results are copied. Whatever is called throws {@link
 * LostException} when the resource or its VM is gone, and what the other side has thrown otherwise: as itself when its
 * class is known here, else as a {@link RemoteException}. Any thread.
 */
public interface RemoteVr {
    /**
     * Calls an exported function, or with a name such as {@code calculator.add} a method of an exported object.
     *
     * @throws Exception what it throws
     */
    Object call(String n, Object... args) throws Exception;

    /**
     * An exported object, as an interface under which it was exported. Methods that return {@code CompletableFuture} or
     * {@code CompletionStage} do not wait.
     */
    <T> T as(String n, Class<T> i);

    /**
     * The value of an exported variable.
     *
     * @throws Exception as {@link #call}
     */
    Object get(String n) throws Exception;

    /**
     * Sets an exported variable.
     *
     * @throws Exception as {@link #call}
     */
    void set(String n, Object v) throws Exception;

    /**
     * Makes an object there, of any class on the class path, which needs {@link RemoteAccess#unrestricted} there.
     *
     * @param className its class
     * @param i an interface of it, by which it is used from here
     * @throws Exception what its constructor throws
     */
    <T> T create(String className, Class<T> i, Object... args) throws Exception;
}
