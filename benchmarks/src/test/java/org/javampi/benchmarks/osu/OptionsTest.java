package org.javampi.benchmarks.osu;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;

class OptionsTest {
    @Test
    void shouldDoubleSizesFromEndToEnd() {
        assertEquals(List.of(512, 1024, 2048), of("-m", "512:2k").sizes());
        assertEquals(List.of(0, 1, 2, 4), of("-m", "0:4").sizes());
        assertEquals(List.of(1 << 30), of("-m", "1024m:1024m").sizes());
    }

    @Test
    void shouldTakeSizesAsListed() {
        assertEquals(List.of(8, 1024, 4 << 20), of("-m", "8,1k,4m").sizes());
        assertEquals(List.of(7), of().sizes());
    }

    @Test
    void shouldMakeFewerIterationsOfLongMessages() {
        Options options = of("-i", "5000", "-x", "300");
        assertEquals(5000, options.iterations(8192));
        assertEquals(500, options.iterations(8193));
        assertEquals(50, options.iterations(1 << 20));
        assertEquals(10, of("-i", "500").iterations(1 << 20), "never fewer than ten");
        assertEquals(300, options.warmUp());
        assertEquals(3000, of().warmUp(), "thirty times as many as are measured");
    }

    @Test
    void shouldLeaveOtherWordsToTheBenchmark() {
        Options options = of("bcast", "--format", "json", "-t", "0.5", "scan");
        assertEquals(List.of("bcast", "scan"), options.others());
        assertEquals(Options.Format.JSON, options.format());
        assertEquals(0.5, options.seconds());
    }

    @Test
    void shouldSayWhatIsWrong() {
        assertEquals("unknown option -q (there are -m, -i, -x, -t and --format)", refusal("-q", "1"));
        assertEquals("-i needs a value", refusal("-i"));
        assertEquals("-i: not a number: many", refusal("-i", "many"));
        assertEquals("-m: 2048m is not within 0..2147483647", refusal("-m", "2048m"));
        assertEquals("--format: xml is none of table, csv, json", refusal("--format", "xml"));
    }

    private static Options of(String... args) {
        return Options.of(args, "7", 100);
    }

    private static String refusal(String... args) {
        return assertThrows(IllegalArgumentException.class, () -> of(args)).getMessage();
    }
}
