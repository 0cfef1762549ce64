package org.javampi.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.concurrent.CountDownLatch;
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

    /** One that no interrupt ends. */
    @Test
    void shouldEndATestAtItsDeadlineWithWhatItDoes() throws Exception {
        CountDownLatch over = new CountDownLatch(1);
        AssertionError error = assertThrows(
                AssertionError.class, () -> DeadlineExtension.within(1, "shouldHang", () -> awaitForEver(over)));
        over.countDown();
        assertEquals("shouldHang has not ended within 1 s; it does this:", error.getMessage());
        assertTrue(
                Arrays.stream(error.getStackTrace())
                        .anyMatch(frame -> frame.getMethodName().equals("awaitForEver")),
                Arrays.toString(error.getStackTrace()));
    }

    private static Void awaitForEver(CountDownLatch over) {
        while (true) {
            try {
                over.await();
                return null;
            } catch (InterruptedException ignored) {
                continue;
            }
        }
    }

    @Test
    void shouldThrowTheFailureOfATestThatHasADeadline() {
        IllegalStateException own = new IllegalStateException("own");
        assertSame(
                own,
                assertThrows(
                        IllegalStateException.class,
                        () -> DeadlineExtension.within(60, "x", () -> {
                            throw own;
                        })));
    }

    @Test
    @Deadline(60)
    void shouldRunATestInTimeInAThreadOfItsOwn() {
        assertEquals(
                "test shouldRunATestInTimeInAThreadOfItsOwn",
                Thread.currentThread().getName());
    }
}
