package org.javampi.mpirun.plan;

/**
 * What becomes of the ranks' output.
 *
 * @param labels whether lines begin with {@code [rank]}
 * @param pattern what lines begin with: %r is the rank, %h its host, %% a percent sign; or null
 * @param timestamps whether lines begin with the time
 * @param file both outputs of each rank go to this file with the rank behind its name; or null
 * @param outPattern the file of each rank's standard output, with %r and %h; or null
 * @param errPattern the same of standard error
 * @param merged whether standard error goes where standard output goes
 * @param grouped whether lines that several ranks write alike are shown once
 */
public record OutputPlan(
        boolean labels,
        String pattern,
        boolean timestamps,
        String file,
        String outPattern,
        String errPattern,
        boolean merged,
        boolean grouped) {
    /** A pattern with a rank's own values. */
    public static String expand(String pattern, int rank, String host) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < pattern.length(); i++) {
            char c = pattern.charAt(i);
            char next = c == '%' && i + 1 < pattern.length() ? pattern.charAt(++i) : 0;
            switch (next) {
                case 0 -> text.append(c);
                case 'r' -> text.append(rank);
                case 'h' -> text.append(host);
                case '%' -> text.append('%');
                default -> text.append('%').append(next);
            }
        }
        return text.toString();
    }
}
