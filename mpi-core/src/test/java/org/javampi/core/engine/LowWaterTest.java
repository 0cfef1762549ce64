package org.javampi.core.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

final class LowWaterTest {
    private final LowWaterMark water = new LowWaterMark(3);

    private void rise(int times) {
        for (int i = 0; i < times; i++) {
            water.rise();
        }
    }

    @Test
    void shouldTellWhatNobodyHasNeededWhenLookedAtTwice() {
        rise(10);
        assertTrue(water.isHigh());
        assertEquals(0, water.look());
        water.fall();
        water.fall();
        rise(2);
        assertEquals(5, water.look());
        assertEquals(5, water.spare());
        assertEquals(2, water.look());
        assertFalse(water.isHigh());
        assertEquals(0, water.look());
    }
}
