package org.javampi.pages.json;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * JSON (RFC 8259) from and to plain Java values: {@code Map<String, Object>} in order, {@code
 * List<Object>}, {@code String}, {@code Double}, {@code Boolean}, null.
 */
public final class Json {
    private final String text;
    private int at;

    private Json(String text) {
        this.text = text;
    }

    /**
     * What the text means; all numbers are {@code Double}.
     *
     * @throws IllegalArgumentException with the offset, if the text is not one JSON value
     */
    public static Object read(String text) {
        Json json = new Json(text);
        Object value = json.value();
        json.blanks();
        if (json.at < text.length()) {
            throw json.wrong("the end");
        }
        return value;
    }

    /**
     * The text of a value; each member of the outermost two levels stands on a line of its own.
     *
     * @throws IllegalArgumentException if a value is none of those named above, or not finite
     */
    public static String write(Object value) {
        StringBuilder out = new StringBuilder();
        write(out, value, 0);
        return out.append('\n').toString();
    }

    private static void write(StringBuilder out, Object value, int depth) {
        if (value instanceof Map<?, ?> map) {
            out.append('{');
            String between = "";
            for (Map.Entry<?, ?> entry : map.entrySet()) {
                newLine(out.append(between), depth + 1);
                string(out, (String) entry.getKey());
                write(out.append(": "), entry.getValue(), depth + 1);
                between = depth < 2 ? "," : ", ";
            }
            newLine(out, map.isEmpty() ? 3 : depth);
            out.append('}');
        } else if (value instanceof List<?> list) {
            out.append('[');
            String between = "";
            for (Object item : list) {
                newLine(out.append(between), depth + 1);
                write(out, item, depth + 1);
                between = depth < 2 ? "," : ", ";
            }
            newLine(out, list.isEmpty() ? 3 : depth);
            out.append(']');
        } else if (value instanceof String text) {
            string(out, text);
        } else if (value == null || value instanceof Boolean) {
            out.append(value);
        } else if (value instanceof Number number && Double.isFinite(number.doubleValue())) {
            double real = number.doubleValue();
            if (real == Math.rint(real) && Math.abs(real) < 1L << 53) {
                out.append((long) real);
            } else {
                out.append(real);
            }
        } else {
            throw new IllegalArgumentException("not a JSON value: " + value);
        }
    }

    private static void newLine(StringBuilder out, int depth) {
        if (depth <= 2) {
            out.append('\n').append("  ".repeat(depth));
        }
    }

    private static void string(StringBuilder out, String text) {
        out.append('"');
        for (char c : text.toCharArray()) {
            switch (c) {
                case '"' -> out.append("\\\"");
                case '\\' -> out.append("\\\\");
                case '\n' -> out.append("\\n");
                case '\t' -> out.append("\\t");
                case '\r' -> out.append("\\r");
                default -> {
                    if (c < 0x20) {
                        out.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
                    } else {
                        out.append(c);
                    }
                }
            }
        }
        out.append('"');
    }

    private Object value() {
        blanks();
        switch (at < text.length() ? text.charAt(at) : 0) {
            case '{':
                return object();
            case '[':
                return array();
            case '"':
                return string();
            case 't':
                return word("true", Boolean.TRUE);
            case 'f':
                return word("false", Boolean.FALSE);
            case 'n':
                return word("null", null);
            default:
                return number();
        }
    }

    private Map<String, Object> object() {
        Map<String, Object> members = new LinkedHashMap<>();
        at++;
        if (follows('}')) {
            return members;
        }
        do {
            blanks();
            String key = string();
            expect(':');
            members.put(key, value());
        } while (follows(','));
        expect('}');
        return members;
    }

    private List<Object> array() {
        List<Object> items = new ArrayList<>();
        at++;
        if (follows(']')) {
            return items;
        }
        do {
            items.add(value());
        } while (follows(','));
        expect(']');
        return items;
    }

    private String string() {
        if (at >= text.length() || text.charAt(at) != '"') {
            throw wrong("a string");
        }
        StringBuilder out = new StringBuilder();
        for (at++; at < text.length() && text.charAt(at) != '"'; at++) {
            char c = text.charAt(at);
            if (c != '\\') {
                out.append(c);
                continue;
            }
            at++;
            int plain = at < text.length() ? "\"\\/bfnrt".indexOf(text.charAt(at)) : -1;
            if (plain >= 0) {
                out.append("\"\\/\b\f\n\r\t".charAt(plain));
            } else if (at + 4 < text.length() && text.charAt(at) == 'u') {
                out.append((char) Integer.parseInt(text.substring(at + 1, at + 5), 16));
                at += 4;
            } else {
                throw wrong("an escape");
            }
        }
        if (at >= text.length()) {
            throw wrong("the end of a string");
        }
        at++;
        return out.toString();
    }

    private Object word(String word, Object meaning) {
        if (!text.startsWith(word, at)) {
            throw wrong(word);
        }
        at += word.length();
        return meaning;
    }

    private Double number() {
        int begin = at;
        while (at < text.length() && "+-.eE0123456789".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
        try {
            return Double.valueOf(text.substring(begin, at));
        } catch (NumberFormatException notOne) {
            at = begin;
            throw wrong("a value");
        }
    }

    private boolean follows(char c) {
        blanks();
        boolean does = at < text.length() && text.charAt(at) == c;
        at += does ? 1 : 0;
        return does;
    }

    private void expect(char c) {
        if (!follows(c)) {
            throw wrong("'" + c + "'");
        }
    }

    private void blanks() {
        while (at < text.length() && " \t\r\n".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
    }

    private IllegalArgumentException wrong(String expected) {
        return new IllegalArgumentException("JSON: expected " + expected + " at offset " + at);
    }
}
