package org.javampi.benchmarks.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import org.javampi.benchmarks.figures.Row;
import org.javampi.benchmarks.figures.Summary;
import org.junit.jupiter.api.Test;

class ResultsTest {
    @Test
    void shouldCompareTimesWithTheFasterOfTheTwo() {
        Results results = results();
        add(results, "latency", 2, 8, "us", 0.2, 0.4, 0.5);
        assertEquals(0.5, results.comparisons(Figure.TYPICAL).get(0).ratio(), 1e-9);
        assertEquals(2, results.comparisons(Figure.TYPICAL).get(0).speedUp(), 1e-9);
    }

    @Test
    void shouldCompareRatesWithTheHigherOfTheTwo() {
        Results results = results();
        add(results, "bandwidth", 2, 8, "MB/s", 300, 100, 200);
        assertEquals(1.5, results.comparisons(Figure.TYPICAL).get(0).ratio(), 1e-9);
        assertEquals(1.5, results.comparisons(Figure.TYPICAL).get(0).speedUp(), 1e-9);
    }

    @Test
    void shouldCompareWithTheOnlyOneThatRan() {
        Results results = results();
        results.add(measured("javampi", 1, "latency", 2, 8, "us", 1));
        assertTrue(Double.isNaN(results.comparisons(Figure.TYPICAL).get(0).ratio()));
        results.add(measured("mpich", 1, "latency", 2, 8, "us", 4));
        assertEquals(0.25, results.comparisons(Figure.TYPICAL).get(0).ratio());
    }

    @Test
    void shouldTakeTheMedianOfTheRounds() {
        Results results = results();
        for (double time : new double[] {9, 1, 2}) {
            results.add(measured("javampi", 1, "latency", 2, 8, "us", time));
        }
        assertEquals(2, results.figure(Figure.TYPICAL, "javampi", "shm", "latency", 2, 8));
        assertTrue(Double.isNaN(results.figure(Figure.TYPICAL, "javampi", "tcp", "latency", 2, 8)));
    }

    @Test
    void shouldTakeTheMeanWhenRanksOutnumberCores() {
        Results results = results();
        for (int ranks : new int[] {2, 4}) {
            Row row = new Row("barrier", ranks, 0, "us", Summary.of(1, 1, 10));
            results.add(new Measured("javampi", 1, "shm", row, Flags.NONE));
        }
        assertEquals(1, results.figure(Figure.TYPICAL, "javampi", "shm", "barrier", 2, 0));
        assertEquals(4, results.figure(Figure.TYPICAL, "javampi", "shm", "barrier", 4, 0));
    }

    @Test
    void shouldReadBackItsJson() {
        Results results = results();
        add(results, "latency", 2, 8, "us", 0.2, 0.4, 0.5);
        results.add(measured("javampi", 1, "latency", 2, 8, "us", 3).at(new Flags(0.05, 0.06)));
        results.fail("mpich, rate: status 1");
        Results again = Results.of(results.json());
        assertEquals(results.measured(), again.measured());
        assertEquals(results.failures(), again.failures());
        assertEquals(results.machine(), again.machine());
    }

    @Test
    void shouldPrintOneLineForEachComparisonAndLimit() {
        Results results = results();
        add(results, "latency", 2, 1024, "us", 0.2, 0.4, 0.5);
        results.add(measured("limit", 1, "flag", 2, 8, "us", 0.05));
        results.fail("mpich, rate: status 1");
        assertEquals(
                String.join(
                        "\n",
                        "# cores: 2",
                        "# ratio: ours / the better one of the two; times: less is better, rates: more is",
                        "benchmark   medium np   bytes    javampi    openmpi      mpich unit   ratio  best:ours    openmpi      mpich  ratio",
                        "latency     shm     2    1024      0.200      0.400      0.500 us      0.50      0.200      0.400      0.500   0.50",
                        "flag        shm     2       8      0.050                       us     limit      0.050                        limit",
                        "failed: mpich, rate: status 1",
                        ""),
                new ResultTable(results).text());
    }

    @Test
    void shouldCompareWhatWasMeasuredWithCoresAtTheSameDistance() {
        Results results = results();
        Flags near = new Flags(0.04, 0.06);
        Flags far = new Flags(0.25, 0.3);
        results.add(measured("javampi", 1, "latency", 2, 8, "us", 0.1).at(near));
        results.add(measured("openmpi", 1, "latency", 2, 8, "us", 0.2).at(near));
        results.add(measured("javampi", 2, "latency", 2, 8, "us", 0.6).at(far));
        results.add(measured("openmpi", 2, "latency", 2, 8, "us", 0.4).at(far));
        results.add(measured("openmpi", 3, "latency", 2, 8, "us", 9).at(new Flags(0.05, 0.3)));
        assertEquals(Set.of(Cores.NEAR, Cores.FAR, Cores.CHANGING), results.cores());
        assertEquals(
                0.5, results.at(Cores.NEAR).comparisons(Figure.TYPICAL).get(0).ratio(), 1e-9);
        assertEquals(
                1.5, results.at(Cores.FAR).comparisons(Figure.TYPICAL).get(0).ratio(), 1e-9);
        String table = new ResultTable(results).text();
        assertTrue(table.contains("# cores near: a flag took 40 to 60 ns from one to the other"), table);
        assertTrue(table.contains("# cores far: a flag took 250 to 300 ns from one to the other"), table);
        assertTrue(new ResultPage(results).html().contains("Where cores were far"));
    }

    @Test
    void shouldTakeTheFastestSampleOfAllRoundsAsTheBest() {
        Results results = results();
        for (double time : new double[] {9, 1, 2}) {
            Row row = new Row("latency", 2, 8, "us", Summary.of(time, time + 1));
            results.add(new Measured("javampi", 1, "shm", row, Flags.NONE));
        }
        assertEquals(1, results.figure(Figure.BEST, "javampi", "shm", "latency", 2, 8));
        Summary rates = Summary.of(0.1, 1).map(seconds -> 1 / seconds);
        results.add(new Measured("javampi", 1, "shm", new Row("rate", 2, 8, "msg/s", rates), Flags.NONE));
        assertEquals(10, results.figure(Figure.BEST, "javampi", "shm", "rate", 2, 8));
    }

    @Test
    void shouldDrawWhatThereIs() {
        Results results = results();
        add(results, "latency", 2, 8, "us", 0.2, 0.4, 0.5);
        add(results, "barrier", 2, 0, "us", 0.2, 0.4, 0.5);
        add(results, "bcast", 2, 8, "us", 0.2, 0.4, 0.5);
        results.add(measured("bcast=linear", 1, "bcast", 2, 8, "us", 3));
        String html = new ResultPage(results).html();
        for (String expected : List.of(
                "latency 8 B, shm: 2", "barrier, 8 B: 2", "bcast, 2 ranks, by algorithm", "linear: 8 bytes, 3 us")) {
            assertTrue(html.contains(expected), expected);
        }
    }

    @Test
    void shouldWriteSizesAsPeopleSayThem() {
        assertEquals("8 B", ResultPage.bytes(8));
        assertEquals("64 KiB", ResultPage.bytes(65536));
        assertEquals("4 MiB", ResultPage.bytes(4 << 20));
    }

    private static Results results() {
        Results results = new Results();
        results.describe("cores", 2.0);
        return results;
    }

    private static void add(Results to, String name, int ranks, long size, String unit, double... figures) {
        List<String> names = List.of("javampi", "openmpi", "mpich");
        for (int i = 0; i < figures.length; i++) {
            to.add(measured(names.get(i), 1, name, ranks, size, unit, figures[i]));
        }
    }

    private static Measured measured(
            String by, int round, String name, int ranks, long size, String unit, double figure) {
        return new Measured(by, round, "shm", new Row(name, ranks, size, unit, Summary.of(figure)), Flags.NONE);
    }
}
