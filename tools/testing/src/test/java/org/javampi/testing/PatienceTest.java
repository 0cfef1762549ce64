package org.javampi.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PatienceTest {
    @Test
    void shouldMultiplyDeadlines() {
        assertEquals(1, Patience.factor(null));
        assertEquals(1, Patience.factor(""));
        assertEquals(300, Patience.seconds(120, Patience.factor("2.5")));
        assertEquals(1, Patience.seconds(5, Patience.factor("0.01")));
        assertEquals(Patience.seconds(120), Patience.duration(120).toSeconds());
        assertTrue(Patience.deadlineNs(120) - System.nanoTime() > 0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"much", "0", "-1", "NaN", "1001", "Infinity"})
    void shouldRefuseWhatIsNoFactor(String text) {
        String message = assertThrows(IllegalArgumentException.class, () -> Patience.factor(text))
                .getMessage();
        assertEquals("-Dtest.patience=" + text + ": not a number above 0 and at most 1000", message);
    }

    /** Set by the session that runs this test. */
    @Test
    void shouldGiveEachTestADeadline() {
        assertEquals(Patience.seconds(600) + " s", System.getProperty(DefaultDeadline.PARAMETER));
    }
}
