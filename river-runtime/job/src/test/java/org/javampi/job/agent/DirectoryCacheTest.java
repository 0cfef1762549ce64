package org.javampi.job.agent;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.javampi.job.agent.DirectoryCache.Entry;
import org.javampi.job.agent.DirectoryCache.Step;
import org.junit.jupiter.api.Test;

class DirectoryCacheTest {
    private final DirectoryCache cache = new DirectoryCache();
    private final Entry address = new Entry(3, "tcp.address");

    @Test
    void shouldAskForAnEntryOnceForAllMachines() {
        assertEquals(Step.ASK, cache.onWanted(1, address));
        assertEquals(Step.WAIT, cache.onWanted(2, address));
        assertEquals(Step.WAIT, cache.onWanted(1, address));
        assertEquals(List.of(1, 2), cache.onKnown(address, "10.0.0.1:4"));
        assertEquals(Step.ANSWER, cache.onWanted(4, address));
        assertEquals("10.0.0.1:4", cache.value(address));
        assertEquals(List.of(), cache.onKnown(address, "10.0.0.1:4"));
    }

    @Test
    void shouldTellEntriesApart() {
        assertEquals(Step.ASK, cache.onWanted(1, address));
        assertEquals(Step.ASK, cache.onWanted(1, new Entry(3, "shm.name")));
        assertEquals(Step.ASK, cache.onWanted(1, new Entry(4, "tcp.address")));
    }
}
