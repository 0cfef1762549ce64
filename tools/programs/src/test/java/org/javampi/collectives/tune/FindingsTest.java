package org.javampi.collectives.tune;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.javampi.core.spi.collective.Collective;
import org.junit.jupiter.api.Test;

class FindingsTest {
    private final Cell reduce = new Cell(Collective.REDUCE, 8);
    private final Cell scan = new Cell(Collective.SCAN, 64 << 10);
    private final Cell barrier = new Cell(Collective.BARRIER, 0);
    private final Candidate linear = new Candidate("linear", "one_host", 0);
    private final Candidate chain = new Candidate("chain(segment=16k)", "one_host", 16 << 10);
    private final Findings first = new Findings(
            List.of("head, with = and ;", "second line"),
            List.of(),
            List.of(
                    new Finding(scan, new Verdict(chain, chain, 1.25, 2.5, true)),
                    new Finding(barrier, new Verdict(null, null, Double.NaN, 0.1, false)),
                    new Finding(reduce, new Verdict(linear, linear, 0.145, 0.176, true))));
    private final Window faster = new Window(0.12, 2.5, 1.25, Outcome.FASTER);
    private final Window slower = new Window(0.45, 0.412, 0.480, Outcome.SLOWER);

    @Test
    void shouldBeTheSameWhenWrittenAndRead() {
        Findings all = first.with(0.12, List.of(first.of(scan).with(faster).with(slower)));
        assertEquals(all, Findings.parse(all.toString()));
        assertEquals(List.of(0.12), all.pulses());
    }

    @Test
    void shouldBeInTheOrderOfCollectivesAndKeepItWhenSomeAreNew() {
        Findings all = first.with(0.12, List.of(first.of(scan).with(faster)));
        assertEquals(
                List.of(barrier, reduce, scan),
                all.all().stream().map(Finding::cell).toList());
    }

    @Test
    void shouldMeasureAgainOnlyWhatMayStillChange() {
        assertEquals(List.of(first.of(reduce), first.of(scan)), first.open());
        Findings all = first.with(
                0.45, List.of(first.of(reduce).with(slower), first.of(scan).with(faster)));
        assertEquals(List.of(all.of(scan)), all.open());
    }

    @Test
    void shouldHaveAWinnerOnlyWhenItIsConfirmed() {
        Finding once = first.of(scan).with(faster);
        assertNull(first.of(scan).winner());
        assertNull(once.winner());
        assertEquals(chain, once.with(faster).with(faster).winner());
        assertNull(once.with(faster).with(faster).with(slower).winner());
    }

    @Test
    void shouldRefuseALineThatItDoesNotKnow() {
        assertThrows(IllegalArgumentException.class, () -> Findings.parse("scan=linear\n"));
    }
}
