package org.javampi.mpirun;

import java.io.PrintStream;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;

/** Reads the launcher's options with picocli into the fields that are annotated for it. */
final class PicocliReader {
    private final CommandLine command;

    /** A reader into {@code target}. */
    PicocliReader(Object target) {
        command = new CommandLine(target);
    }

    /**
     * Reads a command line.
     *
     * @throws WrongUsage when it is wrong
     */
    Arguments read(List<String> words) {
        try {
            Arguments arguments = split(words);
            command.parseArgs(arguments.launcher().toArray(new String[0]));
            return arguments;
        } catch (ParameterException e) {
            throw new WrongUsage(e.getMessage(), e);
        }
    }

    /** Takes a command line apart without reading it. */
    Arguments split(List<String> words) {
        return Arguments.split(
                words,
                new Arguments.Known() {
                    @Override
                    public Arguments.Form form(String name) {
                        OptionSpec option = command.getCommandSpec().findOption(name);
                        return option == null
                                ? null
                                : new Arguments.Form(
                                        option.arity().min(),
                                        option.arity().max(),
                                        List.of(option.names()).contains("-jar"));
                    }

                    @Override
                    public String unknown(String word) {
                        return Spelling.unknown(word, command.getCommandSpec());
                    }
                });
    }

    /** Prints the help. */
    void usage(PrintStream out) {
        command.usage(out);
    }
}
