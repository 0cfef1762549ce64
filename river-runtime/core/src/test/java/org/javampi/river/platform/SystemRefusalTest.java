package org.javampi.river.platform;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.SocketException;
import java.nio.file.FileSystemException;
import org.junit.jupiter.api.Test;

class SystemRefusalTest {
    @Test
    void shouldNameTheReasonOnceAndTheRemedy() {
        assertEquals(
                "Read-only file system",
                SystemRefusal.reason(new FileSystemException("/dev/shm/x", null, "Read-only file system")));
        assertEquals(
                "Too many open files (a limit of this process: ulimit -n raises it)",
                SystemRefusal.reason(new SocketException("Too many open files")));
        assertEquals(
                "File too large (a limit of this process: ulimit -f raises it)",
                SystemRefusal.reason(new IOException("File too large")));
        assertEquals("IOException", SystemRefusal.reason(new IOException()));
    }

    @Test
    void shouldFindALimitBehindAnyCause() {
        IOException cause = new IOException("error=24, Too many open files");
        assertTrue(SystemRefusal.isOfOpenFiles(new ExceptionInInitializerError(new UncheckedIOException(cause))));
        assertFalse(SystemRefusal.isOfOpenFiles(new IllegalStateException()));
    }
}
