package org.javampi.mpirun.hosts;

/** A word in a line that a shell reads. */
public final class ShellWord {
    /** What no shell takes for anything else, besides letters and digits. */
    private static final String PLAIN = "_@%+=:,./-";

    private ShellWord() {}

    /** The word as any shell reads it back, POSIX shells and others. */
    public static String of(String word) {
        return isPlain(word) ? word : "'" + word.replace("'", "'\\''") + "'";
    }

    private static boolean isPlain(String word) {
        boolean plain = !word.isEmpty();
        for (int i = 0; i < word.length(); i++) {
            char c = word.charAt(i);
            plain &= c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || PLAIN.indexOf(c) >= 0;
        }
        return plain;
    }
}
