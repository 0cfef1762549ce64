package org.javampi.mpirun.cli;

import java.util.ArrayList;
import java.util.LinkedList;
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
            "-verbose:",
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

    /** Options whose number may follow without a space. */
    private static final List<String> COUNTS = List.of("-np", "--np", "-n", "-c", "-N", "-ppn", "--ppn");

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

    /** The same with more options of the JVM behind its own. */
    Arguments withJvmOptions(List<String> more) {
        List<String> all = new ArrayList<>(jvm);
        all.addAll(more);
        return new Arguments(launcher, all, program);
    }

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
     * Takes {@code words} apart by the options that are known. Files of arguments before the program are read.
     *
     * @throws WrongUsage when one is not
     */
    static Arguments split(List<String> words, Known known) {
        List<String> launcher = new ArrayList<>();
        List<String> jvm = new ArrayList<>();
        Words rest = new Words(words);
        while (rest.isOption()) {
            String word = rest.next();
            int digits = digitsOf(word);
            if (digits > 0) {
                launcher.add(word.substring(0, digits));
                launcher.add(word.substring(digits));
                continue;
            }
            Form option = known.form(word.split("=", 2)[0]);
            if (option != null) {
                launcher.add(word);
                boolean takesValue = option.most() > 0 && !word.contains("=");
                if (takesValue && !rest.isEmpty() && isValue(option, rest.first())) {
                    launcher.add(rest.next());
                }
                for (int more = 1; takesValue && more < option.least() && !rest.isEmpty(); more++) {
                    launcher.add(rest.next());
                }
                if (option.isLast()) {
                    break;
                }
            } else if (isJvmOption(word)) {
                jvm.add(word);
                if (JVM_WITH_VALUE.contains(word) && !rest.isEmpty()) {
                    jvm.add(rest.next());
                }
            } else {
                throw new WrongUsage(known.unknown(word));
            }
        }
        List<String> program = rest.left();
        if (!program.isEmpty() && program.get(0).equals("java") && launcher.indexOf("-jar") < 0) {
            Arguments behind = split(program.subList(1, program.size()), known);
            launcher.addAll(behind.launcher);
            jvm.addAll(behind.jvm);
            program = behind.program;
        }
        return new Arguments(launcher, jvm, program);
    }

    /** Words that are taken one by one; {@code @FILE} is replaced when it comes first. */
    private static final class Words {
        private final LinkedList<String> left;
        private boolean areFilesRead = true;

        /** How many of the first words are of a file. */
        private int literal;

        Words(List<String> words) {
            left = new LinkedList<>(words);
        }

        boolean isEmpty() {
            return first() == null;
        }

        boolean isOption() {
            String word = first();
            return word != null && word.startsWith("-") && word.length() > 1;
        }

        /** The first word, or null; the words of a file are not looked at again. */
        String first() {
            while (areFilesRead && literal == 0 && !left.isEmpty()) {
                String word = left.getFirst();
                if (word.equals(ArgumentFile.DISABLE)) {
                    left.removeFirst();
                    areFilesRead = false;
                } else if (ArgumentFile.isNamedBy(word)) {
                    left.removeFirst();
                    List<String> words = ArgumentFile.expand(word);
                    left.addAll(0, words);
                    literal = words.size();
                } else {
                    break;
                }
            }
            return left.peekFirst();
        }

        String next() {
            String word = first();
            left.removeFirst();
            literal = Math.max(0, literal - 1);
            return word;
        }

        /** All that is left, as it is. */
        List<String> left() {
            return new ArrayList<>(left);
        }
    }

    /** Where the number begins in {@code -np4}, as srun and others have it; 0 for another word. */
    private static int digitsOf(String word) {
        for (String option : COUNTS) {
            if (word.startsWith(option) && word.length() > option.length()) {
                String rest = word.substring(option.length());
                if (rest.chars().allMatch(c -> c >= '0' && c <= '9')) {
                    return option.length();
                }
            }
        }
        return 0;
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
