package org.javampi.collectives.tune;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.javampi.core.spi.collective.Collective;

/**
 * All that is known for a number of ranks, as it goes from one job to the next: each line a word,
 * then its fields, with tabs between them.
 *
 * <pre>
 * head    TEXT
 * pulse   MICROS                             of a window
 * cell    COLLECTIVE BYTES BUILT_IN_MICROS STEADY WINS [ALGORITHM CONDITION SEGMENT MICROS]
 * window  STATE_MICROS BUILT_IN_MICROS MICROS OUTCOME          of the cell before it
 * </pre>
 *
 * @param head about the measurement, for people
 * @param pulses of the windows so far, in microseconds
 * @param all by collective and ascending size
 */
record Findings(List<String> head, List<Double> pulses, List<Finding> all) {
    private static final int CELL_WITHOUT_CANDIDATE = 6;

    Findings {
        head = List.copyOf(head);
        pulses = List.copyOf(pulses);
        all = all.stream()
                .sorted(Comparator.comparing((Finding one) -> one.cell().collective())
                        .thenComparing(one -> one.cell().bytes()))
                .toList();
    }

    /** Those for which a change is still possible. */
    List<Finding> open() {
        return all.stream().filter(Finding::isOpen).toList();
    }

    /** The one about a cell that there is. */
    Finding of(Cell cell) {
        return all.stream().filter(one -> one.cell().equals(cell)).findFirst().orElseThrow();
    }

    /** With the findings of a further window in place of those for the same cells. */
    Findings with(double pulse, List<Finding> newer) {
        List<Finding> merged = new ArrayList<>(newer);
        for (Finding old : all) {
            if (newer.stream().noneMatch(one -> one.cell().equals(old.cell()))) {
                merged.add(old);
            }
        }
        List<Double> longer = new ArrayList<>(pulses);
        longer.add(pulse);
        return new Findings(head, longer, merged);
    }

    /** Reads what {@link #toString} gives. */
    static Findings parse(String text) {
        List<String> head = new ArrayList<>();
        List<Double> pulses = new ArrayList<>();
        List<Finding> all = new ArrayList<>();
        for (String line : text.lines().toList()) {
            String[] fields = line.split("\t", -1);
            switch (fields[0]) {
                case "head" -> head.add(fields[1]);
                case "pulse" -> pulses.add(Double.valueOf(fields[1]));
                case "cell" -> all.add(finding(fields));
                case "window" -> all.add(all.remove(all.size() - 1).with(window(fields)));
                default -> throw new IllegalArgumentException("no line of findings: " + line);
            }
        }
        return new Findings(head, pulses, all);
    }

    private static Finding finding(String[] fields) {
        Candidate best = null;
        double micros = Double.NaN;
        if (fields.length > CELL_WITHOUT_CANDIDATE) {
            best = new Candidate(fields[6], fields[7], Long.parseLong(fields[8]));
            micros = Double.parseDouble(fields[9]);
        }
        Verdict verdict = new Verdict(
                Boolean.parseBoolean(fields[5]) ? best : null,
                best,
                micros,
                Double.parseDouble(fields[3]),
                Boolean.parseBoolean(fields[4]));
        Cell cell = new Cell(Collective.valueOf(fields[1]), Integer.parseInt(fields[2]));
        return new Finding(cell, verdict);
    }

    private static Window window(String[] fields) {
        return new Window(
                Double.parseDouble(fields[1]),
                Double.parseDouble(fields[2]),
                Double.parseDouble(fields[3]),
                Outcome.valueOf(fields[4]));
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        head.forEach(line -> line(text, "head", line.replace('\t', ' ')));
        pulses.forEach(pulse -> line(text, "pulse", pulse));
        for (Finding finding : all) {
            Verdict verdict = finding.verdict();
            List<Object> fields = new ArrayList<>(List.of(
                    "cell",
                    finding.cell().collective().name(),
                    finding.cell().bytes(),
                    verdict.builtInMicros(),
                    verdict.steady(),
                    verdict.winner() != null));
            if (verdict.best() != null) {
                fields.add(verdict.best().algorithm());
                fields.add(verdict.best().condition());
                fields.add(verdict.best().segment());
                fields.add(verdict.micros());
            }
            line(text, fields.toArray());
            for (Window window : finding.windows().all()) {
                line(text, "window", window.stateMicros(), window.builtInMicros(), window.micros(), window.outcome());
            }
        }
        return text.toString();
    }

    private static void line(StringBuilder text, Object... fields) {
        for (int i = 0; i < fields.length; i++) {
            text.append(i == 0 ? "" : "\t").append(fields[i]);
        }
        text.append('\n');
    }

    /** Reads a file that {@link #write} has written. */
    static Findings read(Path file) {
        try {
            return parse(Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }

    /** For the next job. */
    void write(Path file) {
        try {
            Files.writeString(file, toString());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + file, e);
        }
    }
}
