package org.javampi.mpirun;

/** Whatever has started an agent, and still has to do with it. */
interface AgentStart {
    /** Lets go of the agent, which ends by itself or has {@code limitMs} to do so. */
    void end(long limitMs);
}
