package org.javampi.pages.draw;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class AxisTest {
    @Test
    void shouldBeginAtZeroAndEndAtARoundNumberWhenLinear() {
        Axis axis = Axis.covering(Axis.Scale.LINEAR, 0.4, 1.13);
        assertEquals(0, axis.position(0));
        assertEquals(1, axis.position(1.2), 1e-9);
        assertEquals(0.5, axis.position(0.6), 1e-9);
        assertEquals(
                List.of("0", "0.2", "0.4", "0.6", "0.8", "1", "1.2"),
                axis.ticks().stream().map(axis::label).toList());
    }

    @Test
    void shouldSpreadPowersEvenlyWhenLogarithmic() {
        Axis axis = Axis.covering(Axis.Scale.LOG10, 0.3, 450);
        assertEquals(0, axis.position(0.1), 1e-9);
        assertEquals(0.5, axis.position(10), 1e-9);
        assertEquals(
                List.of("0.1", "1", "10", "100", "1000"),
                axis.ticks().stream().map(axis::label).toList());
    }

    @Test
    void shouldLabelBytesWithBinaryPrefixes() {
        Axis axis = Axis.covering(Axis.Scale.BYTES, 8, 4 << 20);
        assertEquals("8", axis.label(8));
        assertEquals("64 Ki", axis.label(65536));
        assertEquals("4 Mi", axis.label(4 << 20));
        assertEquals("1.5 Ki", axis.label(1536));
        assertEquals(1, axis.position(4 << 20), 1e-9);
    }

    @Test
    void shouldStayOnTheAxisWhenTheValueIsOutside() {
        Axis axis = Axis.covering(Axis.Scale.BYTES, 8, 1024);
        assertEquals(0, axis.position(0));
        assertEquals(1, axis.position(1 << 20));
    }

    @Test
    void shouldHaveAnAxisWhenAllValuesAreTheSame() {
        assertEquals(0, Axis.covering(Axis.Scale.BYTES, 8, 8).position(8), 1e-9);
        assertEquals(2, Axis.covering(Axis.Scale.LOG10, 1, 1).ticks().size());
        assertEquals(0, Axis.covering(Axis.Scale.LINEAR, 0, 0).position(0));
    }
}
