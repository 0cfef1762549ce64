package org.javampi.mpirun.commands;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.stream.Collectors;
import org.javampi.checkpoint.CheckpointDirectory;
import org.javampi.checkpoint.Manifest;
import org.javampi.mpirun.failure.ExitStatus;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/**
 * {@code javampirun ckpt}: what checkpoints hold. Needs nothing of the program that has written
 * them, and changes nothing.
 */
@Command(
        name = "javampirun ckpt",
        synopsisHeading = "usage: ",
        commandListHeading = "%n",
        description = "Shows what the checkpoints in a directory hold. The program's classes "
                + "are not needed, and nothing is changed.")
public final class CkptCommand {
    /** The word that it is called by. */
    public static final String NAME = "ckpt";

    @Option(
            names = {"-h", "-help", "--help"},
            usageHelp = true,
            scope = CommandLine.ScopeType.INHERIT,
            description = "print this help")
    private boolean help;

    private static final List<String> SUBCOMMANDS = List.of("ls", "show", "diff", "watch");

    private final PrintStream out;
    private final PrintStream err;

    public CkptCommand(PrintStream out, PrintStream err) {
        this.out = out;
        this.err = err;
    }

    /** What a subcommand does; answers the exit status. */
    @FunctionalInterface
    interface Action {
        int perform() throws IOException;
    }

    /** Whether a word says what to show. */
    public static boolean knows(String word) {
        return SUBCOMMANDS.contains(word);
    }

    /** Runs it; answers the exit status. */
    public int run(List<String> words) {
        CommandLine command = new CommandLine(this)
                .addSubcommand(new CkptLsCommand(out, Clock.systemUTC()))
                .addSubcommand(new CkptShowCommand(out, err))
                .addSubcommand(new CkptDiffCommand(out))
                .addSubcommand(new CkptWatchCommand(out, err));
        try {
            ParseResult parsed = command.parseArgs(words.toArray(new String[0]));
            for (CommandLine one : parsed.asCommandLineList()) {
                if (one.isUsageHelpRequested()) {
                    one.usage(out);
                    return 0;
                }
            }
            if (!parsed.hasSubcommand()) {
                throw new ParameterException(command, "what to do? ls, show, diff or watch; --help says more");
            }
            Action action = (Action) parsed.subcommand().commandSpec().userObject();
            return action.perform();
        } catch (ParameterException e) {
            err.println("javampirun ckpt: " + e.getMessage());
            return ExitStatus.USAGE;
        } catch (IllegalArgumentException e) {
            err.println("javampirun ckpt: " + e.getMessage());
            return ExitStatus.FAILED;
        } catch (IOException e) {
            err.println("javampirun ckpt: " + text(e));
            return ExitStatus.FAILED;
        }
    }

    /** What is wrong with a file: the JDK's message is its name alone when it is missing. */
    static String text(IOException e) {
        return e instanceof java.nio.file.NoSuchFileException ? e.getMessage() + " is missing" : e.getMessage();
    }

    /** The checkpoints in a directory, of which there is at least one. */
    static CheckpointDirectory directory(Path path) throws IOException {
        if (!Files.isDirectory(path)) {
            throw new IllegalArgumentException(path + " is no directory");
        }
        CheckpointDirectory directory = new CheckpointDirectory(path);
        if (directory.epochs().isEmpty()) {
            throw new IllegalArgumentException(
                    "there is no checkpoint in " + path + "; it should be what was given to --checkpoint-dir");
        }
        return directory;
    }

    /** The manifest of a checkpoint of that number, of which every byte is good. */
    static Manifest manifest(CheckpointDirectory directory, long epoch) throws IOException {
        List<Long> epochs = directory.epochs();
        if (!epochs.contains(epoch)) {
            throw new IllegalArgumentException("there is no checkpoint "
                    + epoch
                    + " in "
                    + directory.path()
                    + "; there "
                    + (epochs.size() == 1 ? "is " : "are ")
                    + epochs.stream().map(String::valueOf).collect(Collectors.joining(", ")));
        }
        try {
            return directory.verified(epoch);
        } catch (IOException e) {
            throw new IOException("checkpoint " + epoch + " is damaged: " + text(e), e);
        }
    }

    /** Complains about a rank that the checkpoint does not have. */
    static void checkRank(int rank, Manifest manifest) {
        int size = manifest.resources().size();
        if (rank < 0 || rank >= size) {
            throw new IllegalArgumentException("there is no rank "
                    + rank
                    + " in checkpoint "
                    + manifest.epoch()
                    + "; its ranks are 0 to "
                    + (size - 1));
        }
    }

    /** A number of ranks for people. */
    static String ranks(int count) {
        return count == 1 ? "1 rank" : count + " ranks";
    }

    /** A count of bytes for people: digits in groups of three. */
    static String bytes(long count) {
        return String.format(java.util.Locale.ROOT, "%,d", count);
    }
}
