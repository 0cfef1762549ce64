package org.javampi.benchmarks.regression;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Ratios by name, as in {@code baselines.tsv}: a line {@code name TAB ratio} each, {@code #} before
 * comments.
 */
final class Measured {
    /** A ratio is reported as worse above so many times its baseline. */
    static final double TOLERANCE = 1.25;

    private Measured() {}

    static Map<String, Double> read(List<String> lines) {
        Map<String, Double> ratios = new LinkedHashMap<>();
        for (String line : lines) {
            if (!line.isBlank() && !line.startsWith("#")) {
                String[] cells = line.split("\t");
                ratios.put(cells[0], Double.valueOf(cells[1]));
            }
        }
        return ratios;
    }

    static List<String> write(String head, Map<String, Double> ratios) {
        List<String> lines = new ArrayList<>();
        lines.add("# " + head);
        ratios.forEach((name, ratio) -> lines.add(String.format(Locale.ROOT, "%s\t%.2f", name, ratio)));
        return lines;
    }

    /** A line for each ratio: now, its baseline, their quotient, and what that means. */
    static List<String> compare(Map<String, Double> now, Map<String, Double> baselines) {
        List<String> lines = new ArrayList<>();
        lines.add(String.format(Locale.ROOT, "%-44s %9s %9s %7s", "ratio to the raw limit", "now", "baseline", ""));
        now.forEach((name, ratio) -> {
            Double baseline = baselines.get(name);
            lines.add(
                    baseline == null
                            ? String.format(Locale.ROOT, "%-44s %9.2f %9s  new", name, ratio, "-")
                            : String.format(
                                    Locale.ROOT,
                                    "%-44s %9.2f %9.2f %7.2f%s",
                                    name,
                                    ratio,
                                    baseline,
                                    ratio / baseline,
                                    verdict(ratio / baseline)));
        });
        return lines;
    }

    private static String verdict(double quotient) {
        return quotient > TOLERANCE ? "  WORSE" : quotient < 1 / TOLERANCE ? "  better" : "";
    }
}
