package org.javampi.job.hang;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Which ranks of a wait-for graph can never go on. */
class WaitGraphTest {
    private final WaitGraph graph = new WaitGraph();

    private void all(int rank, int[]... needs) {
        graph.add(rank, new WaitGraph.Wait(false, List.of(needs)));
    }

    private void any(int rank, int[]... needs) {
        graph.add(rank, new WaitGraph.Wait(true, List.of(needs)));
    }

    private static int[] one(int... providers) {
        return providers;
    }

    @Test
    void shouldFindACycle() {
        all(0, one(1));
        all(1, one(2));
        all(2, one(0));
        assertEquals(Set.of(0, 1, 2), graph.stuck());
    }

    @Test
    void shouldFindNothingWhenTheLastOfAChainCanAct() {
        all(0, one(1));
        all(1, one(2));
        assertEquals(Set.of(), graph.stuck());
    }

    @Test
    void shouldLetAWildcardBeServedByAnyRankThatCanAct() {
        all(0, one(0, 1, 2));
        all(1, one(0));
        assertEquals(Set.of(), graph.stuck());
    }

    @Test
    void shouldFindAKnotOfWildcards() {
        all(0, one(0, 1, 2));
        all(1, one(0, 1, 2));
        all(2, one(0, 1, 2));
        assertEquals(Set.of(0, 1, 2), graph.stuck());
    }

    @Test
    void shouldNeedAllOperationsOfAWaitall() {
        all(0, one(1), one(2));
        all(1, one(0));
        assertEquals(Set.of(0, 1), graph.stuck(), "rank 2 can act, but rank 1 cannot");
    }

    @Test
    void shouldNeedOneOperationOfAWaitany() {
        any(0, one(1), one(2));
        all(1, one(0));
        assertEquals(Set.of(), graph.stuck());
    }

    @Test
    void shouldLetOneThreadFreeItsRank() {
        all(0, one(1));
        all(0, one(2));
        all(1, one(0));
        assertEquals(Set.of(), graph.stuck(), "the second thread of rank 0 can be served by rank 2");
    }

    @Test
    void shouldNeverBeServedByARankThatIsGone() {
        graph.addGone(1);
        all(0, one(1));
        all(2, one(0));
        assertEquals(Set.of(0, 1, 2), graph.stuck());
    }

    @Test
    void shouldTakeWhatWaitsForNothingAsGoingOn() {
        all(0);
        all(1, one(0));
        assertEquals(Set.of(), graph.stuck());
    }

    @Test
    void shouldFindItselfInItsOwnWay() {
        all(0, one(0));
        assertEquals(Set.of(0), graph.stuck());
    }

    /** Against a model that plays all ways in which ranks may be served, one at a time. */
    @Test
    void shouldAgreeWithPlayingItOut() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int game = 0; game < 2000; game++) {
            int size = 2 + random.nextInt(6);
            WaitGraph drawn = new WaitGraph();
            List<List<WaitGraph.Wait>> waits = new ArrayList<>();
            for (int rank = 0; rank < size; rank++) {
                List<WaitGraph.Wait> own = new ArrayList<>();
                for (int threads = random.nextInt(3); threads > 0; threads--) {
                    WaitGraph.Wait wait = wait(random, size);
                    own.add(wait);
                    drawn.add(rank, wait);
                }
                waits.add(own);
            }
            assertEquals(playedOut(waits), drawn.stuck(), "seed " + seed + ", game " + game);
        }
    }

    private static WaitGraph.Wait wait(Random random, int size) {
        List<int[]> needs = new ArrayList<>();
        for (int count = 1 + random.nextInt(3); count > 0; count--) {
            needs.add(random.ints(1 + random.nextInt(2), 0, size).toArray());
        }
        return new WaitGraph.Wait(random.nextBoolean(), needs);
    }

    private static Set<Integer> playedOut(List<List<WaitGraph.Wait>> waits) {
        Set<Integer> free = new TreeSet<>();
        for (int step = 0; step <= waits.size(); step++) {
            for (int rank = 0; rank < waits.size(); rank++) {
                if (waits.get(rank).isEmpty()
                        || waits.get(rank).stream().anyMatch(wait -> {
                            var met = wait.needs().stream()
                                    .map(need -> Arrays.stream(need).anyMatch(free::contains))
                                    .toList();
                            return wait.any() ? met.contains(true) : !met.contains(false);
                        })) {
                    free.add(rank);
                }
            }
        }
        Set<Integer> stuck = new TreeSet<>();
        for (int rank = 0; rank < waits.size(); rank++) {
            if (!free.contains(rank)) {
                stuck.add(rank);
            }
        }
        return stuck;
    }
}
