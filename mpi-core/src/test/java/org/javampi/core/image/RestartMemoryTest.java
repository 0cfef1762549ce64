package org.javampi.core.image;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import org.junit.jupiter.api.Test;

class RestartMemoryTest {
    private static final long MIB = 1 << 20;

    @Test
    void shouldSayAtTheTimeOfSavingThatARestartNeedsMore() {
        assertEquals(
                "rank 3: of the checkpoint's state of 51 MiB, 31 MiB are held by MPI (a pending operation, an"
                        + " attribute, a callback) or by an object registered before them, and are in memory twice when"
                        + " it is restarted; the heap is limited to 96 MiB:"
                        + " restart with -Xmx140m or more",
                RestartMemory.warning(3, 50 * MIB, 30 * MIB, 96 * MIB));
    }

    @Test
    void shouldBeSilentWhenItFits() {
        assertNull(RestartMemory.warning(0, 0, 0, 96 * MIB));
        assertNull(RestartMemory.warning(0, 90 * MIB, 0, 96 * MIB));
        assertNull(RestartMemory.warning(0, 36 * MIB, 35 * MIB, 96 * MIB));
    }
}
