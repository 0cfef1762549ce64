package org.javampi.mpirun;

import java.io.PrintStream;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.javampi.river.agent.JobListener;

/**
 * Puts together what processes and ranks tell of their ends: which failure was the first, and what
 * to say of it.
 */
final class RankWatch implements JobListener {
    private static final int SIGNAL_BASE = 128;
    private static final long HEAR_OUT_MS = 1_000;

    private final JobPlan plan;
    private final Outcome outcome;
    private final String hostName;
    private final LineOutput[] rankOut;
    private final LineOutput[] rankErr;
    private final long[] pids;
    private final boolean[] joined;
    private final boolean[] left;
    private final StringBuilder[] stacks;
    private final CountDownLatch stacksMissing;
    private final String[] exiting;

    /** Open until all that a VM has said is heard; null before it has connected. */
    private final CountDownLatch[] talking;

    private int machinesLeft;
    private int firstBadStatus;

    RankWatch(JobPlan plan, Outcome outcome, String hostName, PrintStream out, PrintStream err) {
        this.plan = plan;
        this.outcome = outcome;
        this.hostName = hostName;
        int ranks = plan.ranks();
        rankOut = new LineOutput[ranks];
        rankErr = new LineOutput[ranks];
        for (int rank = 0; rank < ranks; rank++) {
            String label = plan.labels() ? "[" + rank + "] " : "";
            rankOut[rank] = new LineOutput(out, label);
            rankErr[rank] = new LineOutput(err, label);
        }
        pids = new long[plan.machines()];
        stacks = new StringBuilder[plan.machines()];
        stacksMissing = new CountDownLatch(plan.machines());
        joined = new boolean[ranks];
        left = new boolean[ranks];
        exiting = new String[ranks];
        talking = new CountDownLatch[plan.machines()];
        machinesLeft = plan.machines();
    }

    /**
     * Where the standard output (1) or error (2) of a VM's process goes: that of its first rank.
     */
    LineOutput output(int vm, int stream) {
        int rank = plan.hosted(vm)[0];
        return stream == 1 ? rankOut[rank] : rankErr[rank];
    }

    synchronized void onStarted(int vm, long pid) {
        pids[vm] = pid;
    }

    /** The process has ended and its output is read. */
    void onEnded(int vm, int status) {
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
                outcome.fail(status == 0 ? 1 : status, endedEarly(vm, rank, status));
            } else if (status != 0 && !everJoined(vm)) {
                outcome.fail(status, who(plan.hosted(vm)[0], vm) + ended(status));
            }
            if (--machinesLeft == 0) {
                outcome.end(firstBadStatus);
            }
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
        return "rank " + rank + " on " + hostName + " (pid " + pids[vm] + ")";
    }

    private String who(int rank) {
        return who(rank, rank / plan.ranksPerVm());
    }

    /** Gives output that precedes the failure time to be read: it is in pipes already. */
    void flushBeforeReport(List<MachineProcess> machines) {
        for (MachineProcess machine : machines) {
            machine.kill();
        }
        for (MachineProcess machine : machines) {
            machine.awaitEnd(TimeUnit.SECONDS.toMillis(1));
        }
        for (int rank = 0; rank < rankOut.length; rank++) {
            rankOut[rank].finish();
            rankErr[rank].finish();
        }
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
    public synchronized void onJoined(int rank) {
        joined[rank] = true;
    }

    @Override
    public synchronized void onLeft(int rank) {
        left[rank] = true;
    }

    @Override
    public void onAbort(int rank, int status, String message) {
        outcome.fail(
                status, who(rank) + " has ended the job with status " + status + ": " + message);
    }

    @Override
    public void onLost(int rank, String message) {
        outcome.suspect(1, who(rank) + ": " + message);
    }

    @Override
    public void onUncaught(int rank, String stack) {
        outcome.fail(1, who(rank) + " has thrown an exception:" + System.lineSeparator() + stack);
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

    /** Waits until every VM has told its stacks, or for {@code limitMs}. */
    void awaitStacks(long limitMs) throws InterruptedException {
        stacksMissing.await(limitMs, TimeUnit.MILLISECONDS);
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
