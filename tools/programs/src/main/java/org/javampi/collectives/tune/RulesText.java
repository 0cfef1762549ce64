package org.javampi.collectives.tune;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.javampi.core.spi.collective.Collective;

/**
 * Findings as rules: one for each run of neighbouring sizes with the same winner, with the figures
 * as comments before it. Between two measured sizes the border is their geometric mean.
 */
final class RulesText {
    private final int ranks;
    private final StringBuilder text = new StringBuilder();
    private int changes;

    /** For a world of {@code ranks}; the head is written first, as comments. */
    RulesText(int ranks, Findings findings) {
        this.ranks = ranks;
        findings.head().forEach(line -> text.append("# ").append(line).append('\n'));
        if (!findings.pulses().isEmpty()) {
            text.append("# ").append(states(findings.pulses())).append('\n');
        }
        for (Collective collective : Collective.values()) {
            List<Finding> found = findings.all().stream()
                    .filter(finding -> finding.cell().collective() == collective)
                    .toList();
            if (!found.isEmpty()) {
                add(collective, found);
            }
        }
    }

    private static String states(List<Double> pulses) {
        return String.format(
                Locale.ROOT,
                "Changes had to hold in later windows, %d in all, in which a barrier took %s us.",
                pulses.size(),
                pulses.stream()
                        .map(micros -> String.format(Locale.ROOT, "%.3f", micros))
                        .collect(Collectors.joining(", ")));
    }

    private void add(Collective collective, List<Finding> found) {
        text.append("\n# ").append(collective.label()).append('\n');
        int first = 0;
        while (first < found.size()) {
            int end = first + 1;
            Candidate winner = found.get(first).winner();
            while (end < found.size() && same(winner, found.get(end).winner())) {
                end++;
            }
            found.subList(first, end).forEach(this::figures);
            if (winner != null) {
                rule(collective, winner, range(found, first, end));
            }
            first = end;
        }
    }

    private static boolean same(Candidate one, Candidate other) {
        return one == null ? other == null : one.equals(other);
    }

    private void figures(Finding finding) {
        Verdict verdict = finding.verdict();
        text.append(String.format(
                Locale.ROOT,
                "# %8s B: built-in %.3f us",
                Bytes.text(finding.cell().bytes()),
                verdict.builtInMicros()));
        if (verdict.best() != null) {
            text.append(String.format(
                    Locale.ROOT,
                    ", %s %.3f us (%.2f)",
                    verdict.best().algorithm(),
                    verdict.micros(),
                    verdict.micros() / verdict.builtInMicros()));
            text.append(because(finding));
        }
        text.append('\n');
    }

    private static String because(Finding finding) {
        if (finding.verdict().winner() == null) {
            return finding.verdict().steady() ? ": not changed" : ": not changed, the times are unsteady";
        }
        Windows windows = finding.windows();
        String later = windows.ratioText() + " later";
        return switch (windows.stand()) {
            case HOLDS -> ", " + later;
            case FAILS -> ", " + later + ": not changed";
            case UNSTEADY -> ", " + later + ": not changed, later times are unsteady";
            case SLIGHT ->
                ", "
                        + later
                        + String.format(
                                Locale.ROOT,
                                ": not changed, the machine was in one state only and %.2f is asked for then",
                                Windows.IN_ONE_STATE);
        };
    }

    private void rule(Collective collective, Candidate winner, String range) {
        changes++;
        text.append(collective.label())
                .append('=')
                .append(winner.algorithm())
                .append(range)
                .append('@')
                .append(ranks)
                .append('?')
                .append(winner.condition())
                .append('\n');
    }

    /** {@code :LEAST-MOST} of the sizes from {@code first} to before {@code end}. */
    private static String range(List<Finding> found, int first, int end) {
        if (first == 0 && end == found.size()) {
            return "";
        }
        String least = first == 0 ? "" : Bytes.text(border(found, first) + 1);
        String most = end == found.size() ? "" : Bytes.text(border(found, end));
        return ":" + least + "-" + most;
    }

    /** Last size that belongs to what is before {@code index}. */
    private static long border(List<Finding> found, int index) {
        double below = found.get(index - 1).cell().bytes();
        return (long) Math.sqrt(below * found.get(index).cell().bytes());
    }

    /** Number of rules. */
    int changes() {
        return changes;
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
