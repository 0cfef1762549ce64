package org.javampi.mpirun.watch;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.javampi.job.agent.JobListener;
import org.javampi.job.control.CheckpointAnswer;
import org.javampi.job.control.CheckpointReport;
import org.javampi.mpirun.output.LineOutput;
import org.javampi.mpirun.plan.JobPlan;

/**
 * Puts together what processes and ranks tell of their ends: which failure was the first, and what
 * to say of it.
 */
public final class RankWatch implements JobListener {
    private static final int SIGNAL_BASE = 128;
    private static final long HEAR_OUT_MS = 1_000;

    private final JobPlan plan;
    private final Outcome outcome;
    private final Checkpointing checkpointing;
    private final String ownName;
    private final LineOutput.Meeting errLines;
    private final List<RankRecord> ranks = new ArrayList<>();
    private final List<MachineRecord> machines = new ArrayList<>();
    private final CountDownLatch stacksMissing;
    private int machinesLeft;
    private int firstBadStatus;

    public RankWatch(
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
        LineOutput.Meeting outLines = new LineOutput.Meeting(out);
        errLines = new LineOutput.Meeting(err);
        for (int rank = 0; rank < plan.ranks(); rank++) {
            String label = plan.labels() ? "[" + rank + "] " : "";
            ranks.add(new RankRecord(rank, new LineOutput(outLines, label), new LineOutput(errLines, label)));
        }
        for (int vm = 0; vm < plan.machines(); vm++) {
            MachineRecord machine = new MachineRecord(vm);
            for (int rank : plan.hosted(vm)) {
                machine.ranks.add(ranks.get(rank));
            }
            machines.add(machine);
        }
        stacksMissing = new CountDownLatch(plan.machines());
        machinesLeft = plan.machines();
    }

    /** Name of a VM's host. */
    public String hostName(int vm) {
        return plan.isLocal(vm) ? ownName : plan.layout().hosts().get(hostOf(vm));
    }

    private int hostOf(int vm) {
        return plan.layout().hostOfMachine(vm);
    }

    @Override
    public synchronized void onStarted(int vm, long pid) {
        machines.get(vm).pid = pid;
    }

    @Override
    public void onProcessOutput(int vm, int stream, byte[] bytes, int length) {
        // What is not a rank's own is its first rank's.
        RankRecord rank = machines.get(vm).firstRank();
        (stream == 1 ? rank.out : rank.err).write(bytes, length);
    }

    @Override
    public void onEnded(int vm, int status) {
        MachineRecord machine = machines.get(vm);
        hearOut(machine);
        machine.ranks.forEach(RankRecord::finishOutput);
        synchronized (this) {
            RankRecord rank = machine.firstUnfinished();
            if (status != 0 && firstBadStatus == 0) {
                firstBadStatus = status;
            }
            if (rank != null) {
                fail(status == 0 ? 1 : status, endedEarly(machine, rank, status));
            } else if (status != 0 && !machine.everJoined()) {
                fail(status, who(machine.firstRank(), machine) + ended(status));
            }
            machine.ended = true;
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
    private void hearOut(MachineRecord machine) {
        CountDownLatch latch;
        synchronized (this) {
            latch = machine.talking;
        }
        try {
            if (latch != null) {
                latch.await(HEAR_OUT_MS, TimeUnit.MILLISECONDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private String endedEarly(MachineRecord machine, RankRecord rank, int status) {
        String stack = rank.exiting;
        return who(rank, machine)
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

    private String who(RankRecord rank, MachineRecord machine) {
        return "rank " + rank.rank + " on " + hostName(machine.number) + " (pid " + machine.pid + ")";
    }

    /** A rank, its host and its process, in words. */
    public String who(int rank) {
        return who(ranks.get(rank), machines.get(plan.layout().machineOf(rank)));
    }

    /**
     * A host is out of reach; its VMs that have not ended are lost.
     *
     * @param agent process of its agent
     * @return whether any was running
     */
    boolean onHostLost(int host, long agent, String reason) {
        synchronized (this) {
            MachineRecord lost = null;
            StringBuilder gone = new StringBuilder();
            for (int vm : plan.layout().machinesOn(host)) {
                MachineRecord machine = machines.get(vm);
                if (!machine.ended) {
                    lost = lost == null ? machine : lost;
                    machine.ended = true;
                    machine.ranks.forEach(rank -> gone.append(' ').append(rank.rank));
                }
            }
            notifyAll();
            if (lost != null) {
                outcome.die(
                        1,
                        who(lost.firstRank(), lost)
                                + " is lost with its host (ranks"
                                + gone
                                + ", agent pid "
                                + agent
                                + "): "
                                + reason);
            }
            return lost != null;
        }
    }

    /** Waits until all VMs that were started elsewhere have ended, or for {@code limitMs}. */
    public synchronized void awaitRemoteEnds(long limitMs) throws InterruptedException {
        long deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(limitMs);
        for (MachineRecord machine : machines) {
            long left = deadline - System.nanoTime();
            while (!plan.isLocal(machine.number) && machine.pid != 0 && !machine.ended && left > 0) {
                TimeUnit.NANOSECONDS.timedWait(this, left);
                left = deadline - System.nanoTime();
            }
        }
    }

    /** Writes what is left of last lines. */
    public void finishOutput() {
        ranks.forEach(RankRecord::finishOutput);
        errLines.endLine();
    }

    @Override
    public synchronized void onConnected(int vm) {
        machines.get(vm).talking = new CountDownLatch(1);
    }

    @Override
    public void onDisconnected(int vm) {
        MachineRecord machine = machines.get(vm);
        CountDownLatch latch;
        synchronized (this) {
            latch = machine.talking;
        }
        latch.countDown();
        suspectDisconnected(machine);
    }

    private synchronized void suspectDisconnected(MachineRecord machine) {
        RankRecord rank = machine.firstUnfinished();
        if (rank != null) {
            outcome.suspect(1, who(rank, machine) + " has lost its control connection");
        }
    }

    @Override
    public void onJoined(int rank) {
        synchronized (this) {
            RankRecord record = ranks.get(rank);
            record.joined = true;
            if (record.left) {
                // It begins again, and takes no part in checkpoints any more.
                record.left = false;
                return;
            }
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
        ranks.get(rank).left = true;
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
        ranks.get(rank).exiting = stack;
    }

    @Override
    public synchronized void onReturned(int rank) {
        if (ranks.get(rank).isUnfinished()) {
            outcome.fail(1, who(rank) + " has returned from main without MPI_Finalize");
        }
    }

    @Override
    public void onOutput(int rank, int stream, byte[] bytes) {
        RankRecord record = ranks.get(rank);
        (stream == 1 ? record.out : record.err).write(bytes, bytes.length);
    }

    @Override
    public void onStacks(int vm, String text) {
        synchronized (this) {
            MachineRecord machine = machines.get(vm);
            if (machine.stacks == null) {
                machine.stacks = new StringBuilder();
                stacksMissing.countDown();
            }
            machine.stacks.append(text);
        }
    }

    /** Waits until every VM has told its stacks, or for {@code limitMs}; false if not all have. */
    public boolean awaitStacks(long limitMs) throws InterruptedException {
        return stacksMissing.await(limitMs, TimeUnit.MILLISECONDS);
    }

    public synchronized String stacks() {
        StringBuilder text = new StringBuilder();
        for (MachineRecord machine : machines) {
            text.append("== ").append(who(machine.firstRank(), machine)).append(System.lineSeparator());
            text.append(machine.stacks == null ? "no answer" + System.lineSeparator() : machine.stacks);
        }
        return text.toString().stripTrailing();
    }
}
