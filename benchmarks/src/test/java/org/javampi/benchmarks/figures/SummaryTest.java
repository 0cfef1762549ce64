package org.javampi.benchmarks.figures;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SummaryTest {
    @Test
    void shouldTakePercentilesByNearestRankInAnyOrder() {
        double[] samples =
                IntStream.rangeClosed(1, 100).mapToDouble(i -> 101 - i).toArray();
        assertEquals(new Summary(1, 50.5, 50, 90, 99, 100, 100), Summary.of(samples));
        assertEquals(100, samples[0], "the samples stay as they are");
    }

    @Test
    void shouldBeTheSampleItselfWhenThereIsOne() {
        assertEquals(new Summary(3, 3, 3, 3, 3, 3, 1), Summary.of(3));
    }

    @Test
    void shouldRefuseNoSamples() {
        assertThrows(IllegalArgumentException.class, Summary::of);
    }

    @Test
    void shouldTurnTimesIntoRates() {
        Summary rates = Summary.of(0.5, 1, 4).map(seconds -> 1 / seconds);
        assertEquals(1, rates.p50());
        assertEquals(0.25, rates.max(), "the slowest");
    }

    @Test
    void shouldHalveTheMiddleWhenTheNumberIsEven() {
        assertEquals(2.5, Summary.median(4, 1, 3, 2));
        assertEquals(3, Summary.median(9, 1, 3));
    }

    @Test
    void shouldReadBackItsLine() {
        Row row = new Row("latency", 2, 8, "us", Summary.of(1, 2, 3));
        assertEquals("latency,2,8,us,1.0000,2.0000,2.0000,3.0000,3.0000,3.0000,3", row.csv());
        assertEquals(row, Row.parse(row.csv()));
    }

    @Test
    void shouldSayWhichLineIsNone() {
        assertEquals(
                "not a result line: WARNING: no network",
                assertThrows(IllegalArgumentException.class, () -> Row.parse("WARNING: no network"))
                        .getMessage());
    }
}
