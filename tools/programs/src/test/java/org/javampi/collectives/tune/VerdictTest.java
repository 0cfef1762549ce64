package org.javampi.collectives.tune;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import org.junit.jupiter.api.Test;

class VerdictTest {
    private static final Candidate RING = new Candidate("ring", "one_host", 0);
    private static final Candidate CHAIN = new Candidate("chain", "one_host", 0);

    private static double[] rounds(double... micros) {
        return micros;
    }

    private static Verdict verdict(double[] builtIn, double[] ring) {
        return Verdict.of(builtIn, Map.of(RING, ring));
    }

    @Test
    void shouldChooseTheLeastOfThoseThatBeatTheBuiltInChoice() {
        Verdict verdict = Verdict.of(
                rounds(10, 10, 10, 10, 10), Map.of(RING, rounds(8, 8, 8, 8, 8), CHAIN, rounds(7, 7, 7, 7, 7)));
        assertEquals(CHAIN, verdict.winner());
        assertEquals(7, verdict.micros());
        assertEquals(10, verdict.builtInMicros());
    }

    @Test
    void shouldLeaveTheBuiltInChoiceWhenTheMarginIsNotReached() {
        Verdict verdict = verdict(rounds(10, 10, 10, 10, 10), rounds(9.5, 9.5, 9.5, 9.5, 9.5));
        assertNull(verdict.winner());
        assertEquals(RING, verdict.best());
    }

    @Test
    void shouldSeeThroughRoundsThatWereDisturbed() {
        assertEquals(
                RING,
                verdict(rounds(10, 900, 10, 10, 900), rounds(800, 8, 8, 8, 900)).winner());
    }

    @Test
    void shouldNotBelieveALowQuartileWhenTheMedianContradicts() {
        assertNull(verdict(rounds(10, 10, 10, 10, 10), rounds(8, 8, 12, 12, 12)).winner());
    }

    @Test
    void shouldNotBelieveALowQuartileWhenTheLeastContradicts() {
        assertNull(
                verdict(rounds(8, 10, 10, 10, 10), rounds(8.5, 8.5, 8.5, 9, 9)).winner());
    }

    @Test
    void shouldDecideNothingWhenTimesAreUnsteady() {
        Verdict verdict = verdict(rounds(10, 400, 500, 900, 900), rounds(9.5, 9.5, 9.5, 9.5, 9.5));
        assertNull(verdict.winner());
        assertFalse(verdict.steady());
    }

    @Test
    void shouldLeaveTheBuiltInChoiceWhenThereIsNoCandidate() {
        Verdict verdict = Verdict.of(rounds(10, 10, 10), Map.of());
        assertNull(verdict.winner());
        assertNull(verdict.best());
        assertTrue(verdict.steady());
    }
}
