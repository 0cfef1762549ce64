package org.javampi.collectives.tune;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.javampi.core.spi.collective.Collective;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class RulesTextTest {
    private static final List<Integer> SIZES = List.of(8, 1024, 65536, 1 << 20);

    private final Candidate ring = new Candidate("ring", "one_host", 0);
    private final Candidate chain = new Candidate("chain(chains=2)", "one_host_commutative", 0);

    private static Verdict won(Candidate winner) {
        return new Verdict(winner, winner, 5, 10, true);
    }

    private Verdict lost() {
        return new Verdict(null, ring, 9.5, 10, true);
    }

    private static List<String> rules(RulesText text) {
        return text.toString().lines().filter(l -> !l.isEmpty() && !l.startsWith("#")).toList();
    }

    private RulesText bcast(Verdict... verdicts) {
        RulesText text = new RulesText(4, List.of("head; with a semicolon"));
        text.add(Collective.BCAST, SIZES, List.of(verdicts));
        return text;
    }

    @Test
    void shouldJoinNeighboursWithTheSameWinnerAndShareTheRangeBetweenMeasuredSizes() {
        assertEquals(
                List.of(
                        "bcast=ring:-8k@4?one_host",
                        "bcast=chain(chains=2):262145-@4?one_host_commutative"),
                rules(bcast(won(ring), won(ring), lost(), won(chain))));
    }

    @Test
    void shouldHaveNoRangeWhenAllSizesHaveOneWinner() {
        assertEquals(
                List.of("bcast=ring@4?one_host"),
                rules(bcast(won(ring), won(ring), won(ring), won(ring))));
    }

    @Test
    void shouldHaveFiguresButNoRuleWhenNothingHasWon() {
        RulesText text = bcast(lost(), lost(), lost(), lost());
        assertEquals(List.of(), rules(text));
        assertEquals(0, text.changes());
        assertTrue(text.toString().startsWith("# head; with a semicolon\n"), text.toString());
        assertTrue(
                text.toString()
                        .contains(
                                "#      64k B: built-in 10.000 us, ring 9.500 us (0.95): not changed"),
                text.toString());
    }
}
