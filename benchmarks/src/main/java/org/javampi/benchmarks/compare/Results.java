package org.javampi.benchmarks.compare;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.javampi.benchmarks.figures.Row;
import org.javampi.pages.json.Json;

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

    /** The distances of cores that rows were measured at. */
    public Set<Cores> cores() {
        Set<Cores> all = EnumSet.noneOf(Cores.class);
        measured.forEach(one -> all.add(one.flags().cores()));
        return all;
    }

    /** The rows that were measured at one distance of cores, without the failures. */
    public Results at(Cores distance) {
        Results part = new Results();
        part.machine.putAll(machine);
        measured.stream().filter(one -> one.flags().cores() == distance).forEach(part::add);
        return part;
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
        ((Map<?, ?>) all.get("machine")).forEach((name, value) -> results.describe((String) name, value));
        ((List<?>) all.get("failures")).forEach(what -> results.fail((String) what));
        ((List<?>) all.get("measured")).forEach(one -> results.add(Measured.of((Map<?, ?>) one)));
        return results;
    }

    /** The figure of a contestant or limit; NaN if there is none. */
    public double figure(Figure figure, String by, String medium, String benchmark, int ranks, long size) {
        List<Row> rows = measured.stream()
                .filter(one -> one.by().equals(by) && one.medium().equals(medium))
                .map(Measured::row)
                .filter(row -> row.benchmark().equals(benchmark))
                .filter(row -> row.ranks() == ranks && row.size() == size)
                .toList();
        if (rows.isEmpty()) {
            return Double.NaN;
        }
        boolean crowded = machine.get("cores") instanceof Number cores && ranks > cores.intValue();
        double[] rounds = rows.stream()
                .mapToDouble(row -> figure.ofRound(row.figures(), crowded))
                .toArray();
        return figure.ofRounds(rounds, Comparison.smallerIsBetter(rows.get(0).unit()));
    }

    double figure(Figure figure, String by, String medium, Row like) {
        return figure(figure, by, medium, like.benchmark(), like.ranks(), like.size());
    }

    /** One line for whatever a contestant has measured, in the order in which it was measured. */
    public List<Comparison> comparisons(Figure figure) {
        Set<String> seen = new LinkedHashSet<>();
        List<Comparison> lines = new ArrayList<>();
        for (Measured one : measured) {
            Row row = one.row();
            String key = row.benchmark() + " " + one.medium() + " " + row.ranks() + " " + row.size();
            boolean contested = List.of(Contestant.values()).stream()
                    .anyMatch(contestant -> contestant.title().equals(one.by()));
            if (contested && seen.add(key)) {
                lines.add(new Comparison(
                        row.benchmark(),
                        one.medium(),
                        row.ranks(),
                        row.size(),
                        row.unit(),
                        figure(figure, Contestant.JAVAMPI.title(), one.medium(), row),
                        figure(figure, Contestant.OPENMPI.title(), one.medium(), row),
                        figure(figure, Contestant.MPICH.title(), one.medium(), row)));
            }
        }
        return lines;
    }
}
