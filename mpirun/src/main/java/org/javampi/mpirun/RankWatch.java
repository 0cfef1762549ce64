package org.javampi.mpirun;

import java.io.PrintStream;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.javampi.job.agent.JobListener;
import org.javampi.job.control.CheckpointAnswer;
import org.javampi.job.control.CheckpointReport;

/**
 * Puts together what processes and ranks tell of their ends: which failure was the first, and what
 * to say of it.
 */
final class RankWatch implements JobListener {
    private static final int SIGNAL_BASE = 128;
    private static final long HEAR_OUT_MS = 1_000;

    private final JobPlan plan;
    private final Outcome outcome;
    private final Checkpointing checkpointing;
    private final String ownName;
    private final LineOutput[] rankOut;
    private final LineOutput[] rankErr;
    private final LineOutput.Meeting errLines;
    private final long[] pids;
    private final boolean[] joined;
    private final boolean[] left;
    private final StringBuilder[] stacks;
    private final CountDownLatch stacksMissing;
    private final String[] exiting;

    /** Open until all that a VM has said is heard; null before it has connected. */
    private final CountDownLatch[] talking;

    /** VMs whose processes have ended, or were lost with their hosts. */
    private final boolean[] ended;

    private int machinesLeft;
    private int firstBadStatus;

    RankWatch(
            JobPlan plan,
            Outcome outcome,
            String ownName,
            Checkpointing checkpointing,
            PrintStream out,
            PrintStream err) {
        this.checkpointing = checkpointing;
        this.plan = plan;
        this.outcome = outcome;
        this.ownName = ownName;
        int ranks = plan.ranks();
        rankOut = new LineOutput[ranks];
        rankErr = new LineOutput[ranks];
        LineOutput.Meeting outLines = new LineOutput.Meeting(out);
        errLines = new LineOutput.Meeting(err);
        for (int rank = 0; rank < ranks; rank++) {
            String label = plan.labels() ? "[" + rank + "] " : "";
            rankOut[rank] = new LineOutput(outLines, label);
            rankErr[rank] = new LineOutput(errLines, label);
        }
        pids = new long[plan.machines()];
        stacks = new StringBuilder[plan.machines()];
        stacksMissing = new CountDownLatch(plan.machines());
        joined = new boolean[ranks];
        left = new boolean[ranks];
        exiting = new String[ranks];
        talking = new CountDownLatch[plan.machines()];
        ended = new boolean[plan.machines()];
        machinesLeft = plan.machines();
    }

    /**
     * Where the standard output (1) or error (2) of a VM's process goes: that of its first rank.
     */
    private LineOutput output(int vm, int stream) {
        int rank = plan.hosted(vm)[0];
        return stream == 1 ? rankOut[rank] : rankErr[rank];
    }

    /** Name of a VM's host. */
    String hostName(int vm) {
        return plan.isLocal(vm) ? ownName : plan.layout().hosts().get(hostOf(vm));
    }

    private int hostOf(int vm) {
        return plan.layout().hostOfMachine(vm);
    }

    @Override
    public synchronized void onStarted(int vm, long pid) {
        pids[vm] = pid;
    }

    @Override
    public void onProcessOutput(int vm, int stream, byte[] bytes, int length) {
        output(vm, stream).write(bytes, length);
    }

    @Override
    public void onEnded(int vm, int status) {
        hearOut(vm);
        for (int rank : plan.hosted(vm)) {
            rankOut[rank].finish();
            rankErr[rank].finish();
        }
        synchronized (this) {
            int rank = firstUnfinished(vm);
            if (status != 0 && firstBadStatus == 0) {
                firstBadStatus = status;
            }
            if (rank >= 0) {
                fail(status == 0 ? 1 : status, endedEarly(vm, rank, status));
            } else if (status != 0 && !everJoined(vm)) {
                fail(status, who(plan.hosted(vm)[0], vm) + ended(status));
            }
            ended[vm] = true;
            notifyAll();
            if (--machinesLeft == 0) {
                outcome.end(firstBadStatus);
            }
        }
    }

    private void fail(int status, String text) {
        if (status > SIGNAL_BASE) {
            outcome.die(status, text);
        } else {
            outcome.fail(status, text);
        }
    }

    /** What the VM said before its end may say why it has ended. */
    private void hearOut(int vm) {
        CountDownLatch latch;
        synchronized (this) {
            latch = talking[vm];
        }
        try {
            if (latch != null) {
                latch.await(HEAR_OUT_MS, TimeUnit.MILLISECONDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private int firstUnfinished(int vm) {
        for (int rank : plan.hosted(vm)) {
            if (exiting[rank] != null) {
                return rank;
            }
        }
        for (int rank : plan.hosted(vm)) {
            if (joined[rank] && !left[rank]) {
                return rank;
            }
        }
        return -1;
    }

    private boolean everJoined(int vm) {
        for (int rank : plan.hosted(vm)) {
            if (joined[rank]) {
                return true;
            }
        }
        return false;
    }

    private String endedEarly(int vm, int rank, int status) {
        String stack = exiting[rank];
        return who(rank, vm)
                + ended(status)
                + " without MPI_Finalize"
                + (stack == null || stack.isEmpty() ? "" : System.lineSeparator() + stack);
    }

    private static String ended(int status) {
        int signal = status - SIGNAL_BASE;
        return signal > 0 && signal < 65
                ? " was ended by signal " + signal + (signal == 9 ? " (kill -9)" : "")
                : " ended with status " + status;
    }

    private String who(int rank, int vm) {
        return "rank " + rank + " on " + hostName(vm) + " (pid " + pids[vm] + ")";
    }

    /** A rank, its host and its process, in words. */
    String who(int rank) {
        return who(rank, plan.layout().machineOf(rank));
    }

    /**
     * A host is out of reach; its VMs that have not ended are lost.
     *
     * @param agent process of its agent
     * @return whether any was running
     */
    boolean onHostLost(int host, long agent, String reason) {
        synchronized (this) {
            int lost = -1;
            StringBuilder ranks = new StringBuilder();
            for (int vm : plan.layout().machinesOn(host)) {
                if (!ended[vm]) {
                    lost = lost < 0 ? vm : lost;
                    ended[vm] = true;
                    for (int rank : plan.hosted(vm)) {
                        ranks.append(' ').append(rank);
                    }
                }
            }
            notifyAll();
            if (lost >= 0) {
                outcome.die(
                        1,
                        who(plan.hosted(lost)[0], lost)
                                + " is lost with its host (ranks"
                                + ranks
                                + ", agent pid "
                                + agent
                                + "): "
                                + reason);
            }
            return lost >= 0;
        }
    }

    /** Waits until all VMs that were started elsewhere have ended, or for {@code limitMs}. */
    synchronized void awaitRemoteEnds(long limitMs) throws InterruptedException {
        long deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(limitMs);
        for (int vm = 0; vm < ended.length; vm++) {
            long left = deadline - System.nanoTime();
            while (!plan.isLocal(vm) && pids[vm] != 0 && !ended[vm] && left > 0) {
                TimeUnit.NANOSECONDS.timedWait(this, left);
                left = deadline - System.nanoTime();
            }
        }
    }

    /** Writes what is left of last lines. */
    void finishOutput() {
        for (int rank = 0; rank < rankOut.length; rank++) {
            rankOut[rank].finish();
            rankErr[rank].finish();
        }
        errLines.endLine();
    }

    @Override
    public synchronized void onConnected(int vm) {
        talking[vm] = new CountDownLatch(1);
    }

    @Override
    public void onDisconnected(int vm) {
        CountDownLatch latch;
        synchronized (this) {
            latch = talking[vm];
        }
        latch.countDown();
        suspectDisconnected(vm);
    }

    private synchronized void suspectDisconnected(int vm) {
        int rank = firstUnfinished(vm);
        if (rank >= 0) {
            outcome.suspect(1, who(rank, vm) + " has lost its control connection");
        }
    }

    @Override
    public void onJoined(int rank) {
        synchronized (this) {
            joined[rank] = true;
        }
        checkpointing.onJoined(rank);
    }

    @Override
    public void onReport(int rank, CheckpointReport report) {
        checkpointing.onReport(rank, report);
    }

    @Override
    public void onCheckpointWanted(CheckpointAnswer answer) {
        checkpointing.onWanted(answer);
    }

    @Override
    public synchronized void onLeft(int rank) {
        left[rank] = true;
    }

    @Override
    public void onAbort(int rank, int status, String message) {
        outcome.fail(status, who(rank) + " has ended the job with status " + status + ": " + message);
    }

    @Override
    public void onLost(int rank, String message) {
        outcome.suspect(1, who(rank) + ": " + message);
    }

    @Override
    public void onUncaught(int rank, String stack) {
        // Where there is no program to run, a sentence without a stack says so.
        String thrown = " has thrown an exception:" + System.lineSeparator();
        outcome.fail(1, who(rank) + (stack.contains("\tat ") ? thrown : ": ") + stack);
    }

    @Override
    public synchronized void onExiting(int rank, String stack) {
        exiting[rank] = stack;
    }

    @Override
    public synchronized void onReturned(int rank) {
        if (joined[rank] && !left[rank]) {
            outcome.fail(1, who(rank) + " has returned from main without MPI_Finalize");
        }
    }

    @Override
    public void onOutput(int rank, int stream, byte[] bytes) {
        (stream == 1 ? rankOut[rank] : rankErr[rank]).write(bytes, bytes.length);
    }

    @Override
    public void onStacks(int vm, String text) {
        synchronized (this) {
            if (stacks[vm] == null) {
                stacks[vm] = new StringBuilder();
                stacksMissing.countDown();
            }
            stacks[vm].append(text);
        }
    }

    /** Waits until every VM has told its stacks, or for {@code limitMs}; false if not all have. */
    boolean awaitStacks(long limitMs) throws InterruptedException {
        return stacksMissing.await(limitMs, TimeUnit.MILLISECONDS);
    }

    synchronized String stacks() {
        StringBuilder text = new StringBuilder();
        for (int vm = 0; vm < stacks.length; vm++) {
            text.append("== ").append(who(plan.hosted(vm)[0], vm)).append(System.lineSeparator());
            text.append(stacks[vm] == null ? "no answer" + System.lineSeparator() : stacks[vm]);
        }
        return text.toString().stripTrailing();
    }
}
