package org.javampi.mpirun.cli;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** The manual page of a command, in the language of {@code man(7)}: every option with all of its names. */
final class ManPage {
    private final StringBuilder text = new StringBuilder();

    private ManPage() {}

    /**
     * The page.
     *
     * @param version of the command
     */
    static String of(CommandSpec command, String version) {
        ManPage page = new ManPage();
        page.write(command, version);
        return page.text.toString();
    }

    private void write(CommandSpec command, String version) {
        String name = command.name();
        line(".TH " + name.toUpperCase(Locale.ROOT) + " 1 \"\" \"javampi " + version + "\" \"javampi\"");
        line(".SH NAME");
        line(escaped(name + " - runs a Java MPI program as several processes"));
        line(".SH SYNOPSIS");
        for (String synopsis : command.usageMessage().customSynopsis()) {
            line(escaped(synopsis.trim()));
            line(".br");
        }
        line(".SH DESCRIPTION");
        line(escaped(String.join(" ", command.usageMessage().description()).trim()));
        line(".PP");
        line(
                "An option may be written with one dash or with two. Options of the JVM may stand among those of the launcher.");
        for (OptionGroup group : OptionGroup.of(command)) {
            line(".SH " + group.heading().toUpperCase(Locale.ROOT));
            for (OptionGroup.Shown option : group.options()) {
                line(".TP");
                line(names(option));
                line(escaped(option.description()));
            }
        }
        List<OptionSpec> hidden = command.options().stream()
                .filter(OptionSpec::hidden)
                .filter(option -> !option.longestName().matches("--(make-archives|first-jvm-option|exit-in-order)"))
                .toList();
        line(".SH OPTIONS OF OTHER LAUNCHERS");
        for (OptionSpec option : hidden) {
            line(".TP");
            line(names(new OptionGroup.Shown(option.names()[0], option)));
            line(escaped(new OptionGroup.Shown(option.names()[0], option).description()));
        }
        line(".SH EXAMPLES");
        line(".nf");
        for (String example : command.usageMessage().footer()) {
            line(escaped(example));
        }
        line(".fi");
    }

    /** All names of an option, the one that help shows first, and its value. */
    private static String names(OptionGroup.Shown shown) {
        String all = Arrays.stream(shown.option().names())
                .filter(name -> !name.equals(shown.name()))
                .map(name -> "\\fB" + escaped(name) + "\\fR")
                .collect(Collectors.joining(", "));
        String usage = shown.usage();
        String value = usage.substring(shown.name().length());
        return "\\fB" + escaped(shown.name()) + "\\fR"
                + (value.isEmpty() ? "" : " \\fI" + escaped(value.trim()) + "\\fR") + (all.isEmpty() ? "" : ", " + all);
    }

    /** A text that means itself. */
    private static String escaped(String plain) {
        String safe = plain.replace("\\", "\\e").replace("-", "\\-");
        return safe.startsWith(".") || safe.startsWith("'") ? "\\&" + safe : safe;
    }

    private void line(String content) {
        text.append(content).append('\n');
    }
}
