package org.javampi.mpirun.hosts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which agents start which. */
class StartTreeTest {
    @ParameterizedTest
    @CsvSource({"0, 64, 0", "1, 64, 1", "64, 64, 1", "65, 64, 2", "1000, 64, 2", "4160, 64, 2", "5, 1, 5", "200, 8, 3"})
    void shouldReachEachHostOnceInFewSteps(int hosts, int fanOut, int depth) {
        List<StartTree> trees =
                StartTree.of(IntStream.range(10, 10 + hosts).boxed().toList(), fanOut);
        List<Integer> reached = new ArrayList<>();
        assertEquals(depth, depth(trees, fanOut, reached));
        assertEquals(
                IntStream.range(10, 10 + hosts).boxed().toList(),
                reached.stream().sorted().toList());
        reached.forEach(host -> assertEquals(host, StartTree.find(trees, host).host()));
        assertNull(StartTree.find(trees, 9));
    }

    private static int depth(List<StartTree> trees, int fanOut, List<Integer> reached) {
        assertTrue(trees.size() <= fanOut, trees.size() + " agents are started by one host");
        int deepest = 0;
        for (StartTree tree : trees) {
            reached.add(tree.host());
            deepest = Math.max(deepest, 1 + depth(tree.children(), fanOut, reached));
        }
        return deepest;
    }
}
