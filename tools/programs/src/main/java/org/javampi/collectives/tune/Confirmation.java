package org.javampi.collectives.tune;

import static org.javampi.MPI.*;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Measures again, in new processes and some time later, what {@link Tuner} has found to be faster:
 * one {@link Window} for each time that {@code javampirun tune} starts it. The last one writes the
 * rules that have held in all.
 */
public final class Confirmation {
    private Confirmation() {}

    /**
     * Arguments: the file with the findings, which is written anew; {@code --pause=MILLISECONDS}
     * before it measures; {@code --into=FILE} for the rules, if this is the last time, and {@code
     * --append} to keep what is in that file.
     */
    public static void main(String[] args) {
        MPI_Init(args);
        Words words = new Words(args);
        String into = words.take("--into", "");
        boolean append = words.take("--append");
        long pauseMillis = Long.parseLong(words.take("--pause", "0"));
        // All have read before rank 0 writes: there are barriers in what they measure.
        Findings findings = Findings.read(words.file());
        MPI_Barrier(MPI_COMM_WORLD);
        findings = after(findings, pauseMillis);
        if (MPI_Comm_rank(MPI_COMM_WORLD) == 0) {
            findings.write(words.file());
            if (!into.isEmpty()) {
                RulesText rules = new RulesText(MPI_Comm_size(MPI_COMM_WORLD), findings);
                write(Path.of(into), rules.toString(), append);
                tell(findings, rules, into);
            }
        }
        MPI_Finalize();
    }

    private static Findings after(Findings before, long pauseMillis) {
        if (before.open().isEmpty()) {
            return before;
        }
        Lookout.pause(pauseMillis);
        List<Finding> newer = new ArrayList<>();
        try (Lookout lookout =
                new Lookout(cell -> rule(before, cell), before.pulses().size())) {
            double pulse = lookout.open(
                    before.open().stream().map(Finding::cell).toList(),
                    (cell, window) -> newer.add(before.of(cell).with(window)));
            return before.with(pulse, newer);
        }
    }

    private static String rule(Findings findings, Cell cell) {
        return cell.collective().label() + "="
                + findings.of(cell).verdict().winner().algorithm();
    }

    private static void write(Path file, String text, boolean append) {
        try {
            if (append && Files.exists(file)) {
                Files.writeString(file, "\n" + text, StandardOpenOption.APPEND);
            } else {
                Files.writeString(file, text);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + file, e);
        }
    }

    private static void tell(Findings findings, RulesText rules, String file) {
        int ranks = MPI_Comm_size(MPI_COMM_WORLD);
        List<Finding> tried = findings.all().stream()
                .filter(one -> one.verdict().winner() != null)
                .toList();
        if (!tried.isEmpty()) {
            System.out.println("measured again for " + ranks + " ranks:");
            Table table = new Table(System.out, "other us", "ratio", "other");
            for (Finding one : tried) {
                table.row(
                        one.cell(),
                        one.windows().builtInMicros(),
                        one.windows().micros(),
                        one.windows().ratioText(),
                        switch (one.windows().stand()) {
                            case HOLDS -> "changed";
                            case FAILS -> "does not hold";
                            case UNSTEADY -> "unsteady";
                            case SLIGHT -> "too little, one state";
                        },
                        one.verdict().best().algorithm());
            }
        }
        System.out.println(summary(rules.changes(), ranks, file));
    }

    /** What a person does with a file of so many rules. */
    static String summary(int rules, int ranks, String file) {
        return switch (rules) {
            case 0 ->
                String.format(
                        Locale.ROOT,
                        "no rule for %d ranks: the built-in choices stand; %s has the figures",
                        ranks,
                        file);
            case 1 ->
                String.format(Locale.ROOT, "1 rule for %d ranks in %s: use it with --coll-file %s", ranks, file, file);
            default ->
                String.format(
                        Locale.ROOT,
                        "%d rules for %d ranks in %s: use them with --coll-file %s",
                        rules,
                        ranks,
                        file,
                        file);
        };
    }
}
