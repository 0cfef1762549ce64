package org.javampi.mpirun.commands;

import java.io.IOException;
import java.io.PrintStream;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.javampi.job.control.ControlConnection;
import org.javampi.job.control.ControlConnection.Body;
import org.javampi.job.control.Message;
import org.javampi.job.control.MessageKind;
import org.javampi.mpirun.failure.ExitStatus;
import org.javampi.mpirun.failure.LaunchFailure;
import org.javampi.river.trust.Secret;

/** A question to a running job of this host and user. */
final class Visit {
    private Visit() {}

    /**
     * The one of {@code jobs} whose name starts so.
     *
     * @param wanted what such a job does, for the message that there is none
     */
    static UUID choose(String command, List<UUID> jobs, String start, String wanted) {
        List<UUID> found =
                jobs.stream().filter(job -> job.toString().startsWith(start)).toList();
        if (found.size() == 1) {
            return found.get(0);
        }
        throw new LaunchFailure(
                found.isEmpty()
                        ? command
                                + ": no job"
                                + (start.isEmpty() ? "" : " whose name starts with " + start)
                                + " "
                                + wanted
                        : command + ": which of these jobs? " + found);
    }

    /** Asks the launcher that has written {@code door}, and prints its answer. Answers the exit status. */
    static int ask(Path door, MessageKind question, Body body, PrintStream out, PrintStream err) throws IOException {
        String[] words = Files.readString(door).strip().split(" ");
        InetSocketAddress agent = new InetSocketAddress(words[0], Integer.parseInt(words[1]));
        try (ControlConnection connection =
                ControlConnection.connect(agent, ControlConnection.VISITOR, Secret.ofHex(words[2]))) {
            connection.send(question, body);
            Message answer = connection.receive();
            boolean done = answer.readByte() != 0;
            (done ? out : err).println(answer.readString());
            return done ? 0 : ExitStatus.FAILED;
        }
    }
}
