package org.javampi.river.vm;

import org.javampi.river.Residence;
import org.javampi.river.control.ControlConnection;
import org.javampi.river.control.Secret;
import org.javampi.river.control.WorldDescription;

/** A JVM that was not started by an agent and becomes a host of its program while that runs. */
public final class JoinedMachine {
    private JoinedMachine() {}

    /** Joins the world at the other end of {@code agent}, which may end once this has left. */
    public static Residence join(ControlConnection agent, WorldDescription world, Secret secret) {
        return new VirtualMachine(agent, world, secret).join();
    }
}
