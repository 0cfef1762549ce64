package org.javampi.river.resource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class MemoryTest {
    private static final long KEEP_NS = 1_000;

    private final AtomicLong nowNs = new AtomicLong(Long.MAX_VALUE - KEEP_NS);
    private final ExpiringMap<String> memory = new ExpiringMap<>(KEEP_NS, nowNs::get);

    @Test
    void shouldKeepWhatIsUsedAndForgetTheRest() {
        UUID used = UUID.randomUUID();
        memory.put(used, "used");
        for (int i = 0; i < 10_000; i++) {
            memory.put(UUID.randomUUID(), "seen once");
            nowNs.addAndGet(10);
            assertEquals("used", memory.get(used));
        }
        // In a hundred of its times a hundred things each; of the last two, at most, all is known.
        assertTrue(memory.size() <= 202, memory.size() + " are known");
    }

    @Test
    void shouldKeepTheFirstUnlessItIsReplaced() {
        UUID resource = UUID.randomUUID();
        memory.putIfAbsent(resource, "first");
        memory.putIfAbsent(resource, "second");
        assertEquals("first", memory.get(resource));
        memory.put(resource, "third");
        assertEquals("third", memory.get(resource));
        memory.removeIf("third"::equals);
        assertNull(memory.get(resource));
    }
}
