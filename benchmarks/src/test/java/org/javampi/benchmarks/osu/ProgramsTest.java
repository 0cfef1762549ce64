package org.javampi.benchmarks.osu;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Stream;
import org.javampi.benchmarks.Printed;
import org.javampi.benchmarks.figures.Row;
import org.javampi.benchmarks.figures.Summary;
import org.junit.jupiter.api.Test;

/** Each program once, a few iterations in one VM: its rows are there, and every rank comes home. */
class ProgramsTest {
    @Test
    void shouldMeasurePairsWhileOthersWatch() {
        assertEquals(List.of("latency 1024 us"), rows(3, Latency::main));
        assertEquals(List.of("bandwidth 1024 MB/s"), rows(3, Bandwidth::main));
        assertEquals(List.of("bibandwidth 1024 MB/s"), rows(3, BidirectionalBandwidth::main));
        assertEquals(List.of("rate 1024 msg/s"), rows(2, MessageRate::main));
        assertEquals(List.of("multi-latency 1024 us", "multi-rate 1024 msg/s"), rows(5, MultiPair::main));
    }

    @Test
    void shouldMeasureOverlapAndMatchingAndTypes() {
        assertTrue(rows(2, Overlap::main).contains("overlap 1024 %"));
        assertEquals(List.of("unexpected 1024 us"), rows(3, UnexpectedMessages::main));
        assertEquals(List.of("posted 1024 us"), rows(3, PostedReceives::main));
        assertTrue(rows(3, DerivedTypes::main).contains("vector-by-hand 1024 us"));
        assertTrue(rows(3, MemoryPerRank::main).contains("heap-all-to-all 1024 KiB"));
    }

    @Test
    void shouldMeasureEachCollective() {
        List<String> rows = rows(3, Collectives::main);
        assertEquals(OsuCollective.values().length, rows.size());
        assertTrue(rows.contains("barrier 0 us") && rows.contains("alltoallv 1024 us"));
        assertEquals(List.of("scan 1024 us"), rows(2, Collectives::main, "scan"));
    }

    @Test
    void shouldCallTheWholeCommunicationHiddenWhenTheTotalIsTheComputation() {
        Summary ten = Summary.of(10);
        assertEquals(100, Overlap.percent(ten, ten, ten));
        assertEquals(0, Overlap.percent(ten, ten, Summary.of(20)));
        assertEquals(50, Overlap.percent(ten, ten, Summary.of(15)));
        assertEquals(0, Overlap.percent(ten, ten, Summary.of(99)));
    }

    private static List<String> rows(int ranks, Printed.Program program, String... more) {
        String[] options = {"-m", "1k", "-i", "10", "-t", "0.02", "--format", "csv"};
        String[] args = Stream.of(options, more).flatMap(Stream::of).toArray(String[]::new);
        List<String> lines = Printed.by(ranks, program, args).lines().toList();
        assertEquals(Row.CSV_HEADER, lines.get(0));
        return lines.stream()
                .skip(1)
                .map(Row::parse)
                .map(row -> row.benchmark() + " " + row.size() + " " + row.unit())
                .toList();
    }
}
