package org.javampi.console.job;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.javampi.job.JobFiles;
import org.javampi.job.control.ControlConnection;
import org.javampi.job.control.Message;
import org.javampi.job.control.MessageKind;
import org.javampi.river.parallel.engine.EngineLink;
import org.javampi.river.parallel.engine.EngineProvider;
import org.javampi.river.trust.Secret;

/** The ranks of a running job of this user and host as engines, by way of the job's agent. */
public final class JobEngines implements EngineProvider {
    private static final long JOB_S = 60;
    private static final long LOOK_MS = 50;

    /** For {@link java.util.ServiceLoader}. */
    public JobEngines() {}

    @Override
    public EngineLink connect(String job) throws IOException {
        UUID name = find(job);
        String[] words = Files.readString(JobFiles.door(name)).strip().split(" ");
        InetSocketAddress agent = new InetSocketAddress(words[0], Integer.parseInt(words[1]));
        ControlConnection connection =
                ControlConnection.connect(agent, ControlConnection.VISITOR, Secret.ofHex(words[2]));
        try {
            return new JobLink(name, connection, awaitRanks(name, connection));
        } catch (IOException e) {
            connection.close();
            throw e;
        }
    }

    /** A job can be visited a moment after its start. */
    private static UUID find(String start) throws IOException {
        long endNs = System.nanoTime() + TimeUnit.SECONDS.toNanos(start.isEmpty() ? 0 : JOB_S);
        while (true) {
            List<UUID> found = new ArrayList<>();
            for (UUID job : JobFiles.running()) {
                if (job.toString().startsWith(start) && Files.size(JobFiles.door(job)) > 0) {
                    found.add(job);
                }
            }
            if (found.size() == 1) {
                return found.get(0);
            }
            boolean whole = start.length() == UUID.randomUUID().toString().length();
            if (found.size() > 1) {
                throw new IOException("which of these jobs? " + found);
            }
            if (!whole || System.nanoTime() > endNs) {
                throw new IOException(
                        "no job of this user" + (start.isEmpty() ? "" : " whose name starts with " + start)
                                + " runs here; a job can be visited from its first second on");
            }
            pause();
        }
    }

    private static void pause() throws IOException {
        try {
            Thread.sleep(LOOK_MS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while a job was looked for", e);
        }
    }

    private static int awaitRanks(UUID job, ControlConnection connection) throws IOException {
        long endNs = System.nanoTime() + TimeUnit.SECONDS.toNanos(JOB_S);
        while (true) {
            connection.send(MessageKind.WANT_RANKS, out -> out.writeInt(0));
            Message answer = connection.receive();
            boolean granted = answer.readByte() != 0;
            String text = answer.readString();
            if (granted) {
                return Integer.parseInt(text);
            }
            if (!text.isEmpty() || System.nanoTime() > endNs) {
                throw new IOException("job " + job + ": "
                        + (text.isEmpty() ? "not all of its ranks have come up in " + JOB_S + " s" : text));
            }
            pause();
        }
    }
}
