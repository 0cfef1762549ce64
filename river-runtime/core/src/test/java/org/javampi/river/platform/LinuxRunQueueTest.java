package org.javampi.river.platform;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class LinuxRunQueueTest {
    @Test
    void shouldReadTheNumberBeforeTheSlashWhenTheKernelSpeaks() {
        assertEquals(1, running("0.20 0.18 0.12 1/80 11206\n"));
        assertEquals(128, running("100.00 64.18 3.12 128/4096 1\n"));
        assertEquals(0, running(""));
    }

    @Test
    void shouldSayThatItMayBeWhenItIsClosed() {
        RunQueue queue = new LinuxRunQueue();
        queue.close();
        assertTrue(queue.mayExceedCores());
    }

    private static int running(String line) {
        byte[] text = line.getBytes(StandardCharsets.US_ASCII);
        return LinuxRunQueue.running(text, text.length);
    }
}
