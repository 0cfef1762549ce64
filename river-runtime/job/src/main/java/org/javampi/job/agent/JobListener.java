package org.javampi.job.agent;

import java.util.function.Consumer;
import org.javampi.job.control.CheckpointAnswer;
import org.javampi.job.control.CheckpointReport;
import org.javampi.job.control.CheckpointWish;
import org.javampi.job.hang.HangWatch;
import org.javampi.job.hang.RankReport;

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

    /**
     * A line, or a piece of one. Must not wait.
     *
     * @param taken to be called when there is room for more
     */
    void onOutput(int rank, int stream, byte[] bytes, Runnable taken);

    /**
     * Bytes of the standard output (1) or error (2) of a VM's process on another host. Must not wait.
     *
     * @param taken to be called when there is room for more
     */
    default void onRemoteOutput(int vm, int stream, byte[] bytes, Runnable taken) {
        taken.run();
    }

    /**
     * The rank reads standard input. Must not wait.
     *
     * @param position how many bytes it has read, in its earlier lives too
     * @param answer gets the next bytes; none at the end
     */
    default void onInputWanted(int rank, long position, Consumer<byte[]> answer) {
        answer.accept(new byte[0]);
    }

    /** The VM's JVM ends in order: by a return, an exit, or a signal that shutdown hooks follow. */
    default void onFarewell(int vm) {
        // Of interest to a listener that judges exit statuses.
    }

    /**
     * Another thread than main's has ended with an exception that nobody has caught.
     *
     * @param isFatal whether its JVM cannot be relied upon any more
     */
    default void onThreadDied(int rank, String thread, String stack, boolean isFatal) {
        onUncaught(rank, stack);
    }

    /** The rank's calls show a mistake of its program ({@code --check}); it goes on. */
    default void onFinding(int rank, String text) {
        System.err.println("javampi: rank " + rank + ": check: " + text);
    }

    /** The rank has told the coordinator of checkpoints something. */
    void onReport(int rank, CheckpointReport report);

    /** A process that knows the job's secret asks for a checkpoint and is told what becomes of it. */
    void onCheckpointWanted(CheckpointWish wish, CheckpointAnswer answer);

    /** A rank of a VM has waited for {@link HangWatch#LONG_WAIT_MS}. */
    default void onWaiting(int vm) {
        // For listeners that do not care.
    }

    /** A rank says what it does, as {@link ControlHub#look} has asked. */
    default void onLooked(int round, RankReport report) {
        // For listeners that do not ask.
    }

    /** A process that knows the job's secret asks what all ranks do. */
    default void onStatusWanted(CheckpointAnswer answer) {
        answer.tell(false, "the machine that has started this job does not watch what its ranks do");
    }
}
