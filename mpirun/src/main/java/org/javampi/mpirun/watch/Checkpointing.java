package org.javampi.mpirun.watch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
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
import org.javampi.job.control.CheckpointWish;
import org.javampi.mpirun.hosts.Placement;
import org.javampi.mpirun.hosts.ShellWord;
import org.javampi.mpirun.plan.CheckpointPlan;
import org.javampi.mpirun.plan.JobPlan;
import org.javampi.river.trust.PrivateFiles;
import org.javampi.river.trust.Secret;

/** The checkpoints of a running job: its coordinator, and how visitors find it; or none. */
public final class Checkpointing implements AutoCloseable {
    private static final long SETTLE_MS = 600_000;

    private final JobPlan plan;
    private final Outcome outcome;
    private final Consumer<String> log;
    private final Beginnings beginnings;
    private final FirstPoint firstPoint;

    /** Null before the job has an agent, and when there are no checkpoints. */
    private volatile Coordinator coordinator;

    /**
     * The checkpoints of a job.
     *
     * @param outcome decided when the job ends at a checkpoint
     * @param log told what people should know
     */
    public Checkpointing(JobPlan plan, Outcome outcome, Consumer<String> log) {
        this.plan = plan;
        this.outcome = outcome;
        this.log = log;
        beginnings = new Beginnings(plan.ranks());
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
        // Visitors that have seen the life before look for this one: the file is never missing or half written.
        Path made = control.resolveSibling(control.getFileName() + ".new");
        Files.deleteIfExists(made);
        Files.createFile(made, PrivateFiles.fileMode(made));
        Files.writeString(
                made,
                agent.address().getAddress().getHostAddress()
                        + " "
                        + agent.address().getPort()
                        + " "
                        + secret.toHex(),
                StandardOpenOption.WRITE);
        Files.move(made, control, StandardCopyOption.ATOMIC_MOVE);
    }

    void onJoined(int rank) {
        beginnings.onJoined();
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

    void onWanted(CheckpointWish wish, CheckpointAnswer answer) {
        Coordinator current = coordinator;
        if (current == null) {
            answer.tell(false, "the job keeps no checkpoints");
            return;
        }
        switch (wish.verb()) {
            case TAKE -> current.request(answer);
            case AWAIT -> beginnings.await(answer);
            default -> depart(wish, current, answer);
        }
    }

    /** Ends this life of the job with its next checkpoint. */
    private void depart(CheckpointWish wish, Coordinator current, CheckpointAnswer answer) {
        Departure departure;
        try {
            departure = departure(wish);
        } catch (IllegalArgumentException e) {
            answer.tell(false, e.getMessage());
            return;
        }
        current.requestLast((taken, text) -> {
            if (taken && outcome.isDecided()) {
                answer.tell(false, "the job was ending already, with this: " + text);
                return;
            }
            // Before the job ends, and this connection with it.
            answer.tell(taken, taken ? departure.text() : text);
            if (taken) {
                outcome.depart(departure);
            }
        });
    }

    private Departure departure(CheckpointWish wish) {
        Placement placement = plan.placement();
        return switch (wish.verb()) {
            case MIGRATE ->
                new Departure(
                        placement.withMoved(wish.rank(), wish.host()),
                        "rank " + wish.rank() + " continues on " + wish.host());
            case DRAIN -> {
                Placement next = placement.withDrained(wish.host());
                yield new Departure(
                        next, "the ranks of " + wish.host() + " continue on other hosts: " + whereabouts(next));
            }
            default ->
                new Departure(
                        null,
                        "the job is suspended; to resume it: javampirun --restart "
                                + ShellWord.of(plan.checkpoints().directory().toString()));
        };
    }

    /** Where those ranks are that were elsewhere. */
    private String whereabouts(Placement next) {
        StringBuilder text = new StringBuilder();
        for (int rank = 0; rank < plan.ranks(); rank++) {
            String host = hostOf(rank, next);
            if (!host.equals(hostOf(rank, plan.placement()))) {
                text.append(text.length() == 0 ? "" : ", ")
                        .append("rank ")
                        .append(rank)
                        .append(" on ")
                        .append(host);
            }
        }
        return text.toString();
    }

    private static String hostOf(int rank, Placement placement) {
        return placement.layout().hosts().get(placement.layout().hostOf(rank));
    }

    /** The job has ended well: what is being written may still stand. */
    public void settle() throws InterruptedException {
        if (coordinator != null) {
            coordinator.settle(SETTLE_MS);
        }
    }

    @Override
    public void close() {
        beginnings.close();
        if (coordinator != null) {
            coordinator.close();
        }
    }
}
