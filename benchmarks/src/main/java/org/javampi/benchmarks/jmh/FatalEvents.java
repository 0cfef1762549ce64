package org.javampi.benchmarks.jmh;

import java.util.function.Consumer;
import org.javampi.job.agent.JobListener;
import org.javampi.job.control.CheckpointAnswer;
import org.javampi.job.control.CheckpointReport;
import org.javampi.job.control.CheckpointWish;

/** A measurement has no use for a job that has lost a rank: whatever may be that ends it. */
final class FatalEvents implements JobListener {
    private final Consumer<String> ending;

    /** Ends this VM, after saying why. */
    FatalEvents() {
        this(what -> {
            System.err.println(what);
            System.err.flush();
            Runtime.getRuntime().halt(1);
        });
    }

    /**
     * Ends a measurement.
     *
     * @param ending is told why; in any thread, perhaps more than once
     */
    FatalEvents(Consumer<String> ending) {
        this.ending = ending;
    }

    private void end(String what) {
        ending.accept(what);
    }

    @Override
    public void onStarted(int vm, long pid) {
        // Expected.
    }

    @Override
    public void onProcessOutput(int vm, int stream, byte[] bytes, int length) {
        // The processes write to this one's streams themselves.
    }

    @Override
    public void onEnded(int vm, int status) {
        if (status != 0) {
            end("VM " + vm + " has ended with status " + status);
        }
    }

    @Override
    public void onConnected(int vm) {
        // Expected.
    }

    @Override
    public void onDisconnected(int vm) {
        // The ends that are failures have told so before.
    }

    @Override
    public void onJoined(int rank) {
        // Expected.
    }

    @Override
    public void onLeft(int rank) {
        // Expected.
    }

    @Override
    public void onAbort(int rank, int status, String message) {
        end("rank " + rank + " has aborted: " + message);
    }

    @Override
    public void onLost(int rank, String message) {
        end("rank " + rank + ": " + message);
    }

    @Override
    public void onUncaught(int rank, String stack) {
        end("rank " + rank + " threw " + stack);
    }

    @Override
    public void onExiting(int rank, String stack) {
        end("rank " + rank + " has ended its VM\n" + stack);
    }

    @Override
    public void onReturned(int rank) {
        // Expected.
    }

    @Override
    public void onOutput(int rank, int stream, byte[] bytes, Runnable taken) {
        // The processes write to this one's streams themselves.
        taken.run();
    }

    @Override
    public void onReport(int rank, CheckpointReport report) {
        // No checkpoints are taken of a measurement.
    }

    @Override
    public void onCheckpointWanted(CheckpointWish wish, CheckpointAnswer answer) {
        answer.tell(false, "no checkpoints are taken of a measurement");
    }
}
