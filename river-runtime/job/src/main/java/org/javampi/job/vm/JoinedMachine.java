package org.javampi.job.vm;

import org.javampi.job.RankHost;
import org.javampi.job.control.ControlConnection;
import org.javampi.job.control.WorldDescription;

/** A JVM that was not started by an agent and becomes a host of its program while that runs. */
public final class JoinedMachine {
    private JoinedMachine() {}

    /** Joins the world at the other end of {@code agent}, which may end once this has left. */
    public static RankHost join(ControlConnection agent, WorldDescription world) {
        return new VirtualMachine(agent, world).join();
    }
}
