package org.javampi.mpirun.cli;

import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;

/** What {@code --help} prints: each option once, by one of its names, in groups. */
final class HelpText {
    private static final int WIDTH = 100;
    private static final int OPTION_WIDTH = 28;
    private static final String INDENT = "  ";

    private HelpText() {}

    /** The help of a command. */
    static String of(CommandSpec command) {
        StringBuilder text = new StringBuilder("usage: ");
        for (String line : command.usageMessage().customSynopsis()) {
            text.append(line).append('\n');
        }
        text.append('\n');
        wrap(String.join(" ", command.usageMessage().description()).trim(), WIDTH)
                .forEach(line -> text.append(line).append('\n'));
        for (OptionGroup group : OptionGroup.of(command)) {
            text.append('\n').append(group.heading()).append('\n');
            group.options().forEach(option -> add(option, text));
        }
        text.append("\nFor example\n");
        for (String line : command.usageMessage().footer()) {
            text.append(line).append('\n');
        }
        return text.toString().replace("\n", System.lineSeparator());
    }

    private static void add(OptionGroup.Shown option, StringBuilder text) {
        String usage = INDENT + option.usage();
        boolean fits = usage.length() + 1 < OPTION_WIDTH;
        text.append(usage).append(fits ? " ".repeat(OPTION_WIDTH - usage.length()) : "\n" + " ".repeat(OPTION_WIDTH));
        text.append(String.join("\n" + " ".repeat(OPTION_WIDTH), wrap(option.description(), WIDTH - OPTION_WIDTH)))
                .append('\n');
    }

    /** A text in lines of at most {@code width} letters. */
    private static List<String> wrap(String text, int width) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : text.split(" +")) {
            if (line.length() > 0 && line.length() + 1 + word.length() > width) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.length() == 0 ? "" : " ").append(word);
        }
        lines.add(line.toString());
        return lines;
    }
}
