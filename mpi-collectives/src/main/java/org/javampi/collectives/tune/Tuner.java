package org.javampi.collectives.tune;

import static org.javampi.MPI.*;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.javampi.core.spi.collective.Collective;

/**
 * Measures on this machine which collective algorithms are faster than the built-in choices, and
 * writes rules that choose them. An ordinary program; {@code javampirun tune} starts it.
 *
 * <p>For each collective and size all candidates run a few short rounds; the fastest three then run
 * in turn with the built-in choice, and a {@link Verdict} decides. All ranks take the time of the
 * slowest, so that all come to the same decisions.
 */
public final class Tuner {
    private static final double MARGIN = 0.1;
    private static final int FINALISTS = 3;
    private static final int SCREENING_ROUNDS = 3;
    private static final int WRONG_USAGE = 2;
    private static final int MOST_CALLS = 5_000;

    /** So many times the rounds where the first were unsteady. */
    private static final int PATIENCE = 4;

    /** Bytes that the pieces of all ranks may take together. */
    private static final long MOST_BYTES = 32L << 20;

    private static final int[] SIZES = {
        8, 64, 512, 4 << 10, 16 << 10, 64 << 10, 256 << 10, 1 << 20, 4 << 20
    };
    private static final int[] QUICK_SIZES = {8, 1 << 10, 64 << 10, 1 << 20};

    private final int rank = MPI_Comm_rank(MPI_COMM_WORLD);
    private final int ranks = MPI_Comm_size(MPI_COMM_WORLD);
    private final double[] own = new double[1];
    private final double[] slowest = new double[1];
    private final boolean quick;
    private final int rounds;
    private final double roundMicros;

    private Tuner(boolean quick) {
        this.quick = quick;
        rounds = quick ? 7 : 11;
        roundMicros = quick ? 2_000 : 5_000;
    }

    /**
     * Arguments: the file, {@code --quick} for few sizes and default parameters only, {@code
     * --append} to keep what is in the file, {@code --about=TEXT} for its head, and collectives, or
     * none for all.
     */
    public static void main(String[] args) {
        MPI_Init(args);
        List<String> words = new ArrayList<>(List.of(args));
        Path file = Path.of(words.remove(0));
        boolean quick = words.remove("--quick");
        boolean append = words.remove("--append");
        String about =
                words.stream()
                        .filter(word -> word.startsWith("--about="))
                        .map(word -> word.substring("--about=".length()))
                        .findFirst()
                        .orElse("javampi");
        words.removeIf(word -> word.startsWith("--about="));
        Tuner tuner = new Tuner(quick);
        RulesText rules = new RulesText(tuner.ranks, tuner.header(about));
        for (Collective collective : collectives(words)) {
            tuner.tune(collective, rules);
        }
        if (tuner.rank == 0) {
            write(file, rules.toString(), append);
            System.out.printf(
                    "%d rules for %d ranks in %s: use them with --coll-file %s%n",
                    rules.changes(), tuner.ranks, file, file);
        }
        MPI_Finalize();
    }

    private static List<Collective> collectives(List<String> labels) {
        List<String> known = Stream.of(Collective.values()).map(Collective::label).toList();
        for (String label : labels) {
            if (!known.contains(label)) {
                if (MPI_Comm_rank(MPI_COMM_WORLD) == 0) {
                    System.err.println(
                            "no collective is called '" + label + "': known are " + known);
                }
                MPI_Barrier(MPI_COMM_WORLD);
                MPI_Abort(MPI_COMM_WORLD, WRONG_USAGE);
            }
        }
        return Stream.of(Collective.values())
                .filter(collective -> labels.isEmpty() || labels.contains(collective.label()))
                .toList();
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

    private List<String> header(String about) {
        return List.of(
                "Collective algorithms for " + ranks + " ranks on one host, measured by " + about,
                LocalDate.now(ZoneOffset.UTC)
                        + ", "
                        + processor()
                        + ", "
                        + Runtime.getRuntime().availableProcessors()
                        + " cores, "
                        + System.getProperty("os.name")
                        + " "
                        + System.getProperty("os.version")
                        + ", Java "
                        + Runtime.version(),
                String.format(
                        Locale.ROOT,
                        "Lower quartiles of %d alternating rounds or more; changed where twice at least %.0f %% less.",
                        rounds,
                        MARGIN * 100));
    }

    private static String processor() {
        try (Stream<String> lines = Files.lines(Path.of("/proc/cpuinfo"))) {
            return lines.filter(line -> line.startsWith("model name"))
                    .map(line -> line.substring(line.indexOf(':') + 1).trim())
                    .findFirst()
                    .orElse(System.getProperty("os.arch"));
        } catch (IOException e) {
            // Not Linux: the architecture must do.
            return System.getProperty("os.arch");
        }
    }

    private void tune(Collective collective, RulesText rules) {
        List<Candidate> candidates =
                Candidate.of(collective, ranks, quick, Tuner.class.getClassLoader());
        warmUp(collective, candidates);
        List<Integer> sizes = sizes(collective);
        List<Verdict> verdicts = new ArrayList<>();
        for (int bytes : sizes) {
            Verdict verdict = verdict(collective, bytes, candidates);
            verdicts.add(verdict);
            tell(collective, bytes, verdict);
        }
        rules.add(collective, sizes, verdicts);
    }

    private void tell(Collective collective, int bytes, Verdict verdict) {
        if (rank == 0) {
            System.out.printf(
                    Locale.ROOT,
                    "%-15s %6s  built-in %12.3f us   %-32s %12.3f us  %s%n",
                    collective.label(),
                    Bytes.text(bytes),
                    verdict.builtInMicros(),
                    verdict.best() == null ? "" : verdict.best().algorithm(),
                    verdict.micros(),
                    verdict.winner() != null ? "changed" : verdict.steady() ? "" : "unsteady");
        }
    }

    private Verdict verdict(Collective collective, int bytes, List<Candidate> candidates) {
        List<Candidate> finalists = screened(collective, bytes, candidates);
        Verdict verdict = finals(collective, bytes, finalists, rounds);
        if (!verdict.steady()) {
            verdict = finals(collective, bytes, finalists, rounds * PATIENCE);
        }
        if (verdict.winner() == null) {
            return verdict;
        }
        Verdict second = finals(collective, bytes, List.of(verdict.winner()), rounds);
        return second.winner() != null ? verdict : verdict.unchanged();
    }

    private List<Integer> sizes(Collective collective) {
        return switch (collective) {
            case BARRIER -> List.of(0);
            case GATHER, SCATTER, ALLGATHER, ALLTOALL ->
                    all().filter(bytes -> (long) bytes * ranks <= MOST_BYTES / 2).toList();
            default -> all().toList();
        };
    }

    private Stream<Integer> all() {
        return Arrays.stream(quick ? QUICK_SIZES : SIZES).boxed();
    }

    /** Lets the compiler see every candidate before the first is measured. */
    private void warmUp(Collective collective, List<Candidate> candidates) {
        int bytes = collective == Collective.BARRIER ? 0 : 1024;
        for (Candidate candidate : candidates) {
            try (CollectiveCall call = call(collective, candidate, bytes)) {
                for (int i = 0; i < 3; i++) {
                    round(call, calls(call));
                }
            }
        }
    }

    private CollectiveCall call(Collective collective, Candidate candidate, int bytes) {
        return new CollectiveCall(
                MPI_COMM_WORLD,
                collective,
                candidate == null ? CollectiveCall.BUILT_IN : candidate.algorithm(),
                bytes);
    }

    /** The few that are worth measuring well: those with the least round of all. */
    private List<Candidate> screened(Collective collective, int bytes, List<Candidate> candidates) {
        Map<Candidate, Double> least = new LinkedHashMap<>();
        for (Candidate candidate : candidates) {
            if (candidate.isFor(bytes)) {
                try (CollectiveCall call = call(collective, candidate, bytes)) {
                    int calls = calls(call);
                    double best = Double.POSITIVE_INFINITY;
                    for (int i = 0; i < SCREENING_ROUNDS; i++) {
                        best = Math.min(best, round(call, calls));
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

    private Verdict finals(
            Collective collective, int bytes, List<Candidate> finalists, int rounds) {
        List<CollectiveCall> measured = new ArrayList<>();
        measured.add(call(collective, null, bytes));
        finalists.forEach(candidate -> measured.add(call(collective, candidate, bytes)));
        double[][] micros = new double[measured.size()][rounds];
        int calls = calls(measured.get(0));
        for (int round = 0; round < rounds; round++) {
            for (int i = 0; i < measured.size(); i++) {
                // Another one comes first in each round.
                int at = (i + round) % measured.size();
                micros[at][round] = round(measured.get(at), calls);
            }
        }
        measured.forEach(CollectiveCall::close);
        Map<Candidate, double[]> figures = new LinkedHashMap<>();
        for (int i = 0; i < finalists.size(); i++) {
            figures.put(finalists.get(i), micros[i + 1]);
        }
        return Verdict.of(micros[0], figures, MARGIN);
    }

    /** How many calls make a round. */
    private int calls(CollectiveCall call) {
        round(call, 1);
        double few = round(call, 3);
        return (int) Math.max(1, Math.min(MOST_CALLS, roundMicros / few));
    }

    /** Microseconds of a call, as the slowest rank has them. */
    private double round(CollectiveCall call, int calls) {
        MPI_Barrier(MPI_COMM_WORLD);
        long start = System.nanoTime();
        call.run(calls);
        own[0] = (System.nanoTime() - start) / 1e3 / calls;
        MPI_Allreduce(own, slowest, 1, MPI_DOUBLE, MPI_MAX, MPI_COMM_WORLD);
        return slowest[0];
    }
}
