package org.javampi.mpirun.watch;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.javampi.job.TooManyProcesses;
import org.javampi.job.agent.JobListener;
import org.javampi.job.control.CheckpointAnswer;
import org.javampi.job.control.CheckpointReport;
import org.javampi.job.control.CheckpointWish;
import org.javampi.job.hang.HangWatch;
import org.javampi.job.hang.RankReport;
import org.javampi.mpirun.failure.ExitStatus;
import org.javampi.mpirun.output.RankOutputs;
import org.javampi.mpirun.output.RankStream;
import org.javampi.mpirun.output.StepLog;
import org.javampi.mpirun.plan.JobPlan;

/**
 * Puts together what processes and ranks tell of their ends: which failure was the first, and what
 * to say of it.
 */
public final class RankWatch implements JobListener {
    private static final int KILL = 9;
    private static final int FIRST_NO_SIGNAL = 65;

    /** HUP, INT and TERM: a JVM runs its shutdown hooks. */
    private static final List<Integer> ORDERLY_SIGNALS = List.of(1, 2, 15);

    /** The connection of a process that has ended ends, too; only a crowded machine takes long to see it. */
    private static final long HEAR_OUT_MS = 60_000;

    private final JobPlan plan;
    private final Outcome outcome;
    private final Checkpointing checkpointing;
    private final HangWatch hangs;
    private final String ownName;
    private final RankOutputs outputs;
    private final Consumer<String> tell;
    private final InputSource input;
    private final List<RankRecord> ranks = new ArrayList<>();
    private final List<MachineRecord> machines = new ArrayList<>();
    private final StepLog steps;
    private int machinesLeft;
    private int firstBadStatus;
    private int findings;

    /**
     * Watches a job.
     *
     * @param tell says a sentence to people at once
     * @param input answers ranks that read standard input
     * @param steps hears what happens in order
     */
    public RankWatch(
            JobPlan plan,
            Outcome outcome,
            String ownName,
            Checkpointing checkpointing,
            HangWatch hangs,
            RankOutputs outputs,
            Consumer<String> tell,
            InputSource input,
            StepLog steps) {
        this.steps = steps;
        this.hangs = hangs;
        this.checkpointing = checkpointing;
        this.plan = plan;
        this.outcome = outcome;
        this.ownName = ownName;
        this.outputs = outputs;
        this.tell = tell;
        this.input = input;
        for (int rank = 0; rank < plan.ranks(); rank++) {
            ranks.add(new RankRecord(rank));
        }
        for (int vm = 0; vm < plan.machines(); vm++) {
            MachineRecord machine = new MachineRecord(vm);
            for (int rank : plan.hosted(vm)) {
                machine.ranks.add(ranks.get(rank));
            }
            machines.add(machine);
        }
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
        steps.say("JVM " + vm + " is started: " + who(machines.get(vm).firstRank(), machines.get(vm)));
    }

    @Override
    public void onProcessOutput(int vm, int stream, byte[] bytes, int length) {
        processStream(vm, stream).write(bytes, length);
    }

    @Override
    public void onRemoteOutput(int vm, int stream, byte[] bytes, Runnable taken) {
        processStream(vm, stream).offer(bytes, taken);
    }

    /** Output of a process that is not a rank's own is its first rank's. */
    private RankStream processStream(int vm, int stream) {
        int rank = machines.get(vm).firstRank().rank;
        return stream == 1 ? outputs.out(rank) : outputs.err(rank);
    }

    @Override
    public void onInputWanted(int rank, long position, Consumer<byte[]> answer) {
        input.give(rank, position, answer);
    }

    @Override
    public void onLeftBehind(int vm, String names) {
        if (!outcome.isDecided()) {
            MachineRecord machine = machines.get(vm);
            tell.accept(who(machine.firstRank(), machine)
                    + " has left processes behind that kept its output open, and were ended after 1 s: "
                    + names);
        }
    }

    @Override
    public synchronized void onFarewell(int vm) {
        machines.get(vm).endsInOrder = true;
    }

    @Override
    public void onThreadDied(int rank, String thread, String stack, boolean isFatal) {
        String text =
                who(rank) + ": thread \"" + thread + "\" has ended with an exception:" + System.lineSeparator() + stack;
        if (isFatal) {
            outcome.fail(1, text);
        } else {
            tell.accept(text);
        }
    }

    @Override
    public void onFinding(int rank, String text) {
        synchronized (this) {
            findings++;
        }
        tell.accept("check: rank " + rank + ": " + text);
    }

    @Override
    public void onEnded(int vm, int status) {
        steps.say("JVM " + vm + " has ended with status " + status);
        MachineRecord machine = machines.get(vm);
        hearOut(machine);
        machine.ranks.forEach(rank -> outputs.finish(rank.rank));
        synchronized (this) {
            RankRecord rank = machine.firstUnfinished();
            if (status != 0 && firstBadStatus == 0) {
                firstBadStatus = status;
            }
            if (rank != null) {
                fail(machine, status == 0 ? 1 : status, endedEarly(machine, rank, status));
            } else if (status != 0 && !machine.everJoined()) {
                fail(machine, status, who(machine.firstRank(), machine) + ended(machine, status) + whyNotStarted(vm));
            } else if (status != 0 && !outcome.isDecided()) {
                // Before the end, behind which nothing is written any more; it does not wait.
                tell.accept(who(machine.firstRank(), machine) + ended(machine, status) + " after MPI_Finalize");
            }
            machine.ended = true;
            machine.ranks.forEach(member -> hangs.onGone(member.rank, goneText(member, status)));
            notifyAll();
            judgeAbsent();
            if (--machinesLeft == 0) {
                outcome.end(firstBadStatus == 0 && findings > 0 ? ExitStatus.MISTAKEN : firstBadStatus);
            }
        }
    }

    /** Ranks that have called MPI_Init wait for all others: for one that has ended in vain. */
    private void judgeAbsent() {
        List<Integer> absent = new ArrayList<>();
        List<Integer> others = new ArrayList<>();
        boolean anyWaits = false;
        for (MachineRecord machine : machines) {
            for (RankRecord rank : machine.ranks) {
                boolean isAbsent = !rank.joined && (machine.ended || rank.returned);
                (isAbsent ? absent : others).add(rank.rank);
                anyWaits |= rank.isUnfinished();
            }
        }
        if (!absent.isEmpty() && anyWaits) {
            outcome.fail(
                    1,
                    numbered(absent)
                            + (absent.size() == 1 ? " has" : " have")
                            + " ended without MPI_Init; "
                            + numbered(others)
                            + (others.size() == 1 ? " waits" : " wait")
                            + (absent.size() == 1 ? " for it" : " for them"));
        }
    }

    private static String numbered(List<Integer> ranks) {
        return (ranks.size() == 1 ? "rank " : "ranks ")
                + ranks.stream().sorted().map(String::valueOf).collect(Collectors.joining(", "));
    }

    private static void fail(Outcome outcome, boolean isDeath, int status, String text) {
        if (isDeath) {
            outcome.die(status, text);
        } else {
            outcome.fail(status, text);
        }
    }

    private void fail(MachineRecord machine, int status, String text) {
        fail(outcome, isSignal(machine, status), status, text);
    }

    /** Whether a status is that of a signal, not one that the program has chosen. */
    private static boolean isSignal(MachineRecord machine, int status) {
        int signal = status - ExitStatus.SIGNAL_BASE;
        boolean orderly = machine.endsInOrder && !(ORDERLY_SIGNALS.contains(signal) && machine.exit() == null);
        return signal > 0 && signal < FIRST_NO_SIGNAL && !orderly;
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
                + ended(machine, status)
                + " without MPI_Finalize"
                + (stack == null || stack.isEmpty() ? "" : System.lineSeparator() + stack);
    }

    /** What has kept a JVM from its start, where that is known. */
    private String whyNotStarted(int vm) {
        String reached = plan.isLocal(vm) ? TooManyProcesses.reached() : null;
        return reached == null ? "" : " before it could start; " + reached;
    }

    private static String goneText(RankRecord rank, int status) {
        return "has ended with status " + status + (rank.joined ? "" : " without MPI_Init");
    }

    private static String ended(MachineRecord machine, int status) {
        int signal = status - ExitStatus.SIGNAL_BASE;
        return isSignal(machine, status)
                ? " was ended by signal " + signal + (signal == KILL ? " (kill -9)" : "")
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
        awaitEnds(
                machines.stream()
                        .filter(machine -> !plan.isLocal(machine.number) && machine.pid != 0)
                        .toList(),
                limitMs);
    }

    private void awaitEnds(List<MachineRecord> some, long limitMs) throws InterruptedException {
        long deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(limitMs);
        for (MachineRecord machine : some) {
            long left = deadline - System.nanoTime();
            while (!machine.ended && left > 0) {
                TimeUnit.NANOSECONDS.timedWait(this, left);
                left = deadline - System.nanoTime();
            }
        }
    }

    /** Waits until all VMs have ended and their output is known, or for {@code limitMs}. */
    public synchronized void awaitEnds(long limitMs) throws InterruptedException {
        awaitEnds(machines.stream().filter(machine -> machine.pid != 0).toList(), limitMs);
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
        hangs.onJoined(rank);
        synchronized (this) {
            RankRecord record = ranks.get(rank);
            record.joined = true;
            if (steps.isOn() && ranks.stream().allMatch(any -> any.joined)) {
                steps.say("all ranks have called MPI_Init");
            }
            if (record.left) {
                // It begins again, and takes no part in checkpoints any more.
                record.left = false;
                return;
            }
            judgeAbsent();
        }
        checkpointing.onJoined(rank);
    }

    @Override
    public void onReport(int rank, CheckpointReport report) {
        checkpointing.onReport(rank, report);
    }

    @Override
    public void onCheckpointWanted(CheckpointWish wish, CheckpointAnswer answer) {
        checkpointing.onWanted(wish, answer);
    }

    @Override
    public void onLeft(int rank) {
        synchronized (this) {
            ranks.get(rank).left = true;
        }
        hangs.onLeft(rank);
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
    public void onStatusWanted(CheckpointAnswer answer) {
        try {
            answer.tell(true, hangs.status());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            answer.tell(false, "the job is ending");
        }
    }

    @Override
    public void onAbort(int rank, int status, String message) {
        outcome.fail(
                ExitStatus.ofFailure(status), who(rank) + " has ended the job with status " + status + ": " + message);
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
        ranks.get(rank).returned = true;
        judgeAbsent();
        if (ranks.get(rank).isUnfinished()) {
            outcome.fail(1, who(rank) + " has returned from main without MPI_Finalize");
        }
    }

    @Override
    public void onOutput(int rank, int stream, byte[] bytes, Runnable taken) {
        (stream == 1 ? outputs.out(rank) : outputs.err(rank)).offer(bytes, taken);
    }
}
