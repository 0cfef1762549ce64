package org.javampi.benchmarks.regression;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MeasuredTest {
    @Test
    void shouldReadWhatItWrites() {
        Map<String, Double> ratios = new LinkedHashMap<>();
        ratios.put("barrier 8 / flag", 2.25);
        ratios.put("bcast 8 / flag", 3.5);
        List<String> lines = Measured.write("a machine", ratios);
        assertEquals("# a machine", lines.get(0));
        assertEquals(ratios, Measured.read(lines));
    }

    @Test
    void shouldSayWhatIsWorseBetterAndNew() {
        Map<String, Double> now = new LinkedHashMap<>();
        now.put("slow", 2.6);
        now.put("same", 2.4);
        now.put("fast", 1.5);
        now.put("new", 1.0);
        List<String> lines = Measured.compare(now, Map.of("slow", 2.0, "same", 2.0, "fast", 2.0));
        assertTrue(lines.get(1).endsWith("1.30  WORSE"), lines.get(1));
        assertFalse(lines.get(2).contains("WORSE"), lines.get(2));
        assertTrue(lines.get(3).endsWith("better"), lines.get(3));
        assertTrue(lines.get(4).endsWith("new"), lines.get(4));
    }
}
