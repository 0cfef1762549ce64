package org.javampi.collectives.tune;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.javampi.core.spi.collective.Collective;
import org.junit.jupiter.api.Test;

class RulesTextTest {
    private static final List<Integer> SIZES = List.of(8, 1024, 65536, 1 << 20);

    private final Candidate ring = new Candidate("ring", "one_host", 0);
    private final Candidate chain = new Candidate("chain(chains=2)", "one_host_commutative", 0);

    private record Case(Verdict verdict, Windows windows) {}

    private static Windows windows(double... ratios) {
        List<Window> windows = new ArrayList<>();
        for (double ratio : ratios) {
            Outcome outcome = ratio <= 0.9 ? Outcome.FASTER : Outcome.LEVEL;
            windows.add(new Window(0.1, 10, 10 * ratio, outcome));
        }
        return new Windows(windows);
    }

    private static Case won(Candidate winner) {
        return new Case(new Verdict(winner, winner, 5, 10, true), windows(0.5, 0.6, 0.5));
    }

    private Case lost() {
        return new Case(new Verdict(null, ring, 9.5, 10, true), Windows.NONE);
    }

    private Case revoked(double... ratios) {
        return new Case(new Verdict(ring, ring, 5, 10, true), windows(ratios));
    }

    private static List<String> rules(RulesText text) {
        return text.toString()
                .lines()
                .filter(l -> !l.isEmpty() && !l.startsWith("#"))
                .toList();
    }

    private static RulesText bcast(Case... cases) {
        List<Finding> findings = new ArrayList<>();
        for (int i = 0; i < cases.length; i++) {
            Cell cell = new Cell(Collective.BCAST, SIZES.get(i));
            findings.add(new Finding(cell, cases[i].verdict, cases[i].windows));
        }
        List<String> head = List.of("head; with a semicolon");
        return new RulesText(4, new Findings(head, List.of(0.12, 0.45), findings));
    }

    @Test
    void shouldJoinNeighboursWithTheSameWinnerAndShareTheRangeBetweenMeasuredSizes() {
        assertEquals(
                List.of("bcast=ring:-8k@4?one_host", "bcast=chain(chains=2):262145-@4?one_host_commutative"),
                rules(bcast(won(ring), won(ring), lost(), won(chain))));
    }

    @Test
    void shouldHaveNoRangeWhenAllSizesHaveOneWinner() {
        assertEquals(List.of("bcast=ring@4?one_host"), rules(bcast(won(ring), won(ring), won(ring), won(ring))));
    }

    @Test
    void shouldHaveFiguresButNoRuleWhenNothingHasWon() {
        RulesText text = bcast(lost(), lost(), lost(), lost());
        assertEquals(List.of(), rules(text));
        assertEquals(0, text.changes());
        assertTrue(text.toString().startsWith("# head; with a semicolon\n"), text.toString());
        assertTrue(
                text.toString().contains("#      64k B: built-in 10.000 us, ring 9.500 us (0.95): not changed"),
                text.toString());
    }

    @Test
    void shouldHaveNoRuleWhereAFirstLookWasNotConfirmed() {
        RulesText text = bcast(revoked(0.8, 1.2, 0.8), won(ring), revoked(0.8, 0.8, 0.8), revoked(0.5));
        assertEquals(List.of("bcast=ring:91-8k@4?one_host"), rules(text));
        assertEquals(1, text.changes());
        String all = text.toString();
        assertTrue(all.contains("ring 5.000 us (0.50), 0.80-1.20 later: not changed\n"), all);
        assertTrue(all.contains("ring 5.000 us (0.50), 0.50-0.60 later\n"), all);
        assertTrue(
                all.contains(", 0.80-0.80 later: not changed, the machine was in one state only and 0.75 is"
                        + " asked for then\n"),
                all);
        assertTrue(all.contains(", 0.50-0.50 later: not changed, later times are unsteady\n"), all);
    }

    @Test
    void shouldSayInWhichStatesTheMachineWas() {
        String text = bcast(lost()).toString();
        assertTrue(
                text.contains("# Changes had to hold in later windows, 2 in all, in which a barrier took"
                        + " 0.120, 0.450 us.\n"),
                text);
    }
}
