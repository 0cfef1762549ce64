package org.javampi.job.agent;

import org.javampi.job.control.CheckpointAnswer;
import org.javampi.job.control.CheckpointReport;

/**
 * What an agent reports of its virtual machines. Called from the agent's threads, one per machine.
 */
public interface JobListener extends MachineListener {
    /** The VM has proved who it is. */
    void onConnected(int vm);

    /** The VM's control connection has ended. */
    void onDisconnected(int vm);

    void onJoined(int rank);

    void onLeft(int rank);

    /** The rank ends the job with a status. */
    void onAbort(int rank, int status, String message);

    /** The rank cannot reach another one. */
    void onLost(int rank, String message);

    /** The rank's main has thrown. */
    void onUncaught(int rank, String stack);

    /** The rank ends its VM although it has not left. */
    void onExiting(int rank, String stack);

    /** The rank's main has returned. */
    void onReturned(int rank);

    /** A line, or a piece of one at the end. */
    void onOutput(int rank, int stream, byte[] bytes);

    /** The rank has told the coordinator of checkpoints something. */
    void onReport(int rank, CheckpointReport report);

    /** A process that knows the job's secret asks for a checkpoint and is told what becomes of it. */
    void onCheckpointWanted(CheckpointAnswer answer);

    /** What the threads of a VM are doing. */
    void onStacks(int vm, String text);
}
