package org.javampi.checkpoint.viewer;

import java.util.Locale;

/** Single values as text, on one line. */
final class Leaves {
    private static final int LONGEST = 60;

    private Leaves() {}

    /** A primitive value. */
    static String of(Object value) {
        return value instanceof Character c ? "'" + escape(c.toString()) + "'" : value.toString();
    }

    /** A string in quotes, cut when it is long. */
    static String quoted(String text) {
        if (text.length() <= LONGEST) {
            return '"' + escape(text) + '"';
        }
        return '"' + escape(text.substring(0, LONGEST)) + "\"... (" + text.length() + " characters)";
    }

    private static String escape(String text) {
        StringBuilder plain = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\n') {
                plain.append("\\n");
            } else if (c == '"' || c == '\\') {
                plain.append('\\').append(c);
            } else if (Character.isISOControl(c) || Character.isSurrogate(c)) {
                plain.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
            } else {
                plain.append(c);
            }
        }
        return plain.toString();
    }
}
