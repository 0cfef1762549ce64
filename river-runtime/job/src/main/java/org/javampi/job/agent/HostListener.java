package org.javampi.job.agent;

import org.javampi.job.control.HostReport;

/** What the launcher learns of the agents of other hosts. */
public interface HostListener {
    /** The agent has proved who it is. */
    void onHostReady(int host, HostReport report);

    /** The agent cannot do its part, and says why. */
    void onHostFailed(int host, String reason);

    /** Nothing more will be heard of the host, which is in order only when the job has ended. */
    void onHostGone(int host, String reason);

    /** The command with which another agent was to start this host's has ended; perhaps the agent has reported before. */
    default void onAgentEnded(int host, String how) {
        // Of interest to a launcher that lets agents start others.
    }
}
