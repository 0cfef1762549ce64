package org.javampi.collectives.tune;

import static org.javampi.MPI.*;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import org.javampi.core.spi.collective.Collective;
import org.javampi.river.platform.Platform;

/**
 * Looks on this machine for collective algorithms that are faster than the built-in choices. An
 * ordinary program; {@code javampirun tune} starts it, and then {@link Confirmation}, which writes
 * the rules.
 *
 * <p>For each collective and size all candidates run a few short rounds; the fastest three then run
 * in turn with the built-in choice, and a {@link Verdict} decides. All ranks take the time of the
 * slowest, so that all come to the same decisions.
 */
public final class Tuner {
    private static final int FINALISTS = 3;
    private static final int SCREENING_ROUNDS = 3;

    /** So many times the rounds where the first were unsteady. */
    private static final int PATIENCE = 4;

    private final Place place = Place.of(MPI_COMM_WORLD);
    private final boolean quick;
    private final int rounds;
    private final Stopwatch watch;
    private final Table table;
    private final List<Finding> findings = new ArrayList<>();

    private final int cores;

    private Tuner(boolean quick, int cores) {
        this.cores = cores;
        this.quick = quick;
        rounds = quick ? 7 : 11;
        watch = new Stopwatch(quick ? 2_000 : 5_000);
        boolean tells = MPI_Comm_rank(MPI_COMM_WORLD) == 0;
        table = new Table(tells ? System.out : null, "other us", "ratio", "other");
    }

    /**
     * Arguments: the file for the findings, {@code --quick} for few sizes and default parameters
     * only, {@code --about=TEXT} for the head of the rules, and collectives, or none for all.
     */
    public static void main(String[] args) {
        // Before the rank's thread may be bound to one of them.
        int cores = Runtime.getRuntime().availableProcessors();
        MPI_Init(args);
        Words words = new Words(args);
        boolean quick = words.take("--quick");
        String about = words.take("--about", "javampi");
        List<Collective> collectives = words.collectives();
        Tuner tuner = new Tuner(quick, cores);
        collectives.forEach(tuner::tune);
        if (MPI_Comm_rank(MPI_COMM_WORLD) == 0) {
            new Findings(tuner.head(about), List.of(), tuner.findings).write(words.file());
        }
        MPI_Finalize();
    }

    private List<String> head(String about) {
        return List.of(
                "Collective algorithms for " + place.ranks() + " ranks on one host, measured by " + about,
                LocalDate.now(ZoneOffset.UTC)
                        + ", "
                        + Platform.current().processor()
                        + ", "
                        + cores
                        + (cores == 1 ? " core, " : " cores, ")
                        + Platform.current().system()
                        + " "
                        + System.getProperty("os.version")
                        + ", Java "
                        + Runtime.version(),
                String.format(
                        Locale.ROOT,
                        "Lower quartiles of %d alternating rounds or more; changed where at least %.0f %% less, each time.",
                        rounds,
                        Duel.MARGIN * 100));
    }

    private void tune(Collective collective) {
        List<Candidate> candidates = Candidate.of(collective, place, quick, Tuner.class.getClassLoader());
        warmUp(collective, candidates);
        for (int bytes : Grid.sizes(collective, place.ranks(), quick)) {
            Cell cell = new Cell(collective, bytes);
            Verdict verdict = verdict(cell, candidates);
            findings.add(new Finding(cell, verdict));
            table.row(
                    cell,
                    verdict.builtInMicros(),
                    verdict.micros(),
                    verdict.best() == null
                            ? ""
                            : String.format(Locale.ROOT, "%.2f", verdict.micros() / verdict.builtInMicros()),
                    verdict.winner() != null ? "faster, to be confirmed" : verdict.steady() ? "" : "unsteady",
                    verdict.best() == null ? "" : verdict.best().algorithm());
        }
    }

    private Verdict verdict(Cell cell, List<Candidate> candidates) {
        List<Candidate> finalists = screened(cell, candidates);
        Verdict verdict = finals(cell, finalists, rounds);
        if (!verdict.steady()) {
            verdict = finals(cell, finalists, rounds * PATIENCE);
        }
        if (verdict.winner() == null) {
            return verdict;
        }
        Verdict second = finals(cell, List.of(verdict.winner()), rounds);
        return second.winner() != null ? verdict : verdict.unchanged();
    }

    /** Lets the compiler see every candidate before the first is measured. */
    private void warmUp(Collective collective, List<Candidate> candidates) {
        Cell cell = new Cell(collective, collective == Collective.BARRIER ? 0 : 1024);
        for (Candidate candidate : candidates) {
            try (CollectiveCall call = call(cell, candidate)) {
                for (int i = 0; i < 3; i++) {
                    watch.round(call, watch.calls(call));
                }
            }
        }
    }

    private static CollectiveCall call(Cell cell, Candidate candidate) {
        return new CollectiveCall(
                MPI_COMM_WORLD,
                cell.collective(),
                candidate == null ? CollectiveCall.BUILT_IN : candidate.algorithm(),
                cell.bytes());
    }

    /** The few that are worth measuring well: those with the least round of all. */
    private List<Candidate> screened(Cell cell, List<Candidate> candidates) {
        Map<Candidate, Double> least = new LinkedHashMap<>();
        for (Candidate candidate : candidates) {
            if (candidate.isFor(cell.bytes())) {
                try (CollectiveCall call = call(cell, candidate)) {
                    int calls = watch.calls(call);
                    double best = Double.POSITIVE_INFINITY;
                    for (int i = 0; i < SCREENING_ROUNDS; i++) {
                        best = Math.min(best, watch.round(call, calls));
                    }
                    least.put(candidate, best);
                }
            }
        }
        return least.entrySet().stream()
                .sorted(Comparator.comparingDouble(entry -> entry.getValue()))
                .limit(FINALISTS)
                .map(Map.Entry::getKey)
                .toList();
    }

    private Verdict finals(Cell cell, List<Candidate> finalists, int rounds) {
        List<Supplier<CollectiveCall>> makers = new ArrayList<>();
        makers.add(() -> call(cell, null));
        finalists.forEach(candidate -> makers.add(() -> call(cell, candidate)));
        double[][] micros = watch.inTurn(makers, cell.bytes(), rounds);
        Map<Candidate, double[]> figures = new LinkedHashMap<>();
        for (int i = 0; i < finalists.size(); i++) {
            figures.put(finalists.get(i), micros[i + 1]);
        }
        return Verdict.of(micros[0], figures);
    }
}
