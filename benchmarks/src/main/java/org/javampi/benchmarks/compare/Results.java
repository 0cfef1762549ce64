package org.javampi.benchmarks.compare;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.javampi.benchmarks.figures.Row;
import org.javampi.benchmarks.figures.Summary;
import org.javampi.benchmarks.json.Json;

/** All that one run of the comparison has found, and where it was found. */
public final class Results {
    private final Map<String, Object> machine = new LinkedHashMap<>();
    private final List<Measured> measured = new ArrayList<>();
    private final List<String> failures = new ArrayList<>();

    /** Says something about the machine or the programs: {@code cores}, {@code commit}. */
    public void describe(String name, Object value) {
        machine.put(name, value);
    }

    /** Adds a row. */
    public void add(Measured one) {
        measured.add(one);
    }

    /** Notes that a job has failed: its figures are missing. */
    public void fail(String what) {
        failures.add(what);
    }

    /** What has been described. */
    public Map<String, Object> machine() {
        return Collections.unmodifiableMap(machine);
    }

    /** All rows. */
    public List<Measured> measured() {
        return Collections.unmodifiableList(measured);
    }

    /** The jobs that failed. */
    public List<String> failures() {
        return Collections.unmodifiableList(failures);
    }

    /** Everything as JSON. */
    public String json() {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("machine", machine);
        all.put("failures", failures);
        all.put("measured", measured.stream().map(Measured::members).toList());
        return Json.write(all);
    }

    /** What {@link #json} wrote. */
    public static Results of(String json) {
        Map<?, ?> all = (Map<?, ?>) Json.read(json);
        Results results = new Results();
        ((Map<?, ?>) all.get("machine"))
                .forEach((name, value) -> results.describe((String) name, value));
        ((List<?>) all.get("failures")).forEach(what -> results.fail((String) what));
        ((List<?>) all.get("measured")).forEach(one -> results.add(Measured.of((Map<?, ?>) one)));
        return results;
    }

    /**
     * A contestant's figure: the median over the rounds of each round's p50; of each round's mean
     * where ranks outnumber cores, because there a sample either contains a time slice of another
     * rank or it does not, and the median of such samples says nothing. NaN if there is none.
     */
    public double figure(String by, String medium, String benchmark, int ranks, long size) {
        double[] rounds =
                measured.stream()
                        .filter(one -> one.by().equals(by) && one.medium().equals(medium))
                        .map(Measured::row)
                        .filter(row -> row.benchmark().equals(benchmark))
                        .filter(row -> row.ranks() == ranks && row.size() == size)
                        .mapToDouble(row -> figure(row.ranks(), row.figures()))
                        .toArray();
        return rounds.length == 0 ? Double.NaN : Summary.median(rounds);
    }

    private double figure(int ranks, Summary figures) {
        Object cores = machine.get("cores");
        boolean crowded = cores instanceof Number number && ranks > number.intValue();
        return crowded ? figures.mean() : figures.p50();
    }

    private double figure(String by, String medium, Row like) {
        return figure(by, medium, like.benchmark(), like.ranks(), like.size());
    }

    /** One line for whatever a contestant has measured, in the order in which it was measured. */
    public List<Comparison> comparisons() {
        Set<String> seen = new LinkedHashSet<>();
        List<Comparison> lines = new ArrayList<>();
        for (Measured one : measured) {
            Row row = one.row();
            String key =
                    row.benchmark() + " " + one.medium() + " " + row.ranks() + " " + row.size();
            boolean contested =
                    List.of(Contestant.values()).stream()
                            .anyMatch(contestant -> contestant.title().equals(one.by()));
            if (contested && seen.add(key)) {
                lines.add(
                        new Comparison(
                                row.benchmark(),
                                one.medium(),
                                row.ranks(),
                                row.size(),
                                row.unit(),
                                figure(Contestant.JAVAMPI.title(), one.medium(), row),
                                figure(Contestant.OPENMPI.title(), one.medium(), row),
                                figure(Contestant.MPICH.title(), one.medium(), row)));
            }
        }
        return lines;
    }

    /** The table for people, with what is known about the machine above it. */
    public String table() {
        StringBuilder out = new StringBuilder();
        machine.forEach(
                (name, value) ->
                        out.append("# ")
                                .append(name)
                                .append(": ")
                                .append(text(value))
                                .append('\n'));
        out.append("# ratio: ours / best of the two; times: less is better, rates: more is\n");
        out.append(
                String.format(
                        "%-12s %-6s %3s %8s %12s %12s %12s %-5s %6s%n",
                        "benchmark",
                        "medium",
                        "np",
                        "bytes",
                        "javampi",
                        "openmpi",
                        "mpich",
                        "unit",
                        "ratio"));
        for (Comparison line : comparisons()) {
            out.append(
                    String.format(
                            Locale.ROOT,
                            "%-12s %-6s %3d %8d %12s %12s %12s %-5s %6s%n",
                            line.benchmark(),
                            line.medium(),
                            line.ranks(),
                            line.size(),
                            number(line.ours(), line.unit()),
                            number(line.openmpi(), line.unit()),
                            number(line.mpich(), line.unit()),
                            line.unit(),
                            Double.isNaN(line.ratio())
                                    ? "-"
                                    : String.format(Locale.ROOT, "%.2f", line.ratio())));
        }
        measured.stream()
                .filter(one -> one.by().equals("limit") && one.round() == 1)
                .forEach(
                        one -> {
                            double limit = figure("limit", one.medium(), one.row());
                            out.append(
                                    String.format(
                                            Locale.ROOT,
                                            "%-12s %-6s %3d %8d %12s %12s %12s %-5s %6s%n",
                                            one.row().benchmark(),
                                            one.medium(),
                                            one.row().ranks(),
                                            one.row().size(),
                                            number(limit, one.row().unit()),
                                            "",
                                            "",
                                            one.row().unit(),
                                            "limit"));
                        });
        failures.forEach(what -> out.append("failed: ").append(what).append('\n'));
        return out.toString();
    }

    static String number(double value, String unit) {
        if (Double.isNaN(value)) {
            return "-";
        }
        return String.format(Locale.ROOT, unit.equals("us") ? "%.3f" : "%.0f", value);
    }

    private static String text(Object value) {
        return value instanceof Double number && number == Math.rint(number)
                ? Long.toString(number.longValue())
                : String.valueOf(value);
    }
}
