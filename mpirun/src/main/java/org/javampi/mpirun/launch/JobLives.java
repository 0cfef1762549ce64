package org.javampi.mpirun.launch;

import java.io.Closeable;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.javampi.checkpoint.CheckpointDirectory;
import org.javampi.checkpoint.Manifest;
import org.javampi.job.JobFiles;
import org.javampi.mpirun.failure.LaunchFailure;
import org.javampi.mpirun.hosts.HostSlots;
import org.javampi.mpirun.hosts.Placement;
import org.javampi.mpirun.output.StepLog;
import org.javampi.mpirun.plan.Application;
import org.javampi.mpirun.plan.CheckpointPlanner;
import org.javampi.mpirun.plan.JobPlan;
import org.javampi.mpirun.plan.Program;
import org.javampi.mpirun.watch.Departure;

/** A job's lives: the first, and with {@code --ft} one more each time that it dies. */
public final class JobLives {
    private final LeasedVms vms;
    private final int perVm;
    private final KeptFiles files;
    private final Console console;
    private final PrintStream err;
    private final StepLog steps;

    /**
     * The lives of one job.
     *
     * @param vms where it runs; null for hosts
     * @param perVm slots of each of them, or 0 for what it says itself
     * @param steps hears what is done
     */
    public JobLives(LeasedVms vms, int perVm, KeptFiles files, Console console, StepLog steps) {
        this.steps = steps;
        this.vms = vms;
        this.perVm = perVm;
        this.files = files;
        this.console = console;
        err = console.err();
    }

    /** What is done with a job whose programs are compiled; answers the exit status. */
    @FunctionalInterface
    public interface Use {
        int of(JobPlan plan) throws IOException;
    }

    /** Runs a job to its last life's end. */
    public int run(JobPlan plan) {
        return compiled(plan, this::live);
    }

    /**
     * Compiles a job's programs and has something else done with them than run them.
     *
     * @param use hears the plan whose programs are compiled
     */
    public int compiled(JobPlan plan, Use use) {
        if (plan.keepsFiles()) {
            files.hold(plan.job());
        }
        Closeable occupied = occupy(plan);
        try {
            plan.describeSteps(steps::say);
            return use.of(plan.with(plan.applications().stream()
                    .map(one -> compiled(one, plan.runtimePath()))
                    .toList()));
        } catch (IOException e) {
            throw KeptFiles.cannotKeep(e);
        } finally {
            JobFiles.remove(plan.job());
            JobFiles.sweep();
            release(occupied);
        }
    }

    private Program compiled(Application application, List<Path> runtimePath) {
        Program program = SourceCompiler.compile(application.program(), runtimePath, application.jvmOptions());
        if (application.program().isSource()) {
            steps.say(program.source() + " is compiled: class " + program.mainClass() + " in " + program.compiled());
        }
        return program;
    }

    /** Keeps other jobs out of the job's directory of checkpoints, if it has one. */
    private static Closeable occupy(JobPlan plan) {
        if (!plan.checkpoints().isOn()) {
            return () -> {};
        }
        try {
            return new CheckpointDirectory(plan.checkpoints().directory()).occupy(plan.job());
        } catch (IOException e) {
            throw new LaunchFailure("--checkpoint-dir " + e.getMessage(), e);
        }
    }

    private static void release(Closeable occupied) {
        try {
            occupied.close();
        } catch (IOException e) {
            throw KeptFiles.cannotKeep(e);
        }
    }

    /** Runs a job; again from its last checkpoint when it dies and that is wished. */
    private int live(JobPlan first) throws IOException {
        JobPlan plan = first;
        Set<String> lost = new LinkedHashSet<>();
        InputDesk input = new InputDesk(
                plan.input(),
                plan.ranks(),
                console.in(),
                plan.checkpoints().isOn(),
                plan.checkpoints().from() != null);
        int left = plan.checkpoints().rollbacks();
        while (true) {
            int status;
            boolean died;
            Departure departure;
            try (Job job = new Job(recorded(plan), files, vms, input, console, steps)) {
                status = job.run();
                died = job.hasDied();
                departure = job.departure();
                lost.addAll(job.lostHosts());
            }
            if (departure != null && departure.isMove()) {
                plan = plan.from(CheckpointPlanner.newest(plan.checkpoints().directory(), err), departure.next());
                continue;
            }
            if (status == 0 || !died || left == 0) {
                return status;
            }
            left--;
            Placement next = without(lost, plan);
            if (next == null) {
                err.println("javampirun: --ft: no host is left to go on with");
                return status;
            }
            Manifest last = CheckpointPlanner.newest(plan.checkpoints().directory(), err);
            if (last != null && !isOwn(last, first)) {
                // Of another job that has used the directory before.
                last = null;
            }
            err.println("javampirun: --ft: "
                    + (last == null
                            ? "there is no checkpoint yet: starting anew"
                            : "going on from checkpoint " + last.epoch() + " at point " + last.point())
                    + ", "
                    + left
                    + " more times allowed"
                    + (lost.isEmpty() ? "" : ", without " + String.join(", ", lost)));
            plan = plan.from(last, next);
        }
    }

    /** The plan of a life that is recorded where that is wanted; a directory that takes nothing is no reason to end. */
    private JobPlan recorded(JobPlan plan) {
        try {
            return plan.recorded();
        } catch (IOException e) {
            err.println("javampirun: --record: nothing is recorded: " + e);
            return plan;
        }
    }

    /** Whether a checkpoint is the job's: of one of its lives, or the one that its first life began at. */
    private static boolean isOwn(Manifest checkpoint, JobPlan first) {
        Manifest begun = first.checkpoints().from();
        return checkpoint.job().equals(first.job())
                || begun != null && checkpoint.job().equals(begun.job());
    }

    /** Where a job goes on that has lost hosts; null when there is none left. */
    private Placement without(Set<String> lost, JobPlan plan) {
        List<HostSlots> left;
        if (vms == null) {
            left = plan.placement().hostsWithout(lost);
        } else {
            vms.drop(lost);
            left = vms.lease(plan.ranks(), perVm);
        }
        return left.isEmpty() ? null : plan.placement().on(left);
    }
}
