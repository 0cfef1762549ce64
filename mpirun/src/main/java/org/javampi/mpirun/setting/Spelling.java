package org.javampi.mpirun.setting;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** Finds the name that was probably meant. */
public final class Spelling {
    /** Mistyped letters, at most; never more than half of them, dashes apart. */
    private static final int FARTHEST = 3;

    private Spelling() {}

    /** The one of {@code names} most like {@code name}, if any is. */
    public static Optional<String> nearest(String name, Collection<String> names) {
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
