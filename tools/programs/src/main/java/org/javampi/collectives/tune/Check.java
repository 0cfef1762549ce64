package org.javampi.collectives.tune;

import static org.javampi.MPI.*;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.javampi.core.failure.MpiFailure;
import org.javampi.core.spi.collective.Collective;

/**
 * Whether a file of rules is worth its place: measures each cell that it changes against the
 * built-in choice, in several windows, and fails when one is slower. An ordinary program; {@code
 * javampirun tune --check} starts it.
 */
public final class Check {
    private static final int WINDOWS = 5;
    private static final String PAUSE_MILLIS = "2000";
    private static final int SLOWER = 1;

    private Check() {}

    /**
     * Arguments: the file; {@code --pause=MILLISECONDS} between windows; collectives, or none for
     * all. Ends with status 1 when something is slower, with 2 when the rules are wrong.
     */
    public static void main(String[] args) {
        MPI_Init(args);
        Words words = new Words(args);
        long pauseMillis = Long.parseLong(words.take("--pause", PAUSE_MILLIS));
        List<Collective> collectives = words.collectives();
        String rules = text(words);
        Place place = Place.of(MPI_COMM_WORLD);
        Changes changes = changes(rules, words.file().toString(), place, collectives);
        boolean tells = MPI_Comm_rank(MPI_COMM_WORLD) == 0;
        if (changes.cells().isEmpty()) {
            if (tells) {
                System.out.printf(
                        Locale.ROOT,
                        "%s changes nothing for %d ranks: there is nothing to check%n",
                        words.file(),
                        place.ranks());
            }
            MPI_Finalize();
            return;
        }
        Map<Cell, List<Window>> windows = new HashMap<>();
        List<Double> pulses = new ArrayList<>();
        try (Lookout lookout = new Lookout(cell -> rules, 0)) {
            for (int i = 0; i < WINDOWS; i++) {
                Lookout.pause(i == 0 ? 0 : pauseMillis);
                pulses.add(lookout.open(
                        changes.cells(), (cell, window) -> windows.computeIfAbsent(cell, c -> new ArrayList<>())
                                .add(window)));
            }
        }
        if (tells) {
            System.out.println(head(place.ranks(), pulses));
        }
        int slower = print(changes, windows, tells);
        if (slower > 0) {
            throw Words.end(
                    slower
                            + (slower == 1 ? " cell is" : " cells are")
                            + " slower with "
                            + words.file()
                            + ": take the rules away that are named there, or tune anew",
                    SLOWER);
        }
        MPI_Finalize();
    }

    private static String text(Words words) {
        try {
            return Files.readString(words.file());
        } catch (IOException e) {
            throw Words.refusal("the rules file " + words.file() + " cannot be read: " + e);
        }
    }

    private static Changes changes(String rules, String file, Place place, List<Collective> collectives) {
        try {
            return new Changes(rules, file, place, collectives);
        } catch (MpiFailure failure) {
            throw Words.refusal(failure.getMessage());
        }
    }

    /** The states that the machine was in. */
    static String head(int ranks, List<Double> pulses) {
        List<String> each = pulses.stream()
                .map(micros -> String.format(Locale.ROOT, "%.3f", micros))
                .toList();
        return String.format(
                Locale.ROOT,
                "%d ranks, %d windows, in which a barrier took %s us; medians, and the ratios of all windows",
                ranks,
                each.size(),
                String.join(", ", each));
    }

    private static int print(Changes changes, Map<Cell, List<Window>> windows, boolean tells) {
        Table table = new Table(tells ? System.out : null, "file's us", "ratio", "rule");
        int slower = 0;
        for (Cell cell : changes.cells()) {
            Windows all = new Windows(windows.get(cell));
            Outcome outcome = all.outcome();
            table.row(
                    cell,
                    all.builtInMicros(),
                    all.micros(),
                    all.ratioText(),
                    outcome.name().toLowerCase(Locale.ROOT),
                    changes.rule(cell));
            slower += outcome == Outcome.SLOWER ? 1 : 0;
        }
        return slower;
    }
}
