package org.javampi.mpirun.launch;

import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.javampi.job.JobFiles;
import org.javampi.mpirun.failure.LaunchFailure;
import org.javampi.mpirun.output.StepLog;
import org.javampi.mpirun.plan.JobPlan;
import org.javampi.river.trust.PrivateFiles;
import org.javampi.river.trust.Secret;

/** How other commands of the same user reach a running job: a file that says where its launcher listens. */
final class Door implements Closeable {
    private final JobPlan plan;
    private final KeptFiles files;
    private final Secret secret;
    private final StepLog steps;
    private boolean open;
    private boolean closed;
    private Closeable life = () -> {};

    Door(JobPlan plan, KeptFiles files, Secret secret, StepLog steps) {
        this.steps = steps;
        this.plan = plan;
        this.files = files;
        this.secret = secret;
    }

    /**
     * Writes the file; nothing to do if it is there, or if the job is ending. Where it cannot be written, the job goes on
     * without a door.
     */
    synchronized void open(InetSocketAddress agent) {
        if (open || closed) {
            return;
        }
        open = true;
        try {
            if (files.hold(plan.job())) {
                life = files.current().live(plan.checkpoints().incarnation());
            }
            Path door = JobFiles.door(plan.job());
            Files.deleteIfExists(door);
            Files.createFile(door, PrivateFiles.fileMode(door));
            InetAddress address =
                    agent.getAddress().isAnyLocalAddress() ? InetAddress.getLoopbackAddress() : agent.getAddress();
            Files.writeString(
                    door,
                    address.getHostAddress() + " " + agent.getPort() + " " + secret.toHex(),
                    StandardOpenOption.WRITE);
        } catch (IOException | LaunchFailure e) {
            steps.say("other commands, such as javampirun status, will not find this job: " + e.getMessage());
        }
    }

    /** Lets the life of the job go that has begun with the file. */
    @Override
    public synchronized void close() throws IOException {
        closed = true;
        life.close();
    }
}
