package org.javampi.collectives.tune;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.ServiceLoader;
import org.javampi.core.failure.MpiFailure;
import org.javampi.core.spi.collective.Collective;
import org.javampi.core.spi.collective.Rules;
import org.javampi.core.spi.collective.Situation;
import org.junit.jupiter.api.Test;

class ChangesTest {
    private static final List<Collective> ALL = List.of(Collective.values());

    private static Changes of(String rules, Place place) {
        return new Changes(rules, "my.rules", place, ALL);
    }

    private static Place place(int ranks) {
        return new Place(ranks, 1, true, false);
    }

    private static List<Integer> sizes(Changes changes, Collective collective) {
        return changes.cells().stream()
                .filter(cell -> cell.collective() == collective)
                .map(Cell::bytes)
                .toList();
    }

    @Test
    void shouldBeTheUsualSizesThatARuleDecides() {
        Changes changes = of("reduce=linear:-90@2 # fast\nscan=linear:32k-300k@2", place(2));
        assertEquals(List.of(8, 64), sizes(changes, Collective.REDUCE));
        assertEquals(List.of(64 << 10, 256 << 10), sizes(changes, Collective.SCAN));
        assertEquals(4, changes.cells().size());
        assertEquals("reduce=linear:-90@2 (my.rules)", changes.rule(new Cell(Collective.REDUCE, 8)));
    }

    @Test
    void shouldBeOneSizeInTheMiddleWhenARuleIsForNoUsualOne() {
        List<Integer> sizes = sizes(of("bcast=linear:100-200", place(4)), Collective.BCAST);
        assertEquals(1, sizes.size(), sizes.toString());
        assertTrue(sizes.get(0) > 100 && sizes.get(0) < 200, sizes.toString());
    }

    @Test
    void shouldBeNothingWhenRulesAreForOtherNumbersOfRanksOrOtherPlaces() {
        assertEquals(List.of(), of("reduce=linear@2", place(4)).cells());
        assertEquals(List.of(), of("scan=linear?several_hosts", place(4)).cells());
        assertEquals(List.of(), of("# nothing", place(4)).cells());
        assertEquals(List.of(), of("allreduce=ring?crowded", place(4)).cells());
    }

    @Test
    void shouldAskWhetherRanksOutnumberCores() {
        Place crowded = new Place(4, 1, true, true);
        assertTrue(of("allreduce=ring?crowded", crowded).cells().size() > 1);
    }

    @Test
    void shouldScanInALineWhenRanksOutnumberCores() {
        assertEquals("scan=linear?crowded (built in)", builtInScan(8, true));
        assertEquals("scan=recursive_doubling (built in)", builtInScan(8, false));
        assertEquals("scan=linear@-3 (built in)", builtInScan(3, true));
    }

    private static String builtInScan(int ranks, boolean crowded) {
        Situation situation = new Situation(ranks, 1, true, true, true);
        return ServiceLoader.load(Rules.class)
                .findFirst()
                .orElseThrow()
                .read("", "none", situation, crowded)
                .rule(Collective.SCAN, 8);
    }

    @Test
    void shouldBeTheCellOfABarrier() {
        assertEquals(
                List.of(new Cell(Collective.BARRIER, 0)),
                of("barrier=tree", place(4)).cells());
    }

    @Test
    void shouldNameTheRuleWhenItIsWrong() {
        MpiFailure failure = assertThrows(MpiFailure.class, () -> of("scan=fastest", place(2)));
        assertTrue(
                failure.getMessage().startsWith("rule 'scan=fastest' (my.rules): scan has no algorithm 'fastest'"),
                failure.getMessage());
    }

    @Test
    void shouldSayWhyWhenAnAlgorithmCannotRunThere() {
        Place apart = new Place(2, 1, false, false);
        MpiFailure failure = assertThrows(MpiFailure.class, () -> of("barrier=flag", apart));
        assertTrue(failure.getMessage().contains("cannot run here"), failure.getMessage());
    }
}
