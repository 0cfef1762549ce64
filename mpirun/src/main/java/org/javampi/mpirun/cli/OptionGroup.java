package org.javampi.mpirun.cli;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/**
 * Options that belong together, as people read them: what a beginner needs comes first.
 *
 * @param heading what they are about
 * @param options them
 */
record OptionGroup(String heading, List<Shown> options) {
    private static final String OTHERS = "Other options";

    /**
     * An option by the one of its names that is shown.
     *
     * @param name the one
     */
    record Shown(String name, OptionSpec option) {
        /** The option and its value, as it is typed. */
        String usage() {
            String label = option.typeInfo().isMap() || option.arity().max() > 0 ? option.paramLabel() : "";
            if (label.isEmpty()) {
                return name;
            }
            return option.arity().min() == 0 ? name + " [" + label + "]" : name + " " + label;
        }

        /** Its sentence. */
        String description() {
            return String.join(" ", option.description());
        }
    }

    private static final List<List<String>> ORDER = List.of(
            List.of(
                    "Programs and ranks",
                    "-np",
                    "-cp",
                    "-jar",
                    "-wdir",
                    "-x",
                    "-configfile",
                    "--vm-ranks",
                    "--dry-run",
                    "-v"),
            List.of(
                    "Output and input",
                    "-l",
                    "--group",
                    "--prepend-pattern",
                    "--timestamp-output",
                    "--output-filename",
                    "-outfile-pattern",
                    "-errfile-pattern",
                    "--merge-stderr-to-stdout",
                    "--stdin"),
            List.of(
                    "Programs that hang or fail",
                    "--timeout",
                    "--deadlock",
                    "--check",
                    "--transparent",
                    "--trace",
                    "--sync-sends",
                    "--thread-exception",
                    "-debug"),
            List.of(
                    "Several hosts",
                    "-host",
                    "-hostfile",
                    "-N",
                    "--map-by",
                    "--display-map",
                    "-launcher",
                    "--rsh-agent",
                    "--ship",
                    "--interface"),
            List.of(
                    "Hosts that are found",
                    "--discover",
                    "--secret-file",
                    "--bind-address",
                    "--seed",
                    "--discovery-port"),
            List.of(
                    "Cores, transports, settings",
                    "--bind-to",
                    "--report-bindings",
                    "--transport",
                    "--set",
                    "--list-settings"),
            List.of("Collective algorithms", "--coll", "--coll-file", "--explain-coll", "--list-coll", "--draw-coll"),
            List.of(
                    "Checkpoints",
                    "--checkpoint-dir",
                    "--checkpoint-every",
                    "--restart",
                    "--at",
                    "--ft",
                    "--checkpoint-keep",
                    "--checkpoint-patience",
                    "--record",
                    "--replay",
                    "--rank"),
            List.of(OTHERS, "--mpj-args", "--job", "--version", "--help"));

    /** The options of a command that are not hidden, each in one group. */
    static List<OptionGroup> of(CommandSpec command) {
        List<OptionGroup> groups = new ArrayList<>();
        Set<OptionSpec> left = new LinkedHashSet<>(command.options());
        left.removeIf(OptionSpec::hidden);
        for (List<String> order : ORDER) {
            List<Shown> shown = new ArrayList<>();
            for (String name : order.subList(1, order.size())) {
                OptionSpec option = command.findOption(name);
                if (option != null && left.remove(option)) {
                    shown.add(new Shown(name, option));
                }
            }
            if (order.get(0).equals(OTHERS)) {
                left.forEach(option -> shown.add(new Shown(option.longestName(), option)));
            }
            if (!shown.isEmpty()) {
                groups.add(new OptionGroup(order.get(0), shown));
            }
        }
        return groups;
    }
}
