package org.javampi.collectives.draw;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** Pictures of algorithms tell their rounds and messages. */
class DrawingTest {
    @Test
    void shouldDrawTheRoundsOfTheDisseminationBarrier() {
        Drawing drawing = new Drawing("barrier=dissemination", 8);
        assertEquals("barrier=dissemination with 8 ranks: 3 rounds, 24 messages", drawing.summary());
        String svg = drawing.svg();
        assertEquals(24, svg.split("marker-end").length - 1);
        assertTrue(svg.contains("round 3") && !svg.contains("round 4"), svg);
        assertTrue(svg.contains("cost: ceil(log2 p) latencies"), svg);
    }

    @Test
    void shouldCountTheRoundsOfTreesAndRings() {
        assertEquals("bcast=binomial with 8 ranks: 3 rounds, 7 messages", new Drawing("bcast=binomial", 8).summary());
        assertEquals("bcast=linear with 5 ranks: 4 rounds, 4 messages", new Drawing("bcast=linear", 5).summary());
        assertEquals("allgather=ring with 4 ranks: 3 rounds, 12 messages", new Drawing("allgather=ring", 4).summary());
    }

    @Test
    void shouldSayWhyNothingIsDrawn() {
        String unknown = assertThrows(IllegalArgumentException.class, () -> new Drawing("barrier=nosuch", 4))
                .getMessage();
        assertTrue(unknown.contains("choose one of [") && unknown.contains("dissemination"), unknown);
        String bare = assertThrows(IllegalArgumentException.class, () -> new Drawing("barrier", 4))
                .getMessage();
        assertTrue(bare.contains("barrier=dissemination"), bare);
        String levels = assertThrows(IllegalArgumentException.class, () -> new Drawing("bcast=two_level", 4))
                .getMessage();
        assertEquals("bcast=two_level: its ranks talk in groups of a host, which is not drawn", levels);
    }
}
