package org.javampi.transport.shm;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RingSizeTest {
    private static final int KIB = 1024;
    private static final int MIB = 1024 * KIB;

    @ParameterizedTest
    @CsvSource({
        "1, 8000, 4096", "2, 8000, 4096", "3, 8000, 4096", "4, 8000, 2048", "8, 8000, 512",
        "16, 8000, 256", "17, 8000, 64", "10000, 8000, 64", "2, 64, 4096", "4, 64, 1024",
        "2, 3, 256", "2, 8, 1024", "2, 0, 4096"
    })
    void shouldStayWithinItsShareWhenRanksAndMemoryVary(int ranks, int memoryMib, int ringKib) {
        assertEquals(ringKib * KIB, RingSize.byRanks(ranks, (long) memoryMib * MIB));
    }
}
