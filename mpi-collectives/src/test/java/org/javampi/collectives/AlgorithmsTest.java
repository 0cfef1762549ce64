package org.javampi.collectives;

import static org.javampi.MPI.MPI_COMM_WORLD;
import static org.javampi.MPI.MPI_ERRORS_THROW_EXCEPTIONS;
import static org.javampi.MPI.MPI_Errhandler_set;
import static org.javampi.MPI.MPI_Finalize;
import static org.javampi.MPI.MPI_Init;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.javampi.collectives.verify.Verifier;
import org.javampi.core.spi.collective.Algorithm;
import org.javampi.core.spi.collective.Collective;
import org.javampi.core.spi.collective.Situation;
import org.javampi.core.world.World;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every algorithm against what each rank computes alone. {@code -Dcollectives.full=true} takes
 * every number of ranks from 1 to 17 and 32, and every count.
 */
class AlgorithmsTest {
    private static final boolean FULL = Boolean.getBoolean("collectives.full");

    static Stream<String> rules() {
        List<String> rules = new ArrayList<>();
        for (Algorithm algorithm : new BuiltInCollectives().algorithms()) {
            String rule = Collective.of(algorithm).label() + "=" + algorithm.name();
            rules.add(rule);
            if (algorithm.parameters().stream().anyMatch(p -> p.name().equals("segment"))) {
                rules.add(rule + "(segment=100)");
            }
            if (algorithm.parameters().stream().anyMatch(p -> p.name().equals("radix"))) {
                rules.add(rule + "(radix=3)");
            }
        }
        return rules.stream();
    }

    @ParameterizedTest
    @MethodSource("rules")
    @Timeout(600)
    void shouldEqualTheReferenceOnOneHost(String rule) {
        int[] sizes =
                FULL
                        ? new int[] {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 32}
                        : new int[] {1, 2, 3, 4, 7, 8, 13};
        for (int size : sizes) {
            verify(rule, size, 1);
        }
    }

    @ParameterizedTest
    @MethodSource("rules")
    @Timeout(600)
    void shouldEqualTheReferenceOnSeveralHosts(String rule) {
        assumeFalse(needsSharedMemory(rule), "refuses: see shouldRefuseWithoutSharedMemory");
        verify(rule, 5, 2);
        verify(rule, 6, 3);
    }

    @Test
    void shouldRefuseWithoutSharedMemory() {
        Situation apart = new Situation(4, 1, true, true, false);
        List<String> refusing =
                new BuiltInCollectives()
                        .algorithms().stream()
                                .filter(algorithm -> algorithm.refusal(apart) != null)
                                .map(a -> Collective.of(a).label() + "=" + a.name())
                                .toList();
        assertEquals(rules().filter(AlgorithmsTest::needsSharedMemory).toList(), refusing);
        assertEquals(6, refusing.size());
    }

    private static boolean needsSharedMemory(String rule) {
        return rule.endsWith("=shared") || rule.endsWith("=flag");
    }

    private static void verify(String rule, int size, int hosts) {

        int[] counts =
                FULL
                        ? new int[] {0, 1, 7, 1000, 65537}
                        : size == 4 ? new int[] {0, 1, 7, 20_000} : new int[] {0, 7, 1000};
        long seed = 20261121L + size;
        AtomicInteger cases = new AtomicInteger();
        World.of(size)
                .transport("shm,tcp")
                .hosts(rank -> rank % hosts)
                .setting("coll", rule)
                .setting("shm.ring.bytes", "65536")
                .deadline(Duration.ofSeconds(FULL ? 500 : 60))
                .run(
                        rank -> {
                            MPI_Init();
                            MPI_Errhandler_set(MPI_COMM_WORLD, MPI_ERRORS_THROW_EXCEPTIONS);
                            Verifier verifier = new Verifier(MPI_COMM_WORLD, seed);
                            for (int count : counts) {
                                verifier.verify(rule.split("=")[0], count);
                            }
                            cases.addAndGet(verifier.cases());
                            MPI_Finalize();
                        });
        assertTrue(cases.get() > 0, rule + " has refused everything");
    }
}
