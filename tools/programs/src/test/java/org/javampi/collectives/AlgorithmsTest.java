package org.javampi.collectives;

import static org.javampi.MPI.MPI_COMM_WORLD;
import static org.javampi.MPI.MPI_ERRORS_THROW_EXCEPTIONS;
import static org.javampi.MPI.MPI_Errhandler_set;
import static org.javampi.MPI.MPI_Finalize;
import static org.javampi.MPI.MPI_Init;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.javampi.collectives.verify.EachAlgorithm;
import org.javampi.collectives.verify.Reference;
import org.javampi.collectives.verify.Verifier;
import org.javampi.core.spi.collective.Collective;
import org.javampi.core.spi.collective.Situation;
import org.javampi.core.world.World;
import org.javampi.testing.Deadline;
import org.javampi.testing.Patience;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every algorithm against what each rank computes alone. {@code -Dcollectives.np=1-17,32} takes
 * these numbers of ranks, and every count, and prints what it has done; that is an hour on two busy
 * cores.
 */
class AlgorithmsTest {
    private static final int[] EVERY_COUNT = {0, 1, 7, 1000, 65537};

    static Stream<String> rules() {
        return EachAlgorithm.all().stream();
    }

    static IntStream ranks() {
        return Arrays.stream(System.getProperty("collectives.np", "2").split(","))
                .flatMapToInt(part -> {
                    String[] ends = part.split("-");
                    return IntStream.rangeClosed(Integer.parseInt(ends[0]), Integer.parseInt(ends[ends.length - 1]));
                });
    }

    @ParameterizedTest
    @MethodSource("ranks")
    @Deadline(7200)
    void shouldEqualTheReferenceForEveryCount(int size) {
        boolean full = System.getProperty("collectives.np") != null;
        int[] counts = full ? EVERY_COUNT : new int[] {65537};
        List<String> rules = full ? EachAlgorithm.all() : List.of("allreduce=shared", "bcast=shared");
        Reference reference = new Reference(20261121L + size, size);
        AtomicInteger cases = new AtomicInteger();
        World.of(size)
                .transport("shm,tcp")
                // Many ranks: fewer changes of thread for each message.
                .setting("shm.ring.bytes", size > 17 ? "524288" : "65536")
                .deadline(Patience.duration(7000))
                .run(rank -> {
                    MPI_Init();
                    for (String rule : rules) {
                        cases.addAndGet(Verifier.verifyRule(MPI_COMM_WORLD, rule, reference, counts));
                    }
                    MPI_Finalize();
                });
        System.out.println(size + " ranks: " + rules.size() + " rules, " + cases.get() / size + " cases equal");
        assertTrue(cases.get() > 0);
    }

    @ParameterizedTest
    @MethodSource("rules")
    void shouldEqualTheReferenceOnOneHost(String rule) {
        for (int size : new int[] {1, 2, 3, 4, 7, 8, 13}) {
            verify(rule, size, 1);
        }
    }

    @ParameterizedTest
    @MethodSource("rules")
    void shouldEqualTheReferenceOnSeveralHosts(String rule) {
        assumeFalse(needsSharedMemory(rule), "refuses: see shouldRefuseWithoutSharedMemory");
        verify(rule, 5, 2);
        verify(rule, 6, 3);
    }

    @ParameterizedTest
    @MethodSource("rules")
    void shouldEqualTheReferenceWithoutBlocking(String rule) {
        assumeFalse(needsSharedMemory(rule), "only for blocking calls: see shouldPassOverSharedMemoryWithoutBlocking");
        verify("i" + rule, 3, 1);
        verify("i" + rule, 6, 2);
    }

    @Test
    void shouldPassOverSharedMemoryWithoutBlocking() {
        Situation recorded = new Situation(4, 1, true, true, false, true);
        List<String> refusing = new BuiltInCollectives()
                .algorithms().stream()
                        .filter(algorithm -> algorithm.refusal(recorded) != null)
                        .map(a -> Collective.of(a).label() + "=" + a.name())
                        .toList();
        List<String> needing = rules().filter(rule -> !rule.contains("(") && needsSharedMemory(rule))
                .toList();
        assertEquals(needing, refusing);
        // The rule is for the blocking calls of the program; the built-in ones serve the others.
        verify("bcast=shared", "ibcast", 4, 1);
    }

    @Test
    void shouldRefuseWithoutSharedMemory() {
        Situation apart = new Situation(4, 1, true, true, false);
        List<String> refusing = new BuiltInCollectives()
                .algorithms().stream()
                        .filter(algorithm -> algorithm.refusal(apart) != null)
                        .map(a -> Collective.of(a).label() + "=" + a.name())
                        .toList();
        List<String> needing = rules().filter(rule -> !rule.contains("(") && needsSharedMemory(rule))
                .toList();
        assertEquals(needing, refusing);
        assertEquals(6, refusing.size());
    }

    private static boolean needsSharedMemory(String rule) {
        return rule.matches(".*=(shared|flag)(\\(.*)?");
    }

    private static void verify(String rule, int size, int hosts) {
        verify(rule, rule.split("=")[0], size, hosts);
    }

    private static void verify(String rule, String label, int size, int hosts) {
        int[] counts = size == 4 ? new int[] {0, 1, 7, 20_000} : new int[] {0, 7, 1000};
        Reference reference = new Reference(20261121L + size, size);
        AtomicInteger cases = new AtomicInteger();
        World.of(size)
                .transport("shm,tcp")
                .hosts(rank -> rank % hosts)
                .setting("coll", rule)
                .setting("shm.ring.bytes", "65536")
                .deadline(Patience.duration(120))
                .run(rank -> {
                    MPI_Init();
                    MPI_Errhandler_set(MPI_COMM_WORLD, MPI_ERRORS_THROW_EXCEPTIONS);
                    Verifier verifier = new Verifier(MPI_COMM_WORLD, reference);
                    for (int count : counts) {
                        verifier.verify(label, count);
                    }
                    cases.addAndGet(verifier.cases());
                    MPI_Finalize();
                });
        assertTrue(cases.get() > 0, rule + " has refused everything");
    }
}
