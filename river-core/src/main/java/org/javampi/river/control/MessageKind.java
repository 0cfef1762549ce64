package org.javampi.river.control;

/**
 * What is said on a control connection. The order is part of the protocol; new kinds go to the end.
 */
public enum MessageKind {
    /** Agent to VM: the world; see {@link WorldDescription}. */
    WORLD,
    /** VM to agent: int rank, string key, string value. */
    PUBLISH,
    /** VM to agent: int rank, string key. */
    LOOKUP,
    /** Agent to VM: int rank, string key, string value. */
    VALUE,
    /** VM to agent: int rank. */
    JOINED,
    /** VM to agent: int rank. */
    LEFT,
    /** VM to agent: int rank, int status, string message. */
    ABORT,
    /** VM to agent: int rank, string message. */
    LOST,
    /** VM to agent: int rank, string stack trace. */
    UNCAUGHT,
    /** VM to agent: int rank, string stack trace. */
    EXITING,
    /** VM to agent: int rank: its main has returned. */
    RETURNED,
    /** VM to agent: int rank, byte stream (1 or 2), bytes. */
    OUTPUT,
    /** Agent to VM: asks for the stacks of all ranks. */
    DUMP,
    /** VM to agent: string text. */
    STACKS,
    /** Both ways: I am alive. */
    ALIVE
}
