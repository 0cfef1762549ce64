package org.javampi.mpirun.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.javampi.mpirun.failure.WrongUsage;

/**
 * A job's programs, each with its options: on the command line with colons between them, or in a file with one on each
 * line. Words are only taken apart here.
 */
final class ProgramList {
    private static final String COLON = ":";

    private ProgramList() {}

    /** Whether words name more than one program. */
    static boolean isIn(List<String> words) {
        return words.contains(COLON);
    }

    /**
     * The words of each program.
     *
     * @throws WrongUsage when there are none between two colons
     */
    static List<List<String>> split(List<String> words) {
        List<List<String>> programs = new ArrayList<>();
        List<String> program = new ArrayList<>();
        programs.add(program);
        for (String word : words) {
            if (word.equals(COLON)) {
                program = new ArrayList<>();
                programs.add(program);
            } else {
                program.add(word);
            }
        }
        for (List<String> one : programs) {
            if (one.isEmpty() && programs.size() > 1) {
                throw new WrongUsage("':' stands between two programs: javampirun -np 2 A : -np 1 B");
            }
        }
        return programs;
    }

    /**
     * The programs of a file: one on each line, with its options; {@code #} begins a comment, a {@code \} at the end
     * of a line joins it with the next.
     *
     * @param option that has named the file
     * @throws WrongUsage when it cannot be read, or names no program
     */
    static List<List<String>> read(String option, Path file) {
        String text;
        try {
            text = Files.readString(file);
        } catch (IOException e) {
            throw new WrongUsage(option + " " + file + ": there is no such file that can be read", e);
        }
        List<List<String>> programs = new ArrayList<>();
        for (String line : text.replaceAll("\\\\\\R", " ").split("\\R")) {
            List<String> words = ArgumentFile.words(line);
            if (!words.isEmpty() && words.get(words.size() - 1).equals(COLON)) {
                words.remove(words.size() - 1);
            }
            if (!words.isEmpty()) {
                programs.addAll(split(words));
            }
        }
        if (programs.isEmpty()) {
            throw new WrongUsage(
                    option + " " + file + ": it names no program; write one on each line, such as: -np 2 Prog args");
        }
        return programs;
    }
}
