package org.javampi.collectives.tune;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class DuelTest {
    private static Outcome outcome(double[] builtIn, double[] other) {
        return Duel.of(builtIn, other).outcome();
    }

    private static double[] rounds(double... micros) {
        return micros;
    }

    @Test
    void shouldSayTheSameOfBothSidesWhenTheyChangePlaces() {
        double[] less = rounds(8, 8, 8, 8, 8);
        double[] more = rounds(10, 10, 10, 10, 10);
        assertEquals(Outcome.FASTER, outcome(more, less));
        assertEquals(Outcome.SLOWER, outcome(less, more));
    }

    @Test
    void shouldBeLevelWhenTheMarginIsNotReached() {
        assertEquals(Outcome.LEVEL, outcome(rounds(10, 10, 10), rounds(10.9, 10.9, 10.9)));
        assertEquals(Outcome.LEVEL, outcome(rounds(10, 10, 10), rounds(9.1, 9.1, 9.1)));
    }

    @Test
    void shouldBeLevelWhenLeastOrMedianContradict() {
        assertEquals(Outcome.LEVEL, outcome(rounds(10, 10, 10, 10, 10), rounds(8.5, 8.5, 11, 11, 11)));
        assertEquals(Outcome.LEVEL, outcome(rounds(10, 10, 13, 13, 13), rounds(11.5, 12, 12, 12, 12)));
    }

    @Test
    void shouldDecideNothingWhenOneSideIsUnsteady() {
        assertEquals(Outcome.UNSTEADY, outcome(rounds(1, 2, 3, 4, 5), rounds(2, 2, 2, 2, 2)));
        assertEquals(Outcome.UNSTEADY, outcome(rounds(2, 2, 2, 2, 2), rounds(1, 2, 3, 4, 5)));
    }

    @Test
    void shouldDecideDespiteUnsteadyTimesWhenHalfOfOneSideIsBelowTheBestOfTheOther() {
        double[] linear = rounds(0.5, 0.9, 2, 4, 9);
        double[] doubling = rounds(7, 9, 12, 15, 40);
        assertEquals(Outcome.FASTER, outcome(doubling, linear));
        assertEquals(Outcome.SLOWER, outcome(linear, doubling));
    }
}
