package org.javampi.collectives.tune;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.javampi.collectives.BuiltInCollectives;
import org.javampi.core.spi.collective.Algorithm;
import org.javampi.core.spi.collective.BarrierAlgorithm;
import org.javampi.core.spi.collective.Channel;
import org.javampi.core.spi.collective.Collective;
import org.javampi.core.spi.collective.Situation;
import org.junit.jupiter.api.Test;

class CandidateTest {
    private static Place inMemory(int ranks) {
        return new Place(ranks, 1, true, false);
    }

    private static List<String> of(String collective, String name, int ranks, boolean quick) {
        Algorithm algorithm = new BuiltInCollectives()
                .algorithms().stream()
                        .filter(a -> Collective.of(a).label().equals(collective))
                        .filter(a -> a.name().equals(name))
                        .findFirst()
                        .orElseThrow();
        return Candidate.of(algorithm, inMemory(ranks), quick).stream()
                .map(c -> c.algorithm() + "?" + c.condition())
                .toList();
    }

    @Test
    void shouldCombineTheValuesOfAllParameters() {
        assertEquals(
                List.of(
                        "chain(chains=2,segment=16k)?one_host",
                        "chain(chains=2,segment=64k)?one_host",
                        "chain(chains=2,segment=256k)?one_host",
                        "chain(chains=4,segment=16k)?one_host",
                        "chain(chains=4,segment=64k)?one_host",
                        "chain(chains=4,segment=256k)?one_host"),
                of("bcast", "chain", 8, false));
    }

    @Test
    void shouldTakeDefaultsOnlyWhenQuick() {
        assertEquals(List.of("chain(chains=4,segment=64k)?one_host"), of("bcast", "chain", 8, true));
    }

    @Test
    void shouldNotBeTriedWhereItCannotRun() {
        BarrierAlgorithm even = new BarrierAlgorithm() {
            @Override
            public String name() {
                return "even";
            }

            @Override
            public String refusal(Situation situation) {
                return situation.ranks() % 2 == 0 ? null : "it goes in pairs";
            }

            @Override
            public void run(Channel channel) {
                throw new UnsupportedOperationException();
            }
        };
        assertEquals(List.of(), Candidate.of(even, inMemory(5), false));
        assertEquals(1, Candidate.of(even, inMemory(6), false).size());
    }

    @Test
    void shouldNotBeTriedInSharedMemoryWhenThereIsNone() {
        Place apart = new Place(4, 1, false, false);
        List<String> found = Candidate.of(
                        Collective.BCAST, apart, true, getClass().getClassLoader())
                .stream()
                .map(Candidate::algorithm)
                .toList();
        assertTrue(found.contains("linear"), found.toString());
        assertTrue(found.stream().noneMatch(one -> one.startsWith("shared")), found.toString());
    }

    @Test
    void shouldNotBeChosenForOperationsThatItCannotReduce() {
        assertEquals(List.of("ring?one_host_commutative"), of("allreduce", "ring", 4, false));
    }

    @Test
    void shouldNotBeTriedWhenTheMessageIsOneSegment() {
        Candidate candidate = new Candidate("pipeline(segment=16k)", "one_host", 16 << 10);
        assertFalse(candidate.isFor(16 << 10));
        assertTrue(candidate.isFor(64 << 10));
    }

    @Test
    void shouldFindTheAlgorithmsOfEveryCollective() {
        for (Collective collective : Collective.values()) {
            List<Candidate> found =
                    Candidate.of(collective, inMemory(4), false, getClass().getClassLoader());
            assertTrue(found.size() >= 2, collective + ": " + found);
            assertEquals(found.size(), Map.copyOf(index(found)).size(), found.toString());
        }
    }

    private static Map<String, Candidate> index(List<Candidate> candidates) {
        Map<String, Candidate> index = new HashMap<>();
        candidates.forEach(candidate -> index.put(candidate.algorithm(), candidate));
        return index;
    }
}
