package org.javampi.core.image;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import org.junit.jupiter.api.Test;

class RestartMemoryTest {
    private static final long MIB = 1 << 20;

    @Test
    void shouldSayAtTheTimeOfSavingThatARestartNeedsMore() {
        assertEquals(
                "rank 3: the checkpoint's state of 41 MiB is in memory twice when it is restarted, and the heap is limited"
                        + " to 96 MiB: restart with -Xmx142m or more",
                RestartMemory.warning(3, 40 * MIB, 96 * MIB));
    }

    @Test
    void shouldBeSilentWhenItFits() {
        assertNull(RestartMemory.warning(0, 0, 96 * MIB));
        assertNull(RestartMemory.warning(0, 36 * MIB, 96 * MIB));
    }
}
