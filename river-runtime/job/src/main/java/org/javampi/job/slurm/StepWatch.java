package org.javampi.job.slurm;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.javampi.job.agent.ControlHub;
import org.javampi.job.agent.JobListener;
import org.javampi.job.control.CheckpointAnswer;
import org.javampi.job.control.CheckpointReport;
import org.javampi.job.control.CheckpointWish;
import org.javampi.job.hang.HangWatch;
import org.javampi.job.hang.RankReport;

/**
 * The launcher's part of a step without a launcher: when a task fails, says which, and ends all
 * others with its status. The process that does this stays until every task has left.
 */
final class StepWatch implements JobListener {
    private static final long SUSPICION_MS = 1_000;
    private static final int DEADLOCKED = 125;

    private final SlurmStep step;
    private final MeetingPoint meeting;
    private final int joinSeconds;
    private final CountDownLatch connecting;
    private final CountDownLatch staying;
    private final boolean[] joined;
    private final boolean[] left;
    private final boolean[] done;
    private final HangWatch hangs;
    private ControlHub agent;
    private boolean ended;

    /** @param joinSeconds how long tasks may take to call MPI_Init, after the first has */
    StepWatch(SlurmStep step, MeetingPoint meeting, int joinSeconds) {
        this.step = step;
        this.joinSeconds = joinSeconds;
        this.meeting = meeting;
        connecting = new CountDownLatch(step.size());
        staying = new CountDownLatch(step.size());
        joined = new boolean[step.size()];
        left = new boolean[step.size()];
        done = new boolean[step.size()];
        hangs = new HangWatch(step.size(), this::look, this::onDeadlock, this::tell);
    }

    /** Tells what to end. */
    synchronized void watch(ControlHub hub) {
        agent = hub;
        Runtime.getRuntime().addShutdownHook(new Thread(this::stay, "river-stay"));
        Thread roll = new Thread(this::callTheRoll, "river-roll-call");
        roll.setDaemon(true);
        roll.start();
    }

    /** Nobody sees a task end that has not called MPI_Init: the others wait for it as long as it may take. */
    private void callTheRoll() {
        try {
            if (!connecting.await(joinSeconds, TimeUnit.SECONDS)) {
                end(1, absentText());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized String absentText() {
        StringBuilder absent = new StringBuilder();
        int count = 0;
        for (int rank = 0; rank < joined.length; rank++) {
            if (!joined[rank]) {
                absent.append(absent.isEmpty() ? "" : ", ")
                        .append(rank)
                        .append(" on ")
                        .append(step.nodes().get(step.hostOf()[rank]));
                count++;
            }
        }
        return (count == 1 ? "rank " + absent + " has" : "ranks " + absent + " have")
                + " not called MPI_Init within " + joinSeconds
                + " s after rank 0: the job is ended (JAVAMPI_LAUNCH_TIMEOUT allows more seconds)";
    }

    private void stay() {
        try {
            staying.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            meeting.clear();
        }
    }

    private void fail(int rank, int status, String text) {
        end(status, "rank " + rank + " on " + step.nodes().get(step.hostOf()[rank]) + " " + text);
    }

    private void end(int status, String text) {
        ControlHub hub;
        synchronized (this) {
            if (ended) {
                return;
            }
            ended = true;
            hub = agent;
        }
        hangs.close();
        System.err.println("javampi: " + text);
        System.err.flush();
        meeting.clear();
        hub.endJob(status);
    }

    private synchronized void finish(int rank) {
        if (!done[rank]) {
            done[rank] = true;
            staying.countDown();
        }
    }

    @Override
    public void onConnected(int vm) {
        synchronized (this) {
            joined[vm] = true;
        }
        connecting.countDown();
        if (connecting.getCount() == 0) {
            meeting.clear();
        }
    }

    @Override
    public void onDisconnected(int vm) {
        boolean inOrder;
        synchronized (this) {
            inOrder = left[vm];
        }
        if (!inOrder) {
            fail(vm, 1, "has ended without MPI_Finalize");
        }
        finish(vm);
    }

    @Override
    public void onJoined(int rank) {
        hangs.onJoined(rank);
    }

    private void look(int round) {
        ControlHub hub;
        synchronized (this) {
            hub = agent;
        }
        if (hub != null) {
            hub.look(round);
        }
    }

    private void onDeadlock(boolean whole, String report) {
        if (whole) {
            end(DEADLOCKED, report);
        } else {
            tell(report);
        }
    }

    private void tell(String report) {
        System.err.println("javampi: " + report);
        System.err.flush();
    }

    @Override
    public void onWaiting(int vm) {
        hangs.onWaiting();
    }

    @Override
    public void onLooked(int round, RankReport report) {
        hangs.onReport(round, report);
    }

    @Override
    public void onLeft(int rank) {
        synchronized (this) {
            left[rank] = true;
        }
        hangs.onLeft(rank);
        finish(rank);
    }

    @Override
    public void onAbort(int rank, int status, String message) {
        fail(rank, status, "has ended the job with status " + status + ": " + message);
    }

    @Override
    public void onLost(int rank, String message) {
        Thread thread = new Thread(
                () -> {
                    try {
                        // Whatever was the cause may be told of until then.
                        TimeUnit.MILLISECONDS.sleep(SUSPICION_MS);
                        fail(rank, 1, message);
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                },
                "river-suspicion");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void onUncaught(int rank, String stack) {
        fail(rank, 1, "has thrown an exception:" + System.lineSeparator() + stack);
    }

    @Override
    public void onExiting(int rank, String stack) {
        boolean inOrder;
        synchronized (this) {
            inOrder = left[rank];
        }
        if (inOrder) {
            return;
        }
        fail(rank, 1, "ends without MPI_Finalize" + (stack.isEmpty() ? "" : System.lineSeparator() + stack));
        finish(rank);
    }

    @Override
    public void onReturned(int rank) {
        // Nobody but the task itself knows of its main.
    }

    @Override
    public void onOutput(int rank, int stream, byte[] bytes, Runnable taken) {
        // Tasks have their own output.
        taken.run();
    }

    @Override
    public void onReport(int rank, CheckpointReport report) {
        // Nobody has ordered a checkpoint.
    }

    @Override
    public void onCheckpointWanted(CheckpointWish wish, CheckpointAnswer answer) {
        answer.tell(false, "srun has started the job: checkpoints need javampirun");
    }

    @Override
    public void onStarted(int vm, long pid) {
        // srun has started them.
    }

    @Override
    public void onProcessOutput(int vm, int stream, byte[] bytes, int length) {
        // srun has it.
    }

    @Override
    public void onEnded(int vm, int status) {
        // srun sees it.
    }
}
