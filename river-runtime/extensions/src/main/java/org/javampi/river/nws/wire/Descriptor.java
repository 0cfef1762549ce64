package org.javampi.river.nws.wire;

/**
 * What a value's bytes are.
 *
 * <pre>
 *   bits 24..31  language whose client has serialised it
 *   bit 1        with bit 0: raw bytes, not a text
 *   bit 0        plain: readable by every language
 * </pre>
 */
public final class Descriptor {
    /** A plain text; also of listings and names. */
    public static final long TEXT = 1;

    /** Plain bytes that are no text, added to {@link #TEXT}. */
    public static final long RAW = 2;

    /** A value of a Java client: Java serialisation unless plain. */
    public static final long JAVA = 7L << 24;

    private static final String[] LANGUAGES = {
        "an unknown language",
        "Python",
        "Matlab",
        "R",
        "Perl",
        "Ruby",
        "Octave",
        "Java",
        "C#",
        "Objective C",
        "Emacs Lisp"
    };

    private Descriptor() {}

    /** Whether every language can read it. */
    public static boolean isPlain(long descriptor) {
        return (descriptor & TEXT) != 0;
    }

    /** Whether it is a plain text. */
    public static boolean isText(long descriptor) {
        return (descriptor & (TEXT | RAW)) == TEXT;
    }

    /** Whether a Java client has serialised it. */
    public static boolean isJava(long descriptor) {
        return (descriptor & 0xff000000L) == JAVA;
    }

    /** The language's name. */
    public static String language(long descriptor) {
        int number = (int) (descriptor >>> 24 & 0xff);
        return number < LANGUAGES.length ? LANGUAGES[number] : "language " + number;
    }
}
