package org.javampi.job.control;

import java.io.IOException;

/** The way to a virtual machine: a connection of its own, or through the agent of its host. */
public interface MachineLink {
    /** Number of the virtual machine. */
    int vm();

    /** Sends one message, whole; any thread. */
    void send(MessageKind kind, ControlConnection.Body body) throws IOException;

    /** Ends the machine's connection, upon which it ends itself. */
    void close() throws IOException;
}
