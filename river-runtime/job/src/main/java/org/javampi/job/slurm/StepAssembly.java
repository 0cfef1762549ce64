package org.javampi.job.slurm;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.javampi.job.JobFiles;
import org.javampi.job.RankHost;
import org.javampi.job.agent.ControlHub;
import org.javampi.job.agent.Interfaces;
import org.javampi.job.control.ControlConnection;
import org.javampi.job.control.WorldDescription;
import org.javampi.job.vm.JoinedMachine;
import org.javampi.river.trust.Secret;

/**
 * The tasks of {@code srun java Prog} become one world without a launcher: the first one takes the
 * launcher's part as well, and the others find it by a file. Its process stays until all have left.
 */
public final class StepAssembly {
    private static final String JOIN_SETTING = "launch.timeout";
    private static final String JOIN_SECONDS = "60";
    private static final int CONNECT_MS = 10_000;

    private StepAssembly() {}

    /**
     * Joins the other tasks of srun; answers this task's rankHost.
     *
     * @throws IOException when they cannot be found
     */
    public static RankHost join(Map<String, String> environment) throws IOException {
        return join(SlurmStep.of(environment), environment);
    }

    /**
     * Joins the other tasks of a step; answers this task's rankHost.
     *
     * @throws IOException when they cannot be found
     */
    public static RankHost join(SlurmStep step, Map<String, String> environment) throws IOException {
        Map<String, String> settings = SlurmStep.settings(environment, System.getProperties());
        MeetingPoint meeting = MeetingPoint.of(step, environment);
        try {
            MeetingPoint.Invitation invitation = step.rank() == 0
                    ? open(step, settings, meeting)
                    : meeting.await(TimeUnit.SECONDS.toMillis(joinSeconds(settings)));
            return enterOrLeave(step, settings, meeting, invitation);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while joining the other tasks", e);
        }
    }

    /** The first task's part: listens, and says where. */
    private static MeetingPoint.Invitation open(SlurmStep step, Map<String, String> settings, MeetingPoint meeting)
            throws IOException {
        Secret secret = Secret.random();
        UUID job = UUID.randomUUID();
        List<UUID> resources = new ArrayList<>();
        for (int rank = 0; rank < step.size(); rank++) {
            resources.add(UUID.randomUUID());
        }
        boolean oneNode = step.nodes().size() == 1;
        List<InetAddress> own = addresses(settings, oneNode);
        StepWatch watch = new StepWatch(step, meeting, joinSeconds(settings));
        ControlHub agent = new ControlHub(
                oneNode ? own.get(0) : null,
                secret,
                rank -> rank < 0 || rank >= step.size()
                        ? null
                        : new WorldDescription(
                                job,
                                resources,
                                step.hostOf(),
                                new int[] {rank},
                                step.nodes().get(step.hostOf()[rank]),
                                "",
                                Map.of(),
                                "",
                                List.of(),
                                ""),
                watch);
        watch.watch(agent);
        int port = agent.address().getPort();
        List<InetSocketAddress> addresses = new ArrayList<>();
        own.forEach(address -> addresses.add(new InetSocketAddress(address, port)));
        MeetingPoint.Invitation invitation = new MeetingPoint.Invitation(job, secret, addresses);
        meeting.invite(invitation);
        return invitation;
    }

    private static int joinSeconds(Map<String, String> settings) {
        String seconds = settings.getOrDefault(JOIN_SETTING, JOIN_SECONDS);
        if (!seconds.matches("[1-9]\\d{0,5}")) {
            throw new IllegalArgumentException(JOIN_SETTING + "=" + seconds
                    + ": give a number of seconds from 1 to 999999 (default: " + JOIN_SECONDS + ")");
        }
        return Integer.parseInt(seconds);
    }

    private static List<InetAddress> addresses(Map<String, String> settings, boolean oneNode) throws IOException {
        String wanted = settings.getOrDefault("net.interface", "");
        if (!wanted.isEmpty()) {
            return List.of(Interfaces.named(wanted));
        }
        return oneNode ? List.of(InetAddress.getLoopbackAddress()) : Interfaces.offered();
    }

    private static RankHost enterOrLeave(
            SlurmStep step, Map<String, String> settings, MeetingPoint meeting, MeetingPoint.Invitation invitation)
            throws IOException {
        try {
            return enter(step, settings, invitation);
        } catch (IOException e) {
            // The first task has said where it is and is gone: what it has made here was for this
            // one, and nobody else may be left to remove it.
            JobFiles.leave(invitation.job(), 0);
            meeting.clear();
            throw e;
        }
    }

    private static RankHost enter(SlurmStep step, Map<String, String> settings, MeetingPoint.Invitation invitation)
            throws IOException {
        IOException failure = null;
        for (InetSocketAddress address : invitation.addresses()) {
            try {
                ControlConnection connection =
                        ControlConnection.connect(address, step.rank(), invitation.secret(), CONNECT_MS);
                WorldDescription world = WorldDescription.read(connection.receive());
                String wanted = settings.getOrDefault("net.interface", "");
                InetAddress here = wanted.isEmpty() ? connection.localAddress() : Interfaces.named(wanted);
                return JoinedMachine.join(
                        connection,
                        new WorldDescription(
                                world.job(),
                                world.resources(),
                                world.hostOf(),
                                world.hosted(),
                                world.hostName(),
                                here.getHostAddress(),
                                settings,
                                world.mainClass(),
                                world.arguments(),
                                world.classPath()));
            } catch (IOException e) {
                String text = "cannot reach task 0 at "
                        + address.getAddress().getHostAddress()
                        + ":"
                        + address.getPort()
                        + " from "
                        + Interfaces.describe(Interfaces.towards(address.getAddress()))
                        + ": "
                        + e.getMessage();
                IOException next = new IOException(text, e);
                if (failure != null) {
                    next.addSuppressed(failure);
                }
                failure = next;
            }
        }
        throw failure == null ? new IOException("task 0 has no address") : failure;
    }
}
