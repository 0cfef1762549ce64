package org.javampi.mpirun.commands;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import org.javampi.mpirun.cli.UnknownOption;
import org.javampi.mpirun.cli.Version;
import org.javampi.mpirun.failure.ExitStatus;
import org.javampi.mpirun.failure.LaunchFailure;
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
public final class RiverCommand {

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
    public RiverCommand(List<Path> runtimePath, PrintStream out, PrintStream err) {
        this.runtimePath = runtimePath;
        this.out = out;
        this.err = err;
    }

    /** Runs one command line to its end; answers the exit status. */
    public int run(List<String> words) {
        CommandLine command = new CommandLine(this)
                .addSubcommand(new RiverVmCommand(out, err))
                .addSubcommand(new RiverLsCommand(out, err))
                .addSubcommand(new RiverRunCommand(runtimePath, out, err))
                .addSubcommand(new RiverPsCommand(out, err))
                .addSubcommand(new RiverFreezeCommand(out))
                .addSubcommand(new RiverThawCommand(out))
                .addSubcommand(new RiverMigrateCommand(out))
                .addSubcommand(new RiverNwsCommand(out, err));
        command.getSubcommands().get("run").setStopAtPositional(true);
        if (words.contains("--version") || words.equals(List.of("-version")) || words.equals(List.of("-V"))) {
            out.println("river " + Version.NUMBER + ", Java " + Runtime.version());
            return 0;
        }
        if (words.equals(List.of("help"))) {
            command.usage(out);
            return 0;
        }
        try {
            ParseResult parsed = command.parseArgs(words.toArray(new String[0]));
            for (CommandLine one : parsed.asCommandLineList()) {
                if (one.isUsageHelpRequested()) {
                    one.usage(out);
                    return 0;
                }
            }
            if (!parsed.hasSubcommand()) {
                throw new ParameterException(
                        command, "what to do? river vm, river ls, river run or river nws; --help says more");
            }
            RiverAction action = (RiverAction) parsed.subcommand().commandSpec().userObject();
            return action.perform();
        } catch (UnmatchedArgumentException e) {
            String word = e.getUnmatched().get(0);
            err.println("river: unknown option "
                    + word
                    + UnknownOption.nearest(word, e.getCommandLine().getCommandSpec())
                            .map(option -> ": did you mean " + option + "?")
                            .orElse("; --help lists all"));
            return ExitStatus.USAGE;
        } catch (ParameterException e) {
            err.println("river: " + e.getMessage());
            return ExitStatus.USAGE;
        } catch (LaunchFailure e) {
            err.println("river: " + e.getMessage());
            return ExitStatus.FAILED;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return ExitStatus.FAILED;
        }
    }
}
