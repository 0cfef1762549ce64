package org.javampi.mpirun.cli;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.javampi.mpirun.failure.WrongUsage;
import picocli.CommandLine;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.OverwrittenOptionException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** Reads the launcher's options with picocli into the fields that are annotated for it. */
public final class PicocliReader {
    /** Variables may be set to nothing, lines may begin with it, and a class path of nothing is this directory. */
    private static final List<String> MAY_BE_EMPTY = List.of("-genv", "-env", "-prepend-pattern", "-cp");

    private final CommandLine command;

    /** The options of the whole job, where {@code command} is one program's; or null. */
    private final CommandSpec job;

    /** A reader into {@code target}. */
    public PicocliReader(Object target) {
        this(new CommandLine(target), null);
    }

    /** A reader of one program's options. */
    PicocliReader(CommandLine command, CommandSpec job) {
        this.command = command;
        this.job = job;
        // Arguments knows them, and where the program begins.
        command.setExpandAtFiles(false);
    }

    /** The options that are known. */
    CommandSpec spec() {
        return command.getCommandSpec();
    }

    /**
     * Reads a command line.
     *
     * @throws WrongUsage when it is wrong
     */
    Arguments read(List<String> words) {
        Arguments arguments = split(words);
        try {
            ParseResult given = command.parseArgs(
                    arguments.launcher().stream().map(this::spelt).toArray(String[]::new));
            for (OptionSpec option : given.matchedOptions()) {
                requireValue(option, arguments.launcher());
            }
            return arguments;
        } catch (ParameterException e) {
            throw new WrongUsage(refusal(e, arguments.launcher()), e);
        }
    }

    /** Nothing between quotes is what a script writes whose variable is not set. */
    private static void requireValue(OptionSpec option, List<String> words) {
        boolean mayBeEmpty = !Collections.disjoint(MAY_BE_EMPTY, List.of(option.names()));
        if (!mayBeEmpty && option.originalStringValues().stream().anyMatch(String::isBlank)) {
            throw new WrongUsage(missing(option, words) + "; '' is none");
        }
    }

    private static String missing(OptionSpec option, List<String> words) {
        return typed(option, words) + " needs " + option.paramLabel() + ": " + String.join(" ", option.description());
    }

    /** What is wrong, in terms of what was typed. */
    private static String refusal(ParameterException e, List<String> words) {
        if (e instanceof MissingParameterException missing
                && missing.getMissing().get(0) instanceof OptionSpec option) {
            return missing(option, words);
        }
        if (e instanceof OverwrittenOptionException twice && twice.getOverwritten() instanceof OptionSpec option) {
            return typed(option, words) + " is given more than once: leave out all but one";
        }
        if (!(e.getArgSpec() instanceof OptionSpec option)) {
            return e.getMessage();
        }
        String name = typed(option, words);
        if (option.arity().max() == 0) {
            return name + " takes no value: leave out =" + e.getValue();
        }
        Class<?> type = option.type();
        if (type == int.class || type == Integer.class) {
            return name + " " + e.getValue() + ": '" + e.getValue() + "' is not a whole number";
        }
        return name + " " + e.getValue() + ": write " + name + " " + option.paramLabel();
    }

    /** The name by which an option was called. */
    private static String typed(OptionSpec option, List<String> words) {
        List<String> names = List.of(option.names());
        return words.stream()
                .map(word -> word.split("=", 2)[0])
                .filter(names::contains)
                .findFirst()
                .orElse(option.longestName());
    }

    /** The name by which an option is known that may have one dash more or less. */
    private String spelling(String name) {
        if (command.getCommandSpec().findOption(name) != null || !name.startsWith("-")) {
            return name;
        }
        String other = name.startsWith("--") ? name.substring(1) : "-" + name;
        return command.getCommandSpec().findOption(other) == null ? name : other;
    }

    /** A word of the launcher's part with its option spelt as it is known. */
    private String spelt(String word) {
        int equals = word.indexOf('=');
        return equals < 0 ? spelling(word) : spelling(word.substring(0, equals)) + word.substring(equals);
    }

    /** Takes a command line apart without reading it. */
    public Arguments split(List<String> words) {
        return Arguments.split(words, new Arguments.Known() {
            @Override
            public Arguments.Form form(String name) {
                OptionSpec option = command.getCommandSpec().findOption(spelling(name));
                return option == null
                        ? null
                        : new Arguments.Form(
                                option.arity().min(),
                                option.arity().max(),
                                List.of(option.names()).contains("-jar"));
            }

            @Override
            public String unknown(String word) {
                String name = word.split("=", 2)[0];
                if (job != null && (job.findOption(name) != null || job.findOption("-" + name) != null)) {
                    return name + " is for the whole job: write it before the first program";
                }
                return UnknownOption.refusal(word, job == null ? command.getCommandSpec() : job);
            }
        });
    }

    /** The options of a command line, but for one that has a value. */
    List<String> without(String option, Arguments arguments) {
        List<String> names = List.of(command.getCommandSpec().findOption(option).names());
        List<String> words = new ArrayList<>();
        List<String> launcher = arguments.launcher();
        for (int i = 0; i < launcher.size(); i++) {
            String word = launcher.get(i);
            if (!names.contains(spelling(word.split("=", 2)[0]))) {
                words.add(word);
            } else if (!word.contains("=")) {
                i++;
            }
        }
        words.addAll(arguments.jvm());
        return words;
    }

    /** Prints the help. */
    public void usage(PrintStream out) {
        out.print(HelpText.of(command.getCommandSpec()));
    }
}
