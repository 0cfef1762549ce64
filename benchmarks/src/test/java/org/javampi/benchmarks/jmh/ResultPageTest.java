package org.javampi.benchmarks.jmh;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.javampi.pages.draw.Curves;
import org.junit.jupiter.api.Test;

class ResultPageTest {
    private static String entry(String algorithm, int np, int bytes, String rawData) {
        return String.format(
                        "{'benchmark': 'B.call', 'params': {'algorithm': '%s', 'bytes': '%d', 'collective': 'bcast',"
                                + " 'np': '%d', 'ranks': 'threads', 'transport': 'shm'},"
                                + " 'primaryMetric': {'scoreUnit': 'us/op', 'rawData': %s}}",
                        algorithm, bytes, np, rawData)
                .replace('\'', '"');
    }

    private static List<Result> results(String... entries) {
        return Result.read("[" + String.join(",", entries) + "]");
    }

    @Test
    void shouldTakeTheMedianOfAllForksWhenOneIterationWasDisturbed() {
        Result result =
                results(entry("chain", 2, 8, "[[1.0, 900.0], [3.0, 2.0]]")).get(0);
        assertEquals(2.5, result.median());
        assertEquals(1.0, result.least());
        assertEquals(900.0, result.most());
    }

    @Test
    void shouldDrawOverSizesWithAChartForEachNumberOfRanksWhenSizesVaryMore() {
        List<Curves> charts = new ResultPage(results(
                        entry("chain", 2, 8, "[[1.0]]"),
                        entry("chain", 2, 64, "[[1.5]]"),
                        entry("chain", 2, 512, "[[1.75]]"),
                        entry("binary", 2, 8, "[[2.0]]"),
                        entry("chain", 4, 8, "[[4.0]]")))
                .charts();
        assertEquals(
                List.of("bcast, np 2, threads over shm", "bcast, np 4, threads over shm"),
                charts.stream().map(Curves::title).toList());
        assertTrue(charts.get(0).svg().contains("binary"), charts.get(0).svg());
    }

    @Test
    void shouldDrawOverRanksWhenTheyVaryMore() {
        ResultPage page = new ResultPage(results(entry("chain", 2, 8, "[[1.0]]"), entry("chain", 4, 8, "[[1.25]]")));
        assertEquals("bcast, 8 bytes, threads over shm", page.charts().get(0).title());
        assertTrue(page.html(page.charts(), "a machine").contains("1.250"));
    }

    @Test
    void shouldMarkWhatIsUnsteady() {
        ResultPage page = new ResultPage(
                results(entry("chain", 2, 8, "[[1.0, 1.9]]"), entry("binary", 2, 8, "[[3.0, 2.0, 4.5]]")));
        assertEquals(
                "unsteady: the slowest iteration took more than twice the fastest; measure again on a quiet machine\n"
                        + "  collective=bcast algorithm=binary np=2 bytes=8 transport=shm ranks=threads: 3.000, from 2.000 to"
                        + " 4.500 us",
                page.warnings().stripTrailing());
        assertEquals(1, page.html(page.charts(), "").split(">unsteady<", -1).length - 1);
    }
}
