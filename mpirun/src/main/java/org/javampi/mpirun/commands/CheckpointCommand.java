package org.javampi.mpirun.commands;

import java.io.IOException;
import java.io.PrintStream;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.javampi.job.JobFiles;
import org.javampi.job.control.ControlConnection;
import org.javampi.job.control.ControlConnection.Body;
import org.javampi.job.control.Message;
import org.javampi.job.control.MessageKind;
import org.javampi.mpirun.failure.ExitStatus;
import org.javampi.mpirun.failure.LaunchFailure;
import org.javampi.river.trust.Secret;

/**
 * {@code javampirun checkpoint [JOB]}: asks a running job of this host and user for a checkpoint.
 */
public final class CheckpointCommand {
    /** The word that it is called by. */
    public static final String NAME = "checkpoint";

    private final PrintStream out;
    private final PrintStream err;

    public CheckpointCommand(PrintStream out, PrintStream err) {
        this.out = out;
        this.err = err;
    }

    /** Runs it; answers the exit status. */
    public int run(List<String> words) {
        if (words.size() > 1 || words.contains("--help") || words.contains("-h")) {
            err.println("usage: javampirun checkpoint [JOB]   (JOB: the start of a job's name)");
            return ExitStatus.USAGE;
        }
        try {
            return ask(job(words.isEmpty() ? "" : words.get(0)));
        } catch (IOException e) {
            throw new LaunchFailure("checkpoint: " + e.getMessage(), e);
        }
    }

    private static UUID job(String start) {
        JobFiles.sweep();
        List<UUID> all = JobFiles.visitable();
        List<UUID> found = new ArrayList<>();
        for (UUID job : all) {
            if (job.toString().startsWith(start)) {
                found.add(job);
            }
        }
        if (found.size() == 1) {
            return found.get(0);
        }
        throw new LaunchFailure(
                found.isEmpty()
                        ? "checkpoint: no job"
                                + (start.isEmpty() ? "" : " whose name starts with " + start)
                                + " keeps checkpoints here; start it with --checkpoint-dir DIR"
                        : "checkpoint: which of these jobs? " + found);
    }

    private int ask(UUID job) throws IOException {
        String[] words = Files.readString(JobFiles.control(job)).strip().split(" ");
        InetSocketAddress agent = new InetSocketAddress(words[0], Integer.parseInt(words[1]));
        try (ControlConnection connection =
                ControlConnection.connect(agent, ControlConnection.VISITOR, Secret.ofHex(words[2]))) {
            connection.send(MessageKind.WANT_CHECKPOINT, Body.EMPTY);
            Message answer = connection.receive();
            boolean taken = answer.readByte() != 0;
            (taken ? out : err).println(answer.readString());
            return taken ? 0 : ExitStatus.FAILED;
        }
    }
}
