package org.javampi.core.topology;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PlacementTest {
    private static int[] hosts(int processes, int hosts) {
        return IntStream.range(0, processes).map(rank -> rank % hosts).toArray();
    }

    private static int cut(Grid grid, int[] ranks, int[] hosts) {
        int[] hostOfPlace = new int[grid.size()];
        for (int process = 0; process < ranks.length; process++) {
            hostOfPlace[ranks[process]] = hosts[process];
        }
        int cut = 0;
        for (int place = 0; place < grid.size(); place++) {
            for (int d = 0; d < grid.dimensions(); d++) {
                int next = grid.neighbour(place, d, 1);
                if (next >= 0 && hostOfPlace[next] != hostOfPlace[place]) {
                    cut++;
                }
            }
        }
        return cut;
    }

    private static Grid grid(boolean periodic, int... dims) {
        boolean[] periods = new boolean[dims.length];
        Arrays.fill(periods, periodic);
        return Grid.of(dims.length, dims, periods, Arrays.stream(dims).reduce(1, (a, b) -> a * b));
    }

    @Test
    void shouldLeaveRanksAsTheyAreOnOneHost() {
        assertArrayEquals(IntStream.range(0, 12).toArray(), Placement.in(grid(false, 3, 4), new int[12]));
    }

    @Test
    void shouldGiveEachHostABlockOfTheGrid() {
        Grid square = grid(false, 4, 4);
        int[] hosts = hosts(16, 4);
        int[] ranks = Placement.in(square, hosts);
        // Four blocks of 2 x 2: 8 edges between hosts; as dealt out there are 12.
        assertEquals(8, cut(square, ranks, hosts));
        assertEquals(12, cut(square, IntStream.range(0, 16).toArray(), hosts));
    }

    @Test
    void shouldCutARingTwiceWhereverItsHostsAre() {
        Grid ring = grid(true, 12);
        assertEquals(2, cut(ring, Placement.in(ring, hosts(12, 2)), hosts(12, 2)));
    }

    @Test
    void shouldCopeWithHostsOfDifferentSizes() {
        Grid square = grid(false, 3, 4);
        int[] hosts = {0, 1, 0, 1, 0, 2, 0, 2, 0, 0, 0, 1};
        int identity = cut(square, IntStream.range(0, 12).toArray(), hosts);
        assertTrue(cut(square, Placement.in(square, hosts), hosts) < identity);
    }

    @Test
    void shouldKeepTheComponentsOfAGraphTogether() {
        // Two triangles: 0 2 4 and 1 3 5; hosts have 0 1 2 and 3 4 5.
        Graph graph = Graph.of(6, new int[] {2, 4, 6, 8, 10, 12}, new int[] {2, 4, 3, 5, 0, 4, 1, 5, 0, 2, 1, 3}, 6);
        int[] ranks = Placement.in(graph, new int[] {0, 0, 0, 1, 1, 1});
        assertArrayEquals(new int[] {0, 2, 4, 1, 3, 5}, ranks);
    }

    @Test
    void shouldNeverBeWorseThanTheOrderOfRanksAndAlwaysAPermutation() {
        Random random = new Random(20261121);
        for (int i = 0; i < 300; i++) {
            Grid grid = grid(random.nextBoolean(), 1 + random.nextInt(5), 1 + random.nextInt(4), 1 + random.nextInt(3));
            int[] hosts = IntStream.range(0, grid.size())
                    .map(rank -> random.nextInt(4))
                    .toArray();
            int[] ranks = Placement.in(grid, hosts);
            int[] all = IntStream.range(0, grid.size()).toArray();
            assertArrayEquals(all, Arrays.stream(ranks).sorted().toArray(), "case " + i);
            assertTrue(cut(grid, ranks, hosts) <= cut(grid, all, hosts), "case " + i);
        }
    }
}
