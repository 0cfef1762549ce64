package org.javampi.mpirun;

import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/**
 * The command line taken apart: the launcher's own options, options of the ranks' JVM, and the
 * program with its arguments, which nobody here looks into.
 *
 * @param launcher options for the launcher
 * @param jvm options for the JVM of each rank
 * @param program the program and its arguments
 */
record Arguments(List<String> launcher, List<String> jvm, List<String> program) {
    private static final List<String> JVM_PREFIXES =
            List.of(
                    "-X",
                    "-D",
                    "-ea",
                    "-da",
                    "-esa",
                    "-dsa",
                    "-javaagent:",
                    "-agentlib:",
                    "-agentpath:",
                    "-verbose",
                    "--enable-",
                    "--illegal-");

    private static final List<String> JVM_WITH_VALUE =
            List.of(
                    "--add-opens",
                    "--add-exports",
                    "--add-modules",
                    "--add-reads",
                    "--patch-module");

    /** Takes {@code words} apart by the options that {@code spec} knows. */
    static Arguments split(List<String> words, CommandSpec spec) {
        List<String> launcher = new ArrayList<>();
        List<String> jvm = new ArrayList<>();
        int i = 0;
        while (i < words.size() && words.get(i).startsWith("-") && words.get(i).length() > 1) {
            String word = words.get(i++);
            OptionSpec option = spec.findOption(word.split("=", 2)[0]);
            if (option != null) {
                launcher.add(word);
                boolean takesValue = option.arity().max() > 0 && !word.contains("=");
                if (takesValue && i < words.size() && isValue(option, words.get(i))) {
                    launcher.add(words.get(i++));
                }
                if (option.longestName().equals("-jar")) {
                    break;
                }
            } else if (isJvmOption(word)) {
                jvm.add(word);
                if (JVM_WITH_VALUE.contains(word) && i < words.size()) {
                    jvm.add(words.get(i++));
                }
            } else {
                throw new CommandLine.ParameterException(
                        spec.commandLine(), Spelling.unknown(word, spec));
            }
        }
        List<String> program = new ArrayList<>(words.subList(i, words.size()));
        if (!program.isEmpty() && program.get(0).equals("java") && launcher.indexOf("-jar") < 0) {
            Arguments rest = split(program.subList(1, program.size()), spec);
            launcher.addAll(rest.launcher);
            jvm.addAll(rest.jvm);
            program = rest.program;
        }
        return new Arguments(launcher, jvm, program);
    }

    /**
     * A value that may be left out is a number: anything else is the next option or the program.
     */
    private static boolean isValue(OptionSpec option, String word) {
        return option.arity().min() > 0 || word.matches("\\d+");
    }

    private static boolean isJvmOption(String word) {
        return JVM_PREFIXES.stream().anyMatch(word::startsWith)
                || JVM_WITH_VALUE.stream()
                        .anyMatch(o -> word.equals(o) || word.startsWith(o + "="));
    }
}
