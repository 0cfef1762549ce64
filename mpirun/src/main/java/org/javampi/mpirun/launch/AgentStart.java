package org.javampi.mpirun.launch;

/** Whatever has started an agent, and still has to do with it. */
public interface AgentStart {
    /** Lets go of the agent, which ends by itself or has {@code limitMs} to do so. */
    void end(long limitMs);
}
