package org.javampi.mpirun.commands;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.javampi.job.JobFiles;
import org.javampi.job.control.CheckpointWish;
import org.javampi.job.control.MessageKind;
import org.javampi.mpirun.failure.ExitStatus;
import org.javampi.mpirun.failure.LaunchFailure;

/** A wish for a checkpoint, told to a running job of this host and user. */
final class CheckpointVisit {
    private static final long LOOK_MS = 50;

    private final String command;
    private final PrintStream out;
    private final PrintStream err;

    /**
     * A visit.
     *
     * @param command the word that the user has typed, for messages
     */
    CheckpointVisit(String command, PrintStream out, PrintStream err) {
        this.command = command;
        this.out = out;
        this.err = err;
    }

    /** Whether the user asks for help, or has typed a number of words that nobody expects; then {@code usage} is printed. */
    boolean isMistyped(List<String> words, int least, int most, String usage) {
        if (words.contains("--help") || words.contains("-help") || words.contains("-h")) {
            out.println(usage);
            return true;
        }
        if (words.size() < least
                || words.size() > most
                || !words.isEmpty() && words.get(0).startsWith("-")) {
            err.println(usage);
            return true;
        }
        return false;
    }

    /** The exit status of a command line that {@link #isMistyped}. */
    static int mistyped(List<String> words) {
        return words.contains("--help") || words.contains("-help") || words.contains("-h") ? 0 : ExitStatus.USAGE;
    }

    /** Tells the job whose name starts so; prints its answer, and returns the exit status. */
    int tell(String start, CheckpointWish wish) {
        UUID job = job(start);
        try {
            return Visit.ask(JobFiles.control(job), MessageKind.WANT_CHECKPOINT, wish::write, out, err);
        } catch (IOException e) {
            throw noAnswer(job, e);
        }
    }

    /** As {@link #tell}; then waits until the job's next life has begun. */
    int tellAndFollow(String start, CheckpointWish wish) {
        UUID job = job(start);
        Path control = JobFiles.control(job);
        try {
            String before = Files.readString(control);
            int status = Visit.ask(control, MessageKind.WANT_CHECKPOINT, wish::write, out, err);
            return status == 0 ? awaitNext(control, before) : status;
        } catch (IOException e) {
            throw noAnswer(job, e);
        }
    }

    private int awaitNext(Path control, String before) throws IOException {
        String now = before;
        while (now.equals(before) || now.isEmpty()) {
            // Of a launcher that was killed the file would stay.
            JobFiles.sweep();
            if (!Files.exists(control)) {
                err.println(
                        "javampirun: " + command + ": the job has ended before it continued: its own output says why");
                return ExitStatus.FAILED;
            }
            pause();
            now = Files.exists(control) ? Files.readString(control) : before;
        }
        return Visit.ask(
                control, MessageKind.WANT_CHECKPOINT, CheckpointWish.of(CheckpointWish.Verb.AWAIT)::write, out, err);
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(LOOK_MS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private UUID job(String start) {
        JobFiles.sweep();
        return Visit.choose(
                command,
                JobFiles.visitable(),
                start,
                "keeps checkpoints here; start it with --checkpoint-dir DIR, and with --transparent where the program"
                        + " calls no Checkpoint.here()");
    }

    private LaunchFailure noAnswer(UUID job, IOException e) {
        return new LaunchFailure(command + ": job " + job + " does not answer: " + e.getMessage(), e);
    }
}
