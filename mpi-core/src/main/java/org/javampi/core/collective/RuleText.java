package org.javampi.core.collective;

/**
 * A rule taken apart, nothing of it understood yet: {@code
 * collective=algorithm(parameters):bytes@ranks?condition}, all behind the algorithm optional. By
 * hand: each start of a rank reads the built-in rules, and regular expressions would take longer
 * than all else that is done for them.
 *
 * @param parameters what is between the parentheses; null, as those behind it, when left out
 */
record RuleText(String collective, String algorithm, String parameters, String bytes, String ranks, String condition) {
    /** Takes {@code rule} apart; null for one that is not of this form. */
    static RuleText of(String rule) {
        int left = wordEnd(rule, 0);
        int equals = blanksEnd(rule, left);
        int name = blanksEnd(rule, equals + 1);
        int at = wordEnd(rule, name);
        if (left == 0 || !is(rule, equals, '=') || at == name) {
            return null;
        }
        String algorithm = rule.substring(name, at);
        String parameters = null;
        String bytes = null;
        String ranks = null;
        String condition = null;
        if (is(rule, at, '(')) {
            int end = rule.indexOf(')', at);
            if (end < 0) {
                return null;
            }
            parameters = rule.substring(at + 1, end);
            at = end + 1;
        }
        if (is(rule, at, ':')) {
            int end = before(rule, '@', before(rule, '?', rule.length(), at), at);
            bytes = rule.substring(at + 1, end);
            at = end;
        }
        if (is(rule, at, '@')) {
            int end = before(rule, '?', rule.length(), at);
            ranks = rule.substring(at + 1, end);
            at = end;
        }
        if (is(rule, at, '?')) {
            int end = wordEnd(rule, at + 1);
            if (end == at + 1) {
                return null;
            }
            condition = rule.substring(at + 1, end);
            at = end;
        }
        return at == rule.length()
                ? new RuleText(rule.substring(0, left), algorithm, parameters, bytes, ranks, condition)
                : null;
    }

    private static boolean is(String rule, int at, char c) {
        return at < rule.length() && rule.charAt(at) == c;
    }

    /** Where {@code c} stands from {@code at} on, if before {@code end}. */
    private static int before(String rule, char c, int end, int at) {
        int found = rule.indexOf(c, at);
        return found >= 0 && found < end ? found : end;
    }

    private static int wordEnd(String rule, int at) {
        int end = at;
        while (end < rule.length() && isWord(rule.charAt(end))) {
            end++;
        }
        return end;
    }

    private static boolean isWord(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '_';
    }

    private static int blanksEnd(String rule, int at) {
        int end = at;
        while (end < rule.length() && rule.charAt(end) <= ' ') {
            end++;
        }
        return end;
    }
}
