package org.javampi.mpirun.cli;

import java.util.ArrayList;
import java.util.List;
import org.javampi.mpirun.failure.WrongUsage;

/**
 * The command line taken apart: the launcher's own options, options of the ranks' JVM, and the
 * program with its arguments, which nobody here looks into.
 *
 * @param launcher options for the launcher
 * @param jvm options for the JVM of each rank
 * @param program the program and its arguments
 */
public record Arguments(List<String> launcher, List<String> jvm, List<String> program) {
    private static final List<String> JVM_PREFIXES = List.of(
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
            "--sun-misc-unsafe-memory-access",
            "-server",
            "-client",
            "-enableassertions",
            "-disableassertions",
            "-enablesystemassertions",
            "-disablesystemassertions",
            "-showversion",
            "--illegal-");

    private static final List<String> JVM_WITH_VALUE = List.of(
            "--add-opens",
            "--add-exports",
            "--add-modules",
            "--add-reads",
            "--patch-module",
            "--limit-modules",
            "--upgrade-module-path",
            "--module-path",
            "-p");

    /**
     * What must be known of an option to find its end.
     *
     * @param least values that it has
     * @param most values that it may have
     * @param isLast whether all behind it is the program's
     */
    record Form(int least, int most, boolean isLast) {}

    /** The launcher's options. */
    @FunctionalInterface
    interface Known {
        /** Of the option with this name, or null. */
        Form form(String name);

        /** What to say of a word that is no option. */
        default String unknown(String word) {
            return "unknown option " + word;
        }
    }

    /**
     * Takes {@code words} apart by the options that are known.
     *
     * @throws WrongUsage when one is not
     */
    static Arguments split(List<String> words, Known known) {
        List<String> launcher = new ArrayList<>();
        List<String> jvm = new ArrayList<>();
        int i = 0;
        while (i < words.size() && words.get(i).startsWith("-") && words.get(i).length() > 1) {
            String word = words.get(i++);
            Form option = known.form(word.split("=", 2)[0]);
            if (option != null) {
                launcher.add(word);
                boolean takesValue = option.most() > 0 && !word.contains("=");
                if (takesValue && i < words.size() && isValue(option, words.get(i))) {
                    launcher.add(words.get(i++));
                }
                for (int more = 1; takesValue && more < option.least() && i < words.size(); more++) {
                    launcher.add(words.get(i++));
                }
                if (option.isLast()) {
                    break;
                }
            } else if (isJvmOption(word)) {
                jvm.add(word);
                if (JVM_WITH_VALUE.contains(word) && i < words.size()) {
                    jvm.add(words.get(i++));
                }
            } else {
                throw new WrongUsage(known.unknown(word));
            }
        }
        List<String> program = new ArrayList<>(words.subList(i, words.size()));
        if (!program.isEmpty() && program.get(0).equals("java") && launcher.indexOf("-jar") < 0) {
            Arguments rest = split(program.subList(1, program.size()), known);
            launcher.addAll(rest.launcher);
            jvm.addAll(rest.jvm);
            program = rest.program;
        }
        return new Arguments(launcher, jvm, program);
    }

    /**
     * A value that may be left out is a number: anything else is the next option or the program.
     */
    private static boolean isValue(Form option, String word) {
        return option.least() > 0 || word.matches("\\d+");
    }

    private static boolean isJvmOption(String word) {
        for (String prefix : JVM_PREFIXES) {
            if (word.startsWith(prefix)) {
                return true;
            }
        }
        for (String option : JVM_WITH_VALUE) {
            if (word.equals(option) || word.startsWith(option + "=")) {
                return true;
            }
        }
        return false;
    }
}
