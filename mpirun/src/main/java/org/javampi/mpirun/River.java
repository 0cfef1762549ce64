package org.javampi.mpirun;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/**
 * The command {@code river}: virtual machines that wait for work, who they are, and programs for
 * them.
 */
@Command(
        name = "river",
        synopsisHeading = "usage: ",
        commandListHeading = "%n",
        description = {
            "Virtual machines of a River, which find each other and share a secret.",
            "All options can be said by the environment as well: JAVAMPI_RIVER_SECRET_FILE,",
            "JAVAMPI_RIVER_BIND, JAVAMPI_RIVER_SEEDS, JAVAMPI_RIVER_DISCOVERY_PORT."
        })
public final class River {
    /** Wrong usage. */
    public static final int USAGE = 2;

    /** The command has failed. */
    public static final int FAILED = 1;

    @Option(
            names = {"-h", "-help", "--help"},
            usageHelp = true,
            scope = CommandLine.ScopeType.INHERIT,
            description = "print this help")
    private boolean help;

    private final List<Path> runtimePath;
    private final PrintStream out;
    private final PrintStream err;

    /**
     * The command.
     *
     * @param runtimePath class path of the runtime, for VMs and programs that it starts
     */
    public River(List<Path> runtimePath, PrintStream out, PrintStream err) {
        this.runtimePath = runtimePath;
        this.out = out;
        this.err = err;
    }

    /** The command. */
    public static void main(String[] words) {
        int status = new River(RuntimePath.own(), System.out, System.err).run(List.of(words));
        System.out.flush();
        System.exit(status);
    }

    /** Runs one command line to its end; answers the exit status. */
    public int run(List<String> words) {
        CommandLine command = new CommandLine(this)
                .addSubcommand(new RiverVmCommand(out, err))
                .addSubcommand(new RiverLsCommand(out, err))
                .addSubcommand(new RiverRunCommand(runtimePath, out));
        command.getSubcommands().get("run").setStopAtPositional(true);
        try {
            ParseResult parsed = command.parseArgs(words.toArray(new String[0]));
            for (CommandLine one : parsed.asCommandLineList()) {
                if (one.isUsageHelpRequested()) {
                    one.usage(out);
                    return 0;
                }
            }
            if (!parsed.hasSubcommand()) {
                throw new ParameterException(command, "what to do? river vm, river ls or river run; --help says more");
            }
            Action action = (Action) parsed.subcommand().commandSpec().userObject();
            return action.perform();
        } catch (UnmatchedArgumentException e) {
            String word = e.getUnmatched().get(0);
            err.println("river: unknown option "
                    + word
                    + Spelling.nearest(word, e.getCommandLine().getCommandSpec())
                            .map(option -> ": did you mean " + option + "?")
                            .orElse("; --help lists all"));
            return USAGE;
        } catch (ParameterException e) {
            err.println("river: " + e.getMessage());
            return USAGE;
        } catch (LaunchFailure e) {
            err.println("river: " + e.getMessage());
            return FAILED;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return FAILED;
        }
    }

    /** What a subcommand does. */
    @FunctionalInterface
    interface Action {
        int perform() throws InterruptedException;
    }
}
