package org.javampi.mpirun.watch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import org.javampi.checkpoint.CheckpointDirectory;
import org.javampi.checkpoint.CoordinatedJob;
import org.javampi.checkpoint.Coordinator;
import org.javampi.checkpoint.Fault;
import org.javampi.job.JobFiles;
import org.javampi.job.agent.ControlHub;
import org.javampi.job.control.CheckpointAnswer;
import org.javampi.job.control.CheckpointReport;
import org.javampi.mpirun.plan.CheckpointPlan;
import org.javampi.mpirun.plan.JobPlan;
import org.javampi.river.trust.PrivateFiles;
import org.javampi.river.trust.Secret;

/** The checkpoints of a running job: its coordinator, and how visitors find it; or none. */
public final class Checkpointing implements AutoCloseable {
    private static final long SETTLE_MS = 600_000;

    private final JobPlan plan;
    private final Consumer<String> log;
    private final FirstPoint firstPoint;

    /** Null before the job has an agent, and when there are no checkpoints. */
    private volatile Coordinator coordinator;

    public Checkpointing(JobPlan plan, Consumer<String> log) {
        this.plan = plan;
        this.log = log;
        firstPoint = new FirstPoint(plan.checkpoints().transparent(), log);
    }

    /**
     * Begins to take part, before the first rank has been started.
     *
     * @param who what people call a rank, and where it is
     */
    public void begin(ControlHub agent, List<UUID> resources, Secret secret, IntFunction<String> who)
            throws IOException {
        CheckpointPlan checkpoints = plan.checkpoints();
        if (!checkpoints.isOn()) {
            return;
        }
        coordinator = new Coordinator(
                new CoordinatedJob(
                        plan.job(),
                        resources,
                        checkpoints.incarnation(),
                        checkpoints.from() == null ? 0 : checkpoints.from().epoch(),
                        checkpoints.command(),
                        checkpoints.everyMs(),
                        checkpoints.patienceMs(),
                        checkpoints.kept(),
                        who),
                new CheckpointDirectory(checkpoints.directory()),
                agent::order,
                new Fault("coordinator", plan.settings().get(Fault.SETTING)),
                log);
        Path control = JobFiles.control(plan.job());
        Files.deleteIfExists(control);
        Files.createFile(control, PrivateFiles.fileMode(control));
        Files.writeString(
                control,
                agent.address().getAddress().getHostAddress()
                        + " "
                        + agent.address().getPort()
                        + " "
                        + secret.toHex(),
                StandardOpenOption.WRITE);
    }

    void onJoined(int rank) {
        Coordinator current = coordinator;
        if (current != null) {
            current.onJoined(rank);
        }
    }

    void onReport(int rank, CheckpointReport report) {
        firstPoint.onReport(report);
        Coordinator current = coordinator;
        if (current != null) {
            current.onReport(rank, report);
        }
    }

    void onWanted(CheckpointAnswer answer) {
        Coordinator current = coordinator;
        if (current != null) {
            current.request(answer);
        } else {
            answer.tell(false, "the job keeps no checkpoints");
        }
    }

    /** The job has ended well: what is being written may still stand. */
    public void settle() throws InterruptedException {
        if (coordinator != null) {
            coordinator.settle(SETTLE_MS);
        }
    }

    @Override
    public void close() {
        if (coordinator != null) {
            coordinator.close();
        }
    }
}
