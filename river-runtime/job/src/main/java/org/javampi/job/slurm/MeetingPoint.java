package org.javampi.job.slurm;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.javampi.river.trust.PrivateFiles;
import org.javampi.river.trust.Secret;

/**
 * Where tasks that nobody has introduced to each other learn of the first: a file that only their
 * user can read, in a directory that all nodes share.
 *
 * @param file the file
 */
record MeetingPoint(Path file) {
    private static final long LOOK_MS = 50;

    /**
     * What the file says.
     *
     * @param addresses where the first task may be reached
     */
    record Invitation(UUID job, Secret secret, List<InetSocketAddress> addresses) {}

    /** The meeting point of a step: below $JAVAMPI_MEETING, or ~/.javampi. */
    static MeetingPoint of(SlurmStep step, Map<String, String> environment) {
        String home = environment.getOrDefault("HOME", System.getProperty("user.home"));
        String directory = environment.getOrDefault("JAVAMPI_MEETING", home + "/.javampi");
        return new MeetingPoint(Path.of(directory, "step-" + step.name()));
    }

    /** Writes the file, whole or not at all. */
    void invite(Invitation invitation) throws IOException {
        List<String> lines = new ArrayList<>();
        lines.add(invitation.job().toString());
        lines.add(invitation.secret().toHex());
        for (InetSocketAddress address : invitation.addresses()) {
            lines.add(address.getAddress().getHostAddress() + ":" + address.getPort());
        }
        Files.createDirectories(file.getParent());
        Path fresh = Files.createTempFile(
                file.getParent(), file.getFileName().toString(), ".new", PrivateFiles.fileMode(file));
        Files.write(fresh, lines, StandardCharsets.UTF_8);
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
    }

    /** Waits for the file. */
    Invitation await(long limitMs) throws IOException, InterruptedException {
        long deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(limitMs);
        while (!Files.isReadable(file)) {
            if (System.nanoTime() - deadline >= 0) {
                throw new IOException("task 0 of this step has not said within "
                        + limitMs / 1000
                        + " s where it is: "
                        + file
                        + " is not there. Is the directory shared by all nodes? Name"
                        + " another one with JAVAMPI_MEETING, or use javampirun");
            }
            TimeUnit.MILLISECONDS.sleep(LOOK_MS);
        }
        List<String> lines = Files.readAllLines(file, StandardCharsets.UTF_8);
        List<InetSocketAddress> addresses = new ArrayList<>();
        for (String line : lines.subList(2, lines.size())) {
            int colon = line.lastIndexOf(':');
            addresses.add(new InetSocketAddress(line.substring(0, colon), Integer.parseInt(line.substring(colon + 1))));
        }
        return new Invitation(UUID.fromString(lines.get(0)), Secret.ofHex(lines.get(1)), addresses);
    }

    /** Everybody has read it. */
    void clear() {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException("cannot remove " + file, e);
        }
    }
}
