package org.javampi.mpirun;

import java.util.Collection;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;

/** Finds the option or setting that was probably meant. */
final class Spelling {
    /** Mistyped letters, at most; never more than half of them, dashes apart. */
    private static final int FARTHEST = 3;

    /** Options of other launchers that have no counterpart, and what to write instead. */
    private static final Map<String, String> ELSEWHERE = Map.of(
            "mca",
            "there are no MCA parameters here; --transport chooses the transport, --coll"
                    + " collective algorithms, --set key=value what --list-settings names",
            "genv",
            "write -x NAME=VALUE",
            "env",
            "write -x NAME=VALUE",
            "genvlist",
            "write -x NAME for each variable",
            "rf",
            "ranks are placed by -hostfile, -host and --map-by",
            "rankfile",
            "ranks are placed by -hostfile, -host and --map-by",
            "configfile",
            "all ranks run one program, which branches by its rank");

    private Spelling() {}

    /** The refusal of an unknown option. */
    static String unknown(String word, CommandSpec spec) {
        String name = word.split("=", 2)[0];
        String elsewhere = ELSEWHERE.get(letters(name));
        if (elsewhere != null) {
            return "unknown option " + name + ": " + elsewhere;
        }
        Optional<String> nearest = nearest(name, spec);
        return "unknown option "
                + name
                + nearest.map(option -> ": did you mean " + option + "?").orElse("")
                + " (options for the program go behind its name; javampirun --help lists the"
                + " launcher's)";
    }

    /** The option most like {@code name}, if any is. */
    static Optional<String> nearest(String name, CommandSpec spec) {
        return nearest(name, spec.optionsMap().keySet());
    }

    /** The one of {@code names} most like {@code name}, if any is. */
    static Optional<String> nearest(String name, Collection<String> names) {
        return names.stream()
                .min(Comparator.comparingInt(known -> distance(name, known)))
                .filter(known -> distance(name, known)
                        <= Math.min(FARTHEST, letters(name).length() / 2));
    }

    /** An option's name without its dashes. */
    private static String letters(String name) {
        return name.replaceFirst("^-+", "");
    }

    /** Number of letters to insert, delete or change (Levenshtein 1966). */
    private static int distance(String one, String other) {
        int[] row = new int[other.length() + 1];
        for (int j = 0; j < row.length; j++) {
            row[j] = j;
        }
        for (int i = 1; i <= one.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j < row.length; j++) {
                int change = diagonal + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(change, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[other.length()];
    }
}
