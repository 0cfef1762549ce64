package org.javampi.core.topology;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.Random;
import org.javampi.MPI;
import org.javampi.core.failure.MpiFailure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

final class GridTest {
    private static final int[] DIMS = {2, 3, 4};

    private static Grid grid(boolean... periods) {
        return Grid.of(3, DIMS, periods, 24);
    }

    private static int[] coords(Grid grid, int rank) {
        int[] coords = new int[grid.dimensions()];
        grid.coords(rank, coords);
        return coords;
    }

    private static void assertRefused(int errorClass, String message, Executable call) {
        MpiFailure failure = assertThrows(MpiFailure.class, call);
        assertEquals(errorClass, failure.errorClass());
        assertEquals(message, failure.getMessage());
    }

    @Test
    void shouldNumberRanksRowMajor() {
        Grid square = Grid.of(2, new int[] {2, 2}, new boolean[2], 5);
        assertEquals(4, square.size());
        assertArrayEquals(new int[] {0, 1}, coords(square, 1));
        assertArrayEquals(new int[] {1, 0}, coords(square, 2));
        Grid grid = grid(false, false, false);
        int rank = 0;
        for (int i = 0; i < 2; i++) {
            for (int j = 0; j < 3; j++) {
                for (int k = 0; k < 4; k++) {
                    assertArrayEquals(new int[] {i, j, k}, coords(grid, rank));
                    assertEquals(rank++, grid.rank(new int[] {i, j, k}));
                }
            }
        }
    }

    @Test
    void shouldWrapPeriodicCoordinatesByAnyMultiple() {
        Grid ring = Grid.of(1, new int[] {5}, new boolean[] {true}, 5);
        assertEquals(4, ring.rank(new int[] {-1}));
        assertEquals(3, ring.rank(new int[] {-2}));
        assertEquals(4, ring.rank(new int[] {-11}));
        assertEquals(1, ring.rank(new int[] {16}));
        assertEquals(2, ring.rank(new int[] {Integer.MIN_VALUE}));
    }

    @Test
    void shouldRefuseCoordinatesOutsideWhenNotPeriodic() {
        String message = "coords[1] 3 is outside the grid, and the dimension is not periodic (allowed 0..2)";
        assertRefused(MPI.MPI_ERR_ARG, message, () -> grid(true, false, true).rank(new int[] {0, 3, 0}));
    }

    @Test
    void shouldFindNeighboursAsCoordinatesSay() {
        long seed = 611;
        Random random = new Random(seed);
        for (int round = 0; round < 5000; round++) {
            boolean[] periods = {random.nextBoolean(), random.nextBoolean(), random.nextBoolean()};
            Grid grid = grid(periods);
            int rank = random.nextInt(24);
            int direction = random.nextInt(3);
            int displacement = random.nextInt(31) - 15;
            int[] moved = coords(grid, rank);
            moved[direction] += displacement;
            boolean outside = moved[direction] < 0 || moved[direction] >= DIMS[direction];
            assertEquals(
                    outside && !periods[direction] ? MPI.MPI_PROC_NULL : grid.rank(moved),
                    grid.neighbour(rank, direction, displacement),
                    "seed " + seed + " round " + round);
        }
    }

    @Test
    void shouldShiftByTheLargestDisplacements() {
        Grid ring = Grid.of(1, new int[] {5}, new boolean[] {true}, 5);
        assertEquals(2, ring.neighbour(0, 0, Integer.MAX_VALUE));
        // -(-2^31) is no int: the source of a shift by it lies 2^31 = 3 (mod 5) ahead.
        assertEquals(3, ring.neighbour(0, 0, -(long) Integer.MIN_VALUE));
        assertEquals(
                MPI.MPI_PROC_NULL, Grid.of(1, new int[] {5}, new boolean[1], 5).neighbour(4, 0, Integer.MAX_VALUE));
    }

    @Test
    void shouldGiveSubGridsOneColourPerDroppedCoordinates() {
        Grid grid = grid(true, false, true);
        boolean[] remain = {true, false, true};
        Grid sub = grid.sub(remain);
        assertEquals(2, sub.dimensions());
        assertEquals(8, sub.size());
        assertEquals(true, sub.isPeriodic(0) && sub.isPeriodic(1));
        for (int rank = 0; rank < 24; rank++) {
            int[] all = coords(grid, rank);
            assertEquals(all[1], grid.subColor(rank, remain));
            assertEquals(sub.rank(new int[] {all[0], all[2]}), grid.subRank(rank, remain));
        }
        boolean[] last = {false, false, true};
        for (int rank = 0; rank < 24; rank++) {
            assertEquals(rank / 4, grid.subColor(rank, last));
            assertEquals(rank % 4, grid.subRank(rank, last));
        }
    }

    @Test
    void shouldHoldOneProcessWithoutDimensions() {
        Grid point = Grid.of(0, null, null, 3);
        assertEquals(1, point.size());
        assertEquals(0, point.rank(null));
        point.coords(0, null);
        Grid dropped = grid(true, true, true).sub(new boolean[3]);
        assertEquals(0, dropped.dimensions());
        assertEquals(1, dropped.size());
    }

    @Test
    void shouldCaptureArraysByValueAndWriteNoFurtherThanNeeded() {
        int[] dims = {2, 3};
        boolean[] periods = {false, false};
        Grid grid = Grid.of(2, dims, periods, 6);
        Arrays.fill(dims, 9);
        Arrays.fill(periods, true);
        int[] out = {-7, -7, -7};
        grid.coords(5, out);
        assertArrayEquals(new int[] {1, 2, -7}, out);
        assertEquals(MPI.MPI_PROC_NULL, grid.neighbour(5, 1, 1));
    }

    @Test
    void shouldRefuseBadShapes() {
        int big = Integer.MAX_VALUE;
        assertRefused(
                MPI.MPI_ERR_DIMS,
                "a grid of dims (2, 3) needs more than the 5 processes there are: make it smaller" + " or start more",
                () -> Grid.of(2, new int[] {2, 3}, new boolean[2], 5));
        assertRefused(
                MPI.MPI_ERR_DIMS,
                "a grid of dims (2147483647, 2147483647, 2147483647) needs more than the 5"
                        + " processes there are: make it smaller or start more",
                () -> Grid.of(3, new int[] {big, big, big}, new boolean[3], 5));
        assertRefused(
                MPI.MPI_ERR_DIMS, "dims[1] 0 is not positive", () -> Grid.of(2, new int[] {2, 0}, new boolean[2], 5));
        assertRefused(
                MPI.MPI_ERR_ARG,
                "periods has 1 elements but 2 are needed",
                () -> Grid.of(2, new int[] {2, 2}, new boolean[1], 5));
    }

    @Test
    void shouldRefuseBadQuestions() {
        Grid grid = grid(true, true, true);
        assertRefused(
                MPI.MPI_ERR_RANK, "rank 24 is not in the topology (allowed 0..23)", () -> grid.coords(24, new int[3]));
        assertRefused(
                MPI.MPI_ERR_ARG, "direction 3 is no dimension of the grid, which has 3", () -> grid.neighbour(0, 3, 1));
        assertRefused(MPI.MPI_ERR_ARG, "remain_dims has 2 elements but 3 are needed", () -> grid.sub(new boolean[2]));
    }
}
