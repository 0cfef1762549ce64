package org.javampi.collectives.tune;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import org.javampi.core.spi.collective.Collective;
import org.javampi.core.spi.collective.Rules;
import org.javampi.core.spi.collective.Situation;

/**
 * Which cells rules change at a place: those that a rule of theirs decides, for operations that
 * commute and pieces of one size.
 */
final class Changes {
    private final Map<Cell, String> rules = new LinkedHashMap<>();

    /**
     * Looks the rules up as the runtime does.
     *
     * @param text of the rules
     * @param origin for errors
     * @throws org.javampi.core.failure.MpiFailure when a rule is wrong, or chooses an algorithm
     *     that cannot run here
     */
    Changes(String text, String origin, Place place, List<Collective> collectives) {
        Rules reader = ServiceLoader.load(Rules.class, Changes.class.getClassLoader())
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("mpi-core, which reads rules, is not on the class path"));
        Situation situation = new Situation(place.ranks(), place.hosts(), true, true, place.sharedMemory());
        Rules.Reading builtIn = reader.read("", origin, situation, place.crowded());
        Rules.Reading given = reader.read(text, origin, situation, place.crowded());
        for (Collective collective : collectives) {
            add(collective, place.ranks(), builtIn, given);
        }
    }

    private void add(Collective collective, int ranks, Rules.Reading builtIn, Rules.Reading given) {
        List<Integer> usual = Grid.sizes(collective, ranks);
        List<Integer> run = new ArrayList<>();
        String runRule = "";
        for (int bytes : Grid.closeSizes(collective, ranks)) {
            String rule = given.rule(collective, bytes);
            if (rule.equals(builtIn.rule(collective, bytes))) {
                rule = "";
            }
            if (!rule.equals(runRule)) {
                add(collective, run, usual, runRule);
                run.clear();
                runRule = rule;
            }
            run.add(bytes);
        }
        add(collective, run, usual, runRule);
    }

    /** Sizes that one rule decides: the usual among them, or the one in the middle. */
    private void add(Collective collective, List<Integer> run, List<Integer> usual, String rule) {
        if (rule.isEmpty()) {
            return;
        }
        List<Integer> chosen = run.stream().filter(usual::contains).toList();
        if (chosen.isEmpty()) {
            chosen = List.of(run.get(run.size() / 2));
        }
        chosen.forEach(bytes -> rules.put(new Cell(collective, bytes), rule));
    }

    /** In the order of collectives and sizes. */
    List<Cell> cells() {
        return List.copyOf(rules.keySet());
    }

    /** The rule that decides a cell. */
    String rule(Cell cell) {
        return rules.get(cell);
    }
}
