package org.javampi.collectives.tune;

import java.util.List;
import java.util.Locale;
import org.javampi.core.spi.collective.Collective;

/**
 * Verdicts as rules: one for each run of neighbouring sizes with the same winner, with the figures
 * as comments before it. Between two measured sizes the border is their geometric mean.
 */
final class RulesText {
    private final int ranks;
    private final StringBuilder text = new StringBuilder();
    private int changes;

    /** For a world of {@code ranks}; {@code header} is written first, as comments. */
    RulesText(int ranks, List<String> header) {
        this.ranks = ranks;
        header.forEach(line -> text.append("# ").append(line).append('\n'));
    }

    /**
     * Adds a collective.
     *
     * @param sizes in bytes, ascending; one only where there is no size
     * @param verdicts one for each size
     */
    void add(Collective collective, List<Integer> sizes, List<Verdict> verdicts) {
        text.append("\n# ").append(collective.label()).append('\n');
        int first = 0;
        while (first < sizes.size()) {
            int end = first + 1;
            Candidate winner = verdicts.get(first).winner();
            while (end < sizes.size() && same(winner, verdicts.get(end).winner())) {
                end++;
            }
            for (int i = first; i < end; i++) {
                figures(sizes.get(i), verdicts.get(i));
            }
            if (winner != null) {
                rule(collective, winner, range(sizes, first, end));
            }
            first = end;
        }
    }

    private static boolean same(Candidate one, Candidate other) {
        return one == null ? other == null : one.equals(other);
    }

    private void figures(int size, Verdict verdict) {
        text.append(
                String.format(
                        Locale.ROOT,
                        "# %8s B: built-in %.3f us",
                        Bytes.text(size),
                        verdict.builtInMicros()));
        if (verdict.best() != null) {
            text.append(
                    String.format(
                            Locale.ROOT,
                            ", %s %.3f us (%.2f)%s",
                            verdict.best().algorithm(),
                            verdict.micros(),
                            verdict.micros() / verdict.builtInMicros(),
                            verdict.winner() != null
                                    ? ""
                                    : verdict.steady()
                                            ? ": not changed"
                                            : ": not changed, the times are unsteady"));
        }
        text.append('\n');
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
    private static String range(List<Integer> sizes, int first, int end) {
        if (first == 0 && end == sizes.size()) {
            return "";
        }
        String least = first == 0 ? "" : Bytes.text(border(sizes, first) + 1);
        String most = end == sizes.size() ? "" : Bytes.text(border(sizes, end));
        return ":" + least + "-" + most;
    }

    /** Last size that belongs to what is before {@code index}. */
    private static long border(List<Integer> sizes, int index) {
        return (long) Math.sqrt((double) sizes.get(index - 1) * sizes.get(index));
    }

    /** Rules written so far. */
    int changes() {
        return changes;
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
