package org.javampi.collectives.tune;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class LookoutTest {
    @Test
    void shouldTakeAnotherOrderInEachWindow() {
        List<String> cells = List.of("a", "b", "c");
        assertEquals(List.of("a", "b", "c"), Lookout.order(cells, 0));
        assertEquals(List.of("a", "c", "b"), Lookout.order(cells, 1));
        assertEquals(List.of("c", "a", "b"), Lookout.order(cells, 2));
        assertEquals(List.of("c", "b", "a"), Lookout.order(cells, 3));
        assertEquals(List.of("a"), Lookout.order(List.of("a"), 7));
    }
}
