package org.javampi.benchmarks.soak;

import java.time.Duration;
import org.javampi.core.world.World;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A short soak over each transport, in one VM; the seed stands in every failure's text. */
@Timeout(600)
class RandomMessagesTest {
    private static final Duration DEADLINE = Duration.ofSeconds(100);

    @ParameterizedTest
    @CsvSource({"shm, 4, 1", "tcp, 4, 2", "tcp, 3, 3", "shm, 8, 4", "'shm,tcp', 1, 5"})
    void shouldDeliverEachMessageOnceWholeAndInOrder(String transport, int ranks, long seed) {
        World.of(ranks)
                .transport(transport)
                .deadline(DEADLINE)
                .run(rank -> RandomMessages.main(new String[] {"20000", Long.toString(seed)}));
    }

    @Test
    void shouldMixTransportsAcrossHosts() {
        World.of(5)
                .transport("shm,tcp")
                .hosts(rank -> rank / 2)
                .deadline(DEADLINE)
                .run(rank -> RandomMessages.main(new String[] {"20000", "6"}));
    }

    @ParameterizedTest
    @CsvSource({"shm, 11", "tcp, 12", "shm, 13", "tcp, 14"})
    void shouldDeliverOverATransportFullOfFaults(String inner, long seed) {
        World.of(4)
                .transport("faulty")
                .setting("faulty.inner", inner)
                .setting("faulty.seed", Long.toString(seed))
                .deadline(DEADLINE)
                .run(rank -> RandomMessages.main(new String[] {"5000", Long.toString(seed)}));
    }
}
