package org.javampi.mpirun.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

/** Writes the manual page and the shell's completions of javampirun, which the distribution carries. */
public final class Manuals {
    private static final Map<String, String> SUBCOMMANDS = new TreeMap<>(Map.of(
            "tune", "finds the collective algorithms that suit this machine",
            "status", "prints what each rank of a running job does",
            "checkpoint", "takes checkpoints of a running job and shows them",
            "console", "opens a prompt for the ranks of a job"));

    private Manuals() {}

    /**
     * Writes them.
     *
     * @param directory for them, as {@code /usr/share} is
     */
    public static void write(Path directory) throws IOException {
        CommandLine command = new CommandLine(new LaunchOptions());
        write(directory.resolve("man/man1/javampirun.1"), ManPage.of(command.getCommandSpec(), Version.NUMBER));
        SUBCOMMANDS.forEach((name, description) -> {
            CommandSpec subcommand = CommandSpec.create();
            subcommand.usageMessage().description(description);
            command.addSubcommand(name, subcommand);
        });
        write(directory.resolve("bash-completion/completions/javampirun"), AutoComplete.bash("javampirun", command));
    }

    private static void write(Path file, String text) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
