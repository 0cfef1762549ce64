package org.javampi.benchmarks.compare;

import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.Locale;
import java.util.stream.DoubleStream;

/** Results for people: what is known about the machine, and a line for each comparison. */
public final class ResultTable {
    private static final String LINE = "%-11s %-6s %2s %7s %10s %10s %10s %-5s %6s %10s %10s %10s %6s%n";

    private final Results results;

    /** A table of these results. */
    public ResultTable(Results results) {
        this.results = results;
    }

    /** The whole text. */
    public String text() {
        StringBuilder out = new StringBuilder();
        results.machine().forEach((name, value) -> out.append(described(name, value)));
        out.append("# ratio: ours / the better one of the two; times: less is better, rates: more is\n");
        for (Cores distance : results.cores()) {
            Results part = results.at(distance);
            if (!part.comparisons(Figure.TYPICAL).isEmpty()) {
                out.append(heading(distance, part));
                lines(part, out);
            }
        }
        results.measured().stream()
                .filter(one -> one.by().equals("limit") && one.round() == 1)
                .forEach(one -> out.append(limit(one)));
        results.failures().forEach(what -> out.append("failed: ").append(what).append('\n'));
        return out.toString();
    }

    /** Between which figures a flag lay. */
    private static String heading(Cores distance, Results part) {
        if (distance == Cores.UNKNOWN) {
            return "";
        }
        DoubleSummaryStatistics flags = part.measured().stream()
                .flatMapToDouble(one ->
                        DoubleStream.of(one.flags().beforeUs(), one.flags().afterUs()))
                .summaryStatistics();
        return String.format(
                Locale.ROOT,
                "# cores %s: a flag took %.0f to %.0f ns from one to the other%n",
                distance,
                flags.getMin() * 1000,
                flags.getMax() * 1000);
    }

    private static void lines(Results part, StringBuilder out) {
        out.append(line(
                "benchmark",
                "medium",
                "np",
                "bytes",
                "javampi",
                "openmpi",
                "mpich",
                "unit",
                "ratio",
                "best:ours",
                "openmpi",
                "mpich",
                "ratio"));
        List<Comparison> typical = part.comparisons(Figure.TYPICAL);
        List<Comparison> best = part.comparisons(Figure.BEST);
        for (int i = 0; i < typical.size(); i++) {
            Comparison one = typical.get(i);
            Comparison fastest = best.get(i);
            out.append(line(
                    one.benchmark(),
                    one.medium(),
                    Integer.toString(one.ranks()),
                    Long.toString(one.size()),
                    number(one.ours(), one.unit()),
                    number(one.openmpi(), one.unit()),
                    number(one.mpich(), one.unit()),
                    one.unit(),
                    ratio(one.ratio()),
                    number(fastest.ours(), one.unit()),
                    number(fastest.openmpi(), one.unit()),
                    number(fastest.mpich(), one.unit()),
                    ratio(fastest.ratio())));
        }
    }

    private String limit(Measured one) {
        double typical = results.figure(Figure.TYPICAL, "limit", one.medium(), one.row());
        double best = results.figure(Figure.BEST, "limit", one.medium(), one.row());
        return line(
                one.row().benchmark(),
                one.medium(),
                Integer.toString(one.row().ranks()),
                Long.toString(one.row().size()),
                number(typical, one.row().unit()),
                "",
                "",
                one.row().unit(),
                "limit",
                number(best, one.row().unit()),
                "",
                "",
                "limit");
    }

    private static String line(Object... cells) {
        return String.format(Locale.ROOT, LINE, cells).replaceAll(" +(?=\\R)", "");
    }

    private static String described(String name, Object value) {
        boolean whole = value instanceof Double number && number == Math.rint(number);
        return "# " + name + ": " + (whole ? ((Double) value).longValue() : value) + "\n";
    }

    private static String ratio(double ratio) {
        return Double.isNaN(ratio) ? "-" : String.format(Locale.ROOT, "%.2f", ratio);
    }

    private static String number(double value, String unit) {
        if (Double.isNaN(value)) {
            return "-";
        }
        return String.format(Locale.ROOT, unit.equals("us") ? "%.3f" : "%.0f", value);
    }
}
