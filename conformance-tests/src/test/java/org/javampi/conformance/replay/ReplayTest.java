package org.javampi.conformance.replay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.javampi.core.world.World;
import org.javampi.testing.Patience;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Ranks that run alone are told what they were told together. {@code -Dconformance.seed=S} plays another program. */
@Timeout(240)
class ReplayTest {
    private static final int ROUNDS = Integer.getInteger("conformance.rounds", 24);

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 4})
    void shouldTellEachRankTheSameAgain(int ranks) {
        long seed = Long.getLong("conformance.seed", System.nanoTime());
        System.out.println(ranks + " ranks: -Dconformance.seed=" + seed);
        Map<Integer, List<String>> heard = new ConcurrentHashMap<>();
        World.of(ranks)
                .transport(ranks == 3 ? "tcp" : "shm")
                .deadline(Patience.duration(120))
                .record(folder)
                .run(rank -> heard.put(rank, RandomTalk.run(seed, ROUNDS, rank)));
        for (int rank = 0; rank < ranks; rank++) {
            Map<Integer, List<String>> again = new ConcurrentHashMap<>();
            World replay = World.replay(folder, rank, 0).deadline(Patience.duration(60));
            replay.run(self -> again.put(self, RandomTalk.run(seed, ROUNDS, self)));
            assertNull(replay.replayEnd());
            assertEquals(heard.get(rank), again.get(rank), "rank " + rank + ", seed " + seed);
        }
    }
}
