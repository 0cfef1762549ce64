package org.javampi.collectives.tune;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.javampi.collectives.tune.Windows.Stand;
import org.junit.jupiter.api.Test;

class WindowsTest {
    private static final double NEAR = 0.12;
    private static final double FAR = 0.45;

    private static Window window(double state, double builtIn, double other) {
        double[] ones = new double[5];
        double[] others = new double[5];
        Arrays.fill(ones, builtIn);
        Arrays.fill(others, other);
        return Window.of(state, Duel.of(ones, others));
    }

    private static Window unsteady(double state) {
        return Window.of(state, Duel.of(new double[] {1, 9, 9, 9, 9}, new double[] {1, 2, 3, 4, 5}));
    }

    private static Windows windows(Window... windows) {
        return new Windows(Arrays.asList(windows));
    }

    /** The figures of a linear reduce of 8 bytes on two ranks. */
    @Test
    void shouldDropWhatIsFasterNearAndSlowerFar() {
        Windows all = windows(
                window(NEAR, 0.176, 0.145),
                window(NEAR, 0.202, 0.149),
                window(FAR, 0.412, 0.480),
                window(NEAR, 0.176, 0.145));
        assertEquals(Stand.FAILS, all.stand());
        assertTrue(all.isRefuted());
        assertEquals(Outcome.SLOWER, all.outcome());
        assertEquals("0.74-1.17", all.ratioText());
    }

    @Test
    void shouldDropASmallGainWhenOnlyOneStateWasSeen() {
        Windows all = windows(window(NEAR, 0.176, 0.145), window(NEAR, 0.176, 0.145), window(NEAR, 0.176, 0.145));
        assertEquals(Stand.SLIGHT, all.stand());
        assertFalse(all.isRefuted());
    }

    @Test
    void shouldKeepASmallGainWhenItHoldsInSeveralStates() {
        assertEquals(
                Stand.HOLDS,
                windows(window(NEAR, 1, 0.85), window(FAR, 2, 1.7), window(NEAR, 1, 0.85))
                        .stand());
    }

    @Test
    void shouldCountOneStateOnlyWhereRanksOutnumberCores() {
        Window one = window(Double.NaN, 10, 8.5);
        assertEquals(Stand.SLIGHT, windows(one, one, one, one).stand());
    }

    @Test
    void shouldKeepALargeGainWhenOnlyOneStateWasSeen() {
        assertEquals(
                Stand.HOLDS,
                windows(window(NEAR, 10, 3), window(NEAR, 10, 7), window(NEAR, 10, 5))
                        .stand());
    }

    @Test
    void shouldDropWhatIsLevelInOneWindow() {
        assertEquals(
                Stand.FAILS,
                windows(window(NEAR, 10, 3), window(FAR, 10, 9.5), window(NEAR, 10, 3))
                        .stand());
    }

    @Test
    void shouldDecideNothingWhenTooFewWindowsWereSteady() {
        Windows all = windows(window(NEAR, 10, 3), unsteady(NEAR), window(NEAR, 10, 3), unsteady(NEAR));
        assertEquals(Stand.UNSTEADY, all.stand());
        assertEquals(Outcome.UNSTEADY, all.outcome());
        assertEquals(0.3, all.ratio(), 1e-9);
        assertEquals(Stand.UNSTEADY, Windows.NONE.stand());
        assertEquals("-", Windows.NONE.ratioText());
    }

    @Test
    void shouldNotCountAnUnsteadyWindowAgainstAChange() {
        assertEquals(
                Stand.HOLDS,
                windows(window(NEAR, 10, 3), unsteady(FAR), window(NEAR, 10, 3), window(NEAR, 9, 3))
                        .stand());
    }

    @Test
    void shouldCallRulesInUseFasterOrLevelByTheMedian() {
        assertEquals(
                Outcome.LEVEL,
                windows(window(NEAR, 10, 8), window(NEAR, 10, 10.5), window(NEAR, 10, 10))
                        .outcome());
        Windows faster = windows(window(NEAR, 10, 8), window(NEAR, 12, 8), window(FAR, 10, 10));
        assertEquals(Outcome.FASTER, faster.outcome());
        assertEquals(10, faster.builtInMicros());
        assertEquals(8, faster.micros());
    }

    @Test
    void shouldCallRulesSlowerWhenOneWindowSaysSoHoweverFewAreSteady() {
        assertEquals(
                Outcome.SLOWER, windows(unsteady(NEAR), window(FAR, 10, 12)).outcome());
    }
}
