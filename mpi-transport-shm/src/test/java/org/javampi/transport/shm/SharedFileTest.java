package org.javampi.transport.shm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import org.javampi.core.spi.transport.Region;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SharedFileTest {
    @TempDir Path directory;

    @Test
    void shouldShareZerosAndLoseItsNameWithTheLastToCome() {
        Path path = directory.resolve("memory");
        Region first = new SharedFile().open(path, 3, 4096, 8192);
        Region second = new SharedFile().open(path, 3, 4096, 8192);
        assertTrue(Files.exists(path));
        assertEquals(8192, second.capacity());
        assertEquals(0, second.getInt(100));
        first.putInt(100, 42);
        assertEquals(42, second.getInt(100));
        Region third = new SharedFile().open(path, 3, 4096, 8192);
        assertFalse(Files.exists(path));
        assertEquals(42, third.getInt(100));
    }

    @Test
    void shouldGiveAllTheSizeThatTheFirstHasDecidedOn() {
        Path path = directory.resolve("memory");
        assertEquals(4096, new SharedFile().open(path, 2, 4096, 4096).capacity());
        assertEquals(4096, new SharedFile().open(path, 2, 4096, 1 << 20).capacity());
    }
}
