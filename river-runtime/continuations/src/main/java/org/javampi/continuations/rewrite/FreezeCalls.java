package org.javampi.continuations.rewrite;

/** Which calls may freeze the thread that makes them. They are entered again, with the same arguments, on the way back. */
@FunctionalInterface
public interface FreezeCalls {
    /**
     * Whether a call may freeze.
     *
     * @param owner the class that the call names, as {@code a/b/C}
     */
    boolean mayFreeze(String owner, String name, String descriptor);

    /** Whether a call of the runtime lets what it is given run in a thread of its own, which can be frozen. */
    default boolean begins(String owner, String name) {
        return false;
    }
}
